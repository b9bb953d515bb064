"""Which articles are held against each other: every two, or of many a choice that leaves no claim without its nearest.

Two hundred articles make 19,900 pairs, and what the hundredth of them says of a claim that ninety have in common is hardly
ever new. So of more than MANY each is held against the same few (HUBS), which between them come nearest to what all say, and
against some further ones (FURTHER), which come nearest to what of its own claims the hubs have not: facility location
by its greedy approximation (Cornuéjols, Fisher and Nemhauser 1977, "Location of Bank Accounts to Optimize Float").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from core.job import Job
from core.model import EVERY_TWO

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.alignment.material import Material

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Table = NDArray[np.bool_]

MANY = EVERY_TWO
HUBS = 12
FURTHER = 6
"""Rounds in which each article chooses one more."""
ROWS = 256
"""Claims that are held against all others together."""


def everybody(count: int) -> Table:
    """Each of ``count`` articles with each other."""
    return ~np.eye(count, dtype=bool)


def held(m: Material, job: Job) -> Table:
    """Whether the articles of ``m`` (rows and columns by their places) are held against each other."""
    count = len(m.rows)
    if count <= MANY:
        return everybody(count)
    near = _nearness(m, job)
    out = np.zeros((count, count), dtype=bool)
    # Of each claim how near the nearest is that its article is held against.
    cover = np.zeros(len(near), dtype=np.float32)
    for _ in range(HUBS):
        job.check()
        gain = np.maximum(near - cover[:, None], 0).sum(axis=0, dtype=np.float64)
        hub = int(np.argmax(np.where(out.any(axis=0) & out.all(axis=1), -1, gain)))
        out[hub], out[:, hub] = True, True
        cover = np.maximum(cover, near[:, hub])
        cover[m.rows[hub]] = 1
    for _ in range(FURTHER):
        job.check()
        gain = _gain(m, near, cover)
        gain = np.where(out, -1, gain + gain.T)
        np.fill_diagonal(gain, -1)
        chosen = gain.argmax(axis=1)
        own = np.arange(count)[gain.max(axis=1) > 0]
        out[own, chosen[own]] = out[chosen[own], own] = True
        cover = np.maximum(cover, np.where(out[m.home], near, 0).max(axis=1))
    np.fill_diagonal(out, False)
    return out


def nearest(m: Material, claims: Sequence[int]) -> Rows:
    """The claim (row of the material) of each article (column) that is nearest in meaning to each of ``claims`` (rows), -1 where
    the article has none."""
    out = np.full((len(claims), len(m.rows)), -1, dtype=np.int64)
    alike = m.claim[list(claims)] @ m.claim.T
    for article, rows in enumerate(m.rows):
        if len(rows):
            out[:, article] = rows[alike[:, rows].argmax(axis=1)]
    return out


def _nearness(m: Material, job: Job) -> Floats:
    """How near each claim (row) comes to that of each article (column) which is nearest to it: cosines, -1 for its own."""
    articles = [k for k, rows in enumerate(m.rows) if len(rows)]
    starts = [int(m.rows[k][0]) for k in articles]
    out = np.full((len(m.claim), len(m.rows)), -1, dtype=np.float32)
    for start in range(0, len(m.claim), ROWS):
        job.check()
        alike = m.claim[start : start + ROWS] @ m.claim.T
        out[start : start + ROWS, articles] = np.maximum.reduceat(alike, starts, axis=1)
    out[np.arange(len(out)), m.home] = -1
    return out


def _gain(m: Material, near: Floats, cover: Floats) -> NDArray[np.float64]:
    """How much nearer the claims of each article (row) would find something in each other one (column)."""
    nearer = np.maximum(near - cover[:, None], 0)
    return np.array([nearer[rows].sum(axis=0, dtype=np.float64) for rows in m.rows])
