"""The fitted weights that decide at which gaps a sentence is cut into claims.

A logistic regression over the features of ``core.claims.gaps``; ``python -m core.claims.fit`` fits it and writes
``resources/models/cuts.json``. Languages that it was not fitted for are cut at semicolons alone.
"""

from __future__ import annotations

import json
import math
from collections.abc import Set
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from core.claims import gaps

if TYPE_CHECKING:
    from spacy.tokens import Token

    from core.claims.frames import Frame

LANGUAGES = frozenset({"de", "en"})
THRESHOLD = 0.65
"""Between two measures, cross-validated on 28 events: 0.42 gives the claims that lie most tightly on a reader's (link
F1 0.682, clause on clause 0.542), whole sentences the links that are most often right (0.711, 0.414); 0.65 gives 0.685
and 0.504, 0.85 gives 0.698 and 0.458. On annotated events of other hands it was better than 0.42 in both."""

SIDE_BY_SIDE = frozenset({"de sides=11", "de opener=x|x glue=,"})
SPLICE = 0.42
"""Enough where nothing but a comma joins two German main clauses (a finite verb on both sides, no word that opens a
subordinate clause): each can stand alone."""
LONGEST_FRAME = 14
"""Words of a frame that is never a claim of its own; a longer one says more than who speaks."""


@cache
def weights() -> dict[str, float]:
    """The weight of each feature; the bias is that of the empty string."""
    model = files("resources") / "models" / "cuts.json"
    loaded: dict[str, float] = json.loads(model.read_text(encoding="utf-8"))
    return loaded


def probability(features: Set[str], known: dict[str, float] | None = None) -> float:
    """How likely (0-1) a careful reader cuts at a gap with these features; ``known``: other weights than the shipped."""
    known = weights() if known is None else known
    total = known[""] + sum(map(known.__getitem__, filter(known.__contains__, features)))
    return 1 / (1 + math.exp(-total))


def cuts(
    words: list[Token], language: str, headline: bool, frames: list[Frame], known: dict[str, float] | None = None
) -> list[gaps.Gap]:
    """The gaps of a sentence at which it is cut, from left to right. ``words`` are its tokens without white space."""
    sentence = gaps.Sentence.of(words, language)
    places = gaps.gaps(sentence, language)
    if language not in LANGUAGES or not any(sentence.tag):
        return [gap for gap in places if ";" in sentence.text[gap.left : gap.right]]
    chosen = []
    for k, gap in enumerate(places):
        seen = set(gaps.features(sentence, places, k, language, headline, frames))
        if probability(seen, known) >= (SPLICE if seen >= SIDE_BY_SIDE else THRESHOLD):
            chosen.append(gap)
    for frame in frames:
        chosen = _kept_with_report(chosen, frame, len(words))
    return chosen


def _kept_with_report(chosen: list[gaps.Gap], frame: Frame, end: int) -> list[gaps.Gap]:
    """The cuts without the one that would leave "…, the ministry said" alone, apart from what it reports."""
    edges = [gaps.Gap(0, 0), *chosen, gaps.Gap(end, end)]
    for before, after in pairwise(edges):
        first, last = frame.words
        if first <= before.right and after.left <= last + 1 and last - first <= LONGEST_FRAME:
            reports_next = any(start >= after.left - 1 for start, _ in frame.scope)
            drop = after if reports_next and after in chosen else before
            return [gap for gap in chosen if gap != drop]
    return chosen
