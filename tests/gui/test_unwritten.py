"""What cannot be written is told at once, asked about when leaving, and lost by nobody."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from core import store
from core.compare import revise
from core.errors import UserError
from core.model import Comparison
from gui.window import Window
from tests.gui.kept import CONTROL, NOTE, OTHER, decisions, save_and_open, settled


def refuse(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    def keep(project: store.Project, *_: object) -> None:
        raise UserError(key, str(project.path))

    monkeypatch.setattr(store.Project, "keep", keep)


def answer(button: str) -> None:
    """Answer the message box that is about to open."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if button in b.text().replace("&", "")).click()

    QTimer.singleShot(50, click)


def test_what_cannot_be_written_is_told_at_once_and_asked_about_when_leaving(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.show(comparison)
    settled(window, qtbot)
    with monkeypatch.context() as patch:
        refuse(patch, "error.project.full")
        window.session.decide(NOTE, "Note")
        qtbot.waitUntil(window.problems.isVisible)
        assert "no room left" in window.problems.sentences()[0]
        assert window.isWindowModified()
        answer("Cancel")
        assert not window.close()
        assert window.session.comparison == revise(comparison, [NOTE])
        answer("Cancel")
        window.actions_["close"].trigger()
        assert window.session.comparison is not None
    window.session.decide(OTHER, "Note")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert not window.problems.isVisible()
    assert decisions(settled(window, qtbot)) == (NOTE, OTHER)


def test_leaving_without_what_cannot_be_written(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.show(comparison)
    path = settled(window, qtbot)
    refuse(monkeypatch, "error.project.full")
    window.session.decide(NOTE, "Note")
    answer("Leave without")
    assert window.close()
    assert decisions(path) == ()


def test_leaving_while_a_write_fails_asks_too(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.show(comparison)
    settled(window, qtbot)
    with monkeypatch.context() as patch:
        refuse(patch, "error.project.full")
        window.session.decide(NOTE, "Note")
        window.desk.keeper.flush()
        answer("Cancel")
        assert not window.close()


def test_a_file_deleted_while_open_is_told_and_saved_elsewhere(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "bridge.lesart", tmp_path / "rescued.lesart"
    save_and_open(comparison, path, window, qtbot)
    path.unlink()
    window.session.decide(NOTE, "Note")
    qtbot.waitUntil(window.problems.isVisible)
    assert "moved or deleted" in window.problems.sentences()[0]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "rescued.lesart" in window.windowTitle())
    qtbot.waitUntil(lambda: not window.problems.isVisible())
    settled(window, qtbot)
    assert decisions(other) == (NOTE,)
    assert not path.exists()


def test_a_bug_in_keeping_is_told(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(*_: object) -> None:
        raise ZeroDivisionError

    told: list[BaseException] = []
    window.session.show(comparison)
    settled(window, qtbot)
    window.jobs.crashed.disconnect()
    window.jobs.crashed.connect(lambda error, _: told.append(error))
    with monkeypatch.context() as patch:
        patch.setattr(store.Project, "keep", keep)
        window.session.decide(NOTE, "Note")
        qtbot.waitUntil(lambda: bool(told))
    window.session.decide(OTHER, "Note")
    assert decisions(settled(window, qtbot)) == (NOTE, OTHER)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_loses_nothing_that_was_there(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    import resource

    path = tmp_path / "bridge.lesart"
    save_and_open(revise(comparison, [NOTE]), path, window, qtbot)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 30_000, before[1]))
        window.session.decide(replace(OTHER, text="long " * 100_000), "Note")
        qtbot.waitUntil(window.problems.isVisible)
        assert "no room left" in window.problems.sentences()[0]
        assert decisions(path) == (NOTE,)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    window.session.decide(replace(OTHER, id="d3"), "Note")
    qtbot.waitUntil(lambda: not window.problems.isVisible())
    assert len(decisions(settled(window, qtbot))) == 3
