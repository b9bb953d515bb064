"""A bug, told honestly: what happened, that nothing is lost, and the details to copy. The window goes on."""

from __future__ import annotations

import faulthandler
import os
import platform
import re
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.about import program_version
from gui.theme import heading_font


def details(error: BaseException) -> str:
    """Versions and traceback, as they belong into a report of the bug; no text of any article, see ``trace``."""
    lines = (
        f"Lesart {program_version()}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, PySide6 {PySide6.__version__}",
        platform.platform(),
    )
    return "\n".join(lines) + "\n\n" + trace(error)


PYTHONS_OWN = re.compile(
    r"(list|tuple|string|range object) index out of range|division by zero|maximum recursion depth exceeded.{0,60}"
    r"|'[\w.]{1,60}' object (is not (callable|iterable|subscriptable|an iterator)|has no attribute '\w{1,60}')"
    r"|unsupported operand type\(s\) for \S{1,3}: '[\w.]{1,60}' and '[\w.]{1,60}'"
    r"|can only concatenate \w{1,20} \(not \"\w{1,60}\"\) to \w{1,20}"
    r"|[\w.<>]{1,120}\(\) (missing|takes|got an unexpected keyword argument) [\w ',]{1,200}"
    r"|name '\w{1,60}' is not defined|No module named '[\w.]{1,120}'"
)
"""What Python says of the program itself, with names of the program's own in it."""


def trace(error: BaseException, known: frozenset[int] = frozenset()) -> str:
    """The traceback of ``error`` and of what led to it. No value is in it: what an error says of itself is left out
    where it may quote an article, and the reader's home folder is a tilde."""
    known |= {id(error)}
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    parts = [trace(before, known)] if before and id(before) not in known else []
    if error.__traceback__:
        steps = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__))
        parts.append("Traceback (most recent call last):\n" + "".join(steps.format()).rstrip())
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    parts.append(f"{name}{_harmless(error)}")
    if isinstance(error, BaseExceptionGroup):
        parts += [trace(one, known) for one in error.exceptions]
    return "\n".join(parts).replace(str(Path.home()), "~")


def _harmless(error: BaseException) -> str:
    """What ``error`` says of itself, where that can only be names and numbers of the program's own."""
    if isinstance(error, OSError) and error.errno:
        return f": [Errno {error.errno}] {os.strerror(error.errno)}"
    if isinstance(error, UnicodeDecodeError | UnicodeEncodeError):
        return f": {error.encoding}, position {error.start}"
    said = str(error)
    return f": {said}" if PYTHONS_OWN.fullmatch(said) else ""


LOG_SIZE = 200_000
"""Bytes after which the log is put aside; one older one is kept."""


def log_path() -> Path:
    """Where crashes are written down on this machine; nothing is sent anywhere."""
    from platformdirs import user_log_path

    return user_log_path("lesart", appauthor=False) / "crashes.log"


def log(error: BaseException) -> None:
    """Write the details to the log. A log that cannot be written is no reason to trouble the reader."""
    with suppress(OSError), _opened_log() as file:
        file.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{details(error)}\n\n")


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


class CrashDialog(QDialog):
    """Shown once for each unexpected error."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = QLabel(self.tr("Something went wrong that should not have."), self)
        head.setFont(heading_font(self.font(), 1.15))
        said = self.tr("Your comparison is still open and kept, and you can go on. What happened: %1")
        text = QLabel(said.replace("%1", type(error).__name__), self)
        where = QLabel(
            self.tr(
                "The details help to mend this. They hold versions and the place in the program, no words of any article; "
                "nothing is sent. They also stand in the log:"
            ),
            self,
        )
        path = QLabel(str(log_path()), self)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPlainTextEdit(details(error), self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setMinimumHeight(220)
        self.details.hide()
        for label in (head, text, where, path):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for label in (where, path):
            label.setProperty("muted", True)
        self.more = QPushButton(self.tr("Show &details"), self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._unfold)
        self.copy = QPushButton(self.tr("&Copy details"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("&Go on"), self)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.more)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for part in (head, text, where, path, self.details):
            column.addWidget(part, 1 if part is self.details else 0)
        column.addSpacing(6)
        column.addLayout(row)
        close.setFocus()
        self.resize(560, self.heightForWidth(560))

    def _unfold(self) -> None:
        self.details.show()
        self.more.hide()
        self.resize(max(self.width(), 640), self.height() + self.details.minimumHeight())
        self.details.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(self.tr("Copied"))
