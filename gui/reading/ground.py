"""What is painted under a column's text: tints, the chosen group, the marks' lines, their letters in the margin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from core.model import Kind
from gui import marks as look
from gui.reading.geometry import BELOW
from gui.reading.typography import em
from gui.theme import colors, is_dark

if TYPE_CHECKING:
    from gui.reading.text import ArticleText

BAND = 4
"""How far the chosen claim's band reaches above and below its lines, in pixels."""
LANE = 3.6
"""Distance between the lines of two marks under the same words, in pixels."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What stands out in one column."""

    claims: frozenset[str] = frozenset()
    claim_id: str | None = None
    mark_id: str | None = None
    nearest: str | None = None


class Ground:
    """Paints in the document's coordinates; keeps the marks' lines until the layout or the lens changes."""

    def __init__(self, text: ArticleText) -> None:
        self._text = text
        self._lines: dict[str, list[QPainterPath]] = {}
        self.choice = Choice()

    def forget(self) -> None:
        """Drop the lines: the layout or the marks have changed."""
        self._lines.clear()

    def choose(self, claims: frozenset[str], claim_id: str | None, mark_id: str | None, nearest: str | None) -> None:
        """Let these stand out."""
        self.choice = Choice(claims, claim_id, mark_id, nearest)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies in ``area`` of the document."""
        geometry = self._text.geometry_of
        first, last = geometry.unit_at(area.top() - 40), geometry.unit_at(area.bottom() + 40)
        self._tints(painter, first, last)
        self._chosen(painter)
        self._marks(painter, first, last)

    def _tints(self, painter: QPainter, first: int, last: int) -> None:
        dark, total = is_dark(self._text), len(self._text.index.comparison.articles)
        painter.setPen(Qt.PenStyle.NoPen)
        for stretch in self._text.passages.claims_between(first, last):
            if stretch.weight and stretch.id not in self.choice.claims:
                painter.setBrush(look.tint(stretch.weight, total, dark))
                for rect in self._inset(stretch.start, stretch.end):
                    painter.drawRoundedRect(rect, 3, 3)

    def _inset(self, start: int, end: int) -> list[QRectF]:
        # A gap of two pixels tells neighbouring claims of one tint apart.
        rects = [rect.adjusted(-2, -1, 2, 1) for rect in self._text.geometry_of.rects(start, end)]
        if rects:
            rects[0].adjust(2.5, 0, 0, 0)
            rects[-1].adjust(0, 0, -2.5, 0)
        return rects

    def _chosen(self, painter: QPainter) -> None:
        c, width = colors(self._text), self._text.viewport().width()
        accent = QColor(c.accent)
        band = QColor(accent)
        band.setAlphaF(0.07)
        # Antialiased, a fill of this size takes Qt two milliseconds, else next to nothing.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for top, bottom in self.bands():
            painter.fillRect(QRectF(0, top, width, bottom - top).toAlignedRect(), band)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for claim_id in self.choice.claims:
            stretch = self._text.passages.claim(claim_id)
            top, bottom = self._text.geometry_of.reach(stretch.start, stretch.end)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_soft))
            for rect in self._inset(stretch.start, stretch.end):
                painter.drawRoundedRect(rect, 3, 3)
            painter.setBrush(accent)
            bar = 5 if claim_id == self.choice.claim_id else 3
            painter.drawRect(QRectF(0, top - BAND, bar, bottom - top + 2 * BAND))
        if self.choice.nearest:
            stretch = self._text.passages.claim(self.choice.nearest)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.muted), 1.2, Qt.PenStyle.DashLine))
            painter.drawPath(self._outline(stretch.start, stretch.end))

    def bands(self) -> list[tuple[float, float]]:
        """Where the chosen claims' bands lie, from top to bottom; neighbours are one band."""
        found: list[tuple[float, float]] = []
        for top, bottom in sorted(self._text.reach(claim) for claim in self.choice.claims):
            if found and top - BAND <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], bottom + BAND))
            else:
                found.append((top - BAND, bottom + BAND))
        return found

    def _outline(self, start: int, end: int) -> QPainterPath:
        rects = self._inset(start, end)
        for upper, lower in pairwise(rects):
            upper.setBottom(lower.top() + 0.5)
        path = QPainterPath()
        for rect in rects:
            block = QPainterPath()
            block.addRect(rect)
            path = path.united(block)
        return path.simplified()

    def _marks(self, painter: QPainter, first: int, last: int) -> None:
        dark, geometry, index = is_dark(self._text), self._text.geometry_of, self._text.index
        letters: dict[float, list[Kind]] = defaultdict(list)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in self._text.passages.marks:
            if stretch.end < first or stretch.start > last:
                continue
            kind = index.mark[stretch.id].kind
            rects = geometry.rects(stretch.start, stretch.end)
            if stretch.id not in self._lines:
                self._lines[stretch.id] = [
                    look.underline(kind, r.left(), r.right(), r.bottom() + stretch.weight * LANE) for r in rects
                ]
            if stretch.id == self.choice.mark_id:
                self._chosen_mark(painter, kind, rects, dark)
            painter.setPen(look.pen(kind, dark))
            for path in self._lines[stretch.id]:
                painter.drawPath(path)
            if rects:
                letters[rects[0].bottom()].append(kind)
        self._letters(painter, letters, dark)

    def _chosen_mark(self, painter: QPainter, kind: Kind, rects: tuple[QRectF, ...], dark: bool) -> None:
        fill = look.color(kind, dark)
        fill.setAlphaF(0.22)
        for rect in rects:
            painter.setPen(QPen(look.color(kind, dark), 1.2))
            painter.setBrush(fill)
            painter.drawRoundedRect(rect.adjusted(-2.5, -1.5, 2.5, 2.5), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _letters(self, painter: QPainter, letters: dict[float, list[Kind]], dark: bool) -> None:
        from gui.reading.text import LEFT

        usual, below = self._text.letter_font(), BELOW * em(self._text.document())
        width = QFontMetricsF(usual).horizontalAdvance("W") + 1
        for bottom, kinds in letters.items():
            shown = list(dict.fromkeys(kinds))
            # Three and more on one line stand smaller rather than over each other.
            advance = min(width, (LEFT - 11) / len(shown))
            font = QFont(usual)
            font.setPointSizeF(usual.pointSizeF() * min(1.0, advance / width * 1.15))
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            x = LEFT - 9 - advance * len(shown)
            for kind in shown:
                painter.setPen(look.color(kind, dark))
                glyph = look.LOOKS[kind].letter
                shift = (advance - metrics.horizontalAdvance(glyph)) / 2
                painter.drawText(QPointF(x + shift, bottom - below), glyph)
                x += advance
