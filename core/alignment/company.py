"""What the other pairs say of a pair: support by a third article, rivals, neighbours, company.

Second step of the scorer (stacking, Wolpert 1992): the first step's probabilities of all pairs, looked at
around each pair. Sparse: only pairs of some probability count, and of each claim its best ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.job import Job

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

FLOOR = 0.05
"""Pairs under this probability support nothing."""
DEGREE = 32
"""Of each claim only so many likely pairs are followed, so that 200 articles cost no cube."""
ROWS = 256
"""Claims whose pairs are looked at together."""
PAIRS = 8_192
"""Pairs that are looked at together."""
REACH = 3
"""Claims before and behind that count as near."""
NAMES = (
    "first", "support", "support_sum", "rival_min", "rival_max", "others_min", "others_max", "spread_min", "spread_max",
    "company", "discord", "beside", "around",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scored:
    """Candidate pairs (``i`` < ``j``, rows of the material) with their first probability ``p``, sorted by (i, j)."""

    i: Rows
    j: Rows
    p: Floats

    def only(self, rows: Rows | None) -> Scored:
        """The pairs in ``rows``; all, where not given."""
        return self if rows is None else Scored(self.i[rows], self.j[rows], self.p[rows])


def features(
    scored: Scored,
    home: Rows,
    held: NDArray[np.bool_] | None = None,
    job: Job | None = None,
    rows: Rows | None = None,
) -> Floats:
    """One row per pair of ``scored`` (of those in ``rows``, where these are given), one column per name of NAMES.

    ``home``: the article of every claim; ``held``: which articles were held against each other (rows and columns by their
    places; all, where not given)."""
    count, articles = len(home), int(home.max()) + 1 if len(home) else 0
    best, total = _by_article(scored, home, count, articles)
    job, own = job or Job(), scored.only(rows)
    job.check()
    held = ~np.eye(articles, dtype=bool) if held is None else held[:articles, :articles]
    # Third articles that both of a pair's were held against, and second ones of each.
    third = held.astype(np.float32) @ held.astype(np.float32)
    others = np.maximum(1, third)[home[own.i], home[own.j]]
    # Column by column into its place: of 200 articles' three million pairs a column takes 12 MB.
    out = np.empty((len(NAMES), len(own.p)), dtype=np.float32).T
    out[:, 0] = own.p
    out[:, 1], support_sum = _support(scored, own, count, job)
    out[:, 2] = support_sum / others
    rival_i, rest_i = _rivals(scored, own, home, best, total)
    rival_j, rest_j = _rivals(_turned(scored), _turned(own), home, best, total)
    out[:, 3], out[:, 4] = np.minimum(rival_i, rival_j), np.maximum(rival_i, rival_j)
    out[:, 5], out[:, 6] = np.minimum(rest_i, rest_j), np.maximum(rest_i, rest_j)
    del support_sum, rival_i, rival_j, rest_i, rest_j
    spread = best.sum(axis=1) / np.maximum(1, held.sum(axis=1))[home]
    out[:, 7] = np.minimum(spread[own.i], spread[own.j])
    out[:, 8] = np.maximum(spread[own.i], spread[own.j])
    company, discord = _company(own, home, best, held, job)
    out[:, 9], out[:, 10] = company / others, discord / others
    out[:, 11], out[:, 12] = _near(scored, own, home, job)
    return out


def _turned(s: Scored) -> Scored:
    return Scored(s.j, s.i, s.p)


def _by_article(s: Scored, home: Rows, count: int, articles: int) -> tuple[Floats, Floats]:
    """Of every claim the best and the summed probability in every article."""
    best = np.zeros((count, articles), dtype=np.float32)
    total = np.zeros((count, articles), dtype=np.float32)
    for x, y in ((s.i, s.j), (s.j, s.i)):
        np.maximum.at(best, (x, home[y]), s.p)
        np.add.at(total, (x, home[y]), s.p)
    return best, total


def _rivals(s: Scored, own: Scored, home: Rows, best: Floats, total: Floats) -> tuple[Floats, Floats]:
    """Of each pair of ``own`` the best probability of ``i`` with another claim of ``j``'s article, and the sum of all those."""
    second, ties = np.zeros_like(best), np.zeros_like(best)
    lower = s.p < best[s.i, home[s.j]]
    np.maximum.at(second, (s.i[lower], home[s.j[lower]]), s.p[lower])
    np.add.at(ties, (s.i[~lower], home[s.j[~lower]]), 1)
    cell = own.i, home[own.j]
    alone = (own.p >= best[cell]) & (ties[cell] < 2)
    rival = np.where(alone, second[cell], best[cell])
    return np.asarray(rival, dtype=np.float32), np.asarray(total[cell] - own.p, dtype=np.float32)


