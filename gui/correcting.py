"""The reader's corrections as actions with keys: what the inspector and the menus offer, wherever the hands are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from gui.decided import chosen_group
from gui.inspector.view import Inspector
from gui.matrix.view import MatrixView
from gui.reading.view import ReadingView
from gui.session import Session

KEYS: dict[str, tuple[str, ...]] = {
    "accept": ("A",),
    "reject": ("X",),
    "join": ("Ctrl+J",),
    "part": ("Ctrl+Shift+J",),
    "split": ("Ctrl+Alt+J",),
    "mark": ("Ctrl+M",),
    "note": ("Ctrl+Shift+N",),
}


class Correcting(QObject):
    """The actions by name. Each is enabled while there is something that it can correct."""

    def __init__(self, session: Session, inspector: Inspector, reading: ReadingView, claims: MatrixView) -> None:
        super().__init__(inspector)
        self._session, self._inspector, self._reading = session, inspector, reading
        self._actions = {name: self._make(name, keys) for name, keys in KEYS.items()}
        does: dict[str, Callable[[], object]] = {
            "accept": lambda: inspector.accept(True), "reject": lambda: inspector.accept(False),
            "join": inspector.start_joining, "part": inspector.part, "split": inspector.start_splitting,
            "mark": reading.mark_selection, "note": inspector.write_note,
        }  # fmt: skip
        for name, do in does.items():
            self._actions[name].triggered.connect(lambda _=False, do=do: self._do(do))
        for signal in (session.choice_changed, session.comparison_changed):
            signal.connect(self._enable)
        self._enable()
        self.say()
        claims.offer([self._actions[name] for name in ("join", "split", "note")])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Every action, in the order of a menu."""
        return list(self._actions.values())

    def _make(self, name: str, keys: tuple[str, ...]) -> QAction:
        action = QAction(self)
        action.setObjectName(f"correct_{name}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action

    def _do(self, do: Callable[[], object]) -> None:
        # What takes two steps has to be seen, so an inspector that was put away comes back.
        if do in (self._inspector.start_joining, self._inspector.start_splitting, self._inspector.write_note):
            self._inspector.wanted.emit()
        do()

    def _enable(self) -> None:
        index, choice = self._session.index, self._session.choice
        group = chosen_group(index, choice) if index else None
        claim = bool(group) or bool(index and choice.claim_id in index.claim)
        mark = bool(index and choice.mark_id in index.mark)
        several = bool(index and group and len(index.group[group].claims) > 2)
        able = {"accept": group or mark, "reject": group or mark, "join": claim, "part": group, "split": several,
                "mark": index, "note": claim}  # fmt: skip
        for name, action in self._actions.items():
            action.setEnabled(bool(able[name]))

    def say(self) -> None:
        """Say every action in the language of the interface."""
        words = {
            "accept": (self.tr("&Accept"), self.tr("The chosen cue is fair; the chosen claim belongs to its group")),
            "reject": (self.tr("&Reject"), self.tr("The chosen cue is none; the chosen claim does not belong to its group")),
            "join": (self.tr("&Join with another claim…"), self.tr("Choose a claim of another article next: the two groups become one")),
            "part": (self.tr("&Part from the others"), self.tr("The chosen claim leaves its group")),
            "split": (self.tr("&Split the group…"), self.tr("Tick the wordings that make a claim of their own")),
            "mark": (self.tr("&Mark the selected words…"), self.tr("Set a cue of your own on the words that are selected")),
            "note": (self.tr("Write a &note"), self.tr("Write a note on the chosen claim")),
        }  # fmt: skip
        for name, (text, tip) in words.items():
            action = self._actions[name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(text)
            action.setIconText(text.replace("&", "").rstrip("…"))
            action.setToolTip(f"{tip} ({keys})")
