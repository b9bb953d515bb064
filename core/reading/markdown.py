"""Markdown: the markup goes, its meaning (heading, list, quotation) stays; front matter tells the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from core.job import Job
from core.model import Article, SectionKind
from core.reading.article import Block, Facts, make_article
from core.reading.dates import to_iso
from core.reading.encoding import decode
from core.reading.lines import below_headline, without_closing_lines

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)$")
_TITLE = ("title", "titel", "headline")
_AUTHOR = ("author", "authors", "autor", "autorin", "autoren", "by")
_OUTLET = ("outlet", "publication", "publisher", "medium", "source", "site", "quelle")
_DATE = ("date", "published", "datum", "pubdate")
_LANGUAGE = ("lang", "language", "sprache")
_OPEN: dict[str, SectionKind] = {
    "heading_open": "heading",
    "blockquote_open": "quote",
    "list_item_open": "list",
}


def read_markdown(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of a Markdown file. Raises UserError where the bytes are no text."""
    text = decode(data, source, encoding).replace("\r\n", "\n").replace("\r", "\n")
    fields, body = _front_matter(text)
    facts = Facts(
        title=_field(fields, _TITLE),
        outlet=_field(fields, _OUTLET),
        author=_field(fields, _AUTHOR),
        published=to_iso(_field(fields, _DATE) or ""),
        language=_field(fields, _LANGUAGE),
    )
    blocks, out = without_closing_lines(list(_blocks(body)))
    if facts.title and blocks and blocks[0].kind != "headline":
        blocks.insert(0, Block("headline", facts.title))
    blocks, facts, byline = below_headline(blocks, facts)
    return (make_article(source, data, blocks, facts, [*byline, *out]),)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of a YAML front matter (flat ones: a name, a value or a list) and the rest of the text."""
    match = _FRONT.match(text)
    if not match:
        return {}, text
    fields: dict[str, str] = {}
    name = ""
    for line in match[1].split("\n"):
        field = _FIELD.match(line)
        if field:
            name = field[1].lower()
            fields[name] = _plain(field[2])
        elif name and line.strip().startswith("- "):
            fields[name] = ", ".join(filter(None, [fields[name], _plain(line.strip()[2:])]))
    return fields, text[match.end() :]


def _plain(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_plain(item) for item in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _field(fields: dict[str, str], names: Sequence[str]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _blocks(text: str) -> Iterator[Block]:
    """The blocks of the text; the first heading is the headline where nothing stands before it."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"]).parse(text)
    kinds: list[SectionKind] = []
    row: list[str] | None = None
    first = True
    for token in tokens:
        if token.type in _OPEN:
            kinds.append(_OPEN[token.type])
        elif token.type.replace("_close", "_open") in _OPEN:
            kinds.pop()
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Block("paragraph", " | ".join(row or []))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_inline(token))
        elif token.type in ("inline", "fence", "code_block"):
            kind: SectionKind = kinds[-1] if kinds else "paragraph"
            text_of = _inline(token) if token.type == "inline" else token.content
            yield Block("headline" if first and kind == "heading" else kind, text_of)
            first = False
        elif token.type == "html_block":
            yield from _raw(token.content)


def _raw(html: str) -> Iterator[Block]:
    """The words of raw HTML in the text; a comment or a script has none."""
    from core.reading.web_page import parse, passages

    page = parse(html)
    yield from (Block("paragraph", passage.text) for passage in (passages(page) if page is not None else []))


def _inline(token: Token) -> str:
    """The words of an inline token: link texts without addresses, pictures without their description, no HTML."""
    pieces = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
    return "".join(pieces)
