"""The whole way once, with nothing made by hand: the sample, really read and compared, in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from core import store
from gui.crash import CrashDialog
from gui.reporting.dialog import Reporting
from gui.window import Window

PATIENCE = 120_000
"""Milliseconds; the sample takes some seconds, a machine under load may need many."""


def wait_for(come: Callable[[], bool], window: Window, qtbot: QtBot) -> None:
    """Wait until it has ``come``, but not for what cannot come any more: a failure or a crash ends the wait."""
    qtbot.waitUntil(
        lambda: come() or window.problems.isVisible() or bool(window.findChildren(CrashDialog)), timeout=PATIENCE
    )
    assert window.problems.sentences() == []
    assert [dialog.windowTitle() for dialog in window.findChildren(CrashDialog)] == []
    assert come()


def test_the_sample_is_compared_seen_corrected_saved_and_reported(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = window.welcome.findChild(QPushButton, "welcome_sample")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_for(lambda: window.session.comparison is not None, window, qtbot)
    comparison, index = window.session.comparison, window.session.index
    assert comparison is not None
    assert index is not None
    assert [a.language for a in comparison.articles] == ["en", "de", "de", "en"]
    assert not comparison.failures
    assert any(len({index.article[a].language for a in index.carriers(g.id)}) == 2 for g in comparison.groups)
    assert comparison.marks
    for view in ("claims", "lenses", "reading"):
        window.show_view(view)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.session.choice.mark_id is not None

    project, report = str(tmp_path / "event.lesart"), str(tmp_path / "event.html")
    answers = iter([project, report])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(answers), ""))
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: "event.lesart" in window.windowTitle(), window, qtbot)
    assert store.load(project) == window.session.comparison == comparison
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Reporting))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Reporting)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    wait_for(lambda: report in window.statusBar().currentMessage(), window, qtbot)
    page = Path(report).read_text(encoding="utf-8")
    assert all(article.title in page for article in comparison.articles)
