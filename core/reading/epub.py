"""Electronic books and magazines (.epub): one article a chapter."""

from __future__ import annotations

import posixpath
import zipfile
from typing import Any
from urllib.parse import unquote

from core.errors import UserError
from core.job import Job
from core.model import Article
from core.reading import web
from core.reading.article import Block, Facts, make_article
from core.reading.characters import one_line
from core.reading.dates import to_iso
from core.reading.encoding import decode
from core.reading.lines import below_headline, without_closing_lines
from core.reading.packed import member, open_packed, parse_xml

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
# Title pages, imprints and tables of contents are shorter than any article.
_LEAST = 400


def read_epub(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The chapters of a book in its reading order, each an article; what is shorter than 400 characters is none.

    The source of a chapter is ``book.epub#3``, counted over the book's parts from 1. Raises UserError
    ``error.damaged``, ``error.encrypted`` (copy protection), ``error.no_chapters``.
    """
    from lxml.etree import LxmlError

    with open_packed(data, source) as packed:
        try:
            if "META-INF/rights.xml" in packed.namelist():
                raise UserError("error.encrypted", source)
            folder, package = _package(packed, source)
            facts, parts = _facts(package), _spine(package, folder)
        except (LxmlError, AttributeError) as error:
            raise UserError("error.damaged", source) from error
        articles = []
        for number, name in enumerate(parts, 1):
            job.step(number - 1, len(parts), "stage.reading")
            if name in packed.namelist():
                page = decode(member(packed, name, source), source)
                articles += _chapter(page, f"{source}#{number}", data, facts)
    if not articles:
        raise UserError("error.no_chapters", source)
    return tuple(articles)


def _package(packed: zipfile.ZipFile, source: str) -> tuple[str, Any]:
    """The folder of the book's package file, and that file."""
    container = parse_xml(member(packed, "META-INF/container.xml", source))
    name = container.find(f".//{_CONTAINER}rootfile").get("full-path") or ""
    return posixpath.dirname(name), parse_xml(member(packed, name, source))


def _facts(package: Any) -> Facts:
    def said(name: str) -> str | None:
        return (
            ", ".join(text for element in package.iter(f"{_DC}{name}") if (text := one_line(element.text or "")))
            or None
        )

    return Facts(
        outlet=said("publisher") or said("title"),
        author=said("creator"),
        published=to_iso(said("date") or ""),
        language=said("language"),
    )


def _spine(package: Any, folder: str) -> list[str]:
    places = {item.get("id"): item.get("href") or "" for item in package.iter(f"{_OPF}item")}
    wanted = [places.get(entry.get("idref"), "") for entry in package.iter(f"{_OPF}itemref")]
    return [posixpath.normpath(posixpath.join(folder, unquote(place))) for place in wanted if place]


def _chapter(html: str, source: str, data: bytes, facts: Facts) -> list[Article]:
    blocks, out = web.pieces(html)
    if sum(len(block.text) for block in blocks) < _LEAST:
        return []
    if blocks[0].kind == "heading":
        blocks[0] = Block("headline", blocks[0].text)
    blocks, closing = without_closing_lines(blocks)
    blocks, known, byline = below_headline(blocks, facts)
    return [make_article(source, data, blocks, known, [*byline, *closing, *out])]
