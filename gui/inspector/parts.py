"""The inspector's building blocks: labels of article text, rows with a verdict, rules between sections."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.report.decided import Decided
from gui import marks as look
from gui.inspector.dossier import MarkNote
from gui.theme import colors, icon, is_dark

Verdict = Callable[[bool], None]


def label(text: str, parent: QWidget, *, muted: bool = False, scale: float = 1.0, bold: bool = False) -> QLabel:
    """A label of plain text that breaks its lines; articles' words are never read as markup."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    dress(made, muted=muted, scale=scale, bold=bold)
    return made


def rich(text: str, parent: QWidget) -> QLabel:
    """A label of rich text; ``text`` must have been made with ``marked``, which escapes it."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(text)
    dress(made)
    return made


def dress(made: QLabel, *, muted: bool = False, scale: float = 1.0, bold: bool = False) -> None:
    """Give a label its size, weight and shade."""
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    font = QFont(made.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFont(font)
    if muted:
        palette = made.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colors(made).muted))
        made.setPalette(palette)


def marked(pieces: list[tuple[str, bool]], widget: QWidget) -> str:
    """Rich text of ``pieces`` (text, whether it differs); what differs is tinted and underlined."""
    ground = "#4b4126" if is_dark(widget) else "#f6e3ae"
    said = []
    for text, differs in pieces:
        safe = escape(text).replace("\n", "<br>")
        said.append(
            f'<span style="background-color:{ground}; text-decoration:underline">{safe}</span>' if differs else safe
        )
    return "".join(said)


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
        c, painter = colors(self), QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2)
        font = QFont(self.font())
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(QColor(c.accent))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


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
    palette.setColor(QPalette.ColorRole.Window, QColor(colors(parent).line))
    made.setPalette(palette)
    return made


def verdict(decided: Decided | None, said: tuple[str, str], decide: Verdict, parent: QWidget) -> QWidget:
    """Two buttons, accept and reject, pressed as ``decided`` says; ``said`` are their tooltips."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for name, tip, accepts in (("check", said[0], True), ("x", said[1], False)):
        button = QToolButton(made)
        button.setIcon(icon(name, parent))
        button.setIconSize(QSize(14, 14))
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setChecked(decided == ("accepted" if accepts else "rejected"))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _=False, accepts=accepts: decide(accepts))
        row.addWidget(button)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def mark_row(note: MarkNote, said: tuple[str, str], decide: Verdict, parent: QWidget) -> QWidget:
    """A mark: letter, name, reason, what it is set against, and the verdict."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 4, 0, 0)
    row.setSpacing(8)
    kind = note.mark.kind
    letter = label(look.LOOKS[kind].letter, made, bold=True)
    letter.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    letter.setFixedWidth(letter.fontMetrics().horizontalAdvance("W") + 4)
    letter.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
    palette = letter.palette()
    palette.setColor(QPalette.ColorRole.WindowText, look.color(kind, is_dark(parent)))
    letter.setPalette(palette)
    text = QVBoxLayout()
    text.setSpacing(1)
    words = f"{look.name(kind)}: “{note.words}”" if note.words and kind != "emphasis" else look.name(kind)
    name = label(words, made, bold=True, scale=0.95)
    reason = label(look.reason(note.mark), made, scale=0.95)
    for part in (name, reason):
        text.addWidget(part)
    for outlet, other in note.against:
        text.addWidget(label(f"{outlet}: “{other}”", made, muted=True, scale=0.95))
    if note.decided == "rejected":
        struck = name.font()
        struck.setStrikeOut(True)
        name.setFont(struck)
    row.addWidget(letter, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(text, 1)
    row.addWidget(verdict(note.decided, said, decide, made), 0, Qt.AlignmentFlag.AlignTop)
    return made
