"""The file below a project: opened, checked, made whole, and what can go wrong with it said in sentences.

An SQLite database with Lesart's application id. It is never in WAL mode, so that once closed the one file is the
whole; ``synchronous = EXTRA``, so that what was committed is on the disk, and stays there when the power fails.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from core.store import schema

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4C535254
"""“LSRT”: bytes 68 to 71 of the file, by which it is told from other programs' databases."""
MAGIC = b"SQLite format 3\x00"
HEADER = 100
PATIENCE = 5.0
"""Seconds to wait while another program holds the file."""

_BY_ERRNO = {
    errno.ENOSPC: "error.project.full",
    errno.EDQUOT: "error.project.full",
    errno.EFBIG: "error.project.full",
    errno.EACCES: "error.project.denied",
    errno.EPERM: "error.project.denied",
    errno.EROFS: "error.project.denied",
    errno.ENOENT: "error.project.no_folder",
    errno.ENOTDIR: "error.project.no_folder",
    errno.EISDIR: "error.project.folder",
    errno.ENAMETOOLONG: "error.project.name",
}
_BY_CODE = {
    sqlite3.SQLITE_READONLY_DBMOVED: "error.project.moved",
    sqlite3.SQLITE_IOERR_WRITE: "error.project.full",
    sqlite3.SQLITE_FULL: "error.project.full",
    sqlite3.SQLITE_READONLY: "error.project.denied",
    sqlite3.SQLITE_PERM: "error.project.denied",
    sqlite3.SQLITE_AUTH: "error.project.denied",
    sqlite3.SQLITE_CANTOPEN: "error.project.denied",
    sqlite3.SQLITE_BUSY: "error.project.busy",
    sqlite3.SQLITE_LOCKED: "error.project.busy",
    sqlite3.SQLITE_CORRUPT: "error.project.damaged",
    sqlite3.SQLITE_NOTADB: "error.project.damaged",
}
# SQLite's errors that say what the file holds is not what Lesart wrote: a missing table, text that is not UTF-8.
_NOT_AS_WRITTEN = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH)
_PRIMARY = 0xFF


@contextmanager
def told(path: Path, *, reading: bool = False) -> Iterator[None]:
    """What SQLite and the system object to, as a UserError ``error.project.…`` that names ``path``."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, OSError):
            key = _BY_ERRNO.get(error.errno or 0, "error.project.failed")
            reason = error.strerror or type(error).__name__
        else:
            key, reason = _key(error), str(error)
        if reading and key == "error.project.denied":
            key = "error.project.unreadable"
        raise UserError(key, str(path), reason=reason) from error


def _key(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or code & _PRIMARY in _NOT_AS_WRITTEN:
        # What the driver itself cannot read has no code.
        return "error.project.damaged"
    return _BY_CODE.get(code) or _BY_CODE.get(code & _PRIMARY, "error.project.failed")


def check(path: Path, *, newer: bool = False) -> int:
    """The ``user_version`` of the project at ``path``, by its first bytes; nothing is opened as a database.

    Raises UserError where there is none, or it is not one that this program understands; one of a newer program goes
    through where ``newer`` is set, and ``check_readable`` tells the rest.
    """
    with told(path, reading=True):
        try:
            kind = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            raise UserError("error.project.missing", str(path)) from None
        if stat.S_ISDIR(kind):
            raise UserError("error.project.folder", str(path))
        if not stat.S_ISREG(kind):
            raise UserError("error.project.foreign", str(path))
        with path.open("rb") as file:
            start = file.read(HEADER)
    if not start:
        raise UserError("error.project.empty", str(path))
    if not start.startswith(MAGIC[: len(start)]):
        raise UserError("error.project.foreign", str(path))
    if len(start) < HEADER:
        raise UserError("error.project.damaged", str(path))
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise UserError("error.project.other_program", str(path))
    version = int.from_bytes(start[60:64], "big")
    if version > schema.version() and not newer:
        raise UserError("error.project.newer", str(path))
    return version


def check_readable(db: Database, path: Path) -> None:
    """Raise UserError unless the newer program that wrote ``db`` left word that this one reads it rightly."""
    try:
        since = db.execute("SELECT since FROM readable").fetchone()
    except sqlite3.Error:
        since = None
    if since is None or not isinstance(since[0], int) or since[0] > schema.version():
        raise UserError("error.project.newer", str(path))


def check_free(path: Path) -> bool:
    """Whether nothing is at ``path`` but perhaps an empty file; raises UserError where it is not Lesart's to replace."""
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return True
    check(path)
    return False


def connect(path: Path, *, writing: bool) -> Database:
    """The database at ``path``, which must exist; what a crash left half written is rolled back.

    The file may come from anybody: its schema is not trusted to call functions, no plug-in is loaded.
    """
    from sqlite_utils import Database

    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE, check_same_thread=False
    )
    try:
        db = Database(connection, execute_plugins=False, recursive_triggers=False)
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        if writing:
            if db.journal_mode != "delete":
                db.disable_wal()
            db.execute("PRAGMA synchronous = EXTRA")
        else:
            db.execute("PRAGMA query_only = ON")
        if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok" or _size(db) > path.stat().st_size:
            raise sqlite3.DatabaseError("not as written")
        if db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]:
            # Lesart makes none; one in a stranger's file would change what is written.
            raise sqlite3.DatabaseError("a trigger")
    except BaseException:
        connection.close()
        raise
    return db


def _size(db: Database) -> int:
    """The bytes that the pages of ``db`` take. SQLite itself fills up a last page that was cut off, with zeros."""
    pages, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)


def in_memory() -> Database:
    """An empty database with Lesart's tables, in memory."""
    from sqlite_utils import Database

    db = Database(sqlite3.connect(":memory:", check_same_thread=False), execute_plugins=False, recursive_triggers=False)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    schema.migrate(db)
    return db


def copy_whole(db: Database, path: Path) -> None:
    """Put a copy of ``db`` at ``path``, by SQLite's backup: whole, or what was there stays as it is.

    Raises sqlite3.Error or OSError.
    """
    path = path.resolve()
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".lesart-", suffix=".part")
    os.close(handle)
    try:
        _back_up(db, name)
        os.chmod(name, _mode(path))
        with open(name, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        for left in (name, f"{name}-journal"):
            with suppress(OSError):
                os.unlink(left)
        raise
    _sync_folder(path.parent)


def _back_up(db: Database, name: str) -> None:
    connection = sqlite3.connect(name)
    try:
        # The copy is renamed when it is whole: until then it needs no journal.
        connection.execute("PRAGMA journal_mode = OFF")
        db.conn.backup(connection)
    finally:
        connection.close()


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too; only where folders can be opened (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
