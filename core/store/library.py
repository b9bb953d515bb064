"""All projects of the reader, searchable: an index (SQLite's FTS5) over articles, claims and notes.

The index is made from the project files and holds nothing of its own but where they lie: what is damaged or out of
date is made anew. Words are found whatever their case and accents; a word that ends in ``*`` finds all that begin so.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

from core.errors import UserError
from core.store import file, indexed
from core.store.places import data_folder, drafts
from core.store.rows import said, text

if TYPE_CHECKING:
    from sqlite_utils import Database

PassageKind = Literal["article", "claim", "note"]
VERSION = 1
"""``user_version`` of the index; an index of another version is made anew."""
AROUND = 24
"""Words that an excerpt has at most."""
_OPEN, _CLOSE = "\x02", "\x03"

_SCHEMA = """
CREATE TABLE projects (path TEXT PRIMARY KEY, changed INTEGER NOT NULL, size INTEGER NOT NULL);
CREATE TABLE passages (
  id INTEGER PRIMARY KEY, project TEXT NOT NULL, kind TEXT NOT NULL, article_id TEXT, claim_id TEXT,
  title TEXT NOT NULL,
  heading TEXT NOT NULL, -- what is searched of the title: an article's own, not that of each of its claims
  words TEXT NOT NULL, outlet TEXT, language TEXT, published TEXT
);
CREATE INDEX passages_project ON passages (project);
CREATE TABLE omissions (
  id INTEGER PRIMARY KEY, project TEXT NOT NULL, group_id TEXT NOT NULL, gist TEXT NOT NULL, article_id TEXT NOT NULL,
  title TEXT NOT NULL, outlet TEXT, language TEXT, published TEXT, said_by TEXT NOT NULL
);
CREATE INDEX omissions_project ON omissions (project);
"""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles count: of one outlet, in one language (ISO 639-1), published from ``since`` to ``until`` (ISO
    dates, both included; articles without a date are left out where one is given)."""

    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None

    def conditions(self) -> tuple[list[str], list[str]]:
        """SQL conditions on a row with these columns, and what fills them."""
        tests = {
            "outlet = ?": self.outlet,
            "language = ?": self.language,
            "substr(published, 1, 10) >= ?": self.since,
            "substr(published, 1, 10) <= ?": self.until,
        }
        given = {test: value for test, value in tests.items() if value is not None}
        return list(given), list(given.values())


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found. ``excerpt`` is some words of it, ``found`` the half-open ranges of code points in the
    excerpt that match; ``title`` is the article's (empty for a note on a whole project)."""

    project: Path
    kind: PassageKind
    article_id: str | None
    claim_id: str | None
    title: str
    outlet: str | None
    published: str | None
    excerpt: str
    found: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What an outlet's article does not carry and others do: the claim's gist, and which articles carry it."""

    project: Path
    group_id: str
    gist: str
    article_id: str
    title: str
    published: str | None
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A project in the library: where, when it was last changed (ISO 8601, UTC), its articles' titles and outlets, in
    the order of the columns, and whether it has no name yet."""

    project: Path
    changed: str
    titles: tuple[str, ...]
    outlets: tuple[str, ...]
    unnamed: bool


