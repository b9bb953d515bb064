"""What the reader does with articles and projects: open, add, take away, put in order, save, export.

Everything slow goes through ``Jobs``; what comes of it is the session's next comparison.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import UserError
from core.job import Job
from core.model import Article, Comparison, Failure, Settings
from core.report.options import Options
from gui.jobs import Jobs, Run
from gui.keeping import Keeper
from gui.opening import PROJECT, Pasted
from gui.session import Session

if TYPE_CHECKING:
    from core.known import Known
    from core.store import Project

Source = str | Article | Pasted
GLANCES, GLANCE = 3, 0.1
"""How often, and after how many seconds, it is looked again whether a project is open elsewhere."""
WARMING = ("On Monday the city closed the old bridge.", "Am Montag hat die Stadt die alte Brücke gesperrt.")


class Desk(QObject):
    """Holds what is being opened, and what is known of the texts."""

    failed = Signal(list)
    """Failures: what could not be read, with the reasons."""
    opened = Signal(list)
    """The paths that were asked for, to be remembered."""
    exported = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._asked: list[Source] = []
        self.settings = Settings()
        self._warming: Run | None = None
        self.keeper = Keeper(session, jobs, self)
        self.may_leave: Callable[[], bool] = lambda: True
        """Whether the comparison can be put away, as far as the reader is concerned."""
        self._known: Known | None = None
        jobs.idle.connect(self._asked.clear)

    def warm_up(self) -> None:
        """Load the models in the background, by a comparison of two sentences that nobody sees."""

        def work(job: Job) -> None:
            from core.compare import compare
            from core.reading import read_text

            compare([read_text(text, text) for text in WARMING], job=job)

        self._warming = self._jobs.start(work, lambda _: None, quiet=True)

    def open(self, sources: Sequence[Source]) -> None:
        """Add ``sources`` to the comparison; a project file among them is opened instead.

        While a comparison is under way it is started again with the new ones.
        """
        projects = [s for s in sources if isinstance(s, str) and s.lower().endswith(PROJECT)]
        if projects:
            self.open_project(projects[0], [s for s in sources if s not in projects])
            return
        asked = [*self._asked, *sources]
        if not asked:
            return
        if self._jobs.busy:
            self._jobs.cancel()
        self._asked = asked
        self.opened.emit([s for s in sources if isinstance(s, str)])
        present = self._session.comparison.articles if self._session.comparison else ()
        self._compare([*present, *asked], self.tr("Add articles"))

    def open_sample(self) -> None:
        """Compare the bundled sample event in place of what is open."""
        from core.compare import sample_sources

        if not self.close():
            return
        self.keeper.fleet()
        # What is opened while it is compared comes to the sample, and does not take its place.
        self._asked = [str(path) for path in sample_sources()]
        self._compare([*self._asked], self.tr("Open the sample"))

    def open_versions(self, old: Source, new: Source, then: Callable[[], object] = lambda: None) -> None:
        """Compare an earlier and a later version of one text in place of what is open, and do what is to be done ``then``."""
        if not self.close():
            return
        self.keeper.fleet()
        self.opened.emit([s for s in (old, new) if isinstance(s, str)])

        def versions(found: Comparison) -> None:
            ids = tuple(a.id for a in found.articles)
            if len(ids) == len((old, new)):
                self._session.versions = (ids[0], ids[1])
                QTimer.singleShot(0, then)

        self._compare([old, new], self.tr("Compare two versions"), before=versions)

    def apply_settings(self, settings: Settings) -> None:
        """Compare by ``settings`` from now on, and again what is open."""
        if settings == self.settings:
            return
        self.settings = settings
        if self._session.comparison:
            self._jobs.cancel()
            self._compare(self._session.comparison.articles, self.tr("Change settings"))

    def remove(self, article_id: str) -> None:
        """Compare again without one article."""
        assert self._session.comparison
        left = [a for a in self._session.comparison.articles if a.id != article_id]
        self._compare(left, self.tr("Remove article"))

    def move(self, article_id: str, step: int) -> None:
        """Move a column by ``step`` places; nothing else about the comparison changes."""
        comparison = self._session.comparison
        assert comparison
        order = list(comparison.articles)
        place = next(i for i, a in enumerate(order) if a.id == article_id)
        article = order.pop(place)
        order.insert(max(0, min(len(order), place + step)), article)
        self._session.change(replace(comparison, articles=tuple(order)), self.tr("Move column"))

    def correct(self, pairs: Sequence[tuple[Article, Article]]) -> None:
        """Put corrected articles in the places of those that they were; another text or language is compared anew,
        and decisions follow their words."""
        comparison = self._session.comparison
        assert comparison
        new = {before.id: after for before, after in pairs}
        articles = tuple(new.get(a.id, a) for a in comparison.articles)
        if any((a.text, a.language) != (b.text, b.language) for a, b in pairs):
            self._compare(articles, self.tr("Correct article"), pairs)
        else:
            self._session.change(replace(comparison, articles=articles), self.tr("Correct article"))

    def close(self) -> bool:
        """Put everything away, unless the reader would rather stay; whether it was."""
        if not self.may_leave():
            return False
        self._jobs.cancel()
        self.keeper.put_away()
        self._known = None
        self._session.undo.clear()
        self._session.show(None)
        self.failed.emit([])
        return True

    def open_project(self, path: str, more: Sequence[Source] = (), then: Callable[[], object] = lambda: None) -> None:
        """Show the project at ``path`` in place of what is open, do what is to be done ``then``, and add ``more``."""
        if self.keeper.is_at(path):
            then()
            self.open(more)
            return

        def work(job: Job) -> Project:
            project = _opened(path)
            _find_copies(project.comparison)
            return project

        def done(project: Project) -> None:
            if not self.close():
                project.close()
                return
            self.failed.emit(list(project.comparison.failures))
            self.keeper.take(project)
            if self.keeper.path:
                self.opened.emit([path])
            then()
            self.open(more)

        # What was put away just now may be the same project.
        self._jobs.start(work, done, after=self.keeper.last)

    def go_back(self, snapshot: int) -> None:
        """Show a dated state of the project; what is shown now can be had back by undoing."""
        project = self.keeper.project
        assert project

        def work(job: Job) -> Comparison:
            state = project.state(snapshot)
            _find_copies(state)
            return state

        self._jobs.start(work, lambda state: self._session.change(state, self.tr("Go back to a state")))

    def export(self, path: str, language: str, options: Options) -> None:
        """Write the report to ``path``, with what ``options`` want in it; the name's ending tells the format."""
        comparison = self._session.comparison
        assert comparison

        def write(job: Job) -> None:
            from core import report

            report.write(comparison, Path(path), language=language, options=options)

        self._jobs.start(write, lambda _: self.exported.emit(path), certain=True)

    def _compare(
        self, sources: Sequence[Source], text: str, mended: Sequence[tuple[Article, Article]] = (),
        before: Callable[[Comparison], object] = lambda _: None,
    ) -> None:  # fmt: skip
        """Compare, and do what is to be done ``before`` the views show what came of it."""
        if self._session.locked:
            self._asked.clear()
            self._session.refused.emit(self._session.locked)
            return
        settings, project = self.settings, self.keeper.project

        def work(job: Job) -> tuple[Comparison, Known]:
            from core.compare import compare
            from core.known import Known

            readable, failures = _take_in(sources)
            known = self._known or Known(project.known() if project else None)
            found = compare(readable, settings, job, known)
            return replace(found, failures=(*found.failures, *failures)), known

        def done(found: tuple[Comparison, Known]) -> None:
            comparison, self._known = found
            before(comparison)
            self._arrive(comparison, text, mended)
            if comparison.articles:
                self.keeper.remember(self._known.only_wanted())

        self._jobs.start(work, done, after=self._warming)

    def _arrive(self, found: Comparison, text: str, mended: Sequence[tuple[Article, Article]]) -> None:
        from core.compare import revise
        from core.mending import carried

        self._asked.clear()
        if found.articles:
            before = self._session.comparison
            decisions = before.decisions if before else ()
            for old, new in mended:
                decisions = carried(decisions, old, new)
            self._session.change(revise(found, decisions) if before else found, text)
        self.failed.emit(list(found.failures))


def _find_copies(comparison: Comparison) -> None:
    """Find the copies in a thread, for the window, which asks for them on the main one."""
    from core.copies import copies_among

    copies_among(comparison.articles)


def _opened(path: str) -> Project:
    """The project at ``path``. Where another has it open, a second look shows whether that was but a glance: the
    welcome page and the library look into projects for some milliseconds."""
    from core.store import Project

    project = Project(path)
    for _ in range(GLANCES):
        if project.notice is None or project.notice.key != "error.project.open_elsewhere":
            break
        project.close()
        time.sleep(GLANCE)
        project = Project(path)
    return project


def _take_in(sources: Sequence[Source]) -> tuple[list[str | Article], list[Failure]]:
    """``sources`` with what was pasted read into articles, and what could not be."""
    from core.reading import read_text

    readable: list[str | Article] = []
    failures = []
    for source in sources:
        if isinstance(source, Pasted):
            try:
                readable.append(read_text(source.text, source.name, source.html))
            except UserError as error:
                failures.append(error.failure())
        else:
            readable.append(source)
    return readable, failures
