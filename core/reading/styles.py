"""What word processors' documents share: styles that say what a paragraph is, properties that may be true."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.model import SectionKind
from core.reading.article import Block, Facts
from core.reading.characters import one_line

# Word names its own styles in English inside the file, LibreOffice and old templates in the user's language.
_TITLES = ("title", "titel", "haupttitel", "headline")
_STYLES: tuple[tuple[re.Pattern[str], SectionKind], ...] = (
    (re.compile(r"subtitle|untertitel|vorspann|teaser|lead"), "subheadline"),
    (re.compile(r"heading|überschrift"), "heading"),
    (re.compile(r"caption|beschriftung|bildunterschrift|illustration"), "caption"),
    (re.compile(r"list|aufzählung|nummerierung"), "list"),
    (re.compile(r"quote|quotation|zitat"), "quote"),
)
_TEMPLATE_TITLES = re.compile(r"^(?:microsoft word|word document|dokument\d*|document\d*|untitled|unbenannt)\b", re.I)
# What programs write where nobody said who the author is.
_NOBODY = frozenset(
    {"", "python-docx", "user", "admin", "administrator", "microsoft office user", "unknown", "unbekannt"}
)
_LONGEST_BEFORE_HEADING = 120


def kind_of_style(name: str) -> SectionKind:
    """What a paragraph in the style of this name is; ``headline`` for the title's style."""
    name = name.casefold()
    if name in _TITLES:
        return "headline"
    return next((kind for pattern, kind in _STYLES if pattern.search(name)), "paragraph")


def headline_first(blocks: Sequence[Block]) -> list[Block]:
    """``blocks`` with the headline first: the paragraph in the title's style, else the first heading where nothing
    but short lines stands before it, else the first paragraph."""
    found = [block for block in blocks if block.text]
    at = next((i for i, block in enumerate(found) if block.kind == "headline"), None)
    if at is None:
        at = next((i for i, block in enumerate(found[:4]) if block.kind == "heading"), None)
        if at is not None and any(len(block.text) > _LONGEST_BEFORE_HEADING for block in found[:at]):
            at = None
    if at is None:
        return found
    return [found[at], *found[:at], *found[at + 1 :]]


def property_facts(blocks: Sequence[Block], title: str | None, author: str | None, language: str | None) -> Facts:
    """The facts that a document's properties tell. The title is often left from another document: it counts only
    where no paragraph of the text is styled as one."""
    title, author = one_line(title or ""), one_line(author or "")
    styled = any(block.kind in ("headline", "heading") for block in blocks)
    return Facts(
        title=None if styled or _TEMPLATE_TITLES.match(title) or len(title) < 8 else title,
        author=None if author.casefold() in _NOBODY else author,
        language=language or None,
    )
