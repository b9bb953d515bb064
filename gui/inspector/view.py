"""The inspector: what is chosen, looked at closely, and where the reader decides."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.model import Decision, DecisionKind, Link, Mark
from gui.inspector import parts, words
from gui.inspector.dossier import Dossier, LeftOut, Wording, dossier
from gui.inspector.pieces import pieces
from gui.places import say_place
from gui.session import Session


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
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        for signal in (session.choice_changed, session.comparison_changed, session.filter_changed):
            signal.connect(self._soon.start)
        self._show()

    def _show(self) -> None:
        index = self._session.index
        found = dossier(index, self._session.choice, self._session.filter) if index else None
        page = QWidget(self._scroll)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 14, 18)
        column.setSpacing(6)
        if found:
            self._tell(found, page, column)
        else:
            self._teach(page, column)
        column.addStretch(1)
        self._scroll.setWidget(page)

    def _teach(self, page: QWidget, column: QVBoxLayout) -> None:
        column.addWidget(parts.label(self.tr("Nothing chosen"), page, bold=True, scale=1.1))
        text = self.tr(
            "Click a tinted sentence to see how the other articles word it, or an underlined word to see why it is marked."
        )
        column.addWidget(parts.label(text, page, muted=True))

    def _tell(self, found: Dossier, page: QWidget, column: QVBoxLayout) -> None:
        if found.loose_mark:
            column.addWidget(self._mark(found.loose_mark.mark.id, found.loose_mark, page))
            return
        column.addWidget(parts.label(found.gist, page, bold=True, scale=1.1))
        carried = self.tr("Carried by %1 of %2").replace("%1", str(found.carriers)).replace("%2", str(found.articles))
        if found.carriers == 1:
            carried = self.tr("No other article carries this.")
        if found.conflict:
            carried += " · " + self.tr("the articles contradict each other")
        column.addWidget(parts.label(carried, page, muted=True, scale=0.95))
        for number, wording in enumerate(found.wordings):
            column.addWidget(parts.rule(page))
            self._wording(wording, found.wordings[0] if number else None, page, column)
        if found.left_out:
            column.addWidget(parts.rule(page))
            column.addWidget(parts.heading(self.tr("Left out by"), page))
            for left_out in found.left_out:
                self._left_out(left_out, page, column)
        column.addWidget(parts.rule(page))
        self._notes(found, page, column)

    def _wording(self, wording: Wording, base: Wording | None, page: QWidget, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        outlet = parts.Name(wording.outlet, page)
        outlet.setToolTip(self.tr("Show in the text and compare the others to it"))
        outlet.clicked.connect(lambda: self._session.choose_claim(wording.claim.id))
        head.addWidget(outlet)
        place = parts.label(say_place(wording.place), page, muted=True, scale=0.92)
        head.addWidget(place, 1)
        if wording.link:
            said = (self.tr("These say the same"), self.tr("These do not belong together"))
            link = wording.link
            head.addWidget(parts.verdict(wording.decided, said, lambda yes: self._decide_link(link, yes), page))
        column.addLayout(head)
        column.addWidget(parts.rich(parts.marked(pieces(base, wording), page), page))
        column.addWidget(parts.label(words.source(wording.claim), page, muted=True, scale=0.92))
        if wording.link:
            said_why = words.why(wording.link)
            if wording.via:
                said_why = self.tr("by way of %1: %2").replace("%1", wording.via).replace("%2", said_why)
            column.addWidget(parts.label(said_why, page, muted=True, scale=0.92))
        for note in wording.marks:
            column.addWidget(self._mark(note.mark.id, note, page))

    def _mark(self, mark_id: str, note: parts.MarkNote, page: QWidget) -> QWidget:
        said = (self.tr("A fair cue"), self.tr("Not a cue here"))
        return parts.mark_row(note, said, lambda yes: self._decide_mark(note.mark, yes), page)

    def _left_out(self, left_out: LeftOut, page: QWidget, column: QVBoxLayout) -> None:
        column.addWidget(parts.label(left_out.outlet, page, bold=True))
        near = left_out.nearest
        said = self.tr("Nearest: “%1”").replace("%1", near) if near else self.tr("Nothing comes near.")
        column.addWidget(parts.label(said, page, muted=True))
        if left_out.mark:
            column.addWidget(self._mark(left_out.mark.mark.id, left_out.mark, page))

    def _notes(self, found: Dossier, page: QWidget, column: QVBoxLayout) -> None:
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
                self._decide("note", self.tr("Add note"), claims=(claim,), text=field.text().strip())

        field.returnPressed.connect(keep)
        add.clicked.connect(keep)
        row.addWidget(field, 1)
        row.addWidget(add)
        column.addLayout(row)

    def _decide_link(self, link: Link, accepts: bool) -> None:
        text = self.tr("Accept link") if accepts else self.tr("Reject link")
        self._decide("accept_link" if accepts else "reject_link", text, claims=(link.a, link.b))

    def _decide_mark(self, mark: Mark, accepts: bool) -> None:
        text = self.tr("Accept cue") if accepts else self.tr("Reject cue")
        self._decide("accept_mark" if accepts else "reject_mark", text, mark=mark.id, article_id=mark.article_id)

    def _decide(
        self, kind: DecisionKind, said: str, claims: tuple[str, ...] = (), mark: str | None = None,
        article_id: str | None = None, text: str = "",
    ) -> None:  # fmt: skip
        created = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
        decision = Decision(uuid.uuid4().hex, kind, created, claims, mark, article_id=article_id, text=text)
        self._session.decide(decision, said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._soon.start()
