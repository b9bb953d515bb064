"""Linked scrolling, as arithmetic: one height at which the chosen group stands in every column. All in pixels."""

from __future__ import annotations

from collections.abc import Mapping

UPPER_THIRD = 0.3
"""Where a group that was chosen elsewhere comes to stand, as a share of the column's height."""


def level(tops: Mapping[str, float], height: float) -> float:
    """The height at which all mentions can stand: the upper third, or higher where one stands near its text's start.

    ``tops`` are the mentions' distances from their documents' tops, by column.
    """
    return min([height * UPPER_THIRD, *tops.values()])


def scrolled(tops: Mapping[str, float], at: float) -> dict[str, int]:
    """How far each column is to be scrolled so that its mention stands at height ``at``; never above its start."""
    return {column: max(0, round(top - at)) for column, top in tops.items()}
