"""The inspector: what is chosen, looked at closely, and where the reader decides."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui import corrections
from gui.decided import chosen_group
from gui.inspector import parts
from gui.inspector.dossier import Dossier, dossier
from gui.inspector.page import Page
from gui.session import Session
from gui.sight import follow_focus

AT_ONCE = 2
"""Parts of the page that are made at once; those below the fold follow one by one, so that a choice never waits."""
ROUND = 5
"""Milliseconds of making parts between two looks at what the reader does."""
SOON = 60
"""Milliseconds after a choice: the text comes first, and whoever holds a key down sees only where it stops."""


class Inspector(QWidget):
    """The chosen claim's counterparts, why they belong together, their cues, the notes.

    Over them a line that leads through what takes two steps: joining (choose a claim here, another there), splitting.
    """

    wanted = Signal()
    """Something was asked of the inspector while it was put away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._joining: str | None = None
        self._splitting: str | None = None
        self._scroll = QScrollArea(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts take the focus
        follow_focus(self._scroll)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._leading())
        column.addWidget(self._scroll)
        self.setMinimumWidth(260)
        # One look at the end of the round, however many signals a step sends.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._follow)
        self._told_of: tuple[object, ...] | None = None
        self._steps: deque[Callable[[], None]] = deque()
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._go_on)
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.setInterval(0)
        self._last.timeout.connect(self._settle)
        session.choice_changed.connect(self._chosen)
        for signal in (session.choice_changed, session.comparison_changed, session.filter_changed):
            signal.connect(self._soon.start)
        self._show(None)

    # What takes two steps

    def _leading(self) -> QWidget:
        self._lead = QFrame(self)
        self._lead.setObjectName("notice")
        column = QVBoxLayout(self._lead)
        column.setContentsMargins(16, 8, 10, 8)
        self._lead_text = parts.label("", self._lead)
        self._do, self._stop = QPushButton(self._lead), QPushButton(self._lead)
        self._do.clicked.connect(self._split)
        self._stop.clicked.connect(self.stop_leading)
        self._stop.setProperty("flat", True)
        row = QHBoxLayout()
        row.addWidget(self._do)
        row.addWidget(self._stop)
        row.addStretch(1)
        column.addWidget(self._lead_text)
        column.addLayout(row)
        self._lead.hide()
        return self._lead

    @property
    def leading(self) -> bool:
        """Whether the reader is in the middle of joining or splitting."""
        return self._joining is not None or self._splitting is not None

    def start_joining(self) -> None:
        """Join the chosen claim, and its group, with the next one that the reader chooses."""
        self.stop_leading()
        self._joining = self._chosen_claim()
        self._say_lead()

    def start_splitting(self) -> None:
        """Let the reader tick which wordings of the chosen group make a group of their own."""
        self.stop_leading()
        index = self._session.index
        self._splitting = chosen_group(index, self._session.choice) if index else None
        self._say_lead()
        self._follow()

    def stop_leading(self) -> None:
        """Neither join nor split."""
        again = self._splitting is not None
        self._joining = self._splitting = None
        self._say_lead()
        if again:
            self._soon.start()

    def part(self) -> None:
        """Take the chosen claim out of its group."""
        index, claim = self._session.index, self._chosen_claim()
        if index and claim:
            corrections.decide(self._session, corrections.parting(index, claim), self.tr("Part from the others"))

    def accept(self, fair: bool) -> None:
        """Accept or reject the chosen cue; without one, the links of the chosen claim."""
        index, mark = self._session.index, self._session.choice.mark_id
        if index and mark in index.mark:
            said = self.tr("Accept cue") if fair else self.tr("Reject cue")
            corrections.decide_mark(self._session, mark, fair, said)
        elif index and not fair:
            self.part()
        elif index:
            claim = self._chosen_claim()
            corrections.decide(self._session, corrections.holding(index, claim or ""), self.tr("Accept link"))

    def write_note(self) -> None:
        """Bring the caret to where a note is written."""
        self._soon.stop()
        self._follow()
        while self._steps:
            self._go_on()
        note = self.page.note
        if note:
            note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QTimer.singleShot(0, note, lambda: self._scroll.ensureWidgetVisible(note))

    def _chosen_claim(self) -> str | None:
        """The claim that is chosen, or by which the group or the cue is: the base of what is told."""
        index = self._session.index
        found = dossier(index, self._session.choice, self._session.filter) if index else None
        return found.wordings[0].claim.id if found and found.wordings else None

    def _chosen(self) -> None:
        index, one = self._session.index, self._joining
        if index and one:
            decisions = corrections.joining(index, one, self._chosen_claim())
            if decisions:
                self._joining = None
                corrections.decide(self._session, decisions, self.tr("Join claims"))
                self._say_lead()
        elif index and self._splitting and chosen_group(index, self._session.choice) != self._splitting:
            self.stop_leading()

    def _split(self) -> None:
        index, group = self._session.index, self._splitting
        off = {claim for claim, box in self.page.ticks.items() if box.isChecked()}
        self.stop_leading()
        if index and group in index.group:
            corrections.decide(self._session, corrections.splitting(index, group, off), self.tr("Split the group"))

    def _say_lead(self) -> None:
        self._lead.setVisible(self.leading)
        self._do.setVisible(self._splitting is not None)
        self._do.setText(self.tr("Split off"))
        self._stop.setText(self.tr("Cancel"))
        self._lead_text.setText(
            self.tr("Choose the claim of another article that says the same. Their groups become one.")
            if self._joining
            else self.tr("Tick the wordings that make a claim of their own.")
        )

    # What is told

    @property
    def busy(self) -> bool:
        """Whether there is still something to tell."""
        return any(timer.isActive() for timer in (self._soon, self._rest, self._last))

    @property
    def page(self) -> Page:
        """What is shown."""
        page = self._scroll.widget()
        assert isinstance(page, Page)
        return page

    def _follow(self) -> None:
        """Tell of what is chosen now, unless that has been told: most switches of a lens change nothing here."""
        index, choice = self._session.index, self._session.choice
        found = dossier(index, choice, self._session.filter) if index else None
        if self._told_of != (found, choice.mark_id, self._splitting):
            self._show(found)

    def _show(self, found: Dossier | None) -> None:
        self._told_of = found, self._session.choice.mark_id, self._splitting
        page = Page(self._session, found, self._splitting is not None, self._scroll)
        self._steps = deque(page.steps())
        for _ in range(min(AT_ONCE, len(self._steps))):
            self._steps.popleft()()
        page.column.addStretch(1)
        before = self._scroll.takeWidget()
        self._scroll.setWidget(page)
        if before:
            # A hundred labels take their time to go: in a round of their own.
            before.hide()
            before.deleteLater()
        self._fit()
        if self._steps:
            self._rest.start()

    def _go_on(self) -> None:
        if self._steps:
            column = self.page.column
            column.takeAt(column.count() - 1)
            spent = QElapsedTimer()
            spent.start()
            while self._steps and spent.elapsed() < ROUND:
                self._steps.popleft()()
            column.addStretch(1)
            self._fit()
        if not self._steps:
            self._rest.stop()
            self._last.start()

    def _settle(self) -> None:
        # Labels measure themselves before the style sheet has its say: once more, now that all of them are seen.
        for told in self.page.findChildren(QLabel):
            told.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        # Without this, what was just added is painted once at the height that was there, its lines cut off.
        self.page.column.activate()
        QCoreApplication.sendEvent(self.page, QEvent(QEvent.Type.LayoutRequest))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._told_of = None
            self._say_lead()
            self._soon.start()
