"""Two quiet bars above the views: that the project can only be read, and which decisions no longer apply."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from core.index import Index
from core.model import Comparison, Decision, Span
from gui.places import outlet
from gui.session import Session
from gui.theme import icon
from gui.translation import language

LINES = 5
"""Rows of the open list; more scroll."""
WORDS = 90
"""Characters of a claim that are quoted at most."""


class Bar(QFrame):
    """A picture, a sentence, buttons."""

    def __init__(self, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._name = picture
        self._picture = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)  # names of files, words of articles
        self.row = QHBoxLayout()
        self.row.setContentsMargins(14, 5, 8, 5)
        self.row.setSpacing(10)
        self.row.addWidget(self._picture)
        self.row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.row)
        self.hide()

    def button(self) -> QPushButton:
        """One more button at the end."""
        made = QPushButton(self)
        made.setProperty("flat", True)
        self.row.addWidget(made)
        return made

    def update_text(self) -> None:
        """Say what there is to say, in the language of the interface."""

    def tell(self, visible: bool) -> None:
        """Appear, or go."""
        self.setVisible(visible)
        if visible:
            self._picture.setPixmap(icon(self._name, self).pixmap(18, 18))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update_text()
        elif event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.tell(True)
        super().changeEvent(event)


class ReadOnly(Bar):
    """Says that the project is open for reading only, and why."""

    save_as = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("lock-simple", parent)
        self._session = session
        self._save = self.button()
        self._save.clicked.connect(self.save_as)
        self.update_text()

    def update_text(self) -> None:
        locked = self._session.locked
        self.text.setText(locked.say(language()) if locked else "")
        self._save.setText(self.tr("Save a copy…"))
        self.tell(locked is not None)


class Lapsed(Bar):
    """Lists the reader's decisions whose claims or cues are gone. They are kept, and hold again when those come back."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("link-break", parent)
        self._session = session
        self._read: frozenset[str] = frozenset()
        self.decisions: tuple[Decision, ...] = ()
        self._more, self._away = self.button(), self.button()
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        self._away.clicked.connect(self._dismiss)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.hide()
        self.layout().addWidget(self.list)
        session.comparison_changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Find out which decisions do not apply to the comparison shown."""
        from core.decisions import still_lapsed

        comparison = self._session.comparison
        self.decisions = still_lapsed(comparison) if comparison and comparison.decisions else ()
        if not self.decisions:
            self._read = frozenset()
        self.update_text()

    def update_text(self) -> None:
        count = len(self.decisions)
        self.text.setText(
            self.tr("%Ln of your decisions no longer apply(s). They are kept.", "", count) if count else ""
        )
        self._more.setText(self.tr("Hide") if self._more.isChecked() else self.tr("Show"))
        self._away.setText(self.tr("Dismiss"))
        self.list.setAccessibleName(self.tr("Decisions that no longer apply"))
        self.list.clear()
        comparison = self._session.comparison
        if comparison and count:
            self.list.addItems([self._said(d, comparison) for d in self.decisions])
        self.tell(bool({d.id for d in self.decisions} - self._read))

    def _said(self, decision: Decision, comparison: Comparison) -> str:
        kinds = {
            "accept_link": self.tr("Link confirmed"), "reject_link": self.tr("Link rejected"),
            "add_link": self.tr("Link made by hand"), "accept_mark": self.tr("Cue confirmed"),
            "reject_mark": self.tr("Cue rejected"), "add_mark": self.tr("Cue made by hand"), "note": self.tr("Note"),
        }  # fmt: skip
        said = [words or self.tr("an article that is no longer here") for words in places_of(decision, comparison)]
        about = " – ".join(dict.fromkeys(said))
        own = [QLocale().quoteString(short(decision.text))] if decision.text else []
        return ": ".join([kinds[decision.kind], *([about] if about else []), *own])

    def unfold(self) -> None:
        """Open the list."""
        self._more.setChecked(True)

    def _unfold(self, unfolded: bool) -> None:
        rows = min(LINES, len(self.decisions))
        self.list.setFixedHeight(rows * (self.fontMetrics().height() + 14) + 10)
        self.list.setVisible(unfolded)
        self._more.setText(self.tr("Hide") if unfolded else self.tr("Show"))

    def _dismiss(self) -> None:
        self._read = frozenset(d.id for d in self.decisions)
        self._more.setChecked(False)
        self.hide()


def places_of(decision: Decision, comparison: Comparison) -> list[str]:
    """The words that ``decision`` is about, quoted, each with its outlet; empty where the article is gone."""
    from core.decisions.anchor import place_of

    index = Index(comparison)
    ids = [*decision.claims, *([decision.mark] if decision.mark else [])]
    places = [place_of(id_, index.article) for id_ in ids]
    if decision.passage:
        places.append((decision.passage.article_id, decision.passage.span))
    if decision.article_id:
        places.append((decision.article_id, None))
    return [_said(place, index) for place in places]


def _said(place: tuple[str, Span | None] | None, index: Index) -> str:
    article = index.article.get(place[0]) if place else None
    if article is None or place is None:
        return ""
    span = place[1]
    words = span.of(article.text) if span and len(span) else article.title
    return f"{outlet(article)}: {QLocale().quoteString(short(words))}"


def short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= WORDS else line[: WORDS - 1].rstrip() + "…"
