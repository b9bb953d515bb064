"""What went wrong, quietly: one bar at the foot of the window that opens to a list of sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from core.model import Failure
from core.phrases import say
from gui.theme import icon
from gui.translation import language

LINES = 6
"""Rows of the open list; more scroll."""


class Problems(QFrame):
    """Hidden while nothing has failed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.failures: tuple[Failure, ...] = ()
        self._picture = QLabel(self)
        self._head = QLabel(self)
        self._head.setTextFormat(Qt.TextFormat.PlainText)  # names of files
        self._head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton(self)
        self._more.setCheckable(True)
        self._away = QPushButton(self)
        for button in (self._more, self._away):
            button.setProperty("flat", True)
        self._list = QListWidget(self)
        self._list.setWordWrap(True)
        self._list.hide()
        self._more.toggled.connect(self._unfold)
        self._away.clicked.connect(lambda: self.show_failures(()))
        row = QHBoxLayout()
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._head, 1)
        row.addWidget(self._more)
        row.addWidget(self._away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._list)
        self.show_failures(())

    def show_failures(self, failures: Sequence[Failure]) -> None:
        """List ``failures`` in place of those before; none hides the bar."""
        self.failures = tuple(failures)
        if not failures:
            self._more.setChecked(False)
        self.retranslate()
        self.setVisible(bool(failures))
        if failures:
            self.recolor()

    def unfold(self) -> None:
        """Open the list."""
        self._more.setChecked(True)

    def sentences(self) -> list[str]:
        """What is listed, in the language of the interface."""
        return [say(f.reason.key, language(), **dict(f.reason.values)) for f in self.failures]

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        said = self.sentences()
        several = len(said) > 1
        self._head.setText(self.tr("%Ln file(s) could not be read", "", len(said)) if several else "".join(said))
        self._head.setWordWrap(not several)
        self._more.setVisible(several)
        self._more.setText(self.tr("Hide") if self._more.isChecked() else self.tr("Show"))
        self._away.setText(self.tr("Dismiss"))
        self._list.setAccessibleName(self.tr("Files that could not be read"))
        self._list.clear()
        self._list.addItems(said)

    def recolor(self) -> None:
        """Draw the icon in the colours of the theme."""
        self._picture.setPixmap(icon("warning-circle", self).pixmap(18, 18))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.recolor()
        super().changeEvent(event)

    def _unfold(self, unfolded: bool) -> None:
        rows = min(LINES, len(self.failures))
        self._list.setFixedHeight(rows * (self.fontMetrics().height() + 12) + 8)
        self._list.setVisible(unfolded)
        self._more.setText(self.tr("Hide") if unfolded else self.tr("Show"))
