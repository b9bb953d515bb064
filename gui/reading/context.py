"""The menu under the right button: what can be done with the words, the claim and the cue at a place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from core.index import Index
from core.model import KINDS, Kind, Passage, Span
from gui import marks as look
from gui.decided import decision
from gui.reading.menu import copy, quotation
from gui.reading.text import ArticleText
from gui.session import Session

translate = QCoreApplication.translate


def may_link(index: Index, one: str | None, other: str | None) -> bool:
    """Whether the reader can link two claims by hand: they are of different articles and not linked yet."""
    if one not in index.claim or other not in index.claim:
        return False
    apart = index.claim[one].article_id != index.claim[other].article_id
    return apart and all({link.a, link.b} != {one, other} for link in index.links_of.get(one, ()))


class Context:
    """Builds the menu for one place in one column; everything it does is a decision that can be undone."""

    def __init__(self, session: Session, text: ArticleText, unit: int | None) -> None:
        self._session = session
        self._text = text
        self._claim = text.passages.claim_at(unit) if unit is not None else None
        self._mark = text.passages.mark_at(unit) if unit is not None else None

    def menu(self, parent: QWidget) -> QMenu:
        """The menu; what makes no sense here is not in it."""
        menu = QMenu(parent)
        self._words(menu)
        self._linking(menu)
        self._marking(menu, parent)
        return menu

    @property
    def selected(self) -> Span | None:
        """What is selected, in code points; None for nothing."""
        cursor = self._text.textCursor()
        if not cursor.hasSelection():
            return None
        return self._text.passages.offsets.span(cursor.selectionStart(), cursor.selectionEnd())

    def _add(self, menu: QMenu, text: str, do: Callable[[], None]) -> None:
        menu.addAction(text).triggered.connect(lambda _=False: do())

    def _words(self, menu: QMenu) -> None:
        article, index, claim = self._text.passages.article, self._text.index, self._claim
        words = self.selected.of(article.text) if self.selected else index.text(claim) if claim else ""
        if words:
            self._add(menu, translate("Context", "Copy"), lambda: copy(words))
            self._add(menu, translate("Context", "Copy with its source"), lambda: copy(quotation(article, words)))
        if claim:
            said = translate("Context", "Show how the others word it")
            self._add(menu, said, lambda: self._session.choose_claim(claim))

    def _linking(self, menu: QMenu) -> None:
        index, claim, chosen = self._text.index, self._claim, self._session.choice.claim_id
        if claim and chosen and may_link(index, claim, chosen):
            said = translate("Context", "Link with the chosen claim")
            menu.addSeparator()
            self._add(menu, said, lambda: self._decide_link(claim, chosen, said))
        group = index.group_of.get(claim or "")
        if claim and group:
            said = translate("Context", "Does not belong to the others")
            menu.addSeparator()
            self._add(menu, said, lambda: self._split(claim, said))

    def _decide_link(self, one: str, other: str, said: str) -> None:
        self._session.decide(decision("add_link", (one, other)), said)

    def _split(self, claim: str, said: str) -> None:
        """Reject every link of the claim, as one step."""
        undo = self._session.undo
        undo.beginMacro(said)
        for link in self._text.index.links_of.get(claim, ()):
            self._session.decide(decision("reject_link", (link.a, link.b)), said)
        undo.endMacro()

    def _marking(self, menu: QMenu, parent: QWidget) -> None:
        mark, article = self._mark, self._text.passages.article
        if mark:
            menu.addSeparator()
            said = translate("Context", "Not a cue here")
            no = decision("reject_mark", mark=mark, article_id=article.id)
            self._add(menu, said, lambda: self._session.decide(no, said))
        span = self.selected
        if span:
            menu.addSeparator()
            kinds = menu.addMenu(translate("Context", "Mark the selection as"))
            for kind in KINDS:
                if kind != "omission":
                    self._add(kinds, look.name(kind), lambda kind=kind: self.mark_selection(kind, span, parent))

    def mark_selection(self, kind: Kind, span: Span, parent: QWidget) -> None:
        """Ask the reader why, and mark ``span`` as ``kind``."""
        article, said = self._text.passages.article, translate("Context", "Mark by hand")
        why, yes = QInputDialog.getText(parent, said, translate("Context", "Why is this a cue?"))
        if yes:
            place = Passage(article.id, span)
            made = decision("add_mark", mark_kind=kind, passage=place, article_id=article.id, text=why.strip())
            self._session.decide(made, said)
