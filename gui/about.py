"""Two small sheets: all shortcuts, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.bars import Menus
from gui.theme import heading_font


def program_version() -> str:
    """The version of Lesart; ``?`` where it runs from a folder that was never installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("lesart")
    except PackageNotFoundError:
        return "?"


class Shortcuts(QDialog):
    """Every action that has a key, menu by menu."""

    def __init__(self, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sides = (QVBoxLayout(), QVBoxLayout())
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for side in sides:
            side.setSpacing(20)
            columns.addLayout(side)
        native, either = QKeySequence.SequenceFormat.NativeText, self.tr(" or ")
        blocks = [
            (title, [(a.iconText(), either.join(key.toString(native) for key in a.shortcuts())) for a in known])
            for title, known in menus.with_keys()
        ]
        blocks = sorted([*blocks, self._elsewhere()], key=lambda block: -len(block[1]))
        heights = [0, 0]
        for title, known in blocks:
            shorter = heights.index(min(heights))
            sides[shorter].addLayout(self._block(title, known))
            heights[shorter] += len(known) + 2
        for side in sides:
            side.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        sheet = QWidget(self)
        sheet.setLayout(columns)
        columns.setContentsMargins(28, 24, 28, 8)
        scroll = QScrollArea(self)  # the screen may be lower than the sheet
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        scroll.setAccessibleName(self.windowTitle())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 28, 20)
        whole.setSpacing(14)
        whole.addWidget(scroll, 1)
        whole.addWidget(close)
        bar = scroll.verticalScrollBar().sizeHint().width()
        wanted = sheet.sizeHint() + QSize(28 + bar, 34 + close.sizeHint().height())
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _elsewhere(self) -> tuple[str, list[tuple[str, str]]]:
        """What keys and the mouse do where no menu tells of it."""
        return self.tr("In the text and the tables"), [
            (self.tr("Choose the claim or cue at the caret; open a row"), self.tr("Enter")),
            (self.tr("What can be done here"), self.tr("Menu or Shift+F10")),
            (self.tr("Select words"), self.tr("Shift+arrows")),
            (self.tr("Next hit, previous hit"), self.tr("Enter, Shift+Enter")),
            (self.tr("Larger or smaller text"), self.tr("Ctrl+wheel")),
            (self.tr("One kind of cue alone"), self.tr("Alt+click")),
            (self.tr("Choose nothing; stop the work"), self.tr("Esc")),
        ]

    def _block(self, title: str, known: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(24)
        head = QLabel(title, self)
        head.setFont(heading_font(self.font(), 1.1))
        grid.addWidget(head, 0, 0, 1, 2)
        for row, (name, said) in enumerate(known, 1):
            keys = QLabel(said, self)
            keys.setProperty("muted", True)
            grid.addWidget(QLabel(name, self), row, 0)
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
