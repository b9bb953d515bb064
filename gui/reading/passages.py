"""What a column shows, without a pixel: its claims and marks as ranges of UTF-16 units, and what joins two columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from core.index import Index
from core.model import Claim, Mark, Omission
from gui.offsets import Offsets


@dataclass(frozen=True, slots=True)
class Stretch:
    """A claim's or a mark's place in the document, half-open in UTF-16 units.

    ``weight`` is the number of articles that carry the claim (0: this one alone), or the lane of a mark's line.
    """

    id: str
    start: int
    end: int
    weight: int = 0


class Passages:
    """One article's claims and marks."""

    def __init__(self, index: Index, article_id: str) -> None:
        self.article = index.article[article_id]
        self.offsets = Offsets(self.article.text)
        self.claims = [self._claim(index, claim) for claim in index.claims_of[article_id]]
        self._shown: Sequence[Mark] = ()
        self._marks: list[Stretch] | None = None
        self._units_of: dict[str, tuple[int, int]] = {}
        self._stretch = {stretch.id: stretch for stretch in self.claims}
        self._longest = max((s.end - s.start for s in self.claims), default=0)

    def _claim(self, index: Index, claim: Claim) -> Stretch:
        group = index.group_of.get(claim.id)
        carriers = len(index.carriers(group.id)) if group else 0
        return Stretch(claim.id, *self.offsets.units(claim.span), carriers)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Let ``marks`` be the ones shown; they are placed when they are asked for."""
        self._shown, self._marks = marks, None

    @property
    def marks(self) -> list[Stretch]:
        """The marks that are shown and have words, in the order of the text, each in the first lane that is free."""
        if self._marks is None:
            self._marks = self._place(self._shown)
        return self._marks

    def _place(self, marks: Sequence[Mark]) -> list[Stretch]:
        placed: list[Stretch] = []
        # A whole sentence's line lies below those of its words.
        for whole in (False, True):
            live = list(placed)
            own = [(self._units(m), m.id) for m in marks if (m.kind == "emphasis") is whole]
            for (start, end), mark_id in sorted(own, key=itemgetter(0)):
                if start == end:
                    continue
                lane = 0
                if live:
                    live = [s for s in live if s.end > start]
                    taken = {s.weight for s in live if s.start < end}
                    while lane in taken:
                        lane += 1
                placed.append(Stretch(mark_id, start, end, lane))
                live.append(placed[-1])
        return sorted(placed, key=attrgetter("start"))

    def _units(self, mark: Mark) -> tuple[int, int]:
        # Where a mark stands is asked with every switch of a lens, and never changes.
        if mark.id not in self._units_of:
            self._units_of[mark.id] = self.offsets.units(mark.span)
        return self._units_of[mark.id]

    def claim(self, claim_id: str) -> Stretch:
        """Where the claim stands; KeyError where it is another article's."""
        return self._stretch[claim_id]

    def claims_between(self, start: int, end: int) -> list[Stretch]:
        """The claims that overlap the units from ``start`` to ``end``, in the order of the text."""
        first = bisect_left(self.claims, start - self._longest, key=lambda s: s.start)
        last = bisect_right(self.claims, end, key=lambda s: s.start)
        return [s for s in self.claims[first:last] if s.end > start]

    def claim_at(self, unit: int) -> str | None:
        """The id of the claim at ``unit``; of several the shortest."""
        at = [s for s in self.claims_between(unit, unit) if s.start <= unit < s.end]
        return min(at, key=lambda s: s.end - s.start).id if at else None

    def mark_at(self, unit: int) -> str | None:
        """The id of the shown mark at ``unit``; of several the shortest."""
        at = [s for s in self.marks if s.start <= unit < s.end]
        return min(at, key=lambda s: s.end - s.start).id if at else None


def joined(index: Index, group_id: str, left: str, right: str) -> list[tuple[str, str]]:
    """The claims of two articles that a ribbon joins: those linked; where the group came about by way of a third
    article, the first of each."""
    own, other = index.mentions(group_id, left), index.mentions(group_id, right)
    here, there = {c.id for c in own}, {c.id for c in other}
    linked = []
    for number in index.group[group_id].links:
        link = index.comparison.links[number]
        if link.a in here and link.b in there:
            linked.append((link.a, link.b))
        elif link.b in here and link.a in there:
            linked.append((link.b, link.a))
    if not linked and own and other:
        return [(own[0].id, other[0].id)]
    return linked


def omission(index: Index, group_id: str, article_id: str) -> Omission | None:
    """The article's omission of the group; None where it carries it."""
    return next((o for o in index.group[group_id].omitted_by if o.article_id == article_id), None)
