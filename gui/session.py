"""What the window is about just now: one comparison, what is chosen in it, which marks are shown.

Every view listens to the session and none knows another: a click in the matrix chooses a group here, and the
reading view hears of it here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from core.errors import UserError
from core.index import Index
from core.model import KINDS, Comparison, Decision, Kind, Mark, Voice
from gui.commands import Change

if TYPE_CHECKING:
    from core.lineage import Lineage

STEPS = 200
"""Steps that can be undone."""
Stepped = Callable[[str, Comparison, bool], Comparison]
"""What comes of a comparison when the step with this id is done again (True), or undone."""


@dataclass(frozen=True)
class Choice:
    """What is chosen: a group and the claim or mark of it by which it was chosen; all None for nothing."""

    group_id: str | None = None
    claim_id: str | None = None
    mark_id: str | None = None


@dataclass(frozen=True)
class MarkFilter:
    """Which marks are shown; weak ones only where the reader asks for them, as in the reports."""

    kinds: frozenset[Kind] = field(default_factory=lambda: frozenset(KINDS))
    voices: frozenset[Voice] = frozenset({"outlet", "speaker"})
    strength: float = 0.4
    without: frozenset[str] = frozenset()
    """Ids of the articles that are switched off."""

    def lets_through(self, mark: Mark) -> bool:
        """Whether ``mark`` is shown."""
        heard = mark.article_id not in self.without and mark.voice in self.voices
        return heard and mark.kind in self.kinds and mark.strength >= self.strength


class Session(QObject):
    """The one state that the views share."""

    comparison_changed = Signal()
    choice_changed = Signal()
    filter_changed = Signal()
    lineage_changed = Signal()
    """It was found out who took it from whom, or is to be found out anew (``lineage`` is None then)."""
    asked = Signal(str, str)
    """What a view asks of the window (``remove``, ``article``, ``left``, ``right``), and the article's id."""
    refused = Signal(object)
    """A UserError: why the comparison cannot be changed, or a step not be undone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.comparison: Comparison | None = None
        self.index: Index | None = None
        self.choice = Choice()
        self.filter = MarkFilter()
        self.lineage: Lineage | None = None
        self.versions: tuple[str, str] | None = None
        """The articles that the reader opened as an earlier and a later version of one text."""
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(STEPS)
        self.locked: UserError | None = None
        """Why the comparison shown can be read, but not changed."""

    def show(self, comparison: Comparison | None) -> None:
        """Make ``comparison`` the one that the views show; what is chosen stays chosen where it still exists."""
        self.comparison = comparison
        self.index = Index(comparison) if comparison else None
        there = self.index.article if self.index else {}
        self.filter = replace(self.filter, without=self.filter.without.intersection(there))
        kept = self.choice
        if self.index is None or (
            kept.group_id not in self.index.group
            and kept.claim_id not in self.index.claim
            and kept.mark_id not in self.index.mark
        ):
            self.choice = Choice()
        related = there.keys() - set(comparison.unrelated if comparison else ())
        if self.lineage and set(self.lineage.articles) not in (there.keys(), related):
            self.show_lineage(None)
        self.comparison_changed.emit()
        self.choice_changed.emit()

    def show_lineage(self, lineage: Lineage | None) -> None:
        """Make ``lineage`` what is known of who took it from whom; the views hear of it."""
        if lineage != self.lineage:
            self.lineage = lineage
            self.lineage_changed.emit()

    def change(self, after: Comparison, text: str) -> None:
        """Go from the comparison shown to ``after``, undoably; ``text`` names the step in the Edit menu."""
        if self.comparison is None:
            self.show(after)
        elif self.locked:
            self.refused.emit(self.locked)
        elif after != self.comparison:
            before = self.comparison
            self.undo.push(Change(text, lambda forth: self.show(after if forth else before), before, after))

    def bring_back(self, steps: Sequence[tuple[str, str]], done: int, stepped: Stepped) -> None:
        """Make the steps of a project (id, text) undoable, of which the first ``done`` are done; ``stepped`` tells what
        comes of one."""
        resting = True

        def go(step: str, forth: bool) -> None:
            if resting or self.comparison is None:
                return
            try:
                self.show(stepped(step, self.comparison, forth))
            except UserError as error:
                # Nothing before this step could be undone either. The stack is at work just now.
                QTimer.singleShot(0, self.undo.clear)
                self.refused.emit(error)

        self.undo.clear()
        for id_, text in steps:
            self.undo.push(Change(text, partial(go, id_), None, None, id_))
        self.undo.setIndex(done)
        resting = False

    def decide(self, decision: Decision, text: str = "") -> None:
        """Take a decision of the reader, undoably."""
        from core.compare import revise

        assert self.comparison
        self.change(revise(self.comparison, (*self.comparison.decisions, decision)), text)

    def choose_claim(self, claim_id: str) -> None:
        """Choose a claim, and with it its group where it has one."""
        assert self.index
        group = self.index.group_of.get(claim_id)
        self._choose(Choice(group.id if group else None, claim_id))

    def choose_group(self, group_id: str) -> None:
        """Choose a group by no claim in particular."""
        self._choose(Choice(group_id))

    def choose_mark(self, mark_id: str) -> None:
        """Choose a mark, and with it its group where it has one."""
        assert self.index
        self._choose(Choice(self.index.mark[mark_id].group_id, None, mark_id))

    def clear_choice(self) -> None:
        """Choose nothing."""
        self._choose(Choice())

    def filter_marks(self, **changes: object) -> None:
        """Change which marks are shown: ``kinds``, ``voices``, ``strength`` or ``without``."""
        changed = replace(self.filter, **changes)  # type: ignore[arg-type]  # the names are the dataclass's own
        if changed != self.filter:
            self.filter = changed
            self.filter_changed.emit()

    def switch_article(self, article_id: str, on: bool) -> None:
        """Show the marks of an article, or none of them."""
        without = self.filter.without
        self.filter_marks(without=without - {article_id} if on else without | {article_id})

    def ask(self, what: str, article_id: str) -> None:
        """Ask the window to ``remove`` the article, to show it as it was read (``article``), or to move its column."""
        self.asked.emit(what, article_id)

    def _choose(self, choice: Choice) -> None:
        if choice != self.choice:
            self.choice = choice
            self.choice_changed.emit()
