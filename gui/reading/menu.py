"""What can be done with one column: the menu behind its button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from core.model import Article
from gui.places import outlet
from gui.reading.head import day

Do = Callable[[], None]


class ColumnMenu(QMenu):
    """Filled when it is opened, so that it always says what is true."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: Callable[[], list[tuple[str, Do | None, bool]]] = list
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Take the entries as they are now: text, what it does (None: a line between groups), whether it is enabled."""
        self.clear()
        for text, do, enabled in self.entries():
            if do is None:
                self.addSeparator()
            else:
                action = self.addAction(text)
                action.setEnabled(enabled)
                action.triggered.connect(lambda _=False, do=do: do())


def citation(article: Article) -> str:
    """The article as a reader cites it: outlet, title, date, where it lies."""
    author = f"{article.author}: " if article.author else ""
    parts = [f"{author}{article.title}", outlet(article), day(article.published), article.source]
    return ". ".join(dict.fromkeys(part for part in parts if part)) + "."


def quotation(article: Article, words: str) -> str:
    """``words`` in quotation marks, with where they stand."""
    place = ", ".join(part for part in (outlet(article), day(article.published)) if part)
    said = " ".join(words.replace("\u2029", "\n").split())
    pattern = QCoreApplication.translate("Quotation", "“%1” (%2)")
    return pattern.replace("%2", place).replace("%1", said)


def copy(text: str) -> None:
    """Put ``text`` on the clipboard."""
    QGuiApplication.clipboard().setText(text)
