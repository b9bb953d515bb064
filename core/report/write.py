"""A report's file: the format by its suffix, written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from core.errors import UserError

KEYS = {
    errno.ENOSPC: "error.write.full",
    errno.EDQUOT: "error.write.full",
    errno.EACCES: "error.write.denied",
    errno.EPERM: "error.write.denied",
    errno.EROFS: "error.write.denied",
    errno.ENOENT: "error.write.folder",
    errno.ENOTDIR: "error.write.folder",
    errno.EISDIR: "error.write.is_folder",
    errno.ENAMETOOLONG: "error.write.name",
}


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: what was there before is replaced whole, or stays where anything goes wrong.

    The bytes go to a temporary file in the same folder first. What is no ordinary file (a pipe, ``/dev/stdout``) is
    written to directly. Raises UserError ``error.write…``.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise failed(path, error) from error


def failed(path: Path, error: OSError) -> UserError:
    """What to tell the reader of ``error``."""
    key = KEYS.get(error.errno or 0, "error.write")
    return UserError(key, str(path), reason=error.strerror or type(error).__name__)


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".lesart-", suffix=path.suffix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(path: Path) -> int:
    """The permissions that an ordinary new file would get, or those of the file that is replaced."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
