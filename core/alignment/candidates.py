"""Which pairs are scored at all, and their features: the best few of either side, in every two articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from core import cores, memory
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


CELLS = 45_000
"""Pairs of claims of one article with others' that are looked at together, those of twenty articles of 600 words: the hundreds
of steps that each such round takes weigh little. Of 20 articles, a comparison takes 5 % longer with 20,000."""


TIDY = 300
"""Pairs of articles after which freed memory is given back, of many articles: each time takes 10 to 50 ms."""


def find(material: Material, job: Job, best: int = BEST) -> Candidates:
    """The candidates of all articles that are held against each other (``partners``)."""
    table = partners.held(material, job)
    held = against(material, table)
    many = sum(len(rows) > 0 for rows in material.rows) > MANY
    kept = _Kept(many, table)
    if not held:
        return kept.all()
    if many:
        material = replace(material, between=Between(limit=0))  # it would hold a small part of them
    ground = pairs.Ground.of(material)
    done, total = 0, sum(len(others) for _, others in held)
    for others, found in cores.side_by_side(lambda turn: (turn.others, turn.found(best, job)), _turns(ground, held)):
        job.step(done, total, "stage.alignment")
        kept.add(*found)
        done += len(others)
        if many and done // TIDY > (done - len(others)) // TIDY:
            memory.give_back(len(material.rows))
    return kept.all()


@dataclass(frozen=True, slots=True)
class _Turn:
    """An article to be held against some others."""

    host: pairs.Host
    others: list[int]

    def found(self, best: int, job: Job) -> tuple[Rows, Rows, dict[str, Floats]]:
        """The candidates: their rows in the material, and their features."""
        job.check()
        meeting = self.host.meet(self.others)
        cells = meeting.wanted(best)
        job.check()
        return meeting.field.rows[cells.x], meeting.field.columns[cells.y], meeting.at(cells)


def _turns(ground: pairs.Ground, held: list[tuple[int, list[int]]]) -> Iterator[_Turn]:
    over: list[int] = []
    for home, others in held:
        host = pairs.Host(ground, home)
        for some in _rounds(ground.m, home, others):
            yield _Turn(host, some)
        # The turns before the last ones that may be under way are over.
        over.append(home)
        if len(over) > cores.count() + 1:
            ground.texts.forget(ground.m.rows[over.pop(0)])


def against(material: Material, table: partners.Table) -> list[tuple[int, list[int]]]:
    """Which articles are held against each other by ``table``: places of one and of those behind it, of articles that have
    claims."""
    places = [k for k, rows in enumerate(material.rows) if len(rows)]
    held = [(home, [k for k in places if k > home and table[home, k]]) for home in places]
    return [(home, others) for home, others in held if others]


def _rounds(material: Material, home: int, others: list[int]) -> Iterator[list[int]]:
    """``others`` in their order, so many at a time that they have CELLS pairs with the article ``home`` at most."""
    some: list[int] = []
    room = CELLS // len(material.rows[home])
    for other in others:
        if some and room < len(material.rows[other]):
            yield some
            some, room = [], CELLS // len(material.rows[home])
        some.append(other)
        room -= len(material.rows[other])
    yield some


class _Kept:
    """The candidates as they are found, round by round; of ``many`` articles only what is not hopeless, and coded."""

    def __init__(self, many: bool, held: partners.Table) -> None:
        self._many, self._held = many, held
        self._names: tuple[str, ...] = ()
        self._new: list[dict[str, Any]] = []
        self._rows = 0
        self._columns: dict[str, list[Any]] = {}

    def add(self, i: Rows, j: Rows, features: dict[str, Floats]) -> None:
        """The pairs (``i``, ``j``) of two articles."""
        self._names = tuple(features)
        table = np.empty((len(features), len(i)), dtype=np.float32)
        for row, values in zip(table, features.values(), strict=True):
            row[:] = values
        found = {"i": i, "j": j, "x": table.T}
        if not self._many:
            self._keep(found)
            return
        self._new.append(found)
        self._rows += len(i)
        # So many at a time: two hundred trees take hardly longer for them than for the rows of one round.
        if self._rows >= scorer.ROWS:
            self._sift()

    def _keep(self, found: dict[str, Any]) -> None:
        for name, column in found.items():
            self._columns.setdefault(name, []).append(column)

    def _sift(self) -> None:
        """Of what is new keep what is not hopeless."""
        if not self._new:
            return
        found = {name: np.concatenate([own[name] for own in self._new]) for name in self._new[0]}
        self._new, self._rows = [], 0
        model = scorer.load()
        first = model.alone.probability(found["x"])
        strong = np.flatnonzero(first >= FAINT)
        x = found["x"].T.take(strong, axis=1).T
        coded = model.together.code(x)
        shown = x[:, [self._names.index(n) for n in SHOWN]]
        rows = {"i": found["i"][strong], "j": found["j"][strong], "x": shown, "first": first[strong]}
        self._keep(rows | {"codes": coded.codes, "line": coded.line})

    def all(self) -> Candidates:
        """All of them, sorted."""
        self._sift()
        if not self._columns:
            none = np.empty(0, dtype=np.int64)
            return Candidates(none, none, np.empty((0, 0), dtype=np.float32), (), self._held)
        order = np.lexsort([np.concatenate(self._columns[n]) for n in ("j", "i")])
        i, j, x, *rest = (_arranged(self._columns.pop(n), order) for n in tuple(self._columns))
        if not self._many:
            return Candidates(i, j, x, self._names, self._held)
        first, codes, line = rest
        return Candidates(i, j, x, SHOWN, self._held, first, scorer.Coded(codes, line))


def _arranged(blocks: list[NDArray[Any]], order: Rows) -> NDArray[Any]:
    """The rows of ``blocks``, one after the other, in ``order``; each block is let go when it is copied, as two tables of a
    large comparison would not fit beside each other. A table's columns lie one after the other."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    out = np.empty((*blocks[0].shape[:0:-1], len(order)), dtype=blocks[0].dtype).T
    start = 0
    blocks.reverse()
    while blocks:
        block = blocks.pop()
        own = place[start : start + len(block)]
        # Mostly they are in order as they are.
        if (np.diff(own) == 1).all():
            first = int(own[0]) if len(own) else 0
            out[first : first + len(own)] = block
        else:
            out[own] = block
        start += len(block)
    return out
