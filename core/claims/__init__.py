"""From a Doc to the claims that its article makes.

1. Sentences (``core.language.sentences``) are cut where each side makes a claim of its own (``gaps``, ``cuts``).
2. Each claim gets its speaker, where it has one (``attribution``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.claims import attribution, cuts, gaps
from core.model import Article, Claim, Span, claim_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LETTERS = 3
"""Fewer letters and digits than these are no claim."""
SHORT_ANSWER = 6
"""Words of a sentence that answers a question without a verb: "Die Nachtschicht? Ab April dicht!" is one claim."""
DATELINE = 12
"""Words of the longest dateline ("DUBLIN, Sept 2 (Agency) -"), which claims nothing."""


def extract(article: Article, doc: Doc, weights: dict[str, float] | None = None) -> tuple[Claim, ...]:
    """The claims of ``article`` in the order of its text; their spans do not overlap.

    ``weights``: of the cuts, others than the shipped ones (for fitting).
    """
    spans = list(spans_of(doc, article.language, weights))
    last = max(1, len(spans) - 1)
    found = [
        Claim(claim_id(article.id, span), article.id, span, (span,), round(i / last, 4), "outlet")
        for i, span in enumerate(spans)
    ]
    return tuple(attribution.attribute(article, doc, found))


def spans_of(doc: Doc, language: str, weights: dict[str, float] | None = None) -> Iterator[Span]:
    """The spans of the claims of ``doc``: sentences, or the pieces of one, in their order."""
    text = doc.text
    headline = gaps.headline_end(text)
    question: Span | None = None
    for sentence in doc.sents:
        words = gaps.words_of(list(sentence))
        if not words:
            continue
        if words[0].idx > headline and text[: words[0].idx].endswith("\n"):
            words = words[_dateline(words) :]
        pieces = list(_pieces(words, language, words[0].idx < headline if words else False, weights))
        if question and pieces and "\n" not in text[question.start : pieces[0].start]:
            if len(words) <= SHORT_ANSWER + 1 and len(pieces) == 1:
                pieces = [Span(question.start, pieces[0].end)]
            else:
                yield question
        elif question:
            yield question
        question = pieces.pop() if len(pieces) == 1 and _asks_without_verb(words) else None
        yield from pieces
    if question:
        yield question


def _pieces(words: list[Token], language: str, headline: bool, weights: dict[str, float] | None) -> Iterator[Span]:
    """The claims of one sentence, less the words that only join them."""
    start = 0
    for gap in [*cuts.cuts(words, language, headline, weights), gaps.Gap(len(words), len(words))]:
        piece = words[start : gap.left]
        if sum(c.isalnum() for w in piece for c in w.text) >= LETTERS:
            yield Span(piece[0].idx, piece[-1].idx + len(piece[-1]))
        start = gap.right


def _asks_without_verb(words: list[Token]) -> bool:
    return words[-1].text == "?" and words[-1].doc[0].tag_ != "" and not any(gaps.is_finite(w) for w in words)


def _dateline(words: list[Token]) -> int:
    """How many words of a paragraph's first sentence are its dateline: capitals and figures as far as a dash."""
    depth = 0
    for i, word in enumerate(words[: DATELINE + 1]):
        if i and word.text in {"-", "–", "—"} and word.whitespace_ and words[i - 1].whitespace_:
            return i + 1
        depth += (word.text == "(") - (word.text == ")")
        if word.text[0].islower() and not depth:
            return 0
        if word.text in {":", "!", "?"} or gaps.is_finite(word):
            return 0
    return 0
