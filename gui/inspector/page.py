"""The inspector's page: what there is to tell of one dossier, part by part, and what the reader can decide on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.model import Decision
from gui import corrections
from gui.decided import decision
from gui.inspector import parts, words
from gui.inspector.dossier import Dossier, MarkNote, Wording
from gui.inspector.pieces import pieces
from gui.places import say_place
from gui.session import Session
from gui.theme import plain_tip

Step = Callable[[], None]


class Page(QWidget):
    """Tells of ``found``; ``steps`` make its parts from top to bottom. ``splitting``: each wording can be ticked."""

    def __init__(self, session: Session, found: Dossier | None, splitting: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.found, self._splitting = session, found, splitting
        self.ticks: dict[str, QCheckBox] = {}
        self.note: QLineEdit | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 14, 18)
        self.column.setSpacing(5)

    def steps(self) -> list[Step]:
        """What makes the parts; each adds one to the page."""
        found = self.found
        if found is None:
            return [self._teach]
        if found.loose_mark:
            return [partial(self._mark, found.loose_mark)]
        steps: list[Step] = [self._head]
        for number, wording in enumerate(found.wordings):
            steps.append(partial(self._wording, wording, found.wordings[0] if number else None))
        if found.parted:
            steps.append(self._parted)
        if found.left_out:
            steps.append(self._left_out)
        return [*steps, self._notes]

    def _teach(self) -> None:
        self.column.addWidget(parts.label(self.tr("Nothing chosen"), self, bold=True, scale=1.1))
        text = self.tr(
            "Click a tinted sentence to see how the other articles word it, or an underlined word to see why it is marked."
        )
        self.column.addWidget(parts.label(text, self, muted=True))
        keys = self.tr("By keyboard: J goes to the next shared claim, N to the next cue, F1 lists all keys.")
        self.column.addWidget(parts.label(keys, self, muted=True))

    def _head(self) -> None:
        found = self.found
        assert found
        self.column.addWidget(parts.label(found.gist, self, bold=True, scale=1.1))
        carried = self.tr("Carried by %1 of %2").replace("%1", str(found.carriers)).replace("%2", str(found.articles))
        if found.carriers == 1:
            carried = self.tr("No other article carries this.")
        if found.conflict:
            carried += " · " + self.tr("the articles contradict each other")
        self.column.addWidget(parts.label(carried, self, muted=True, scale=0.95))

    def _wording(self, wording: Wording, base: Wording | None) -> None:
        self._rule()
        head = QHBoxLayout()
        head.setSpacing(2)
        if self._splitting:
            head.addWidget(self._tick(wording))
            head.addSpacing(6)
        name = parts.Name(wording.outlet, self)
        name.setToolTip(self.tr("Show in the text and compare the others to it"))
        name.clicked.connect(lambda: self._session.choose_claim(wording.claim.id))
        head.addWidget(name)
        head.addSpacing(6)
        head.addWidget(parts.label(say_place(wording.place), self, muted=True, scale=0.92), 1)
        link = wording.link
        if link and not self._splitting:
            said = (self.tr("These say the same"), self.tr("These do not belong together"))
            parts.verdict(wording.decided, said, partial(self._decide_pair, (link.a, link.b)), head, self)
        self.column.addLayout(head)
        lines = [parts.marked(pieces(base, wording), self), parts.small(words.source(wording.claim), self)]
        if link:
            why = words.why(link)
            via = self.tr("by way of %1: %2").replace("%1", wording.via or "").replace("%2", why)
            lines.append(parts.small(via if wording.via else why, self))
        self.column.addWidget(parts.rich(lines, self))
        for note in wording.marks:
            self._mark(note)

    def _tick(self, wording: Wording) -> QCheckBox:
        box = QCheckBox(self)
        said = self.tr("Split off the wording of %1").replace("%1", wording.outlet)
        box.setToolTip(plain_tip(said))
        box.setAccessibleName(said)
        self.ticks[wording.claim.id] = box
        return box

    def _rule(self) -> None:
        self.column.addSpacing(3)
        self.column.addWidget(parts.rule(self))

    def _mark(self, note: MarkNote) -> None:
        said = (self.tr("A fair cue"), self.tr("Not a cue here"))
        chosen = note.mark.id == self._session.choice.mark_id
        self.column.addLayout(parts.mark_row(note, chosen, said, partial(self._decide_mark, note.mark.id), self))

    def _parted(self) -> None:
        assert self.found
        self._rule()
        self.column.addWidget(parts.heading(self.tr("Parted by you"), self))
        for parted in self.found.parted:
            row = QHBoxLayout()
            row.setSpacing(2)
            said = [parts.strong(parted.outlet), parts.small(parted.text, self)]
            row.addWidget(parts.rich(said, self), 1)
            tips = (self.tr("These say the same"), self.tr("Take this back"))
            parts.verdict("rejected", tips, partial(self._decide_pair, parted.pair), row, self)
            self.column.addLayout(row)

    def _left_out(self) -> None:
        assert self.found
        self._rule()
        self.column.addWidget(parts.heading(self.tr("Left out by"), self))
        for left_out in self.found.left_out:
            near = left_out.nearest
            said = self.tr("Nearest: “%1”").replace("%1", near) if near else self.tr("Nothing comes near.")
            self.column.addWidget(parts.rich([parts.strong(left_out.outlet), parts.small(said, self)], self))
            if left_out.mark:
                self._mark(left_out.mark)

    def _notes(self) -> None:
        assert self.found
        self._rule()
        self.column.addWidget(parts.heading(self.tr("Notes"), self))
        for note in self.found.notes:
            self._kept_note(note)
        row = QHBoxLayout()
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Write a note"))
        self.note.setAccessibleName(self.tr("New note"))
        add = QPushButton(self.tr("Add"), self)
        self.note.returnPressed.connect(self._keep_note)
        add.clicked.connect(self._keep_note)
        row.addWidget(self.note, 1)
        row.addWidget(add)
        self.column.addLayout(row)

    def _kept_note(self, note: Decision) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(parts.label(note.text, self), 1)
        away = parts.small_button("x", self.tr("Delete this note"), self)
        away.setObjectName("delete_note")
        said = self.tr("Delete note")
        away.clicked.connect(lambda: corrections.take_back(self._session, lambda d: d.id == note.id, said))
        row.addWidget(away)
        self.column.addLayout(row)

    def _keep_note(self) -> None:
        assert self.found
        text = self.note.text().strip() if self.note else ""
        if text:
            note = decision("note", (self.found.wordings[0].claim.id,), text=text)
            corrections.decide(self._session, [note], self.tr("Add note"))

    def _decide_pair(self, pair: tuple[str, str], same: bool) -> None:
        corrections.decide_pair(self._session, pair, same, self.tr("Accept link") if same else self.tr("Reject link"))

    def _decide_mark(self, mark_id: str, fair: bool) -> None:
        corrections.decide_mark(self._session, mark_id, fair, self.tr("Accept cue") if fair else self.tr("Reject cue"))
