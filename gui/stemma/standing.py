"""The line above the views: how many independent sources there are. It leads to the stemma."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui.session import Session
from gui.stemma import words


class Standing(QFrame):
    """Stands there from two articles on, so that nothing moves when the answer comes."""

    wanted = Signal()
    """The stemma is to be shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standing")
        self._session = session
        self._elsewhere = False
        self.link = QPushButton(self)
        self.link.setProperty("link", True)
        self.link.setProperty("flat", True)
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 8, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        for signal in (session.comparison_changed, session.lineage_changed):
            signal.connect(self.say)
        self.say()

    def set_elsewhere(self, elsewhere: bool) -> None:
        """Go where the view in front says it itself."""
        self._elsewhere = elsewhere
        self.say()

    def say(self) -> None:
        """Say how many sources there are, in the language of the interface."""
        index, lineage = self._session.index, self._session.lineage
        several = index is not None and len(index.article) > 1
        self.setVisible(several and not self._elsewhere)
        said = words.standing(lineage) if lineage else self.tr("Finding out who took it from whom…")
        self.link.setText(f"{said}  ›" if lineage else said)
        self.link.setAccessibleName(said)
        self.link.setToolTip(self.tr("Show who took it from whom"))
        self.link.setEnabled(lineage is not None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
