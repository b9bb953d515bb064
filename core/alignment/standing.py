"""How each pair stands among the other pairs of its two claims, for one article held against several others at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

REACH = 2
"""Claims before and behind that are neighbours."""


@dataclass(frozen=True, slots=True)
class Field:
    """The claims ``rows`` of one article against ``columns``, those of several others, one article after the other.

    ``starts``: where each other article begins among the columns, ``sizes``: how many it has (at least one), ``block``: which
    of them each column is of, ``within``: its place there.
    """

    rows: Rows
    columns: Rows
    starts: Rows
    sizes: Rows
    block: Rows
    within: Rows

    @classmethod
    def of(cls, rows: Rows, others: Sequence[Rows]) -> Field:
        """The field of at least one other article."""
        sizes = np.array([len(own) for own in others], dtype=np.int64)
        starts = np.cumsum(sizes) - sizes
        block = np.repeat(np.arange(len(sizes)), sizes)
        columns = np.concatenate(others)
        return cls(rows, columns, starts, sizes, block, np.arange(len(columns)) - starts[block])

    @property
    def shape(self) -> tuple[int, int]:
        """Of a table with a cell for each pair."""
        return len(self.rows), len(self.columns)


@dataclass(frozen=True, slots=True)
class Cells:
    """Some cells of a field's tables, row by row. ``flat``: their places in a table, ``turned``: in the table turned."""

    x: Rows
    y: Rows
    flat: Rows
    turned: Rows

    @classmethod
    def of(cls, wanted: NDArray[np.bool_]) -> Cells:
        """The cells where ``wanted`` holds."""
        flat = np.flatnonzero(wanted)
        x, y = np.divmod(flat, wanted.shape[1])
        return cls(x, y, flat, y * wanted.shape[0] + x)


@dataclass(frozen=True, slots=True)
class Groups:
    """A table as rows of which each holds what stands against one claim in one article.

    ``values``: filled up with -inf where the articles have not the same number of claims; ``order``: the places of each row
    from the highest value down, of equals the first first; ``mean`` and ``spread`` of each row; ``single``: whether it has
    one value only.
    """

    values: Floats
    order: Rows
    mean: Floats
    spread: Floats
    single: NDArray[np.bool_]

    @classmethod
    def of_rows(cls, table: Floats, field: Field) -> Groups:
        """A row for each claim of the field's article and each other article, which stand claim by claim."""
        values = _filled(table, field)
        values = values.reshape(-1, values.shape[2])
        sizes = field.sizes.astype(np.float32)
        mean: Floats = np.asarray(np.add.reduceat(table, field.starts, axis=1) / sizes, dtype=np.float32)
        off = table - mean[:, field.block]
        spread: Floats = np.sqrt(np.add.reduceat(off * off, field.starts, axis=1) / sizes)
        single = np.broadcast_to(field.sizes == 1, mean.shape).ravel()
        return cls(values, _descending(values), np.ravel(mean), np.ravel(spread), single)

    @classmethod
    def of_columns(cls, table: Floats) -> Groups:
        """A row for each column of the table."""
        values = np.ascontiguousarray(table.T)
        mean = table.mean(axis=0)
        off = table - mean
        single = np.full(len(values), table.shape[0] == 1)
        return cls(values, _descending(values), mean, np.sqrt((off * off).mean(axis=0)), single)

    def floor(self, count: int) -> Floats:
        """The value of each row that ``count`` of it reach; -inf where it has fewer."""
        return self._at(count - 1) if count <= self.values.shape[1] else np.full(len(self.values), -np.inf, np.float32)

    def _at(self, place: int) -> Floats:
        return np.take_along_axis(self.values, self.order[:, place : place + 1], axis=1)[:, 0]

    def standing(self, own: Rows, value: Floats, flat: Rows) -> tuple[Floats, Floats, Floats]:
        """Of pairs in the rows ``own``, with their values and their places in ``values``: reciprocal rank, distance to the
        best other value, standard score."""
        count, width = self.values.shape
        ranks = np.empty(count * width, dtype=np.float32)
        start = np.arange(count)[:, None] * width
        ranks[(self.order + start).ravel()] = np.tile(np.arange(1, width + 1, dtype=np.float32), count)
        best = self._at(0)
        second = np.where(self.single, best, self._at(min(1, width - 1)))
        best, second = best[own], second[own]
        gap = value - np.where(value >= best, second, best)
        score = (value - self.mean[own]) / (self.spread[own] + np.float32(1e-6))
        return np.asarray(1 / ranks[flat], dtype=np.float32), np.asarray(gap, dtype=np.float32), score


