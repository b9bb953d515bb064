"""Which pairs are scored at all: the best few of either side, in every two articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from core import cores, memory
from core.alignment import elsewhere, pairs, partners
from core.alignment.between import Between
from core.alignment.material import Material
from core.alignment.sieve import Candidates, Sieve, in_order, keep, nothing, table_of
from core.alignment.turns import BEST, Held, against, turns
from core.job import Job

if TYPE_CHECKING:
    from core.alignment.sieve import Blocks
    from core.alignment.turns import Found

MANY = 40
"""Articles up to which faint candidates are kept at all, for whoever asks what came nearest to a claim, and further processes help
to find them. Of 200 articles all candidates are 15 million, and a process takes as much memory again."""
TIDY = 300
"""Pairs of articles after which freed memory is given back, of many articles: each time takes 10 to 50 ms."""


def find(material: Material, job: Job, best: int = BEST) -> Candidates:
    """The candidates of all articles that are held against each other (``partners``), as the scorer's second step reads them."""
    table = partners.held(material, job)
    held = against(material, table)
    if sum(len(rows) > 0 for rows in material.rows) > MANY:
        return _of_many(material, table, held, best, job)
    found = elsewhere.sifted(material, held, best, job)
    if found is None:
        sieve = Sieve(many=False)
        for _, some in _met(material, held, best, job):
            sieve.add(some)
        found = sieve.sifted()
    return found.all(table)


def described(material: Material, job: Job, best: int = BEST) -> Candidates:
    """The same candidates with all their features, to be learned from."""
    table = partners.held(material, job)
    blocks: Blocks = {}
    names: tuple[str, ...] = ()
    for _, (i, j, features) in _met(material, against(material, table), best, job):
        names = tuple(features)
        keep(blocks, {"i": i, "j": j, "x": table_of(features, names)})
    if not names:
        return nothing(table)
    i, j, x = in_order(blocks).values()
    return Candidates(i, j, x, names, table)


def _of_many(material: Material, table: partners.Table, held: Sequence[Held], best: int, job: Job) -> Candidates:
    material = replace(material, between=Between(limit=0))  # it would hold a small part of them
    sieve, done, tidied = Sieve(many=True), 0, 0
    for count, some in _met(material, held, best, job):
        sieve.add(some)
        done += count
        if done - tidied >= TIDY:
            memory.give_back(len(material.rows))
            tidied = done
    sifted = sieve.sifted()
    job.check()
    return sifted.all(table)


def _met(material: Material, held: Sequence[Held], best: int, job: Job) -> Iterator[tuple[int, Found]]:
    """The candidates turn by turn: how many articles an article was held against, and what was found."""
    if not held:
        return
    ground = pairs.Ground.of(material)
    done, total = 0, sum(len(others) for _, others in held)
    for others, found in cores.side_by_side(lambda turn: (turn.others, turn.found(best, job)), turns(ground, held)):
        job.step(done, total, "stage.alignment")
        done += len(others)
        yield len(others), found
