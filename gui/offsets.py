"""Code points and UTF-16 units: the only module that knows that Qt counts differently from Python.

A character outside the Basic Multilingual Plane (most emoji, some historic scripts) is one code point to Python and
two units to Qt, so a position in a QTextDocument drifts by one for each such character before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from core.model import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Positions of one text, in both counts. Built in one pass; each look-up is a bisection over the wide characters."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        self._wide_units = [point + rank for rank, point in enumerate(self._wide)]

    def unit(self, point: int) -> int:
        """The UTF-16 unit at which code point ``point`` begins."""
        return point + bisect_left(self._wide, point)

    def point(self, unit: int) -> int:
        """The code point that holds UTF-16 unit ``unit``; the second half of a wide character belongs to it."""
        return unit - bisect_left(self._wide_units, unit)

    def units(self, span: Span) -> tuple[int, int]:
        """Where ``span`` begins and ends, in UTF-16 units."""
        return self.unit(span.start), self.unit(span.end)

    def span(self, start: int, end: int) -> Span:
        """The span between two UTF-16 units."""
        return Span(self.point(start), self.point(end))
