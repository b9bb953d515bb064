"""Files that are ZIP archives, made the same byte for byte from the same comparison."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold; every entry gets it."""


def repacked(archive: bytes, change: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """``archive`` with its entries in their order, dated EARLIEST, those named in ``change`` put through it."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    return packed({name: (change or {}).get(name, bytes)(data) for name, data in entries.items()})


def packed(entries: Mapping[str, bytes]) -> bytes:
    """An archive of ``entries``, name to content, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, data)
    return out.getvalue()


def moment(stamp: str) -> datetime:
    """The time of an ISO stamp in UTC, without zone, as office files keep it; 1980 where it is none."""
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return datetime(*EARLIEST)
    return (when.astimezone(UTC) if when.tzinfo else when).replace(tzinfo=None, microsecond=0)
