"""OpenDocument texts (.odt): paragraphs by their styles; notes, comments and deleted text are set aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.errors import UserError
from core.job import Job
from core.model import Article, Dropped, SectionKind
from core.reading.article import Block, make_article
from core.reading.characters import one_line
from core.reading.lines import below_headline, without_closing_lines
from core.reading.packed import member, open_packed, parse_xml
from core.reading.styles import headline_first, kind_of_style, property_facts

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _STYLE = (f"{_OASIS}{name}:1.0}}" for name in ("text", "table", "office", "style"))
_DC = "{http://purl.org/dc/elements/1.1/}"
# Not part of the running text, and why.
_APART = {
    f"{_TEXT}note": "dropped.footnote",
    f"{_OFFICE}annotation": "dropped.annotation",
    f"{_TEXT}tracked-changes": "dropped.deleted",
}
_BLANKS = (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break")


def read_opendocument(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of an OpenDocument text. Raises UserError ``error.damaged``, ``error.encrypted``, ``error.bomb``."""
    from lxml.etree import LxmlError

    with open_packed(data, source) as packed:
        names = packed.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in member(packed, "META-INF/manifest.xml", source):
            raise UserError("error.encrypted", source)
        try:
            content = parse_xml(member(packed, "content.xml", source))
            about = parse_xml(member(packed, "meta.xml", source)) if "meta.xml" in names else None
        except LxmlError as error:
            raise UserError("error.damaged", source) from error
    blocks = list(_blocks(content))
    title, author, language = (_property(about, name) for name in ("title", "creator", "language"))
    facts = property_facts(blocks, title, author, language)
    blocks, closing = without_closing_lines(headline_first(blocks))
    blocks, facts, byline = below_headline(blocks, facts)
    out = [Dropped(_words(element), _APART[element.tag]) for element in content.iter(*_APART)]
    return (make_article(source, data, blocks, facts, [*byline, *closing, *out]),)


def _property(about: Any, name: str) -> str | None:
    element = about.find(f".//{_DC}{name}") if about is not None else None
    return one_line(element.text or "") or None if element is not None else None


def _blocks(content: Any) -> Iterator[Block]:
    parents = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name") or ""
        for style in content.iter(f"{_STYLE}style")
    }
    for element in content.iter(f"{_TEXT}h", f"{_TEXT}p", f"{_TABLE}table-row"):
        if element.tag == f"{_TABLE}table-row":
            cells = [_words(cell) for cell in element.iterchildren(f"{_TABLE}table-cell")]
            yield Block("paragraph", " | ".join(cell for cell in cells if cell))
        elif next(element.iterancestors(f"{_TABLE}table-row", *_APART), None) is None:
            yield Block(_kind(element, parents), _words(element))


def _kind(element: Any, parents: dict[str, str]) -> SectionKind:
    name = element.get(f"{_TEXT}style-name") or ""
    # An automatic style ("P1") says nothing; the named one that it is made from does.
    kind = kind_of_style((parents.get(name) or name).replace("_20_", " "))
    if kind == "paragraph" and element.tag == f"{_TEXT}h":
        return "heading"
    in_list = next(element.iterancestors(f"{_TEXT}list-item"), None) is not None
    return "list" if kind == "paragraph" and in_list else kind


def _words(element: Any) -> str:
    """The text below ``element`` without what stands apart, each paragraph's inner paragraphs (text boxes) not its own."""
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            apart = node is not element and (node.tag in _APART or (node.tag == f"{_TEXT}p" and element.tag in _OWN))
            if apart:
                walk.skip_subtree()
            else:
                pieces.append(" " if node.tag in (*_BLANKS, f"{_TEXT}p") else "")
                pieces.append(node.text or "")
        elif node is not element:
            pieces.append(node.tail or "")
    return one_line("".join(pieces))


_OWN = (f"{_TEXT}p", f"{_TEXT}h")
