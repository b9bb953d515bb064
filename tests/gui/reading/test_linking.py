"""Linked scrolling, as arithmetic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.reading.linking import level, scrolled

TOPS = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 50_000), min_size=1)
HEIGHTS = st.floats(100, 2000)


@given(TOPS, HEIGHTS)
def test_at_the_level_every_mention_stands_level(tops: dict[str, float], height: float) -> None:
    at = level(tops, height)
    to = scrolled(tops, at)
    assert all(abs(tops[column] - to[column] - at) <= 0.5 for column in tops)


@given(TOPS, HEIGHTS)
def test_at_the_level_every_mention_is_in_sight(tops: dict[str, float], height: float) -> None:
    to = scrolled(tops, level(tops, height))
    assert all(-0.5 <= tops[column] - to[column] <= height for column in tops)


@given(TOPS, st.floats(-5000, 5000))
def test_no_column_scrolls_above_its_start(tops: dict[str, float], at: float) -> None:
    assert all(value >= 0 for value in scrolled(tops, at).values())
