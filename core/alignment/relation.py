"""What kind of link: the same, a part of the other, or a conflict; and why, in parts that a reader understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.alignment.material import Material
from core.language import figures
from core.model import Relation, Why

if TYPE_CHECKING:
    from numpy.typing import NDArray

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


def relation(m: Material, i: int, j: int, row: dict[str, float]) -> Relation:
    """``conflict`` where figures of the same unit disagree and none agrees, or one claim alone is negated."""
    if row["figures_against"] and not row["figures_same"]:
        return "conflict"
    if _negated(m, i) != _negated(m, j) and row["cover30_min"] > COVERED:
        return "conflict"
    words_i, words_j = len(m.words.of[i]), len(m.words.of[j])
    longer, shorter = max(words_i, words_j), max(1, min(words_i, words_j))
    return "part" if longer / shorter >= PART and row["cover30_max"] >= COVERED else "same"


def _negated(m: Material, i: int) -> bool:
    return any(word.strip("„“”\"'.,;:!?()").lower() in NEGATIONS or word.endswith("n't") for word in m.texts[i].split())


def why(m: Material, i: int, j: int, row: dict[str, float], support: float) -> Why:
    """The parts of the score: meaning (cosine), wording (token_set_ratio), words, standing, support, shared names."""
    return Why(
        meaning=_share(row["cosine"]),
        wording=_share(row["token_set"]),
        words=_share((row["cover30_min"] + row["cover30_max"]) / 2),
        rank=_share(row["base_rank_min"]),
        support=_share(support),
        names=_names(m, i, j),
        figures=_figures(m, i, j),
    )


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, float(value))), 4)


def _names(m: Material, i: int, j: int) -> tuple[str, ...]:
    """Names of ``i`` that ``j`` has as well, as the first in the alphabet of both spells them."""
    own = [f for f in m.words.of[i] if m.words.class_[f] == 0]
    other = [f for f in m.words.of[j] if m.words.class_[f] == 0]
    if not own or not other:
        return ()
    alike = m.words.vectors[own] @ m.words.vectors[other].T
    found = set()
    for x, form in enumerate(own):
        y = int(np.argmax(alike[x]))
        same_letters = m.words.lower[form] == m.words.lower[other[y]]
        if same_letters or alike[x, y] >= SAME_NAME:
            found.add(min(m.words.forms[form], m.words.forms[other[y]]))
    return tuple(sorted(found))[:SHOWN]


SAME_NAME = 0.85


def _figures(m: Material, i: int, j: int) -> tuple[str, ...]:
    """The figures that agree, as claim ``i`` or ``j`` writes them (the shorter)."""
    found = set()
    for a in m.figures[i]:
        for b in m.figures[j]:
            if figures.agree(a, b):
                found.add(f"{a.value:g}")
    return tuple(sorted(found))[:SHOWN]


def rows(x: NDArray[np.float32], names: tuple[str, ...]) -> list[dict[str, float]]:
    """The feature table as one mapping per pair."""
    return [dict(zip(names, map(float, row), strict=True)) for row in x]
