"""The articles as they were read: the text beside what was left out of the file, both to be mended, and the details."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.copies import copies_among
from core.errors import UserError
from core.model import Article, Span
from core.phrases import say
from gui.encodings import ENCODINGS, can_reread, encoding_name, reread
from gui.passages import LeftOut, ReadText
from gui.places import outlet
from gui.session import Session
from gui.theme import heading_font, plain_tip, reading_family
from gui.translation import language, language_name

READ_LANGUAGES = ("de", "en", "fr", "it", "es", "pt", "nl", "pl", "ru", "tr")
"""Those that the sentence encoder knows and newspapers are likely to come in."""


class Importing(QDialog):
    """One article at a time, chosen in a list; what was corrected in any of them is handed on when the reader applies it."""

    corrected = Signal(list)
    """Pairs of Articles: as it was, and corrected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article: Article | None = None
        self._drafts: dict[str, Article] = {}
        self.list = QListWidget(self)
        self.title, self.outlet, self.author, self.published = (QLineEdit(self) for _ in range(4))
        self.language = QComboBox(self)
        self.encoding = QComboBox(self)
        self.text, self.dropped = ReadText(self), LeftOut(self)
        self.leave_out, self.apply, self.discard = (QPushButton(self) for _ in range(3))
        self.apply.setProperty("main", True)
        for button in (self.leave_out, self.apply, self.discard):
            button.setAutoDefault(False)
        fields = (self.title, self.outlet, self.author, self.published, self.language, self.encoding)
        self._labels = {field: QLabel(self) for field in fields}
        self.no_date = QLabel(self)
        self._read_head, self._dropped_head, self._source, self._hint, self.note = (QLabel(self) for _ in range(5))
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.apply.clicked.connect(self._apply)
        for field in (self.title, self.outlet, self.author, self.published):
            field.textEdited.connect(self._compare_fields)
        self.language.activated.connect(self._compare_fields)
        self.encoding.activated.connect(self._reread)
        self.text.chosen.connect(self._update_buttons)
        self.leave_out.clicked.connect(self._leave_out)
        self.dropped.taken.connect(self._take_back)
        self.discard.clicked.connect(self._discard)
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
        """The article as the reader mended its text, with the details as the fields have them."""
        from core.reading.mend import retitle

        assert self._article
        draft, title = self._drafts.get(self._article.id, self._article), " ".join(self.title.text().split())
        if title and title != draft.title:
            draft = retitle(draft, title)
        return replace(
            draft,
            outlet=self.outlet.text().strip() or None,
            author=self.author.text().strip() or None,
            published=self._date(draft),
            language=self.language.currentData() or draft.language,
        )

    def _date(self, draft: Article) -> str | None:
        """The date as the field has it, in whatever way it is written; what is no date changes nothing."""
        from core.reading.dates import to_iso

        typed = self.published.text().strip()
        if not typed or typed == draft.published:
            return typed or None
        return to_iso(typed) or draft.published

    def _is_date(self, draft: Article) -> bool:
        """Whether what stands in the field is understood: nothing at all is."""
        from core.reading.dates import to_iso

        typed = self.published.text().strip()
        return typed in ("", draft.published) or to_iso(typed) is not None

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self.setWindowTitle(self.tr("Articles as read"))
        words = {
            self.title: self.tr("&Title"), self.outlet: self.tr("&Outlet"), self.author: self.tr("&Author"),
            self.published: self.tr("&Date"), self.language: self.tr("&Language"),
            self.encoding: self.tr("&Encoding"),
        }  # fmt: skip
        for field, word in words.items():
            self._labels[field].setText(word)
            field.setAccessibleName(word.replace("&", ""))
        self.no_date.setText(self.tr("No date that can be read, like 2026-11-22: the old one stays."))
        self.published.setPlaceholderText(self.tr("2026-11-22"))
        self.list.setAccessibleName(self.tr("Articles"))
        self.text.setAccessibleName(self.tr("Text as read"))
        self.dropped.setAccessibleName(self.tr("Left out of the file"))
        self._read_head.setText(self.tr("Text as read"))
        self._dropped_head.setText(self.tr("Left out of the file"))
        self.apply.setText(self.tr("Correct"))
        self.discard.setText(self.tr("Discard corrections"))
        self.leave_out.setText(self.tr("Leave &out"))
        self._hint.setText(
            self.tr(
                "What is taken back goes to its old place in the file; where that is not known, before the chosen paragraph."
            )
        )
        self._fill_languages()
        self._fill_encodings()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show()
        super().changeEvent(event)

    def _articles(self) -> tuple[Article, ...]:
        return self._session.comparison.articles if self._session.comparison else ()

    def _fill(self) -> None:
        row = max(0, self.list.currentRow())
        present = {a.id for a in self._articles()}
        self._drafts = {id_: draft for id_, draft in self._drafts.items() if id_ in present}
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

    def _fill_encodings(self) -> None:
        chosen = self.encoding.currentIndex()
        self.encoding.clear()
        self.encoding.addItem(self.tr("Found out by itself"), None)
        for code in ENCODINGS:
            self.encoding.addItem(encoding_name(code), code)
        self.encoding.setCurrentIndex(max(0, chosen))

    def _choose(self, row: int) -> None:
        articles = self._articles()
        self._article = articles[row] if 0 <= row < len(articles) else None
        self._show()

    def _show(self, section: int = 0) -> None:
        if not self._article:
            return
        a = self._drafts.get(self._article.id, self._article)
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
        self._source.setToolTip(plain_tip("\n".join(filter(None, (a.source, a.address)))))
        for widget in (self.encoding, self._labels[self.encoding]):
            widget.setEnabled(can_reread(a))
        changed = self._tell_copy(self._article) if a.text == self._article.text else ()
        self.text.show_text(a, changed, section)
        self.dropped.show_passages(a.dropped)
        self._compare_fields()

    def _tell_copy(self, article: Article) -> tuple[Span, ...]:
        """Say of which article this one is largely a copy; the sentences that it changed come back."""
        copy = copies_among(self._articles()).get(article.id)
        self.note.setVisible(copy is not None)
        if copy is None:
            return ()
        names = {a.id: outlet(a) for a in self._articles()}
        reason = copy.reason(names[copy.article_id], names[copy.original_id])
        said = say(reason.key, language(), **dict(reason.values))
        shown = self.tr("The changed ones are highlighted.")
        self.note.setText(f"{said} {shown}" if copy.changed else said)
        return copy.changed

    def _leave_out(self) -> None:
        from core.reading.mend import drop_section

        article = self.corrected_article()
        chosen = [n for n in self.text.chosen_sections() if article.sections[n].kind != "headline"]
        for number in reversed(chosen):
            if len(article.sections) > 1:
                article = drop_section(article, number)
        self._draft(article, min(chosen[0], len(article.sections) - 1))

    def _take_back(self, number: int) -> None:
        from core.reading.mend import place_of, take_back

        article, chosen = self.corrected_article(), self.text.chosen_sections()
        before = chosen[0] if chosen and chosen[0] else None
        self._draft(take_back(article, number, before), place_of(article, number, before))

    def _reread(self) -> None:
        assert self._article
        try:
            self._draft(reread(self._article, self.encoding.currentData()))
        except UserError as error:
            self.note.setText(error.say(language()))
            self.note.setVisible(True)

    def _draft(self, article: Article, section: int = 0) -> None:
        assert self._article
        self._drafts[self._article.id] = article
        self._show(section)

    def _discard(self) -> None:
        self._drafts.clear()
        self.encoding.setCurrentIndex(0)
        self._show()

    def _compare_fields(self) -> None:
        """Keep what the fields say as the article's draft, and mark in the list what was corrected."""
        if self._article:
            draft = self.corrected_article()
            self.no_date.setVisible(not self._is_date(draft))
            if draft == self._article:
                self._drafts.pop(self._article.id, None)
            else:
                self._drafts[self._article.id] = draft
        for row, article in enumerate(self._articles()):
            self.list.item(row).setText(outlet(article) + (" *" if article.id in self._drafts else ""))
        self._update_buttons()

    def _update_buttons(self) -> None:
        self.apply.setEnabled(bool(self._drafts))
        self.discard.setEnabled(bool(self._drafts))
        article = self._drafts.get(self._article.id, self._article) if self._article else None
        chosen = self.text.chosen_sections() if article else []
        self.leave_out.setEnabled(bool(article and any(article.sections[n].kind != "headline" for n in chosen)))

    def _apply(self) -> None:
        self.corrected.emit([(a, self._drafts[a.id]) for a in self._articles() if a.id in self._drafts])

    def _lay_out(self) -> None:
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)  # names come from files
        self.note.hide()
        form, texts = self._form(), self._texts()  # before the buttons: the Tab key goes by when things were made
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.discard, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.apply, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addLayout(form)
        right.addWidget(self.note)
        right.addWidget(texts, 1)
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

    def _form(self) -> QGridLayout:
        """What an article is called, when it appeared, where it comes from."""
        form = QGridLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for number, (field, label) in enumerate(self._labels.items()):
            label.setBuddy(field)
            # The title across, the others in pairs.
            row, column = divmod(number + 1, 2) if number else (0, 0)
            row += field is self.encoding  # below what is said of the date
            form.addWidget(label, row, 2 * column)
            form.addWidget(field, row, 2 * column + 1, 1, 1 if number else 3)
        self.no_date.setWordWrap(True)
        self.no_date.hide()
        form.addWidget(self.no_date, 3, 1)
        form.addWidget(self._source, 4, 2, 1, 2)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        self._source.setProperty("muted", True)
        self._source.setTextFormat(Qt.TextFormat.PlainText)
        self._source.setMinimumWidth(1)  # a long path does not widen the window
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return form

    def _texts(self) -> QSplitter:
        """What was read, and beside it what was left out."""
        font = self.text.font()
        font.setFamily(reading_family())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.text.setFont(font)
        self.dropped.setFont(font)
        texts = QSplitter(Qt.Orientation.Horizontal, self)
        texts.setHandleWidth(14)
        texts.setChildrenCollapsible(False)
        self._hint.setWordWrap(True)
        self._hint.setProperty("muted", True)
        sides = ((self._read_head, self.text, self.leave_out), (self._dropped_head, self.dropped, self._hint))
        for head, body, foot in sides:
            head.setFont(heading_font(self.font(), 1.1))
            side = QWidget(texts)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            column.addWidget(head)
            column.addWidget(body, 1)
            column.addWidget(foot, 0, Qt.AlignmentFlag.AlignLeft if foot is self.leave_out else Qt.AlignmentFlag(0))
            texts.addWidget(side)
        texts.setSizes([620, 380])
        return texts
