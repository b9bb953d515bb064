"""What the first paint shows: the menus' titles, the toolbar, the page that welcomes. Everything else comes after it.

What stands here is measured (``python -m tests.benchmarks startup``): a process that shows this is to take at most 1.6
times that of an empty window. PySide makes each of Qt's classes when it is first imported, so what the first paint can
do without is imported where it is used. Its namespace ``Qt``, with a hundred enums, takes a tenth of the whole: here,
and in what stands in the frame, Qt's properties are set by the names of their values.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.bars import Menus, Toolbar
from gui.preferences import Preferences
from gui.theme import Theme
from gui.translation import Languages
from gui.welcome import Welcome


class Frame(QMainWindow):
    """The window as it is before anything can be opened in it."""

    def __init__(self, preferences: Preferences, theme: Theme, languages: Languages) -> None:
        super().__init__()
        self._preferences, self.theme, self.languages = preferences, theme, languages
        self.actions_ = Actions(self)
        self.menus = Menus(self.menuBar())
        self.welcome = Welcome(self.actions_, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.welcome)
        self._middle = QWidget(self)
        stack(self._middle, self._pages, main=self._pages)
        self.setCentralWidget(self._middle)
        self.addToolBar(Toolbar(self.actions_, self))
        self.statusBar().setSizeGripEnabled(False)
        self.actions_.enable(False)
        for name in ("undo", "redo"):
            self.actions_[name].setEnabled(False)
        self.actions_["reading"].setChecked(True)
        self.welcome.show_recent(preferences.recent)
        self.setWindowTitle("Lesart[*]")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(preferences.layout("window"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
            self.menus.retranslate()
        super().changeEvent(event)


def stack(page: QWidget, *parts: QWidget, main: QWidget) -> None:
    """Lay ``parts`` out from the top of ``page`` to its foot, without a gap; ``main``, one of them, takes the room."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is main else 0)
