"""What of an article can be recognised in another: its words outside quotations, its figures, its claims in their order.

A *witness* is what textual criticism calls a copy that bears witness to a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from core.index import Index
from core.job import Job
from core.lineage.credits import Credit, credits_of, is_agency, with_signed_outlets
from core.model import Article, Claim, Comparison, Link

if TYPE_CHECKING:
    from core.language.figures import Figure

RUN = 3
"""Words of a run ("shingle"): rewriting within a language leaves runs of three standing, chance hardly any (measured on
pairs of independent reports of one event: 0 to 4 %)."""
QUOTATION = re.compile(r"[\"“„«»”‟]([^\"“„«»”‟\n]{8,600})[\"“”«»]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Witness:
    """One article. ``runs``: of its words outside quotations, for what is quoted is shared by whoever heard it too, and
    without those that hold a name of several words, for whoever writes of somebody gives name and title. ``words``: all
    of those outside quotations, case folded.

    ``figures``: keys that are alike in any language (``core.language.figures``).
    """

    article: Article
    agency: bool
    credits: tuple[Credit, ...]
    claims: tuple[Claim, ...]
    place: Mapping[str, int]
    groups: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    figures: frozenset[str]
    words: tuple[str, ...]


class Witnesses:
    """All articles of a comparison, and the links between each two of them, gathered once."""

    def __init__(self, comparison: Comparison, job: Job | None = None) -> None:
        job = job or Job()
        self.index = Index(comparison)
        self.articles = with_signed_outlets(_of_one_event(comparison))
        self.order = tuple(a.id for a in self.articles)
        self._of: dict[str, Witness] = {}
        for article in self.articles:
            job.check()
            self._of[article.id] = self._witness(article)
        self._links: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for group in comparison.groups:
            for number in group.links:
                link = comparison.links[number]
                a, b = self.index.claim[link.a].article_id, self.index.claim[link.b].article_id
                self._links[min(a, b), max(a, b)].append(link)

    def __getitem__(self, article_id: str) -> Witness:
        return self._of[article_id]

    def links(self, a: str, b: str) -> list[Link]:
        """The links that the groups hold between two articles."""
        return self._links.get((min(a, b), max(a, b)), [])

    def stretch(self, a: str, b: str) -> int:
        """The most words in a row that two articles have in common outside quotations."""
        search = SequenceMatcher(None, self[a].words, self[b].words, autojunk=False)
        return search.find_longest_match().size

    def pairs(self, a: str, b: str) -> list[tuple[str, str, float]]:
        """Claims of ``a`` and ``b`` that stand for one another, each at most once, the best links first taken, in the
        order of ``a``: two ids and the link's score."""
        taken: set[str] = set()
        found = []
        for link in sorted(self.links(a, b), key=lambda x: (-x.score, x.a, x.b)):
            if link.a in taken or link.b in taken:
                continue
            taken |= {link.a, link.b}
            first, second = (link.a, link.b) if self.index.claim[link.a].article_id == a else (link.b, link.a)
            found.append((first, second, link.score))
        return sorted(found, key=lambda p: self[a].place[p[0]])

    def _witness(self, article: Article) -> Witness:
        claims = self.index.claims_of[article.id]
        group_of = self.index.group_of
        plain = _words(QUOTATION.sub(" § ", article.text))
        return Witness(
            article,
            is_agency(article),
            credits_of(article, self.articles),
            claims,
            {c.id: i for i, c in enumerate(claims)},
            frozenset(group_of[c.id].id for c in claims if c.id in group_of),
            runs(plain),
            frozenset(f.key for f in figures_in(article.text, article.language)),
            tuple(word.casefold() for word in plain),
        )


def runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """The runs of RUN ``words`` (as written), case folded; none with two capitals side by side in it.

    Two capitalised words in a row are a name or a title in German as in English ("Prime Minister Benjamin Netanyahu"):
    in one pair of independent reports they were 22 of 140 runs.
    """
    every = zip(*(words[start:] for start in range(RUN)), strict=False)
    return frozenset(
        tuple(word.casefold() for word in run)
        for run in every
        if not any(a[0].isupper() and b[0].isupper() for a, b in pairwise(run))
    )


@lru_cache(maxsize=512)
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """``core.language.figures.scan``, which takes 10 ms for an article and is asked for every pair that it is in."""
    from core.language.figures import scan

    return scan(text, language)


def _of_one_event(comparison: Comparison) -> tuple[Article, ...]:
    """The articles without those that are about something else; all of them where none is left."""
    return tuple(a for a in comparison.articles if a.id not in comparison.unrelated) or comparison.articles


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
