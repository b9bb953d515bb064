"""How article text is set: the face, the size apart from the interface's, the leading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from core.model import Article
from gui.offsets import Offsets
from gui.theme import reading_family

LEADING = 150
"""Per cent of the line's natural height. 140 to 160 is what book and screen typography take for 45 to 75 characters
a line; at 150 the marks' lines have room below the descenders."""
MEASURE = 72
"""Characters a line at most."""
GROWN = 1.25
"""Article text against the interface's."""
SMALLEST, LARGEST, STEP = 0.6, 3.0, 1.1
BETWEEN = 55
"""Height of an empty line between paragraphs, per cent of a full one."""


@dataclass(frozen=True)
class Typography:
    """The reader's choice of face and size."""

    serif: bool = True
    zoom: float = 1.0

    def zoomed(self, steps: int) -> Typography:
        """A size ``steps`` larger (or smaller); 0 is the size to begin with."""
        zoom = min(LARGEST, max(SMALLEST, self.zoom * STEP**steps)) if steps else 1.0
        return replace(self, zoom=zoom)

    def font(self) -> QFont:
        """The font of running text."""
        font = QFont(reading_family(self.serif))
        font.setPointSizeF(QApplication.font().pointSizeF() * GROWN * self.zoom)
        return font


def set_article(document: QTextDocument, article: Article, offsets: Offsets) -> None:
    """Put ``article`` into ``document`` as plain text, headline and headings set off."""
    document.setUndoRedoEnabled(False)
    document.setPlainText(article.text)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    leading = QTextBlockFormat()
    leading.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(leading)
    block = document.begin()
    while block.isValid():
        if not block.length() - 1:
            _line_height(block, BETWEEN)
        block = block.next()
    for section in article.sections:
        if section.kind in ("headline", "subheadline", "heading"):
            _head(document, *offsets.units(section.span), large=section.kind == "headline")
        elif section.kind == "caption":
            _slant(document, *offsets.units(section.span))


def _line_height(block: QTextBlock, percent: int) -> None:
    lower = QTextBlockFormat()
    lower.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    QTextCursor(block).mergeBlockFormat(lower)


def _stretch(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _head(document: QTextDocument, start: int, end: int, large: bool) -> None:
    # Sizes relative to the document's font, so that a zoom sets one font and nothing else.
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    style.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 1 if large else 0)
    cursor = _stretch(document, start, end)
    cursor.mergeCharFormat(style)
    tight = QTextBlockFormat()
    tight.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(tight)


def _slant(document: QTextDocument, start: int, end: int) -> None:
    style = QTextCharFormat()
    style.setFontItalic(True)
    _stretch(document, start, end).mergeCharFormat(style)
