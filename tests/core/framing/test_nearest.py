"""The nearest words of all claims are those that a look at every word of every counterpart finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.framing.fellows import Fellows
from core.framing.nearest import Said, nearest_of
from core.job import Job

# Of so few different ones many are equally near, and products of whole numbers are the same in any order.
VECTORS = np.array([[1, 0], [0, 1], [1, 1], [-1, 0], [0, 0]], dtype=np.float32)


@given(st.lists(st.lists(st.integers(0, len(VECTORS) - 1), max_size=4), max_size=6), st.data())
def test_of_equally_near_words_the_first_of_the_best_counterpart_is_taken(
    claims: list[list[int]], data: st.DataObject
) -> None:
    numbers = range(len(claims))
    others = [data.draw(st.permutations([k for k in numbers if k != own])) for own in numbers]
    others = [own[: data.draw(st.integers(0, len(own)))] for own in others]
    size, count = (np.array([len(x) for x in some], dtype=np.int64) for some in (claims, others))
    first, place = np.cumsum(size) - size, np.array([w for own in claims for w in own], dtype=np.int64)
    counted = [data.draw(st.sampled_from([k, -1])) for k, own in enumerate(claims) for _ in own]
    said = Said(first, size, np.array(counted, dtype=np.int64), place, VECTORS)
    joined = np.array([k for own in others for k in own], dtype=np.int32)
    value, at = nearest_of(said, Fellows(np.cumsum(count) - count, count, joined), Job())
    for k, claim in enumerate(counted):
        theirs = [] if claim < 0 else [w for o in others[claim] for w in range(first[o], first[o] + size[o])]
        near = [float(VECTORS[place[k]] @ VECTORS[place[w]]) for w in theirs]
        best = max(near, default=0.0)
        assert value[k] == max(0.0, best)
        assert at[k] == (theirs[near.index(best)] if best > 0 else -1)
