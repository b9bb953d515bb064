"""Finds out in a thread who took it from whom, and what changed on the way: the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.job import Job
from core.model import Comparison
from gui.jobs import Jobs, Run
from gui.session import Session

if TYPE_CHECKING:
    from core.lineage import Change, Lineage, Wording

Changes = tuple["Change", ...]
Chain = tuple["Wording", ...]


class Tracing(QObject):
    """Keeps the session's lineage; what is asked of one edge or one claim is kept until the comparison changes."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._run: Run | None = None
        self._traced: tuple[object, ...] = ()
        self._changes: dict[tuple[str, str], Changes] = {}
        self._chains: dict[str, Chain] = {}
        session.comparison_changed.connect(self._compared)
        session.lineage_changed.connect(self._chains.clear)
        self._compared()

    def _compared(self) -> None:
        """Trace anew, unless nothing changed by which it is told who took from whom (a note, a verdict on a cue)."""
        self._changes.clear()
        self._chains.clear()
        comparison = self._session.comparison
        told = _told_by(comparison, self._session) if comparison else ()
        if told == self._traced and (self._session.lineage or self._run):
            return
        if self._run:
            self._run.job.cancel()
        self._traced, self._run = told, None
        if comparison is None or len(comparison.articles) < 2:
            self._session.show_lineage(None)
            return
        by_id, asked = {a.id: a for a in comparison.articles}, self._session.versions
        versions = asked is not None and by_id.keys() == set(asked)
        if versions and asked:
            comparison = replace(comparison, articles=tuple(by_id[a] for a in asked))
        compared = comparison

        def work(job: Job) -> Lineage:
            from core import lineage

            return lineage.versions(compared) if versions else lineage.lineage(compared, job)

        self._run = self._jobs.start(work, self._arrived, quiet=True)

    def _arrived(self, found: Lineage) -> None:
        self._run = None
        self._session.show_lineage(found)

    def changes(self, before_id: str, after_id: str, tell: Callable[[Changes], None]) -> None:
        """Give ``tell`` what became of each claim of one article in another; at once where it is known already."""
        comparison, key = self._session.comparison, (before_id, after_id)
        assert comparison
        if key in self._changes:
            tell(self._changes[key])
            return

        def work(job: Job) -> Changes:
            from core.lineage import changes

            return changes(comparison, before_id, after_id)

        def done(found: Changes) -> None:
            if comparison is self._session.comparison:
                self._changes[key] = found
                tell(found)

        self._jobs.start(work, done, quiet=True)

    def chain(self, claim_id: str, tell: Callable[[Chain], None]) -> None:
        """Give ``tell`` the wordings of a claim, from the first article of its family that has it to the last."""
        comparison, lineage = self._session.comparison, self._session.lineage
        assert comparison
        assert lineage
        if claim_id in self._chains:
            tell(self._chains[claim_id])
            return

        def work(job: Job) -> Chain:
            from core.lineage import chain

            return chain(comparison, lineage, claim_id)

        def done(found: Chain) -> None:
            if comparison is self._session.comparison and lineage is self._session.lineage:
                self._chains[claim_id] = found
                tell(found)

        self._jobs.start(work, done, quiet=True)


def _told_by(comparison: Comparison, session: Session) -> tuple[object, ...]:
    """What of a comparison tells who took from whom."""
    return (
        comparison.articles,
        comparison.claims,
        comparison.links,
        comparison.groups,
        comparison.unrelated,
        session.versions,
    )
