"""Groups are made of what hangs together by links alone, and come out as if all pairs were looked at."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

import numpy as np

from core.alignment import candidates, grouping
from core.alignment.grouping import MEAN, _join, _mean


def with_all_pairs(i: Any, j: Any, p: Any, home: Any, threshold: float) -> list[tuple[int, ...]]:
    """The obvious way: no pair is left out beforehand."""
    known = {(a, b): q for a, b, q in zip(i.tolist(), j.tolist(), p.tolist(), strict=True)}
    between: dict[tuple[int, int], float] = defaultdict(float, known)
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in known:
        near[a].add(b)
        near[b].add(a)
    own = {row: row for row in near}
    members = {row: [row] for row in near}
    for (a, b), q in sorted(known.items(), key=lambda item: (-item[1], item[0])):
        x, y = own[a], own[b]
        single = len(members[x]) == len(members[y]) == 1
        if q >= threshold and x != y and (single or _mean(x, y, members, between, home) >= MEAN * threshold):
            _join(min(x, y), max(x, y), own, members, between, near)
    return sorted(tuple(sorted(m)) for m in members.values() if len({int(home[r]) for r in m}) > 1)


def test_groups_are_those_that_all_pairs_make() -> None:
    chance = random.Random(4)
    for _ in range(40):
        home = np.sort(np.array([chance.randrange(4) for _ in range(16)]))
        pairs = [(a, b) for a in range(16) for b in range(a + 1, 16) if home[a] != home[b] and chance.random() < 0.6]
        i, j = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
        p = np.array([chance.choice([0.05, 0.2, 0.3, 0.6, 0.9]) for _ in pairs], dtype=np.float32)
        assert grouping.group(i, j, p, home, 0.28) == with_all_pairs(i, j, p, home, 0.28)


def test_blocks_are_put_in_order_as_one_table_would_be() -> None:
    chance = np.random.default_rng(1)
    blocks = [chance.normal(size=(n, 3)).astype(np.float32) for n in (4, 0, 1, 7)]
    order = chance.permutation(12)
    whole = np.concatenate(blocks)[order]
    assert np.array_equal(candidates._arranged(list(blocks), order), whole)
