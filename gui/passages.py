"""The two sides of an article as it was read: the text, in which paragraphs are chosen, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser, QTextEdit, QWidget

from core.model import Article, Dropped, Span
from core.phrases import say
from gui.offsets import Offsets
from gui.theme import colors
from gui.translation import language

TAKE = "take"
"""The scheme of the links that take a passage back; nothing else in an article's text is a link."""


class ReadText(QPlainTextEdit):
    """The text; the paragraphs that the cursor or the selection touches are the chosen ones."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(self.textInteractionFlags().TextEditorInteraction)
        self.setReadOnly(True)
        self._lines: list[int] = []
        self._changed: tuple[Span, ...] = ()
        self._offsets = Offsets("")
        self.cursorPositionChanged.connect(self._choose)
        self.selectionChanged.connect(self._choose)

    def show_text(self, article: Article, changed: Sequence[Span] = (), section: int = 0) -> None:
        """Show the article's text with its section ``section`` chosen; ``changed`` are the places that a copy changed."""
        place = self.verticalScrollBar().value()
        self._changed, self._offsets = tuple(changed), Offsets(article.text)
        lines, at, line = [], 0, 0
        for part in article.sections:
            line += article.text.count("\n", at, part.span.start)
            at = part.span.start
            lines.append(line)
        self._lines = lines
        self.setPlainText(article.text)
        if section:
            cursor = self.textCursor()
            cursor.setPosition(self._offsets.unit(article.sections[section].span.start))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(place)
        self._choose()

    def chosen_sections(self) -> list[int]:
        """The sections that are chosen, by number; the headline too where it is one of them."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        return [number for number, line in enumerate(self._lines) if first <= line <= last]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._choose()
        super().changeEvent(event)

    def _choose(self) -> None:
        c = colors(self)
        shown = [self._selection(*self._offsets.units(span), c.notice) for span in self._changed]
        for number in self.chosen_sections():
            if number == 0:
                continue  # the headline stays, and is where the cursor begins
            block = self.document().findBlockByNumber(self._lines[number])
            ground = self._selection(block.position(), block.position() + block.length() - 1, c.accent_soft)
            ground.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            shown.insert(0, ground)
        self.setExtraSelections(shown)
        self.chosen.emit()

    def _selection(self, start: int, end: int, ground: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(QColor(ground))
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        # Assigned whole: PySide gives out copies of these two.
        selection.cursor, selection.format = cursor, form
        return selection


class LeftOut(QTextBrowser):
    """What was left out of the file, each passage with why, and a link to take it back."""

    taken = Signal(int)
    """The passage's number in ``Article.dropped``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self._dropped: tuple[Dropped, ...] = ()
        self.anchorClicked.connect(self._take)

    def loadResource(self, kind: int, name: QUrl) -> None:
        """Nothing is loaded, whatever a text may name."""

    def show_passages(self, dropped: Sequence[Dropped]) -> None:
        """List the passages."""
        self._dropped = tuple(dropped)
        self.setHtml("".join(map(self._passage, range(len(dropped)))) or self._nothing())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.show_passages(self._dropped)
        super().changeEvent(event)

    def _nothing(self) -> str:
        nothing = self.tr("Nothing: the whole file is in the text.")
        return f"<p>{escape(nothing)}</p>"

    def _passage(self, number: int) -> str:
        c, piece = colors(self), self._dropped[number]
        text = escape(piece.text).replace("\n", "<br>")
        back = escape(self.tr("Take back"))
        why = escape(say(piece.why, language()))
        return (
            f'<p><span style="color:{c.muted}">{why}</span> &nbsp; <a href="{TAKE}:{number}" style="color:{c.accent}">{back}</a>'
            f"<br>{text}</p>"
        )

    def _take(self, url: QUrl) -> None:
        if url.scheme() == TAKE:
            self.taken.emit(int(url.path()))
