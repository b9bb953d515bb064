"""The inspector's building blocks: labels of article text, rows with a verdict, rules between sections."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui import marks as look
from gui import theme
from gui.decided import Verdict
from gui.inspector import words
from gui.inspector.dossier import MarkNote
from gui.inspector.pieces import Piece

Decide = Callable[[bool], None]


class Name(QAbstractButton):
    """An outlet's name that can be clicked; shortened to the room it has."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 6, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = theme.colors(self), QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2)
        font = QFont(self.font())
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(QColor(c.accent))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def label(text: str, parent: QWidget, *, muted: bool = False, scale: float = 1.0, bold: bool = False) -> QLabel:
    """A label of plain text that breaks its lines; articles' words are never read as markup."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    _dress(made)
    font = QFont(made.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFont(font)
    if muted:
        palette = made.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.colors(parent).muted))
        made.setPalette(palette)
    return made


def rich(lines: list[str], parent: QWidget) -> QLabel:
    """A label of rich text, line by line; every line must have been made with ``small``, ``strong`` or ``marked``,
    which escape what they are given."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText("".join(f'<p style="margin:0 0 3px 0">{line}</p>' for line in lines))
    _dress(made)
    return made


def _dress(made: QLabel) -> None:
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    # As wide as the panel and as high as the lines are then, whatever width the text would like.
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)


def small(text: str, widget: QWidget) -> str:
    """``text`` as a line of rich text, small and muted."""
    size = round(widget.font().pointSizeF() * 0.92, 1)
    return f'<span style="color:{theme.colors(widget).muted}; font-size:{size}pt">{escape(text)}</span>'


def strong(text: str, color: QColor | None = None, struck: bool = False) -> str:
    """``text`` as rich text, half-bold."""
    shade = f"color:{color.name()};" if color else ""
    line = "text-decoration:line-through;" if struck else ""
    return f'<span style="font-weight:600;{shade}{line}">{escape(text)}</span>'


def marked(pieces: list[Piece], widget: QWidget) -> str:
    """Rich text of ``pieces``: what differs is tinted and underlined, what both name is half-bold."""
    ground = "#4b4126" if theme.is_dark(widget) else "#f6e3ae"
    styles = {"differs": f"background-color:{ground}; text-decoration:underline", "shared": "font-weight:600"}
    said = []
    for text, role in pieces:
        safe = escape(text).replace("\n", "<br>")
        said.append(f'<span style="{styles[role]}">{safe}</span>' if role in styles else safe)
    return "".join(said)


def heading(text: str, parent: QWidget) -> QLabel:
    """The heading of a section."""
    made = label(text, parent, muted=True, scale=0.9, bold=True)
    made.setContentsMargins(0, 8, 0, 0)
    return made


def rule(parent: QWidget) -> QFrame:
    """A hairline."""
    made = QFrame(parent)
    made.setFixedHeight(1)
    made.setAutoFillBackground(True)
    palette = made.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(theme.colors(parent).line))
    made.setPalette(palette)
    return made


def verdict(decided: Verdict | None, said: tuple[str, str], decide: Decide, row: QHBoxLayout, parent: QWidget) -> None:
    """Add two buttons to ``row``, accept and reject, pressed as ``decided`` says; ``said`` are their tooltips."""
    for name, tip, accepts in (("check", said[0], True), ("x", said[1], False)):
        button = small_button(name, tip, parent)
        button.setObjectName("accept" if accepts else "reject")
        button.setCheckable(True)
        button.setChecked(decided == ("accepted" if accepts else "rejected"))
        button.clicked.connect(lambda _=False, accepts=accepts: decide(accepts))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def small_button(name: str, tip: str, parent: QWidget) -> QToolButton:
    """A button with the icon ``name``, as high as a line."""
    button = QToolButton(parent)
    button.setIcon(_icon(name, theme.is_dark(parent)))
    button.setIconSize(QSize(14, 14))
    button.setFixedSize(28, 24)
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


@cache
def _icon(name: str, dark: bool) -> QIcon:
    return theme.icon(name)


def mark_row(note: MarkNote, chosen: bool, said: tuple[str, str], decide: Decide, parent: QWidget) -> QHBoxLayout:
    """A mark: letter, name, reason, what it is set against, and the verdict; the chosen one stands on a ground."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 2, 0, 0)
    row.setSpacing(2)
    kind = note.mark.kind
    quoted = note.words and kind != "emphasis"
    name = words.quoted(look.name(kind), note.words) if quoted else look.name(kind)
    letter = strong(look.LOOKS[kind].letter, look.color(kind, theme.is_dark(parent)))
    lines = [f"{letter}&nbsp;&nbsp;{strong(name, struck=note.decided == 'rejected')}", escape(look.reason(note.mark))]
    lines += [small(words.quoted(outlet, other), parent) for outlet, other in note.against]
    text = rich(lines, parent)
    if chosen:
        c = theme.colors(parent)
        text.setStyleSheet(f"background: {c.hover}; border-left: 3px solid {c.accent}; padding: 4px 4px 2px 6px;")
        text.setObjectName("chosen")
    row.addWidget(text, 1)
    verdict(note.decided, said, decide, row, parent)
    return row
