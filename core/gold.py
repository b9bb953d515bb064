"""Gold comparisons: what a careful reader found when an event's articles lay side by side.

One folder an event: ``NAME.txt`` articles and ``gold.json`` (format: ``tests/gold/README.md``). Read by the fitting
scripts and the measurements, never by a comparison.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core import reading
from core.model import Article, Span

QUOTES = re.compile(r"[\"“”„‟«»‘’‚']")
FACTOR = 8
"""A span more than so many times longer than another does not lie on it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim in one article: the places of its quote (more than one where the text repeats it), full or in part."""

    article_id: str
    spans: tuple[Span, ...]
    full: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its articles in the order of the gold, and per claim its mentions."""

    name: str
    articles: tuple[Article, ...]
    claims: tuple[tuple[Mention, ...], ...]

    def pairs(self, full: bool = False) -> Iterator[tuple[Mention, Mention]]:
        """Every two mentions of one claim in different articles; with ``full`` only those full on both sides."""
        for mentions in self.claims:
            for i, a in enumerate(mentions):
                for b in mentions[i + 1 :]:
                    if a.article_id != b.article_id and (not full or (a.full and b.full)):
                        yield a, b

    def only(self, articles: Sequence[Article]) -> Event:
        """The event as it would be with only these of its articles."""
        kept = {a.id for a in articles}
        claims = tuple(tuple(m for m in mentions if m.article_id in kept) for mentions in self.claims)
        return Event(self.name, tuple(articles), claims)


def read(folder: Path) -> Event:
    """The event in ``folder``. A quote that is not in its article's text raises ValueError."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    articles = {a["id"]: reading.read(folder / a["file"])[0] for a in gold["articles"]}
    claims = []
    for claim in gold["claims"]:
        mentions = []
        for m in claim["mentions"]:
            article = articles[m["article"]]
            spans = find(article.text, m["quote"])
            if not spans:
                raise ValueError(f"{folder.name}: {m['article']}: not in the text: {m['quote']!r}")
            mentions.append(Mention(article.id, spans, m["fit"] == "full"))
        claims.append(tuple(mentions))
    return Event(folder.name, tuple(articles.values()), tuple(claims))


def read_all(folders: Sequence[Path]) -> list[Event]:
    """All events below ``folders``, sorted by name."""
    return [read(p.parent) for p in sorted(p for folder in folders for p in folder.glob("*/gold.json"))]


def retold(article: Article, paragraphs: Sequence[str]) -> Article:
    """An article of ``paragraphs``, the first of them its headline, in the language of ``article``."""
    return replace(reading.read_text("\n\n".join(paragraphs)), language=article.language)


def find(text: str, quote: str) -> tuple[Span, ...]:
    """Where ``quote`` stands in ``text``, white space folded and quotation marks alike."""
    pattern = r"\s+".join(re.escape(word) for word in QUOTES.sub("'", quote).split())
    return tuple(Span(*m.span()) for m in re.finditer(pattern, QUOTES.sub("'", text))) if pattern else ()


def lies_on(a: Span, b: Span, tight: bool = False) -> bool:
    """Whether ``a`` lies on ``b``: half of the shorter is shared; tight: half of what both cover together."""
    shared, short, long = a.overlap(b), min(len(a), len(b)), max(len(a), len(b))
    if tight:
        return shared > 0 and 2 * shared >= len(a) + len(b) - shared
    return shared > 0 and 2 * shared >= short and long <= FACTOR * max(1, short)
