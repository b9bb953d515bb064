"""Rich text (.rtf): one paragraph a line, without its styles."""

from __future__ import annotations

import re
from collections.abc import Callable

from core.errors import UserError
from core.job import Job
from core.model import Article
from core.reading.article import Block, make_article
from core.reading.lines import below_headline, without_closing_lines
from core.reading.styles import property_facts

# striprtf puts a link's address behind its words.
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\\\l\s+)?"[^"]*"')
_INFO = re.compile(r"\{\\(title|author|company) ([^{}]*)\}")


def read_rtf(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of a rich text file. Raises UserError ``error.damaged``."""
    from striprtf import striprtf

    words: Callable[..., str] = striprtf.rtf_to_text
    rtf = data.decode("latin-1")
    try:
        text = words(_ADDRESS.sub("", rtf), encoding=encoding or "cp1252", errors="replace")
        about = {name: words(f"{{\\rtf1 {value}}}", errors="replace") for name, value in _INFO.findall(rtf[:20_000])}
    except (ValueError, LookupError, IndexError, OverflowError) as error:
        raise UserError("error.damaged", source) from error
    found = [
        Block("paragraph", line.replace("|", " | ").strip(" |")) for line in text.split("\n") if line.strip(" |\t")
    ]
    facts = property_facts([], None, about.get("author"), None)
    blocks, closing = without_closing_lines(found)
    blocks, facts, byline = below_headline(blocks, facts)
    return (make_article(source, data, blocks, facts, [*byline, *closing]),)
