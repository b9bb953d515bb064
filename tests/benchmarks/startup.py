"""From the start of the process to the window's first paint, against an empty QMainWindow of PySide6.

Each run is a process of its own, offscreen, in an empty home; it ends as soon as everything of the first paint is on the
screen. The window is the real one, with its menus, its toolbar and its page of welcome.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Table, interleaved, seconds

RUNS = 11
ROOT = Path(__file__).resolve().parents[2]
WORTH = 1.6
"""Times the empty window that Lesart may take."""

PATIENCE = 60.0
"""Seconds after which a window that does not leave has failed."""

LEAVE = """
import os
def leave(*_): os._exit(0)
"""
EMPTY = f"""{LEAVE}
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event): QTimer.singleShot(0, leave)
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
# What a window paints of itself comes before its children, all in one go: after that the timer's turn has come.
PAINTED = f"""{LEAVE}
from PySide6.QtCore import QTimer
from gui.start import main
from gui.window import Window
Window.paintEvent = lambda self, event: QTimer.singleShot(0, leave)
main([])
"""
READY = f"""{LEAVE}
from gui.start import main
from gui.window import Window
Window.open_first = leave
main([])
"""


def run() -> Table:
    """Seconds of whole processes, medians of ``RUNS`` taken in turns, and their ratio to the empty window's."""
    with tempfile.TemporaryDirectory() as bytecode:
        codes = {"empty QMainWindow": EMPTY, "Lesart": PAINTED, "Lesart, ready to open": READY}
        ways = {name: partial(_seconds, code, bytecode) for name, code in codes.items()}
        for way in ways.values():
            way()  # the first start after an installation writes the bytecode
        taken = interleaved(ways, RUNS)
    empty = taken["empty QMainWindow"]
    rows = tuple((name, value, value / empty) for name, value in taken.items())
    title = f"Start to first paint (seconds, median of {RUNS}; at most {WORTH} times the empty window)"
    return Table(title, ("window", "seconds", "times"), rows)


def _seconds(code: str, bytecode: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), home)
        environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", code]
        options = {"env": environment, "cwd": ROOT, "check": True, "capture_output": True, "timeout": PATIENCE}
        return seconds(lambda: subprocess.run(command, **options))
