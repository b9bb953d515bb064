"""The window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.inspector.view import Inspector
from gui.jobs import Jobs
from gui.lenses.view import LensBar
from gui.matrix.view import MatrixView
from gui.preferences import Preferences
from gui.reading.view import ReadingView
from gui.session import Session
from gui.theme import Theme
from gui.translation import Languages


class Window(QMainWindow):
    """Toolbar, views, inspector, problems."""

    def __init__(self, preferences: Preferences, theme: Theme, languages: Languages) -> None:
        super().__init__()
        self._preferences, self._theme, self._languages = preferences, theme, languages
        self.session = Session(self)
        self.jobs = Jobs(self)
        self.desk = Desk(self.session, self.jobs, self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(LensBar(self.session, page))
        tabs = QTabWidget(page)
        tabs.addTab(ReadingView(self.session, tabs), self.tr("Reading"))
        tabs.addTab(MatrixView(self.session, tabs), self.tr("Claims"))
        column.addWidget(tabs)
        self.setCentralWidget(page)
        dock = QDockWidget(self.tr("Inspector"), self)
        dock.setWidget(Inspector(self.session, dock))
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.resize(1440, 900)

    def open_first(self, files: list[str], sample: bool) -> None:
        """Open what the command line named."""
        if sample:
            self.desk.open_sample()
        elif files:
            self.desk.open(files)
