"""The reading room: bytes → ``Article``, one module a family of formats, one registry.

``read`` opens a file, ``read_all`` a file or a folder and collects what failed, ``read_text`` takes what was pasted;
all end in ``article.make_article``, the one place that normalises text and lays out its sections. Every failure that
is the file's is a ``UserError`` with one sentence. Nothing in a file runs, nothing is fetched. What a reader leaves out
of a file (navigation, teasers, comment forms, page numbers) is kept in ``Article.dropped`` with why. The libraries of
a format are imported when it is first read.

1. ``read`` asks the file system: is it there, is it a file, is there something in it?
2. ``registry.family_of`` looks at the first bytes and the ending.
3. The family's module finds the blocks (headline, paragraphs, captions …) and the facts (outlet, author, date).
4. ``make_article`` cleans, joins, tells the language and the id.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.errors import UserError
from core.job import Job
from core.model import Article, Failure
from core.reading import archive, plain, registry, web

__all__ = ["FORMATS", "places_of", "read", "read_all", "read_place", "read_text"]

_PART = re.compile(r"(?P<file>.+)#\d+")

FORMATS: dict[str, str] = {**registry.FORMATS, registry.ARCHIVE: "format.archive"}
"""Every ending that can be opened (``.pdf``) and the phrase key of its family's name (``format.pdf``)."""


def read(source: str | os.PathLike[str], job: Job | None = None, encoding: str | None = None) -> tuple[Article, ...]:
    """The articles of a file: one as a rule, several where the format holds several.

    ``encoding`` is a reader's choice for text files whose encoding was guessed wrong. Raises UserError, checked from
    the outside in: ``error.missing``, ``error.folder``, ``error.not_a_file``, ``error.unreadable``, ``error.empty``,
    ``error.unknown_format`` and its kin, ``error.too_large``, then what the family's module finds. Of a zip file it
    raises only where nothing in it can be read; ``read_all`` tells what else failed.
    """
    articles, errors = _read(os.fspath(source), job or Job(), encoding)
    if not articles:
        raise errors[0]
    return tuple(articles)


def read_all(
    source: str | os.PathLike[str], job: Job | None = None, encoding: str | None = None
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """The articles of a file, or of all files in a folder and its folders, and what could not be read.

    Raises nothing but ``Cancelled``; ``job`` hears of every file. Files of a folder that are no articles by their
    ending, hidden ones, and the pictures and scripts of saved pages are passed over.
    """
    job = job or Job()
    places = places_of(source)
    articles: list[Article] = []
    failures: list[Failure] = []
    for done, place in enumerate(places):
        job.step(done, len(places), "stage.reading")
        found, failed = read_place(place, job, encoding)
        articles += found
        failures += failed
    return tuple(articles), tuple(failures)


def places_of(source: str | os.PathLike[str]) -> list[str]:
    """The files to be read for ``source``: those in a folder and its folders, else itself (also an empty folder)."""
    name = os.fspath(source)
    found = sorted(_files(name)) if "\0" not in name and Path(name).is_dir() else []
    return found or [name]


def read_place(
    source: str | os.PathLike[str], job: Job, encoding: str | None = None
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """The articles of one file, and what could not be read of it. Raises nothing but ``Cancelled``."""
    name = os.fspath(source)
    try:
        if "\0" not in name and Path(name).is_dir():
            raise UserError("error.nothing_inside", name)
        articles, errors = _read(name, job, encoding)
    except UserError as error:
        return (), (error.failure(),)
    return tuple(articles), tuple(error.failure() for error in errors)


def read_text(text: str, source: str = "clipboard", html: bool = False) -> Article:
    """The article of a pasted text, or of pasted HTML where ``html`` is true. Raises UserError as ``read`` does."""
    data = text.encode("utf-8", errors="replace")
    if not text.strip():
        raise UserError("error.empty", source)
    if len(data) > web.MAX_PASTED:
        raise registry.too_large(source, len(data), web.MAX_PASTED)
    return web.pasted(text, data, source) if html else plain.article_of(text, data, source)


def _read(name: str, job: Job, encoding: str | None) -> tuple[list[Article], list[UserError]]:
    """The articles of a file and the errors of what is in it; raises UserError where it is the file's own.

    ``book.epub#3`` is one chapter, ``rows.csv#7`` one row, as ``Article.source`` calls them.
    """
    part = _PART.fullmatch(name)
    if part and not Path(name).exists() and Path(part["file"]).is_file():
        articles, errors = _read(part["file"], job, encoding)
        articles, errors = [a for a in articles if a.source == name], [e for e in errors if e.source == name]
        if not articles and not errors:
            raise UserError("error.missing", name)
        return articles, errors
    head, size = _first_look(name)
    suffix = Path(name).suffix.lower()
    if suffix == registry.ARCHIVE:
        return _read_archive(_bytes(name, size, archive.MAX_BYTES), name, job, encoding)
    family = registry.family_of(suffix, head, name)
    data = _bytes(name, size, family.max_bytes)
    return _parted(registry.read_bytes(data, suffix, name, job, encoding))


def _parted(found: Iterable[Article | UserError]) -> tuple[list[Article], list[UserError]]:
    found = list(found)
    return [f for f in found if isinstance(f, Article)], [f for f in found if isinstance(f, UserError)]


def _read_archive(data: bytes, name: str, job: Job, encoding: str | None) -> tuple[list[Article], list[UserError]]:
    found: list[Article | UserError] = []
    for inner in archive.members(data, name, registry.FORMATS):
        if isinstance(inner, UserError):
            found.append(inner)
            continue
        try:
            found += registry.read_bytes(inner.data, inner.suffix, inner.source, job, encoding)
        except UserError as error:
            found.append(error)
    return _parted(found)


def _files(folder: str) -> Iterator[str]:
    """The files in a folder and its folders that can be articles; links to folders, and links out of this one, are not
    followed: a folder may come from anybody."""
    home = os.path.realpath(folder)
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            inside = not os.path.islink(path) or os.path.realpath(path).startswith(os.path.join(home, ""))
            if inside and archive.is_wanted(os.path.relpath(path, folder), FORMATS):
                yield path


def _first_look(name: str) -> tuple[bytes, int]:
    """The first bytes of the file and its size."""
    path = Path(name)
    try:
        if not path.exists():
            raise UserError("error.missing", name)
        if path.is_dir():
            raise UserError("error.folder", name)
        if not path.is_file():
            raise UserError("error.not_a_file", name)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(registry.HEAD)
    except (OSError, ValueError) as error:
        raise UserError("error.unreadable", name) from error
    if size <= registry.HEAD and registry.is_blank(head):
        raise UserError("error.empty", name)
    return head, size


def _bytes(name: str, size: int, limit: int) -> bytes:
    if size > limit:
        raise registry.too_large(name, size, limit)
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UserError("error.unreadable", name) from error
