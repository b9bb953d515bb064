"""The inspector: what is chosen, looked at closely, and where the reader decides."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.model import DecisionKind, Mark
from gui.decided import decision
from gui.inspector import parts, words
from gui.inspector.dossier import Dossier, MarkNote, Wording, dossier
from gui.inspector.pieces import pieces
from gui.places import say_place
from gui.session import Session

AT_ONCE = 2
"""Parts of the page that are made at once; those below the fold follow one by one, so that a choice never waits."""
ROUND = 5
"""Milliseconds of making parts between two looks at what the reader does."""
SOON = 30
"""Milliseconds after a choice: the text comes first, and whoever holds a key down sees only where it stops."""


class Inspector(QWidget):
    """The chosen claim's counterparts, why they belong together, their cues, the notes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)
        self.setMinimumWidth(260)
        # One look at the end of the round, however many signals a step sends.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._follow)
        self._told_of: tuple[Dossier | None, str | None] | None = None
        self._steps: deque[Callable[[], None]] = deque()
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._go_on)
        for signal in (session.choice_changed, session.comparison_changed, session.filter_changed):
            signal.connect(self._soon.start)
        self._show(None)

    def _follow(self) -> None:
        """Tell of what is chosen now, unless that has been told: most switches of a lens change nothing here."""
        index, choice = self._session.index, self._session.choice
        found = dossier(index, choice, self._session.filter) if index else None
        if self._told_of != (found, choice.mark_id):
            self._show(found)

    def _show(self, found: Dossier | None) -> None:
        self._told_of = found, self._session.choice.mark_id
        page = QWidget(self._scroll)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 14, 14, 18)
        self._column.setSpacing(5)
        self._steps = deque(self._told(found, page) if found else [lambda: self._teach(page)])
        for _ in range(min(AT_ONCE, len(self._steps))):
            self._steps.popleft()()
        self._column.addStretch(1)
        self._scroll.setWidget(page)
        self._fit()
        if self._steps:
            self._rest.start()

    def _go_on(self) -> None:
        if self._steps:
            self._column.takeAt(self._column.count() - 1)
            spent = QElapsedTimer()
            spent.start()
            while self._steps and spent.elapsed() < ROUND:
                self._steps.popleft()()
            self._column.addStretch(1)
            self._fit()
        if not self._steps:
            self._rest.stop()

    def _fit(self) -> None:
        # Without this, what was just added is painted once at the height that was there, its lines cut off.
        self._column.activate()
        QCoreApplication.sendEvent(self._scroll.widget(), QEvent(QEvent.Type.LayoutRequest))

    def _teach(self, page: QWidget) -> None:
        self._column.addWidget(parts.label(self.tr("Nothing chosen"), page, bold=True, scale=1.1))
        text = self.tr(
            "Click a tinted sentence to see how the other articles word it, or an underlined word to see why it is marked."
        )
        self._column.addWidget(parts.label(text, page, muted=True))

    def _told(self, found: Dossier, page: QWidget) -> list[Callable[[], None]]:
        """What there is to tell of ``found``, as steps that each add a part to the page."""
        loose = found.loose_mark
        if loose:
            return [lambda: self._mark(loose, page)]
        steps = [partial(self._head, found, page)]
        for number, wording in enumerate(found.wordings):
            steps.append(partial(self._wording, wording, found.wordings[0] if number else None, page))
        if found.parted:
            steps.append(partial(self._parted, found, page))
        if found.left_out:
            steps.append(partial(self._left_out, found, page))
        steps.append(partial(self._notes, found, page))
        return steps

    def _head(self, found: Dossier, page: QWidget) -> None:
        self._column.addWidget(parts.label(found.gist, page, bold=True, scale=1.1))
        carried = self.tr("Carried by %1 of %2").replace("%1", str(found.carriers)).replace("%2", str(found.articles))
        if found.carriers == 1:
            carried = self.tr("No other article carries this.")
        if found.conflict:
            carried += " · " + self.tr("the articles contradict each other")
        self._column.addWidget(parts.label(carried, page, muted=True, scale=0.95))

    def _wording(self, wording: Wording, base: Wording | None, page: QWidget) -> None:
        self._rule(page)
        head = QHBoxLayout()
        head.setSpacing(2)
        name = parts.Name(wording.outlet, page)
        name.setToolTip(self.tr("Show in the text and compare the others to it"))
        name.clicked.connect(lambda: self._session.choose_claim(wording.claim.id))
        head.addWidget(name)
        head.addSpacing(6)
        head.addWidget(parts.label(say_place(wording.place), page, muted=True, scale=0.92), 1)
        link = wording.link
        if link:
            said = (self.tr("These say the same"), self.tr("These do not belong together"))
            parts.verdict(wording.decided, said, partial(self._decide_pair, (link.a, link.b)), head, page)
        self._column.addLayout(head)
        lines = [parts.marked(pieces(base, wording), page), parts.small(words.source(wording.claim), page)]
        if link:
            why = words.why(link)
            via = self.tr("by way of %1: %2").replace("%1", wording.via or "").replace("%2", why)
            lines.append(parts.small(via if wording.via else why, page))
        self._column.addWidget(parts.rich(lines, page))
        for note in wording.marks:
            self._mark(note, page)

    def _rule(self, page: QWidget) -> None:
        self._column.addSpacing(3)
        self._column.addWidget(parts.rule(page))

    def _mark(self, note: MarkNote, page: QWidget) -> None:
        said = (self.tr("A fair cue"), self.tr("Not a cue here"))
        row = parts.mark_row(
            note,
            note.mark.id == self._session.choice.mark_id,
            said,
            lambda yes: self._decide_mark(note.mark, yes),
            page,
        )
        self._column.addLayout(row)

    def _parted(self, found: Dossier, page: QWidget) -> None:
        self._rule(page)
        self._column.addWidget(parts.heading(self.tr("Parted by you"), page))
        for parted in found.parted:
            row = QHBoxLayout()
            row.setSpacing(2)
            said = [parts.strong(parted.outlet), parts.small(parted.text, page)]
            row.addWidget(parts.rich(said, page), 1)
            tips = (self.tr("These say the same"), self.tr("These do not belong together"))
            parts.verdict("rejected", tips, partial(self._decide_pair, parted.pair), row, page)
            self._column.addLayout(row)

    def _left_out(self, found: Dossier, page: QWidget) -> None:
        self._rule(page)
        self._column.addWidget(parts.heading(self.tr("Left out by"), page))
        for left_out in found.left_out:
            near = left_out.nearest
            said = self.tr("Nearest: “%1”").replace("%1", near) if near else self.tr("Nothing comes near.")
            self._column.addWidget(parts.rich([parts.strong(left_out.outlet), parts.small(said, page)], page))
            if left_out.mark:
                self._mark(left_out.mark, page)

    def _notes(self, found: Dossier, page: QWidget) -> None:
        column = self._column
        self._rule(page)
        column.addWidget(parts.heading(self.tr("Notes"), page))
        for note in found.notes:
            column.addWidget(parts.label(note.text, page))
        row = QHBoxLayout()
        field = QLineEdit(page)
        field.setPlaceholderText(self.tr("Write a note"))
        field.setAccessibleName(self.tr("New note"))
        add = QPushButton(self.tr("Add"), page)
        claim = found.wordings[0].claim.id

        def keep() -> None:
            if field.text().strip():
                note = decision("note", (claim,), text=field.text().strip())
                self._session.decide(note, self.tr("Add note"))

        field.returnPressed.connect(keep)
        add.clicked.connect(keep)
        row.addWidget(field, 1)
        row.addWidget(add)
        column.addLayout(row)

    def _decide_pair(self, pair: tuple[str, str], accepts: bool) -> None:
        text = self.tr("Accept link") if accepts else self.tr("Reject link")
        self._session.decide(decision("accept_link" if accepts else "reject_link", pair), text)

    def _decide_mark(self, mark: Mark, accepts: bool) -> None:
        text = self.tr("Accept cue") if accepts else self.tr("Reject cue")
        kind: DecisionKind = "accept_mark" if accepts else "reject_mark"
        self._session.decide(decision(kind, mark=mark.id, article_id=mark.article_id), text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._told_of = None
            self._soon.start()
