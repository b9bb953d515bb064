"""The families of formats that Lesart reads: which endings they have, how large they may be, who reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.errors import UserError
from core.job import Job
from core.model import Article
from core.reading.epub import read_epub
from core.reading.mail import read_mail, read_saved_page
from core.reading.markdown import read_markdown
from core.reading.opendocument import read_opendocument
from core.reading.pdf import read_pdf
from core.reading.plain import read_plain
from core.reading.records import read_json, read_table
from core.reading.rtf import read_rtf
from core.reading.web import read_web
from core.reading.word import read_word

Reader = Callable[[bytes, str, Job, str | None], Sequence[Article | UserError]]
"""Bytes, source, job, encoding (None: find it out) → the articles, and what is wrong with single ones of several.
Raises UserError where it is the whole file's."""

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Family:
    """A family of formats: ``label`` is a phrase key, ``max_bytes`` the largest file that is opened at all."""

    label: str
    suffixes: tuple[str, ...]
    read: Reader
    max_bytes: int


# A text of article.MAX_CHARACTERS has at most four bytes a character; pages and documents carry pictures as well.
PLAIN = Family("format.plain", (".txt", ".text"), read_plain, 8 * _MEGABYTE)
MARKDOWN = Family("format.markdown", (".md", ".markdown"), read_markdown, 8 * _MEGABYTE)
WEB = Family("format.web", (".html", ".htm", ".xhtml"), read_web, 20 * _MEGABYTE)
PDF = Family("format.pdf", (".pdf",), read_pdf, 200 * _MEGABYTE)
WORD = Family("format.word", (".docx",), read_word, 100 * _MEGABYTE)

OPENDOCUMENT = Family("format.opendocument", (".odt", ".ott"), read_opendocument, 100 * _MEGABYTE)
RTF = Family("format.rtf", (".rtf",), read_rtf, 50 * _MEGABYTE)
EPUB = Family("format.epub", (".epub",), read_epub, 100 * _MEGABYTE)
MAIL = Family("format.mail", (".eml",), read_mail, 50 * _MEGABYTE)
SAVED = Family("format.saved", (".mhtml", ".mht"), read_saved_page, 100 * _MEGABYTE)
JSON = Family("format.json", (".json", ".jsonl", ".ndjson"), read_json, 50 * _MEGABYTE)
TABLE = Family("format.table", (".csv", ".tsv"), read_table, 50 * _MEGABYTE)

FAMILIES: tuple[Family, ...] = (PLAIN, MARKDOWN, WEB, PDF, WORD, OPENDOCUMENT, RTF, EPUB, MAIL, SAVED, JSON, TABLE)

FORMATS: dict[str, str] = {suffix: family.label for family in FAMILIES for suffix in family.suffixes}
"""Every ending that can be opened (``.pdf``) and the phrase key of its family's name (``format.pdf``)."""

_BY_SUFFIX = {suffix: family for family in FAMILIES for suffix in family.suffixes}
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM6")
# The first member of these packed files says what they are.
_PACKED = ((b"mimetypeapplication/epub+zip", EPUB), (b"mimetypeapplication/vnd.oasis.opendocument.text", OPENDOCUMENT))
_OLE = b"\xd0\xcf\x11\xe0"
ARCHIVE = ".zip"
HEAD = 4096
"""How many bytes of a file ``family_of`` wants to see."""


def family_of(suffix: str, head: bytes, source: str) -> Family:
    """The family that reads a file with this ending (lower case, with the point) and these first bytes.

    What the bytes are goes before what the name says: a PDF that was saved as ``.txt`` is a PDF. Raises UserError
    where nothing here reads it, with the most helpful reason known.
    """
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(_OLE):
        raise UserError("error.encrypted" if suffix == ".docx" else "error.old_office", source)
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        raise UserError("error.picture", source)
    if head.startswith(b"{\\rtf"):
        return RTF
    for sign, packed in _PACKED:
        if head.startswith(b"PK\x03\x04") and sign in head[:200]:
            return packed
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf")):
        return WEB
    family = _BY_SUFFIX.get(suffix)
    if family is None:
        if suffix:
            raise UserError("error.unknown_format", source, suffix=suffix, known=", ".join((*FORMATS, ARCHIVE)))
        return PLAIN
    return family


def read_bytes(
    data: bytes, suffix: str, source: str, job: Job, encoding: str | None = None
) -> Sequence[Article | UserError]:
    """The articles in the bytes of a file with this ending, as a ``Reader`` gives them. Raises UserError."""
    if len(data) <= HEAD and is_blank(data):
        raise UserError("error.empty", source)
    family = family_of(suffix, data[:HEAD], source)
    if len(data) > family.max_bytes:
        raise too_large(source, len(data), family.max_bytes)
    job.check()
    return family.read(data, source, job, encoding)


def is_blank(data: bytes) -> bool:
    """Whether there is nothing in the bytes but blanks, line ends and a byte order mark."""
    return not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf")


def too_large(source: str, size: int, limit: int) -> UserError:
    """The error of a file of ``size`` bytes where ``limit`` are allowed."""
    return UserError("error.too_large", source, size=_megabytes(size), limit=_megabytes(limit))


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.0f} MB"
