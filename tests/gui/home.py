"""A home of its own for a window that is tested, measured or painted: none of the reader's files is touched."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QSettings

ROOMS = ("places", "lock", "library")
"""The modules of ``core.store`` that know the data folder."""


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """Settings, the log, the projects without a name and the library in ``folder``."""
    with ExitStack() as patches:
        for room in ROOMS:
            patches.enter_context(patch(f"core.store.{room}.data_folder", lambda: folder / "data"))
        patches.enter_context(patch("gui.crash.log_path", lambda: folder / "log" / "crashes.log"))
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        yield


@contextmanager
def own_home() -> Iterator[Path]:
    """The same in a new folder, which is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder, at_home(Path(folder)):
        yield Path(folder)
