"""A window that is really started, worked in, and killed: the next one offers what the reader had decided."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import store

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds; twenty decisions take two."""
WINDOW = """
import sys
from dataclasses import replace
from PySide6.QtCore import QSettings, QTimer
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from pathlib import Path
from core.store import library, lock, places
for room in (library, lock, places):
    room.data_folder = lambda: Path(sys.argv[1])
from core.model import Decision
from gui.app import make_application, make_window
from tests.gui import comparisons
app = make_application()
window = make_window(app)
window.show()
window.session.show(comparisons.small())

def decide():
    if window.desk.keeper.last is None and window.desk.keeper.project and not window.desk.keeper._changed:
        number = window.session.undo.count()
        print(number, flush=True)  # so many are on the disk
        window.session.decide(Decision(f"n{number}", "note", "2026-11-22T10:00:00Z", text="Why? " * 200), "Note")

timer = QTimer(interval=3)
timer.timeout.connect(decide)
timer.start()
app.exec()
"""


@pytest.fixture
def working(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A window in a process of its own, in which somebody decides one thing after the other."""
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    patience = threading.Timer(PATIENCE, process.kill)  # the diary of a process that hangs would never end
    patience.start()
    yield process
    patience.cancel()
    process.kill()
    process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("decided", [1, 7, 20])
def test_what_a_killed_window_had_on_the_disk_is_offered_at_the_next_start(
    working: subprocess.Popen[str], decided: int
) -> None:
    assert working.stdout is not None
    for line in working.stdout:
        if int(line) >= decided:
            break
    working.send_signal(signal.SIGKILL)
    rest, _ = working.communicate()
    kept = int(rest.split()[-1]) if rest.split() else decided
    (draft,) = store.unsaved()
    assert draft.decisions in (kept, kept + 1)
    with store.Project(draft.path) as project:
        assert project.notice is None
        assert [d.id for d in project.comparison.decisions] == [f"n{n}" for n in range(draft.decisions)]
        assert project.steps().done == draft.decisions
