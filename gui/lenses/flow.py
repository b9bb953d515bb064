"""A layout that sets widgets side by side and goes on in the next line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """After Qt's own flow layout example."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 5) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = QSize()
        for item in self._items:
            widest = widest.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return widest + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y = inner.left(), inner.top()
        row: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            size = item.sizeHint()
            if x + size.width() > inner.right() + 1 and row:
                y += self._place(row, y, move) + self.spacing()
                x, row = inner.left(), []
            row.append((item, x, size))
            x += size.width() + self.spacing()
        y += self._place(row, y, move)
        return y - rect.top() + margins.bottom()

    @staticmethod
    def _place(row: list[tuple[QLayoutItem, int, QSize]], y: int, move: bool) -> int:
        height = max((size.height() for _, _, size in row), default=0)
        if move:
            for item, x, size in row:
                item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
        return height


class Even(Flow):
    """Items of one width, as wide as the line allows; the lines are filled evenly, so that none is left alone."""

    WIDEST = 420

    def _arrange(self, rect: QRect, move: bool) -> int:
        inner, count = rect.marginsRemoved(self.contentsMargins()), len(self._items)
        if not count:
            return 0
        gap, least = self.spacing(), max(item.minimumSize().width() for item in self._items)
        fitting = max(1, (inner.width() + gap) // (least + gap))
        lines = -(-count // fitting)
        in_line = -(-count // lines)
        width = max(least, min(self.WIDEST, (inner.width() + gap) // in_line - gap))
        height = max(item.sizeHint().height() for item in self._items)
        for number, item in enumerate(self._items if move else ()):
            line, place = divmod(number, in_line)
            at = QPoint(inner.left() + place * (width + gap), inner.top() + line * (height + gap))
            item.setGeometry(QRect(at, QSize(width, height)))
        return lines * (height + gap) - gap
