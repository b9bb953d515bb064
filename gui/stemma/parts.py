"""What a drawn stemma is made of: a card for each node, a tag on each edge. Both are buttons and say what they are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.index import Index
from core.lineage import Edge, Lineage
from gui.matrix.delegate import wording
from gui.stemma import words
from gui.theme import Colors, colors, plain_tip

PAD = 9
LETTERS_WIDE = 25
"""A card is as wide as so many letters of common width."""


DASHES: dict[words.Sureness, tuple[float, ...]] = {"sure": (), "likely": (3.0, 2.0), "possible": (1.0, 1.6)}
"""How a line and its tag's frame show how sure an edge is, in widths of the line; the tag says it in a word."""


def line_pen(sure: words.Sureness, c: Colors, chosen: bool = False) -> QPen:
    """The pen of an edge."""
    pen = QPen(QColor(c.accent if chosen else c.muted), 2.4 if chosen else 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[sure]:
        pen.setDashPattern(list(DASHES[sure]))
    return pen


def scaled(base: QFont, zoom: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """``base`` larger or smaller by ``zoom``."""
    font = QFont(base)
    font.setPointSizeF(max(4.0, base.pointSizeF() * zoom))
    font.setWeight(weight)
    return font


@dataclass(frozen=True)
class Said:
    """What stands on a card."""

    name: str
    title: str
    time: str
    letter: str
    unseen: bool


class Card(QAbstractButton):
    """A node: outlet, title, time. One that nobody opened has a dashed frame; the letter names its family."""

    def __init__(self, node: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.node = node
        self.said = Said("", "", "", "", False)
        self.chosen = False
        self.zoom = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, lineage: Lineage, index: Index, letter: str) -> None:
        """Say what the node is, in the language of the interface."""
        there = self.node in index.article
        name = words.node_name(self.node, lineage, index)
        title = index.article[self.node].title if there else ""
        self.said = Said(name, title, words.node_time(self.node, index), letter, not there)
        spoken = words.node_said(self.node, lineage, index)
        self.setText(name)
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(f"{name}: {title}" if title else name))
        self.update()

    @staticmethod
    def size_for(base: QFont, zoom: float) -> QSize:
        """How large a card is in a font."""
        metrics, small = QFontMetrics(scaled(base, zoom)), QFontMetrics(scaled(base, 0.9 * zoom))
        pad = round(PAD * zoom)
        width = LETTERS_WIDE * metrics.averageCharWidth() + 2 * pad
        return QSize(width, metrics.lineSpacing() + 3 * small.lineSpacing() + 2 * pad + 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = colors(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(QColor(c.accent), 2) if self.chosen else QPen(QColor(c.muted if self.said.unseen else c.edge), 1.2)
        edge.setStyle(Qt.PenStyle.DashLine if self.said.unseen else Qt.PenStyle.SolidLine)
        painter.setPen(edge)
        painter.setBrush(QColor(c.hover if self.underMouse() else c.window if self.said.unseen else c.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        pad = round(PAD * self.zoom)
        room = self.rect().adjusted(pad, pad, -pad, -pad)
        bold = scaled(self.font(), self.zoom, QFont.Weight.DemiBold)
        small = scaled(self.font(), 0.9 * self.zoom)
        first = QRect(room)
        first.setRight(room.right() - self._letter(painter, room, bold))
        painter.setPen(QColor(c.text))
        lines = 3 if self.said.unseen else 1
        wording(painter, first, self.said.name, bold, lines)
        if self.said.unseen:
            return
        below = room.adjusted(0, QFontMetrics(bold).lineSpacing() + 2, 0, 0)
        wording(painter, below, self.said.title, small, 2)
        painter.setPen(QColor(c.muted))
        painter.setFont(small)
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self.said.time)

    def _letter(self, painter: QPainter, room: QRect, font: QFont) -> int:
        """Paint the family's letter in the corner; the room that it takes."""
        if not self.said.letter:
            return 0
        c, metrics = colors(self), QFontMetrics(font)
        side = metrics.height()
        plate = QRect(room.right() - side + 3, room.top() - 2, side, side)
        painter.setPen(QPen(QColor(c.edge), 1))
        painter.setBrush(QColor(c.accent_soft))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(QColor(c.text))
        painter.setFont(font)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self.said.letter)
        return side + 4


class Tag(QAbstractButton):
    """An edge's tag: the share taken over, how, how sure. Arrows go to the next one, Enter opens the two articles."""

    stepped = Signal(object)
    """The key (Qt.Key) that wants another edge."""
    opened = Signal()

    KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)

    def __init__(self, edge: Edge, parent: QWidget) -> None:
        super().__init__(parent)
        self.edge = edge
        self.zoom = 1.0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, lineage: Lineage, index: Index) -> None:
        """Say what the edge is, in the language of the interface."""
        self.lines = words.edge_tag(self.edge)
        said = words.edge_said(self.edge, lineage, index)
        self.setText(self.lines[0])
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(scaled(self.font(), 0.9 * self.zoom))
        wide = max(metrics.horizontalAdvance(line) for line in self.lines)
        return QSize(wide + round(16 * self.zoom), 2 * metrics.lineSpacing() + round(10 * self.zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = colors(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        frame = line_pen(words.sureness(self.edge), c, chosen)
        frame.setWidthF(2.4 if self.hasFocus() else 1.2)
        painter.setPen(frame)
        painter.setBrush(QColor(c.accent_soft if chosen else c.hover if self.underMouse() else c.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(scaled(self.font(), 0.9 * self.zoom))
        half, pad = (self.height() - 8) // 2, 4
        for number, (line, shade) in enumerate(zip(self.lines, (c.text, c.text if chosen else c.muted), strict=True)):
            painter.setPen(QColor(shade))
            painter.drawText(QRect(0, pad + number * half, self.width(), half), Qt.AlignmentFlag.AlignCenter, line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.KEYS:
            self.stepped.emit(Qt.Key(event.key()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # a QFocusEvent
        self.click() if not self.isChecked() else self.update()
