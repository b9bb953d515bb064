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
    out = Dropped(blocks[index].text, BY_READER, index)
    # In the order of the file: after what stood before the section.
    at = next((n for n, d in enumerate(article.dropped) if d.before is None or d.before > index), len(article.dropped))
    dropped = (*article.dropped[:at], out, *_shifted(article.dropped[at:], index + 1, -1))
    return _with(article, [*blocks[:index], *blocks[index + 1 :]], dropped)


def take_back(article: Article, index: int, before: int | None = None) -> Article:
    """The article with its dropped passage number ``index`` as paragraphs (one a line of it) where it stood in the
    file; where that is not known before the section number ``before``, at the end where that is None."""
    blocks, out = _blocks(article), article.dropped[index]
    at = place_of(article, index, before)
    lines = [Block("paragraph", line) for text in out.text.split("\n") if (line := one_line(text))]
    # What stood at the same place comes before it or after it, as in the file.
    earlier = _shifted(article.dropped[:index], at + 1, len(lines))
    later = _shifted(article.dropped[index + 1 :], at if out.before is not None else at + 1, len(lines))
    return _with(article, [*blocks[:at], *lines, *blocks[at:]], (*earlier, *later))


def place_of(article: Article, index: int, before: int | None = None) -> int:
    """The number that the first section of the dropped passage ``index`` has when it is taken back."""
    place = article.dropped[index].before
    place = before if place is None else place
    first = 1 if article.sections[0].kind == "headline" else 0
    return len(article.sections) if place is None else min(max(place, first), len(article.sections))


def retitle(article: Article, title: str) -> Article:
    """The article under another headline. Raises ValueError where ``title`` is blank."""
    title = one_line(title)
    if not title:
        raise ValueError("a title has at least one sign")
    blocks = _blocks(article)
    headed = blocks[0].kind == "headline"
    rest = blocks[1:] if headed else blocks
    dropped = _shifted(article.dropped, 0, 0 if headed else 1)
    return replace(_with(article, [Block("headline", title), *rest], dropped), title=title)


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


def _shifted(dropped: Sequence[Dropped], since: int, by: int) -> tuple[Dropped, ...]:
    """``dropped`` where from the section ``since`` on there are ``by`` sections more."""
    return tuple(d if d.before is None or d.before < since else replace(d, before=d.before + by) for d in dropped)


def _blocks(article: Article) -> list[Block]:
    return [Block(section.kind, section.span.of(article.text)) for section in article.sections]


def _with(article: Article, blocks: Sequence[Block], dropped: tuple[Dropped, ...]) -> Article:
    text, sections = lay_out(blocks)
    return replace(article, id=article_id(text), text=text, sections=sections, dropped=dropped)
