"""How sure a link must be to be made, and how strong a cue to be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.model import Settings
from gui.options.parts import Page, Percent
from gui.preferences import SUREST, UNSUREST, Preferences
from gui.session import MarkFilter


class ComparisonPage(Page):
    """The two thresholds."""

    LABELS = 200

    sureness_chosen = Signal(float)
    """How probable a link must be, 0–1."""
    strength_chosen = Signal(float)
    """From which strength on cues are shown, 0–1."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.sureness = Percent(UNSUREST, SUREST, preferences.link_threshold, self)
        self.strength = Percent(0, 1, preferences.least_strength, self)
        self.as_at_first = QPushButton(self.tr("As at &first"), self)
        self.as_at_first.setAutoDefault(False)
        self.head(self.tr("Links"))
        self.form((self.tr("How &sure a link must be"), self.sureness))
        self.muted(self.tr("Lower links more claims, and more of them wrongly. An open comparison is made again."))
        self.head(self.tr("Cues"))
        self.form((self.tr("Least s&trength of the cues shown"), self.strength))
        self.muted(self.tr("Of weaker cues more are wrong. The slider above the views shows them for the time being."))
        self.column.addSpacing(8)
        self.column.addWidget(self.as_at_first, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.sureness.chosen.connect(self.sureness_chosen)
        self.strength.chosen.connect(self.strength_chosen)
        self.as_at_first.clicked.connect(self._reset)

    def _reset(self) -> None:
        for field, value in ((self.sureness, Settings().link_threshold), (self.strength, MarkFilter().strength)):
            field.show_value(value)
            field.chosen.emit(value)
