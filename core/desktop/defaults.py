"""Which program the desktop opens a kind of file with, and how it stays that one.

A desktop on which nobody ever chose takes the first program it comes across, the reader's own folder first: a newly
installed one would take over every web page. So whoever opens a kind of file now is written down as the reader's choice
before Lesart is offered beside it, and where nobody opens it, Lesart does not offer itself. Source: freedesktop.org's MIME applications specification 1.0.1.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.desktop.places import config_folders, config_home, data_folders

ENTRY = "lesart.desktop"
CHOSEN = "Default Applications"


def list_path() -> Path:
    """The file in which the desktop keeps the reader's choices."""
    return config_home() / "mimeapps.list"


def openers(kinds: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """Those of ``kinds`` that some program but Lesart opens, with its desktop entry, and whether somebody chose it."""
    found = {}
    for kind in kinds:
        for ancestor in _ancestors(kind):
            chosen = _chosen(ancestor)
            entry = chosen or _first_at_hand(ancestor)
            if entry:
                # A line of the reader's that names a program which is gone is not ours to mend.
                settled = bool(chosen) and ancestor == kind
                if settled or not _values(list_path(), CHOSEN, kind):
                    found[kind] = (entry, settled)
                break
    return found


def keep(choices: dict[str, str]) -> None:
    """Write ``choices`` (kind → desktop entry) down as the reader's."""
    if not choices:
        return
    path = list_path()
    lines = _lines(path)
    added = [f"{kind}={entry}" for kind, entry in choices.items()]
    head = f"[{CHOSEN}]"
    if head in lines:
        place = lines.index(head) + 1
        lines[place:place] = added
    else:
        lines += [head, *added]
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, lines)


def release(choices: dict[str, str]) -> None:
    """Take ``choices`` out again, as far as the reader has not chosen anew since."""
    path = list_path()
    if not choices or not path.exists():
        return
    ours = {f"{kind}={entry}" for kind, entry in choices.items()}
    kept, group = [], ""
    for line in _lines(path):
        group = line if line.startswith("[") else group
        if group != f"[{CHOSEN}]" or line.strip().rstrip(";") not in ours:
            kept.append(line)
    if kept[-1:] == [f"[{CHOSEN}]"]:
        kept.pop()
    if kept:
        _write(path, kept)
    else:
        path.unlink()


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _write(path: Path, lines: list[str]) -> None:
    beside = path.with_name(f".{path.name}.lesart")
    beside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    beside.replace(path)


def _chosen(kind: str) -> str:
    """The installed program that somebody, reader or distributor, chose for ``kind``."""
    for path in _choice_files():
        for entry in _values(path, CHOSEN, kind):
            if _installed(entry):
                return entry
    return ""


def _first_at_hand(kind: str) -> str:
    for folder in data_folders():
        for entry in _values(folder / "applications/mimeinfo.cache", "MIME Cache", kind):
            if entry != ENTRY and _installed(entry):
                return entry
    return ""


def _choice_files() -> Iterator[Path]:
    desktops = [name.lower() for name in os.environ.get("XDG_CURRENT_DESKTOP", "").split(":") if name]
    names = [*(f"{name}-mimeapps.list" for name in desktops), "mimeapps.list"]
    for folder in config_folders():
        yield from (folder / name for name in names)
    for folder in data_folders():
        yield from (folder / "applications" / name for name in (*names, "defaults.list"))


def _values(path: Path, group: str, key: str) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    inside = re.search(rf"^\[{re.escape(group)}\]$(.*?)(?=^\[|\Z)", text, re.M | re.S)
    line = inside and re.search(rf"^{re.escape(key)}[ \t]*=[ \t]*(.*)$", inside[1], re.M)
    return [part.strip() for part in line[1].split(";") if part.strip()] if line else []


def _installed(entry: str) -> bool:
    """Whether there is a program behind ``entry``; a dash may stand for a folder (``kde-foo`` is ``kde/foo``)."""
    return any((folder / "applications" / name).exists() for folder in data_folders() for name in _spelled(entry))


def _spelled(entry: str) -> list[str]:
    return [entry, entry.replace("-", "/", 1)]


def _ancestors(kind: str) -> list[str]:
    """``kind`` and what it is a special case of, the nearest first: a Markdown file is a plain text as well."""
    found = [kind]
    for one in found:
        for folder in data_folders():
            try:
                known = (folder / "mime/subclasses").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            found += [up for up in re.findall(rf"^{re.escape(one)} (\S+)$", known, re.M) if up not in found]
    if kind.startswith("text/") and "text/plain" not in found:
        found.append("text/plain")
    return found
