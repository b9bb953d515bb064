"""The lens bar: which cues are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from core.model import KINDS, Kind
from gui.session import Session


class LensBar(QWidget):
    """One chip for each kind of cue."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        row = QHBoxLayout(self)
        for kind in KINDS:
            chip = QToolButton(self)
            chip.setText(kind)
            chip.setCheckable(True)
            chip.setChecked(kind in session.filter.kinds)
            chip.toggled.connect(lambda on, kind=kind: self._switch(kind, on))
            row.addWidget(chip)

    def _switch(self, kind: Kind, on: bool) -> None:
        kinds = self._session.filter.kinds
        self._session.filter_marks(kinds=kinds | {kind} if on else kinds - {kind})
