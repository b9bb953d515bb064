"""What the other candidates say of one: the second step of the lenses' scoring.

A word heats where the words around it heat, a shifted name is likelier in an article that shifts names, and of two
faithful accounts nothing should be marked however much the words differ. So every candidate is scored a second time,
knowing how probable the first step held all others of the comparison: those at the same place, those around it, those
where its contrast stands, all of its article, all of the other articles. (Stacking: Wolpert 1992, "Stacked
generalization", Neural Networks 5; of neighbours, Cohen and Carvalho 2005, "Stacked sequential learning", IJCAI.)

Cross-validated on annotated events, before calm ones were learnt from, it raised the entries found at a precision of 0.60
from 0.32 to 0.41.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing.evidence import Candidate
from core.model import KINDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Rows = NDArray[np.int64]

SPAN_KINDS = tuple(k for k in KINDS if k not in {"emphasis", "omission"})
HOPELESS = 0.01
"""Candidates below this in the first step are not scored again: of 1,764 on the annotated events, held out, 4 lay on an entry."""
AROUND = 120
"""Code points on either side that count as near: a sentence or so."""
LEAST_WORDS = 60
"""An article of fewer words counts as one of so many: one word more or less would make it calm or heated."""
OWN = (
    "first", "first_odds", "heat", "heat_rest", "heat_over", "heat_most", "heat_kind", "heat_kind_all",
    "rank", "rank_share", "rank_all", "rank_words",
)  # fmt: skip
"""Features that need no look at single others."""
SHOWN = 3
"""So many of the passages that a candidate is set against are looked up."""


@dataclass(frozen=True)
class Rated:
    """A candidate, and its probability by the first step."""

    candidate: Candidate
    p: float


@dataclass(frozen=True, slots=True)
class Places:
    """The candidates of one article in the order of its text: a row each, with its number among all of the comparison."""

    number: Rows
    start: Rows
    end: Rows
    kind: Rows
    p: Floats

    @classmethod
    def of(cls, candidates: Sequence[Candidate], p: Sequence[float], numbers: Sequence[int]) -> Places:
        """The places of those that ``numbers`` names."""
        import numpy as np

        order = sorted(numbers, key=lambda n: candidates[n].span)
        spans = [candidates[n].span for n in order]
        return cls(
            np.array(order, dtype=np.int64),
            np.array([s.start for s in spans], dtype=np.int64),
            np.array([s.end for s in spans], dtype=np.int64),
            np.array([SPAN_KINDS.index(candidates[n].kind) for n in order], dtype=np.int64),
            np.array([p[n] for n in order], dtype=np.float64),
        )

    def between(self, start: Rows, end: Rows, longest: int) -> tuple[Rows, Rows]:
        """Which of them overlap the stretches from ``start`` to ``end``: pairs of a stretch's number and a place's, in order.

        ``longest``: none of them is longer."""
        import numpy as np

        first, last = np.searchsorted(self.start, start - longest), np.searchsorted(self.start, end)
        count = np.maximum(last - first, 0)
        of = np.repeat(np.arange(len(start)), count)
        place = np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
        inside = self.end[place] > start[of]
        return of[inside], place[inside]


class Company:
    """All candidates of one comparison by place and kind; ``words``: article id to its number of words."""

    def __init__(self, candidates: Sequence[Candidate], p: Sequence[float], words: Mapping[str, int]) -> None:
        self._words = words
        own: dict[str, list[int]] = {a: [] for a in words}
        for n, candidate in enumerate(candidates):
            if candidate.kind in SPAN_KINDS:
                own[candidate.article_id].append(n)
        self._places = {a: Places.of(candidates, p, numbers) for a, numbers in own.items()}
        self._of = {
            a: [Rated(candidates[n], p[n]) for n in places.number.tolist()] for a, places in self._places.items()
        }
        # One and the same object: of equal candidates each is the other's company.
        self._number = {id(c): n for n, c in enumerate(candidates)}
        self._longest = max((len(c.span) for c in candidates), default=0)

    def features(self, candidate: Candidate, p: float) -> dict[str, float]:
        """The second step's own features of ``candidate``, whose first probability is ``p``."""
        return {name: float(column[0]) for name, column in self.table([candidate], [p]).items()}

    def table(self, candidates: Sequence[Candidate], p: Sequence[float]) -> dict[str, Floats]:
        """The second step's own features of ``candidates``, a column of numbers for each feature."""
        import numpy as np

        near = np.zeros((2 + 2 * len(SPAN_KINDS), len(candidates)))
        rows: dict[str, list[int]] = defaultdict(list)
        for row, candidate in enumerate(candidates):
            rows[candidate.article_id].append(row)
        for article_id, own in rows.items():
            near[:, own] = self._around(article_id, [candidates[k] for k in own])
        single = [
            (probability, _odds(probability), *self._heats(c.article_id, c.kind), *self._ranks(c, probability))
            for c, probability in zip(candidates, p, strict=True)
        ]
        first = np.array(single, dtype=np.float64).reshape(-1, len(OWN)).T
        names = ("near_sum", "near_same", *(f"here_{k}" for k in SPAN_KINDS), *(f"near_{k}" for k in SPAN_KINDS))
        return {
            **dict(zip(OWN, first, strict=True)),
            **dict(zip(names, near, strict=True)),
            "against": self._against(candidates),
        }

    def _around(self, article_id: str, candidates: Sequence[Candidate]) -> Floats:
        """What stands around ``candidates``, which are all of the article: a row for the sum of all, for the sum of their
        own kind, for the best of each kind at the place itself, and for the best of each kind near it."""
        import numpy as np

        places, kinds = self._places[article_id], len(SPAN_KINDS)
        start = np.array([c.span.start for c in candidates])
        end = np.array([c.span.end for c in candidates])
        number = np.array([self._number.get(id(c), -1) for c in candidates])
        kind = np.array([SPAN_KINDS.index(c.kind) for c in candidates])
        of, place = places.between(start - AROUND, end + AROUND, self._longest)
        other = places.number[place] != number[of]
        of, place = of[other], place[other]
        p, its_kind = places.p[place], places.kind[place]
        away = (places.start[place] >= end[of]) | (start[of] >= places.end[place])
        out = np.zeros((2 + 2 * kinds, len(candidates)))
        out[0] = np.bincount(of, p * away, len(candidates))
        out[1] = np.bincount(of, p * (away & (its_kind == kind[of])), len(candidates))
        np.maximum.at(out, (2 + kinds * away + its_kind, of), p)
        return out

    def _against(self, candidates: Sequence[Candidate]) -> Floats:
        """The best probability where the contrasts of each stand."""
        import numpy as np

        asked: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for row, c in enumerate(candidates):
            for passage in c.against[:SHOWN]:
                asked[passage.article_id].append((row, passage.span.start, passage.span.end))
        out = np.zeros(len(candidates))
        for article_id, found in asked.items():
            row, start, end = np.array(found).T
            of, place = self._places[article_id].between(start, end, self._longest)
            np.maximum.at(out, row[of], self._places[article_id].p[place])
        return out

    @cached_property
    def _heat(self) -> dict[str, dict[str, float]]:
        """Article id to kind to how many marks are to be expected in 100 words: of overlapping candidates the best."""
        return {a: self._expected(a) for a in self._of}

    def _expected(self, article_id: str) -> dict[str, float]:
        total = dict.fromkeys(SPAN_KINDS, 0.0)
        taken: dict[str, set[int]] = defaultdict(set)
        for rated in sorted(self._of[article_id], key=lambda r: (-r.p, r.candidate.span)):
            c = rated.candidate
            places = range(c.span.start, c.span.end)
            if taken[c.kind].isdisjoint(places):
                taken[c.kind].update(places)
                total[c.kind] += rated.p
        hundreds = max(LEAST_WORDS, self._words[article_id]) / 100
        return {k: v / hundreds for k, v in total.items()}

    @cached_property
    def _total(self) -> dict[str, float]:
        return {a: sum(heat.values()) for a, heat in self._heat.items()}

    @cached_property
    def _of_kind(self) -> dict[str, float]:
        """The mean heat of each kind over all articles."""
        return {k: sum(h[k] for h in self._heat.values()) / max(1, len(self._heat)) for k in SPAN_KINDS}

    @cached_property
    def _beside(self) -> dict[str, tuple[float, float, float, float]]:
        """Article id to how heated it is, the others' mean, how far it is above that, and the most heated other."""
        found = {}
        for article_id, own in self._total.items():
            rest = [h for a, h in self._total.items() if a != article_id]
            mean = sum(rest) / len(rest) if rest else 0.0
            found[article_id] = own, mean, own - mean, max(rest, default=0.0)
        return found

    def _heats(self, article_id: str, kind: str) -> tuple[float, ...]:
        return *self._beside[article_id], self._heat[article_id][kind], self._of_kind[kind]

    @cached_property
    def _sorted(self) -> dict[tuple[str, str], list[float]]:
        """(article id, kind) and ("", kind) to the probabilities there, negated, so that the best come first."""
        found: dict[tuple[str, str], list[float]] = defaultdict(list)
        for article_id, rated in self._of.items():
            for r in rated:
                found[article_id, r.candidate.kind].append(-r.p)
                found["", r.candidate.kind].append(-r.p)
        return {key: sorted(values) for key, values in found.items()}

    def _ranks(self, candidate: Candidate, p: float) -> tuple[float, float, float, float]:
        """How many candidates of its kind stand before it, in its article and in all."""
        own = self._sorted[candidate.article_id, candidate.kind]
        before = bisect_left(own, -p)
        everywhere = bisect_left(self._sorted["", candidate.kind], -p)
        words = max(LEAST_WORDS, self._words[candidate.article_id])
        return math.log1p(before), before / len(own), math.log1p(everywhere), 1000 * before / words


def _odds(p: float) -> float:
    inside = min(1 - 1e-4, max(1e-4, p))
    return math.log(inside / (1 - inside))
