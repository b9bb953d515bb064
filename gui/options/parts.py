"""What the pages of the settings are made of."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from gui.theme import heading_font


class Page(QWidget):
    """One page: parts below one another, each under its head."""

    LABELS = 130
    """Pixels that the names of fields take at least, so that the fields of all forms begin in one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(10)

    def head(self, text: str) -> None:
        """Begin a part."""
        if self.column.count():
            self.column.addSpacing(14)
        label = QLabel(text, self)
        label.setFont(heading_font(self.font(), 1.15))
        self.column.addWidget(label)

    def muted(self, text: str) -> QLabel:
        """Say something about what stands above; as it is, for there may be names of files in it."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("muted", True)
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def form(self, *rows: tuple[str, QWidget]) -> QFormLayout:
        """Fields, each with its name before it; ``&`` marks the name's key."""
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, field in rows:
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            label.setMinimumWidth(self.LABELS)
            form.addRow(label, field)
        self.column.addLayout(form)
        return form


class Percent(QWidget):
    """A slider for a share, and the share in words; told when the reader lets go of it."""

    chosen = Signal(float)
    """0–1."""

    def __init__(self, least: float, most: float, value: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(round(least * 100), round(most * 100))
        self.slider.setValue(round(value * 100))
        self._said = QLabel(self)
        self._said.setMinimumWidth(self._said.fontMetrics().horizontalAdvance("100 %"))
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self._said)
        self.setFocusProxy(self.slider)
        self._say(self.slider.value())
        self.slider.valueChanged.connect(self._say)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(self._tell)

    def setAccessibleName(self, name: str) -> None:
        self.slider.setAccessibleName(name)

    def show_value(self, value: float) -> None:
        """Show ``value`` without telling of it."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(value * 100))
        self.slider.blockSignals(False)
        self._say(self.slider.value())

    def _say(self, value: int) -> None:
        self._said.setText(f"{QLocale().toString(value)} %")

    def _moved(self) -> None:
        if not self.slider.isSliderDown():
            self._tell()

    def _tell(self) -> None:
        self.chosen.emit(self.slider.value() / 100)


def choices(names: dict[str, str], current: str, parent: QWidget) -> QComboBox:
    """A box with ``names`` by their values, ``current`` chosen."""
    box = QComboBox(parent)
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box
