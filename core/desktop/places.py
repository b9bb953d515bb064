"""The folders of a desktop, as freedesktop.org's base directory specification 0.8 has them."""

from __future__ import annotations

import os
from pathlib import Path


def data_home() -> Path:
    """Where programs that the reader installs put what the desktop looks for."""
    return _home("XDG_DATA_HOME", ".local/share")


def config_home() -> Path:
    """Where the reader's own choices stand."""
    return _home("XDG_CONFIG_HOME", ".config")


def data_folders() -> list[Path]:
    """``data_home`` and the system's own folders, the nearest first."""
    return [data_home(), *_listed("XDG_DATA_DIRS", "/usr/local/share:/usr/share")]


def config_folders() -> list[Path]:
    """``config_home`` and the system's own folders, the nearest first."""
    return [config_home(), *_listed("XDG_CONFIG_DIRS", "/etc/xdg")]


def _home(variable: str, usual: str) -> Path:
    # The specification has a relative path ignored.
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / usual


def _listed(variable: str, usual: str) -> list[Path]:
    named = os.environ.get(variable) or usual
    return [Path(part) for part in named.split(":") if part.startswith("/")]
