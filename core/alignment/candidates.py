"""Which pairs are scored at all, and their features: the best few of either side, in every two articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from core.alignment import pairs, partners, relation, scorer
from core.alignment.between import Between
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
    """Pairs of rows (``i`` < ``j``, sorted) and their features, one column per name of ``names``; ``held``: which articles
    they were looked for in (``partners.held``).

    Of many articles' pairs ``x`` and ``names`` are only what is asked of them afterwards (SHOWN); then ``first`` is the
    scorer's first probability, and ``coded`` all features as its second step reads them.
    """

    i: Rows
    j: Rows
    x: Floats
    names: tuple[str, ...]
    held: partners.Table
    first: Floats | None = None
    coded: scorer.Coded | None = None


SHOWN = tuple(dict.fromkeys((*relation.READ, *scorer.COMMON)))
MANY = 40
"""Articles up to which every candidate is followed to the end."""
FAINT = 0.02
"""Among more articles, candidates that the scorer's first step gives less than this are followed no further: of 200 articles
all of them are 15 million rows and 5 GB. Measured on a made-up event: four fifths of the candidates and none of the links."""


TABLE = 16_000_000
"""Pairs of words whose likeness is kept at most: 64 MB, of 4,000 words. Forty made-up articles have 1,400."""
BLOCK = 256
"""Words that are held against all others together."""


def find(material: Material, job: Job, best: int = BEST) -> Candidates:
    """The candidates of all articles that are held against each other (``partners``)."""
    sides = [pairs.Side.of(material, rows) for rows in material.rows if len(rows)]
    likeness = _Likeness(material)
    held = partners.held(material, job)
    blocks = [(a, b) for a, b in combinations(sides, 2) if held[material.home[a.rows[0]], material.home[b.rows[0]]]]
    kept = _Kept(len(sides) > MANY, held)
    if len(sides) > MANY:
        material = replace(material, between=Between(limit=0))  # it would hold a small part of them
    for done, (a, b) in enumerate(blocks):
        job.step(done, len(blocks), "stage.alignment")
        if not done or a is not blocks[done - 1][0]:
            alike = likeness.of(a.forms)
        tables = pairs.features(material, a, b, alike[:, b.forms])
        wanted = (
            _best(tables["late"], best)
            | _best(tables["centred"], best)
            | _best(tables["cover30_min"] + tables["cover30_max"], best // 2)
        )
        kept.add(a, b, tables | pairs.worded(material, a, b, wanted), *np.nonzero(wanted))
    return kept.all()


class _Likeness:
    """How alike the words of an article are to all words: an event's words come again in article after article, so where
    the table of all words has room (TABLE) it is made once."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._forms = np.arange(len(material.words.forms))
        self._whole: Floats | None = None
        if 0 < len(self._forms) ** 2 <= TABLE:
            blocks = (self._forms[k : k + BLOCK] for k in range(0, len(self._forms), BLOCK))
            self._whole = np.concatenate([pairs.likeness(material, own, self._forms) for own in blocks])

    def of(self, forms: Rows) -> Floats:
        """A row for each of ``forms``, a column for each word of the material."""
        return pairs.likeness(self._material, forms, self._forms) if self._whole is None else self._whole[forms]


class _Kept:
    """The candidates as they are found, block by block; of ``many`` articles only what is not hopeless, and coded."""

    def __init__(self, many: bool, held: partners.Table) -> None:
        self._many, self._held = many, held
        self._names: tuple[str, ...] = ()
        self._new: list[tuple[Rows, Rows, Floats]] = []
        self._rows = 0
        self._columns: dict[str, list[Any]] = {n: [] for n in ("i", "j", "x", "first", "codes", "line")}

    def add(self, a: pairs.Side, b: pairs.Side, tables: dict[str, Floats], rows: Rows, columns: Rows) -> None:
        """The cells (``rows``, ``columns``) of the articles ``a`` and ``b``."""
        self._names = tuple(tables)
        cells = rows * len(b.rows) + columns
        own = np.stack([tables[n].ravel().take(cells) for n in self._names], axis=1).astype(np.float32, copy=False)
        self._new.append((a.rows[rows], b.rows[columns], own))
        self._rows += len(rows)
        # So many at a time: two hundred trees take hardly longer for them than for the rows of one block.
        if self._rows >= scorer.ROWS:
            self._sift()

    def _sift(self) -> None:
        if not self._new:
            return
        found: dict[str, Any] = dict(
            zip(("i", "j", "x"), map(np.concatenate, zip(*self._new, strict=True)), strict=True)
        )
        self._new, self._rows = [], 0
        if self._many:
            model = scorer.load()
            first = model.alone.probability(found["x"])
            strong = first >= FAINT
            found = {name: column[strong] for name, column in (found | {"first": first}).items()}
            coded = model.together.code(found["x"])
            shown = found["x"][:, [self._names.index(n) for n in SHOWN]]
            found |= {"codes": coded.codes, "line": coded.line, "x": shown}
        for name, column in found.items():
            self._columns[name].append(column)

    def all(self) -> Candidates:
        """All of them, sorted."""
        self._sift()
        if not self._columns["i"]:
            none = np.empty(0, dtype=np.int64)
            return Candidates(none, none, np.empty((0, 0), dtype=np.float32), (), self._held)
        order = np.lexsort([np.concatenate(self._columns[n]) for n in ("j", "i")])
        i, j, x, *rest = (_arranged(self._columns.pop(n), order) for n in tuple(self._columns) if self._columns[n])
        if not self._many:
            return Candidates(i, j, x, self._names, self._held)
        first, codes, line = rest
        return Candidates(i, j, x, SHOWN, self._held, first, scorer.Coded(codes, line))


def _arranged(blocks: list[NDArray[Any]], order: Rows) -> NDArray[Any]:
    """The rows of ``blocks``, one after the other, in ``order``; each block is let go when it is copied, as two tables of a
    large comparison would not fit beside each other."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    out = np.empty((len(order), *blocks[0].shape[1:]), dtype=blocks[0].dtype)
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
