"""One window: a second start hands its files to the first."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Comparison
from gui import instance
from gui.instance import LARGEST, Listener, address, hand_over, understood
from gui.window import Window

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A short folder: names of sockets may not be long."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def listener(qapp: QApplication) -> Iterator[Listener]:
    made = Listener()
    assert made.listen()
    yield made
    made.close()


SECOND = "import sys; from gui.instance import hand_over; from core.store import places\nfrom pathlib import Path\nplaces.data_folder = lambda: Path(sys.argv[1])\nprint(hand_over(sys.argv[2:], False))"


def second(data: Path, *files: str, folder: Path) -> subprocess.Popen[str]:
    """A second process that hands over ``files``."""
    command = [sys.executable, "-c", SECOND, str(data), *files]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)


def test_a_second_start_hands_its_files_over_with_their_whole_paths(
    listener: Listener, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(listener.asked, timeout=20_000) as asked:
        process = second(tmp_path / "data", "bridge Größe.txt", "/elsewhere/a.html", folder=tmp_path)
    said, _ = process.communicate()
    assert asked.args == [[str(tmp_path / "bridge Größe.txt"), "/elsewhere/a.html"], False]
    assert said == "True\n"


def test_without_a_first_window_nothing_is_handed_over(qapp: QApplication) -> None:
    assert not hand_over(["a.txt"], False)


def test_what_a_crashed_window_left_behind_does_not_matter(qapp: QApplication, qtbot: QtBot) -> None:
    place = Path(address())
    place.touch()
    assert not hand_over([], False)
    listener = Listener()
    assert listener.listen()
    listener.close()


@pytest.mark.skipif(os.name == "nt", reason="a pipe there has no file")
def test_nobody_else_may_speak_to_the_window(listener: Listener) -> None:
    mode = stat.S_IMODE(Path(address()).stat().st_mode)
    assert mode & 0o077 == 0


@pytest.mark.parametrize(
    "request_", [b"", b"{}", b"[]", b"\xff\xfe", b'{"files": "a.txt", "sample": false}', b'{"files": [1], "sample": true}',
                 b'{"files": [], "sample": 1}', b"[" * 100_000],
)  # fmt: skip
def test_what_is_no_request_is_not_understood(request_: bytes) -> None:
    assert understood(request_) is None


def test_a_stranger_at_the_door_is_sent_away_and_the_next_is_heard(listener: Listener, qtbot: QtBot) -> None:
    for nonsense in (b"GET / HTTP/1.1\n", b"x" * (LARGEST + 1)):
        socket = QLocalSocket()
        socket.connectToServer(address())
        socket.write(nonsense)
        qtbot.waitUntil(lambda s=socket: s.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    heard: list[list[str]] = []
    listener.asked.connect(lambda files, sample: heard.append(files))
    socket = QLocalSocket()
    socket.connectToServer(address())
    socket.write(b'{"files": ["/a')
    socket.flush()
    qtbot.wait(50)
    socket.write(b'.txt"], "sample": false}\n')
    qtbot.waitUntil(lambda: heard == [["/a.txt"]])
    socket.disconnectFromServer()


def test_a_window_that_does_not_answer_keeps_nobody_waiting(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "PATIENCE", 50)
    assert not hand_over(["a.txt"], False)  # the event loop of this process does not run meanwhile
    assert not Listener().listen(), "it is not driven out"


def test_the_window_opens_what_the_second_start_named_and_comes_to_the_front(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(
        "core.compare.compare", lambda sources, settings, job, known: asked.extend(sources) or comparison
    )
    window.showMinimized()
    window.open_more(["/a.txt"], False)
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert asked == ["/a.txt"]
    assert not window.isMinimized()
    window.open_more([], False)
    assert not window.jobs.busy


def test_where_no_folder_will_do_there_is_a_window_for_each_start(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    long = tmp_path / ("x" * 120)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    monkeypatch.setattr("core.store.places.data_folder", lambda: long)
    assert address() == ""
    assert not Listener().listen()
    assert not hand_over(["a.txt"], False)
