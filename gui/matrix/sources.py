"""Which articles have a claim from the same source: agreement among copies is no confirmation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.lineage.origins import strands_of
from gui.places import outlet
from gui.session import Session
from gui.stemma.words import letters

translate = QCoreApplication.translate


class Sources:
    """Answers by group, from the session's lineage; everything is empty until that is known."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._strands: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._letters: dict[str, str] | None = None

    def forget(self) -> None:
        """Look up anew: comparison or lineage has changed."""
        self._strands.clear()
        self._letters = None

    def strands(self, group_id: str) -> tuple[tuple[str, ...], ...]:
        """The articles that carry the group, those of one source together."""
        index, lineage = self._session.index, self._session.lineage
        if index is None or lineage is None or group_id not in index.group or not lineage.edges:
            return ()
        if group_id not in self._strands:
            self._strands[group_id] = strands_of(index, lineage, group_id)
        return self._strands[group_id]

    def letter(self, group_id: str, article_id: str) -> str:
        """The letter of the source that the article shares with another one that carries the group, as in the stemma;
        with a prime for the second source within one family."""
        lineage = self._session.lineage
        found = self._of(group_id, article_id)
        if lineage is None or not found:
            return ""
        if self._letters is None:
            self._letters = letters(lineage)
        own = self._letters.get(article_id, "")
        shared = [s for s in self.strands(group_id) if len(s) > 1 and self._letters.get(s[0], "") == own]
        return own + "′" * shared.index(found)

    def _of(self, group_id: str, article_id: str) -> tuple[str, ...]:
        """The article and those that have the group from the same source; empty where there are none."""
        return next((s for s in self.strands(group_id) if article_id in s and len(s) > 1), ())

    def count(self, group_id: str) -> int:
        """How many sources carry the group; 0 where as many as articles do, or it is not known."""
        strands = self.strands(group_id)
        return len(strands) if any(len(s) > 1 for s in strands) else 0

    def tip(self, group_id: str) -> str:
        """Which articles count once."""
        said = [self._names(s) for s in self.strands(group_id) if len(s) > 1]
        return "\n".join(translate("Matrix", "From one source: %1").replace("%1", names) for names in said)

    def cell_tip(self, group_id: str, article_id: str) -> str:
        """With whom the article has the group from one source."""
        others = tuple(a for a in self._of(group_id, article_id) if a != article_id)
        said = translate("Matrix", "Source %1, as in %2: together they count once.")
        return said.replace("%2", self._names(others)).replace("%1", self.letter(group_id, article_id))

    def _names(self, articles: tuple[str, ...]) -> str:
        index = self._session.index
        return ", ".join(outlet(index.article[a]) for a in articles) if index else ""
