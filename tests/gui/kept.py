"""What the tests of keeping and of projects do again and again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core import store
from core.model import Comparison, Decision
from gui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
WHEN = "2026-11-22T10:00:00Z"
NOTE = Decision("d1", "note", WHEN, text="check this 🥐")
OTHER = Decision("d2", "note", WHEN, text="and that")


def settled(window: Window, qtbot: QtBot) -> Path:
    """Wait until everything is on the disk; where."""
    keeper = window.desk.keeper
    qtbot.waitUntil(lambda: keeper.project is not None and keeper.last is None and not keeper._changed)
    assert keeper.project
    return keeper.project.path


def decisions(path: Path | str) -> tuple[Decision, ...]:
    return store.load(path).decisions


def press(window: Window, text: str, qtbot: QtBot) -> None:
    """Click the button that reads ``text``."""
    qtbot.waitUntil(lambda: any(text in b.text() and b.isVisible() for b in window.findChildren(QPushButton)))
    button = next(b for b in window.findChildren(QPushButton) if text in b.text() and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def save_and_open(comparison: Comparison, path: Path, window: Window, qtbot: QtBot) -> None:
    """Save ``comparison`` at ``path`` and open it from there."""
    store.save(comparison, path)
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
