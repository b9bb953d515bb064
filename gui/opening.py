"""Ways in: the dialog, the drop, the clipboard. Each ends in sources for the desk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from core.phrases import say
from gui.theme import colors, heading_font
from gui.translation import language

PROJECT = ".lesart"


@dataclass(frozen=True)
class Pasted:
    """An article from the clipboard or dropped as text; ``name`` stands where a file's path would."""

    text: str
    html: bool
    name: str


def name_filters() -> list[str]:
    """The dialog's filters: everything that can be opened, then each family, then projects, then all files."""
    from core.reading import FORMATS

    families: dict[str, list[str]] = {}
    for suffix, label in FORMATS.items():
        families.setdefault(label, []).append(f"*{suffix}")
    every = " ".join(pattern for patterns in families.values() for pattern in patterns)
    named = [f"{say(label, language())} ({' '.join(patterns)})" for label, patterns in families.items()]
    articles = QCoreApplication.translate("Opening", "Articles and comparisons")
    projects = QCoreApplication.translate("Opening", "Lesart comparisons")
    anything = QCoreApplication.translate("Opening", "All files")
    return [f"{articles} ({every} *{PROJECT})", *named, f"{projects} (*{PROJECT})", f"{anything} (*)"]


def ask_files(parent: QWidget, folder: str) -> list[str]:
    """The files that the reader picks; none where the dialog was closed."""
    title = QCoreApplication.translate("Opening", "Open articles")
    paths, _ = QFileDialog.getOpenFileNames(parent, title, folder, ";;".join(name_filters()))
    return paths


def ask_folder(parent: QWidget, folder: str) -> str:
    """The folder that the reader picks; empty where the dialog was closed."""
    title = QCoreApplication.translate("Opening", "Open all articles in a folder")
    return QFileDialog.getExistingDirectory(parent, title, folder)


def ask_projects(parent: QWidget) -> list[str]:
    """The projects that the reader picks; none where the dialog was closed."""
    title = QCoreApplication.translate("Opening", "Add comparisons to the library")
    kind = QCoreApplication.translate("Opening", "Lesart comparisons") + f" (*{PROJECT})"
    paths, _ = QFileDialog.getOpenFileNames(parent, title, "", kind)
    return paths


def ask_copy(parent: QWidget) -> str:
    """Another reader's copy of the comparison; empty where the dialog was closed."""
    title = QCoreApplication.translate("Opening", "Another reader’s copy")
    kind = QCoreApplication.translate("Opening", "Lesart comparisons") + f" (*{PROJECT})"
    return QFileDialog.getOpenFileName(parent, title, "", kind)[0]


def sources_of(mime: QMimeData | None) -> list[str | Pasted]:
    """What a drop or the clipboard holds: files, else HTML, else text. An empty clipboard may have no data at all.

    An address of the web is none of these: nothing is fetched unless the reader says so (``address_of``).
    """
    if mime is None:
        return []
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    if files or mime.hasUrls():
        return list(files)
    name = QCoreApplication.translate("Opening", "clipboard")
    if mime.hasHtml() and mime.html().strip():
        return [Pasted(mime.html(), True, name)]
    if mime.hasText() and mime.text().strip():
        return [Pasted(mime.text(), False, name)]
    return []


def address_of(mime: QMimeData) -> str:
    """The address of the web that was dropped, the first of several; empty where there is none."""
    found = (url for url in mime.urls() if url.scheme() in ("http", "https"))
    return next((url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in found), "")


def can_open(mime: QMimeData) -> bool:
    """Whether a drop of ``mime`` would open anything."""
    return mime.hasUrls() or mime.hasHtml() or mime.hasText()


class DropVeil(QWidget):
    """Lies over the window while something is dragged across it, and says what letting go would do."""

    MARGIN = 18

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop articles here"))
        self.hide()

    def cover(self) -> None:
        """Appear over the whole parent."""
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(c.window)
        ground.setAlpha(225)
        painter.fillRect(self.rect(), ground)
        frame = self.rect().adjusted(self.MARGIN, self.MARGIN, -self.MARGIN, -self.MARGIN)
        painter.setPen(QPen(QColor(c.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(c.accent_soft))
        painter.drawRoundedRect(frame, 14, 14)
        painter.setPen(QColor(c.text))
        painter.setFont(heading_font(self.font(), 1.6))
        painter.drawText(QRect(frame), Qt.AlignmentFlag.AlignCenter, self.tr("Let go to add to the comparison"))
