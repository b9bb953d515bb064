"""Which claims a gap's ribbons join, looked up once per comparison, and at which heights, once per layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.index import Index
from gui.reading.passages import joined

Reach = Callable[[str], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Joint:
    """Two claims of one group, with the heights of each in its own document."""

    group_id: str
    left: tuple[float, float]
    right: tuple[float, float]


class Joints:
    """Everything that joins two neighbouring columns."""

    def __init__(self, index: Index, left: str, right: str, reaches: tuple[Reach, Reach]) -> None:
        self._index = index
        self._columns = (left, right)
        self._reaches = reaches
        self._found: dict[str, list[Joint]] = {}

    def forget(self) -> None:
        """Drop the heights: one of the columns was laid out anew."""
        self._found.clear()

    def of(self, group_id: str) -> list[Joint]:
        """The joints of one group."""
        if group_id not in self._found:
            left, right = self._reaches
            pairs = joined(self._index, group_id, *self._columns)
            self._found[group_id] = [Joint(group_id, left(a), right(b)) for a, b in pairs]
        return self._found[group_id]

    def all(self) -> list[Joint]:
        """The joints of all groups."""
        return [joint for group in self._index.comparison.groups for joint in self.of(group.id)]
