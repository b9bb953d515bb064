"""Articles as records: what the fields of JSON objects and of table columns are called, in German and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.model import Article
from core.reading import plain, web
from core.reading.article import Block, Facts, address_of, make_article
from core.reading.characters import one_line
from core.reading.dates import to_iso
from core.reading.lines import author_of, below_headline, without_closing_lines

TEXT = (
    "text",
    "body",
    "body_text",
    "content",
    "article",
    "fulltext",
    "full_text",
    "articlebody",
    "volltext",
    "inhalt",
    "artikel",
    "artikeltext",
)
HTML = ("html", "body_html", "body_xhtml", "content_html")
_TITLE = ("title", "headline", "titel", "überschrift", "name", "schlagzeile")
_OUTLET = (
    "outlet",
    "source",
    "publisher",
    "provider",
    "site",
    "publication",
    "medium",
    "quelle",
    "zeitung",
    "newspaper",
    "domain",
)
_AUTHOR = ("author", "authors", "byline", "by", "creator", "autor", "autorin", "autoren", "verfasser")
_DATE = (
    "published",
    "date",
    "datepublished",
    "published_at",
    "publishedat",
    "publish_date",
    "date_published",
    "versioncreated",
    "firstcreated",
    "datum",
    "veröffentlicht",
    "erschienen",
)
_ADDRESS = ("url", "link", "canonical", "canonical_url", "address", "permalink", "adresse", "uri")
_LANGUAGE = ("language", "lang", "sprache")  # fmt: skip


def has_text(record: Mapping[str, object]) -> bool:
    """Whether the record (its names in lower case) carries an article's text."""
    return any(one_line(_said(record, name)) for name in (*TEXT, *HTML))


def has_title(record: Mapping[str, object]) -> bool:
    """Whether the record is called something: one without a text is then an article that lacks it."""
    return any(_said(record, name) for name in _TITLE[:2])


def article_of(record: Mapping[str, object], data: bytes, source: str) -> Article:
    """The article of a record whose names are in lower case. Raises UserError ``error.empty_text``."""
    facts = Facts(
        title=_first(record, _TITLE),
        outlet=_first(record, _OUTLET),
        author=_author(_first(record, _AUTHOR)),
        published=to_iso(_first(record, _DATE) or ""),
        language=_first(record, _LANGUAGE),
        address=next((address for name in _ADDRESS if (address := address_of(_said(record, name)))), None),
    )
    html = next((text for name in HTML if (text := _said(record, name))), "")
    text = next((text for name in TEXT if (text := _said(record, name))), "")
    blocks, out = (list(plain.blocks_of(text)), []) if text and not _is_html(text) else web.pieces(html or text)
    if facts.title:
        blocks = [Block("headline", facts.title), *blocks]
    blocks, closing = without_closing_lines(blocks)
    blocks, facts, byline = below_headline(blocks, facts)
    return make_article(source, data, blocks, facts, [*byline, *closing, *out])


def _is_html(text: str) -> bool:
    return "</p>" in text or "</div>" in text or "<br" in text


def _first(record: Mapping[str, object], names: Sequence[str]) -> str | None:
    return next((text for name in names if (text := one_line(_said(record, name)))), None)


def _said(record: Mapping[str, object], name: str) -> str:
    """A field as text: a string, a list of them (paragraphs, authors), or an object with a name or a value."""
    return _flat(record.get(name), "\n\n" if name in TEXT else ", ")


def _flat(value: object, between: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return between.join(text for item in value if (text := _flat(item, between)))
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "value", "title", "text"))
        return next((text for text in named if isinstance(text, str)), "")
    return ""


def _author(value: str | None) -> str | None:
    return (author_of(value) or value) if value else None
