"""Where stretches of text lie on the page: rectangles in the document's coordinates, computed once per layout."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument

from gui.reading.typography import em

ABOVE, BELOW = 0.95, 0.25
"""What a rectangle covers above and below the baseline, in em: ascenders and descenders in any face."""


class Geometry:
    """Rectangles of one document. ``forget`` after every new layout."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._em = self._ascent = 1.0
        self._rects: dict[tuple[int, int], tuple[QRectF, ...]] = {}

    def forget(self) -> None:
        """Drop what was computed: the document was laid out anew."""
        self._rects.clear()
        self._em = em(self._document)
        self._ascent = QFontMetricsF(self._document.defaultFont()).ascent()

    def rects(self, start: int, end: int) -> tuple[QRectF, ...]:
        """One rectangle for each line that the units ``start`` to ``end`` touch: ``ABOVE`` and ``BELOW`` its baseline."""
        key = (start, end)
        if key not in self._rects:
            self._rects[key] = tuple(self._measure(start, end))
        return self._rects[key]

    def reach(self, start: int, end: int) -> tuple[float, float]:
        """The top and the bottom of the stretch."""
        rects = self.rects(start, end)
        return (rects[0].top(), rects[-1].bottom()) if rects else (0.0, 0.0)

    def unit_at(self, y: float) -> int:
        """The unit nearest to the left edge at height ``y``."""
        return max(0, self._document.documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit))

    def _measure(self, start: int, end: int) -> list[QRectF]:
        found: list[QRectF] = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            found += self._lines(block, start - block.position(), end - block.position())
            block = block.next()
        return found

    def _lines(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        corner = self._document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left = line.cursorToX(first)[0]
            right = min(line.cursorToX(last)[0], line.naturalTextRect().right())
            if right > left:
                baseline = corner.y() + line.y() + line.ascent()
                size = self._em * line.ascent() / self._ascent
                found.append(QRectF(corner.x() + left, baseline - ABOVE * size, right - left, (ABOVE + BELOW) * size))
        return found
