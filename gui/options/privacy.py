"""What goes out (nothing, or the page that the reader names), what is kept where, and how all of it is deleted."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QMessageBox, QPushButton, QWidget

from gui.options.parts import Page
from gui.preferences import Preferences
from gui.privacy import Kept, kept


class PrivacyPage(Page):
    """The network switch, the places, the end of it all."""

    fetching_chosen = Signal(bool)
    """Whether pages of the web may be fetched."""
    forget = Signal()
    delete_all = Signal()
    """The reader wants everything gone, and has confirmed it."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.fetching = QCheckBox(self.tr("&Allow “Open address”: it fetches the one page that I name"), self)
        self.fetching.setChecked(preferences.fetching)
        self.forget_button = QPushButton(self.tr("Forget &recent files"), self)
        self.delete_button = QPushButton(self.tr("&Delete all…"), self)
        for button in (self.forget_button, self.delete_button):
            button.setAutoDefault(False)
        self._places = QGridLayout()
        self._places.setHorizontalSpacing(18)
        self._places.setVerticalSpacing(2)
        self._places.setColumnStretch(1, 1)
        self._lay_out()
        self.fetching.toggled.connect(self._allow)
        self.forget_button.clicked.connect(self._forget)
        self.delete_button.clicked.connect(self._ask)

    def show_kept(self) -> None:
        """Show what is kept now."""
        while (item := self._places.takeAt(0)) is not None:
            item.widget().deleteLater()
        for row, one in enumerate(kept()):
            what, amount = QLabel(self._name(one), self), QLabel(self._amount(one), self)
            path = QLabel(str(one.path), self)
            path.setTextFormat(Qt.TextFormat.PlainText)
            path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            path.setWordWrap(True)
            for label in (path, amount):
                label.setProperty("muted", True)
            self._places.addWidget(what, 2 * row, 0)
            self._places.addWidget(amount, 2 * row, 1, Qt.AlignmentFlag.AlignRight)
            self._places.addWidget(path, 2 * row + 1, 0, 1, 2)

    def _lay_out(self) -> None:
        self.head(self.tr("Network"))
        self.column.addWidget(self.fetching)
        self.muted(self.tr("Lesart sends nothing, and fetches nothing unless you allow it here."))
        self.head(self.tr("What is kept on this computer"))
        self.column.addLayout(self._places)
        self.show_kept()
        self.muted(self.tr("Comparisons and reports that you saved lie where you put them, and nowhere else."))
        self.column.addSpacing(6)
        for button in (self.forget_button, self.delete_button):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _name(self, one: Kept) -> str:
        return {
            "settings": self.tr("Settings, recent files, presets of reports"),
            "unsaved": self.tr("Comparisons without a name"),
            "library": self.tr("Library: the words of your comparisons, to be searched"),
            "log": self.tr("Log of crashes, without words of any article"),
        }[one.what]

    def _amount(self, one: Kept) -> str:
        if not one.count:
            return self.tr("nothing")
        size = QLocale().formattedDataSize(one.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        return f"{QLocale().toString(one.count)} · {size}" if one.what == "unsaved" else size

    def _allow(self, allowed: bool) -> None:
        self._preferences.fetching = allowed
        self.fetching_chosen.emit(allowed)

    def _forget(self) -> None:
        self.forget.emit()
        self.show_kept()

    def _ask(self) -> None:
        """Name what would go, and what would stay, before it goes."""
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Delete all"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Delete everything that Lesart keeps on this computer?"))
        going = [f"•  {self._name(one)} ({self._amount(one)})" for one in kept() if one.count]
        stays = self.tr(
            "Comparisons and reports that you saved under a name stay. What is deleted cannot be brought back."
        )
        box.setInformativeText("\n".join([*going, "", stays]))
        delete = box.addButton(self.tr("Delete all"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        if box.clickedButton() is delete:
            self.delete_all.emit()
            self.show_kept()
