"""A project that is open: what was changed is in the file when the call returns."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from core.decisions import apply, as_found
from core.errors import UserError
from core.model import Comparison, Decision
from core.store import content, file, history, schema, snapshots
from core.store.history import History
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
        newer = file.check(path, newer=True) > schema.version()
        self.path = path
        self.notice: UserError | None = None
        self._lock = Lock(path)
        self._touched = False
        try:
            if newer:
                self.notice = UserError("error.project.newer_read_only", str(path))
            elif not self._lock.held:
                self.notice = UserError("error.project.open_elsewhere", str(path))
            elif not (_writable(path) and _writable(path.parent)):
                self.notice = UserError("error.project.read_only", str(path))
            with file.told(path, reading=True):
                self._db: Database = file.connect(path, writing=self.notice is None)
                self._read(newer)
        except BaseException:
            self._lock.release()
            raise

    def _read(self, newer: bool) -> None:
        try:
            if newer:
                file.check_readable(self._db, self.path)
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

    def keep(self, comparison: Comparison, steps: History | None = None) -> None:
        """Put ``comparison`` in place of what the project holds, as one change; only what differs is written.

        ``steps`` are those by which the reader came there; without them nothing can be undone any more. Where more
        than decisions and the order of the columns differs, what was there becomes a snapshot first. Raises UserError,
        with nothing changed.
        """
        with self._turn:
            if comparison == self._held:
                if steps is not None:
                    with self._writing():
                        history.write(self._db, steps)
                return
            before, after = as_found(self._held), as_found(comparison)
            with self._changing("opened" if _alike(before, after) else "compared"):
                if steps is None:
                    history.clear(self._db)
                else:
                    history.write(self._db, steps)
                if before == after:
                    content.write_decisions(self._db, comparison)
                else:
                    content.write(self._db, comparison)
            self._held = comparison

    def steps(self) -> History:
        """The steps that can be undone and done again."""
        with self._turn, file.told(self.path, reading=True):
            return history.read(self._db)

    def stepped(self, step_id: str, now: Comparison, *, forth: bool) -> Comparison:
        """What comes of ``now`` when a step is undone, or done again (``forth``). Raises KeyError where there is no
        such step, UserError where it does not fit ``now``."""
        with self._turn, file.told(self.path, reading=True):
            return history.stepped(self._db, step_id, now, forth=forth)

    def known(self) -> dict[str, bytes]:
        """What ``remember`` was given."""
        with self._turn, file.told(self.path, reading=True):
            return dict(self._db.execute("SELECT key, content FROM known"))

    def remember(self, known: Mapping[str, bytes]) -> None:
        """Keep what is known of the texts, in place of what was known before. Raises UserError."""
        with self._writing():
            there = {row[0] for row in self._db.execute("SELECT key FROM known")}
            self._db.conn.executemany("DELETE FROM known WHERE key = ?", [(key,) for key in there - known.keys()])
            new = [(key, known[key]) for key in known.keys() - there]
            self._db.conn.executemany("INSERT INTO known VALUES (?, ?)", new)

    def snapshot(self) -> Snapshot:
        """Keep the present state to go back to."""
        with self._writing():
            return snapshots.take(self._db, self._held, "asked")

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The states that one can go back to, newest first."""
        with self._turn, file.told(self.path, reading=True):
            return snapshots.listed(self._db)

    def state(self, snapshot_id: int) -> Comparison:
        """What a snapshot holds. Raises KeyError where there is no such, UserError where it is damaged."""
        with self._turn, file.told(self.path, reading=True):
            return snapshots.state(self._db, snapshot_id)

    def revert(self, snapshot_id: int) -> Comparison:
        """Go back to a snapshot; what was there becomes a snapshot first. Raises KeyError where there is no such."""
        with self._turn:
            state = self.state(snapshot_id)
            with self._writing():
                snapshots.take(self._db, self._held, "reverted")
                history.clear(self._db)
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
    version = file.check(place, newer=True)
    with file.told(place, reading=True), closing(file.connect(place, writing=False)) as db:
        if version > schema.version():
            file.check_readable(db, place)
        if version >= schema.version():
            return content.read(db)
        with closing(file.in_memory()) as copy:
            db.conn.backup(copy.conn)
            schema.migrate(copy)
            return content.read(copy)


def _alike(before: Comparison, after: Comparison) -> bool:
    """Whether two comparisons differ in nothing but the order of their columns."""
    one, other = ({a.id: a for a in c.articles} for c in (before, after))
    return one == other and replace(before, articles=after.articles) == after


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
