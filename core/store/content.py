"""A comparison in the tables of a database, and the source files beside it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.decisions import Revised, apply, as_found
from core.model import Article, Comparison
from core.store import rows
from core.store.sound import check

if TYPE_CHECKING:
    from sqlite_utils import Database

LARGEST_ORIGINAL = 64_000_000
"""Bytes; larger source files are not kept in the project."""


def write(db: Database, comparison: Comparison) -> None:
    """Put ``comparison`` in place of what ``db`` holds, with the source files, in one transaction.

    Where decisions changed its groups or marks, those that the machine found are written. Raises ValueError, before
    anything is written, for a comparison that could not be read again: one whose parts do not fit together.
    """
    with db.atomic():
        write_rows(db, comparison)
        keep_originals(db, comparison.articles)


def write_rows(db: Database, comparison: Comparison) -> None:
    """``write`` without the source files."""
    found, revised = _as_written(comparison)
    check(found)
    tables = rows.rows(found)
    with db.atomic():
        for name in rows.TABLES:
            db.execute(f"DELETE FROM {name}")
            insert(db, name, tables[name])
        db.execute("UPDATE provenance SET revised = ?", [int(revised)])


def _as_written(comparison: Comparison) -> tuple[Comparison, bool]:
    """What is written for ``comparison``, and whether its decisions are to be applied to it again."""
    if isinstance(comparison, Revised):
        found = replace(as_found(comparison), decisions=comparison.decisions)
        if apply(found, found.decisions)[0] == comparison:
            return found, True
    return comparison, False


def write_decisions(db: Database, comparison: Comparison) -> None:
    """Put the decisions of ``comparison`` in place of those that ``db`` holds, in one transaction."""
    decisions = comparison.decisions
    with db.atomic():
        db.execute("UPDATE provenance SET revised = ?", [int(isinstance(comparison, Revised))])
        db.execute("DELETE FROM decisions")
        insert(db, "decisions", [{"place": place, **rows.decision_row(d)} for place, d in enumerate(decisions)])


def insert(db: Database, table: str, found: Sequence[rows.Row]) -> None:
    """Add rows that all have the same columns. (sqlite-utils' insert_all, which also finds out columns and types,
    takes four times as long: 1.1 s for 20 articles of 2,000 words.)"""
    if found:
        names = list(found[0])
        values = ", ".join(f":{name}" for name in names)
        db.conn.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})", found)


def copy(source: Database, target: Database) -> None:
    """Put the comparison in ``source`` into ``target``, which is empty and has the same steps behind it."""
    with target.atomic():
        for name in rows.TABLES:
            found = source.execute(f"SELECT * FROM {name}")
            marks = ", ".join("?" * len(found.description))
            target.conn.executemany(f"INSERT INTO {name} VALUES ({marks})", found)


def read(db: Database) -> Comparison:
    """The comparison in ``db``. Raises sqlite3.DatabaseError where the rows are none that Lesart wrote."""
    try:
        found = rows.comparison({name: list(db.query(f"SELECT * FROM {name} {_order(name)}")) for name in rows.TABLES})
        check(found)
        revised = db.execute("SELECT revised FROM provenance").fetchone()[0]
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise sqlite3.DatabaseError(str(error)) from error
    return apply(found, found.decisions)[0] if revised else found


def _order(table: str) -> str:
    return "" if table in ("provenance", "settings") else "ORDER BY place"


def keep_originals(db: Database, articles: tuple[Article, ...]) -> None:
    """Take in the source files that are still as they were read, and drop those that no article comes from, not even
    one in a snapshot or in a step that can be undone."""
    known = {row[0] for row in db.execute("SELECT sha256 FROM originals")}
    for article in articles:
        if article.sha256 not in known and (found := original(article)) is not None:
            name, content = found
            db.table("originals").insert(
                {"sha256": article.sha256, "name": rows.text(name), "content": content}, ignore=True
            )
            known.add(article.sha256)
    wanted = json.dumps([article.sha256 for article in articles])
    db.execute(
        "DELETE FROM originals WHERE sha256 NOT IN (SELECT value FROM json_each(?)) AND sha256 NOT IN"
        " (SELECT value FROM snapshots, json_each(snapshots.sources)) AND sha256 NOT IN"
        " (SELECT value FROM history, json_each(history.sources))",
        [wanted],
    )


def original(article: Article) -> tuple[str, bytes] | None:
    """Name and bytes of the file that ``article`` was read from; None where it is gone, changed or very large.

    For an article out of an archive or a table it is the whole file, where the article's hash is the whole file's.
    """
    if not article.source or "\0" in article.source or article.source.startswith(("//", "\\\\")):
        # A project may come from anybody, and the name of a file on another machine would open the network.
        return None
    path = Path(article.source)
    for place in (path, *path.parents):
        try:
            found = place.stat()
            if not stat.S_ISREG(found.st_mode):
                continue
            if not 0 < found.st_size <= LARGEST_ORIGINAL:
                return None
            content = place.read_bytes()
        except (OSError, ValueError):
            continue
        return (place.name, content) if hashlib.sha256(content).hexdigest() == article.sha256 else None
    return None
