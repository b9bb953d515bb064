"""The line under a column's head that says how the article stands to the chosen group."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import colors, plain_tip


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands to the chosen group: by how many claims it carries it (0: not), and which came nearest."""

    mentions: int = 0
    position: float = 0.0
    nearest: str | None = None
    nearest_text: str = ""
    elsewhere: bool = False
    """Whether the nearest claim is linked to the group without standing in it: nothing is left out."""

    @property
    def carried(self) -> bool:
        """Whether the article says it, be it outside the group."""
        return self.mentions > 0 or self.elsewhere


class Strip(QWidget):
    """Empty while nothing is chosen, of one height always, so that no text moves when something is."""

    nearest_wanted = Signal(str)
    """Click or Enter on an omission: the id of the claim that came nearest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing: Standing | None = None
        self.setMinimumHeight(self.fontMetrics().height() + 12)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)

    def show_standing(self, standing: Standing | None) -> None:
        """Say ``standing``; None: nothing is chosen."""
        self.standing = standing
        linked = standing is not None and standing.nearest is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.NoFocus)
        self.setToolTip(plain_tip(self.text()) if standing and not standing.mentions else "")
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """What the strip says, unshortened."""
        s = self.standing
        if s is None:
            return ""
        if s.mentions:
            place = self.place(s.position)
            return place if s.mentions == 1 else self.tr("%1, in %Ln place(s)", "", s.mentions).replace("%1", place)
        if s.elsewhere:
            return self.tr("Linked, but not in this group: “%1”").replace("%1", s.nearest_text)
        if s.nearest:
            return self.tr("Left out. Nearest: “%1”").replace("%1", s.nearest_text)
        return self.tr("Left out; nothing comes near.")

    def place(self, position: float) -> str:
        """Where in the article a claim at ``position`` (0–1) stands, in words."""
        if position < 0.15:
            return self.tr("Carries it at the top")
        if position > 0.66:
            return self.tr("Carries it far down")
        return self.tr("Carries it in the middle")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        if self.standing and self.standing.nearest:
            self.nearest_wanted.emit(self.standing.nearest)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter, s = colors(self), QPainter(self), self.standing
        painter.fillRect(self.rect(), QColor(c.surface if s is None or s.carried else c.window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(c.line))
        painter.fillRect(0, 0, self.width(), 1, QColor(c.line))
        if s is None:
            return
        if s.carried:
            painter.fillRect(0, 1, 3, self.height() - 2, QColor(c.accent))
        else:
            # Hatching, so that an omission shows without its colour.
            painter.fillRect(self.rect().adjusted(0, 1, 0, -1), QBrush(QColor(c.line), Qt.BrushStyle.BDiagPattern))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.92)
        font.setWeight(QFont.Weight.Medium if s.carried else QFont.Weight.DemiBold)
        painter.setFont(font)
        room = self.rect().adjusted(14, 0, -10, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(c.muted if s.carried else c.text))
        if not s.carried:
            width = min(room.width(), painter.fontMetrics().horizontalAdvance(shown)) + 10
            painter.fillRect(room.left() - 5, 3, width, self.height() - 6, QColor(c.window))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_standing(self.standing)
        elif event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(self.fontMetrics().height() + 12)
