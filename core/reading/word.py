"""Word files (.docx): paragraphs by their styles, tables, captions; deleted text and running heads are set aside."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from core.errors import UserError
from core.job import Job
from core.model import Article, Dropped, SectionKind
from core.reading.article import Block, make_article
from core.reading.characters import one_line
from core.reading.lines import below_headline, without_closing_lines
from core.reading.packed import BROKEN, open_packed, parse_xml
from core.reading.styles import headline_first, kind_of_style, property_facts

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_word(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of a Word file. Raises UserError ``error.damaged``, ``error.too_large``.

    The properties' dates tell when the file was made, not when the article appeared, so they are not taken for it.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    open_packed(data, source).close()
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(_blocks(document))
        about = document.core_properties
        facts = property_facts(blocks, about.title, about.author, about.language)
        out = list(_left_out(document))
    except (OpcError, LxmlError, *BROKEN) as error:
        raise UserError("error.damaged", source) from error
    blocks, closing = without_closing_lines(headline_first(blocks))
    blocks, facts, byline = below_headline(blocks, facts)
    return (make_article(source, data, blocks, facts, [*byline, *closing, *out]),)


def _blocks(document: Document) -> Iterator[Block]:
    """Paragraphs and table rows in document order; the title's style is told by the kind ``headline``."""
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    for element in document.element.body.iter(f"{_W}p", f"{_W}tr"):
        if element.tag == f"{_W}tr":
            cells = [_text(cell) for cell in element.iterchildren(f"{_W}tc")]
            yield Block("paragraph", " | ".join(cell for cell in cells if cell))
        elif next(element.iterancestors(f"{_W}tr"), None) is None and not _repeated(element):
            yield Block(_kind(element, names), _text(element))


def _kind(paragraph: Any, names: dict[str, str]) -> SectionKind:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = names.get(style.get(f"{_W}val") or "", "") if style is not None else ""
    kind = kind_of_style(name)
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return "list" if kind == "paragraph" and numbered else kind


def _text(element: Any, deleted: bool = False) -> str:
    """The visible text below ``element``, or the text that tracked changes deleted in it."""
    pieces: list[str] = []
    for node in element.iter():
        if node.tag == f"{_W}delText" if deleted else node.tag == f"{_W}t":
            if deleted or not _repeated(node):
                pieces.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}p"):
            pieces.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
    return one_line("".join(pieces))


def _repeated(element: Any) -> bool:
    """Whether the element is a text box's copy for old programs, which says everything a second time."""
    return any(str(parent.tag).endswith("}Fallback") for parent in element.iterancestors())


def _left_out(document: Document) -> Iterator[Dropped]:
    yield Dropped(_text(document.element.body, deleted=True), "dropped.deleted")
    seen: set[str] = set()
    for section in document.sections:
        for part in (section.header, section.footer):
            text = one_line(" ".join(paragraph.text for paragraph in part.paragraphs))
            if text and text not in seen:
                seen.add(text)
                yield Dropped(text, "dropped.running_head")
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            yield from _footnotes(relation.target_part.blob)


def _footnotes(blob: bytes) -> Iterator[Dropped]:
    for note in parse_xml(blob).iter(f"{_W}footnote"):
        yield Dropped(_text(note), "dropped.footnote")
