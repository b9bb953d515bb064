"""The blocks of all pairs of articles come together as one table."""

from __future__ import annotations

import numpy as np

from core.alignment import sieve


def test_blocks_are_put_in_order_as_one_table_would_be() -> None:
    chance = np.random.default_rng(1)
    blocks = [chance.normal(size=(n, 3)).astype(np.float32) for n in (4, 0, 1, 7)]
    order = chance.permutation(12)
    whole = np.concatenate(blocks)[order]
    assert np.array_equal(sieve._arranged(list(blocks), order), whole)
