"""What can be undone: every change of the comparison that the reader asked for.

A comparison is a frozen value, so a step keeps the one before and the one after; they share all that did not change.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from core.model import Comparison


class Change(QUndoCommand):
    """From one comparison to another. ``show`` makes one the session's."""

    def __init__(self, show: Callable[[Comparison], None], before: Comparison, after: Comparison, text: str) -> None:
        super().__init__(text)
        self._show, self._before, self._after = show, before, after

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)
