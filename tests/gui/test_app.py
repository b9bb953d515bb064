"""The application around the window."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from gui.app import tell_crashes
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
    assert capsys.readouterr().err.count("ZeroDivisionError: a bug") == 3
    window.findChildren(CrashDialog)[0].close()
    qtbot.waitUntil(lambda: not window.findChildren(CrashDialog))
