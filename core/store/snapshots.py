"""Dated states of a project, to go back to. Each is a project file of its own, deflated, in a row of the project.

So it is complete, a step of ``schema`` brings it up to date like any file, and a researcher can take it out.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from core.model import Comparison
from core.store import content, file, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

Why = Literal["opened", "compared", "reverted", "asked"]
KEPT = 10
"""Snapshots of a project; older ones are pruned."""
LARGEST = 500_000_000
"""Bytes to which a snapshot may inflate: more than any comparison, less than what would stop the machine."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state that the project was in: before the first change after opening (``opened``), before the articles were
    compared anew (``compared``), before going back (``reverted``), or when the reader wanted it kept (``asked``).

    ``created`` is ISO 8601 in UTC.
    """

    id: int
    created: str
    why: Why
    articles: int
    decisions: int


def take(db: Database, comparison: Comparison, why: Why) -> Snapshot:
    """Keep ``comparison``, which is what ``db`` holds, as a snapshot, and only the last ``KEPT`` of them; in the
    transaction of whoever calls."""
    with closing(file.in_memory()) as copy:
        content.copy(db, copy)
        whole = _deflated(copy)
    created = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    articles, decisions = len(comparison.articles), len(comparison.decisions)
    sources = json.dumps([article.sha256 for article in comparison.articles])
    row = {"created": created, "why": why, "articles": articles, "decisions": decisions}
    with db.atomic():
        id_ = db.table("snapshots").insert({**row, "sources": sources, "file": whole}).last_pk
        db.execute("DELETE FROM snapshots WHERE id NOT IN (SELECT id FROM snapshots ORDER BY id DESC LIMIT ?)", [KEPT])
    return Snapshot(int(str(id_)), created, why, articles, decisions)


def listed(db: Database) -> tuple[Snapshot, ...]:
    """The snapshots in ``db``, newest first."""
    found = db.query("SELECT id, created, why, articles, decisions FROM snapshots ORDER BY id DESC")
    return tuple(Snapshot(**row) for row in found)


def state(db: Database, id_: int) -> Comparison:
    """The comparison that snapshot ``id_`` holds. Raises KeyError, or sqlite3.DatabaseError where it is damaged."""
    found = db.execute("SELECT file FROM snapshots WHERE id = ?", [id_]).fetchone()
    if found is None:
        raise KeyError(id_)
    return inflated(found[0])


def deflated(comparison: Comparison) -> bytes:
    """``comparison`` as a project file, zlib-deflated, without the source files."""
    with closing(file.in_memory()) as db:
        content.write_rows(db, comparison)
        return _deflated(db)


def _deflated(db: Database) -> bytes:
    # The quickest level: the reader waits for it.
    return zlib.compress(db.conn.serialize(), 1)


def inflated(content_: bytes) -> Comparison:
    """What ``deflated`` was given. Raises sqlite3.DatabaseError where it is damaged."""
    inflate = zlib.decompressobj()
    try:
        whole = inflate.decompress(content_, LARGEST)
    except (zlib.error, TypeError) as error:
        raise sqlite3.DatabaseError(str(error)) from error
    if not inflate.eof:
        raise sqlite3.DatabaseError("cut off, or too large")
    with closing(file.in_memory()) as copy:
        copy.conn.deserialize(whole)
        copy.execute("PRAGMA trusted_schema = OFF")
        schema.migrate(copy)
        return content.read(copy)
