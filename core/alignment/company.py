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


def features(scored: Scored, home: Rows, job: Job | None = None) -> Floats:
    """One row per pair of ``scored``, one column per name of NAMES. ``home``: the article of every claim."""
    count, articles = len(home), int(home.max()) + 1 if len(home) else 0
    best, total = _by_article(scored, home, count, articles)
    job = job or Job()
    support, support_sum = _support(scored, home, count, job)
    others = max(1, articles - 2)
    rival_i, rest_i = _rivals(scored.i, scored.j, scored.p, home, best, total)
    rival_j, rest_j = _rivals(scored.j, scored.i, scored.p, home, best, total)
    spread = best.sum(axis=1) / max(1, articles - 1)
    company, discord = _company(scored, home, best, job)
    beside, around = _near(scored, home)
    columns = [
        scored.p, support, support_sum / others,
        np.minimum(rival_i, rival_j), np.maximum(rival_i, rival_j), np.minimum(rest_i, rest_j), np.maximum(rest_i, rest_j),
        np.minimum(spread[scored.i], spread[scored.j]), np.maximum(spread[scored.i], spread[scored.j]),
        company / others, discord / others, beside, around,
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _by_article(s: Scored, home: Rows, count: int, articles: int) -> tuple[Floats, Floats]:
    """Of every claim the best and the summed probability in every article."""
    best = np.zeros((count, articles), dtype=np.float32)
    total = np.zeros((count, articles), dtype=np.float32)
    for x, y in ((s.i, s.j), (s.j, s.i)):
        np.maximum.at(best, (x, home[y]), s.p)
        np.add.at(total, (x, home[y]), s.p)
    return best, total


def _rivals(x: Rows, y: Rows, p: Floats, home: Rows, best: Floats, total: Floats) -> tuple[Floats, Floats]:
    """The best probability of ``x`` with another claim of ``y``'s article, and the sum of all those."""
    second = np.zeros_like(best)
    cell_best = best[x, home[y]]
    lower = p < cell_best
    np.maximum.at(second, (x[lower], home[y[lower]]), p[lower])
    ties = np.zeros_like(best)
    np.add.at(ties, (x[~lower], home[y[~lower]]), 1)
    alone = ~lower & (ties[x, home[y]] < 2)
    rival = np.where(alone, second[x, home[y]], cell_best)
    return np.asarray(rival, dtype=np.float32), np.asarray(total[x, home[y]] - p, dtype=np.float32)


def _support(s: Scored, home: Rows, count: int, job: Job) -> tuple[Floats, Floats]:
    """Over claims k of third articles: the best of min(p_ik, p_jk), and the sum of p_ik · p_jk."""
    partner, strength = _partners(s, count)
    best = np.zeros(len(s.p), dtype=np.float32)
    summed = np.zeros(len(s.p), dtype=np.float32)
    row = np.full(count, 0, dtype=np.float32)
    bounds = np.searchsorted(s.i, np.arange(count + 1))
    for i in range(count):
        job.check()
        first, last = bounds[i], bounds[i + 1]
        if first == last or not len(partner[i]):
            continue
        row[partner[i]] = strength[i]
        for pair in range(first, last):
            j = s.j[pair]
            shared = row[partner[j]]
            if shared.any():
                apart = (home[partner[j]] != home[i]) & (home[partner[j]] != home[j])
                both = np.minimum(shared, strength[j]) * apart
                best[pair] = both.max()
                summed[pair] = (shared * strength[j] * apart).sum()
        row[partner[i]] = 0
    return best, summed


def _partners(s: Scored, count: int) -> tuple[list[Rows], list[Floats]]:
    keep = s.p >= FLOOR
    x = np.concatenate([s.i[keep], s.j[keep]])
    y = np.concatenate([s.j[keep], s.i[keep]])
    p = np.concatenate([s.p[keep], s.p[keep]])
    order = np.lexsort((y, -p, x))
    x, y, p = x[order], y[order], p[order]
    bounds = np.searchsorted(x, np.arange(count + 1))
    ends = np.minimum(bounds[1:], bounds[:-1] + DEGREE)
    return (
        [y[a:b] for a, b in zip(bounds[:-1], ends, strict=True)],
        [p[a:b] for a, b in zip(bounds[:-1], ends, strict=True)],
    )


def _company(s: Scored, home: Rows, best: Floats, job: Job) -> tuple[Floats, Floats]:
    """Summed over third articles: how far both claims are carried there, and how far only one is."""
    company = np.zeros(len(s.p), dtype=np.float32)
    discord = np.zeros(len(s.p), dtype=np.float32)
    for article in range(best.shape[1]):
        job.check()
        third = (home[s.i] != article) & (home[s.j] != article)
        of_i, of_j = best[s.i, article], best[s.j, article]
        company += np.minimum(of_i, of_j) * third
        discord += np.abs(of_i - of_j) * third
    return company, discord


def _near(s: Scored, home: Rows) -> tuple[Floats, Floats]:
    """The best probability among the pairs next to this one, and all within three claims weighed by nearness."""
    count = len(home)
    beside = np.zeros(len(s.p), dtype=np.float32)
    around = np.zeros(len(s.p), dtype=np.float32)
    keys, values = s.i * count + s.j, s.p
    for down in range(-3, 4):
        for right in range(-3, 4):
            if down == right == 0:
                continue
            x, y = s.i + down, s.j + right
            inside = (x >= 0) & (x < count) & (y >= 0) & (y < count)
            x, y = np.clip(x, 0, count - 1), np.clip(y, 0, count - 1)
            inside &= (home[x] == home[s.i]) & (home[y] == home[s.j])
            key = x * count + y
            at = np.minimum(np.searchsorted(keys, key), max(0, len(keys) - 1))
            p = np.where(inside & (keys[at] == key), values[at], 0) if len(keys) else np.zeros_like(beside)
            around += p / (abs(down) + abs(right))
            if abs(down) <= 1 and abs(right) <= 1:
                beside = np.maximum(beside, p).astype(np.float32)
    return beside, around
