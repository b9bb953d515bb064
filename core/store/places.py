"""Where Lesart keeps what the reader has given no place."""

from __future__ import annotations

from pathlib import Path


def data_folder() -> Path:
    """The folder for Lesart's data in the reader's home, as the system has it. It need not exist."""
    from platformdirs import user_data_path

    return user_data_path("Lesart", appauthor=False)


def drafts() -> Path:
    """The folder of the projects that were never saved under a name."""
    return data_folder() / "unsaved"
