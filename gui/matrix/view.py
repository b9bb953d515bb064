"""The claims view."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from gui.session import Session


class MatrixView(QWidget):
    """The groups of the session's comparison as a list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list = QListWidget(self)
        QVBoxLayout(self).addWidget(self._list)
        self._list.currentRowChanged.connect(self._choose)
        session.comparison_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        if self._session.comparison:
            self._list.addItems([group.gist for group in self._session.comparison.groups])

    def _choose(self, row: int) -> None:
        if self._session.comparison and row >= 0:
            self._session.choose_group(self._session.comparison.groups[row].id)
