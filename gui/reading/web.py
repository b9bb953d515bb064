"""What the gaps between the columns show: the ribbons of each pair of neighbours, and the threads that lead past a column
that leaves the chosen group out to the next one that carries it. Heights are in pixels of the column as it is scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF

from core.index import Index
from gui.reading.column import Column
from gui.reading.ground import BAND
from gui.reading.joints import Joints
from gui.reading.ribbons import Ribbon


def passing(centers: Sequence[float | None]) -> list[float | None]:
    """At which height a thread passes each column: ``centers`` has the heights of those that carry the group, None for
    those that do not. Between two that carry it the thread falls or rises evenly; outside of them there is none."""
    found: list[float | None] = [None] * len(centers)
    carrying = [n for n, center in enumerate(centers) if center is not None]
    for left, right in pairwise(carrying):
        start, end = centers[left], centers[right]
        assert start is not None
        assert end is not None
        for n in range(left + 1, right):
            found[n] = start + (end - start) * (n - left) / (right - left)
    return found


class Web:
    """Looks up what joins the columns; ``seen`` gives them from left to right."""

    def __init__(self, seen: Callable[[], list[Column]]) -> None:
        self._seen = seen
        self._joints: dict[tuple[str, str], Joints] = {}
        self._index: Index | None = None
        self.chosen: str | None = None
        self.passed: dict[str, float] = {}
        """Where the thread passed each column when it was last looked up."""
        self.all_ribbons = False

    def show(self, index: Index | None) -> None:
        """Join what ``index`` says; nothing of what was looked up before holds."""
        self._index = index
        self._joints.clear()

    def forget(self, article_id: str) -> None:
        """Drop the heights in one column: it was laid out anew."""
        for pair, joints in self._joints.items():
            if article_id in pair:
                joints.forget()

    def ribbons(self, left: str, right: str) -> tuple[QRectF, list[Ribbon]]:
        """Where the gap between two columns lies beside their texts, and its ribbons."""
        columns = {column.article_id: column for column in self._seen()}
        if self._index is None or left not in columns or right not in columns:
            return QRectF(), []
        one, other = columns[left], columns[right]
        joints = self._joints_of(self._index, one, other)
        found = joints.all() if self.all_ribbons else joints.of(self.chosen) if self.chosen else []
        shifts = one.shift - BAND, one.shift + BAND, other.shift - BAND, other.shift + BAND
        ribbons = [
            Ribbon(
                (j.left[0] + shifts[0], j.left[1] + shifts[1]),
                (j.right[0] + shifts[2], j.right[1] + shifts[3]),
                j.group_id == self.chosen,
            )
            for j in found
        ]
        return one.text_area(), [*ribbons, *self._thread(one, other)]

    def _joints_of(self, index: Index, one: Column, other: Column) -> Joints:
        pair = one.article_id, other.article_id
        if pair not in self._joints:
            self._joints[pair] = Joints(index, *pair, (one.text.reach, other.text.reach))
        return self._joints[pair]

    def passes(self) -> dict[str, float]:
        """Where the thread passes each column that leaves the chosen group out, by article, as all are scrolled now."""
        columns = self._seen()
        heights = passing([column.center for column in columns]) if self.chosen else []
        self.passed = {c.article_id: y for c, y in zip(columns, heights, strict=False) if y is not None}
        return self.passed

    def _thread(self, one: Column, other: Column) -> list[Ribbon]:
        passes = self.passed
        if not {one.article_id, other.article_id} & passes.keys():
            return []
        left, right = (passes.get(column.article_id, column.center) for column in (one, other))
        return [] if left is None or right is None else [Ribbon((left, left), (right, right), True, past=True)]
