"""The window's actions on projects: save, go back, the library, a second reader."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.job import Job
from core.model import Decision
from gui.desk import Desk
from gui.jobs import Jobs
from gui.session import Session

if TYPE_CHECKING:
    from core.store import Draft, Snapshot
    from gui.library.entries import Entry
    from gui.library.page import LibraryPage


class Projects(QObject):
    """Asks the reader what has to be asked, and hands it to the desk."""

    said = Signal(str)
    """A sentence for the status line."""
    unsaved = Signal(tuple)
    """The projects without a name (``core.store.Draft``) that can be opened again."""

    left_library = Signal()
    """The reader goes back to what is open."""

    def __init__(self, session: Session, desk: Desk, jobs: Jobs, window: QWidget, pages: QStackedWidget) -> None:
        super().__init__(window)
        self._pages = pages
        self.library: LibraryPage | None = None
        self._session, self._desk, self._jobs, self._window = session, desk, jobs, window
        self._keeper = desk.keeper
        desk.may_leave = self.may_leave
        self._keeper.saved.connect(self._saved)
        desk.opened.connect(self._shelve)

    def save(self) -> None:
        """Give the comparison a name; where it has one, everything is in the file already."""
        path = self._keeper.path
        if path is None or self._keeper.trouble or self._session.locked:
            self.save_as()
        else:
            self.said.emit(self.tr("Saved: %1 (Lesart saves every change by itself)").replace("%1", path))

    def save_as(self) -> bool:
        """Go on in a copy where the reader says; whether there will be one."""
        from gui.saving import ask_project

        own = self._keeper.path
        path = ask_project(self._window, os.path.dirname(own) if own else "")
        if path:
            self._keeper.save_as(path)
        return bool(path)

    def may_leave(self) -> bool:
        """Whether the comparison can be put away: it is on the disk, or the reader says so."""
        error = self._keeper.settle()
        if error is None:
            return True
        from gui.saving import ask_to_leave

        answer = ask_to_leave(self._window, error)
        if answer == "elsewhere":
            self.save_as()
        return answer == "leave"

    def show_states(self) -> None:
        """Show the dated states to go back to."""
        project = self._keeper.project
        self._keeper.flush()
        if project:
            self._jobs.start(lambda job: project.snapshots(), self._offer_states, after=self._keeper.last)

    def _offer_states(self, states: tuple[Snapshot, ...]) -> None:
        from gui.states import States

        dialog = States(states, self._window)
        dialog.chosen.connect(self._desk.go_back)
        dialog.kept.connect(self._keep_state)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_state(self) -> None:
        project = self._keeper.project
        self._keeper.flush()
        if project:
            self._jobs.start(
                lambda job: project.snapshot(),
                lambda _: self.said.emit(self.tr("The present state is kept.")),
                certain=True,
                after=self._keeper.last,
            )

    def look_for_unsaved(self) -> None:
        """Find the projects that were never saved under a name."""

        def work(job: Job) -> tuple[Draft, ...]:
            from core.store import unsaved

            return unsaved()

        self._jobs.start(work, self.unsaved.emit, quiet=True, after=self._keeper.last)

    def throw_away(self, path: str) -> None:
        """Put a project without a name in the system's waste bin, or delete it where there is none."""
        if not QFile.moveToTrash(path):
            QFile.remove(path)
        self.look_for_unsaved()

    def show_library(self) -> None:
        """Show all projects, in place of what is shown."""
        if self.library is None:
            from gui.library.page import LibraryPage

            self.library = LibraryPage(self._jobs, self._pages)
            self.library.opened.connect(self.open_entry)
            self.library.closed.connect(self.left_library)
            self.library.add_wanted.connect(self._add_to_library)
            self.library.thrown_away.connect(self._throw_out)
            self._pages.addWidget(self.library)
        self._pages.setCurrentWidget(self.library)
        self.library.show_anew()

    def in_library(self) -> bool:
        """Whether the library is shown just now."""
        return self.library is not None and self._pages.currentWidget() is self.library

    def open_entry(self, entry: Entry) -> None:
        """Open the project that ``entry`` is from, and choose in it what it is about."""

        def choose() -> None:
            index = self._session.index
            self.left_library.emit()
            if index and entry.claim in index.claim:
                self._session.choose_claim(str(entry.claim))
            elif index and entry.group in index.group:
                self._session.choose_group(str(entry.group))

        self._desk.open_project(entry.project, then=choose)

    def show_readers(self) -> None:
        """Show whose decisions there are, and where two readers differ."""
        from gui.readers.view import Readers

        dialog = Readers(self._session, self._jobs, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.import_wanted.connect(self._bring_in)
        dialog.chosen.connect(self._session.choose_claim)
        dialog.show()

    def _bring_in(self) -> None:
        """Take in the decisions of another reader's copy."""
        from gui.opening import ask_copy

        path, comparison = ask_copy(self._window), self._session.comparison
        if not path or comparison is None:
            return

        def work(job: Job) -> tuple[Decision, ...]:
            from core.store import other_reader

            return other_reader(comparison, path)

        def done(others: tuple[Decision, ...]) -> None:
            from core.store import beside

            if others and self._session.comparison:
                self._session.change(beside(self._session.comparison, others), self.tr("Bring in decisions"))
            self.said.emit(self.tr("%Ln decision(s) brought in", "", len(others)))

        self._jobs.start(work, done)

    def _add_to_library(self) -> None:
        from gui.opening import ask_projects

        paths = ask_projects(self._window)

        def work(job: Job) -> None:
            from core.store.library import Library

            with Library() as library:
                for path in paths:
                    job.check()
                    library.add(path)

        if paths and self.library:
            self._jobs.start(work, lambda _: self.library and self.library.look())

    def _throw_out(self, path: str) -> None:
        self.throw_away(path)
        if self.library:
            self.library.look(renew=True)

    def _saved(self, path: str) -> None:
        self.said.emit(self.tr("Saved: %1").replace("%1", path))
        self._desk.opened.emit([path])

    def _shelve(self, paths: list[str]) -> None:
        """Have the library know the projects among ``paths``."""
        from gui.opening import PROJECT

        own = [path for path in paths if path.lower().endswith(PROJECT)]

        def work(job: Job) -> None:
            from core.store.library import Library

            with Library() as library:
                for path in own:
                    library.add(Path(path))

        if own:
            self._jobs.start(work, lambda _: None, quiet=True, after=self._keeper.last)
