"""The bar beside a column: its claims and marks over the whole length, and which part is in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.model import KINDS
from gui import marks as look
from gui.reading.text import ArticleText
from gui.theme import colors, is_dark

WIDTH = 14


class Overview(QWidget):
    """A map of one ``ArticleText``; click or drag to go there."""

    wanted = Signal(float)
    """The place in the document (its y, in pixels) that is to come into the middle."""

    def __init__(self, text: ArticleText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._claims: QPixmap | None = None
        self._map: QPixmap | None = None
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def forget(self) -> None:
        """Draw the map anew: the layout, the claims or the theme have changed."""
        self._claims = None
        self.forget_marks()

    def forget_marks(self) -> None:
        """Draw the marks anew: other lenses are on."""
        self._map = None
        self.update()

    def y_of(self, top: float) -> float:
        """Where on the bar ``top`` of the document lies."""
        return top / max(1.0, self._text.content_height) * self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._map is None:
            self._map = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._map)
        c = colors(self)
        scroll = self._text.verticalScrollBar().value()
        top, bottom = self.y_of(scroll), self.y_of(scroll + self._text.viewport().height())
        seen = QRectF(0.5, top + 0.5, self.width() - 1, min(self.height(), bottom) - top - 1)
        shade = QColor(c.text)
        shade.setAlphaF(0.07)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(shade)
        painter.setPen(QPen(QColor(c.faint), 1))
        painter.drawRoundedRect(seen, 3, 3)
        self._chosen(painter)

    def _chosen(self, painter: QPainter) -> None:
        accent, scroll = QColor(colors(self).accent), self._text.verticalScrollBar().value()
        band = QColor(accent)
        band.setAlphaF(0.16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        # The chosen claims' bands run on across the bar, so that text and ribbon are one.
        for top, bottom in self._text.ground.bands():
            painter.fillRect(QRectF(0, top - scroll, self.width(), bottom - top).toAlignedRect(), band)
        for claim_id in self._text.ground.choice.claims:
            top, bottom = (self.y_of(y) for y in self._text.reach(claim_id))
            painter.fillRect(QRectF(1, top, self.width() - 1, max(3.0, bottom - top - 1)).toAlignedRect(), accent)

    def _draw(self) -> QPixmap:
        if self._claims is None:
            self._claims = self._draw_claims()
        drawn, dark, text = QPixmap(self._claims), is_dark(self), self._text
        scale = self.height() / max(1.0, text.content_height)
        shades = {kind: look.color(kind, dark) for kind in KINDS}
        painter = QPainter(drawn)
        left, reach, mark_of = self.width() - 5, text.geometry_of.reach, text.index.mark
        for stretch in text.passages.marks:
            top = reach(stretch.start, stretch.start + 1)[0] * scale
            painter.fillRect(QRectF(left, top, 4, 2), shades[mark_of[stretch.id].kind])
        painter.end()
        return drawn

    def _draw_claims(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        c, dark, text = colors(self), is_dark(self), self._text
        drawn.fill(QColor(c.surface))
        painter = QPainter(drawn)
        painter.fillRect(0, 0, 1, self.height(), QColor(c.line))
        total, scale = len(text.index.comparison.articles), self.height() / max(1.0, text.content_height)
        shades = {n: self._shade(n, total, dark) for n in range(1, total + 1)}
        for stretch in text.passages.claims:
            if stretch.weight:
                top, bottom = text.geometry_of.reach(stretch.start, stretch.end)
                height = max(2.0, (bottom - top) * scale - 1)
                painter.fillRect(QRectF(3, top * scale, self.width() - 8, height), shades[stretch.weight])
        painter.end()
        return drawn

    @staticmethod
    def _shade(weight: int, total: int, dark: bool) -> QColor:
        shade = look.tint(weight, total, dark)
        return shade.lighter(150) if dark else shade.darker(112)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._want(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event.position())

    def _want(self, at: QPointF) -> None:
        self.wanted.emit(at.y() / max(1, self.height()) * self._text.content_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.forget()

    def _name(self) -> None:
        self.setToolTip(self.tr("Shared claims and cues over the whole article; click to go there"))
        self.setAccessibleName(self.tr("Overview of the article"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.forget()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name()
