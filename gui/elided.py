"""A label of one line that shortens its text to the room it has, and shows the whole of it as its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from gui.theme import colors, plain_tip


class ElidedLabel(QLabel):
    """Plain text only: whatever comes from an article is shown as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.muted = False

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 4, self.fontMetrics().height())

    def shown(self) -> str:
        """The text as it is seen."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown()
        tip = plain_tip(self.text())
        if self.toolTip() != tip and shown != self.text():
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(QColor(colors(self).muted if self.muted else colors(self).text))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)
