"""What Lesart keeps on this computer and where, and how all of it goes. What the reader saved is the reader's own."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSettings

What = Literal["settings", "unsaved", "library", "log"]


@dataclass(frozen=True)
class Kept:
    """One kind of thing that is kept: where, how many, and how many bytes."""

    what: What
    path: Path
    count: int
    size: int


def settings_path() -> Path:
    """The file of the settings (on Windows and macOS what stands for one)."""
    return Path(QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart").fileName())


def kept() -> tuple[Kept, ...]:
    """Everything that Lesart keeps where the reader gave it no place."""
    from core.store.places import data_folder, drafts
    from gui.crash import log_path

    unsaved = sorted(drafts().glob("*.lesart"))
    library, log = data_folder() / "library.db", log_path()
    return (
        Kept("settings", settings_path(), *_measured([settings_path()])),
        Kept("unsaved", drafts(), len(unsaved), sum(_measured(_with_companions(path))[1] for path in unsaved)),
        Kept("library", library, *_measured(_with_companions(library))),
        Kept("log", log.parent, *_measured(log.parent.glob("*.log"))),
    )


def delete_all() -> list[Path]:
    """Delete all of it; what could not be deleted, or is open in another Lesart, comes out."""
    from core.store.lock import Lock
    from core.store.places import data_folder, drafts
    from gui.crash import log_path

    left = []
    for path in sorted(drafts().glob("*.lesart")):
        lock = Lock(path)
        left += _deleted(_with_companions(path)) if lock.held else [path]
        lock.release()
    left += _deleted(_with_companions(data_folder() / "library.db"))
    left += _deleted(log_path().parent.glob("*.log"))
    for folder in (drafts(), data_folder() / "open", log_path().parent):
        with suppress(OSError):  # another's files may lie there
            folder.rmdir()
    settings = QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart")
    settings.clear()
    settings.sync()
    if settings.format() == QSettings.Format.IniFormat or settings_path().suffix in (".conf", ".ini"):
        left += _deleted([settings_path()])
    return left


def _with_companions(path: Path) -> list[Path]:
    """A database, and the files that SQLite lays beside it."""
    return [path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))]


def _measured(paths: Iterable[Path]) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in paths if path.is_file()]
    return len(sizes), sum(sizes)


def _deleted(paths: Iterable[Path]) -> list[Path]:
    left = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return left
