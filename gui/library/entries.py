"""One line of the library, and how it is painted: a title, what is known of it, the words that were found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model import Span
from gui.offsets import Offsets
from gui.theme import colors, heading_font

ENTRY = Qt.ItemDataRole.UserRole
LINES = 3
"""Lines of an entry's words at most."""
MARGIN, GAP = 12, 3


@dataclass(frozen=True)
class Entry:
    """``project`` is its path; ``claim`` or ``group`` is chosen when it is opened. ``found`` are ranges of code points
    of ``words``."""

    project: str
    head: str
    about: str
    words: str
    found: tuple[tuple[int, int], ...] = ()
    claim: str | None = None
    group: str | None = None
    article: str | None = None

    def said(self) -> str:
        """All of it in one sentence, for a screen reader."""
        return ". ".join(part for part in (self.head, self.about, self.words) if part)


class Painter(QStyledItemDelegate):
    """Paints entries; what was found in them stands out by weight and colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry = index.data(ENTRY)
        width = option.rect.width() if option.rect.width() > 0 else 600
        height = 2 * MARGIN + QFontMetrics(heading_font(option.font, 1.0)).height()
        if entry.about:
            height += GAP + QFontMetrics(option.font).height()
        if entry.words:
            layout = self._laid(entry, option, width - 2 * MARGIN)
            height += GAP + int(sum(layout.lineAt(n).height() for n in range(min(LINES, layout.lineCount()))))
        return QSize(width, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, c = index.data(ENTRY), colors(option.widget)  # type: ignore[attr-defined]  # a field of the option
        painter.save()
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(c.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(c.hover))
        area: QRect = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        top = area.top()
        top = self._line(painter, heading_font(option.font, 1.0), c.text, entry.head, area, top)
        if entry.about:
            top = self._line(painter, option.font, c.muted, entry.about, area, top + GAP)
        if entry.words:
            layout = self._laid(entry, option, area.width())
            painter.setPen(QColor(c.text))
            for n in range(min(LINES, layout.lineCount())):
                line = layout.lineAt(n)
                line.draw(painter, QPointF(area.left(), top + GAP))
        painter.setPen(QColor(c.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _line(self, painter: QPainter, font: QFont, color: str, text: str, area: QRect, top: int) -> int:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(color))
        box = QRectF(area.left(), top, area.width(), metrics.height())
        shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        return top + metrics.height()

    def _laid(self, entry: Entry, option: QStyleOptionViewItem, width: int) -> QTextLayout:
        words = "".join(" " if sign.isspace() else sign for sign in entry.words)  # nothing shifts
        layout = QTextLayout(words, option.font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeading))
        offsets, formats = Offsets(words), []
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        strong.setForeground(QColor(colors(option.widget).accent))  # type: ignore[attr-defined]
        for start, end in entry.found:
            place = QTextLayout.FormatRange()
            place.start, last = offsets.units(Span(start, end))
            place.length, place.format = last - place.start, strong
            formats.append(place)
        layout.setFormats(formats)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout
