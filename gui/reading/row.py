"""The columns side by side: the base at the left, the others in a row that scrolls sideways, ribbons in the gaps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from gui.reading.column import NARROWEST, Column
from gui.reading.head import COLUMN_MIME
from gui.reading.ribbons import WIDTH as GAP
from gui.reading.ribbons import Gap, Ribbon
from gui.sight import follow_focus
from gui.theme import colors

Ribbons = Callable[[str, str], tuple[QRectF, list[Ribbon]]]
MARGIN = 8


class Strip(QWidget):
    """What scrolls sideways; a column's head can be dropped into it."""

    dropped = Signal(str, int)
    """An article's id and the x at which its column was dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edge: Callable[[int], int] = lambda x: x
        self._line: int | None = None
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(COLUMN_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._show(self.edge(round(event.position().x())))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show(None)
        event.acceptProposedAction()
        article_id = bytes(event.mimeData().data(COLUMN_MIME).data()).decode()
        self.dropped.emit(article_id, round(event.position().x()))

    def _show(self, line: int | None) -> None:
        if line != self._line:
            self._line = line
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is not None:
            painter = QPainter(self)
            painter.fillRect(self._line - 2, MARGIN, 4, self.height() - 2 * MARGIN, QColor(colors(self).accent))


class Row(QWidget):
    """Places columns; it makes none and knows nothing of what they show."""

    move_wanted = Signal(str, object)
    """An article's id, and the id of the one before which it was dropped (None: last)."""

    def __init__(self, ribbons: Ribbons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ribbons = ribbons
        self._columns: list[Column] = []
        self._base: Column | None = None
        self.gaps: list[Gap] = []
        self.strip = Strip()
        self.strip.edge = self._edge
        self._inner = QHBoxLayout(self.strip)
        self._inner.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._inner.setSpacing(0)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow_focus(self.scroll, self._show_focused)
        self.scroll.setWidget(self.strip)
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._side = QWidget(self)
        self._side_row = QHBoxLayout(self._side)
        self._side_row.setSpacing(0)
        self._outer.addWidget(self._side)
        self._outer.addWidget(self.scroll, 1)
        self._side.hide()
        self.strip.dropped.connect(self._dropped)
        self.scroll.horizontalScrollBar().valueChanged.connect(lambda _: self.update_gaps())
        self.scroll.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self._size_side())

    def place(self, columns: list[Column], base: Column | None) -> None:
        """Show ``columns`` from left to right; ``base`` is the first of them where there is one."""
        for layout in (self._inner, self._side_row):
            while layout.count():
                layout.takeAt(0)
        for gap in self.gaps:
            gap.hide()
            gap.deleteLater()
        self.gaps, self._columns, self._base = [], list(columns), base
        inner = [c for c in columns if c is not base]
        self._place_base(base)
        self._inner.addStretch(1)
        for number, column in enumerate(inner):
            if number:
                self._inner.addWidget(self._gap(inner[number - 1].article_id, column.article_id))
            self._inner.addWidget(column, 1000)
            column.show()
        self._inner.addStretch(1)

    def _place_base(self, base: Column | None) -> None:
        self._side.setVisible(base is not None)
        self._inner.setContentsMargins(0 if base else MARGIN, MARGIN, MARGIN, MARGIN)
        if base:
            gap = Gap(lambda: self._ribbons(base.article_id, self._first_seen()), self._side)
            self.gaps.append(gap)
            self._side_row.addWidget(base)
            self._side_row.addWidget(gap)
            base.show()
            gap.show()
            self._size_side()

    def _gap(self, left: str, right: str) -> Gap:
        gap = Gap(partial(self._ribbons, left, right), self.strip)
        self.gaps.append(gap)
        return gap

    def _first_seen(self) -> str:
        """The column at the left edge of what is scrolled: the base's ribbons lead to it."""
        others = [c for c in self._columns if c is not self._base]
        left = self.scroll.horizontalScrollBar().value()
        found = next((c for c in others if c.geometry().center().x() > left), others[-1] if others else None)
        return found.article_id if found else ""

    def update_gaps(self) -> None:
        """Draw the ribbons anew."""
        for gap in self.gaps:
            gap.update()

    def _show_focused(self, widget: QWidget) -> None:
        for column in self._columns:
            if column.isAncestorOf(widget):
                self.ensure_visible(column)

    def ensure_visible(self, column: Column) -> None:
        """Scroll sideways until ``column`` is seen."""
        bar = self.scroll.horizontalScrollBar()
        left, right, width = column.x() - MARGIN, column.geometry().right() + MARGIN, self.scroll.viewport().width()
        if column is not self._base and not bar.value() <= left <= right <= bar.value() + width:
            bar.setValue(left if left < bar.value() else right - width)

    def in_sight(self, column: Column) -> bool:
        """Whether any of ``column`` is seen, however far the row is scrolled sideways."""
        left, width = self.scroll.horizontalScrollBar().value(), self.scroll.viewport().width()
        return column is self._base or (column.geometry().right() >= left and column.x() <= left + width)

    def side_width(self) -> int:
        """The width of the base: that of the others, so far as there is room."""
        gaps = GAP * max(0, len(self._columns) - 1)
        share = (self.width() - 2 * MARGIN - gaps) // max(1, len(self._columns))
        return max(NARROWEST, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_side()

    def _size_side(self) -> None:
        if self._base:
            self._side.setFixedWidth(min(self.side_width(), self._base.maximumWidth()) + MARGIN + GAP)
            bar = self.scroll.horizontalScrollBar()
            # The bar that scrolls the others sideways must not make the base taller than they are.
            below = bar.sizeHint().height() if bar.maximum() > 0 else 0
            self._side_row.setContentsMargins(MARGIN, MARGIN, 0, MARGIN + below)

    def _before(self, x: int) -> Column | None:
        inner = [c for c in self._columns if c is not self._base]
        return next((c for c in inner if x < c.geometry().center().x()), None)

    def _edge(self, x: int) -> int:
        before = self._before(x)
        if before:
            return max(2, before.geometry().left() - 4)
        inner = [c for c in self._columns if c is not self._base]
        return min(self.strip.width() - 2, inner[-1].geometry().right() + 4) if inner else 2

    def _dropped(self, article_id: str, x: int) -> None:
        before = self._before(x)
        if before is None or before.article_id != article_id:
            self.move_wanted.emit(article_id, before.article_id if before else None)
