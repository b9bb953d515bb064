"""The manual: a few pages in the language of the interface, from ``resources/manual``."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from core.model import KINDS
from gui import marks as look
from gui.theme import reading_family
from gui.translation import language

LEADING = 140.0
"""Per cent of the font's own line height."""
RATES = "<!-- rates -->"
"""Where the text has the measured rates."""
HEADING = 2
"""The level of the headings that the list of contents shows."""


def text(code: str) -> str:
    """The manual in ``code`` (``en`` or ``de``), as Markdown."""
    return files("resources").joinpath("manual", f"{code}.md").read_text(encoding="utf-8")


class Manual(QDialog):
    """The text, and beside it the contents that lead there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.contents = QListWidget(self)
        self.contents.setFixedWidth(256)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        font = self.page.font()
        font.setFamily(reading_family())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.page.setFont(font)
        self.page.document().setDocumentMargin(16)
        self.contents.currentRowChanged.connect(self._go)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.contents)
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addLayout(row)
        column.addWidget(close)
        self.resize(QSize(920, 700).boundedTo(self.screen().availableSize()))
        self.retranslate()

    def retranslate(self) -> None:
        """Show the manual in the language of the interface."""
        self.setWindowTitle(self.tr("Manual"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.page.setAccessibleName(self.tr("Manual"))
        self.page.setMarkdown(text(language()).replace(RATES, self._rates()))
        whole = QTextCursor(self.page.document())
        whole.select(QTextCursor.SelectionType.Document)
        leading = QTextBlockFormat()
        leading.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole.mergeBlockFormat(leading)
        self._starts = []
        self.contents.clear()
        block = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == HEADING:
                self._starts.append(block.position())
                self.contents.addItem(block.text())
            block = block.next()
        self.contents.setCurrentRow(0)

    def _rates(self) -> str:
        """How often links and cues are found, and how often they are right, as a table of Markdown."""
        from core.compare import error_rates

        rates = dict(error_rates())
        heads = (self.tr("Kind"), self.tr("Found"), self.tr("Right"))
        lines = [f"| {' | '.join(heads)} |", "|---|---:|---:|"]
        names = {"links": self.tr("Links"), **{f"marks.{kind}": look.name(kind) for kind in KINDS}}
        for key, name in names.items():
            shares = [rates.get(f"{key}.{what}") for what in ("found", "right")]
            said = ["–" if share is None else f"{QLocale().toString(round(share * 100))} %" for share in shares]
            lines.append(f"| {name} | {said[0]} | {said[1]} |")
        return "\n".join(lines)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _go(self, row: int) -> None:
        if row < 0:
            return
        cursor = self.page.textCursor()
        cursor.setPosition(self._starts[row])
        self.page.setTextCursor(cursor)
        top = self.page.cursorRect(cursor).top() + self.page.verticalScrollBar().value()
        self.page.verticalScrollBar().setValue(top - 12 if row else 0)
