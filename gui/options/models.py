"""With what each language is analysed, and how a better pipeline is installed."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from core.instruments import Instrument, encoder, install_command, instruments
from gui.options.parts import Page
from gui.translation import language_name

ROWS = 7
"""Languages that are seen without scrolling."""


class ModelsPage(Page):
    """A row for each language, and below it what would do better."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = instruments()
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Languages"))
        self.list.setHeaderLabels([self.tr("Language"), self.tr("Analysed by")])
        for one in self._known:
            tools = " + ".join(one.tools) or self.tr("words and sentences alone")
            self.list.addTopLevelItem(QTreeWidgetItem([language_name(one.language), tools]))
        self.list.resizeColumnToContents(0)
        self.list.setMinimumHeight((self.list.sizeHintForRow(0) + 1) * ROWS + self.list.header().sizeHint().height())
        self.command = QLineEdit(self)
        self.command.setReadOnly(True)
        self.command.setAccessibleName(self.tr("Command that installs the pipeline"))
        self.copy = QPushButton(self.tr("&Copy"), self)
        self.copy.setAutoDefault(False)
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.list.currentItemChanged.connect(lambda *_: self._say())
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def _lay_out(self) -> None:
        self.head(self.tr("Models"))
        self.column.addWidget(self.list, 1)
        self._better = self.muted("")
        row = QHBoxLayout()
        row.addWidget(self.command, 1)
        row.addWidget(self.copy)
        self.column.addLayout(row)
        self._after = self.muted(
            self.tr(
                "Type this into a terminal; it fetches the pipeline from spaCy’s makers. Lesart takes it from its next "
                "start on, and every report says so. Packages of the same name on PyPI are strangers’; do not install "
                "those."
            )
        )
        self.muted(self.tr("Meaning is compared, in all languages, by %1.").replace("%1", encoder()))

    def chosen(self) -> Instrument:
        """Of the language that is chosen."""
        return self._known[max(0, self.list.indexOfTopLevelItem(self.list.currentItem()))]

    def said(self) -> str:
        """What is said of the language that is chosen."""
        return self._better.text()

    def _say(self) -> None:
        one = self.chosen()
        command = install_command(one.better) if one.better else None
        if one.better is None:
            said = self.tr("As good a pipeline as Lesart knows is installed.")
        elif command is None:
            said = self.tr("This program holds what it has. Lesart installed with Python can use more pipelines.")
        else:
            said = self.tr("%1 would find more names and tell sentences apart better.").replace("%1", one.better)
        self._better.setText(said)
        self.command.setText(command or "")
        self.command.setCursorPosition(0)
        for part in (self.command, self.copy, self._after):
            part.setVisible(command is not None)
        self.copy.setText(self.tr("&Copy"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())
        self.copy.setText(self.tr("Copied"))
