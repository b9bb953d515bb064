"""The empty window: what Lesart does, and the four ways to begin."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.theme import colors, heading_font, icon, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent

    from core.store import Draft

RECENT_SHOWN = 5
TITLE = 60
"""Characters of a title that are shown."""
WIDTH = 880


class Drawing(QWidget):
    """Three columns of text whose shared lines are joined by ribbons: what the reading view will look like."""

    # Each column's lines: width as a share, and which shared claim the line carries (0 for none).
    COLUMNS = (
        ((0.9, 0), (0.7, 1), (1.0, 1), (0.6, 0), (0.95, 2), (0.5, 2), (0.8, 0), (0.9, 3)),
        ((0.6, 0), (1.0, 0), (0.9, 1), (0.4, 1), (0.85, 0), (0.95, 3), (0.6, 3), (0.75, 0)),
        ((0.8, 2), (0.9, 2), (0.5, 0), (1.0, 1), (0.7, 1), (0.9, 0), (0.6, 0), (0.95, 3)),
    )
    LINE, GAP, BETWEEN = 5, 15, 56

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(" ")
        self.drawn = False
        """Off for the first paint: PySide makes all of ``Qt`` for the first brush."""

    def sizeHint(self) -> QSize:
        return QSize(360, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.drawn:
            return
        from PySide6.QtCore import QRectF, Qt
        from PySide6.QtGui import QColor, QPainter

        c = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shades = {1: QColor(c.accent), 2: QColor(c.notice_edge), 3: QColor(c.problem)}
        width = (self.width() - 2 * self.BETWEEN) / 3
        for column in range(2):
            for claim, shade in shades.items():
                self._ribbon(painter, column, claim, shade, width)
        for number, lines in enumerate(self.COLUMNS):
            left = number * (width + self.BETWEEN)
            painter.setBrush(QColor(c.surface))
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 7, 7)
            for row, (share, claim) in enumerate(lines):
                painter.setBrush(shades[claim] if claim else QColor(c.line))
                box = QRectF(left + 12, 16 + row * self.GAP, (width - 24) * share, self.LINE)
                painter.drawRoundedRect(box, 2.5, 2.5)

    def _extent(self, column: int, claim: int) -> tuple[float, float]:
        rows = [row for row, (_, carried) in enumerate(self.COLUMNS[column]) if carried == claim]
        return (16 + rows[0] * self.GAP - 3, 16 + rows[-1] * self.GAP + self.LINE + 3) if rows else (0.0, 0.0)

    def _ribbon(self, painter: QPainter, column: int, claim: int, shade: QColor, width: float) -> None:
        left = column * (width + self.BETWEEN) + width
        top, foot = self._extent(column, claim)
        top2, foot2 = self._extent(column + 1, claim)
        if not foot or not foot2:
            return
        from PySide6.QtCore import QPointF
        from PySide6.QtGui import QColor, QPainterPath

        right, bend = left + self.BETWEEN, self.BETWEEN / 2
        path = QPainterPath(QPointF(left, top))
        path.cubicTo(left + bend, top, right - bend, top2, right, top2)
        path.lineTo(right, foot2)
        path.cubicTo(right - bend, foot2, left + bend, foot, left, foot)
        faint = QColor(shade)
        faint.setAlpha(70)
        painter.setBrush(faint)
        painter.drawPath(path)


class Point(QWidget):
    """One of the three things that Lesart shows: a small picture, a word, a sentence."""

    def __init__(self, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self._icon = QLabel(self)
        self._icon.setFixedSize(26, 26)
        self.head = QLabel(self)
        self.head.setFont(heading_font(self.font(), 1.1))
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (self._icon, self.head, self.text):
            column.addWidget(label)
        column.addStretch(1)

    def recolor(self) -> None:
        """Draw the picture in the colours of the theme."""
        self._icon.setPixmap(icon(self._picture, self).pixmap(26, 26))


class Unsaved(QWidget):
    """A comparison without a name: by what one knows it, when it was last changed, and a way to throw it away."""

    opened = Signal(str)
    thrown_away = Signal(str)

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        from gui.places import say_when

        super().__init__(parent)
        path = str(draft.path)
        first = next((title for title in draft.titles if title.strip()), "")
        open_ = QPushButton(self)
        open_.setProperty("flat", True)
        open_.setProperty("link", True)
        open_.setText(elided(first or self.tr("without a title"), TITLE).replace("&", "&&"))
        open_.setToolTip(plain_tip("\n".join(draft.titles)))
        open_.clicked.connect(lambda: self.opened.emit(path))
        parts = [say_when(draft.changed), self.tr("%Ln article(s)", "", len(draft.titles))]
        if draft.decisions:
            parts.append(self.tr("%Ln decision(s)", "", draft.decisions))
        about = QLabel("   ·   ".join(parts), self)
        about.setProperty("muted", True)
        away = QPushButton(self.tr("Throw away"), self)
        away.setProperty("flat", True)
        away.setToolTip(self.tr("Put it in the waste bin of this computer"))
        away.setAccessibleName(self.tr("Throw away: %1").replace("%1", first))
        away.clicked.connect(lambda: self.thrown_away.emit(path))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(open_)
        row.addWidget(about)
        row.addStretch(1)
        row.addWidget(away)


def elided(text: str, length: int) -> str:
    """The first line of ``text``, not longer than ``length`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


class Welcome(QScrollArea):
    """What the window shows while no article is open."""

    recent_chosen = Signal(str)
    thrown_away = Signal(str)
    """The path of a comparison without a name that the reader does not want any more."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setProperty("focusPolicy", "NoFocus")  # its buttons take the focus
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._actions = actions
        self._drawing = Drawing(self)
        self._title, self._lead, self._drop, self._foot = (QLabel(self) for _ in range(4))
        self._title.setFont(heading_font(self.font(), 2.0))
        self._lead.setWordWrap(True)
        self._lead.setProperty("muted", True)
        self._drop.setFont(heading_font(self.font(), 1.25))
        self._foot.setWordWrap(True)
        self._foot.setProperty("muted", True)
        self._open, self._paste, self._sample = (self._button(name) for name in ("open", "paste", "sample"))
        self._open.setProperty("main", True)
        self._points = [Point(picture, self) for picture in ("intersect", "circle-dashed", "quotes")]
        self._recent_head = QLabel(self)
        self._recent_head.setFont(heading_font(self.font(), 1.1))
        self._recent = QGridLayout()
        self._recent.setSpacing(2)
        self._recent.setColumnStretch(1, 1)
        self._unsaved_head, self._unsaved_more = QLabel(self), QLabel(self)
        self._unsaved_head.setFont(heading_font(self.font(), 1.1))
        self._unsaved_more.setProperty("muted", True)
        self._unsaved = QVBoxLayout()
        self._unsaved.setSpacing(2)
        self._drafts: Sequence[Draft] = ()
        self._lay_out()
        self.retranslate()
        self.show_unsaved(())

    def show_unsaved(self, drafts: Sequence[Draft]) -> None:
        """Offer ``drafts``, the comparisons that were never saved under a name, the latest first."""
        self._drafts = drafts
        while self._unsaved.count():
            self._unsaved.takeAt(0).widget().deleteLater()
        for draft in drafts[:RECENT_SHOWN]:
            row = Unsaved(draft, self)
            row.opened.connect(self.recent_chosen)
            row.thrown_away.connect(self.thrown_away)
            self._unsaved.addWidget(row)
        self._unsaved_head.setVisible(bool(drafts))
        more = len(drafts) - RECENT_SHOWN
        self._unsaved_more.setText(self.tr("and %Ln more, in the library (Ctrl+B)", "", more) if more > 0 else "")
        self._unsaved_more.setVisible(more > 0)

    def show_recent(self, paths: list[str]) -> None:
        """Offer ``paths`` as the files opened last."""
        while self._recent.count():
            self._recent.takeAt(0).widget().deleteLater()
        for row, path in enumerate(paths[:RECENT_SHOWN]):
            button = QPushButton(os.path.basename(path), self)
            button.setProperty("flat", True)
            button.setProperty("link", True)
            button.setToolTip(plain_tip(path))
            button.clicked.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
            self._recent.addWidget(button, row, 0)
        self._recent_head.setVisible(bool(paths))

    def recolor(self) -> None:
        """Draw the pictures in the colours of the theme."""
        self._drawing.drawn = True
        self._drawing.update()
        for point in self._points:
            point.recolor()

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self._title.setText(self.tr("One event, several articles"))
        self._lead.setText(
            self.tr(
                "Lesart lays them side by side: which claims they share, what each one leaves out, "
                "and where the wording steers the reader."
            )
        )
        self._drop.setText(self.tr("Drop articles here"))
        self._foot.setText(
            self.tr(
                "Saved web pages, PDF, Word, text. Everything is read and compared on this computer; nothing is sent."
            )
        )
        self._open.setText(self.tr("Open files…"))
        self._paste.setText(self.tr("Paste"))
        self._sample.setText(self.tr("Try the sample"))
        self._recent_head.setText(self.tr("Opened last"))
        self._unsaved_head.setText(self.tr("Not yet saved under a name"))
        self.show_unsaved(self._drafts)
        said = (
            (self.tr("Shared claims"), self.tr("The same statement in different words, in German, English, or across both, joined by ribbons.")),
            (self.tr("What is left out"), self.tr("For every shared claim: who carries it, where, and who does not, with the nearest miss.")),
            (self.tr("How it is worded"), self.tr("Ten kinds of cues, from loaded words to hidden sources. Each says why; you decide whether it holds.")),
        )  # fmt: skip
        for point, (head, text) in zip(self._points, said, strict=True):
            point.head.setText(head)
            point.text.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _button(self, name: str) -> QPushButton:
        action: QAction = self._actions[name]
        button = QPushButton(self)
        button.setObjectName(f"welcome_{name}")
        button.clicked.connect(action.trigger)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(34)
        column.addStretch(2)
        column.addLayout(self._head())
        column.addWidget(self._card())
        column.addLayout(self._three())
        for parts in (
            (self._unsaved_head, self._unsaved, self._unsaved_more),
            (self._recent_head, self._recent),
        ):
            offered = QVBoxLayout()
            offered.setSpacing(4)
            for part in parts:
                offered.addWidget(part) if isinstance(part, QWidget) else offered.addLayout(part)
            column.addLayout(offered)
        column.addStretch(3)
        body = QWidget(self)
        body.setMaximumWidth(WIDTH)
        body.setLayout(column)
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 24, 32, 24)
        row.addStretch(1)
        row.addWidget(body, 20)
        row.addStretch(1)
        self.setWidget(page)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(48)
        head.addLayout(words, 1)
        head.addWidget(self._drawing)
        return head

    def _card(self) -> QFrame:
        """Where articles are dropped, and the buttons for those who would rather press one."""
        card = QFrame(self)
        card.setObjectName("dropcard")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 26, 28, 24)
        inside.setSpacing(14)
        for label in (self._drop, self._foot):
            label.setProperty("alignment", "AlignHCenter|AlignVCenter")
        inside.addWidget(self._drop)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in (self._open, self._paste, self._sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        inside.addWidget(self._foot)
        return card

    def _three(self) -> QGridLayout:
        """What Lesart shows."""
        points = QGridLayout()
        points.setHorizontalSpacing(36)
        for place, point in enumerate(self._points):
            points.addWidget(point, 0, place)
            points.setColumnStretch(place, 1)
        return points
