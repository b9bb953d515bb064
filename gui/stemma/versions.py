"""Which two texts are an earlier and a later version of one: open articles, or files."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from core.model import Article
from gui.opening import name_filters
from gui.places import outlet

LONGEST = 60
"""Letters of an article's name in the list."""
Version = str | Article


class Versions(QDialog):
    """Two lists, each with the open articles and a button for a file."""

    chosen = Signal(object, object)
    """The earlier version and the later one: an Article, or a path."""

    def __init__(self, articles: tuple[Article, ...], folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare two versions"))
        self.folder = folder
        self._sources: list[Version] = list(articles)
        about = QLabel(self.tr("One article at two times: an edited page, a correction, a silent change. Lesart shows what was added, cut, relabelled and softened, in place of what is open."), self)  # fmt: skip
        about.setWordWrap(True)
        about.setProperty("muted", True)
        self.lists = (QComboBox(self), QComboBox(self))
        self.buttons = (QPushButton(self), QPushButton(self))
        fields = QGridLayout()
        fields.setHorizontalSpacing(10)
        fields.setVerticalSpacing(10)
        said = (self.tr("&Earlier version"), self.tr("&Later version"))
        for row, (name, field, button) in enumerate(zip(said, self.lists, self.buttons, strict=True)):
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            field.setPlaceholderText(self.tr("Choose a file"))
            field.setMinimumContentsLength(36)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.currentIndexChanged.connect(self._update)
            button.setText(self.tr("File…"))
            button.setAccessibleName(f"{field.accessibleName()}: {button.text()}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, row=row: self._ask(row))
            for column, widget in enumerate((label, field, button)):
                fields.addWidget(widget, row, column)
        fields.setColumnStretch(1, 1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.compare = box.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.compare.setDefault(True)
        box.accepted.connect(self._accept)
        box.rejected.connect(self.reject)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 18, 20, 16)
        page.setSpacing(14)
        for part in (about, fields, box):
            page.addWidget(part) if isinstance(part, QWidget) else page.addLayout(part)
        for field in self.lists:
            field.addItems([_name(s) for s in self._sources])
            field.setCurrentIndex(-1)
        for field, article in zip(self.lists, sorted(articles, key=lambda a: a.published or "9"), strict=False):
            field.setCurrentIndex(self._sources.index(article))
        self.setMinimumWidth(560)
        self._update()

    def take(self, row: int, path: str) -> None:
        """Put a file into the list ``row`` (0 earlier, 1 later) and choose it there."""
        if path not in self._sources:
            self._sources.append(path)
            for field in self.lists:
                field.addItem(_name(path))
        self.lists[row].setCurrentIndex(self._sources.index(path))

    def _ask(self, row: int) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), self.folder, ";;".join(name_filters()))
        if path:
            self.take(row, path)

    def _update(self) -> None:
        rows = [field.currentIndex() for field in self.lists]
        self.compare.setEnabled(min(rows) >= 0 and rows[0] != rows[1])

    def _accept(self) -> None:
        old, new = (self._sources[field.currentIndex()] for field in self.lists)
        self.accept()
        self.chosen.emit(old, new)


def _name(source: Version) -> str:
    said = source if isinstance(source, str) else f"{outlet(source)}: {source.title}"
    return (
        said
        if len(said) <= LONGEST
        else f"…{said[1 - LONGEST :]}"
        if isinstance(source, str)
        else f"{said[: LONGEST - 1]}…"
    )
