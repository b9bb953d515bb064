"""Everything is kept as it happens: each change of the comparison goes into the project's file, in a thread.

A comparison that has no name yet is kept in the reader's data folder. One run after the other writes; what changes
while one writes is written by the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import UserError
from core.job import Job
from core.model import Comparison
from gui.commands import Change
from gui.jobs import Jobs, Run
from gui.session import Session

if TYPE_CHECKING:
    from core.store import History, Project

    State = tuple[Comparison, History, Mapping[str, bytes] | None]
    """What is to be on the disk: the comparison, the steps that led there, and what is known of its texts, if new."""

Work = Callable[[Job], UserError | None]


@dataclass
class Held:
    """The project of the comparison shown; ``project`` is None until the first change is on the disk.

    ``fleeting``: nothing is lost with it as long as the reader changes nothing (the sample).
    """

    project: Project | None = None
    fleeting: bool = False

    @property
    def path(self) -> Path | None:
        return self.project.path if self.project else None


class Keeper(QObject):
    """Keeps what the session shows."""

    project_changed = Signal()
    """Another project, another name, or another word on whether it can be changed."""
    troubled = Signal(object)
    """A UserError: the last change is not on the disk. None: everything is, again."""
    saved = Signal(str)
    """The project has this path now."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._held = Held()
        self._known: Mapping[str, bytes] | None = None
        self._changed = False
        self._trouble: UserError | None = None
        self.last: Run | None = None
        """The run that writes, or will; None where nothing is left to write."""
        # At the end of the round: a step is on the undo stack only after the session has shown what came of it.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._begin)
        session.comparison_changed.connect(self._note)

    @property
    def path(self) -> str | None:
        """Where the comparison is kept; None where the reader gave it no name."""
        path = self._held.path
        return None if path is None or _unnamed(path) else str(path)

    @property
    def project(self) -> Project | None:
        """The open project; None where there is none yet."""
        return self._held.project

    def is_at(self, path: str) -> bool:
        """Whether the project at ``path`` is the one that is open."""
        own = self._held.path
        return own is not None and own.resolve() == Path(path).resolve()

    @property
    def trouble(self) -> UserError | None:
        """Why the last change is not on the disk; None where it is, or will be."""
        return self._trouble

    def take(self, project: Project) -> None:
        """Keep what the session is about to show in ``project``, which holds it already."""
        self._held = Held(project)
        self._session.locked = project.notice
        self._session.show(project.comparison)
        if project.notice is None:
            self._bring_back_steps(project)
        self._changed = False
        self.project_changed.emit()

    def _bring_back_steps(self, project: Project) -> None:
        try:
            steps = project.steps()
        except UserError as error:
            self._session.refused.emit(error)
            return
        pairs = [(s.id, s.text) for s in steps.steps]
        self._session.bring_back(pairs, steps.done, lambda id_, now, forth: project.stepped(id_, now, forth=forth))

    def fleet(self) -> None:
        """The comparison that comes next need not be kept as long as the reader changes nothing in it."""
        self._held.fleeting = True

    def remember(self, known: Mapping[str, bytes]) -> None:
        """Keep what is known of the texts too, so that an article is added quickly after the next start."""
        self._known = known
        self._note()

    def save_as(self, path: str) -> None:
        """Go on in a copy at ``path``."""
        self.flush()
        held, state = self._held, self._state()

        def work(job: Job) -> UserError | None:
            return _save_as(held, state, Path(path))

        def done(error: UserError | None) -> None:
            self._tell(error)
            if error is None and held is self._held:
                self._session.locked = held.project.notice if held.project else None
                self._changed = False
                self.saved.emit(path)
            self.project_changed.emit()

        self._start(work, done, quiet=False)

    def put_away(self) -> None:
        """Close the project; what is not yet on the disk is written first."""
        held, state = self._held, self._state() if self._changed else None
        fleeting = held.fleeting and self._untouched()
        self._held, self._changed, self._session.locked, self._known = Held(), False, None, None
        self._tell(None)

        def work(job: Job) -> UserError | None:
            error = _keep(held, state) if state and not fleeting else None
            _close(held, fleeting)
            return error

        if held.project or state:
            self._start(work, self._tell)
        self.project_changed.emit()

    def settle(self) -> UserError | None:
        """Write what is not yet on the disk, now; why it could not be, where it could not."""
        writing = self.last
        if writing:
            writing.ended.wait()
        # Whether what was being written is on the disk comes with the next events; writing it twice costs nothing.
        if writing or self._changed or self._trouble:
            self._changed = False
            state = self._state()
            self._tell(_keep(self._held, state) if state else None)
        return self._trouble

    def close(self) -> None:
        """Let go of the project, now: the window closes."""
        _close(self._held, self._held.fleeting and self._untouched())
        self._held = Held()

    def _untouched(self) -> bool:
        comparison = self._session.comparison
        return self._session.undo.count() == 0 and not (comparison and comparison.decisions)

    def _note(self) -> None:
        if self._session.comparison is not None and self._session.locked is None:
            self._changed = True
            self._soon.start()

    def _state(self) -> State | None:
        from core.store import History, Step

        if self._session.comparison is None or self._session.locked:
            return None
        undo = self._session.undo
        changes = [cast(Change, undo.command(n)) for n in range(undo.count())]
        steps = tuple(Step(c.step, c.text(), c.before, c.after) for c in changes)
        known, self._known = self._known, None
        return self._session.comparison, History(steps, undo.index()), known

    def _begin(self) -> None:
        if not self.last:  # what is under way ends with a look at what changed meanwhile
            self.flush()

    def flush(self) -> None:
        """Begin to write what changed, after what is being written."""
        if not self._changed:
            return
        held, state = self._held, self._state()
        self._changed = False
        if state:
            self._start(lambda job: _keep(held, state), self._tell)

    def _start(self, work: Work, done: Callable[[UserError | None], None], quiet: bool = True) -> None:
        run = self._jobs.start(work, done, quiet=quiet, certain=True, after=self.last)
        run.finished.connect(self._ended)
        self.last = run

    @Slot()
    def _ended(self) -> None:
        # A run that is deleted already may not be asked anything of Qt's.
        if self.last and self.last.ended.is_set():
            self.last = None
            if self._changed:
                self._soon.start()

    def _tell(self, error: UserError | None) -> None:
        if error or self._trouble:
            self._trouble = error
            self.troubled.emit(error)
        self.project_changed.emit()


def _keep(held: Held, state: State) -> UserError | None:
    from core import store

    comparison, steps, known = state
    try:
        if held.project is None:
            held.project = store.draft(comparison)
        held.project.keep(comparison, steps)
        if known is not None:
            held.project.remember(known)
    except UserError as error:
        return error
    return None


def _save_as(held: Held, state: State | None, path: Path) -> UserError | None:
    from core import store

    try:
        if held.project is None and state:
            held.project = store.Project.create(path, state[0])
        elif held.project:
            held.project.save_as(path)
    except UserError as error:
        return error
    held.fleeting = False
    return _keep(held, state) if state else None


def _close(held: Held, forget: bool) -> None:
    if held.project is None:
        return
    if forget and _unnamed(held.project.path):
        held.project.discard()
    else:
        held.project.close()


def _unnamed(path: Path) -> bool:
    from core.store.places import drafts

    return path.parent == drafts()
