"""An article about something else is told apart; one that merely says less is not."""

from __future__ import annotations

import numpy as np

from core.alignment.strangers import strangers, without

HOME = np.repeat(np.arange(4), 5)


def pairs(*linked: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    i, j = (np.array([pair[k] for pair in linked]) for k in (0, 1))
    return i, j, np.full(len(linked), 0.8, dtype=np.float32)


SAME = [(0, 5), (1, 6), (2, 7), (3, 8), (5, 10), (6, 11), (7, 12)]


def test_an_article_that_shares_one_claim_of_five_while_others_share_most_is_a_stranger():
    i, j, p = pairs(*SAME, (0, 15))
    assert strangers(i, j, p, HOME, 0.5) == {3}
    assert without(i, j, p, HOME, frozenset({3})).tolist() == [*[np.float32(0.8)] * len(SAME), 0]


def test_an_article_that_shares_half_as_much_as_the_others_is_none():
    assert strangers(*pairs(*SAME, (0, 15), (1, 16)), HOME, 0.5) == frozenset()


def test_of_two_articles_none_is_the_stranger():
    i, j, p = pairs((0, 5))
    assert strangers(i, j, p, HOME[:10], 0.5) == frozenset()
