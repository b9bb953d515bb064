"""The reading room: bytes → ``Article``, one module a family of formats, one registry.

``read`` opens a file, ``read_text`` takes what was pasted; both end in ``article.make_article``, the one place that
normalises text and lays out its sections. Every failure that is the file's is a ``UserError`` with one sentence.
Nothing in a file runs, nothing is fetched. What a reader leaves out of a file (navigation, teasers, comment forms,
page numbers) is kept in ``Article.dropped`` with why. The libraries of a format are imported when it is first read.

1. ``read`` asks the file system: is it there, is it a file, is there something in it?
2. ``registry.family_of`` looks at the first bytes and the ending.
3. The family's module finds the blocks (headline, paragraphs, captions …) and the facts (outlet, author, date).
4. ``make_article`` cleans, joins, tells the language and the id.
"""

from __future__ import annotations

import os
from pathlib import Path

from core.errors import UserError
from core.job import Job
from core.model import Article
from core.reading import plain, web
from core.reading.registry import FORMATS, HEAD, family_of

__all__ = ["FORMATS", "read", "read_text"]


def read(source: str | os.PathLike[str], job: Job | None = None, encoding: str | None = None) -> tuple[Article, ...]:
    """The articles of a file: one as a rule, several where the format holds several.

    ``encoding`` is a reader's choice for text files whose encoding was guessed wrong. Raises UserError, checked from
    the outside in: ``error.missing``, ``error.folder``, ``error.not_a_file``, ``error.unreadable``, ``error.empty``,
    ``error.unknown_format`` and its kin, ``error.too_large``, then what the family's module finds.
    """
    name = os.fspath(source)
    head, size = _first_look(name)
    family = family_of(Path(name).suffix.lower(), head, name)
    if size > family.max_bytes:
        raise UserError("error.too_large", name, size=_megabytes(size), limit=_megabytes(family.max_bytes))
    job = job or Job()
    job.check()
    return family.read(_bytes(name), name, job, encoding)


def read_text(text: str, source: str = "clipboard", html: bool = False) -> Article:
    """The article of a pasted text, or of pasted HTML where ``html`` is true. Raises UserError as ``read`` does."""
    data = text.encode("utf-8", errors="replace")
    if not text.strip():
        raise UserError("error.empty", source)
    if len(data) > web.MAX_PASTED:
        raise UserError("error.too_large", source, size=_megabytes(len(data)), limit=_megabytes(web.MAX_PASTED))
    return web.pasted(text, data, source) if html else plain.article_of(text, data, source)


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
            head = file.read(HEAD)
    except (OSError, ValueError) as error:
        raise UserError("error.unreadable", name) from error
    if size <= HEAD and not head.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        raise UserError("error.empty", name)
    return head, size


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UserError("error.unreadable", name) from error


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
