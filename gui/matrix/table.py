"""The table of the claims view: its first column stays in sight while the articles scroll sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.matrix.delegate import CellDelegate
from gui.matrix.model import GIST, MatrixModel


class Table(QTableView):
    """After Qt's frozen column example: a second table over the first shows the first column and nothing else."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.delegate = CellDelegate(model, self)
        self.front = QTableView(self)
        for table in (self, self.front):
            _dress(table, model, self.delegate)
        self.front.setSelectionModel(self.selectionModel())
        self.front.setFrameShape(QFrame.Shape.NoFrame)
        self.front.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.front.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.front.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.front.horizontalHeader().setSectionsClickable(True)
        self.front.hide()
        # Qt moves what is painted already only where nothing shines through; else a scroll paints every cell anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.front.horizontalHeader().sectionClicked.connect(lambda _: self._sort_gist())
        self.front.doubleClicked.connect(self.doubleClicked)
        self.verticalScrollBar().valueChanged.connect(self.front.verticalScrollBar().setValue)
        self.front.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.place_front())
        self.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self.place_front())
        header.sectionResized.connect(lambda _section, _before, _now: self.place_front())
        model.modelReset.connect(self.place_front)

    def place_front(self) -> None:
        """Show the first column over the others where they have been scrolled under it."""
        under = self.horizontalScrollBar().value() > 0
        self.front.setVisible(under)
        if under:
            for column in range(self.model().columnCount()):
                self.front.setColumnHidden(column, column != GIST)
            self.front.setColumnWidth(GIST, self.columnWidth(GIST))
            height = self.viewport().height() + self.horizontalHeader().height()
            self.front.setGeometry(self.frameWidth(), self.frameWidth(), self.columnWidth(GIST), height)
            self.front.horizontalHeader().setFixedHeight(self.horizontalHeader().height())
            self.front.verticalScrollBar().setValue(self.verticalScrollBar().value())
            self.front.raise_()

    def set_row_height(self, height: int) -> None:
        """Make every row ``height`` pixels high."""
        for table in (self, self.front):
            table.verticalHeader().setDefaultSectionSize(height)

    def _sort_gist(self) -> None:
        header = self.horizontalHeader()
        ascending = header.sortIndicatorSection() == GIST and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        header.setSortIndicator(GIST, Qt.SortOrder.DescendingOrder if ascending else Qt.SortOrder.AscendingOrder)

    def scrollTo(
        self,
        at: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(at, hint)
        # A cell that lies under the first column is not in sight.
        hidden = self.columnWidth(GIST) - self.visualRect(at).left()
        if at.column() > GIST and self.horizontalScrollBar().value() > 0 and hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.delegate.tools.surface)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_front()


def _dress(table: QTableView, model: MatrixModel, delegate: CellDelegate) -> None:
    table.setModel(model)
    table.setItemDelegate(delegate)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(delegate.height())
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
