"""Which chapters of a book are to be compared: asked when a book with several of them is opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.job import Job
from core.model import Article
from gui.jobs import Jobs

BOOK = ".epub"


class Chapters(QDialog):
    """A list of chapters to be ticked; none is ticked at first."""

    def __init__(self, book: str, chapters: Sequence[Article], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("Chapters", "Choose chapters"))
        self._chapters = tuple(chapters)
        asked = QLabel(self)
        asked.setTextFormat(Qt.TextFormat.PlainText)  # the name of a file
        asked.setWordWrap(True)
        text = QCoreApplication.translate("Chapters", "Which chapters of %1 are to be compared?")
        asked.setText(text.replace("%1", book))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        for chapter in chapters:
            item = QListWidgetItem(chapter.title, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.itemChanged.connect(self._update)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        for part in (asked, self.list, self.buttons):
            column.addWidget(part)
        self.resize(520, 420)
        self._update()

    def chosen(self) -> list[Article]:
        """The chapters that are ticked."""
        ticked = Qt.CheckState.Checked
        return [c for row, c in enumerate(self._chapters) if self.list.item(row).checkState() == ticked]

    def _update(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.chosen()))


def ask_chapters(
    sources: Sequence[object], jobs: Jobs, parent: QWidget, add: Callable[[list[object]], object]
) -> list[object]:
    """``sources`` without the books among them; of each book the chapters that the reader ticks are ``add``ed later."""
    books = [s for s in sources if isinstance(s, str) and s.lower().endswith(BOOK)]
    for book in books:
        _ask(book, jobs, parent, add)
    return [s for s in sources if s not in books]


def _ask(book: str, jobs: Jobs, parent: QWidget, add: Callable[[list[object]], object]) -> None:
    def work(job: Job) -> tuple[Article, ...]:
        from core.reading import read_all

        return read_all(book, job)[0]

    def done(chapters: tuple[Article, ...]) -> None:
        if len(chapters) < 2:
            # One chapter needs no question; of a book that cannot be read the comparison says why.
            add(list(chapters) or [book])
            return
        dialog = Chapters(os.path.basename(book), chapters, parent)
        dialog.accepted.connect(lambda: add(list(dialog.chosen())))
        dialog.open()

    jobs.start(work, done, quiet=True)
