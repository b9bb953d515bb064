"""Who has a project open: one Lesart at a time writes in it.

The system holds the lock and lets go of it when the program ends, however it ends. The lock's file lies in the
reader's own data folder, not beside the project: a folder that holds projects holds nothing else.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

from core.store.places import data_folder

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """The right to write in the project at ``path``; ``held`` tells whether it was to be had.

    Where the reader's data folder cannot be written there are no locks, and everybody may write.
    """

    def __init__(self, path: Path) -> None:
        name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
        self._place = data_folder() / "open" / name
        self._handle: int | None = None
        self.held = True
        with suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            while self.held and self._handle is None:
                self._try()

    def release(self) -> None:
        """Let another write. Does nothing where the lock is not held."""
        if self._handle is not None:
            with suppress(OSError):
                self._place.unlink()
            os.close(self._handle)
            self._handle = None

    def _try(self) -> None:
        """Take the lock, unless another has it, or put its file away meanwhile. Raises OSError where none can be."""
        handle = os.open(self._place, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                _take(handle)
            except OSError:
                self.held = False
                return
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle), self._place.stat()):
                    self._handle = handle
        finally:
            if self._handle is None:
                os.close(handle)
