"""What can be undone: every change of the comparison that the reader asked for.

A step taken in this session keeps the comparison before and the one after; they share all that did not change. A step
that a project brought along asks the project for them.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtGui import QUndoCommand

from core.model import Comparison

Way = Callable[[bool], None]
"""Shows what comes of a step: done again (True) or undone."""


class Change(QUndoCommand):
    """From one comparison to another. ``go`` shows the one or the other; a project keeps the step under ``id``."""

    def __init__(self, text: str, go: Way, before: Comparison | None, after: Comparison | None, id_: str = "") -> None:
        super().__init__(text)
        self.step = id_ or uuid4().hex
        self.before, self.after = before, after
        self._go = go

    def redo(self) -> None:
        self._go(True)

    def undo(self) -> None:
        self._go(False)
