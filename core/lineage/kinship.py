"""How likely it is that one of two articles draws on the other: what they share, weighed.

1. the share of claims that both carry, weighed by how nearly they say the same (``fidelity``); quotations are left aside,
   for whoever was there has them
2. their order: the longest run of claims that stands in one order in both, over all that are linked
3. rare details: the share of the copy's figures that the source has, of the same value in any language
4. wording: the share of three-word runs outside quotations, within a language
5. a credit

A logistic regression weighs them (``core.lineage.fit``).
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from core.lineage.witness import Witness, Witnesses

FEATURES = ("fidelity", "order", "figures", "wording", "credit", "across")
FULL = 0.2
"""Share of common runs from which on more says nothing more: light rewriting keeps 9 to 30 %."""
_PRIOR, _FIGURES = 2.0, 0.4
"""As if two more figures were there, two in five of them shared: two of two says less than eight of eight."""
_ORDER = 4.0
"""As if four more claims were linked, in random order: half of four stand in one order by chance."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What ``copy`` shares with ``source`` (article ids); all but the counts 0–1.

    ``claims``: linked pairs, ``in_order`` of them in one order; ``share``: of the copy's claims, the share that the
    source carries; ``kept``: of the source's, the share that the copy carries; ``fidelity``: pairs over the shorter
    one's claims, quotations aside, times their links' mean score; ``shared_figures`` of ``all_figures`` of the copy; ``wording``: common runs over
    those of the one that has fewer; ``credit``: how the copy names the source, None where it does not.
    """

    source: str
    copy: str
    claims: int
    in_order: int
    share: float
    kept: float
    fidelity: float
    shared_figures: int
    all_figures: int
    wording: float
    credit: str | None
    across: bool
    probability: float = 0.0

    @property
    def order(self) -> float:
        """The share of linked claims that stand in one order."""
        return self.in_order / self.claims if self.claims else 0.0

    def features(self) -> tuple[float, ...]:
        """The values of FEATURES."""
        return (
            self.fidelity,
            (self.in_order + _ORDER / 2) / (self.claims + _ORDER),
            (self.shared_figures + _PRIOR * _FIGURES) / (self.all_figures + _PRIOR),
            min(self.wording, FULL) / FULL,
            float(self.credit is not None),
            float(self.across),
        )


def kinship(witnesses: Witnesses, source: str, copy: str, weights: Mapping[str, float] | None = None) -> Kinship:
    """What ``copy`` shares with ``source``, and how likely it is that it drew on it or both on one text.

    ``weights`` are ``model`` where None.
    """
    found = measure(witnesses, source, copy)
    return replace(found, probability=probability(found.features(), model() if weights is None else weights))


def measure(witnesses: Witnesses, source: str, copy: str) -> Kinship:
    """``kinship`` without the probability."""
    s, c = witnesses[source], witnesses[copy]
    pairs = witnesses.pairs(source, copy)
    in_order = longest_increasing([c.place[b] for _, b, _ in pairs])
    both = s.groups & c.groups
    carried, kept = _share(witnesses, c, both), _share(witnesses, s, both)
    # Whoever was there has what somebody said: a common quotation is no sign of a common text.
    own = [p for p in pairs if not (_quotes(witnesses, p[0]) or _quotes(witnesses, p[1]))]
    score = sum(p[2] for p in own) / len(own) if own else 0.0
    shorter = max(1, min(sum(not _quotes(witnesses, k.id) for k in w.claims) for w in (s, c)))
    across = s.article.language != c.article.language
    runs = 0.0 if across else len(s.runs & c.runs) / max(1, min(len(s.runs), len(c.runs)))
    credit = next((x.name for x in c.credits if x.article_id == source), None)
    return Kinship(
        source, copy, len(pairs), in_order, carried, kept, min(1.0, len(own) / shorter) * score, len(s.figures & c.figures),
        len(c.figures), runs, credit, across,
    )  # fmt: skip


def longest_increasing(places: Sequence[int]) -> int:
    """The length of the longest increasing subsequence (patience sorting, Fredman 1975)."""
    tops: list[int] = []
    for place in places:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)


def probability(features: Sequence[float], weights: Mapping[str, float]) -> float:
    """Of the logistic regression."""
    logit = weights["bias"] + sum(weights[name] * value for name, value in zip(FEATURES, features, strict=True))
    return 1 / (1 + math.exp(-logit))


@cache
def model() -> dict[str, float]:
    """The weights, by feature, and ``bias`` (``resources/models/lineage.json``)."""
    read = json.loads((files("resources") / "models" / "lineage.json").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in read["weights"].items()}


def _quotes(witnesses: Witnesses, claim_id: str) -> bool:
    told = witnesses.index.claim[claim_id].attribution
    return told is not None and told.mode == "direct"


def _share(witnesses: Witnesses, witness: Witness, groups: frozenset[str]) -> float:
    group_of = witnesses.index.group_of
    own = [c for c in witness.claims if c.id in group_of and group_of[c.id].id in groups]
    return len(own) / max(1, len(witness.claims))
