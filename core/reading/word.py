"""Word files (.docx): paragraphs by their styles, tables, captions; deleted text and running heads are set aside."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from core.errors import UserError
from core.job import Job
from core.model import Article, Dropped, SectionKind
from core.reading.article import Block, Facts, make_article
from core.reading.characters import one_line
from core.reading.lines import below_headline, without_closing_lines
from core.reading.packed import open_packed

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Word names its own styles in English inside the file, LibreOffice and old templates in the user's language.
_TITLES = ("title", "titel")
_STYLES: tuple[tuple[re.Pattern[str], SectionKind], ...] = (
    (re.compile(r"subtitle|untertitel|vorspann|teaser|lead"), "subheadline"),
    (re.compile(r"heading|überschrift"), "heading"),
    (re.compile(r"caption|beschriftung|bildunterschrift"), "caption"),
    (re.compile(r"list|aufzählung|nummerierung"), "list"),
    (re.compile(r"quote|zitat"), "quote"),
)
_TEMPLATE_TITLES = re.compile(r"^(?:microsoft word|word document|dokument\d*|document\d*|untitled|unbenannt)\b", re.I)


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
        facts = _facts(document, blocks)
        out = list(_left_out(document))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, IndexError) as error:
        raise UserError("error.damaged", source) from error
    blocks, closing = without_closing_lines(_titled(blocks))
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
    if name in _TITLES:
        return "headline"
    for pattern, kind in _STYLES:
        if pattern.search(name):
            return kind
    return "list" if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else "paragraph"


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


def _titled(blocks: list[Block]) -> list[Block]:
    """``blocks`` with the headline first: the paragraph in the title's style, else the first heading where nothing
    but short lines stands before it, else the first paragraph."""
    blocks = [block for block in blocks if block.text]
    at = next((i for i, block in enumerate(blocks) if block.kind == "headline"), None)
    if at is None:
        at = next((i for i, block in enumerate(blocks[:4]) if block.kind == "heading"), None)
        if at is not None and any(len(block.text) > 120 for block in blocks[:at]):
            at = None
    if not at:
        return blocks
    return [blocks[at], *blocks[:at], *blocks[at + 1 :]]


def _facts(document: Document, blocks: list[Block]) -> Facts:
    properties = document.core_properties
    author = one_line(properties.author or "")
    title = one_line(properties.title or "")
    styled = any(block.kind in ("headline", "heading") for block in blocks)
    return Facts(
        # The property is often left from another document: it counts only where the text has no headline of its own.
        title=None if styled or _TEMPLATE_TITLES.match(title) or len(title) < 8 else title,
        author=None if author.lower() in ("", "python-docx", "user", "admin", "microsoft office user") else author,
        language=properties.language or None,
    )


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
    from core.reading.packed import parse_xml

    for note in parse_xml(blob).iter(f"{_W}footnote"):
        yield Dropped(_text(note), "dropped.footnote")
