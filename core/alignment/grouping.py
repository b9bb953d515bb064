"""Links to groups, over all articles at once: average linkage, so that no chain of weak links joins two claims.

Groups are merged from the most probable pair down (agglomerative clustering, average linkage: Sokal and Michener
1958) as long as the mean probability over all pairs between them, pairs of one article aside, stays above a
floor; two claims that stand alone need nothing but their link. A pair that was no candidate counts as improbable; pairs of
articles that were not held against each other count for nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.job import Job

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

MEAN = 1.2
"""Two groups are joined where the mean probability of their pairs is at least this much of the link threshold; two
single claims where they are linked. Cross-validated on 28 events, F1 of the pairs within groups: 0.585 with 0.5 (groups
swallow their neighbours), 0.654 with 0.9, 0.659 with 1.2, 0.651 with 1.5."""


def group(
    i: Rows,
    j: Rows,
    p: Floats,
    home: Rows,
    threshold: float,
    job: Job | None = None,
    held: NDArray[np.bool_] | None = None,
) -> list[tuple[int, ...]]:
    """Groups of two or more claims (rows, sorted), each claim in one at most; pairs (``i`` < ``j``) as scored.

    ``held``: which articles were held against each other (rows and columns by their places; all, where not given). The
    outcome depends on the set of pairs alone, not on their order.
    """
    job = job or Job()
    # Only what hangs together by links is ever joined, so the other pairs are no one's mean.
    part = _parts(i[p >= threshold].tolist(), j[p >= threshold].tolist(), len(home))
    inside = part[i] == part[j]
    i, j, p = i[inside], j[inside], p[inside]
    job.check()
    count = int(home.max(initial=-1)) + 1
    parts = Parts.of(i, j, p, home, ~np.eye(count, dtype=bool) if held is None else held)
    links = np.flatnonzero(p >= threshold)
    links = links[np.lexsort((j[links], i[links], -p[links]))]
    for a, b in zip(i[links].tolist(), j[links].tolist(), strict=True):
        job.check()
        parts.meet(a, b, MEAN * threshold)
    return sorted(tuple(sorted(m)) for m in parts.members if len({int(home[r]) for r in m}) > 1)


@dataclass(frozen=True, slots=True)
class Parts:
    """Groups as they grow, of articles some of which were ``held`` against each other: ``own`` is the number of each claim's group, ``members`` and ``homes`` (how many claims of each
    article) stand under those numbers. The pairs of claim k are ``bounds[k]:bounds[k + 1]`` of ``other`` and ``p``."""

    own: Rows
    members: list[list[int]]
    homes: list[Counter[int]]
    bounds: list[int]
    other: Rows
    p: Floats
    held: NDArray[np.float32]
    refused: dict[tuple[int, int], tuple[int, int]]

    @classmethod
    def of(cls, i: Rows, j: Rows, p: Floats, home: Rows, held: NDArray[np.bool_]) -> Parts:
        """Every claim by itself."""
        x, y, q = np.concatenate([i, j]), np.concatenate([j, i]), np.concatenate([p, p])
        order = np.lexsort((y, x))
        bounds = np.searchsorted(x[order], np.arange(len(home) + 1)).tolist()
        alone, homes = [[row] for row in range(len(home))], [Counter([h]) for h in home.tolist()]
        return cls(np.arange(len(home)), alone, homes, bounds, y[order], q[order], held.astype(np.float32), {})

    def meet(self, a: int, b: int, least: float) -> None:
        """Join the groups of the linked claims ``a`` and ``b``, unless the mean of the pairs between them is below ``least``."""
        x, y = sorted((int(self.own[a]), int(self.own[b])))
        sizes = len(self.members[x]), len(self.members[y])
        # Groups only grow: of the same sizes they are the same.
        if x == y or self.refused.get((x, y)) == sizes:
            return
        if sizes != (1, 1) and self._mean(x, y) < least:
            self.refused[x, y] = sizes
            return
        self.own[self.members[y]] = x
        self.members[x] += self.members[y]
        self.homes[x] += self.homes[y]
        self.members[y] = []

    def _mean(self, x: int, y: int) -> float:
        few, many = sorted((x, y), key=lambda group: (len(self.members[group]), group))
        total = 0.0
        for row in self.members[few]:
            own = slice(self.bounds[row], self.bounds[row + 1])
            total += float(self.p[own][self.own[self.other[own]] == many].sum(dtype=np.float64))
        of_x, of_y = self.homes[x], self.homes[y]
        between = self.held[np.ix_(list(of_x), list(of_y))]
        pairs = np.array(list(of_x.values())) @ between @ np.array(list(of_y.values()))
        return total / max(1.0, float(pairs))


def _parts(i: list[int], j: list[int], count: int) -> Rows:
    """For each row the least row that it hangs together with by the pairs (``i``, ``j``): disjoint sets (Tarjan 1975)."""
    above = list(range(count))

    def top(row: int) -> int:
        while above[row] != row:
            above[row] = above[above[row]]
            row = above[row]
        return row

    for a, b in zip(i, j, strict=True):
        x, y = top(a), top(b)
        above[max(x, y)] = min(x, y)
    return np.array([top(row) for row in range(count)], dtype=np.int64)
