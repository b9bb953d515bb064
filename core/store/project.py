"""A project that is open: what was changed is in the file when the call returns."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from core.decisions import apply, as_found
from core.errors import UserError
from core.model import Comparison, Decision
from core.store import content, file, schema, snapshots
from core.store.lock import Lock
from core.store.places import drafts
from core.store.snapshots import Snapshot, Why

if TYPE_CHECKING:
    from sqlite_utils import Database


class Project:
    """One project file and the comparison in it. May be used from any thread, by one at a time.

    Where another Lesart has the project open already, or the file may not be written, it is open for reading only:
    ``notice`` then says why, and whatever would change the file raises it.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Open the project at ``path``. Raises UserError ``error.project.…``."""
        self._turn = threading.RLock()
        self._open(Path(path))

    @classmethod
    def create(cls, path: str | os.PathLike[str], comparison: Comparison) -> Self:
        """A new project at ``path``; a project that is there already is replaced. Raises UserError."""
        place = Path(path)
        with file.told(place), closing(file.in_memory()) as db:
            content.write(db, comparison)
            _put(db, place)
        return cls(place)

    def _open(self, path: Path) -> None:
        file.check(path)
        self.path = path
        self.notice: UserError | None = None
        self._lock = Lock(path)
        self._touched = False
        try:
            if not self._lock.held:
                self.notice = UserError("error.project.open_elsewhere", str(path))
            elif not (_writable(path) and _writable(path.parent)):
                self.notice = UserError("error.project.read_only", str(path))
            with file.told(path, reading=True):
                self._db: Database = file.connect(path, writing=self.notice is None)
                self._read()
        except BaseException:
            self._lock.release()
            raise

    def _read(self) -> None:
        try:
            if self._db.execute("PRAGMA user_version").fetchone()[0] < schema.version():
                if self.notice is not None:
                    copy = file.in_memory()
                    self._db.conn.backup(copy.conn)
                    self._db.close()
                    self._db = copy
                schema.migrate(self._db)
            self._held = content.read(self._db)
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was changed is in it already."""
        with self._turn:
            self._db.close()
            self._lock.release()

    def discard(self) -> None:
        """Close the project and delete its file."""
        with self._turn:
            self.close()
            if self.notice is None:
                with file.told(self.path):
                    self.path.unlink(missing_ok=True)

    @property
    def comparison(self) -> Comparison:
        """What the project holds."""
        return self._held

    def decide(self, decision: Decision) -> None:
        """Add ``decision``, with all that follows from it; it is on the disk when this returns.

        Raises UserError, with nothing changed.
        """
        with self._turn:
            self.keep(apply(self._held, (*self._held.decisions, decision))[0])

    def withdraw(self, decision_id: str) -> None:
        """Take a decision back; one that is not there is no error. Raises UserError."""
        with self._turn:
            self.keep(apply(self._held, [d for d in self._held.decisions if d.id != decision_id])[0])

    def keep(self, comparison: Comparison) -> None:
        """Put ``comparison`` in place of what the project holds, as one change; only what differs is written.

        Where more than decisions differs, what was there becomes a snapshot first. Raises UserError, with nothing
        changed.
        """
        with self._turn:
            if comparison == self._held:
                return
            decisions_only = as_found(comparison) == as_found(self._held)
            with self._changing("opened" if decisions_only else "compared"):
                if decisions_only:
                    content.write_decisions(self._db, comparison)
                else:
                    content.write(self._db, comparison)
            self._held = comparison

    def snapshot(self) -> Snapshot:
        """Keep the present state to go back to."""
        with self._writing():
            return snapshots.take(self._db, self._held, "asked")

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The states that one can go back to, newest first."""
        with self._turn, file.told(self.path, reading=True):
            return snapshots.listed(self._db)

    def revert(self, snapshot_id: int) -> Comparison:
        """Go back to a snapshot; what was there becomes a snapshot first. Raises KeyError where there is no such."""
        with self._turn:
            with file.told(self.path, reading=True):
                state = snapshots.state(self._db, snapshot_id)
            with self._writing():
                snapshots.take(self._db, self._held, "reverted")
                content.write(self._db, state)
            self._held = state
        return state

    def save_as(self, path: str | os.PathLike[str]) -> None:
        """Go on in a copy at ``path``, snapshots and all; the file so far stays as it is, but an unnamed one goes.

        This works where the file was deleted while it was open, too. Raises UserError, with nothing changed.
        """
        place = Path(path)
        with self._turn:
            if place.exists() and self.path.exists() and place.samefile(self.path):
                return
            with file.told(place):
                _put(self._db, place)
            draft = self.path if self.path.parent == drafts() else None
            there = type(self)(place)
            there._touched = self._touched
            self.close()
            vars(self).update(vars(there))
            if draft:
                draft.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._turn:
            if self.notice is not None:
                raise self.notice
            with file.told(self.path), self._db.atomic():
                yield

    @contextmanager
    def _changing(self, why: Why) -> Iterator[None]:
        """One change in one transaction; what was there is kept where it is the first one, or a large one."""
        with self._writing():
            if not self._touched or why == "compared":
                snapshots.take(self._db, self._held, why if self._touched else "opened")
            yield
        self._touched = True


def load(path: str | os.PathLike[str]) -> Comparison:
    """The comparison in the project at ``path``, equal to the one that was saved; the file stays as it is.

    Raises UserError ``error.project.…`` where there is no project, or it is damaged, or newer than this program.
    """
    place = Path(path)
    version = file.check(place)
    with file.told(place, reading=True), closing(file.connect(place, writing=False)) as db:
        if version == schema.version():
            return content.read(db)
        with closing(file.in_memory()) as copy:
            db.conn.backup(copy.conn)
            schema.migrate(copy)
            return content.read(copy)


def _writable(path: Path) -> bool:
    """Whether files may be written; SQLite needs the folder too, for its journal."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _put(db: Database, place: Path) -> None:
    """Put a copy of ``db`` at ``place``, unless what is there is none of Lesart's, or open. Raises UserError."""
    file.check_free(place)
    lock = Lock(place)
    try:
        if not lock.held:
            raise UserError("error.project.open_elsewhere", str(place))
        file.copy_whole(db, place)
    finally:
        lock.release()
