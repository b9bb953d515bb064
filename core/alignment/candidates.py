"""Which pairs are scored at all, and their features: the best few of either side, in every two articles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from core.alignment import pairs, scorer
from core.alignment.material import Material
from core.job import Job

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

BEST = 8
"""Candidates of each claim in each other article. Measured on the annotated events: 4 lose 15 % of the pairs that a
reader links, 8 lose about 5 %."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of rows (``i`` < ``j``, sorted) and their features, one column per name of ``names``."""

    i: Rows
    j: Rows
    x: Floats
    names: tuple[str, ...]


MANY = 40
"""Articles up to which every candidate is followed to the end."""
FAINT = 0.02
"""Among more articles, candidates that the scorer's first step gives less than this are followed no further: of 200 articles
all of them are 15 million rows and 5 GB. Measured on a made-up event: four fifths of the candidates and none of the links."""


def find(material: Material, job: Job, best: int = BEST) -> Candidates:
    """The candidates of all pairs of articles."""
    i: list[Rows] = []
    j: list[Rows] = []
    x: list[Floats] = []
    many = sum(len(rows) > 0 for rows in material.rows) > MANY
    names: tuple[str, ...] = ()
    sides = [pairs.Side.of(material, rows) for rows in material.rows if len(rows)]
    forms = np.arange(len(material.words.forms))
    blocks = list(combinations(sides, 2))
    for done, (a, b) in enumerate(blocks):
        job.step(done, len(blocks), "stage.alignment")
        if not done or a is not blocks[done - 1][0]:
            alike = pairs.likeness(material, a.forms, forms)
        tables = pairs.features(material, a, b, alike[:, b.forms])
        names = tuple(tables)
        wanted = (
            _best(tables["late"], best)
            | _best(tables["centred"], best)
            | _best(tables["cover30_min"] + tables["cover30_max"], best // 2)
        )
        tables |= pairs.worded(material, a, b, wanted)
        rows, columns = np.nonzero(wanted)
        own = np.stack([tables[n][rows, columns] for n in names], axis=1).astype(np.float32)
        if many:
            strong = scorer.load().alone.probability(own) >= FAINT
            rows, columns, own = rows[strong], columns[strong], own[strong]
        i.append(a.rows[rows])
        j.append(b.rows[columns])
        x.append(own)
    if not i:
        none = np.empty(0, dtype=np.int64)
        return Candidates(none, none, np.empty((0, 0), dtype=np.float32), ())
    first, second = np.concatenate(i), np.concatenate(j)
    order = np.lexsort((second, first))
    return Candidates(first[order], second[order], _arranged(x, order), names)


def _arranged(blocks: list[Floats], order: Rows) -> Floats:
    """The rows of ``blocks``, one after the other, in ``order``; each block is let go when it is copied, as two tables of a
    large comparison would not fit beside each other."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    out = np.empty((len(order), blocks[0].shape[1]), dtype=np.float32)
    start = 0
    blocks.reverse()
    while blocks:
        block = blocks.pop()
        out[place[start : start + len(block)]] = block
        start += len(block)
    return out


def _best(table: Floats, count: int) -> NDArray[np.bool_]:
    """Whether a pair is among the ``count`` best of its row or of its column."""
    return _best_of_rows(table, count) | _best_of_rows(table.T, count).T


def _best_of_rows(table: Floats, count: int) -> NDArray[np.bool_]:
    if table.shape[1] <= count:
        return np.ones(table.shape, dtype=bool)
    floor = -np.partition(-table, count - 1, axis=1)[:, count - 1 : count]
    return np.asarray(table >= floor, dtype=bool)
