"""How article text is set: the face, the size apart from the interface's, the leading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from core.model import Article
from gui.offsets import Offsets
from gui.theme import reading_family

LEADING, TIGHT, BETWEEN = 1.62, 1.34, 0.7
"""Line heights in em: of running text (1.4 to 1.65 is what screen typography takes for 45 to 75 characters a line, and
the marks' lines need the room below the descenders), of headlines, of the empty lines between paragraphs."""
MEASURE = 72
"""Characters a line at most."""
GROWN = 1.15
"""Article text against the interface's."""
SMALLEST, LARGEST, STEP = 0.6, 3.0, 1.1


@dataclass(frozen=True)
class Typography:
    """The reader's choice of face and size."""

    serif: bool = True
    zoom: float = 1.0
    family: str = ""
    """A face of the reader's own choice, in place of Lesart's with or without serifs."""

    def zoomed(self, steps: int) -> Typography:
        """A size ``steps`` larger (or smaller); 0 is the size to begin with."""
        zoom = min(LARGEST, max(SMALLEST, self.zoom * STEP**steps)) if steps else 1.0
        return replace(self, zoom=zoom)

    def font(self) -> QFont:
        """The font of running text."""
        font = QFont(self.family or reading_family(self.serif))
        font.setPointSizeF(QApplication.font().pointSizeF() * GROWN * self.zoom)
        return font


def set_article(document: QTextDocument, article: Article, offsets: Offsets) -> None:
    """Put ``article`` into ``document`` as plain text, headline and headings set off."""
    document.setUndoRedoEnabled(False)
    document.setPlainText(article.text)
    for section in article.sections:
        if section.kind in ("headline", "subheadline", "heading"):
            _head(document, *offsets.units(section.span), large=section.kind == "headline")
        elif section.kind == "caption":
            _slant(document, *offsets.units(section.span))


def set_typography(document: QTextDocument, typography: Typography) -> None:
    """Set ``document`` in another face or size."""
    font = typography.font()
    document.setDefaultFont(font)
    if document.property(_SET) == font.family():
        return
    document.setProperty(_SET, font.family())
    # Faces differ in their natural height (Liberation Serif 1.15 em, Noto Serif 1.36), so per cent of it is no measure.
    percent = 100 / natural_height(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        height = BETWEEN if block.length() == 1 else TIGHT if block.charFormat().hasProperty(_HEAD) else LEADING
        style = QTextBlockFormat()
        style.setLineHeight(height * percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(style)
        block = block.next()
    cursor.endEditBlock()


def natural_height(font: QFont) -> float:
    """The height of a line of ``font``'s face, in em."""
    measured = QFont(font)
    measured.setPixelSize(1000)
    return QFontMetricsF(measured).height() / 1000


def em(document: QTextDocument) -> float:
    """The size of ``document``'s running text in pixels."""
    font = document.defaultFont()
    return QFontMetricsF(font).height() / natural_height(font)


_SET = "lesart_face"
"""The document's property that holds the face for which its leading was set; a zoom alone leaves it as it is."""
_HEAD = QTextFormat.Property.UserProperty.value + 1
"""Marks a headline's block."""


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
    head = QTextCharFormat()
    head.setProperty(_HEAD, True)
    cursor.mergeBlockCharFormat(head)


def _slant(document: QTextDocument, start: int, end: int) -> None:
    style = QTextCharFormat()
    style.setFontItalic(True)
    _stretch(document, start, end).mergeCharFormat(style)
