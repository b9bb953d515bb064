"""What the lines of a drawn stemma mean, in one line below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.lineage import Lineage
from gui.lenses.flow import Flow
from gui.stemma import words
from gui.stemma.canvas import paint_head
from gui.stemma.parts import line_pen
from gui.theme import colors

SIGN = 34
"""Pixels that a sign takes."""


class Entry(QWidget):
    """A sign and what it means."""

    def __init__(self, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign, self.said = sign, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, said: str) -> None:
        """Say what the sign means."""
        self.said = said
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIGN + 6 + self.fontMetrics().horizontalAdvance(self.said), self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter, middle = colors(self), QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.sign == "unseen":
            painter.setPen(QPen(QColor(c.muted), 1.2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(3, middle - 7, SIGN - 6, 14), 4, 4)
        elif self.sign == "guessed":
            paint_head(painter, QPointF(SIGN / 2, middle + 5), True, c)
        else:
            painter.setPen(line_pen(self.sign, c))  # type: ignore[arg-type]  # the others are all kinds of sureness
            painter.drawLine(QPointF(0, middle), QPointF(SIGN - 2, middle))
        painter.setPen(QColor(c.muted))
        painter.drawText(QRectF(SIGN + 4, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.said)


class Legend(QWidget):
    """Lines by how sure they are, the hollow head, the dashed frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = {sign: Entry(sign, self) for sign in ("sure", "likely", "possible", "guessed", "unseen")}
        self._flow = Flow(self, spacing=12)
        self._flow.setContentsMargins(18, 4, 18, 4)
        self._say()

    def tell(self, lineage: Lineage | None) -> None:
        """Explain the signs that ``lineage`` is drawn with; nothing where it has no edge."""
        edges = lineage.edges if lineage else ()
        used = {words.sureness(e) for e in edges} | ({"guessed"} if any(e.told == "text" for e in edges) else set())
        used |= {"unseen"} if lineage and lineage.sources else set()
        for sign, entry in self.entries.items():
            self._flow.removeWidget(entry)
            if sign in used:
                self._flow.addWidget(entry)
            entry.setVisible(sign in used)
        self.setVisible(bool(edges) and not (lineage and words.two_versions(lineage)))

    def _say(self) -> None:
        said = {
            "sure": words.say_sureness("sure"), "likely": words.say_sureness("likely"),
            "possible": words.say_sureness("possible"), "guessed": self.tr("direction guessed"),
            "unseen": self.tr("not open"),
        }  # fmt: skip
        for sign, entry in self.entries.items():
            entry.say(said[sign])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
