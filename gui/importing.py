"""The articles as they were read: the text beside what was left out of the file, and the details to be corrected."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.model import Article, Dropped
from core.phrases import say
from gui.places import outlet
from gui.session import Session
from gui.theme import colors, heading_font, reading_family
from gui.translation import language, language_name

READ_LANGUAGES = ("de", "en", "fr", "it", "es", "pt", "nl", "pl", "ru", "tr")
"""Those that the sentence encoder knows and newspapers are likely to come in."""


class Importing(QDialog):
    """One article at a time, chosen in a list; a correction is handed on when the reader applies it."""

    corrected = Signal(object)
    """The Article with its new details."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article: Article | None = None
        self.list = QListWidget(self)
        self.title, self.outlet, self.author, self.published = (QLineEdit(self) for _ in range(4))
        self.language = QComboBox(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.dropped = QTextBrowser(self)
        self.dropped.setOpenLinks(False)
        self.apply = QPushButton(self)
        self.apply.setProperty("main", True)
        self._labels = {
            field: QLabel(self) for field in (self.title, self.outlet, self.author, self.published, self.language)
        }
        self._read_head, self._dropped_head, self._source = (QLabel(self) for _ in range(3))
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.apply.clicked.connect(self._apply)
        for field in (self.title, self.outlet, self.author, self.published):
            field.textEdited.connect(self._compare_fields)
        self.language.activated.connect(self._compare_fields)
        session.comparison_changed.connect(self._fill)
        self.retranslate()
        self._fill()
        self.resize(1120, 720)

    def show_article(self, article_id: str) -> None:
        """Choose the article in the list."""
        ids = [a.id for a in self._articles()]
        if article_id in ids:
            self.list.setCurrentRow(ids.index(article_id))

    def corrected_article(self) -> Article:
        """The article with the details as the fields have them."""
        assert self._article
        return replace(
            self._article,
            title=self.title.text().strip() or self._article.title,
            outlet=self.outlet.text().strip() or None,
            author=self.author.text().strip() or None,
            published=self.published.text().strip() or None,
            language=self.language.currentData() or self._article.language,
        )

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self.setWindowTitle(self.tr("Articles as read"))
        words = {
            self.title: self.tr("&Title"), self.outlet: self.tr("&Outlet"), self.author: self.tr("&Author"),
            self.published: self.tr("&Date"), self.language: self.tr("&Language"),
        }  # fmt: skip
        for field, word in words.items():
            self._labels[field].setText(word)
            field.setAccessibleName(word.replace("&", ""))
        self.published.setPlaceholderText(self.tr("2026-11-22"))
        self.list.setAccessibleName(self.tr("Articles"))
        self.text.setAccessibleName(self.tr("Text as read"))
        self.dropped.setAccessibleName(self.tr("Left out of the file"))
        self._read_head.setText(self.tr("Text as read"))
        self._dropped_head.setText(self.tr("Left out of the file"))
        self.apply.setText(self.tr("Correct"))
        self._fill_languages()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show()
        super().changeEvent(event)

    def _articles(self) -> tuple[Article, ...]:
        return self._session.comparison.articles if self._session.comparison else ()

    def _fill(self) -> None:
        row = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([outlet(a) for a in self._articles()])
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._choose(self.list.currentRow())

    def _fill_languages(self) -> None:
        chosen = self.language.currentData()
        self.language.clear()
        for code in (*READ_LANGUAGES, "und"):
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(self.language.findData(chosen))

    def _choose(self, row: int) -> None:
        articles = self._articles()
        self._article = articles[row] if 0 <= row < len(articles) else None
        self._show()

    def _show(self) -> None:
        a = self._article
        if not a:
            return
        self.title.setText(a.title)
        self.outlet.setText(a.outlet or "")
        self.author.setText(a.author or "")
        self.published.setText(a.published or "")
        if self.language.findData(a.language) < 0:
            self.language.addItem(language_name(a.language), a.language)
        self.language.setCurrentIndex(self.language.findData(a.language))
        for field in (self.title, self.outlet, self.author):
            field.setCursorPosition(0)
        self._source.setText(a.source)
        self.text.setPlainText(a.text)
        self.dropped.setHtml(self._dropped_page(a.dropped))
        self._compare_fields()

    def _dropped_page(self, dropped: tuple[Dropped, ...]) -> str:
        if not dropped:
            nothing = self.tr("Nothing: the whole file is in the text.")
            return f"<p>{escape(nothing)}</p>"
        muted = colors(self).muted
        parts = []
        for piece in dropped:
            why = escape(say(piece.why, language()))
            parts.append(f'<p><span style="color:{muted}">{why}</span><br>{escape(piece.text)}</p>')
        return "".join(parts)

    def _compare_fields(self) -> None:
        self.apply.setEnabled(self._article is not None and self.corrected_article() != self._article)

    def _apply(self) -> None:
        self.corrected.emit(self.corrected_article())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for field, label in self._labels.items():
            label.setBuddy(field)
            form.addRow(label, field)
        font = self.text.font()
        font.setFamily(reading_family())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.text.setFont(font)
        self.dropped.setFont(font)
        self._source.setProperty("muted", True)
        self._source.setTextFormat(Qt.TextFormat.PlainText)
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts = QSplitter(Qt.Orientation.Horizontal, self)
        texts.setHandleWidth(14)
        texts.setChildrenCollapsible(False)
        for head, body in ((self._read_head, self.text), (self._dropped_head, self.dropped)):
            head.setFont(heading_font(self.font(), 1.1))
            side = QWidget(texts)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            column.addWidget(head)
            column.addWidget(body)
            texts.addWidget(side)
        texts.setSizes([620, 380])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.apply, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addLayout(form)
        right.addWidget(texts, 1)
        right.addWidget(self._source)
        right.addWidget(buttons)
        self.list.setFixedWidth(230)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 16)
        row.setSpacing(20)
        row.addWidget(self.list)
        row.addLayout(right, 1)
