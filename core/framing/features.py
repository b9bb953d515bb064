"""The features of many candidates in tables: a row of numbers each, where a dict takes six times the room.

200 articles have a hundred thousand candidates with some fifty features each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

import numpy as np

from core.framing.evidence import Candidate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ROWS = 1024
"""Candidates of one table."""


DIGITS = 5
"""Digits that the models are told of a feature: a word is as near to itself as 1, and not now a little more and now a little
less."""


@dataclass(slots=True, eq=False)
class Table:
    """``column`` is the place of each name; what a row has not is NaN."""

    column: dict[str, int]
    values: Floats | NDArray[np.float32]

    def shrink(self) -> None:
        """Keep the values in half the room, where the models (DIGITS) are told the same."""
        if self.values.dtype != np.float32:
            told = self.values.round(DIGITS)
            small = told.astype(np.float32)
            if np.array_equal(small.astype(np.float64).round(DIGITS), told, equal_nan=True):
                self.values = small


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


def packed(candidates: Iterable[Candidate], room: Sequence[str] = (), scored: bool = False) -> Iterator[Candidate]:
    """The same candidates, their features in tables; those that have them in one already are left as they are.

    ``room``: names of further features, which are not known yet (``put``). ``scored``: a model will score them, and nobody else
    asks for the features.
    """
    left = iter(candidates)
    while some := list(islice(left, ROWS)):
        loose = [c for c in some if not isinstance(c.features, Row)]
        rows = iter(_rows([c.features for c in loose], room))
        found = [c if isinstance(c.features, Row) else featured(c, next(rows)) for c in some]
        if scored:
            for table in {
                id(c.features.table): c.features.table for c in found if isinstance(c.features, Row)
            }.values():
                table.shrink()
        yield from found


def featured(c: Candidate, features: Mapping[str, float]) -> Candidate:
    """The candidate with other features (``dataclasses.replace`` takes five times as long)."""
    return Candidate(c.kind, c.article_id, c.span, features, c.reason, c.against, c.group_id, c.voice)


def put(c: Candidate, name: str, value: float) -> Candidate:
    """The candidate with one more feature (of DIGITS): in its table where there is room for it, which takes no memory."""
    if isinstance(c.features, Row) and name in c.features.table.column:
        row, column = c.features.row, c.features.table.column[name]
        c.features.table.values[row, column] = value
        if np.float64(c.features.table.values[row, column]).round(DIGITS) == value:
            return c
    return featured(c, {**c.features, name: value})


def _rows(places: Sequence[Mapping[str, float]], room: Sequence[str]) -> list[Row]:
    """The rows of a new table."""
    # A lens names its features in the same order for most of its candidates: those are written together.
    alike: dict[tuple[str, ...], list[int]] = {}
    for row, own in enumerate(places):
        alike.setdefault(tuple(own), []).append(row)
    column = {name: k for k, name in enumerate(sorted({*room, *(name for names in alike for name in names)}))}
    values = np.full((len(places), len(column)), np.nan)
    for names, rows in alike.items():
        found = np.array([list(places[row].values()) for row in rows], dtype=np.float64)
        values[np.ix_(rows, [column[name] for name in names])] = found.reshape(len(rows), len(names))
    table = Table(column, values)
    return [Row(table, row) for row in range(len(places))]


def table_of(columns: Mapping[str, Floats | float], count: int) -> list[Row]:
    """``count`` rows of a table with these columns, each of so many numbers (NaN where a row has none) or of one for all."""
    column = {name: k for k, name in enumerate(columns)}
    values = np.empty((count, len(column)))
    for k, own in enumerate(columns.values()):
        values[:, k] = own
    table = Table(column, values)
    return [Row(table, row) for row in range(count)]


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
