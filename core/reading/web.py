"""Saved web pages: which of their passages are the article.

trafilatura (Barbaresi 2021, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction") says which passages are the article; it can lose lists, sub-headings and ``nobr`` silently on German
sites. So its answer is not the text: it only picks passages of an own walk through the page (``web_page``), whose
text is whole, and what it lost inside the article's container is put back in document order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from core.errors import UserError
from core.job import Job
from core.model import Article, Dropped
from core.reading.article import MAX_CHARACTERS, Block, Facts, grouped, make_article
from core.reading.characters import folded, word_set
from core.reading.encoding import decode
from core.reading.lines import author_of, below_headline, boilerplate, date_of
from core.reading.web_choice import Choice, choose
from core.reading.web_facts import PageFacts, page_facts
from core.reading.web_page import Passage, labels, parse, passages

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_PASTED = 20_000_000
"""The most bytes that are taken from the clipboard."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
# Pictures and fonts inside the page: most of a saved page's bytes, none of its words.
_DATA = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s]{100,}")
# Fewer characters of paragraphs than this are no article; a page that calls itself one may be a news flash.
_LEAST, _LEAST_OF_ARTICLE = 200, 50
# Half as much again as an article may have, for what is around it; looked at before the slow part.
_MOST = MAX_CHARACTERS * 3 // 2
_LONGEST_CELL = 80
_WHOLE_PAGE = re.compile(r"<title[\s>]", re.I)
_MERE_LINK = 0.8
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CREDIT = re.compile(
    r"^(?:(?:foto|bild|photo|picture|image|credit|quelle|source|grafik|video)s?\s*:|©|\(c\)).{0,80}$"
    r"|^[^.!?]{0,60}/\s?(?:getty(?: images)?|reuters|dpa|afp|ap(?: photo)?|epa|imago|picture alliance|shutterstock)$",
    re.I,
)
_LEADS = word_set(
    "lead lede teaser intro standfirst dek subtitle subheadline subhead vorspann summary abstract description deck unterzeile excerpt"
)
_HEADLINES = word_set("headline headlinetext title titel schlagzeile")
_KICKERS = word_set("kicker topline overline dachzeile spitzmarke eyebrow roofline")


