"""What other pairs say of a pair: the fast sums against the slow, obvious ones."""

from __future__ import annotations

from unittest import mock

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.alignment import company
from core.alignment.company import FLOOR, NAMES, Scored, features

HOME = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2])
PAIRS = [(i, j) for i in range(9) for j in range(i + 1, 9) if HOME[i] != HOME[j]]
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.integers(0, 100).map(lambda k: k / 100), min_size=1, max_size=20)


def table(scores: dict[tuple[int, int], float], held: np.ndarray | None = None) -> tuple[Scored, dict[str, np.ndarray]]:
    pairs = sorted(scores)
    scored = Scored(
        np.array([i for i, _ in pairs]),
        np.array([j for _, j in pairs]),
        np.array([scores[p] for p in pairs], dtype=np.float32),
    )
    return scored, dict(zip(NAMES, features(scored, HOME, held).T, strict=True))


def known(scores: dict[tuple[int, int], float], a: int, b: int) -> float:
    return scores.get((min(a, b), max(a, b)), 0.0)


@given(SCORES)
def test_support_is_the_best_weaker_link_through_a_third_article(scores: dict[tuple[int, int], float]):
    scored, found = table(scores)
    for k, (i, j) in enumerate(zip(scored.i, scored.j, strict=True)):
        through = [
            min(known(scores, i, t), known(scores, j, t))
            for t in range(9)
            if HOME[t] not in (HOME[i], HOME[j]) and min(known(scores, i, t), known(scores, j, t)) >= FLOOR
        ]
        assert np.isclose(found["support"][k], max(through, default=0.0))


@given(SCORES, st.data())
def test_pairs_that_are_asked_for_have_what_they_have_among_all(
    scores: dict[tuple[int, int], float], data: st.DataObject
):
    scored, _ = table(scores)
    rows = np.array(sorted(data.draw(st.sets(st.integers(0, len(scores) - 1)))), dtype=np.int64)
    assert np.array_equal(features(scored, HOME, rows=rows), features(scored, HOME)[rows])


@given(SCORES)
def test_rivals_are_the_best_other_claims_of_the_same_article(scores: dict[tuple[int, int], float]):
    scored, found = table(scores)
    for k, (i, j) in enumerate(zip(scored.i, scored.j, strict=True)):
        of_i = max((known(scores, i, t) for t in range(9) if t != j and HOME[t] == HOME[j]), default=0.0)
        of_j = max((known(scores, j, t) for t in range(9) if t != i and HOME[t] == HOME[i]), default=0.0)
        assert np.isclose(found["rival_min"][k], min(of_i, of_j))
        assert np.isclose(found["rival_max"][k], max(of_i, of_j))


@given(SCORES)
def test_beside_is_the_best_pair_one_claim_away(scores: dict[tuple[int, int], float]):
    scored, found = table(scores)
    for k, (i, j) in enumerate(zip(scored.i, scored.j, strict=True)):
        near = [
            known(scores, i + x, j + y)
            for x in (-1, 0, 1)
            for y in (-1, 0, 1)
            if (x, y) != (0, 0)
            and 0 <= i + x < 9
            and 0 <= j + y < 9
            and (HOME[i + x], HOME[j + y]) == (HOME[i], HOME[j])
        ]
        assert np.isclose(found["beside"][k], max(near, default=0.0))


@given(SCORES)
def test_company_counts_the_third_articles_that_both_were_held_against(scores: dict[tuple[int, int], float]):
    held = np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]], dtype=bool)  # the second and the third were not
    scores = {(i, j): p for (i, j), p in scores.items() if held[HOME[i], HOME[j]]} or {(0, 3): 0.5}
    scored, found = table(scores, held)
    _, whole = table(scores)
    for k, (i, j) in enumerate(zip(scored.i, scored.j, strict=True)):
        assert found["company"][k] == found["discord"][k] == found["support_sum"][k] == 0
        third = 3 - HOME[i] - HOME[j]
        alone = [max((known(scores, row, t) for t in range(9) if HOME[t] == third), default=0.0) for row in (i, j)]
        assert np.isclose(whole["company"][k], min(alone))
        assert np.isclose(whole["discord"][k], abs(alone[0] - alone[1]))
        spread = sorted(
            sum(max(known(scores, row, t) for t in range(9) if HOME[t] == a) for a in range(3) if held[HOME[row], a])
            / held[HOME[row]].sum()
            for row in (i, j)
        )
        assert np.allclose([found["spread_min"][k], found["spread_max"][k]], spread)


@given(SCORES, st.integers(1, 4))
def test_around_are_all_pairs_three_claims_away_by_nearness(scores: dict[tuple[int, int], float], rows: int):
    with mock.patch.object(company, "ROWS", rows):
        scored, found = table(scores)
    for k, (i, j) in enumerate(zip(scored.i, scored.j, strict=True)):
        near = [
            known(scores, i + x, j + y) / (abs(x) + abs(y))
            for x in range(-3, 4)
            for y in range(-3, 4)
            if (x, y) != (0, 0)
            and 0 <= i + x < 9
            and 0 <= j + y < 9
            and (HOME[i + x], HOME[j + y]) == (HOME[i], HOME[j])
        ]
        assert np.isclose(found["around"][k], sum(near), atol=1e-6)
