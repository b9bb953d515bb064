"""The tour: four steps on the sample, for whoever starts Lesart for the first time. It is offered once, and stands in
the Help menu afterwards; every key that skips it is told, and nothing moves but the frame round what is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import steps
from gui.lenses.view import LensBar
from gui.theme import colors, heading_font

if TYPE_CHECKING:
    from gui.preferences import Preferences
    from gui.window import Window

WIDTH, AWAY = 420, 16
"""Pixels: of the card, and between it and what it is about."""
PATIENCE = 200
"""Milliseconds between the end of all work and the look whether the sample came of it."""
NARROW = 0.6
"""What takes less than this of the window's width (or height) is left uncovered."""


class Card(QFrame):
    """Floats over the window: a head, a few sentences, buttons."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window_ = window
        self._gone = False
        self.setObjectName("tour")
        self.head, self.text, self.count = (QLabel(self) for _ in range(3))
        self.head.setFont(heading_font(self.font(), 1.15))
        self.text.setWordWrap(True)
        self.count.setProperty("muted", True)
        self.skip, self.back, self.next = (QPushButton(self) for _ in range(3))
        self.skip.setProperty("flat", True)
        self.next.setProperty("main", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 16, 14)
        column.setSpacing(10)
        for part in (self.head, self.text):
            column.addWidget(part)
        column.addLayout(row)
        self.skip.clicked.connect(self.leave)
        window.installEventFilter(self)

    def say(self, head: str, text: str) -> None:
        """Show these words, also to whoever hears the window."""
        self.head.setText(head)
        self.text.setText(text)
        self.setAccessibleName(head)
        self.next.setAccessibleDescription(f"{head}. {text}")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{head}. {text}"))

    def leave(self) -> None:
        """Go away, once."""
        if not self._gone:
            self._gone = True
            self.over()

    def over(self) -> None:
        """What happens when the card goes."""
        self.window_.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def place(self) -> None:
        """Stand where the card belongs; at the foot of the window, in the middle."""
        room = self.window_.rect()
        self._stand(QRect(room.width() // 2, room.height() - AWAY, 0, 0), above=True)

    def _stand(self, beside: QRect, above: bool = False, left: bool = False) -> None:
        room = self.window_.rect()
        width = min(WIDTH, room.width() - 2 * AWAY)
        self.layout().invalidate()
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        x = beside.left() - width - AWAY if left else beside.center().x() - width // 2
        y = beside.top() - height - AWAY if above else beside.top() + 2 * AWAY if left else beside.bottom() + AWAY
        x = max(AWAY, min(x, room.width() - width - AWAY))
        y = max(AWAY, min(y, room.height() - height - 2 * AWAY))
        self.setGeometry(x, y, width, height)

    def event(self, event: QEvent) -> bool:
        # Esc is the window's key as well; on the card it skips the tour.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # other words, or another font: another height
            self.place()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.skip.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False


class Ring(QWidget):
    """A frame round what a step is about; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors(self).accent), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)


