"""How a pair stands among others: the fast way, of several articles at once, against the slow and obvious one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.alignment import standing
from core.alignment.standing import Cells, Field, Standing


def made(seed: int, rows: int, sizes: list[int]) -> tuple[np.ndarray, Field]:
    """A table in which many values are equal."""
    draw = np.random.default_rng(seed)
    starts = rows + np.cumsum([0, *sizes])
    others = [np.arange(start, start + size) for start, size in zip(starts, sizes, strict=False)]
    table = draw.integers(-3, 8, (rows, sum(sizes))).astype(np.float32) / 10
    table[draw.random(table.shape) < 0.1] *= np.float32(-0.0)
    return table, Field.of(np.arange(rows), others)


def among(values: list[float], k: int) -> tuple[float, float, float]:
    """Rank, gap and standard score of the value in place ``k``."""
    own, rest = values[k], values[:k] + values[k + 1 :]
    ahead = sum(v > own for v in values) + sum(v == own for v in values[:k])
    mean = sum(values) / len(values)
    spread = (sum((v - mean) ** 2 for v in values) / len(values)) ** 0.5
    return 1 / (1 + ahead), own - max(rest) if rest else 0.0, (own - mean) / (spread + 1e-6)


TABLES = st.integers(0, 10_000), st.integers(1, 6), st.lists(st.integers(1, 7), min_size=1, max_size=4)


@given(*TABLES)
def test_rank_gap_and_score_are_those_among_each_sides_pairs(seed: int, rows: int, sizes: list[int]) -> None:
    table, field = made(seed, rows, sizes)
    found = Standing(table, field).of(Cells.of(np.ones(table.shape, dtype=bool)))
    for x in range(rows):
        for y in range(table.shape[1]):
            first = field.starts[field.block[y]]
            row = table[x, first : first + field.sizes[field.block[y]]].astype(float).tolist()
            of_row, of_column = among(row, y - first), among(table[:, y].astype(float).tolist(), x)
            for name, a, b in zip(("rank", "gap", "z"), of_row, of_column, strict=True):
                low, high = (values[x * table.shape[1] + y] for values in found[name])
                # Where all are equal their spread is as good as none, and so is what is left of their mean.
                assert np.allclose(
                    (low, high), (min(a, b), max(a, b)), atol=0.2 if name == "z" and 0 in (a, b) else 1e-3
                )


@given(*TABLES, st.integers(1, 5))
def test_the_best_are_those_that_fewer_are_better_than(seed: int, rows: int, sizes: list[int], count: int) -> None:
    table, field = made(seed, rows, sizes)
    found = Standing(table, field).best(count)
    assert np.array_equal(found, standing.best(table, field, count))
    for (x, y), chosen in np.ndenumerate(found):
        same = field.block == field.block[y]
        assert chosen == ((table[x, same] > table[x, y]).sum() < count or (table[:, y] > table[x, y]).sum() < count)


@given(*TABLES)
def test_neighbours_are_no_further_than_two_claims_and_of_the_same_articles(
    seed: int, rows: int, sizes: list[int]
) -> None:
    table, field = made(seed, rows, sizes)
    found = standing.near(table, field)
    for (x, y), value in np.ndenumerate(found):
        around = [
            table[a, b]
            for a in range(rows)
            for b in range(table.shape[1])
            if (a, b) != (x, y) and abs(a - x) <= 2 and abs(b - y) <= 2 and field.block[b] == field.block[y]
        ]
        assert value == max([0.0, *around])
