"""Lesart on the reader's own desktop: in the menu, with its icon, and known as what opens its comparisons.

For Linux and its like, in the reader's folders alone. By freedesktop.org's specifications: desktop entries 1.5, icon
themes, shared MIME info, MIME applications 1.0.1, base directories 0.8, AppStream 1.0.
"""

from __future__ import annotations

from core.desktop.install import install, uninstall
from core.desktop.places import data_home
from core.errors import UserError
from core.phrases import say

__all__ = ["install", "say_install", "say_uninstall", "uninstall"]


def say_install(language: str) -> str:
    """Install, and say what was done. Raises UserError where it cannot be."""
    try:
        count = len(install())
    except OSError as error:
        raise _unwritten(error) from error
    return say("desktop.installed", language, count=count, folder=str(data_home()))


def say_uninstall(language: str) -> str:
    """Uninstall, and say what was done, and what is left. Raises UserError where it cannot be."""
    try:
        gone, left = uninstall()
    except OSError as error:
        raise _unwritten(error) from error
    lines = [say("desktop.left", language, file=str(path)) for path in left]
    if gone or not left:
        key = "desktop.removed" if gone else "desktop.nothing"
        lines.insert(0, say(key, language, count=len(gone), folder=str(data_home())))
    return "\n".join(lines)


def _unwritten(error: OSError) -> UserError:
    return UserError("error.desktop.write", str(error.filename or data_home()), reason=error.strerror or str(error))
