"""Projects that the reader has not given a name yet: kept all the same, and offered again at the next start."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from core.errors import UserError
from core.model import Comparison
from core.store import file, rows
from core.store.lock import Lock
from core.store.places import drafts
from core.store.project import Project


@dataclass(frozen=True, slots=True)
class Draft:
    """An unnamed project: where it lies, when it was last changed (ISO 8601, UTC), and by what one knows it."""

    path: Path
    changed: str
    titles: tuple[str, ...]
    decisions: int


def draft(comparison: Comparison) -> Project:
    """A new project without a name, in the reader's data folder; ``Project.save_as`` gives it one. Raises UserError."""
    place = drafts() / f"{datetime.now(UTC):%Y-%m-%d}-{uuid4().hex[:12]}.lesart"
    with file.told(place):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Project.create(place, comparison)


def unsaved() -> tuple[Draft, ...]:
    """The unnamed projects that no running Lesart has open, the last changed first; damaged ones are left out."""
    found = []
    for path in sorted(drafts().glob("*.lesart")):
        lock = Lock(path)
        if not lock.held:
            continue
        try:
            changed = path.stat().st_mtime
            found.append((changed, _look(path, datetime.fromtimestamp(changed, UTC))))
        except (UserError, OSError):
            continue
        finally:
            lock.release()
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True))


def _look(path: Path, changed: datetime) -> Draft:
    file.check(path)
    with file.told(path, reading=True), closing(file.connect(path, writing=False)) as db:
        titles = tuple(rows.said(row[0]) for row in db.execute("SELECT title FROM articles ORDER BY place"))
        decisions = db.execute("SELECT count(*) FROM decisions").fetchone()[0]
    return Draft(path, changed.isoformat(timespec="seconds").replace("+00:00", "Z"), titles, decisions)
