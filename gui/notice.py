"""One line above the views: something about the comparison as a whole that the reader should know."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from core.copies import copies_among
from core.model import Comparison
from core.phrases import say
from gui.places import outlet
from gui.session import Session
from gui.theme import icon
from gui.translation import language

COPIES = 2
"""Copies that are told here; the import view and the reports tell of all."""


class Notice(QFrame):
    """Says which articles seem to be about something else or are largely copies, or that one article alone has nothing to be held against."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._session = session
        self._read = ""
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # titles come from files
        self._away = QPushButton(self)
        self._away.setProperty("flat", True)
        self._away.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._away)
        session.comparison_changed.connect(self._update)
        self._update()

    def text(self) -> str:
        """What there is to say; empty for nothing."""
        comparison = self._session.comparison
        if not comparison:
            return ""
        if len(comparison.articles) == 1:
            return self.tr("One article alone has nothing to be compared with. Add others about the same event.")
        odd = [a.title or a.source for a in comparison.articles if a.id in comparison.unrelated]
        return " ".join([*([self._odd(odd)] if odd else []), *self._copied(comparison)])

    def _copied(self, comparison: Comparison) -> list[str]:
        """Which articles are largely copies of others."""
        names = {a.id: outlet(a) for a in comparison.articles}
        reasons = [
            c.reason(names[c.article_id], names[c.original_id]) for c in copies_among(comparison.articles).values()
        ]
        return [say(reason.key, language(), **dict(reason.values)) for reason in reasons[:COPIES]]

    def _odd(self, odd: list[str]) -> str:
        titles = ", ".join(map(QLocale().quoteString, odd))
        if len(odd) == 1:
            return self.tr("%1 seems to be about something else than the other articles.").replace("%1", titles)
        return self.tr("These articles seem to be about something else than the rest: %1").replace("%1", titles)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._update()
        elif event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._recolor()
        super().changeEvent(event)

    def _update(self) -> None:
        text = self.text()
        self._text.setText(text)
        self._away.setText(self.tr("Dismiss"))
        self.setVisible(bool(text) and text != self._read)
        if text:
            self._recolor()

    def _dismiss(self) -> None:
        self._read = self._text.text()
        self.hide()

    def _recolor(self) -> None:
        self._picture.setPixmap(icon("info", self).pixmap(18, 18))
