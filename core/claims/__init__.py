"""From a Doc to the claims that its article makes.

1. Sentences (``core.language.sentences``) are cut where each side makes a claim of its own (``gaps``, ``cuts``).
2. Each claim gets its speaker, where it has one (``attribution``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.claims import cuts, gaps
from core.model import Article, Claim, Span, claim_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

LETTERS = 3
"""Fewer letters and digits than these are no claim."""


def extract(article: Article, doc: Doc) -> tuple[Claim, ...]:
    """The claims of ``article`` in the order of its text; their spans do not overlap."""
    spans = list(spans_of(doc, article.language))
    last = max(1, len(spans) - 1)
    return tuple(
        Claim(claim_id(article.id, span), article.id, span, (span,), round(i / last, 4), "outlet")
        for i, span in enumerate(spans)
    )


def spans_of(doc: Doc, language: str) -> Iterator[Span]:
    """The spans of the claims of ``doc``: sentences, or the pieces of one, in their order."""
    headline = gaps.headline_end(doc)
    for sentence in doc.sents:
        words = gaps.words_of(list(sentence))
        start = 0
        places = cuts.cuts(words, language, bool(words) and words[0].idx < headline)
        for gap in [*places, gaps.Gap(len(words), len(words))]:
            piece = words[start : gap.left]
            if sum(c.isalnum() for w in piece for c in w.text) >= LETTERS:
                yield Span(piece[0].idx, piece[-1].idx + len(piece[-1]))
            start = gap.right
