"""The dated states of a project, to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.places import say_when

if TYPE_CHECKING:
    from core.store import Snapshot

ID = Qt.ItemDataRole.UserRole


class States(QDialog):
    """Lists the states, newest first."""

    chosen = Signal(int)
    """The id of the state to go back to."""
    kept = Signal()
    """The present state is to be kept."""

    def __init__(self, states: tuple[Snapshot, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states = states
        self._about = QLabel(self)
        self._about.setWordWrap(True)
        self._about.setProperty("muted", True)
        self.list = QListWidget(self)
        self.list.setAlternatingRowColors(False)
        self.keep = QPushButton(self)
        self.keep.clicked.connect(self._keep)
        self.keep.setAutoDefault(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.back = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.back.setDefault(True)
        self._buttons.accepted.connect(self._go)
        self._buttons.rejected.connect(self.reject)
        self.list.itemDoubleClicked.connect(lambda _: self._go())
        foot = QHBoxLayout()
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(620, 420)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self.setWindowTitle(self.tr("Earlier states"))
        self._about.setText(
            self.tr("Lesart keeps the last ten states of a comparison by itself. Going back can be undone.")
            if self._states
            else self.tr(
                "There is no earlier state yet. Lesart keeps one before the first change and before every comparison."
            )
        )
        self.list.setAccessibleName(self.tr("Earlier states"))
        self.keep.setText(self.tr("Keep the present state"))
        self.back.setText(self.tr("Go back"))
        self.list.clear()
        for state in self._states:
            item = QListWidgetItem(self._said(state), self.list)
            item.setData(ID, state.id)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._states))
        self.back.setEnabled(bool(self._states))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _said(self, state: Snapshot) -> str:
        why = {
            "opened": self.tr("before the first change"),
            "compared": self.tr("before the articles were compared again"),
            "reverted": self.tr("before going back"),
            "asked": self.tr("kept by hand"),
        }[state.why]
        counts = ", ".join(
            (self.tr("%Ln article(s)", "", state.articles), self.tr("%Ln decision(s)", "", state.decisions))
        )
        return f"{say_when(state.created)}   ·   {counts}   ·   {why}"

    def _go(self) -> None:
        item = self.list.currentItem()
        if item:
            self.chosen.emit(item.data(ID))
            self.accept()

    def _keep(self) -> None:
        self.kept.emit()
        self.accept()
