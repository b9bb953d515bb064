"""What the claims of a comparison bring to their alignment: vectors, words, figures, places.

Made once, for all claims together; ``pairs`` reads it for two articles at a time.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from core import memory
from core.alignment import interaction
from core.alignment.between import Between
from core.job import Job
from core.language import figures, names
from core.language.encoder import Encoder
from core.model import EVERY_TWO, Article, Claim, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

    Floats = NDArray[np.float32]

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X"})
CLASSES = ("PROPN", "NOUN", "VERB", "ADJ")
"""Word classes that are matched apart as well: two claims may share their names and not their deed."""
THOUSANDS = re.compile(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Material:
    """All claims in one order, row by row. ``home`` is the article's place, ``rows`` the rows of each article.

    Vectors are of unit length after the mean of their language was taken away: the claims of one event are all
    alike, and the two languages lie apart (measured: average precision 0.427 to 0.438 on sentences).
    """

    claims: tuple[Claim, ...]
    texts: tuple[str, ...]
    home: NDArray[np.int64]
    language: NDArray[np.str_]
    rows: tuple[NDArray[np.int64], ...]
    claim: Floats
    sentence: Floats
    context: Floats
    raw: Floats
    words: Words
    figures: tuple[tuple[figures.Figure, ...], ...]
    names: tuple[frozenset[str], ...]
    rarity: dict[str, float]
    opening: NDArray[np.int64]
    quoted: NDArray[np.int64]
    position: Floats
    interaction: interaction.Interaction
    keys: tuple[bytes, ...]
    """A digest of what each article's claims say: their texts and figures."""
    between: Between

    def left(self) -> Material:
        """What is still read when the candidates are found: of 200 articles' claims 150 MB less."""
        none = np.empty((0, self.raw.shape[1]), dtype=np.float32)
        pieces = interaction.Interaction(self.interaction.bounds, none, none[:, 0], none)
        return replace(self, sentence=none, context=none, raw=none, interaction=pieces)


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of all claims: ``forms`` by id, ``of`` the ids of each claim, each id once.

    ``weight`` is each form's inverse document frequency among the claims of its language. ``spelt`` is the same number for
    forms that are the same in lower case.
    """

    forms: tuple[str, ...]
    lower: tuple[str, ...]
    spelt: NDArray[np.int64]
    vectors: Floats
    weight: Floats
    is_figure: NDArray[np.bool_]
    class_: NDArray[np.int64]
    of: tuple[NDArray[np.int64], ...]


def gather(
    articles: tuple[Article, ...],
    docs: dict[str, Doc],
    claims: tuple[Claim, ...],
    encoder: Encoder,
    job: Job,
    projection: interaction.Projection | None = None,
    between: Between | None = None,
) -> Material:
    """The material of ``claims``; articles without claims have no rows. ``projection``: not the shipped one;
    ``between``: what is known of pairs of articles from comparisons before."""
    by_id = {a.id: a for a in articles}
    place = {a.id: i for i, a in enumerate(articles)}
    texts = tuple(c.compared(by_id[c.article_id].text) for c in claims)
    home = np.array([place[c.article_id] for c in claims], dtype=np.int64)
    language = np.array([by_id[c.article_id].language for c in claims], dtype=np.str_)
    sentences, contexts = (_slices(claims, spans, by_id) for spans in (_sentences(claims, docs), _contexts(claims)))
    encoder.thrifty = len(articles) > EVERY_TWO
    # Single words take the most room while they are read, pieces afterwards; so words come first, and all that is made of
    # whole claims when the pieces are gone.
    words = _words(claims, docs, language)
    job.check()
    encoder.ahead(list(words.forms), job)
    job.check()
    known = names.resolve({a.id: docs[a.id] for a in articles}, {a.id: a.language for a in articles}, job)
    counted = _figures(articles, docs, claims, job)
    job.check()
    named = tuple(frozenset().union(*(known.keys(c.article_id, part) for part in c.content)) for c in claims)
    encoder.read([t for three in zip(texts, sentences, contexts, strict=True) for t in three], frozenset(texts), job)
    words = replace(words, vectors=encoder.vectors(list(words.forms), job))
    pieces = interaction.gather(texts, language, encoder, job, projection)
    job.check()
    memory.give_back(len(articles))
    raw = encoder.vectors(list(texts), job)
    job.check()
    rows = tuple(np.flatnonzero(home == i) for i in range(len(articles)))
    claim = interaction.centred(raw, language)
    sentence, context = (
        interaction.centred(encoder.vectors(own, job), language) for own in job.each((sentences, contexts))
    )
    return Material(
        claims=claims,
        texts=texts,
        home=home,
        language=language,
        rows=rows,
        claim=claim,
        sentence=sentence,
        context=context,
        raw=raw,
        words=words,
        figures=counted,
        names=named,
        rarity=_rarity(named),
        opening=np.array([_opening(c, by_id[c.article_id]) for c in claims], dtype=np.int64),
        quoted=np.array([any(q in t for q in "„“”\"»«") for t in texts], dtype=np.int64),
        position=np.array([c.position for c in claims], dtype=np.float32),
        interaction=pieces,
        keys=tuple(_key([(texts[k], counted[k]) for k in own]) for own in rows),
        between=between or Between(),
    )  # fmt: skip


def _key(said: list[tuple[str, tuple[figures.Figure, ...]]]) -> bytes:
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _slices(claims: tuple[Claim, ...], spans: list[Span], by_id: dict[str, Article]) -> list[str]:
    return [span.of(by_id[c.article_id].text) for c, span in zip(claims, spans, strict=True)]


def _sentences(claims: tuple[Claim, ...], docs: dict[str, Doc]) -> list[Span]:
    """The sentence that each claim lies in (from its first sentence's start to its last one's end)."""
    bounds = {
        a: np.array([(s.start_char, s.end_char) for s in doc.sents], dtype=np.int64).reshape(-1, 2)
        for a, doc in docs.items()
    }
    out = []
    for c in claims:
        table = bounds[c.article_id]
        first = max(0, int(np.searchsorted(table[:, 0], c.span.start, side="right")) - 1)
        last = max(first, int(np.searchsorted(table[:, 0], c.span.end, side="left")) - 1)
        out.append(Span(int(table[first, 0]), int(table[last, 1])))
    return out


def _contexts(claims: tuple[Claim, ...]) -> list[Span]:
    """Each claim with its neighbours in the article."""
    out = []
    for i, c in enumerate(claims):
        before = claims[i - 1] if i and claims[i - 1].article_id == c.article_id else c
        after = claims[i + 1] if i + 1 < len(claims) and claims[i + 1].article_id == c.article_id else c
        out.append(Span(min(before.span.start, c.span.start), max(after.span.end, c.span.end)))
    return out


def _opening(claim: Claim, article: Article) -> int:
    """1 for a claim of the headline, else 0."""
    return int(claim.span.start < len(article.title) + 1)


def _is_content(token: Token) -> bool:
    return token.pos_ in CONTENT and not token.is_stop and (token.is_alpha or any(c.isalnum() for c in token.text))


def _words(claims: tuple[Claim, ...], docs: dict[str, Doc], language: NDArray[np.str_]) -> Words:
    """The words, still without their vectors."""
    tokens: dict[str, list[Token]] = {a: [t for t in doc if _is_content(t)] for a, doc in docs.items()}
    starts = {a: [t.idx for t in own] for a, own in tokens.items()}
    ids: dict[str, int] = {}
    classes: list[Counter[str]] = []
    of = []
    frequency: dict[str, Counter[int]] = {str(one): Counter() for one in np.unique(language)}
    for c, lang in zip(claims, language, strict=True):
        own = []
        for part in c.content:
            first, last = (bisect_left(starts[c.article_id], at) for at in (part.start, part.end))
            own += tokens[c.article_id][first:last]
        found = []
        for token in own:
            form = ids.setdefault(token.text, len(ids))
            if form == len(classes):
                classes.append(Counter())
            classes[form][token.pos_] += 1
            found.append(form)
        of.append(np.unique(np.array(found, dtype=np.int64)))
        frequency[str(lang)].update(of[-1].tolist())
    forms = tuple(ids)
    count = {lang: int((language == lang).sum()) for lang in frequency}
    weight = np.zeros(len(forms), dtype=np.float32)
    for lang, seen in frequency.items():
        for form, times in seen.items():
            weight[form] = max(weight[form], np.log((count[lang] + 1) / (times + 0.5)))
    lower = tuple(THOUSANDS.sub("", f.lower()) for f in forms)
    return Words(
        forms, lower, np.unique(lower, return_inverse=True)[1], np.empty((0, 0), dtype=np.float32), weight,
        np.array([any(c.isdigit() for c in f) for f in forms], dtype=bool),
        np.array([_class(c) for c in classes], dtype=np.int64), tuple(of),
    )  # fmt: skip


def _class(seen: Counter[str]) -> int:
    name = max(sorted(seen), key=lambda n: seen[n])
    return CLASSES.index(name) if name in CLASSES else len(CLASSES)


def _figures(
    articles: tuple[Article, ...], docs: dict[str, Doc], claims: tuple[Claim, ...], job: Job
) -> tuple[tuple[figures.Figure, ...], ...]:
    found = {}
    for article in articles:
        job.check()
        found[article.id] = figures.find(docs[article.id], article.published)
    starts = {a: [f.span.start for f in own] for a, own in found.items()}
    longest = {a: max((len(f.span) for f in own), default=0) for a, own in found.items()}
    out = []
    for c in claims:
        own, begins = found[c.article_id], starts[c.article_id]
        first = min((bisect_left(begins, part.start - longest[c.article_id]) for part in c.content), default=0)
        end = max((bisect_left(begins, part.end) for part in c.content), default=0)
        out.append(tuple(f for f in own[first:end] if any(part.overlap(f.span) for part in c.content)))
    return tuple(out)


def _rarity(named: tuple[frozenset[str], ...]) -> dict[str, float]:
    """Inverse document frequency of every name among all claims."""
    seen = Counter(key for keys in named for key in keys)
    return {key: math.log((len(named) + 1) / (times + 0.5)) for key, times in seen.items()}
