"""The project file ``NAME.lesart``: an SQLite database that holds a comparison and what the reader made of it.

Written whole or not at all; what is in it is readable with any SQLite tool (the views ``read_claims``,
``read_links`` and ``read_marks`` show it with the words). Only here is sqlite-utils used.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model import Comparison
    from core.store.drafts import Draft, draft, unsaved
    from core.store.history import History, Step
    from core.store.project import Project, load
    from core.store.readers import beside, other_reader
    from core.store.snapshots import Snapshot

SUFFIX = ".lesart"

__all__ = [
    "SUFFIX", "Draft", "History", "Project", "Snapshot", "Step", "beside", "draft", "load", "other_reader", "save",
    "unsaved",
]  # fmt: skip

# Loaded when they are asked for: the window looks into ``places`` before its first paint, and needs no database then.
_ROOMS = {
    "Draft": "drafts", "draft": "drafts", "unsaved": "drafts", "History": "history", "Step": "history",
    "Project": "project", "load": "project", "beside": "readers", "other_reader": "readers", "Snapshot": "snapshots",
}  # fmt: skip


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


def save(comparison: Comparison, path: str | os.PathLike[str]) -> None:
    """Keep ``comparison`` in the project at ``path``: in place of what it held, which becomes a snapshot, or in a new
    file.

    Source files that still are as they were read are kept with it. Raises UserError ``error.project.…`` with nothing
    changed where the file cannot be written, or is none of Lesart's (an empty file is taken for a new one).
    """
    from core.store import file
    from core.store.project import Project

    place = Path(path)
    with file.told(place):
        new = file.check_free(place)
    if new:
        Project.create(place, comparison).close()
    else:
        with Project(place) as project:
            project.keep(comparison)
