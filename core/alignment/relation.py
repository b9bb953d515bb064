"""What kind of link: the same, a part of the other, or a conflict; and why, in parts that a reader understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from core.alignment.material import Material
from core.language import figures
from core.model import Relation, Why

PART = 2.2
"""One claim is this much longer (content words) than the other, and the shorter one is covered: it says only part."""
COVERED = 0.5
SHOWN = 4
"""Names and figures that a reader is shown."""
READ = ("cosine", "cover30_min", "cover30_max", "figures_same", "figures_against", "token_set", "base_rank_min")
"""The features that ``relation`` and ``why`` read of a link."""
NEGATIONS = frozenset(
    [
        "nicht",
        "kein",
        "keine",
        "keinen",
        "keinem",
        "keiner",
        "keines",
        "nie",
        "niemals",
        "nirgends",
        "ohne",
        "weder",
        "not",
        "no",
        "never",
        "none",
        "neither",
        "nor",
        "without",
        "n't",
    ]
)


SAME_NAME = 0.85


class Telling:
    """What is told of the links between the claims of ``m``; what it needs of a claim is read once."""

    def __init__(self, m: Material) -> None:
        self._m = m
        self._negated: dict[int, bool] = {}
        self._forms: dict[int, tuple[int, ...]] = {}
        self._shared: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[str, ...]] = {}
        self._floats: dict[float, float] = {}

    def relation(self, i: int, j: int, row: Mapping[str, float]) -> Relation:
        """``conflict`` where figures of the same unit disagree and none agrees, or one claim alone is negated; ``row``: the
        features READ of the pair of claims."""
        if row["figures_against"] and not row["figures_same"]:
            return "conflict"
        if row["cover30_min"] > COVERED and self._is_negated(i) != self._is_negated(j):
            return "conflict"
        words_i, words_j = len(self._m.words.of[i]), len(self._m.words.of[j])
        longer, shorter = max(words_i, words_j), max(1, min(words_i, words_j))
        return "part" if longer / shorter >= PART and row["cover30_max"] >= COVERED else "same"

    def why(self, i: int, j: int, row: Mapping[str, float], support: float) -> Why:
        """The parts of the score: meaning (cosine), wording (token_set_ratio), words, standing, support, shared names."""
        return Why(
            meaning=self.share(row["cosine"]),
            wording=self.share(row["token_set"]),
            words=self.share((row["cover30_min"] + row["cover30_max"]) / 2),
            rank=self.share(row["base_rank_min"]),
            support=self.share(support),
            names=self._names(i, j),
            figures=_figures(self._m, i, j),
        )

    def share(self, value: float) -> float:
        """``value`` to four places, 0–1; of equal ones the same object, as the links of 200 articles have five million."""
        rounded = round(min(1.0, max(0.0, value)), 4)
        return self._floats.setdefault(rounded, rounded)

    def _is_negated(self, i: int) -> bool:
        if i not in self._negated:
            words = self._m.texts[i].split()
            self._negated[i] = any(
                word.strip("„“”\"'.,;:!?()").lower() in NEGATIONS or word.endswith("n't") for word in words
            )
        return self._negated[i]

    def _names_of(self, i: int) -> tuple[int, ...]:
        """The forms of the claim's proper names."""
        if i not in self._forms:
            words = self._m.words
            self._forms[i] = tuple(f for f in words.of[i].tolist() if words.class_[f] == 0)
        return self._forms[i]

    def _names(self, i: int, j: int) -> tuple[str, ...]:
        """Names of ``i`` that ``j`` has as well, as the first in the alphabet of both spells them."""
        own, other = self._names_of(i), self._names_of(j)
        if not own or not other:
            return ()
        # An event's names come together again and again: of 8,100 links of 20 articles, 1,300 had to be looked at.
        if (own, other) not in self._shared:
            self._shared[own, other] = _alike(self._m, own, other)
        return self._shared[own, other]


def _alike(m: Material, own: Sequence[int], other: Sequence[int]) -> tuple[str, ...]:
    alike = m.words.vectors[list(own)] @ m.words.vectors[list(other)].T
    found = set()
    for x, form in enumerate(own):
        y = int(np.argmax(alike[x]))
        same_letters = m.words.lower[form] == m.words.lower[other[y]]
        if same_letters or alike[x, y] >= SAME_NAME:
            found.add(min(m.words.forms[form], m.words.forms[other[y]]))
    return tuple(sorted(found))[:SHOWN]


def _figures(m: Material, i: int, j: int) -> tuple[str, ...]:
    """The figures that agree, as claim ``i`` or ``j`` writes them (the shorter)."""
    if not m.figures[i] or not m.figures[j]:
        return ()
    found = set()
    for a in m.figures[i]:
        for b in m.figures[j]:
            if figures.agree(a, b):
                found.add(f"{a.value:g}")
    return tuple(sorted(found))[:SHOWN]
