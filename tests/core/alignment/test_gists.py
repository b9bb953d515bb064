"""A group's gist is the wording of the claim that is nearest to all others of its group."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import Any

import numpy as np

from core import alignment


def one_group_at_a_time(groups: list[tuple[int, ...]], found: Any, p: Any, m: Any) -> list[int]:
    """The obvious way: all pairs looked through for each group."""
    out = []
    for rows in groups:
        total = dict.fromkeys(rows, 0.0)
        for i, j, q in zip(found.i.tolist(), found.j.tolist(), p.tolist(), strict=True):
            if i in total and j in total:
                total[i] += q
                total[j] += q
        best = max(rows, key=lambda r: (round(total[r], 3), -len(m.texts[r]), m.claims[r].id))
        out.append(best)
    return out


def test_all_groups_at_once_give_the_gists_of_each() -> None:
    chance = random.Random(3)
    for _ in range(30):
        count = chance.randrange(4, 14)
        rows = list(range(count))
        chance.shuffle(rows)
        cuts = sorted(chance.sample(range(1, count), 2))
        groups = [tuple(sorted(rows[: cuts[0]])), tuple(sorted(rows[cuts[0] : cuts[1]]))]
        pairs = [(i, j) for i in range(count) for j in range(i + 1, count) if chance.random() < 0.7]
        found: Any = SimpleNamespace(i=np.array([i for i, _ in pairs]), j=np.array([j for _, j in pairs]))
        p = np.array([chance.choice([0.1, 0.5, 0.7]) for _ in pairs], dtype=np.float32)
        m: Any = SimpleNamespace(
            texts=[f"{row} " + "x" * chance.randrange(3) for row in range(count)],
            claims=[SimpleNamespace(id=f"c{row:02}") for row in range(count)],
        )
        group_of = {row: n for n, members in enumerate(groups) for row in members}
        assert alignment._gists(groups, group_of, found, p, m) == one_group_at_a_time(groups, found, p, m)
