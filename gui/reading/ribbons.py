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


def in_sight(ribbon: Ribbon, top: float, bottom: float) -> bool:
    """Whether any of the ribbon lies between ``top`` and ``bottom``."""
    highest, lowest = min(ribbon.left[0], ribbon.right[0]), max(ribbon.left[1], ribbon.right[1])
    return highest < bottom and lowest > top


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
        for ribbon in sorted(ribbons, key=lambda r: r.chosen):
            if not in_sight(ribbon, beside.top(), beside.bottom()):
                continue
            fill, edge = QColor(c.accent), QColor(c.accent)
            fill.setAlphaF(0.26 if ribbon.chosen else 0.07)
            edge.setAlphaF(0.9 if ribbon.chosen else 0.22)
            body, upper, lower = self._curves(ribbon)
            painter.fillPath(body, fill)
            painter.setPen(QPen(edge, 1.2 if ribbon.chosen else 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(upper)
            painter.drawPath(lower)

    def _curves(self, ribbon: Ribbon) -> tuple[QPainterPath, QPainterPath, QPainterPath]:
        width = float(self.width())
        upper, lower = (self._curve(ribbon.left[edge], ribbon.right[edge], width) for edge in (0, 1))
        body = QPainterPath(upper)
        body.connectPath(lower.toReversed())
        body.closeSubpath()
        return body, upper, lower

    @staticmethod
    def _curve(left: float, right: float, width: float) -> QPainterPath:
        path = QPainterPath(QPointF(0, left))
        path.cubicTo(QPointF(width * 0.5, left), QPointF(width * 0.5, right), QPointF(width, right))
        return path

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
