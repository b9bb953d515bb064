"""The menu under the right button: what can be done with the words, the claim and the cue at a place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from core.model import KINDS, Kind, Passage, Span
from gui import marks as look
from gui.corrections import decide, decide_mark, joining, parting
from gui.decided import decision
from gui.reading.menu import copy, quotation
from gui.reading.text import ArticleText
from gui.session import Session

translate = QCoreApplication.translate


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

    def _add(self, menu: QMenu, text: str, do: Callable[[], object]) -> None:
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
        index, claim = self._text.index, self._claim
        joined = joining(index, claim, self._base())
        if joined:
            both = claim in index.group_of and self._base() in index.group_of
            said = (
                translate("Context", "Join with the chosen group")
                if both
                else translate("Context", "Link with the chosen claim")
            )
            menu.addSeparator()
            self._add(menu, said, lambda: decide(self._session, joined, said))
        if claim in index.group_of:
            apart = translate("Context", "Does not belong to the others")
            menu.addSeparator()
            self._add(menu, apart, lambda: decide(self._session, parting(index, claim or ""), apart))

    def _base(self) -> str | None:
        """The chosen claim; where a group was chosen as a whole, its first one."""
        choice, index = self._session.choice, self._text.index
        group = index.group.get(choice.group_id or "")
        return choice.claim_id or (group.claims[0] if group else None)

    def _marking(self, menu: QMenu, parent: QWidget) -> None:
        mark = self._mark
        if mark:
            menu.addSeparator()
            yes, no = translate("Context", "A fair cue"), translate("Context", "Not a cue here")
            for said, fair in ((yes, True), (no, False)):
                self._add(menu, said, partial(decide_mark, self._session, mark, fair, said))
        if self.selected:
            menu.addSeparator()
            self.add_kinds(menu.addMenu(translate("Context", "Mark the selection as")), parent)

    def add_kinds(self, menu: QMenu, parent: QWidget) -> None:
        """Add an entry for each kind of cue that the selection can be marked as."""
        span = self.selected
        for kind in KINDS:
            if span and kind != "omission":
                self._add(menu, look.name(kind), partial(self.mark_selection, kind, span, parent))

    def mark_selection(self, kind: Kind, span: Span, parent: QWidget) -> None:
        """Ask the reader why, and mark ``span`` as ``kind``."""
        article, said = self._text.passages.article, translate("Context", "Mark by hand")
        why, yes = QInputDialog.getText(parent, said, translate("Context", "Why is this a cue?"))
        if yes:
            place = Passage(article.id, span)
            made = decision("add_mark", mark_kind=kind, passage=place, article_id=article.id, text=why.strip())
            self._session.decide(made, said)