def _support(s: Scored, asked: Scored, count: int, job: Job) -> tuple[Floats, Floats]:
    """Of each pair of ``asked``, over claims k of third articles: the best of min(p_ik, p_jk), and the sum of p_ik · p_jk.

    A claim of i's or of j's own article is never the partner of both, as no pair lies inside an article.
    """
    partner, strength = _partners(s, count)
    job.check()
    best, summed = np.zeros(len(asked.p), dtype=np.float32), np.zeros(len(asked.p), dtype=np.float32)
    bounds = np.searchsorted(asked.i, np.arange(count + 1))
    for start in range(0, count, ROWS):
        job.check()
        last = min(count, start + ROWS)
        table = np.zeros((last - start, count + 1), dtype=np.float32)
        np.put_along_axis(table, partner[start:last], strength[start:last], axis=1)
        for at in range(bounds[start], bounds[last], PAIRS):
            own = slice(at, min(at + PAIRS, bounds[last]))
            of_j = strength[asked.j[own]]
            of_i = table.ravel().take(partner[asked.j[own]] + ((asked.i[own] - start) * table.shape[1])[:, None])
            best[own] = np.minimum(of_i, of_j).max(axis=1, initial=0)
            summed[own] = np.einsum("ij,ij->i", of_i, of_j)
    return best, summed


def _partners(s: Scored, count: int) -> tuple[Rows, Floats]:
    """Of each claim its most probable partners, and their probabilities; where it has fewer than others, ``count`` (which is
    no claim) and 0 fill its row."""
    keep = s.p >= FLOOR
    x = np.concatenate([s.i[keep], s.j[keep]])
    y = np.concatenate([s.j[keep], s.i[keep]])
    p = np.concatenate([s.p[keep], s.p[keep]])
    order = np.lexsort((y, -p, x))
    x, y, p = x[order], y[order], p[order]
    place = np.arange(len(x)) - np.searchsorted(x, x)
    x, y, p, place = (column[place < DEGREE] for column in (x, y, p, place))
    width = int(place.max()) + 1 if len(place) else 0
    partner = np.full((count, width + 1), count, dtype=np.int64)
    strength = np.zeros((count, width + 1), dtype=np.float32)
    partner[x, place], strength[x, place] = y, p
    return partner, strength


def _company(s: Scored, home: Rows, best: Floats, held: NDArray[np.bool_], job: Job) -> tuple[Floats, Floats]:
    """Summed over third articles: how far both claims are carried there, and how far only one is."""
    company, discord = np.zeros(len(s.p), dtype=np.float32), np.zeros(len(s.p), dtype=np.float32)
    for at in range(0, len(s.p), PAIRS):
        job.check()
        own = slice(at, at + PAIRS)
        i, j = s.i[own], s.j[own]
        of_i, of_j = best[i], best[j]
        # In its own article no claim has a partner.
        company[own] = np.minimum(of_i, of_j).sum(axis=1)
        discord[own] = (np.abs(of_i - of_j) * (held[home[i]] & held[home[j]])).sum(axis=1)
    return company, np.maximum(discord, 0)


def _near(s: Scored, asked: Scored, home: Rows, job: Job) -> tuple[Floats, Floats]:
    """Of each pair of ``asked`` the best probability among those next to it, and all within REACH claims weighed by nearness."""
    count = len(home)
    beside, around = np.zeros(len(asked.p), dtype=np.float32), np.zeros(len(asked.p), dtype=np.float32)
    bounds, ends = (np.searchsorted(own.i, np.arange(count + 1)) for own in (s, asked))
    # REACH places that stay empty between two articles: none of their claims are near each other.
    place = np.arange(count) + REACH * np.cumsum(np.diff(home, prepend=-1) != 0)
    width = int(place[-1]) + 1 + REACH if count else 0
    steps = [(x, y) for x in range(-REACH, REACH + 1) for y in range(-REACH, REACH + 1) if (x, y) != (0, 0)]
    for start in range(0, count, ROWS):
        job.check()
        last = min(count, start + ROWS)
        first, end = int(place[start]) - REACH, int(place[last - 1]) + REACH + 1
        table = np.zeros((end - first) * width, dtype=np.float32)
        some = slice(bounds[max(0, start - REACH)], bounds[min(count, last + REACH)])
        inside = np.flatnonzero((place[s.i[some]] >= first) & (place[s.i[some]] < end)) + some.start
        table[(place[s.i[inside]] - first) * width + place[s.j[inside]]] = s.p[inside]
        own = slice(ends[start], ends[last])
        cell = (place[asked.i[own]] - first) * width + place[asked.j[own]]
        by_distance = np.zeros((2 * REACH + 1, len(cell)), dtype=np.float32)
        for x, y in steps:
            p = table.take(cell + (x * width + y))
            by_distance[abs(x) + abs(y)] += p
            if abs(x) <= 1 and abs(y) <= 1:
                np.maximum(beside[own], p, out=beside[own])
        for distance in range(1, 2 * REACH + 1):
            around[own] += by_distance[distance] / np.float32(distance)
    return beside, around
