"""The parts of the report's dialog that ask for several things at once: kinds of cues, claims, the logo."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import KINDS, Kind
from core.phrases import say
from gui.theme import plain_tip
from gui.translation import language


class Lenses(QWidget):
    """A box to tick for each kind of cue."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes = {kind: QCheckBox(say(f"report.kind.{kind}", language()), self) for kind in KINDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        half = (len(KINDS) + 1) // 2
        for i, (kind, box) in enumerate(self.boxes.items()):
            box.setToolTip(say(f"report.kind.{kind}.about", language()))
            grid.addWidget(box, i % half, i // half)
        grid.setColumnStretch(1, 1)

    @property
    def chosen(self) -> tuple[Kind, ...]:
        """The kinds whose boxes are ticked."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    @chosen.setter
    def chosen(self, kinds: Iterable[Kind]) -> None:
        wanted = set(kinds)
        for kind, box in self.boxes.items():
            box.setChecked(kind in wanted)


class Claims(QWidget):
    """A list of the shared claims, each to be ticked, numbered as in the report."""

    changed = Signal()

    def __init__(self, claims: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Shared claims"))
        for number, (group, gist) in enumerate(claims, 1):
            item = QListWidgetItem(f"{number}  {gist}", self.list)
            item.setToolTip(plain_tip(gist))
            item.setData(Qt.ItemDataRole.UserRole, group)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
        self.all, self.none = QPushButton(self.tr("Tick &all"), self), QPushButton(self.tr("Tick n&one"), self)
        for button, state in ((self.all, Qt.CheckState.Checked), (self.none, Qt.CheckState.Unchecked)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, state=state: self._set(state))
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """The ids of the ticked claims; None where that is all of them."""
        items = [self.list.item(i) for i in range(self.list.count())]
        ticked = [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]
        return None if len(ticked) == len(items) else tuple(ticked)

    def _set(self, state: Qt.CheckState) -> None:
        for i in range(self.list.count()):
            self.list.item(i).setCheckState(state)


class Logo(QWidget):
    """A picture's path, to be typed or picked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = QLineEdit(self)
        self.path.setAccessibleName(self.tr("Logo"))
        self.path.setPlaceholderText(self.tr("PNG, JPEG or GIF"))
        self.path.setClearButtonEnabled(True)
        self.button = QPushButton(self.tr("C&hoose…"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path, 1)
        row.addWidget(self.button)

    @property
    def chosen(self) -> Path | None:
        """The picture; None where there is none."""
        text = self.path.text().strip()
        return Path(text) if text else None

    @chosen.setter
    def chosen(self, path: Path | None) -> None:
        self.path.setText("" if path is None else str(path))

    def _ask(self) -> None:
        # Those that all of web page, PDF and Word show.
        pictures = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.gif)"
        folder = os.path.dirname(self.path.text())
        path, _ = QFileDialog.getOpenFileName(self, self.tr("The newsroom's logo"), folder, pictures)
        if path:
            self.path.setText(path)
