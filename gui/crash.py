"""A bug, told honestly: what happened, that nothing is lost, and the details to copy. The window goes on."""

from __future__ import annotations

import faulthandler
import platform
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from gui.about import program_version


def details(trace: str) -> str:
    """Versions and traceback, as they belong into a report of the bug; no text of any article."""
    lines = (
        f"Lesart {program_version()}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, PySide6 {PySide6.__version__}",
        platform.platform(),
    )
    return "\n".join(lines) + "\n\n" + trace


LOG_SIZE = 200_000
"""Bytes after which the log is put aside; one older one is kept."""


def log_path() -> Path:
    """Where crashes are written down on this machine; nothing is sent anywhere."""
    from platformdirs import user_log_path

    return user_log_path("lesart", appauthor=False) / "crashes.log"


def log(trace: str) -> None:
    """Write ``trace`` to the log. A log that cannot be written is no reason to trouble the reader."""
    with suppress(OSError), _opened_log() as file:
        file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{details(trace)}\n\n")


def watch_faults() -> list[TextIO]:
    """Let Python write down a crash of Qt's or of another library's C code; the log, to be kept open for that, or
    nothing where there can be none."""
    try:
        file = _opened_log()
    except OSError:
        return []
    faulthandler.enable(file)
    return [file]


def _opened_log() -> TextIO:
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_SIZE:
        path.replace(path.with_suffix(".old.log"))
    return path.open("a", encoding="utf-8", errors="backslashreplace")


class CrashDialog(QMessageBox):
    """Shown once for each unexpected error."""

    def __init__(self, error: BaseException, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lesart")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setText(self.tr("Something went wrong that should not have."))
        self.setInformativeText(
            self.tr("Your comparison is still open, and you can go on. The details help to mend this: %1").replace(
                "%1", type(error).__name__
            )
        )
        self._details = details(trace)
        self.setDetailedText(self._details)
        self.copy = QPushButton(self.tr("Copy details"), self)
        self.addButton(self.copy, QMessageBox.ButtonRole.ActionRole)
        self.copy.clicked.disconnect()  # a message box closes on every button; this one only copies
        self.copy.clicked.connect(self._copy)
        self.addButton(QMessageBox.StandardButton.Close)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy.setText(self.tr("Copied"))
