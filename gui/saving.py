"""Ways out: where to save the project and the report, and what to do where the last changes could not be written."""

from __future__ import annotations

import os
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.errors import UserError
from core.phrases import say
from gui.opening import PROJECT
from gui.translation import language

Answer = Literal["elsewhere", "leave", "stay"]


def ask_project(parent: QWidget, folder: str) -> str:
    """Where the reader wants the project; empty where the dialog was closed."""
    title = QCoreApplication.translate("Saving", "Save comparison")
    name = QCoreApplication.translate("Saving", "comparison")
    filters = QCoreApplication.translate("Saving", "Lesart comparisons") + f" (*{PROJECT})"
    path, _ = QFileDialog.getSaveFileName(parent, title, os.path.join(folder, name + PROJECT), filters)
    return with_ending(path, PROJECT)


def ask_report(parent: QWidget, folder: str, whole: bool = True) -> str:
    """Where the reader wants the report; its ending is one of ``core.report.FORMATS``.

    Not ``whole``: only formats are offered that can do without the articles' texts in full.
    """
    from core.report import FORMATS, WHOLE

    title = QCoreApplication.translate("Saving", "Export report")
    name = QCoreApplication.translate("Saving", "report")
    filters = {
        f"{say(label, language())} (*.{ending})": f".{ending}"
        for ending, label in FORMATS.items()
        if whole or ending not in WHOLE
    }
    path, chosen = QFileDialog.getSaveFileName(parent, title, os.path.join(folder, name + ".html"), ";;".join(filters))
    return with_ending(path, filters.get(chosen, ".html"), tuple(f".{ending}" for ending in FORMATS))


def ask_to_leave(parent: QWidget, error: UserError) -> Answer:
    """What to do where the last changes could not be written, because of ``error``. (All others are on the disk.)"""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files
    box.setText(QCoreApplication.translate("Saving", "Your last changes are not on the disk."))
    box.setInformativeText(error.say(language()))
    roles = QMessageBox.ButtonRole
    elsewhere = box.addButton(QCoreApplication.translate("Saving", "Save elsewhere…"), roles.AcceptRole)
    leave = box.addButton(QCoreApplication.translate("Saving", "Leave without them"), roles.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(elsewhere)
    box.exec()
    return "elsewhere" if box.clickedButton() is elsewhere else "leave" if box.clickedButton() is leave else "stay"


def with_ending(path: str, ending: str, known: tuple[str, ...] = ()) -> str:
    """``path`` with ``ending`` where it has neither that nor one of ``known``; empty stays empty."""
    if not path or path.lower().endswith((ending, *known)):
        return path
    return path + ending
