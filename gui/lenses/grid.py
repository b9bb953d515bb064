"""A table of findings: rows of things or people, a column for each article."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.index import Index
from gui.lenses.findings import Cell, Row
from gui.matrix.delegate import wording
from gui.places import outlet
from gui.theme import colors

AnyIndex = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()


class GridModel(QAbstractTableModel):
    """Rows as ``gui.lenses.findings`` found them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: Index | None = None
        self._rows: list[Row] = []
        self._head = ""
        self._untitled = ""

    def show_rows(self, index: Index | None, rows: list[Row], head: str, untitled: str) -> None:
        """Show ``rows``; ``head`` is the first column's, ``untitled`` stands where a row has no title."""
        self.beginResetModel()
        self._index, self._rows, self._head, self._untitled = index, rows, head, untitled
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() or not self._index else 1 + len(self._index.comparison.articles)

    def cell(self, row: int, column: int) -> Cell | None:
        """What the article of ``column`` has in ``row``."""
        if not self._index or not column:
            return None
        return self._rows[row].cells.get(self._index.comparison.articles[column - 1].id)

    def data(self, at: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not at.isValid():
            return None
        cell = self.cell(at.row(), at.column())
        if role == CELL_ROLE:
            return cell
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if at.column() == 0:
            return self._rows[at.row()].title or self._untitled
        return "" if cell is None else " · ".join(f"{t} ×{n}" if n > 1 else t for t, n in cell.texts.items())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or not self._index:
            return None
        return outlet(self._index.comparison.articles[section - 1]) if section else self._head


class GridDelegate(QStyledItemDelegate):
    """Two lines of text, and a bar where there is a share."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def height(self) -> int:
        """The height of a row."""
        return self._table.fontMetrics().lineSpacing() * 2 + 16

    def sizeHint(self, option: QStyleOptionViewItem, at: AnyIndex) -> QSize:
        return QSize(150, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: AnyIndex) -> None:
        painter.save()
        c, rect = colors(self._table), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._table.hasFocus()
        painter.fillRect(rect, QColor(c.accent_soft if chosen else c.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.line))
        font = QFont(self._table.font())
        font.setWeight(QFont.Weight.DemiBold if at.column() == 0 else QFont.Weight.Normal)
        cell = at.data(CELL_ROLE)
        share = cell.share if isinstance(cell, Cell) else None
        painter.setPen(QColor(c.text))
        wording(painter, rect.adjusted(8, 7, -8, -6), str(at.data()), font, 1 if share is not None else 2)
        if share is not None:
            self._share(painter, rect.adjusted(8, 7, -8, -6), share)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _share(self, painter: QPainter, room: QRect, share: float) -> None:
        c, metrics = colors(self._table), self._table.fontMetrics()
        top = room.top() + metrics.lineSpacing() + 2
        said = f"{round(share * 100)} %"
        text = QRect(room.left(), top, metrics.horizontalAdvance("100 %") + 4, metrics.height())
        painter.setPen(QColor(c.muted))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, said)
        full = max(10, room.width() - text.width() - 4)
        bar = QRect(text.right() + 4, text.center().y() - 2, round(full * min(1.0, share)), 5)
        painter.fillRect(QRect(bar.left(), bar.top(), full, 5), QColor(c.line))
        painter.fillRect(bar, QColor(c.accent))


class Grid(QTableView):
    """As high as its rows, so that the page scrolls and not the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = GridModel(self)
        delegate = GridDelegate(self)
        self.setModel(self.rows)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.height())
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(140)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.rows.modelReset.connect(self._fit)

    def _fit(self) -> None:
        rows = self.rows.rowCount() * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height() if self.rows.columnCount() > 6 else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 4)
