"""Which passages of a page are the article: trafilatura's answer, cross-checked with the page itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.reading.characters import folded, word_set
from core.reading.lines import boilerplate
from core.reading.web_page import Passage, labels, words_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A passage is trafilatura's where this share of its runs of three words is in trafilatura's text: nobr, links and
# footnote marks that it lost break some of the runs.
_SAME = 0.5
# More link than this is a pointer to something else.
_LINKED = 0.6
# An element that holds this share of the article is not what its class says ("share-enabled" on the whole article).
_IS_ARTICLE = 0.4
_CONTAINER = 0.9
_PROSE_TAGS = word_set("p li h2 h3 h4 h5 h6 blockquote figcaption td th dt dd pre caption summary")
_ENDS = re.compile(r"[.!?:…][\"'“”’‘»«›‹)\]]*$")
_SHORT_DIV = 40
# trafilatura takes a second for every 8,000 paragraphs; no newspaper's page has as many.
_MOST_PASSAGES = 16_000
_FACT_BOXES = word_set(
    "factbox facts fact infobox info infokasten kasten faktenbox fakten hintergrund background chronik timeline zitat"
    " pullquote quote glossar zahlen"
)


@dataclass(frozen=True)
class Choice:
    """The passages of a page and which of them (by index) are the article."""

    passages: Sequence[Passage]
    kept: frozenset[int]
    reasons: Mapping[int, str] = field(default_factory=dict)

    def why(self, index: int) -> str | None:
        """Why the passage is not of the article (a phrase key); None where it is."""
        return None if index in self.kept else self.reasons.get(index, "dropped.other")


def choose(html: str, passages: Sequence[Passage]) -> Choice:
    """Which passages are the article.

    1. trafilatura's text; where it finds none, the element with most prose.
    2. Zones (menus, comments, teasers …) that hold no great part of that are left out.
    3. Passages inside the article's container that trafilatura lost are put back.
    """
    extracted = _extracted(html) if len(passages) <= _MOST_PASSAGES else []
    matched = _matched(passages, extracted) or _densest(passages)
    zones = _zones(passages, matched)
    matched = {i for i in matched if i not in zones and not _points_away(passages[i])}
    kept = matched | _lost(passages, matched, zones)
    reasons = {i: zones.get(i) or _reason(p) for i, p in enumerate(passages) if i not in kept}
    return Choice(passages, frozenset(kept), reasons)


def _extracted(html: str) -> list[str]:
    """The blocks of trafilatura's answer; nothing where it found nothing."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(html, include_comments=False, include_tables=True, favor_recall=True)
    except (RecursionError, ValueError, AttributeError, TypeError, IndexError):
        # Broken pages make it fail in many ways; the second pass reads them alone.
        return []
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return ["".join(element.itertext()) for element in found.body.iter("p", "head", "item", "quote", "cell", "code")]


def _matched(passages: Sequence[Passage], extracted: Sequence[str]) -> set[int]:
    runs: set[tuple[str, ...]] = set()
    whole: set[str] = set()
    for text in extracted:
        words = words_in(text)
        runs.update(zip(words, words[1:], words[2:], strict=False))
        whole.add(folded(text))
    found: set[int] = set()
    for index, passage in enumerate(passages):
        own = list(zip(passage.words, passage.words[1:], passage.words[2:], strict=False))
        if sum(run in runs for run in own) >= _SAME * len(own) if own else folded(passage.text) in whole:
            found.add(index)
    return found


def _densest(passages: Sequence[Passage]) -> set[int]:
    """The paragraphs of the element whose children hold most prose."""
    score: dict[HtmlElement, int] = defaultdict(int)
    for passage in passages:
        if not passage.zones and passage.linked < _LINKED and len(passage.text) >= _SHORT_DIV:
            parent = passage.element.getparent()
            score[passage.element if passage.tag not in _PROSE_TAGS or parent is None else parent] += len(passage.text)
    if not score:
        return set()
    best = max(score, key=lambda element: score[element])
    return {i for i, p in enumerate(passages) if p.element is best or p.element.getparent() is best}


def _zones(passages: Sequence[Passage], matched: set[int]) -> dict[int, str]:
    """Why a passage is left out for the element it stands in, by index."""
    total = sum(len(passages[i].text) for i in matched)
    held: dict[HtmlElement, int] = defaultdict(int)
    for index in matched:
        for element, _ in passages[index].zones:
            held[element] += len(passages[index].text)
    found: dict[int, str] = {}
    for index, passage in enumerate(passages):
        for element, why in passage.zones:
            # An info box is the article's where trafilatura says so; what is hidden or a menu never is.
            is_article = total > 0 and held[element] >= _IS_ARTICLE * total
            if is_article or (why == "dropped.aside" and (index in matched or _is_fact_box(element))):
                continue
            found[index] = why
            break
    return found


def _is_fact_box(element: HtmlElement) -> bool:
    """Whether an aside is a box of facts or background that the newsroom wrote for this article."""
    return bool(labels(element) & _FACT_BOXES)


def _points_away(passage: Passage) -> bool:
    """Whether the passage is little more than a link, and no sub-heading or running text."""
    return passage.linked > _LINKED and not _ENDS.search(passage.text)


def _lost(passages: Sequence[Passage], matched: set[int], zones: dict[int, str]) -> set[int]:
    """Passages of the article that are not ``matched``: those between its first and its last, and those after it
    that stand beside its paragraphs."""
    if not matched:
        return set()
    container = _container(passages, matched)
    first, last = min(matched), max(matched)
    heads = [i for i in range(first) if passages[i].inside("h1")]
    start = heads[-1] if heads else first
    beside = {passages[i].element.getparent() for i in matched if passages[i].tag in ("p", "li")}
    found: set[int] = set()
    for index, passage in enumerate(passages):
        if index in matched or index in zones or _points_away(passage) or not _is_prose(passage):
            continue
        if index < first:
            belongs = index > start and (passage.tag in ("p", "figcaption") or bool(_ENDS.search(passage.text)))
        elif index < last:
            belongs = _within(passage, container)
        else:
            belongs = passage.tag in ("p", "li") and passage.element.getparent() in beside
        if belongs:
            found.add(index)
    return found


def _is_prose(passage: Passage) -> bool:
    """Whether the passage can be text of an article: a paragraph, item, heading … or a sentence in a bare div."""
    if passage.tag in _PROSE_TAGS:
        return True
    return len(passage.text) >= _SHORT_DIV and bool(_ENDS.search(passage.text))


def _container(passages: Sequence[Passage], matched: set[int]) -> HtmlElement:
    """The deepest element that holds nearly all of the article."""
    held: dict[HtmlElement, int] = defaultdict(int)
    depth: dict[HtmlElement, int] = {}
    for index in matched:
        chain = [passages[index].element, *passages[index].element.iterancestors()]
        for level, element in enumerate(reversed(chain)):
            held[element] += len(passages[index].text)
            depth[element] = level
    enough = _CONTAINER * sum(len(passages[i].text) for i in matched)
    return max((element for element in held if held[element] >= enough), key=lambda element: depth[element])


def _within(passage: Passage, container: HtmlElement) -> bool:
    return passage.element is container or any(element is container for element in passage.element.iterancestors())


def _reason(passage: Passage) -> str:
    return boilerplate(passage.text) or ("dropped.teaser" if passage.linked > _LINKED else "dropped.other")