class Invitation(Card):
    """Offers the tour, once: a yes and a no are both an answer."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        super().__init__(window)
        self._preferences = preferences
        self.back.hide()
        self.next.clicked.connect(self._begin)
        self.skip.clicked.connect(self._answered)
        window.desk.opened.connect(self.leave)  # who opens articles knows the way
        window.session.comparison_changed.connect(self._keep_focus)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self.next.setText(self.tr("&Show me"))
        self.skip.setText(self.tr("No, &thanks"))
        self.say(
            self.tr("New here?"),
            self.tr("Four steps on a sample of four articles show how to read with Lesart. It takes a minute."),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.place()

    def appear(self) -> None:
        """Show the card, and let the keyboard answer it."""
        self.show()
        self.place()  # only what is shown knows its fonts, and so its height
        self.raise_()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def over(self) -> None:
        self.window_.desk.opened.disconnect(self.leave)
        self.window_.session.comparison_changed.disconnect(self._keep_focus)
        super().over()

    def _keep_focus(self) -> None:
        # The sample that came meanwhile took it, and with it the key that says no.
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self) -> None:
        self._preferences.toured = True

    def _begin(self) -> None:
        self._answered()
        self.leave()
        begin(self.window_)


class Tour(Card):
    """The four steps; each brings what it is about to the front."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.ring = Ring(window)
        self.at = -1
        self.next.clicked.connect(lambda: self.go(self.at + 1))
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        window.session.comparison_changed.connect(self._changed)

    def go(self, step: int) -> None:
        """Show the step with this number, from 0; after the last one the tour is over."""
        if step >= len(STEPS):
            self.leave()
            return
        forth = step > self.at
        self.at = max(0, step)
        if forth:
            STEPS[self.at](self.window_)
        else:  # what is chosen stays; only the view may be another
            self.window_.show_view("claims" if STEPS[self.at] is _claims else "reading")
        self.retranslate()
        for part in (self.ring, self):
            part.show()
            part.raise_()
        self.place()  # only what is shown knows its fonts, and so its height
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the step in the language of the interface."""
        said = (
            (self.tr("Side by side"), self.tr("Each column is an article. The deeper the tint, the more articles carry a claim. Choose one, and ribbons lead to it in the other columns. J and K go from claim to claim.")),
            (self.tr("Who carries what"), self.tr("Each row is a shared claim, each column an article. An empty cell is a finding: this article leaves the claim out. The inspector shows the passage that comes nearest, so that you can judge for yourself.")),
            (self.tr("Cues"), self.tr("Underlined words may steer the reader, seen against how the others put it. Here each of the ten kinds is switched on and off. A cue is a reason to look, never a verdict.")),
            (self.tr("You decide"), self.tr("The inspector says why a link or a cue was made. Accept or reject it, and write notes; the program’s findings and your decisions are kept apart. Ctrl+E saves a report.")),
        )  # fmt: skip
        last = self.at == len(STEPS) - 1
        self.skip.setText(self.tr("Skip (Esc)"))
        self.back.setText(self.tr("&Back"))
        self.next.setText(self.tr("&Done") if last else self.tr("&Next"))
        self.skip.setVisible(not last)
        self.back.setVisible(self.at > 0)
        self.count.setText(self.tr("%1 of %2").replace("%2", str(len(STEPS))).replace("%1", str(self.at + 1)))
        self.say(*said[self.at])

    def place(self) -> None:
        if self.at < 0:
            return
        target = self._target()
        about = QRect(target.mapTo(self.window_, target.rect().topLeft()), target.size())
        self.ring.setGeometry(about)
        room = self.window_.rect()
        if about.width() < room.width() * NARROW:
            self._stand(about, left=True)
        elif about.height() < room.height() * NARROW:
            self._stand(about)
        else:
            self._stand(QRect(about.center().x(), about.bottom(), 0, 0), above=True)

    def over(self) -> None:
        self.ring.hide()
        self.ring.deleteLater()
        self.window_.session.comparison_changed.disconnect(self._changed)
        super().over()

    def _target(self) -> QWidget:
        window = self.window_
        bar = window.findChild(LensBar)
        assert isinstance(bar, QWidget)
        return (window.reading, window.claims, bar, window.inspector)[self.at]

    def _changed(self) -> None:
        """The comparison was put away, and what the tour is about with it."""
        if self.window_.session.comparison is None:
            self.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.at >= 0:
            self.retranslate()
            self.place()


def _reading(window: Window) -> None:
    window.show_view("reading")
    window.actions_["next_group"].trigger()


def _claims(window: Window) -> None:
    window.show_view("claims")


def _cues(window: Window) -> None:
    window.show_view("reading")


def _inspector(window: Window) -> None:
    window.show_view("reading")
    window.actions_["inspector"].setChecked(True)
    index = window.session.index
    mark = index and steps.next_mark(index, window.session.filter, window.session.choice, 1)
    if mark:
        window.session.choose_mark(mark)


STEPS: tuple[Callable[[Window], None], ...] = (_reading, _claims, _cues, _inspector)


def invite(window: Window, preferences: Preferences) -> None:
    """Offer the tour, unless it was offered before."""
    if not preferences.toured:
        Invitation(window, preferences).appear()


def begin(window: Window) -> None:
    """Show the tour on what is open; on the sample where nothing is, or nothing that is shared."""
    for card in window.findChildren(Card):
        card.leave()
    if window.session.index and window.session.index.group:
        Tour(window).go(0)
        return

    Awaited(window)
    window.desk.open_sample()


class Awaited(QObject):
    """Begins the tour when the sample is there; who stops that wants no tour either."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.session.comparison_changed.connect(self._arrived)
        # Work that has ended may not have been handed over yet.
        self._given_up = QTimer(self, interval=PATIENCE, singleShot=True)
        self._given_up.timeout.connect(self._look)
        window.jobs.idle.connect(self._given_up.start)

    def _arrived(self) -> None:
        if self._window.session.comparison:
            self._end()
            Tour(self._window).go(0)

    def _look(self) -> None:
        if not self._window.jobs.busy:
            self._end()

    def _end(self) -> None:
        self._window.session.comparison_changed.disconnect(self._arrived)
        self._window.jobs.idle.disconnect(self._given_up.start)
        self._given_up.stop()
        self.deleteLater()