def _descending(values: Floats) -> Rows:
    """As a stable argsort of ``-values``. Each value with its place makes one whole number, as those are sorted twice as fast."""
    bits = (values + np.float32(0)).view(np.int32)  # 0 and -0 are one value
    keys = -(bits ^ ((bits >> 31) & 0x7FFFFFFF)).astype(np.int64)
    keys <<= 32
    keys |= np.arange(values.shape[1])
    keys.sort(axis=1)
    keys &= 0xFFFFFFFF
    return keys


class Standing:
    """A table's pairs among those of either claim."""

    def __init__(self, table: Floats, field: Field) -> None:
        self._table, self._field = table, field
        self._rows, self._columns = Groups.of_rows(table, field), Groups.of_columns(table)

    def best(self, count: int) -> NDArray[np.bool_]:
        """Whether a pair is among the ``count`` best of its row's claim in the other article, or of its column's claim."""
        of_rows = self._rows.floor(count).reshape(len(self._table), -1)[:, self._field.block]
        return np.asarray((self._table >= of_rows) | (self._table >= self._columns.floor(count)), dtype=bool)

    def of(self, cells: Cells) -> dict[str, tuple[Floats, Floats]]:
        """``rank``, ``gap`` and ``z`` of ``cells``, of each the smaller and the larger of both claims'."""
        value = self._table.ravel()[cells.flat]
        own = cells.x * len(self._field.sizes) + self._field.block[cells.y]
        flat = own * self._rows.values.shape[1] + self._field.within[cells.y]
        of_rows = self._rows.standing(own, value, flat)
        of_columns = self._columns.standing(cells.y, value, cells.turned)
        return {
            name: (np.minimum(x, y), np.maximum(x, y))
            for name, x, y in zip(("rank", "gap", "z"), of_rows, of_columns, strict=True)
        }


def best(table: Floats, field: Field, count: int) -> NDArray[np.bool_]:
    """As ``Standing.best``, of a table that is asked for nothing else."""
    of_rows = _floor(_filled(table, field), count)[:, field.block]
    return np.asarray((table >= of_rows) | (table >= _floor(np.ascontiguousarray(table.T), count)), dtype=bool)


def _filled(table: Floats, field: Field) -> Floats:
    """``table`` by row, other article, and column of that article; -inf where an article has fewer than others."""
    values = np.full((len(table), len(field.sizes), int(field.sizes.max())), -np.inf, dtype=np.float32)
    values[:, field.block, field.within] = table
    return values


def _floor(values: Floats, count: int) -> Floats:
    if values.shape[-1] < count:
        return np.full(values.shape[:-1], -np.inf, dtype=np.float32)
    return np.sort(values, axis=-1)[..., -count]


def near(table: Floats, field: Field) -> Floats:
    """The best of each pair's neighbours: up to REACH claims before or behind in both articles; at least 0."""
    rows, columns = table.shape
    # Each article's columns with zeros between them, so that none is a neighbour of another's.
    place = np.arange(columns) + REACH * (field.block + 1)
    apart = np.zeros((rows, columns + REACH * (len(field.sizes) + 1)), dtype=np.float32)
    apart[:, place] = table
    beside = np.zeros_like(apart)
    for step in range(1, REACH + 1):
        np.maximum(beside[:, step:], apart[:, :-step], out=beside[:, step:])
        np.maximum(beside[:, :-step], apart[:, step:], out=beside[:, :-step])
    whole = np.maximum(beside, apart)
    for step in range(1, REACH + 1):
        np.maximum(beside[step:], whole[:-step], out=beside[step:])
        np.maximum(beside[:-step], whole[step:], out=beside[:-step])
    return np.asarray(beside[:, place], dtype=np.float32)
