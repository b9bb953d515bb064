"""What is told of a bug: where it happened, and not a word of what was being read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core import store
from core.model import Comparison, Decision
from gui import crash
from gui.app import tell_crashes
from gui.crash import CrashDialog, details
from gui.window import Window

ARTICLE = "The mayor called the bridge a ruin"
BUGS: list[Callable[[str], object]] = [
    lambda text: int(text), lambda text: {}[text], lambda text: [].index(text), lambda text: text.encode("ascii"),
    lambda text: os.stat(f"/nowhere/{text}"), lambda text: (_ for _ in ()).throw(TypeError(text)),
    lambda text: b"\xff".decode() or text, lambda text: [][len(text)], lambda text: text.lenses,
    lambda text: exec(text), lambda text: 1 / (len(text) * 0), lambda text: text + 1,
]  # fmt: skip


def caught(bug: Callable[[], object]) -> BaseException:
    try:
        bug()
    except Exception as error:
        return error
    raise AssertionError("no bug")


@pytest.mark.parametrize("bug", BUGS)
def test_no_word_of_an_article_is_in_the_details(bug: Callable[[str], object]) -> None:
    told = details(caught(lambda: bug(ARTICLE + " Ü")))
    assert "mayor" not in told
    assert "Traceback" in told
    assert "test_crash.py" in told
    assert str(Path.home()) not in told


@given(st.text(alphabet="qxyz", min_size=12))
def test_nor_in_what_led_to_it(text: str) -> None:
    def bug() -> None:
        try:
            raise ExceptionGroup(text, [ValueError(text), KeyError(text)])
        except* ValueError as group:
            group.add_note(text)
            raise RuntimeError(text) from group

    told = details(caught(bug))
    assert text not in told
    assert told.rindex("RuntimeError") > told.index("ValueError") > told.index("ExceptionGroup")


@pytest.mark.parametrize(
    ("bug", "said"),
    [
        (BUGS[7], "IndexError: list index out of range"),
        (BUGS[8], "AttributeError: 'str' object has no attribute 'lenses'"),
        (BUGS[10], "ZeroDivisionError: division by zero"),
        (BUGS[11], 'TypeError: can only concatenate str (not "int") to str'),
        (lambda text: details(), "TypeError: details() missing 1 required positional argument: 'error'"),
        (BUGS[4], "FileNotFoundError: [Errno 2] "),
        (BUGS[3], "UnicodeEncodeError: ascii, position 35"),
    ],
)
def test_what_python_itself_says_of_the_program_is_told(bug: Callable[[str], object], said: str) -> None:
    assert said in details(caught(lambda: bug(ARTICLE + " Ü")))


def test_an_error_that_leads_back_to_itself_is_told_once() -> None:
    error = ValueError()
    other = KeyError()
    error.__context__, other.__context__ = other, error
    assert details(error).count("ValueError") == 1


def test_versions_are_told() -> None:
    told = details(ValueError())
    assert all(word in told for word in ("Lesart 0.", "Python 3.", "Qt 6.", "PySide6 6."))


def test_after_a_bug_the_work_goes_on_and_is_kept(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    tell_crashes(window)
    window.session.show(comparison)
    caught_by_hook: list[object] = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *what, hook=sys.excepthook: caught_by_hook.append(what) or hook(*what)
    )
    error = caught(lambda: int(ARTICLE))
    QTimer.singleShot(0, lambda: sys.excepthook(type(error), error, error.__traceback__))
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    dialog = window.findChildren(CrashDialog)[0]
    assert ARTICLE not in dialog.details.toPlainText()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert ARTICLE not in QGuiApplication.clipboard().text()
    assert ARTICLE not in crash.log_path().read_text(encoding="utf-8")
    dialog.close()
    window.session.decide(Decision("d1", "note", "2026-01-01T00:00:00Z", text="still here"))
    keeper = window.desk.keeper
    qtbot.waitUntil(lambda: keeper.project is not None and keeper.last is None)
    assert keeper.project
    assert [d.text for d in store.load(keeper.project.path).decisions] == ["still here"]


FAULT = (
    "import faulthandler; from pathlib import Path; from unittest.mock import patch\n"
    "import sys\n"
    "with patch('gui.crash.log_path', lambda: Path(sys.argv[1]) / 'crashes.log'):\n"
    "    from gui.crash import watch_faults; kept = watch_faults()\n"
    "faulthandler._sigabrt()"
)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_the_end_of_the_whole_process_is_written_down(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FAULT, str(tmp_path)], env=os.environ, capture_output=True)
    assert done.returncode != 0
    assert "Fatal Python error: Aborted" in (tmp_path / "crashes.log").read_text(encoding="utf-8")
