"""The dialog of the settings: its pages by name, the chosen one beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.options.comparison import ComparisonPage
from gui.options.interface import InterfacePage
from gui.options.models import ModelsPage
from gui.options.parts import Page
from gui.options.privacy import PrivacyPage
from gui.preferences import Preferences
from gui.reading.habits import Habits
from gui.reading.typography import Typography
from gui.sight import follow_focus


class Options(QDialog):
    """Hands on what the pages tell, and makes them anew in another language."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    typography_chosen = Signal(object)
    """A Typography: how the articles are set."""
    sureness_chosen = Signal(float)
    """How probable a link must be, 0–1."""
    strength_chosen = Signal(float)
    """From which strength on cues are shown, 0–1."""
    fetching_chosen = Signal(bool)
    """Whether pages of the web may be fetched."""
    forget = Signal()
    delete_all = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self._typography = Habits.kept().typography
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget(self)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.typography_chosen.connect(self._remember)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(close)
        self._fill()
        self.resize(QSize(800, 560).boundedTo(self.screen().availableSize()))

    def _fill(self) -> None:
        """Make the pages in the language of the interface; the same one stays in front."""
        row = max(0, self.list.currentRow())
        while self._stack.count():
            old = self._stack.widget(0)
            self._stack.removeWidget(old)
            old.deleteLater()
        self.list.clear()
        self.setWindowTitle(self.tr("Settings"))
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self._add(self.tr("Interface"), self._interface)
        self._add(self.tr("Comparison"), self._comparison)
        self._add(self.tr("Models"), lambda scroll: ModelsPage(scroll))
        self._add(self.tr("Privacy"), self._privacy)
        self.list.setFixedWidth(max(150, self.list.sizeHintForColumn(0) + 34))
        self.list.setCurrentRow(row)

    def _add(self, name: str, make: Callable[[QWidget], Page]) -> None:
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts take the focus
        follow_focus(scroll)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(make(scroll))
        self._stack.addWidget(scroll)
        self.list.addItem(name)

    def _interface(self, scroll: QWidget) -> Page:
        self.interface = InterfacePage(self._preferences, self._typography, scroll)
        self.interface.theme_chosen.connect(self.theme_chosen)
        self.interface.language_chosen.connect(self.language_chosen)
        self.interface.typography_chosen.connect(self.typography_chosen)
        return self.interface

    def _comparison(self, scroll: QWidget) -> Page:
        self.comparison = ComparisonPage(self._preferences, scroll)
        self.comparison.sureness_chosen.connect(self.sureness_chosen)
        self.comparison.strength_chosen.connect(self.strength_chosen)
        return self.comparison

    def _privacy(self, scroll: QWidget) -> Page:
        self.privacy = PrivacyPage(self._preferences, scroll)
        self.privacy.fetching_chosen.connect(self.fetching_chosen)
        self.privacy.forget.connect(self.forget)
        self.privacy.delete_all.connect(self.delete_all)
        return self.privacy

    def _remember(self, typography: Typography) -> None:
        self._typography = typography

    def _fill_anew(self) -> None:
        focused = self.interface.language.hasFocus()
        self._fill()
        if focused:
            self.interface.language.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            # The box that was just used is one of those that are made anew.
            QTimer.singleShot(0, self, self._fill_anew)
        super().changeEvent(event)
