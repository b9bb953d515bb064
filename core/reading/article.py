"""The one place where the blocks that a format's module found become an ``Article``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit, urlunsplit

from core.errors import UserError
from core.language.detect import UNDETERMINED, detect
from core.model import Article, Dropped, Section, SectionKind, Span
from core.reading.characters import clean, folded, one_line

MAX_CHARACTERS = 2_000_000
"""The longest text, in code points, that is taken for one article (about 1,000 printed pages)."""

# A first line longer than this is a paragraph without a headline: it stays one, and the title is its beginning.
_LONGEST_TITLE = 300
_SHORTENED_TITLE = 100
_LONGEST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article as a format's module found it: one paragraph, heading, caption, list item …

    White space in ``text`` means nothing: it is folded. ``place`` tells which of two passages of a file comes first,
    for blocks and for what is left out (``Dropped.before``, until ``make_article`` writes a section's number there);
    None where nobody counted.
    """

    kind: SectionKind
    text: str
    place: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says about its article. ``title`` None: the first block is it. ``language`` is only asked where
    the text itself does not tell; ``published`` is ISO 8601. ``address`` may be anything that a file says: only one
    of the web is kept (``address_of``)."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None


def make_article(
    source: str, data: bytes, blocks: Iterable[Block], facts: Facts, dropped: Iterable[Dropped] = ()
) -> Article:
    """The article whose text is the title and ``blocks``, a blank line between them (list items: a line each).

    ``source`` is the path or address as given, ``data`` the file's bytes (for ``sha256``). The text is cleaned (see
    ``characters.clean``), its sections lie in order, do not overlap and hold no white space at their ends. The title
    is the first line; where the text starts with a paragraph of over 300 code points and no title is known, the
    title is that paragraph's beginning and the text is left alone.

    Raises UserError (``error.empty_text``, ``error.too_long``).
    """
    parts = [replace(block, text=text) for block in blocks if (text := one_line(block.text))]
    title, parts = _headed(one_line(facts.title or ""), parts)
    if not parts:
        raise UserError("error.empty_text", source)
    text, sections = lay_out(parts)
    if len(text) > MAX_CHARACTERS:
        raise UserError("error.too_long", source, limit=grouped(MAX_CHARACTERS))
    return Article(
        id=article_id(text),
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        title=title,
        text=text,
        language=_language(text, facts.language),
        outlet=_known(facts.outlet),
        author=_known(facts.author),
        published=_known(facts.published),
        sections=sections,
        dropped=_in_order(dropped, parts),
        address=address_of(facts.address),
    )


def _in_order(dropped: Iterable[Dropped], parts: Sequence[Block]) -> tuple[Dropped, ...]:
    """What was left out, with the number of the section before which it stood, in the order of the file; what has no
    place comes last."""

    def before(place: int | None) -> int | None:
        if place is None or all(part.place is None for part in parts):
            return None
        later = (n for n, part in enumerate(parts) if part.place is not None and part.place > place)
        # Nothing comes back before the headline.
        return max(next(later, len(parts)), 1 if parts[0].kind == "headline" else 0)

    found = [(out, text) for out in dropped if (text := clean(out.text).strip())]
    found.sort(key=lambda item: (item[0].before is None, item[0].before or 0))
    return tuple(replace(out, text=text, before=before(out.before)) for out, text in found)


def address_of(value: str | None) -> str | None:
    """The address of the web that ``value`` is, without fragment and password; None for anything else."""
    try:
        parts = urlsplit(one_line(value or "").replace(" ", ""))
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host or len(value or "") > _LONGEST_ADDRESS:
        return None
    return urlunsplit((parts.scheme, host + port, parts.path, parts.query, ""))


def grouped(number: int) -> str:
    """The number with thin spaces between thousands, which every language reads."""
    return f"{number:,}".replace(",", "\u202f")


def article_id(text: str) -> str:
    """The id of the article with this text: ``a-`` and twelve hexadecimal digits."""
    return "a-" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _headed(title: str, parts: list[Block]) -> tuple[str, list[Block]]:
    """The title, and ``parts`` with it as their first block."""
    if title:
        if parts and folded(parts[0].text) == folded(title):
            parts = parts[1:]
        return title, [Block("headline", title), *parts]
    if not parts:
        return "", parts
    first = parts[0].text
    if len(first) > _LONGEST_TITLE:
        return first[:_SHORTENED_TITLE].rsplit(" ", 1)[0] + " …", parts
    return first, [Block("headline", first), *parts[1:]]


def lay_out(parts: Sequence[Block]) -> tuple[str, tuple[Section, ...]]:
    """The text of the blocks (cleaned, none of them empty) and where each of them lies in it."""
    pieces: list[str] = []
    sections: list[Section] = []
    at = 0
    before: Block | None = None
    for part in parts:
        if before is not None:
            gap = "\n" if before.kind == part.kind == "list" else "\n\n"
            pieces.append(gap)
            at += len(gap)
        pieces.append(part.text)
        sections.append(Section(part.kind, Span(at, at + len(part.text))))
        at += len(part.text)
        before = part
    return "".join(pieces), tuple(sections)


def _language(text: str, declared: str | None) -> str:
    found = detect(text)
    if found == UNDETERMINED and declared:
        code = declared.replace("_", "-").split("-")[0].strip().lower()
        if len(code) == 2 and code.isascii() and code.isalpha():
            return code
    return found


def _known(value: str | None) -> str | None:
    return one_line(value or "") or None
