"""Which columns are seen, and in which order: what the reader hid, widened, or set in front as the base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Arrangement:
    """Ids of articles. ``base`` stands at the left and stays there while the others scroll sideways."""

    hidden: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    base: str | None = None

    def seen(self, order: Sequence[str]) -> list[str]:
        """The columns that are seen, from left to right."""
        shown = [a for a in order if a not in self.hidden]
        return sorted(shown, key=lambda a: a != self.base)

    def hide(self, article_id: str) -> Arrangement:
        """Without one column; a base that is hidden is a base no more."""
        base = None if self.base == article_id else self.base
        return replace(self, hidden=self.hidden | {article_id}, base=base)

    def bring_back(self, article_id: str | None = None) -> Arrangement:
        """With one hidden column again, or with all."""
        return replace(self, hidden=self.hidden - {article_id} if article_id else frozenset())

    def widen(self, article_id: str) -> Arrangement:
        """One column wider, or as wide as the others again."""
        return replace(self, wide=self.wide ^ {article_id})

    def pin(self, article_id: str) -> Arrangement:
        """One column as the base, or no base where it is the base already."""
        return replace(self, base=None if self.base == article_id else article_id)

    def within(self, order: Sequence[str]) -> Arrangement:
        """What is left of it once only the articles of ``order`` are there."""
        there = frozenset(order)
        return Arrangement(self.hidden & there, self.wide & there, self.base if self.base in there else None)


def moved(order: Sequence[str], article_id: str, before: str | None) -> list[str]:
    """``order`` with one article moved to stand before another, or last where ``before`` is None."""
    rest = [a for a in order if a != article_id]
    at = rest.index(before) if before in rest else len(rest)
    return [*rest[:at], article_id, *rest[at:]]


def stepped(order: Sequence[str], seen: Sequence[str], article_id: str, step: int) -> list[str]:
    """``order`` with one article moved past its neighbour among the columns that are seen (1 right, -1 left)."""
    at = seen.index(article_id)
    if not 0 <= at + step < len(seen):
        return list(order)
    beyond = at + step + (step > 0)
    return moved(order, article_id, seen[beyond] if 0 <= beyond < len(seen) else None)
