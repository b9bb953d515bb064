"""The features of many candidates in tables: a row of numbers each, where a dict takes six times the room.

200 articles have a hundred thousand candidates with some fifty features each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import TYPE_CHECKING

import numpy as np

from core.framing.evidence import Candidate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ROWS = 1024
"""Candidates of one table."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """``column`` is the place of each name; what a row has not is NaN."""

    column: dict[str, int]
    values: Floats


class Row(Mapping[str, float]):
    """The features of one candidate: a row of its table."""

    __slots__ = ("row", "table")

    def __init__(self, table: Table, row: int) -> None:
        self.table, self.row = table, row

    def __getitem__(self, name: str) -> float:
        value = float(self.table.values[self.row, self.table.column[name]])
        if value != value:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        own = np.isnan(self.table.values[self.row]).tolist()
        return (name for name, k in self.table.column.items() if not own[k])

    def __len__(self) -> int:
        return int((~np.isnan(self.table.values[self.row])).sum())


def packed(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The same candidates, their features in tables."""
    left = iter(candidates)
    while some := list(islice(left, ROWS)):
        column = {name: k for k, name in enumerate(sorted({name for c in some for name in c.features}))}
        table = Table(column, np.full((len(some), len(column)), np.nan))
        for row, c in enumerate(some):
            own = c.features
            table.values[row, [column[name] for name in own]] = list(own.values())
            yield replace(c, features=Row(table, row))


def columns(places: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """A row for each of ``names`` and a column for each of ``places``; what a place has not is 0."""
    out = np.zeros((len(names), len(places)))
    start = 0
    for table, run in groupby(places, key=lambda p: p.table if isinstance(p, Row) else None):
        own = list(run)
        at = slice(start, start + len(own))
        start = at.stop
        if table is None:
            out[:, at] = np.array([[float(p.get(name, 0.0)) for p in own] for name in names]).reshape(len(names), -1)
            continue
        known = [k for k, name in enumerate(names) if name in table.column]
        rows = [p.row for p in own if isinstance(p, Row)]
        out[known, at] = np.nan_to_num(table.values[np.ix_(rows, [table.column[names[k]] for k in known])].T, nan=0.0)
    return out
