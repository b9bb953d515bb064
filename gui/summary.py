"""The line at the foot of the window: how much there is, and how much of it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QLabel, QWidget

from gui.decided import shown
from gui.session import Session


class Summary(QLabel):
    """Counts of what the session shows; the cues that the lenses hide are told apart."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary")
        self._session = session
        for signal in (session.comparison_changed, session.filter_changed):
            signal.connect(self.say)

    def say(self) -> None:
        """Count anew."""
        index = self._session.index
        if not index:
            self.clear()
            return
        comparison, seen = index.comparison, shown(index, self._session.filter).count
        every = len(comparison.marks)
        cues = self.tr("%Ln cue(s)", "", every)
        if seen < every:
            cues = self.tr("%1 of %Ln cue(s) shown", "", every).replace("%1", QLocale().toString(seen))
        parts = (
            self.tr("%Ln article(s)", "", len(comparison.articles)),
            self.tr("%Ln shared claim(s)", "", len(comparison.groups)),
            cues,
        )
        self.setText("   ·   ".join(parts))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)
