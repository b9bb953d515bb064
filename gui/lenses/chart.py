"""A small chart for each article: its cues by kind, and how much of it is in speakers' words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QToolTip, QWidget

from core.model import KINDS, Kind
from gui import marks as look
from gui.lenses.findings import Profile
from gui.theme import colors, is_dark, plain_tip

PAD, BAR, LEAST_BAR = 14, 76, 44
"""Around the chart, the length of its longest bar, and the least that it can do with, in pixels."""


class Chart(QWidget):
    """One bar for each kind, all charts on one scale; click or Enter goes to the first cue of the kind.

    The tick in its head switches the article's cues on and off.
    """

    mark_wanted = Signal(str)
    switched = Signal(str, bool)
    """The article's id, and whether its cues are wanted."""

    def __init__(self, name: str, profile: Profile, most: int, parent: QWidget | None = None) -> None:
        """``most`` is the greatest count in any chart beside this one."""
        super().__init__(parent)
        self.name, self.profile, self.most = name, profile, max(1, most)
        self._at: Kind = KINDS[0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.switch = QCheckBox(self)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.switch.setFont(bold)
        self.switch.clicked.connect(self._switched)
        self.retell()

    def show_profile(self, name: str, profile: Profile, most: int) -> None:
        """Show what has become of the article, in place: what had the focus keeps it."""
        self.name, self.profile, self.most = name, profile, max(1, most)
        self.retell()

    def retell(self) -> None:
        """Say the chart in the language of the interface."""
        self.switch.setChecked(self.profile.on)
        self.switch.setAccessibleName(self.tr("Cues of %1").replace("%1", self.name))
        tip = self.tr("%1: show or hide the cues of this article, in every view").replace("%1", self.name)
        self.switch.setToolTip(plain_tip(tip))
        self._fit()
        counts = ", ".join(f"{look.name(k)} {n}" for k, n in self.profile.counts.items() if n)
        none = self.tr("no cues")  # lupdate does not look into f-strings
        self.setAccessibleName(f"{self.name}: {counts or none}")
        self.updateGeometry()
        self.update()

    def _switched(self, on: bool) -> None:
        self.switched.emit(self.profile.article_id, on)

    def _names(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(look.name(kind)) for kind in KINDS) + 4

    def _head(self) -> int:
        return max(18, self.fontMetrics().height())

    def _fit(self) -> None:
        """The outlet's name beside the tick, as much of it as there is room for."""
        self.switch.setText("")
        room = self.width() - 2 * PAD - self.switch.sizeHint().width() - 8
        said = QFontMetrics(self.switch.font()).elidedText(self.name, Qt.TextElideMode.ElideRight, max(0, room))
        self.switch.setText(said.replace("&", "&&"))
        self.switch.setGeometry(PAD, PAD, min(self.switch.sizeHint().width(), self.width() - 2 * PAD), self._head())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _line(self) -> int:
        return self.fontMetrics().height() + 5

    def sizeHint(self) -> QSize:
        width = 2 * PAD + 24 + self._names() + 6 + BAR + 30
        return QSize(width, 2 * PAD + self._head() + 10 + (len(KINDS) + 1) * self._line() + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(BAR - LEAST_BAR, 0)

    def row(self, kind: Kind) -> QRect:
        """Where ``kind``'s bar stands."""
        top = PAD + self._head() + 10 + KINDS.index(kind) * self._line()
        return QRect(PAD - 6, top, self.width() - 2 * PAD + 12, self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = colors(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(c.line), 1))
        painter.setBrush(QColor(c.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for kind in KINDS:
            self._bar(painter, kind)
        self._spoken(painter)

    def _bar(self, painter: QPainter, kind: Kind) -> None:
        c, room, count = colors(self), self.row(kind), self.profile.counts[kind]
        lit = count and self.profile.on
        if self.hasFocus() and kind == self._at:
            painter.setPen(QPen(QColor(c.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(room).adjusted(0, 1, 0, -1), 4, 4)
        letter = QFont(self.font())
        letter.setBold(True)
        painter.setFont(letter)
        painter.setPen(look.color(kind, is_dark(self)) if lit else QColor(c.muted))
        painter.drawText(
            QRect(room.left() + 6, room.top(), 16, room.height()),
            Qt.AlignmentFlag.AlignVCenter,
            look.LOOKS[kind].letter,
        )
        painter.setFont(self.font())
        painter.setPen(QColor(c.text if lit else c.muted))
        name = QRect(room.left() + 24, room.top(), self._names(), room.height())
        said = self.fontMetrics().elidedText(look.name(kind), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, said)
        left = name.right() + 6
        full = room.right() - 30 - left
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(kind, is_dark(self)) if lit else QColor(c.line))
        height = 7.0
        width = full * count / self.most
        if count:
            painter.drawRoundedRect(QRectF(left, room.center().y() - height / 2 + 1, max(3.0, width), height), 2, 2)
        painter.setPen(QColor(c.muted))
        painter.drawText(
            QRect(room.right() - 30, room.top(), 24, room.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            str(count),
        )

    def _spoken(self, painter: QPainter) -> None:
        c, last = colors(self), self.row(KINDS[-1])
        top = last.bottom() + 8
        painter.fillRect(QRect(PAD, top, self.width() - 2 * PAD, 1), QColor(c.line))
        painter.setPen(QColor(c.muted))
        said = self.tr("%1 % in speakers’ words").replace("%1", str(round(self.profile.spoken * 100)))
        painter.drawText(QRect(PAD, top + 4, self.width() - 2 * PAD, self._line()), Qt.AlignmentFlag.AlignVCenter, said)

    def _kind_at(self, at: QPoint) -> Kind | None:
        return next((kind for kind in KINDS if self.row(kind).contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        kind = self._kind_at(event.position().toPoint())
        if kind:
            self._at = kind
            self._go()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        kind = self._kind_at(event.position().toPoint())
        linked = kind is not None and self.profile.on and kind in self.profile.first
        self.setCursor(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            self._at = KINDS[(KINDS.index(self._at) + step) % len(KINDS)]
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        self.update()
        if self.profile.on and self._at in self.profile.first:
            self.mark_wanted.emit(self.profile.first[self._at])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            kind = self._kind_at(event.pos())  # type: ignore[attr-defined]  # a QHelpEvent
            QToolTip.showText(event.globalPos(), look.meaning(kind) if kind else "", self)  # type: ignore[attr-defined]
            return True
        return super().event(event)
