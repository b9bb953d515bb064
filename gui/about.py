"""Two small sheets: all shortcuts, and what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.bars import MENUS
from gui.theme import heading_font


def program_version() -> str:
    """The version of Lesart; ``?`` where it runs from a folder that was never installed."""
    try:
        return version("lesart")
    except PackageNotFoundError:
        return "?"


class Shortcuts(QDialog):
    """Every action that has a key, menu by menu."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = {
            "file": self.tr("Files"), "edit": self.tr("Editing"), "view": self.tr("Views"),
            "go": self.tr("Going about"), "help": self.tr("Help"),
        }  # fmt: skip
        columns = QGridLayout()
        columns.setHorizontalSpacing(48)
        columns.setVerticalSpacing(22)
        for place, (menu, entries) in enumerate(MENUS.items()):
            columns.addLayout(
                self._block(titles[menu], actions, entries), place // 2, place % 2, Qt.AlignmentFlag.AlignTop
            )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 24, 28, 20)
        whole.setSpacing(22)
        whole.addLayout(columns)
        whole.addWidget(close)

    def _block(self, title: str, actions: Actions, entries: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(24)
        head = QLabel(title, self)
        head.setFont(heading_font(self.font(), 1.1))
        grid.addWidget(head, 0, 0, 1, 2)
        known = [actions[entry] for entry in entries if entry not in ("-", "recent", "theme", "language")]
        for row, action in enumerate((a for a in known if a.shortcuts()), 1):
            native = QKeySequence.SequenceFormat.NativeText
            keys = QLabel(self.tr(" or ").join(key.toString(native) for key in action.shortcuts()), self)
            keys.setProperty("muted", True)
            grid.addWidget(QLabel(action.iconText(), self), row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


class About(QDialog):
    """Name, version, what it is and is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Lesart"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = QLabel("Lesart", self)
        name.setFont(heading_font(self.font(), 1.8))
        number = QLabel(self.tr("Version %1").replace("%1", program_version()), self)
        number.setProperty("muted", True)
        text = QLabel(self)
        text.setWordWrap(True)
        text.setMinimumWidth(420)
        text.setText(
            self.tr(
                "Lesart lays articles about one event side by side and shows which claims they share, what each leaves "
                "out, and where wording may steer the reader. It gives cues, not verdicts: whether a cue holds is for "
                "you to decide. Everything happens on this computer."
            )
        )
        licence = QLabel(self.tr("Free software under the Apache License 2.0."), self)
        licence.setProperty("muted", True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        for part in (name, number, text, licence, close):
            column.addWidget(part)
