"""Groups: average linkage, told apart from chains, and independent of the order of pairs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.alignment.grouping import MEAN, group

HOME = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
PAIRS = [(i, j) for i in range(12) for j in range(i + 1, 12) if HOME[i] != HOME[j]]
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.integers(1, 99).map(lambda k: k / 100), max_size=24)


def arrays(scores: dict[tuple[int, int], float]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    i, j = (np.array([pair[k] for pair in scores], dtype=np.int64) for k in (0, 1))
    return i, j, np.array(list(scores.values()), dtype=np.float32)


EVERYBODY = ~np.eye(4, dtype=bool)


def slow(scores: dict[tuple[int, int], float], threshold: float, held: np.ndarray = EVERYBODY) -> list[tuple[int, ...]]:
    """The same, said plainly: every mean is summed anew at every step."""
    scores = {pair: float(np.float32(p)) for pair, p in scores.items()}
    groups = [{row} for row in range(12)]
    for (a, b), p in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if p < threshold:
            break
        x, y = next(g for g in groups if a in g), next(g for g in groups if b in g)
        if x is y:
            continue
        across = [(min(r, s), max(r, s)) for r in x for s in y if held[HOME[r], HOME[s]]]
        mean = sum(scores.get(pair, 0.0) for pair in across) / max(1, len(across))
        if len(x) == len(y) == 1 or mean >= MEAN * threshold - 1e-9:
            groups.remove(y)
            x |= y
    return sorted(tuple(sorted(g)) for g in groups if len({int(HOME[r]) for r in g}) > 1)


def test_a_weak_chain_does_not_join_two_claims():
    i, j, p = arrays({(0, 3): 0.9, (3, 6): 0.5, (6, 9): 0.9})
    assert group(i, j, p, HOME, 0.5) == [(0, 3), (6, 9)]


def test_a_third_article_that_carries_both_joins_them():
    i, j, p = arrays({(0, 3): 0.9, (3, 6): 0.8, (0, 6): 0.45})
    assert group(i, j, p, HOME, 0.5) == [(0, 3, 6)]


def test_two_claims_that_are_linked_are_a_group_however_weakly():
    i, j, p = arrays({(0, 3): 0.51})
    assert group(i, j, p, HOME, 0.5) == [(0, 3)]


@given(SCORES)
def test_groups_are_those_of_the_slow_twin(scores: dict[tuple[int, int], float]):
    assert group(*arrays(scores), HOME, 0.4) == slow(scores, 0.4)


@given(SCORES, st.sets(st.sampled_from([(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])))
def test_articles_that_were_not_held_against_each_other_say_nothing(
    scores: dict[tuple[int, int], float], apart: set[tuple[int, int]]
):
    held = EVERYBODY.copy()
    for a, b in apart:
        held[a, b] = held[b, a] = False
    scores = {(i, j): p for (i, j), p in scores.items() if held[HOME[i], HOME[j]]}
    assert group(*arrays(scores), HOME, 0.4, held=held) == slow(scores, 0.4, held)


@given(SCORES, st.randoms())
def test_the_order_of_the_pairs_changes_nothing(scores: dict[tuple[int, int], float], draw):
    shuffled = list(scores.items())
    draw.shuffle(shuffled)
    assert group(*arrays(scores), HOME, 0.4) == group(*arrays(dict(shuffled)), HOME, 0.4)


@given(SCORES)
def test_a_claim_is_in_one_group_at_most_and_a_group_spans_articles(scores: dict[tuple[int, int], float]):
    groups = group(*arrays(scores), HOME, 0.4)
    rows = [row for g in groups for row in g]
    assert len(rows) == len(set(rows))
    assert all(len({int(HOME[r]) for r in g}) > 1 for g in groups)
