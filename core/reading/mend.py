"""The text is the reader's to mend: a passage dropped or taken back, a title corrected, and where spans go then.

Every change makes a new Article with a new id, as an id comes from the text alone; ``moved`` tells where what was
marked, decided or noted in the old text lies in the new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from core.model import Article, Dropped, Span
from core.reading.article import Block, article_id, lay_out
from core.reading.characters import one_line

BY_READER = "dropped.reader"


def drop_section(article: Article, index: int) -> Article:
    """The article without its section number ``index``, which goes to ``dropped`` (``dropped.reader``).

    Raises ValueError for the headline and for the only section: an article keeps its title, and some text.
    """
    blocks = _blocks(article)
    if blocks[index].kind == "headline" or len(blocks) == 1:
        raise ValueError("the headline cannot be dropped")
    out = Dropped(blocks[index].text, BY_READER)
    return _with(article, [*blocks[:index], *blocks[index + 1 :]], dropped=(*article.dropped, out))


def take_back(article: Article, index: int, before: int | None = None) -> Article:
    """The article with its dropped passage number ``index`` as paragraphs (one a line of it) before the section
    number ``before``, at the end where that is None."""
    blocks = _blocks(article)
    at = len(blocks) if before is None else max(before, 1 if blocks[0].kind == "headline" else 0)
    lines = [Block("paragraph", line) for text in article.dropped[index].text.split("\n") if (line := one_line(text))]
    dropped = (*article.dropped[:index], *article.dropped[index + 1 :])
    return _with(article, [*blocks[:at], *lines, *blocks[at:]], dropped=dropped)


def retitle(article: Article, title: str) -> Article:
    """The article under another headline. Raises ValueError where ``title`` is blank."""
    title = one_line(title)
    if not title:
        raise ValueError("a title has at least one sign")
    blocks = _blocks(article)
    rest = blocks[1:] if blocks[0].kind == "headline" else blocks
    return replace(_with(article, [Block("headline", title), *rest], article.dropped), title=title)


def moved(old: str, new: str, spans: Sequence[Span]) -> tuple[Span | None, ...]:
    """Where spans of the text ``old`` lie in ``new``, by content; None for each whose words are not there any more.

    Lines are aligned in order, so of a sentence that stands in a text twice each keeps its own; a span that reaches
    over a changed place is found where its words stand exactly once. No span is ever moved onto other words.
    """
    before, after = old.split("\n"), new.split("\n")
    starts, new_starts = _starts(before), _starts(after)
    places: dict[int, int] = {}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            places[block.a + step] = block.b + step
    return tuple(_moved(old, new, span, starts, new_starts, places) for span in spans)


def _moved(
    old: str, new: str, span: Span, starts: Sequence[int], new_starts: Sequence[int], places: dict[int, int]
) -> Span | None:
    line = max(number for number, start in enumerate(starts) if start <= span.start)
    if line in places:
        start = new_starts[places[line]] + span.start - starts[line]
        if new[start : start + len(span)] == span.of(old):
            return Span(start, start + len(span))
    words = span.of(old)
    first = new.find(words) if words else -1
    if first < 0 or new.find(words, first + 1) >= 0:
        return None
    return Span(first, first + len(words))


def _starts(lines: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts


def _blocks(article: Article) -> list[Block]:
    return [Block(section.kind, section.span.of(article.text)) for section in article.sections]


def _with(article: Article, blocks: Sequence[Block], dropped: tuple[Dropped, ...]) -> Article:
    text, sections = lay_out(blocks)
    return replace(article, id=article_id(text), text=text, sections=sections, dropped=dropped)
