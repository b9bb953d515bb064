"""What the reader does with articles and projects: open, add, take away, put in order, save, export.

Everything slow goes through ``Jobs``; what comes of it is the session's next comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import UserError
from core.job import Job
from core.model import Article, Comparison, Failure, Settings
from gui.jobs import Jobs, Run
from gui.opening import PROJECT, Pasted
from gui.session import Session

Source = str | Article | Pasted
WARMING = ("On Monday the city closed the old bridge.", "Am Montag hat die Stadt die alte Brücke gesperrt.")


class Desk(QObject):
    """Holds what is being opened, and the project's file."""

    failed = Signal(list)
    """Failures: what could not be read, with the reasons."""
    opened = Signal(list)
    """The paths that were asked for, to be remembered."""
    project_changed = Signal()
    saved = Signal()
    exported = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._asked: list[Source] = []
        self.settings = Settings()
        self._warming: Run | None = None
        self.project: str | None = None
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

        self.close()
        self._compare([str(path) for path in sample_sources()], self.tr("Open the sample"))

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

    def correct(self, article: Article) -> None:
        """Put a corrected ``article`` in the place of the one with its id; another language is compared anew."""
        comparison = self._session.comparison
        assert comparison
        before = next(a for a in comparison.articles if a.id == article.id)
        articles = tuple(article if a.id == article.id else a for a in comparison.articles)
        if before.language != article.language:
            self._compare(articles, self.tr("Correct article"))
        else:
            self._session.change(replace(comparison, articles=articles), self.tr("Correct article"))

    def close(self) -> None:
        """Put everything away."""
        self._jobs.cancel()
        self._session.undo.clear()
        self.project = None
        self._session.show(None)
        self.failed.emit([])
        self.project_changed.emit()

    def open_project(self, path: str, more: Sequence[Source] = ()) -> None:
        """Show the project saved at ``path`` in place of what is open, then add ``more`` to it."""

        def load(job: Job) -> Comparison:
            from core import store

            return store.load(path)

        def done(comparison: Comparison) -> None:
            self.close()
            self.project = path
            self._session.show(comparison)
            self.failed.emit(list(comparison.failures))
            self.opened.emit([path])
            self.project_changed.emit()
            self.open(more)

        self._jobs.start(load, done)

    def save(self, path: str) -> None:
        """Save the project at ``path``."""
        comparison = self._session.comparison
        assert comparison
        step = self._session.undo.index()

        def write(job: Job) -> None:
            from core import store

            store.save(comparison, path)

        def done(_: None) -> None:
            self.project = path
            if self._session.undo.index() == step:  # nothing was decided while the file was written
                self._session.undo.setClean()
            self.opened.emit([path])
            self.project_changed.emit()
            self.saved.emit()

        self._jobs.start(write, done, certain=True)

    def export(self, path: str, language: str) -> None:
        """Write the report to ``path``; the name's ending tells the format."""
        comparison = self._session.comparison
        assert comparison

        def write(job: Job) -> None:
            from core import report

            report.write(comparison, Path(path), language=language)

        self._jobs.start(write, lambda _: self.exported.emit(path), certain=True)

    def _compare(self, sources: Sequence[Source], text: str) -> None:
        settings = self.settings

        def work(job: Job) -> Comparison:
            from core.compare import compare

            readable, failures = _take_in(sources)
            found = compare(readable, settings, job)
            return replace(found, failures=(*found.failures, *failures))

        self._jobs.start(work, lambda found: self._arrive(found, text), after=self._warming)

    def _arrive(self, found: Comparison, text: str) -> None:
        from core.compare import revise

        self._asked.clear()
        if found.articles:
            before = self._session.comparison
            self._session.change(revise(found, before.decisions) if before else found, text)
        self.failed.emit(list(found.failures))


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
