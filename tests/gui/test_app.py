"""The application around the window."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.job import Job
from core.model import Comparison, Settings
from gui import crash
from gui.app import run, tell_crashes
from gui.crash import CrashDialog
from gui.window import Window


def test_a_bug_on_the_main_thread_is_told_once_at_a_time(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    tell_crashes(window)
    for _ in range(3):
        try:
            raise ZeroDivisionError("a bug")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert len(window.findChildren(CrashDialog)) == 1
    assert capsys.readouterr().err == ""  # it may be kept somewhere; on a terminal it is told
    window.findChildren(CrashDialog)[0].close()
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog))


def test_crashes_are_written_down_and_the_log_is_put_aside_when_it_grows() -> None:
    crash.log(ValueError())
    path = crash.log_path()
    assert "ValueError" in path.read_text(encoding="utf-8")
    path.write_text("x" * (crash.LOG_SIZE + 1), encoding="utf-8")
    crash.log(KeyError())
    assert "KeyError" in path.read_text(encoding="utf-8")
    assert path.stat().st_size < 2000
    assert len(list(path.parent.iterdir())) == 2


def test_a_log_that_cannot_be_written_troubles_nobody() -> None:
    crash.log_path().parent.write_text("a file where the folder should be", encoding="utf-8")
    crash.log(ValueError())
    assert crash.watch_faults() == []


def test_the_window_opens_what_the_command_line_named(
    qapp: QApplication, comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def compare(sources: list[object], settings: Settings, job: Job, known: object) -> Comparison:
        asked.append(sources)
        return comparison

    monkeypatch.setattr("core.compare.compare", compare)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    seen = []

    def look() -> None:
        shown = [
            w
            for w in QApplication.topLevelWidgets()
            if isinstance(w, Window) and w.isVisible() and w.furnished and w.session.comparison
        ]
        if shown:
            seen.append(shown[0].reading.isVisible())
            shown[0].close()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    assert run(["a.txt", "b.txt"], sample=False) == 0
    timer.stop()
    assert asked == [["a.txt", "b.txt"]]
    assert seen == [True]
