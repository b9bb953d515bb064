"""The whole way once, with nothing made by hand: the sample, really read and compared, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from core import store
from gui.window import Window

PATIENCE = 300_000
"""Milliseconds; the sample takes some seconds, a machine under load may need many."""


def test_the_sample_is_compared_seen_corrected_saved_and_reported(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = window.welcome.findChild(QPushButton, "welcome_sample")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.comparison is not None, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: "event.lesart" in window.windowTitle(), timeout=PATIENCE)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: report in window.statusBar().currentMessage(), timeout=PATIENCE)
    assert store.load(project) == comparison
    page = Path(report).read_text(encoding="utf-8")
    assert all(article.title in page for article in comparison.articles)
