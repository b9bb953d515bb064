"""Zip files with articles in them: nothing is unpacked to the disk, and no name in them is believed."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from core.errors import UserError
from core.reading.packed import member, open_packed

MAX_BYTES = 200_000_000
"""The largest zip file that is opened."""
MAX_ARTICLES = 2_000
# Folders where browsers put the pictures and scripts of a saved page, in the browsers' languages.
_COMPANIONS = ("_files", "-dateien", "_dateien", "-files", ".files")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip file: its address (``news.zip/wire.txt``), its ending, and how to get its bytes."""

    source: str
    suffix: str
    data: bytes


def members(data: bytes, source: str, suffixes: Collection[str]) -> Iterator[Member | UserError]:
    """The files in the zip file whose ending is one of ``suffixes``, or the error of each that cannot be read.

    Links are refused, zip files in the zip file are not opened. Raises UserError where the zip file itself is damaged,
    encrypted or a bomb, or has no such file (``error.nothing_inside``).
    """
    with open_packed(data, source) as packed:
        wanted = [
            entry
            for entry in packed.infolist()
            if not entry.filename.endswith("/") and is_wanted(entry.filename, suffixes)
        ]
        if not wanted:
            raise UserError("error.nothing_inside", source)
        if len(wanted) > MAX_ARTICLES:
            raise UserError("error.too_many_records", source, count=len(wanted), limit=MAX_ARTICLES)
        for entry in sorted(wanted, key=lambda entry: entry.filename):
            inner = f"{source}/{'/'.join(_parts(entry.filename))}"
            if stat.S_ISLNK(entry.external_attr >> 16):
                yield UserError("error.link", inner)
                continue
            try:
                yield Member(inner, PurePosixPath(inner).suffix.lower(), member(packed, entry.filename, inner))
            except UserError as error:
                yield error


def is_wanted(name: str, suffixes: Collection[str]) -> bool:
    """Whether a file of this name can be an article: no hidden file, no part of a saved page, a known ending."""
    parts = _parts(name)
    if not parts or any(part.startswith((".", "__MACOSX")) for part in parts):
        return False
    if any(part.lower().endswith(_COMPANIONS) for part in parts[:-1]):
        return False
    return PurePosixPath(parts[-1]).suffix.lower() in suffixes


def _parts(name: str) -> list[str]:
    """The parts of a member's name that lead nowhere else: no "..", no drive, no root."""
    return [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..") and ":" not in part]
