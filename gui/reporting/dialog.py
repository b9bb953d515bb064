"""What goes into a report: head, texts, cues, claims; remembered, and kept as presets."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import ClaimGroup, Comparison
from core.report.options import STRONG, Options
from gui.reporting.choices import Claims, Lenses, Logo
from gui.reporting.presets import Preset, Presets
from gui.theme import heading_font
from gui.translation import LANGUAGES, language

USUAL = None
"""The strength from which on a report tells cues where the reader asks for no other."""


def gist_of(group: ClaimGroup) -> str:
    """A claim on one line, as the report begins it."""
    line = " ".join(group.gist.split())
    return line[:1].upper() + line[1:]


class Reporting(QDialog):
    """Asks what goes into a report of ``comparison``; ``chosen`` tells it."""

    chosen = Signal(object, str)
    """The ``Options``, and the report's language."""

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export report"))
        self._presets = Presets()
        # Made in the order in which the Tab key goes through them.
        self._make_presets()
        self._make_choices()
        self.lenses = Lenses(self)
        self._make_fields()
        self.claims = Claims([(g.id, gist_of(g)) for g in comparison.groups], self)
        self.claims.changed.connect(self._check)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = self.buttons.addButton(self.tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.show_preset(self._presets.last)
        self.go.setFocus()

    # What was chosen

    @property
    def options(self) -> Options:
        """What is chosen now."""
        return Options(
            groups=self.claims.chosen, lenses=self.lenses.chosen, strength=self.cues.currentData(),
            rejected=self.rejects.currentData(), texts=self.texts.currentData(), title=self.title.text().strip(),
            newsroom=self.newsroom.text().strip(), logo=self.logo.chosen,
        )  # fmt: skip

    @property
    def preset(self) -> Preset:
        """What is chosen now, less the claims, which belong to this comparison alone."""
        return self.options.kept() | {"language": self.language.currentData()}

    def show_preset(self, preset: Preset) -> None:
        """Fill the fields from ``preset``; what it does not say is as it is usually."""
        options = Options.of(preset)
        spoken = preset.get("language")
        self._choose(self.language, spoken if spoken in LANGUAGES else language())
        self._choose(self.texts, options.texts)
        self._choose(self.rejects, options.rejected)
        self._choose(self.cues, options.strength)
        self.lenses.chosen = options.lenses
        self.title.setText(options.title)
        self.newsroom.setText(options.newsroom)
        self.logo.chosen = options.logo

    def accept(self) -> None:
        """Remember the choice, and tell it."""
        self._presets.last = self.preset
        options, spoken = self.options, self.language.currentData()
        super().accept()
        self.chosen.emit(options, spoken)

    # The fields

    def _make_fields(self) -> None:
        self.title, self.newsroom = QLineEdit(self), QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Lesart's own"))
        self.newsroom.setPlaceholderText(self.tr("none"))
        self.logo = Logo(self)

    def _make_choices(self) -> None:
        self.language = self._combo({name: code for code, name in LANGUAGES.items()})
        self.texts = self._combo(
            {
                self.tr("in full"): "full",
                self.tr("excerpts around the claims"): "excerpts",
                self.tr("not at all"): "none",
            }
        )
        self.cues = self._combo(
            {self.tr("without the weak ones"): USUAL, self.tr("all"): 0.0, self.tr("strong ones only"): STRONG}
        )
        self.rejects = self._combo(
            {self.tr("left out"): "left_out", self.tr("struck through"): "struck"},
        )

    def _combo(self, values: dict[str, object]) -> QComboBox:
        box = QComboBox(self)
        for text, value in values.items():
            box.addItem(text, value)
        return box

    def _choose(self, box: QComboBox, value: object) -> None:
        found = [i for i in range(box.count()) if box.itemData(i) == value]
        box.setCurrentIndex(found[0] if found else 0)

    def _check(self) -> None:
        """Nothing to tell, nothing to export."""
        self.go.setEnabled(self.claims.chosen != ())

    # Presets

    def _make_presets(self) -> None:
        self.presets = QComboBox(self)
        self.presets.setAccessibleName(self.tr("Preset"))
        self.presets.activated.connect(self._preset_chosen)
        self.keep_button = QPushButton(self.tr("&Keep as preset…"), self)
        self.keep_button.clicked.connect(self._keep)
        self.forget_button = QPushButton(self.tr("&Delete"), self)
        self.forget_button.clicked.connect(self._forget)
        for button in (self.keep_button, self.forget_button):
            button.setAutoDefault(False)
        self._list_presets("")

    def _list_presets(self, current: str) -> None:
        self.presets.clear()
        self.presets.addItem(self.tr("As last time"), None)
        self.presets.addItem(self.tr("As usual"), "")
        for name in self._presets.names:
            self.presets.addItem(name, name)
        self.presets.setCurrentIndex(self.presets.findText(current) if current else 0)
        self.forget_button.setEnabled(bool(self.presets.currentData()))

    def _preset_chosen(self) -> None:
        name = self.presets.currentData()
        self.show_preset(self._presets.last if name is None else self._presets[name] if name else {})
        self.forget_button.setEnabled(bool(name))

    def _keep(self) -> None:
        name, said = QInputDialog.getText(
            self, self.tr("Keep as preset"), self.tr("Name"), text=self.presets.currentData() or self.newsroom.text()
        )
        name = " ".join(name.split())
        if said and name:
            self._presets.keep(name, self.preset)
            self._list_presets(name)

    def _forget(self) -> None:
        self._presets.forget(self.presets.currentData())
        self._list_presets("")

    # What stands where

    def _lay_out(self) -> None:
        presets = QHBoxLayout()
        presets.setSpacing(8)
        presets.addWidget(self.presets, 1)
        presets.addWidget(self.keep_button)
        presets.addWidget(self.forget_button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._head(self.tr("What goes in")))
        left.addLayout(
            self._form(
                (self.tr("Lang&uage"), self.language),
                (self.tr("&Texts of the articles"), self.texts),
                (self.tr("What you &rejected"), self.rejects),
                (self.tr("&Cues"), self.cues),
            )
        )
        left.addWidget(self.lenses)
        left.addSpacing(10)
        left.addWidget(self._head(self.tr("Head of the report")))
        left.addLayout(
            self._form(
                (self.tr("T&itle"), self.title), (self.tr("Ne&wsroom"), self.newsroom), (self.tr("&Logo"), self.logo)
            )
        )
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._head(self.tr("Shared claims")))
        right.addWidget(self.claims, 1)
        page = QGridLayout(self)
        page.setContentsMargins(28, 24, 28, 20)
        page.setHorizontalSpacing(28)
        page.setVerticalSpacing(14)
        page.addLayout(self._form((self.tr("&Preset"), presets)), 0, 0, 1, 2)
        page.addLayout(left, 1, 0)
        page.addLayout(right, 1, 1)
        page.addWidget(self.buttons, 2, 0, 1, 2)
        page.setColumnStretch(1, 1)
        self.resize(960, self.sizeHint().height())

    def _head(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setFont(heading_font(self.font(), 1.15))
        return label

    def _form(self, *rows: tuple[str, QWidget | QHBoxLayout]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in rows:
            label = QLabel(text, self)
            label.setBuddy(
                field.path if isinstance(field, Logo) else field if isinstance(field, QWidget) else self.presets
            )
            form.addRow(label, field)
            if isinstance(field, QComboBox | QLineEdit):
                field.setAccessibleName(text.replace("&", ""))
        return form
