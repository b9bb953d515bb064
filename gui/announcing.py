"""What is chosen, said to whoever hears the window rather than sees it (QAccessible)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from core.index import Index
from core.model import Mark
from gui import marks as look
from gui.places import outlet
from gui.session import Session
from gui.summary import Summary


class Announcer(QObject):
    """Says the chosen cue, group or claim, and how much there is in a comparison that has just come."""

    said = Signal(str)

    def __init__(self, session: Session, summary: Summary, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._summary, self._window = session, summary, window
        self._articles: tuple[str, ...] = ()
        session.choice_changed.connect(self._chosen)
        session.comparison_changed.connect(self._compared)

    def _compared(self) -> None:
        articles = tuple(self._session.index.article) if self._session.index else ()
        if articles != self._articles and articles:
            self.say(self._summary.text())
        self._articles = articles

    def _chosen(self) -> None:
        index, choice = self._session.index, self._session.choice
        if index is None:
            return
        if choice.mark_id in index.mark:
            self.say(self._mark(index, index.mark[choice.mark_id]))
        elif choice.group_id in index.group:
            self.say(self._group(index, choice.group_id, choice.claim_id))
        elif choice.claim_id in index.claim:
            alone = self.tr("%1 alone: “%2”")
            self.say(
                alone.replace("%1", self._whose(index, choice.claim_id)).replace("%2", index.text(choice.claim_id))
            )

    def say(self, text: str) -> None:
        """Have ``text`` spoken once what is being said has ended."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))
        self.said.emit(text)

    def _group(self, index: Index, group_id: str, claim_id: str | None) -> str:
        group, carriers = index.group[group_id], index.carriers(group_id)
        first = self.tr("%1: “%2”") if claim_id else self.tr("Shared claim: “%2”")
        whose = self._whose(index, claim_id) if claim_id else ""
        text = index.text(claim_id) if claim_id else group.gist
        said = [first.replace("%1", whose).replace("%2", text)]
        said.append(self.tr("Carried by %1.").replace("%1", self._names(index, carriers)))
        left_out = tuple(o.article_id for o in group.omitted_by)
        if left_out:
            said.append(self.tr("Left out by %1.").replace("%1", self._names(index, left_out)))
        return " ".join(said)

    def _mark(self, index: Index, mark: Mark) -> str:
        article = index.article[mark.article_id]
        words = mark.span.of(article.text)
        said = self.tr("Cue in %2, %1: “%3”.") if words else self.tr("Cue in %2, %1.")
        said = said.replace("%1", look.name(mark.kind)).replace("%2", outlet(article)).replace("%3", words)
        return f"{said} {look.reason(mark)}"

    @staticmethod
    def _names(index: Index, article_ids: tuple[str, ...]) -> str:
        return ", ".join(outlet(index.article[article_id]) for article_id in article_ids)

    @staticmethod
    def _whose(index: Index, claim_id: str) -> str:
        return outlet(index.article[index.claim[claim_id].article_id])