class Library:
    """The index in the reader's data folder. Raises UserError ``error.project.…`` where the folder cannot be written."""

    def __init__(self) -> None:
        self._path = data_folder() / "library.db"
        with file.told(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._db = _opened(self._path)
            except sqlite3.DatabaseError:
                self._path.unlink(missing_ok=True)
                self._db = _opened(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the index."""
        self._db.close()

    def add(self, path: str | os.PathLike[str]) -> None:
        """Take the project at ``path`` in, or its changes. Raises UserError where it cannot be read."""
        place = Path(path).resolve()
        with file.told(place, reading=True):
            now = place.stat()
        rows = indexed.rows(place)
        with self._writing():
            self._drop(place)
            row = {"path": text(str(place)), "changed": now.st_mtime_ns, "size": now.st_size}
            self._db.table("projects").insert(row)
            for table, found in rows.items():
                if found:
                    self._db.table(table).insert_all(found)

    def forget(self, path: str | os.PathLike[str]) -> None:
        """Leave the project at ``path`` out of the library; its file stays."""
        with self._writing():
            self._drop(Path(path).resolve())

    def update(self) -> tuple[UserError, ...]:
        """Take in all changes of the projects in the library, and the unnamed ones; projects that are gone are left
        out. Returns what could not be read; that stays in the library as it was."""
        failed = []
        for place in sorted({*self.projects(), *(p.resolve() for p in drafts().glob("*.lesart"))}):
            try:
                now = place.stat()
            except OSError:
                self.forget(place)
                continue
            known = self._db.execute("SELECT changed, size FROM projects WHERE path = ?", [text(str(place))]).fetchone()
            if known != (now.st_mtime_ns, now.st_size):
                try:
                    self.add(place)
                except UserError as error:
                    failed.append(error)
        return tuple(failed)

    def projects(self) -> tuple[Path, ...]:
        """The projects in the library, by path."""
        return tuple(Path(said(row[0])) for row in self._db.execute("SELECT path FROM projects ORDER BY path"))

    def shelf(self, only: Filter | None = None) -> tuple[Shelved, ...]:
        """The projects with an article that ``only`` lets through, the last changed first."""
        tests, values = (only or Filter()).conditions()
        where = " AND ".join(["kind = 'article'", *tests])
        rows = self._db.execute(
            "SELECT path, changed, title, outlet FROM projects JOIN passages ON project = path AND kind = 'article'"
            f" WHERE path IN (SELECT project FROM passages WHERE {where}) ORDER BY changed DESC, path, id",
            values,
        )
        found: dict[Path, tuple[int, list[str], list[str]]] = {}
        for path, changed, title, outlet in rows:
            _, titles, outlets = found.setdefault(Path(said(path)), (changed, [], []))
            titles.append(title)
            outlets += [outlet] if outlet and outlet not in outlets else []
        unnamed = drafts().resolve()
        return tuple(
            Shelved(path, _moment(changed), tuple(titles), tuple(outlets), path.parent == unnamed)
            for path, (changed, titles, outlets) in found.items()
        )

    def outlets(self) -> tuple[str, ...]:
        """The outlets of all articles, in the order of the alphabet."""
        return self._values("outlet")

    def languages(self) -> tuple[str, ...]:
        """The languages of all articles (ISO 639-1)."""
        return self._values("language")

    def search(
        self,
        words: str,
        only: Filter | None = None,
        kinds: Sequence[PassageKind] = get_args(PassageKind),
        limit: int = 100,
    ) -> tuple[Hit, ...]:
        """The places that hold all of ``words`` (a phrase in quotation marks as it stands), best first by BM25.

        Anything may be asked: what is no query finds nothing.
        """
        query = _query(words)
        if not query or not kinds:
            return ()
        tests, values = (only or Filter()).conditions()
        where = " AND ".join(["passages_fts MATCH ?", f"kind IN ({', '.join('?' * len(kinds))})", *tests])
        sql = (
            "SELECT p.*, snippet(passages_fts, 1, ?, ?, '…', ?) AS excerpt FROM passages_fts"
            f" JOIN passages p ON p.id = passages_fts.rowid WHERE {where} ORDER BY bm25(passages_fts, 4.0, 1.0), p.id LIMIT ?"
        )
        with file.told(self._path, reading=True):
            found = list(self._db.query(sql, [_OPEN, _CLOSE, AROUND, query, *kinds, *values, limit]))
        return tuple(_hit(row) for row in found)

    def left_out(self, only: Filter, limit: int = 1000) -> tuple[LeftOut, ...]:
        """What the articles that ``only`` lets through left out and others on the same event said, newest first."""
        tests, values = only.conditions()
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        sql = f"SELECT * FROM omissions {where} ORDER BY published IS NULL, published DESC, id LIMIT ?"
        with file.told(self._path, reading=True):
            found = list(self._db.query(sql, [*values, limit]))
        return tuple(
            LeftOut(
                Path(said(r["project"])), r["group_id"], r["gist"], r["article_id"], r["title"], r["published"],
                tuple(r["said_by"].split("\n")),
            )
            for r in found
        )  # fmt: skip

    def _values(self, column: str) -> tuple[str, ...]:
        sql = f"SELECT DISTINCT {column} FROM passages WHERE kind = 'article' AND {column} IS NOT NULL"
        return tuple(sorted((row[0] for row in self._db.execute(sql)), key=str.casefold))

    def _drop(self, place: Path) -> None:
        for table, column in (("projects", "path"), ("passages", "project"), ("omissions", "project")):
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", [text(str(place))])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with file.told(self._path), self._db.atomic():
            yield


def _moment(nanoseconds: int) -> str:
    moment = datetime.fromtimestamp(nanoseconds / 1e9, UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _opened(path: Path) -> Database:
    from sqlite_utils import Database

    connection = sqlite3.connect(path, timeout=file.PATIENCE, check_same_thread=False)
    try:
        # Triggers keep the index of words in step with the passages, also where a row is deleted.
        db = Database(connection, execute_plugins=False)
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            with db.atomic():
                db.executescript(_SCHEMA)
                db.table("passages").enable_fts(
                    ["heading", "words"], tokenize="unicode61 remove_diacritics 2", create_triggers=True
                )
                db.execute(f"PRAGMA user_version = {VERSION}")
        elif version != VERSION:
            raise sqlite3.DatabaseError("another version")
    except BaseException:
        connection.close()
        raise
    return db


def _query(words: str) -> str:
    """``words`` as FTS5 wants them: every word and phrase quoted, so that nothing in them is an operator."""
    parts = re.findall(r'["„“”]([^"„“”]+)["“”]|(\S+)', words.replace("\0", " "))
    terms = []
    for phrase, word in parts:
        term = (phrase or word).strip('"„“”')
        star = "*" if word.endswith("*") else ""
        if any(c.isalnum() for c in term):
            terms.append('"{}"{}'.format(term.rstrip("*").replace('"', '""'), star))
    return " ".join(terms)


def _hit(row: dict[str, Any]) -> Hit:
    excerpt, found = _marked(row["excerpt"])
    return Hit(
        Path(said(row["project"])), row["kind"], row["article_id"], row["claim_id"], row["title"], row["outlet"],
        row["published"], excerpt, found,
    )  # fmt: skip


def _marked(excerpt: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without the signs that FTS5 set around what it found, and where they stood."""
    plain, found, start = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", excerpt):
        if piece == _OPEN:
            start = len(plain)
        elif piece == _CLOSE:
            found.append((start, len(plain)))
        else:
            plain += piece
    return plain, tuple(found)
