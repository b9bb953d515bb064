"""Of many articles each is held against a few, and no claim goes without what comes nearest to it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.alignment import partners
from core.job import Job


def material(seed: int, articles: int = 24, claims: int = 5, shared: int = 4) -> Any:
    """Articles that have most of their claims in common, in other words, and some for themselves."""
    chance = np.random.default_rng(seed)
    facts = chance.normal(size=(shared, 16))
    rows, vectors, home = [], [], []
    for a in range(articles):
        rows.append(np.arange(len(vectors), len(vectors) + claims))
        for k in range(claims):
            fact = facts[k] if k < shared else chance.normal(size=16)
            vectors.append(fact + 0.3 * chance.normal(size=16))
            home.append(a)
    claim = np.array(vectors, dtype=np.float32)
    claim /= np.linalg.norm(claim, axis=1, keepdims=True)
    return SimpleNamespace(claim=claim, rows=tuple(rows), home=np.array(home))


def slow(m: Any, hubs: int, further: int) -> np.ndarray:
    """The same, claim by claim."""
    count = len(m.rows)
    alike = m.claim @ m.claim.T

    def near(i: int, a: int) -> float:
        return -1.0 if m.home[i] == a else max(float(alike[i, j]) for j in m.rows[a])

    held: set[tuple[int, int]] = set()
    chosen: list[int] = []

    def cover(i: int) -> float:
        if m.home[i] in chosen:
            return 1.0
        return max([0.0, *(near(i, b) for a, b in held if a == m.home[i])])

    def gain(claims: Any, a: int) -> float:
        return sum(max(0.0, near(i, a) - cover(i)) for i in claims)

    for _ in range(hubs):
        best = max((a for a in range(count) if a not in chosen), key=lambda a: gain(range(len(m.claim)), a))
        held |= {pair for a in range(count) if a != best for pair in ((a, best), (best, a))}
        chosen.append(best)
    for _ in range(further):
        new: set[tuple[int, int]] = set()
        for a in range(count):
            free = [b for b in range(count) if b != a and (a, b) not in held]
            gains = {b: gain(m.rows[a], b) + gain(m.rows[b], a) for b in free}
            best = max(gains, key=lambda b: gains[b], default=-1)
            if best >= 0 and gains[best] > 0:
                new |= {(a, best), (best, a)}
        held |= new
    out = np.zeros((count, count), dtype=bool)
    for a, b in held:
        out[a, b] = True
    return out


@pytest.mark.parametrize("seed", range(4))
def test_partners_are_those_of_the_slow_twin(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("MANY", 10), ("HUBS", 3), ("FURTHER", 2)):
        monkeypatch.setattr(partners, name, value)
    m = material(seed)
    found = partners.held(m, Job())
    assert np.array_equal(found, slow(m, 3, 2))
    assert np.array_equal(found, found.T)
    assert 0 < found.sum() < partners.everybody(24).sum()
    assert (found.sum(axis=1) == 23).sum() >= 3


def test_few_articles_are_all_held_against_each_other() -> None:
    m = material(1, articles=partners.MANY)
    assert np.array_equal(partners.held(m, Job()), partners.everybody(partners.MANY))


def test_two_articles_that_alone_share_a_claim_are_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("MANY", 10), ("HUBS", 3), ("FURTHER", 1)):
        monkeypatch.setattr(partners, name, value)
    for seed in range(5):
        m = material(seed)
        alone = [int(m.rows[a][-1]) for a in (7, 19)]
        m.claim[alone[1]] = m.claim[alone[0]]
        assert partners.held(m, Job())[7, 19]


def test_the_claim_that_is_nearest_in_each_article() -> None:
    m = material(2, articles=4)
    m.rows = (*m.rows, np.empty(0, dtype=np.int64))
    found = partners.nearest(m, [0, 7])
    for row, claim in zip(found, (0, 7), strict=True):
        best = [max(own.tolist(), key=lambda j: float(m.claim[claim] @ m.claim[j]), default=-1) for own in m.rows]
        assert row.tolist() == best


def test_articles_without_claims_trouble_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partners, "MANY", 3)
    m = material(3, articles=6)
    m.rows = (*m.rows[:2], np.empty(0, dtype=np.int64), *m.rows[2:])
    m.home = np.where(m.home >= 2, m.home + 1, m.home)
    assert partners.held(m, Job()).shape == (7, 7)
