"""From a Doc to the claims that its article makes.

1. Sentences (``core.language.sentences``) are cut where each side makes a claim of its own (``gaps``, ``cuts``).
2. Each claim gets its speaker, where it has one (``attribution``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from core.claims import attribution, cuts, gaps, opening, reported, turns
from core.claims.frames import keep_quotations
from core.model import Article, Claim, Span, claim_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from core.claims.frames import Frame

NO_ANSWERS: Mapping[int, turns.Turn] = {}
SHORT_ANSWER = 6
"""Words of a sentence that answers a question without a verb: "Die Nachtschicht? Ab April dicht!" is one claim."""


def extract(article: Article, doc: Doc, weights: dict[str, float] | None = None) -> tuple[Claim, ...]:
    """The claims of ``article`` in the order of its text; their spans do not overlap.

    ``weights``: of the cuts, others than the shipped ones (for fitting).
    """
    quoted = keep_quotations(doc, article.text)
    sentences = [gaps.words_of(sentence) for sentence in gaps.sentences_of(doc)]
    frames = [reported.frames(words, article.language) for words in sentences]
    answers = turns.answers(article.text)
    spans = list(spans_of(article, sentences, frames, weights, answers))
    last = max(1, len(spans) - 1)
    found = [
        Claim(claim_id(article.id, span), article.id, span, (span,), round(i / last, 4), "outlet")
        for i, span in enumerate(spans)
    ]
    return tuple(attribution.attribute(article, sentences, frames, quoted, found, answers))


def spans_of(
    article: Article,
    sentences: Sequence[list[Token]],
    frames: Sequence[list[Frame]],
    weights: dict[str, float] | None = None,
    answers: Mapping[int, turns.Turn] = NO_ANSWERS,
) -> Iterator[Span]:
    """The spans of the claims of ``article``: sentences, or the pieces of one, in their order. ``sentences`` are their
    words, ``frames`` those of each; ``answers`` are an interview's, by where their paragraphs begin."""
    text = article.text
    headline = gaps.headline_end(text)
    question: Span | None = None
    noted = False
    for whole, known in zip(sentences, frames, strict=True):
        if not whole:
            continue
        words, own = whole, known
        noted = opening.opens_note(words, text) or (noted and text[words[0].idx - 1] != "\n")
        if noted:
            continue
        turn = answers.get(text.rfind("\n", 0, words[0].idx) + 1)
        before = sum(turn.label.start <= w.idx < turn.label.end for w in words) if turn and turn.label else 0
        if before := before or opening.before_claims(words, headline, text):
            if before == len(words):
                continue
            words = words[before:]
            own = reported.frames(words, article.language)
            if opening.credit_at_end(words, text) == len(words):
                continue
        is_headline = bool(words) and words[0].idx < headline
        if not is_headline:
            words = words[: len(words) - opening.credit_at_end(words, text)]
        chosen = cuts.cuts(words, article.language, is_headline, own, weights)
        pieces = list(_pieces(words, chosen))
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


def _pieces(words: list[Token], chosen: list[gaps.Gap]) -> Iterator[Span]:
    """The claims of one sentence, less the words that only join them."""
    start = 0
    for gap in [*chosen, gaps.Gap(len(words), len(words))]:
        piece = opening.bare(words[start : gap.left])
        if gaps.has_letters("".join(w.text for w in piece)):
            yield Span(piece[0].idx, piece[-1].idx + len(piece[-1]))
        start = gap.right


def _asks_without_verb(words: list[Token]) -> bool:
    return words[-1].text == "?" and words[-1].doc[0].tag_ != "" and not any(gaps.is_finite(w) for w in words)
