"""Ribbons between two columns. The painter knows no matching: it is given pairs of heights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import colors

WIDTH = 26
"""Of the gap between two columns, in pixels: the curve needs as much to be followed by eye."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """From a range of heights on the left to one on the right, in the gap's coordinates."""

    left: tuple[float, float]
    right: tuple[float, float]
    chosen: bool
    past: bool = False
    """Whether it leads past a column that leaves the group out: a thread then, with no width."""


def in_sight(ribbon: Ribbon, top: float, bottom: float) -> bool:
    """Whether any of the ribbon lies between ``top`` and ``bottom``."""
    highest, lowest = min(ribbon.left[0], ribbon.right[0]), max(ribbon.left[1], ribbon.right[1])
    return highest < bottom and lowest > top


def both_in(ribbon: Ribbon, top: float, bottom: float) -> bool:
    """Whether both ends of the ribbon lie between ``top`` and ``bottom``, if only in part."""
    return all(low < bottom and high > top for low, high in (ribbon.left, ribbon.right))


def past(color: QColor) -> QPen:
    """The pen of a thread that leads past a column."""
    faint = QColor(color)
    faint.setAlphaF(0.55)
    pen = QPen(faint, 1.4)
    pen.setDashPattern([4.0, 3.0])
    return pen


class Thread(QWidget):
    """The part of such a thread that crosses a column; nothing under it is out of the mouse's reach."""

    HEIGHT = 3

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cross(self, y: float | None, area: QRectF) -> None:
        """Lie at height ``y`` of the column, or nowhere where that is None or outside of ``area``."""
        shown = y is not None and area.top() + self.HEIGHT < y < area.bottom() - self.HEIGHT
        if shown and y is not None:
            self.setGeometry(round(area.left()), round(y) - 1, round(area.width()), self.HEIGHT)
            self.raise_()
        if shown is self.isHidden():
            self.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(past(QColor(colors(self).accent)))
        painter.drawLine(QPointF(0, 1.5), QPointF(self.width(), 1.5))


class Gap(QWidget):
    """The gap between two columns, in which their ribbons are drawn."""

    def __init__(self, ribbons: Callable[[], tuple[QRectF, list[Ribbon]]], parent: QWidget | None = None) -> None:
        """``ribbons`` gives the part of the gap beside the texts, to which they are clipped, and the ribbons."""
        super().__init__(parent)
        self._ribbons = ribbons
        self.setFixedWidth(WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = colors(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        beside, ribbons = self._ribbons()
        painter.setClipRect(beside)
        seen = [r for r in ribbons if in_sight(r, beside.top(), beside.bottom())]
        near = beside.adjusted(0, -beside.height() / 2, 0, beside.height() / 2)
        for ribbon in (r for r in seen if not r.chosen and both_in(r, near.top(), near.bottom())):
            self._thread(painter, ribbon, QColor(c.accent))
        for ribbon in (r for r in seen if r.chosen):
            if ribbon.past:
                painter.setPen(past(QColor(c.accent)))
                painter.drawPath(self._curve(ribbon.left[0], ribbon.right[0]))
            else:
                self._band(painter, ribbon, QColor(c.accent))

    def _band(self, painter: QPainter, ribbon: Ribbon, color: QColor) -> None:
        upper = self._curve(ribbon.left[0], ribbon.right[0])
        lower = self._curve(ribbon.left[1], ribbon.right[1])
        body = QPainterPath(upper)
        body.connectPath(lower.toReversed())
        body.closeSubpath()
        fill = QColor(color)
        fill.setAlphaF(0.26)
        painter.fillPath(body, fill)
        color.setAlphaF(0.9)
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(upper)
        painter.drawPath(lower)

    def _thread(self, painter: QPainter, ribbon: Ribbon, color: QColor) -> None:
        color.setAlphaF(0.4)
        painter.setPen(QPen(color, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        (a, b), (c, d) = ribbon.left, ribbon.right
        painter.drawPath(self._curve((a + b) / 2, (c + d) / 2))
        color.setAlphaF(0.3)
        painter.fillRect(QRectF(0, a + 4, 2, b - a - 8), color)
        painter.fillRect(QRectF(self.width() - 2, c + 4, 2, d - c - 8), color)

    def _curve(self, left: float, right: float) -> QPainterPath:
        # An end far out of sight is drawn from just outside: a curve of ten thousand pixels takes its time.
        low, high, width = -float(self.height()), 2.0 * self.height(), float(self.width())
        left, right = min(high, max(low, left)), min(high, max(low, right))
        path = QPainterPath(QPointF(0, left))
        path.cubicTo(QPointF(width * 0.5, left), QPointF(width * 0.5, right), QPointF(width, right))
        return path

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
