"""What a run finds on the disk: the events of a folder, and what a run before it finished of them."""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from core import reading
from core.batch.work import Outcome, Task
from core.errors import UserError
from core.job import Job
from core.model import Settings

KEPT = "events"
"""The folder, beside the summary, of what is finished: a JSON file for each event."""
LONGEST = 200
"""Bytes of the longest name of an event that names its file; longer ones stand under their digest."""


@dataclass(frozen=True, slots=True)
class Event:
    """A sub-folder: its name and its files, each by its path below the sub-folder with slashes, in that order."""

    name: str
    folder: Path
    files: tuple[str, ...]

    def key(self, settings: Settings, language: str) -> str:
        """A digest of all that the outcome depends on."""
        whole = blake2b(digest_size=16)
        for part in (program(), language, json.dumps(asdict(settings), sort_keys=True)):
            whole.update(f"{len(part)}:{part}".encode())
        for name in self.files:
            whole.update(f"\0{name}\0".encode("utf-8", "surrogatepass") + _digest_of(self.folder / name))
        return whole.hexdigest()

    def task(self, settings: Settings, language: str) -> Task:
        """The event as it is sent to whoever compares it, its files' bytes with it."""
        contents = tuple((name, _bytes_of(self.folder / name)) for name in self.files)
        unread = [name for name, content in contents if content is None]
        failures = tuple((name, _why(self.folder / name, language)) for name in unread)
        have = tuple((name, content) for name, content in contents if content is not None)
        return Task(self.name, self.key(settings, language), program(), have, failures, settings, language)


def events(folder: Path, out: Path) -> list[Event]:
    """The events below ``folder`` by name; hidden folders and ``out`` are none. Raises UserError where there are none."""
    try:
        entries = sorted(e for e in folder.iterdir() if e.is_dir() and not e.name.startswith("."))
    except OSError as error:
        raise UserError("error.batch.folder", str(folder)) from error
    found = []
    for entry in entries:
        if entry.resolve() == out.resolve():
            continue
        inside = [Path(p) for p in reading.places_of(entry) if Path(p).is_file()]
        found.append(Event(entry.name, entry, tuple(sorted(p.relative_to(entry).as_posix() for p in inside))))
    if not found:
        raise UserError("error.batch.no_events", str(folder))
    return found


def prepare(out: Path) -> Path:
    """Make the folders that a run writes to. Raises UserError where they cannot be made or written."""
    kept = out / KEPT
    try:
        kept.mkdir(parents=True, exist_ok=True)
        if not os.access(kept, os.W_OK) or not os.access(out, os.W_OK):
            raise PermissionError
    except OSError as error:
        raise UserError("error.batch.output", str(out)) from error
    return kept


def finished(kept: Path, event: Event, key: str) -> Outcome | None:
    """What a run before this found out of the event as it is now; None where it has to be compared."""
    try:
        found = json.loads(_place(kept, event.name).read_text(encoding="utf-8"))
        outcome = Outcome(
            found["key"], tuple(found["rows"]), tuple((file, sentence) for file, sentence in found["failures"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return outcome if outcome.key == key else None


def keep(kept: Path, name: str, outcome: Outcome) -> None:
    """Write the outcome, whole or not at all."""
    content = {"event": name, "key": outcome.key, "rows": outcome.rows, "failures": outcome.failures}
    place = _place(kept, name)
    half = place.with_suffix(".part")
    try:
        half.write_text(json.dumps(content, ensure_ascii=True, indent=0, sort_keys=True), encoding="utf-8")
        half.replace(place)
    except OSError as error:
        raise UserError("error.batch.output", str(place)) from error


def forget(kept: Path, names: Collection[str]) -> None:
    """Remove what is kept of events that are no longer there."""
    wanted = {_place(kept, name).name for name in names}
    for entry in kept.iterdir():
        if entry.suffix in {".json", ".part"} and entry.name not in wanted:
            entry.unlink(missing_ok=True)


def _place(kept: Path, name: str) -> Path:
    whole = os.fsencode(name)
    return kept / f"{name if len(whole) <= LONGEST else blake2b(whole, digest_size=16).hexdigest()}.json"


def _digest_of(path: Path) -> bytes:
    content = _bytes_of(path)
    return b"unreadable" if content is None else blake2b(content, digest_size=16).digest()


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _why(path: Path, language: str) -> str:
    """Why a file cannot be read, as the reading itself says it."""
    from core.phrases import say

    _, failures = reading.read_place(path, Job())
    return " ".join(say(f.reason.key, language, **dict(f.reason.values)) for f in failures)


@cache
def program() -> str:
    """The program that compares: its version, and its own bytes where they are at hand."""
    whole = blake2b(version("lesart").encode(), digest_size=16)
    for place in ("core", "resources"):
        room = files(place)
        for name, content in _contents(room, "") if room.is_dir() else ():  # a built program has no folder of its code
            whole.update(f"\0{name}\0".encode() + content)
    return whole.hexdigest()


def _contents(entry: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for inner in sorted(entry.iterdir(), key=lambda e: e.name):
        name = f"{path}/{inner.name}"
        if inner.is_dir():
            found += _contents(inner, name) if inner.name != "__pycache__" else []
        elif inner.name.endswith((".py", ".json", ".npz")) or "/lexicons/" in name:
            found.append((name, inner.read_bytes()))
    return found
