"""Whose claims are held against whose, article by article, and what is found of each pair of claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core import cores
from core.alignment import pairs, partners
from core.alignment.material import Material
from core.job import Job

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Found = tuple[Rows, Rows, dict[str, Floats]]

BEST = 8
"""Candidates of each claim in each other article. Measured on the annotated events: 4 lose 15 % of the pairs that a
reader links, 8 lose about 5 %."""
CELLS = 45_000
"""Pairs of claims of one article with others' that are looked at together, those of twenty articles of 600 words: the hundreds
of steps that each such round takes weigh little. Of 20 articles, a comparison takes 5 % longer with 20,000."""
Held = tuple[int, list[int]]
"""An article's place, and those of others behind it that it is held against."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An article to be held against some others."""

    host: pairs.Host
    others: list[int]

    def found(self, best: int, job: Job) -> Found:
        """The candidates: their rows in the material, and their features."""
        job.check()
        meeting = self.host.meet(self.others)
        cells = meeting.wanted(best)
        job.check()
        return meeting.field.rows[cells.x], meeting.field.columns[cells.y], meeting.at(cells)


def turns(ground: pairs.Ground, held: Sequence[Held]) -> Iterator[Turn]:
    over: list[int] = []
    for home, others in held:
        host = pairs.Host(ground, home)
        for some in _rounds(ground.m, home, others):
            yield Turn(host, some)
        # The turns before the last ones that may be under way are over.
        over.append(home)
        if len(over) > cores.count() + 1:
            ground.texts.forget(ground.m.rows[over.pop(0)])


def against(material: Material, table: partners.Table) -> list[Held]:
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
