"""The words of the lexicons in an article: who is said to speak, how surely, from what distance, how vaguely.

What ``core.framing.statement`` sums up claim by claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from core.framing import predicates
from core.framing.evidence import Evidence
from core.language import lexicons
from core.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LEXICONS = ("stance", "distance", "hedges", "actors", "unmoved", "vague")
"""Those of ``resources/lexicons`` that are looked for."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a lexicon: ``group`` (doubt, modal …), ``side`` (the place on a scale for hedges)."""

    lexicon: str
    group: str
    side: str
    span: Span
    lemma: str


def find(evidence: Evidence, article_id: str) -> Iterator[Cue]:
    """The cues of every lexicon in the order of the text; of overlapping ones of a lexicon the longest."""
    language = evidence.language(article_id)
    tokens, written = evidence.words[article_id], evidence.forms[article_id]
    particles = predicates.particles(tokens) if language == "de" else {}
    forms: list[tuple[str, ...]] = list(written)
    for k, token in enumerate(tokens if particles else ()):
        if token.i in particles:
            forms[k] = (particles[token.i].lower_ + written[k][1],)
    entries: dict[str, list[tuple[int, lexicons.Entry]]] = {name: [] for name in LEXICONS}
    for k, token_forms in enumerate(forms):
        for name, entry in _entries(language, token_forms):
            entries[name].append((k, entry))
    found: list[Cue] = []
    places = lexicons.places_of(written)
    for name in LEXICONS:
        lexicon = lexicons.load(name, language)
        if not lexicon.entries:
            continue
        own = [
            Cue(name, entry.group, entry.side, evidence.span_of(tokens[first:end]), " ".join(entry.words))
            for entry, first, end in lexicon.idioms_of(written, places)
        ]
        spans = sorted(c.span for c in own)
        taken = [span.start for span in spans]
        for k, entry in entries[name]:
            start = tokens[k].idx
            at = bisect_left(taken, start + 1) - 1
            if not (at >= 0 and spans[at].end > start):
                span = Span(start, start + len(tokens[k]))
                own.append(Cue(name, entry.group, entry.side, span, forms[k][-1]))
        found += _lines(tokens, own) if name == "distance" else own
    yield from sorted(found, key=lambda c: (c.span, c.lexicon))


@cache
def _entries(language: str, forms: tuple[str, ...]) -> tuple[tuple[str, lexicons.Entry], ...]:
    """The first entry that each lexicon has for a word of these forms; most have none."""
    found = ((name, lexicons.load(name, language).of_word(*forms)) for name in LEXICONS)
    return tuple((name, entries[0]) for name, entries in found if entries)


_OPENS_LINE = frozenset({"nach", "laut", "aus", "unter", "zufolge", "gemäß", "in"})

_ACCOUNTS = frozenset({"darstellung", "lesart"})
"""Nouns that call a statement an account where no preposition makes a source line of them."""


def _lines(tokens: Sequence[Token], cues: list[Cue]) -> Iterator[Cue]:
    """Nouns of a source line (Darstellung, Angaben) with their preposition up to three words before; else none."""
    if not any(cue.group == "source_noun" for cue in cues):
        yield from cues
        return
    index = {t.idx: k for k, t in enumerate(tokens)}
    for cue in cues:
        if cue.group != "source_noun":
            yield cue
            continue
        at = index[cue.span.start]
        for k in range(at - 1, max(-1, at - 4), -1):
            if tokens[k].is_punct or tokens[k].pos_ in {"VERB", "AUX"}:
                break
            if tokens[k].lower_ in _OPENS_LINE:
                yield Cue("distance", "source", "source", Span(tokens[k].idx, cue.span.end), cue.lemma)
                break
        else:
            if cue.lemma in _ACCOUNTS:
                yield Cue("distance", "claim", "claim", cue.span, cue.lemma)
