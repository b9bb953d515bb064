"""How a cell of the matrix is painted: wording, place, marks' letters; or the finding that there is none."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.model import KINDS
from gui import marks as look
from gui.matrix.model import CARRIED, CUES, GIST, Cell, MatrixModel
from gui.places import say_place
from gui.theme import colors, is_dark

PAD = 8
LINES = 2
SELECTED, FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
AnyIndex = QModelIndex | QPersistentModelIndex


class Tools:
    """Colours, fonts and their measures, made once for all cells until the theme or the font changes."""

    def __init__(self, widget: QWidget) -> None:
        c = colors(widget)
        self.text, self.muted, self.faint = QColor(c.text), QColor(c.muted), QColor(c.faint)
        self.surface, self.window, self.line = QColor(c.surface), QColor(c.window), QColor(c.line)
        self.accent, self.chosen = QColor(c.accent), QColor(c.accent_soft)
        self.edge = QColor(c.edge)
        self.kinds = {kind: look.color(kind, is_dark(widget)) for kind in KINDS}
        self.font = QFont(widget.font())
        self.medium, self.small, self.letters, self.slanted = (QFont(widget.font()) for _ in range(4))
        self.medium.setWeight(QFont.Weight.Medium)
        for font in (self.small, self.letters, self.slanted):
            font.setPointSizeF(font.pointSizeF() * 0.88)
        self.letters.setBold(True)
        self.slanted.setItalic(True)
        self.metrics, self.small_metrics = QFontMetrics(self.font), QFontMetrics(self.small)
        self.letter_width = QFontMetrics(self.letters).horizontalAdvance("W") + 4


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of ``MatrixModel``."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._widget = parent
        self._tools: Tools | None = None

    def forget(self) -> None:
        """Make colours and fonts anew: the theme or the font has changed."""
        self._tools = None

    @property
    def tools(self) -> Tools:
        """What cells are painted with."""
        if self._tools is None:
            self._tools = Tools(self._widget)
        return self._tools

    def height(self) -> int:
        """The height of a row: two lines of wording and one of facts."""
        t = self.tools
        return t.metrics.lineSpacing() * LINES + t.small_metrics.lineSpacing() + 2 * PAD + 6

    def sizeHint(self, option: QStyleOptionViewItem, at: AnyIndex) -> QSize:
        return QSize(180, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: AnyIndex) -> None:
        t, rect, state = self.tools, option.rect, option.state.value
        chosen = bool(state & SELECTED)
        row, column = at.row(), at.column()
        cell = self._model.cell(row, column)
        painter.fillRect(rect, t.chosen if chosen else t.surface)
        painter.setPen(t.text)
        if cell:
            (self._carried if cell.claim_id else self._omission)(painter, rect, cell, chosen)
        elif column == GIST:
            if chosen:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), t.accent)
            wording(painter, rect.adjusted(PAD, PAD, -PAD, -PAD), self._model.group(row).gist, t.medium, LINES + 1)
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), t.line)
        elif column == CARRIED:
            self._count(painter, rect, row)
        elif column == CUES:
            painter.setFont(t.font)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(at.data()))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line)
        if state & FOCUSED:
            painter.setPen(QPen(t.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _carried(self, painter: QPainter, rect: QRect, cell: Cell, chosen: bool) -> None:
        t = self.tools
        wording(painter, rect.adjusted(PAD, PAD, -PAD, -PAD), cell.text, t.slanted if cell.elsewhere else t.font, LINES)
        said = say_place(cell.place) if cell.place else ""
        if cell.elsewhere:
            said = self.tr("linked, not in this row")
        if cell.conflict:
            said = f"≠ {said}"
        baseline = rect.bottom() - PAD - t.small_metrics.descent()
        painter.setFont(t.small)
        painter.setPen(t.muted)
        left = rect.left() + PAD
        if cell.source:
            left += self._source(painter, left, baseline, cell.source) + 5
        times = f" ×{cell.mentions}" if cell.mentions > 1 else ""
        room = rect.right() - PAD - t.letter_width * len(cell.kinds) - left - t.small_metrics.horizontalAdvance(times)
        painter.drawText(left, baseline, t.small_metrics.elidedText(said, Qt.TextElideMode.ElideRight, room) + times)
        self._letters(painter, rect.right() - PAD, baseline, cell)

    def _source(self, painter: QPainter, left: int, baseline: int, letter: str) -> int:
        """The letter of the common source on a plate; how wide that is."""
        t = self.tools
        width = max(t.small_metrics.height(), t.small_metrics.horizontalAdvance(letter) + 8)
        plate = QRect(left, baseline - t.small_metrics.ascent() - 1, width, t.small_metrics.height() + 1)
        painter.save()
        painter.setBrush(t.chosen)
        painter.setPen(t.edge)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(t.text)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, letter)
        painter.restore()
        return width

    def _letters(self, painter: QPainter, right: int, baseline: int, cell: Cell) -> None:
        if not cell.kinds:
            return
        t = self.tools
        painter.setFont(t.letters)
        for place, kind in enumerate(reversed(cell.kinds)):
            painter.setPen(t.kinds[kind])
            painter.drawText(right - t.letter_width * (place + 1) + 2, baseline, look.LOOKS[kind].letter)

    def _omission(self, painter: QPainter, rect: QRect, cell: Cell, chosen: bool) -> None:
        t = self.tools
        if cell.alone:
            painter.setPen(t.muted)
            painter.drawText(rect.left() + PAD, rect.top() + PAD + t.metrics.ascent(), "–")
            return
        inner = rect.adjusted(0, 0, 0, -1)
        painter.fillRect(inner, t.window)
        painter.fillRect(inner, QBrush(t.line, Qt.BrushStyle.BDiagPattern))
        room = rect.adjusted(PAD, PAD, -PAD, -PAD)
        said = self.tr("— left out")
        plate = QRect(room.left() - 4, room.top() - 2, t.metrics.horizontalAdvance(said) + 8, t.metrics.height() + 4)
        painter.fillRect(plate, t.window)
        painter.setFont(t.font)
        painter.drawText(room.left(), room.top() + t.metrics.ascent(), said)
        if chosen and cell.nearest:
            below = room.adjusted(0, t.metrics.lineSpacing() + 3, 0, 0)
            painter.fillRect(below.adjusted(-4, -1, 4, 2), t.window)
            painter.setPen(t.muted)
            near = self.tr("nearest: “%1”").replace("%1", cell.nearest_text)
            wording(painter, below, near, t.slanted, LINES)
        self._letters(painter, rect.right() - PAD, room.top() + t.metrics.ascent(), cell)

    def _count(self, painter: QPainter, rect: QRect, row: int) -> None:
        index, t, group = self._model.index_of(), self.tools, self._model.group(row)
        if not index:
            return
        carrying, articles = self._model.carriers(group), index.comparison.articles
        conflict = "  ≠" if self._model.has_conflict(group) else ""
        head = QRect(rect.left(), rect.top() + PAD, rect.width(), t.metrics.height())
        painter.setFont(t.font)
        painter.drawText(head, Qt.AlignmentFlag.AlignHCenter, f"{len(carrying)}/{len(articles)}{conflict}")
        step = min(11, (rect.width() - 8) // max(1, len(articles)))
        size = max(2, step - 2)
        x, y = rect.center().x() - step * len(articles) // 2, head.bottom() + 7
        for article in articles:
            if article.id in carrying:
                painter.fillRect(x, y, size, size, t.accent)
            else:
                painter.fillRect(x, y, size, size, t.faint)
                painter.fillRect(x + 1, y + 1, size - 2, size - 2, t.surface)
            x += step
        sources = self._model.sources(group)
        if sources:
            painter.setFont(t.small)
            painter.setPen(t.muted)
            foot = QRect(
                rect.left(), rect.bottom() - PAD - t.small_metrics.height(), rect.width(), t.small_metrics.height()
            )
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, sources)


def wording(painter: QPainter, room: QRect, text: str, font: QFont, lines: int) -> None:
    """Draw ``text`` on at most ``lines`` lines of ``room``, the last one shortened."""
    shown, ascent, spacing = broken(text, font.toString(), room.width(), lines)
    painter.setFont(font)
    y = room.top() + ascent
    for line in shown:
        painter.drawText(room.left(), y, line)
        y += spacing


@lru_cache(maxsize=8192)
def broken(text: str, font_key: str, width: int, lines: int) -> tuple[tuple[str, ...], int, int]:
    """``text`` in at most ``lines`` lines of ``width`` pixels in the font of ``font_key``, the last one shortened; the
    font's ascent and line spacing."""
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(font)
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    units, shown = layout.text().encode("utf-16-le"), []
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        # The space at which a line breaks does not count for its width.
        rest = (units[start:] if number == lines - 1 else units[start:end]).decode("utf-16-le", "ignore").rstrip()
        shown.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return tuple(shown), metrics.ascent(), metrics.lineSpacing()
