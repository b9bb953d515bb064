"""How a cell of the matrix is painted: wording, place, marks' letters; or the finding that there is none."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import marks as look
from gui.matrix.model import CARRIED, CELL_ROLE, CUES, GIST, GROUP_ROLE, Cell, MatrixModel
from gui.places import say_place
from gui.theme import colors, is_dark

PAD = 8
LINES = 2


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of ``MatrixModel``."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._widget = parent

    def height(self) -> int:
        """The height of a row: two lines of wording and one of facts."""
        metrics = self._widget.fontMetrics()
        return metrics.lineSpacing() * LINES + self._small().lineSpacing() + 2 * PAD + 2

    def sizeHint(self, option: QStyleOptionViewItem, at: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(180, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        c = colors(self._widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        cell = at.data(CELL_ROLE)
        painter.fillRect(option.rect, QColor(c.accent_soft if chosen else c.surface))
        if isinstance(cell, Cell) and cell.claim_id is None:
            self._omission(painter, option.rect, cell, chosen)
        elif isinstance(cell, Cell):
            self._carried(painter, option.rect, cell, chosen)
        elif at.column() == GIST:
            self._gist(painter, option.rect, str(at.data()), chosen)
        elif at.column() == CARRIED:
            self._count(painter, option.rect, str(at.data(GROUP_ROLE)))
        elif at.column() == CUES:
            painter.setPen(QColor(c.text))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, str(at.data()))
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), QColor(c.line))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _small(self) -> QFontMetrics:
        return QFontMetrics(self._small_font())

    def _small_font(self, bold: bool = False) -> QFont:
        font = QFont(self._widget.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        font.setBold(bold)
        return font

    def _gist(self, painter: QPainter, rect: QRect, text: str, chosen: bool) -> None:
        c = colors(self._widget)
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), QColor(c.accent))
        font = QFont(self._widget.font())
        font.setWeight(QFont.Weight.Medium)
        painter.setPen(QColor(c.text))
        wording(painter, rect.adjusted(PAD, PAD, -PAD, -PAD), text, font, LINES + 1)

    def _carried(self, painter: QPainter, rect: QRect, cell: Cell, chosen: bool) -> None:
        c = colors(self._widget)
        painter.setPen(QColor(c.text))
        wording(painter, rect.adjusted(PAD, PAD, -PAD, -PAD), cell.text, self._widget.font(), LINES)
        foot = QRect(
            rect.left() + PAD,
            rect.bottom() - PAD - self._small().height() + 2,
            rect.width() - 2 * PAD,
            self._small().height(),
        )
        painter.setFont(self._small_font())
        painter.setPen(QColor(c.muted))
        said = say_place(cell.place) if cell.place else ""
        if cell.mentions > 1:
            said += f" ×{cell.mentions}"
        if cell.conflict:
            said = f"≠ {said}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, said)
        self._letters(painter, foot, cell)

    def _letters(self, painter: QPainter, foot: QRect, cell: Cell) -> None:
        font = self._small_font(bold=True)
        painter.setFont(font)
        width = QFontMetrics(font).horizontalAdvance("W") + 4
        for place, kind in enumerate(reversed(cell.kinds)):
            at = QRect(foot.right() - width * (place + 1), foot.top(), width, foot.height())
            painter.setPen(look.color(kind, is_dark(self._widget)))
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, look.LOOKS[kind].letter)

    def _omission(self, painter: QPainter, rect: QRect, cell: Cell, chosen: bool) -> None:
        c = colors(self._widget)
        inner = rect.adjusted(0, 0, 0, -1)
        painter.fillRect(inner, QColor(c.window))
        painter.fillRect(inner, QBrush(QColor(c.line), Qt.BrushStyle.BDiagPattern))
        room = rect.adjusted(PAD, PAD, -PAD, -PAD)
        metrics = self._widget.fontMetrics()
        said = self.tr("— left out")
        plate = QRect(room.left() - 4, room.top() - 2, metrics.horizontalAdvance(said) + 8, metrics.height() + 4)
        painter.fillRect(plate, QColor(c.window))
        painter.setPen(QColor(c.text))
        painter.drawText(room, 0, said)
        if chosen and cell.nearest:
            below = room.adjusted(0, metrics.lineSpacing() + 3, 0, 0)
            painter.fillRect(below.adjusted(-4, -1, 4, 2), QColor(c.window))
            font = self._small_font()
            font.setItalic(True)
            painter.setPen(QColor(c.muted))
            wording(painter, below, self.tr("nearest: “%1”").replace("%1", cell.nearest_text), font, LINES)
        self._letters(painter, QRect(room.left(), rect.top() + PAD - 2, room.width(), metrics.height()), cell)

    def _count(self, painter: QPainter, rect: QRect, group_id: str) -> None:
        index, c = self._model.index_of(), colors(self._widget)
        if not index:
            return
        carrying = set(index.carriers(group_id))
        articles = index.comparison.articles
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(c.text))
        head = QRect(rect.left(), rect.top() + PAD, rect.width(), self._widget.fontMetrics().height())
        conflict = "  ≠" if self._model.has_conflict(index.group[group_id]) else ""
        painter.drawText(head, Qt.AlignmentFlag.AlignHCenter, f"{len(carrying)}/{len(articles)}{conflict}")
        size = min(9.0, (rect.width() - 12) / len(articles) - 2)
        x = rect.center().x() - (size + 2) * len(articles) / 2
        for article in articles:
            box = QRectF(x, head.bottom() + 6, size, size)
            painter.setBrush(QColor(c.accent) if article.id in carrying else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.accent if article.id in carrying else c.faint), 1))
            painter.drawRoundedRect(box, 2, 2)
            x += size + 2


def wording(painter: QPainter, room: QRect, text: str, font: QFont, lines: int) -> None:
    """Draw ``text`` on at most ``lines`` lines of ``room``, the last one shortened."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    y = room.top() + metrics.ascent()
    for line in broken(text, font.toString(), room.width(), lines):
        painter.drawText(room.left(), y, line)
        y += metrics.lineSpacing()


@lru_cache(maxsize=8192)
def broken(text: str, font_key: str, width: int, lines: int) -> tuple[str, ...]:
    """``text`` in at most ``lines`` lines of ``width`` pixels in the font of ``font_key``, the last one shortened."""
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
        rest = units[start:] if number == lines - 1 else units[start:end]
        shown.append(metrics.elidedText(rest.decode("utf-16-le", "ignore"), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return tuple(shown)
