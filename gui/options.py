"""The settings: interface, comparison, and what is kept where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from gui.preferences import SUREST, UNSUREST, Preferences
from gui.theme import CHOICES, heading_font
from gui.translation import LANGUAGES


class Options(QDialog):
    """Everything takes effect at once; there is nothing to confirm."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    sureness_chosen = Signal(float)
    """How probable a link must be, 0–1; told when the reader lets go of the slider."""
    fetching_chosen = Signal(bool)
    """Whether pages of the web may be fetched."""
    forget = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._preferences = preferences
        self.language = self._choices(("system", *LANGUAGES), preferences.language, self._language_name)
        self.theme = self._choices(CHOICES, preferences.theme, self._theme_name)
        self.sureness = QSlider(Qt.Orientation.Horizontal, self)
        self.sureness.setRange(round(UNSUREST * 100), round(SUREST * 100))
        self.sureness.setValue(round(preferences.link_threshold * 100))
        self.sureness.setAccessibleName(self.tr("How sure a link must be"))
        self._percent = QLabel(self)
        self.fetching = QCheckBox(self.tr("&Allow “Open address”: it fetches the one page that I name"), self)
        self.fetching.setChecked(preferences.fetching)
        self.fetching.toggled.connect(self._allow)
        self.forget_button = QPushButton(self.tr("Forget recent files"), self)
        self.forget_button.setAutoDefault(False)
        self.language.activated.connect(lambda _: self.language_chosen.emit(self.language.currentData()))
        self.theme.activated.connect(lambda _: self.theme_chosen.emit(self.theme.currentData()))
        self.sureness.valueChanged.connect(self._show_percent)
        self.sureness.valueChanged.connect(self._told)
        self.sureness.sliderReleased.connect(self._tell)
        self.forget_button.clicked.connect(self.forget)
        self._show_percent(self.sureness.value())
        self._lay_out()

    def _choices(self, values: tuple[str, ...], current: str, name: Callable[[str], str]) -> QComboBox:
        box = QComboBox(self)
        for value in values:
            box.addItem(name(value), value)
        box.setCurrentIndex(box.findData(current))
        return box

    def _language_name(self, value: str) -> str:
        return LANGUAGES.get(value, self.tr("Like the system"))

    def _theme_name(self, value: str) -> str:
        return {"system": self.tr("Like the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}[value]

    def _show_percent(self, value: int) -> None:
        self._percent.setText(f"{QLocale().toString(value)} %")

    def _allow(self, allowed: bool) -> None:
        self._preferences.fetching = allowed
        self.fetching_chosen.emit(allowed)

    def _told(self) -> None:
        if not self.sureness.isSliderDown():
            self._tell()

    def _tell(self) -> None:
        self.sureness_chosen.emit(self.sureness.value() / 100)

    def _lay_out(self) -> None:
        sure = QHBoxLayout()
        sure.setSpacing(12)
        sure.addWidget(self.sureness, 1)
        sure.addWidget(self._percent)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(self._head(self.tr("Interface")))
        column.addLayout(self._form((self.tr("&Language"), self.language), (self.tr("&Theme"), self.theme)))
        column.addSpacing(12)
        column.addWidget(self._head(self.tr("Comparison")))
        column.addLayout(self._form((self.tr("How &sure a link must be"), sure)))
        column.addWidget(
            self._muted(self.tr("Lower links more claims, and more of them wrongly. An open comparison is made again."))
        )
        column.addSpacing(12)
        column.addWidget(self._head(self.tr("Privacy")))
        column.addWidget(
            self._muted(
                self.tr(
                    "Lesart sends nothing, and fetches nothing unless you allow it here. It keeps these settings and the names of recent files:"
                )
            )
        )
        place = self._muted(
            QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart").fileName()
        )
        column.insertWidget(column.count() - 1, self.fetching)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(place)
        column.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column.addWidget(close)
        self.setMinimumWidth(520)

    def _head(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setFont(heading_font(self.font(), 1.15))
        return label

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("muted", True)
        label.setWordWrap(True)
        return label

    def _form(self, *rows: tuple[str, QWidget | QHBoxLayout]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        for text, field in rows:
            label = QLabel(text, self)
            label.setBuddy(field if isinstance(field, QWidget) else self.sureness)
            form.addRow(label, field)
            if isinstance(field, QComboBox):
                field.setAccessibleName(text.replace("&", ""))
        return form
