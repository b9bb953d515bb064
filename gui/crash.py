"""A bug, told honestly: what happened, that nothing is lost, and the details to copy. The window goes on."""

from __future__ import annotations

import platform
import sys

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
