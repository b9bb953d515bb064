"""Plain text: a headline on the first line, then paragraphs, whether one a line or wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.job import Job
from core.model import Article
from core.reading.article import Block, Facts, make_article
from core.reading.characters import clean
from core.reading.encoding import decode
from core.reading.hyphens import join_all, words_of
from core.reading.lines import below_headline, without_closing_lines

# Nobody wraps by hand beyond this; longer lines are paragraphs.
_WIDEST_WRAP = 120
# A line break is a wrap where the next word would not have fitted; tools and people differ by a few columns.
_SLACK = 0.85
_NARROWEST_WRAP = 40
_LONGEST_HEADING = 80
# A line of signs under the headline or between parts ("=====", "* * *") is drawing, not text.
_RULE = re.compile(r"^(?:[=_~-]{3,}|(?:\*\s*){3,})$")
_ITEM = re.compile(r"^(?:[-–*•·‣▪●]|\(?\d{1,2}[.)])\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'“”’‘»«›‹)\]]*$")


def read_plain(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of a text file. Raises UserError where the bytes are no text."""
    return (article_of(decode(data, source, encoding), data, source),)


def article_of(text: str, data: bytes, source: str) -> Article:
    """The article of a plain text; ``data`` are the bytes it came from."""
    blocks, out = without_closing_lines(list(blocks_of(text)))
    blocks, facts, byline = below_headline(blocks, Facts())
    return make_article(source, data, blocks, facts, [*byline, *out])


def blocks_of(text: str) -> Iterator[Block]:
    """The paragraphs of ``text``: what blank lines set apart, with wrapped lines joined and list items alone.

    The first line is a paragraph of its own (the headline), unless it runs on into the next lines.
    """
    text = clean(text)
    words = words_of(text.split("\n"))
    chunks = [
        lines
        for chunk in re.split(r"\n *\n", text)
        if (lines := [line.strip() for line in chunk.split("\n") if line.strip() and not _RULE.match(line.strip())])
    ]
    if chunks and len(chunks[0]) > 1 and _is_headline(chunks[0]):
        chunks[:1] = [chunks[0][:1], chunks[0][1:]]
    blocks = [block for lines in chunks for block in _paragraphs(lines, words)]
    for index, block in enumerate(blocks):
        # The first two are the headline and the byline or the lead.
        heading = 1 < index < len(blocks) - 1 and _is_heading(blocks[index - 1], block, blocks[index + 1])
        yield Block("heading", block.text) if heading else block


def _is_heading(before: Block, block: Block, after: Block) -> bool:
    """Whether a short line without a full stop between two whole paragraphs is a sub-heading."""
    if block.kind != "paragraph" or len(block.text) > _LONGEST_HEADING or _SENTENCE_END.search(block.text):
        return False
    whole = bool(_SENTENCE_END.search(before.text)) and bool(_SENTENCE_END.search(after.text))
    return whole and len(after.text) > len(block.text) and not after.text[0].islower()


def _is_headline(lines: list[str]) -> bool:
    """Whether the first of the lines that open the file is a headline of its own: it does not run on."""
    widest = max(map(len, lines))
    runs_on = widest <= _WIDEST_WRAP and _full(lines[0], lines[1], widest) and not _SENTENCE_END.search(lines[0])
    return not runs_on and not lines[1][:1].islower()


def _paragraphs(lines: list[str], words: frozenset[str]) -> Iterator[Block]:
    widest = max(map(len, lines))
    wrapped = widest <= _WIDEST_WRAP and _looks_wrapped(lines, widest)
    items = sum(bool(_ITEM.match(line)) for line in lines)
    current: list[str] = []
    for line in lines:
        if current and not _joins(current[-1], line, widest, wrapped, items):
            yield _block(join_all(current, words, breaks_words=False))
            current = []
        current.append(line)
    yield _block(join_all(current, words, breaks_words=False))


def _block(text: str) -> Block:
    return Block("list" if _ITEM.match(text) else "paragraph", text)


def _looks_wrapped(lines: list[str], widest: int) -> bool:
    """Whether most line breaks stand where the next word would not have fitted."""
    if len(lines) < 2 or widest < _NARROWEST_WRAP:
        return False
    fitting = sum(_full(line, after, widest) for line, after in pairwise(lines))
    return fitting * 2 >= len(lines) - 1


def _full(line: str, after: str, widest: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) > _SLACK * widest


def _joins(line: str, after: str, widest: int, wrapped: bool, items: int) -> bool:
    """Whether the break between ``line`` and ``after`` is a wrap (True) or the end of a paragraph."""
    if _ITEM.match(after) and (items > 1 or _SENTENCE_END.search(line)):
        return False
    if not wrapped:
        return widest <= _WIDEST_WRAP and after[:1].islower() and not _SENTENCE_END.search(line)
    return _full(line, after, widest) or not _SENTENCE_END.search(line)
