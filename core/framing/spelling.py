"""Names that two articles spell in different ways: Sandvoß and Sandvoss, Yeraskh and Jerasch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from core.framing.evidence import Evidence
from core.model import Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SIMILAR = 0.7
"""Least similarity of two spellings of one name."""
_ENDINGS = ("s", "'s", "’s", "es", "n", "en", "er", "in", "innen", "e", "ische", "ischen", "ischer", "sche", "schen")
_LONGEST_FIRST = tuple(sorted(_ENDINGS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Variant:
    """A name at ``span`` that ``others`` spell differently: ``similar`` 0–1, written ``times`` times in its article.

    ``alone`` is the share of the other articles that have neither form; ``first`` whether this is its first mention.
    """

    article_id: str
    span: Span
    others: tuple[Passage, ...]
    similar: float
    times: int
    alone: float
    first: bool


def variants(evidence: Evidence) -> Iterator[Variant]:
    """Every mention of a name whose form no other article has while one of them has a similar form."""
    names = {a.id: _names(evidence, a.id) for a in evidence.articles}
    words = {a.id: {t.lower_ for t in evidence.words[a.id]} for a in evidence.articles}
    articles_with = Counter(form for own in words.values() for form in own)
    homes: dict[str, list[str]] = {}
    for home in sorted(names):
        for form in names[home]:
            homes.setdefault(form, []).append(home)
    forms = sorted(homes)
    # An event's names come again in article after article.
    similar = cache(_similar)
    for home in sorted(names):
        evidence.job.check()
        lone = sorted(form for form in names[home] if articles_with[form] == 1)
        others = [form for form in forms if form not in words[home]]
        for form, near in zip(lone, _near(lone, others), strict=True):
            rated = [(value, other) for other in near if (value := similar(form, other))]
            found = sorted(((v, a, o) for v, o in rated for a in homes[o]), key=lambda x: (-x[0], x[1], x[2]))
            if not found:
                continue
            passages = tuple(Passage(a, _span(names[a][other][0])) for _, a, other in found)
            alone = 1 - len({a for _, a, _ in found}) / max(1, len(names) - 1)
            mentions = names[home][form]
            for k, token in enumerate(mentions):
                yield Variant(home, _span(token), passages, found[0][0], len(mentions), alone, k == 0)


def _near(forms: list[str], others: list[str]) -> list[list[str]]:
    """For each of ``forms`` those of ``others`` that ``_similar`` may hold for one: the letters that both have in one order
    are no fewer than those that it counts, which stand in blocks."""
    from rapidfuzz import fuzz, process

    if not forms or not others:
        return [[] for _ in forms]
    table = process.cdist(forms, others, scorer=fuzz.ratio, score_cutoff=100 * SIMILAR - 0.01)
    return [[others[k] for k in row.nonzero()[0].tolist()] for row in table]


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _names(evidence: Evidence, article_id: str) -> dict[str, list[Token]]:
    """The proper names of an article by lower-case form, with their mentions."""
    found: dict[str, list[Token]] = {}
    for token in evidence.words[article_id]:
        if (
            token.pos_ == "PROPN"
            and len(token) > 3
            and token.text[0].isupper()
            and token.is_alpha
            and not token.text.isupper()
        ):
            found.setdefault(token.lower_, []).append(token)
    return found


def _similar(a: str, b: str) -> float:
    """Similarity of two forms, 0 below SIMILAR, for the same form with an ending, and for different beginnings."""
    if abs(len(a) - len(b)) > 3 or _stem(a) == _stem(b) or a in b or b in a:
        short, long = sorted((a, b), key=len)
        if a == b or not long.startswith(short) or long[len(short) :] in _ENDINGS or len(long) - len(short) > 1:
            return 0.0
    value = SequenceMatcher(None, a, b, autojunk=False).ratio()
    return round(value, 3) if value >= SIMILAR else 0.0


def _stem(word: str) -> str:
    return next((word.removesuffix(e) for e in _LONGEST_FIRST if word.endswith(e)), word)
