"""Where stretches of text lie on the page: rectangles in the document's coordinates, computed once per layout."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLine

from gui.reading.typography import em

ABOVE, BELOW = 0.95, 0.25
"""What a rectangle covers above and below the baseline, in em: ascenders and descenders in any face."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the document: its units, where it lies, and Qt's own line to ask for places within it."""

    start: int
    end: int
    offset: int
    x: float
    top: float
    bottom: float
    right: float
    line: QTextLine

    def at(self, unit: int) -> float:
        return self.x + self.line.cursorToX(unit - self.offset)[0]


class Geometry:
    """Rectangles of one document. ``forget`` after every new layout."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._lines: list[_Line] | None = None
        self._starts: list[int] = []
        self._tops: list[float] = []
        self._rects: dict[tuple[int, int], tuple[QRectF, ...]] = {}
        self._reaches: dict[tuple[int, int], tuple[float, float]] = {}

    def forget(self) -> None:
        """Drop what was computed: the document was laid out anew."""
        self._lines = None
        self._rects.clear()
        self._reaches.clear()

    def rects(self, start: int, end: int) -> tuple[QRectF, ...]:
        """One rectangle for each line that the units ``start`` to ``end`` touch: ``ABOVE`` and ``BELOW`` its baseline."""
        key = (start, end)
        if key not in self._rects:
            found = []
            for line in self._between(start, end):
                left = line.at(max(start, line.start))
                right = line.right if end >= line.end else line.at(end)
                if right > left:
                    found.append(QRectF(left, line.top, right - left, line.bottom - line.top))
            self._rects[key] = tuple(found)
        return self._rects[key]

    def reach(self, start: int, end: int) -> tuple[float, float]:
        """The top and the bottom of the stretch."""
        key = (start, end)
        if key not in self._reaches:
            lines = self._between(start, end)
            self._reaches[key] = (lines[0].top, lines[-1].bottom) if lines else (0.0, 0.0)
        return self._reaches[key]

    def unit_at(self, y: float) -> int:
        """The unit at the left edge of the line at height ``y``, or of the last one above it; 0 above the text."""
        lines = self._all()
        number = bisect_right(self._tops, y) - 1
        return lines[number].start if number >= 0 else 0

    def hit(self, at: QPointF) -> int | None:
        """The unit whose character is at ``at``; None beside the text. Qt's own exact hit test misses the first line
        after an empty paragraph that is set lower than its font."""
        lines = self._all()
        number = bisect_right(self._tops, at.y()) - 1
        if number < 0 or at.y() > lines[number].bottom:
            return None
        line = lines[number]
        if not line.x - 1 <= at.x() <= line.right + 1:
            return None
        return line.offset + line.line.xToCursor(at.x() - line.x, QTextLine.CursorPosition.CursorOnCharacter)

    def level(self, y: float) -> float:
        """The middle of the line that is nearest to height ``y``; ``y`` itself above the first line and below the last."""
        lines = self._all()
        if not lines or not lines[0].top <= y <= lines[-1].bottom:
            return y
        number = bisect_right(self._tops, y) - 1
        around = ((line.top + line.bottom) / 2 for line in lines[number : number + 2])
        return min(around, key=lambda middle: abs(middle - y))

    def _all(self) -> list[_Line]:
        if self._lines is None:
            self._lines = self._measure()
            self._starts = [line.start for line in self._lines]
            self._tops = [line.top for line in self._lines]
        return self._lines

    def _between(self, start: int, end: int) -> list[_Line]:
        lines = self._all()
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, max(start, end - 1))
        return [line for line in lines[first:last] if line.end > start]

    def _measure(self) -> list[_Line]:
        ascent, size = QFontMetricsF(self._document.defaultFont()).ascent(), em(self._document)
        lines: list[_Line] = []
        block = self._document.begin()
        while block.isValid():
            if block.length() > 1:
                lines += self._block(block, size / ascent)
            block = block.next()
        return lines

    def _block(self, block: QTextBlock, size_of_ascent: float) -> list[_Line]:
        corner = self._document.documentLayout().blockBoundingRect(block).topLeft()
        layout, offset = block.layout(), block.position()
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = line.textStart()
            ascent = line.ascent()
            baseline, size = corner.y() + line.y() + ascent, size_of_ascent * ascent
            right = corner.x() + line.naturalTextRect().right()
            top, bottom = baseline - ABOVE * size, baseline + BELOW * size
            start, end = offset + first, offset + first + line.textLength()
            found.append(_Line(start, end, offset, corner.x(), top, bottom, right, line))
        return found
