"""How many of a reader's links were found, and how many of the links found are a reader's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields

from core import gold
from core.model import Claim

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Target:
    """What a reader found, as rows of the claims: ``right`` pairs, and for each full pair the rows that find it.

    The second of each is the tight reading (clause on clause).
    """

    right: frozenset[Pair]
    wanted: tuple[frozenset[Pair], ...]
    right_tight: frozenset[Pair]
    wanted_tight: tuple[frozenset[Pair], ...]

    @classmethod
    def of(cls, event: gold.Event, claims: tuple[Claim, ...]) -> Target:
        """The target of ``event`` for these claims."""
        rows = defaultdict(list)
        for row, claim in enumerate(claims):
            rows[claim.article_id].append((row, claim.span))

        def on(mention: gold.Mention, tight: bool) -> list[int]:
            return [
                row
                for row, span in rows[mention.article_id]
                if any(gold.lies_on(span, s, tight) for s in mention.spans)
            ]

        def pairs(a: gold.Mention, b: gold.Mention, tight: bool) -> frozenset[Pair]:
            return frozenset((min(i, j), max(i, j)) for i in on(a, tight) for j in on(b, tight))

        def right(tight: bool) -> frozenset[Pair]:
            return frozenset(p for a, b in event.pairs() for p in pairs(a, b, tight))

        def wanted(tight: bool) -> tuple[frozenset[Pair], ...]:
            return tuple(pairs(a, b, tight) for a, b in event.pairs(full=True))

        return cls(right(False), wanted(False), right(True), wanted(True))


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts that add up over events, and the figures they give."""

    links: int = 0
    right: int = 0
    right_tight: int = 0
    wanted: int = 0
    found: int = 0
    found_tight: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def precision(self) -> float:
        """Share of the links that are a reader's."""
        return self.right / self.links if self.links else 0.0

    @property
    def recall(self) -> float:
        """Share of a reader's links that were found."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _f1(self.precision, self.recall)

    @property
    def tight(self) -> float:
        """The same, clause on clause."""
        if not self.links or not self.wanted:
            return 0.0
        return _f1(self.right_tight / self.links, self.found_tight / self.wanted)

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.3f} P {self.precision:.3f} R {self.recall:.3f} tight {self.tight:.3f}"
            f" ({self.links} links, {self.wanted} pairs)"
        )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def count(links: Iterable[Pair], target: Target) -> Counts:
    """The counts of ``links`` (rows, smaller first) against ``target``."""
    made = set(links)
    return Counts(
        len(made),
        len(made & target.right),
        len(made & target.right_tight),
        len(target.wanted),
        sum(not made.isdisjoint(w) for w in target.wanted),
        sum(not made.isdisjoint(w) for w in target.wanted_tight),
    )
