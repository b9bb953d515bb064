"""Ways out: where to save the project and the report, and whether to keep what was not saved."""

from __future__ import annotations

import os
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.phrases import say
from gui.opening import PROJECT
from gui.translation import language

Answer = Literal["save", "discard", "stay"]


def ask_project(parent: QWidget, folder: str) -> str:
    """Where the reader wants the project; empty where the dialog was closed."""
    title = QCoreApplication.translate("Saving", "Save comparison")
    name = QCoreApplication.translate("Saving", "comparison")
    filters = QCoreApplication.translate("Saving", "Lesart comparisons") + f" (*{PROJECT})"
    path, _ = QFileDialog.getSaveFileName(parent, title, os.path.join(folder, name + PROJECT), filters)
    return with_ending(path, PROJECT)


def ask_report(parent: QWidget, folder: str) -> str:
    """Where the reader wants the report; its ending is one of ``core.report.FORMATS``."""
    from core.report import FORMATS

    title = QCoreApplication.translate("Saving", "Export report")
    name = QCoreApplication.translate("Saving", "report")
    filters = {f"{say(label, language())} (*.{ending})": f".{ending}" for ending, label in FORMATS.items()}
    path, chosen = QFileDialog.getSaveFileName(parent, title, os.path.join(folder, name + ".html"), ";;".join(filters))
    return with_ending(path, filters.get(chosen, ".html"), tuple(f".{ending}" for ending in FORMATS))


def ask_to_keep(parent: QWidget) -> Answer:
    """What to do with changes that were not saved."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(QCoreApplication.translate("Saving", "Save this comparison?"))
    box.setInformativeText(
        QCoreApplication.translate(
            "Saving", "Otherwise your notes and corrections are lost. The articles themselves are not touched."
        )
    )
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    answer = box.exec()
    return {buttons.Save: "save", buttons.Discard: "discard"}.get(buttons(answer), "stay")  # type: ignore[return-value]


def with_ending(path: str, ending: str, known: tuple[str, ...] = ()) -> str:
    """``path`` with ``ending`` where it has neither that nor one of ``known``; empty stays empty."""
    if not path or path.lower().endswith((ending, *known)):
        return path
    return path + ending