def read_web(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of a saved page. Raises UserError ``error.no_article``, ``error.needs_scripts``."""
    declared = _CHARSET.search(data[:4096])
    html = decode(data, source, encoding, declared[1].decode("ascii") if declared else None)
    return (article_of(html, data, source),)


def article_of(html: str, data: bytes, source: str) -> Article:
    """The article of a page's source.

    1. Walk the page: passages in document order.
    2. Ask trafilatura which of them are the article, put back what it lost (``web_choice``).
    3. Find title, outlet, author, date; set aside byline and the page's own lines.
    4. Refuse a page that has no article.
    """
    html = _DATA.sub("data:,", html)
    page = parse(html)
    if page is None:
        raise UserError("error.no_article", source)
    found = passages(page)
    if sum(len(passage.text) for passage in found) > _MOST:
        raise UserError("error.too_long", source, limit=grouped(MAX_CHARACTERS))
    facts = page_facts(page, html)
    choice = choose(html, found)
    if sum(len(found[index].text) for index in choice.kept) > MAX_CHARACTERS:
        raise UserError("error.too_long", source, limit=grouped(MAX_CHARACTERS))
    if not _is_article(choice, facts):
        if facts.body and len(facts.body) >= _LEAST:
            return _from_linked_data(facts, found, data, source)
        scripts = sum(len(passage.text) for passage in found) < _LEAST and page.find(".//script") is not None
        raise UserError("error.needs_scripts" if scripts else "error.no_article", source)
    return _article(choice, facts, data, source)


def pasted(html: str, data: bytes, source: str) -> Article:
    """The article of HTML from the clipboard. A whole page's source is read as a page; of a piece of a page, which
    somebody chose with the mouse, all is taken but what is plainly the page's own."""
    if _WHOLE_PAGE.search(html):
        return article_of(html, data, source)
    page = parse(_DATA.sub("data:,", html))
    found = passages(page) if page is not None else []
    if not found:
        raise UserError("error.empty_text", source)
    kept = frozenset(index for index, passage in enumerate(found) if not passage.zones)
    return _article(Choice(found, kept), _NO_FACTS, data, source)


def pieces(html: str) -> tuple[list[Block], list[Dropped]]:
    """The blocks of HTML that is no web page (a chapter, a newsletter): all of it but zones and mere links."""
    page = parse(_DATA.sub("data:,", html))
    found = passages(page) if page is not None else []
    kept = frozenset(i for i, p in enumerate(found) if not p.zones and (p.linked < _MERE_LINK or p.inside(*_HEADINGS)))
    choice = Choice(found, kept, {i: p.zones[0][1] for i, p in enumerate(found) if p.zones})
    blocks = [replace(_block(found[index], _NO_FACTS, lead=False), place=index) for index in sorted(kept)]
    out = [(i, Dropped(p.text, choice.why(i) or "dropped.other", i)) for i, p in enumerate(found) if i not in kept]
    return blocks, _gathered(out)


_NO_FACTS = PageFacts((), None, None, None, None, None, None, False)


def _is_article(choice: Choice, facts: PageFacts) -> bool:
    kept = [choice.passages[index] for index in sorted(choice.kept)]
    prose = sum(len(p.text) - p.links for p in kept if len(p.text) > 40 and not p.inside("h1", "h2", "h3", "h4"))
    among = choice.passages[min(choice.kept, default=0) : max(choice.kept, default=0) + 1]
    headings = [p for p in among if p.inside("h1", "h2", "h3", "h4")]
    linked = sum(p.linked > 0.5 for p in headings)
    # A front page: one headline after the other, each of them a link to its article.
    if len(headings) >= 4 and linked * 2 > len(headings):
        return False
    return prose >= (_LEAST_OF_ARTICLE if facts.is_article else _LEAST)


def _article(choice: Choice, facts: PageFacts, data: bytes, source: str) -> Article:
    title, used = _title(choice, facts)
    blocks: list[Block] = []
    out: list[tuple[int, Dropped]] = []
    author, published = facts.author, facts.published
    for index, passage in enumerate(choice.passages):
        if index in used:
            continue
        why = _why(choice, index, folded(title), title_at=min(used, default=0), begun=bool(blocks))
        if why is not None:
            out.append((index, Dropped(passage.text, why, index)))
            if why == "dropped.byline":
                author = author or author_of(passage.text) or author_of(f"By {passage.text}")
                published = published or date_of(passage.text)
        elif blocks and index - 1 in choice.kept and _same_row(choice.passages[index - 1], passage):
            blocks[-1] = Block("paragraph", f"{blocks[-1].text} | {passage.text}", index)
        else:
            lead = not any(block.kind == "paragraph" for block in blocks)
            blocks.append(replace(_block(passage, facts, lead), place=index))
    known = Facts(title, facts.outlet, author, published, facts.language, facts.address)
    headed = [Block("headline", title), *blocks] if title else blocks
    rest, known, byline = below_headline(headed, known)
    return make_article(source, data, rest, known, [*byline, *_gathered(out)])


def _why(choice: Choice, index: int, title: str, title_at: int, begun: bool) -> str | None:
    """Why a passage is left out (a phrase key), None where it is of the article. ``begun``: text stands before it."""
    passage = choice.passages[index]
    why = choice.why(index)
    if why in (None, "dropped.other"):
        why = _why_line(passage, title) or why
    if why is None and index < title_at and not re.search(r"[.!?][\"“”’»]*$", passage.text):
        # The site's name or the section's above the headline.
        return "dropped.other"
    if why is None and not begun and _is_name_over_date(choice.passages, index):
        return "dropped.byline"
    return why


def _why_line(passage: Passage, title: str) -> str | None:
    """Why a passage inside the article is nevertheless left out."""
    text = passage.text
    why = boilerplate(text)
    if why:
        return why
    if title and folded(text) == title:
        return "dropped.repeated"
    words = labels(passage.element)
    if len(text) < 200 and (author_of(text) or date_of(text) or (words & {"byline", "dateline", "timestamp"})):
        return "dropped.byline"
    if len(text) < 80 and words & {"author", "autor", "autorin", "date", "datum", "published", "pubdate"}:
        return "dropped.byline"
    return "dropped.credit" if _CREDIT.match(text) and len(text) <= 90 else None


def _block(passage: Passage, facts: PageFacts, lead: bool) -> Block:
    """The passage as a block; ``lead``: no paragraph stands before it."""
    if passage.inside("figcaption", "caption") or {"caption", "bildunterschrift", "legend"} & labels(passage.element):
        return Block("caption", passage.text)
    if passage.tag in _HEADINGS:
        return Block("subheadline" if lead and _is_lead(passage, facts) else "heading", passage.text)
    if lead and _is_lead(passage, facts):
        return Block("subheadline", passage.text)
    if passage.inside("blockquote"):
        return Block("quote", passage.text)
    return Block("list" if passage.inside("li") else "paragraph", passage.text)


def _is_name_over_date(passages: Sequence[Passage], index: int) -> bool:
    """Whether the passage is an author's bare name: what else stands below the headline and right above a date?"""
    after = passages[index + 1].text if index + 1 < len(passages) else ""
    return bool(author_of(f"By {passages[index].text}") and date_of(after))


def _same_row(before: Passage, passage: Passage) -> bool:
    """Whether both are cells of one row of a table of short entries (and not of a table that lays out a page)."""
    if before.tag not in ("td", "th") or passage.tag not in ("td", "th"):
        return False
    short = len(before.text) <= _LONGEST_CELL and len(passage.text) <= _LONGEST_CELL
    return short and before.element.getparent() is passage.element.getparent()


def _is_lead(passage: Passage, facts: PageFacts) -> bool:
    words = labels(passage.element)
    return bool(words & _LEADS) or bool(facts.description and folded(facts.description) == folded(passage.text))


def _title(choice: Choice, facts: PageFacts) -> tuple[str, frozenset[int]]:
    """The headline, and the passages of the page that are it (they are not read a second time).

    The page's h1 counts where it stands before the text; a kicker inside it ("Koalition") goes before a colon. A
    page without one has the headline that it declares.
    """
    first = min(choice.kept, default=0)
    heads = [i for i, p in enumerate(choice.passages) if p.inside("h1") and i <= first + 3]
    declared = facts.titles[0] if facts.titles else ""
    if not heads:
        shown = [
            i for i in sorted(choice.kept)[:3] if choice.passages[i].inside("h2") and _is_headline(choice.passages[i])
        ]
        return (choice.passages[shown[0]].text, frozenset(shown)) if shown else (declared, frozenset())
    last = choice.passages[heads[-1]]
    h1 = _h1(last.element)
    own = [i for i in heads if _h1(choice.passages[i].element) is h1]
    parts = [choice.passages[i].text for i in own]
    for title in facts.titles:
        if folded(title) == folded("".join(parts)) or (len(parts) > 1 and folded(title) == folded(parts[-1])):
            return title, frozenset(own)
    return _with_kicker(h1, parts), frozenset(own)


def _is_headline(passage: Passage) -> bool:
    return any(labels(e) & _HEADLINES for e in (passage.element, *passage.element.iterancestors("h2", "header")))


def _h1(element: HtmlElement) -> HtmlElement:
    return element if element.tag == "h1" else next(element.iterancestors("h1"))


def _with_kicker(h1: HtmlElement, parts: Sequence[str]) -> str:
    whole = " ".join(parts)
    for element in h1.iter():
        if isinstance(element.tag, str) and element is not h1 and labels(element) & _KICKERS:
            kicker = " ".join((element.text_content() or "").split())
            if kicker and whole.startswith(kicker) and len(whole) > len(kicker):
                return f"{kicker.rstrip(': ')}: {whole[len(kicker) :].lstrip(': ')}"
    return whole


def _gathered(out: Sequence[tuple[int, Dropped]]) -> list[Dropped]:
    """Neighbours that were left out for one reason as one passage: a menu is one thing, not forty."""
    gathered = []
    runs = groupby(enumerate(out), key=lambda item: (item[1][0] - item[0], item[1][1].why))
    for (_, why), run in runs:
        passages = [dropped for _, (_, dropped) in run]
        gathered.append(Dropped("\n".join(dropped.text for dropped in passages), why, passages[0].before))
    return gathered


def _from_linked_data(facts: PageFacts, found: Sequence[Passage], data: bytes, source: str) -> Article:
    """The article of a page that keeps its text in JSON-LD alone and would show it by script."""
    body = re.split(r"\n+", facts.body or "")
    title = facts.titles[0] if facts.titles else None
    blocks = [Block("paragraph", text) for text in body]
    known = Facts(title, facts.outlet, facts.author, facts.published, facts.language, facts.address)
    out = [(index, Dropped(passage.text, "dropped.other")) for index, passage in enumerate(found)]
    return make_article(source, data, blocks, known, _gathered(out))
