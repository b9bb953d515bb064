"""From a Doc to the claims that its article makes.

1. Sentences (``core.language.sentences``) are cut where each side makes a claim of its own (``gaps``, ``cuts``).
2. Each claim gets its speaker, where it has one (``attribution``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from core.claims import attribution, cuts, gaps, reported
from core.claims.frames import keep_quotations
from core.model import Article, Claim, Span, claim_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from core.claims.frames import Frame

SHORT_ANSWER = 6
"""Words of a sentence that answers a question without a verb: "Die Nachtschicht? Ab April dicht!" is one claim."""
DATELINE = 12
"""Words of the longest dateline ("DUBLIN, Sept 2 (Agency) -", "Kassel."), which claims nothing."""
STROKES = frozenset({"-", "–", "—", "|"})
IN_NAMES = frozenset({"am", "an", "der", "bei", "im", "in", "den", "vom"})
"""Small words of a dateline that is a sentence by itself: "Frankfurt am Main, im Oktober."."""


def extract(article: Article, doc: Doc, weights: dict[str, float] | None = None) -> tuple[Claim, ...]:
    """The claims of ``article`` in the order of its text; their spans do not overlap.

    ``weights``: of the cuts, others than the shipped ones (for fitting).
    """
    quoted = keep_quotations(doc, article.text)
    sentences = [gaps.words_of(sentence) for sentence in gaps.sentences_of(doc)]
    frames = [reported.frames(words, article.language) for words in sentences]
    spans = list(spans_of(article, sentences, frames, weights))
    last = max(1, len(spans) - 1)
    found = [
        Claim(claim_id(article.id, span), article.id, span, (span,), round(i / last, 4), "outlet")
        for i, span in enumerate(spans)
    ]
    return tuple(attribution.attribute(article, sentences, frames, quoted, found))


def spans_of(
    article: Article,
    sentences: Sequence[list[Token]],
    frames: Sequence[list[Frame]],
    weights: dict[str, float] | None = None,
) -> Iterator[Span]:
    """The spans of the claims of ``article``: sentences, or the pieces of one, in their order. ``sentences`` are their
    words, ``frames`` those of each."""
    text = article.text
    headline = gaps.headline_end(text)
    question: Span | None = None
    for whole, known in zip(sentences, frames, strict=True):
        if not whole:
            continue
        words, own = whole, known
        if words[0].idx > headline and text[: words[0].idx].endswith("\n") and (dateline := _dateline(words)):
            if dateline == len(words):
                continue
            words = words[dateline:]
            own = reported.frames(words, article.language)
        is_headline = bool(words) and words[0].idx < headline
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
        piece = words[start : gap.left]
        if gaps.has_letters("".join(w.text for w in piece)):
            yield Span(piece[0].idx, piece[-1].idx + len(piece[-1]))
        start = gap.right


def _asks_without_verb(words: list[Token]) -> bool:
    return words[-1].text == "?" and words[-1].doc[0].tag_ != "" and not any(gaps.is_finite(w) for w in words)


def _dateline(words: list[Token]) -> int:
    """How many words of a paragraph's first sentence are its dateline: capitals and figures as far as a dash or a stroke, or
    the whole of it (``_is_place``)."""
    depth = 0
    for i, word in enumerate(words[: DATELINE + 1]):
        if i and word.text in STROKES and word.whitespace_ and words[i - 1].whitespace_:
            return i + 1
        depth += (word.text == "(") - (word.text == ")")
        agency = i + 1 < len(words) and words[i + 1].text == "|"
        if word.text[0].islower() and not depth and not agency:
            break
        if word.text in {":", "!", "?"} or gaps.is_finite(word):
            return 0
    return len(words) if _is_place(words) else 0


def _is_place(words: list[Token]) -> bool:
    """Whether a sentence names only where, when and by whom something was written: "Kassel.", "Norvik, 3. Oktober (ZNA).".

    The paragraph goes on after it. A word like "Silence." is a name to the English tagger: there the place stands in capitals.
    """
    last, doc = words[-1], words[-1].doc
    after = last.i + 1
    if last.text != "." or len(words) > DATELINE or after >= len(doc) or doc[after].is_space:
        return False
    if words[0].lang_ != "de" and not (words[0].text.isupper() and len(words[0]) > 2):
        return False
    depth, dated = 0, False
    for i, word in enumerate(words):
        depth += (word.text == "(") - (word.text == ")")
        if depth or word.is_punct or not word.text[0].isalpha():
            continue
        dated = dated or words[i - 1].text == "," or words[i - 1].like_num or words[i - 1].text in IN_NAMES
        named = word.pos_ == "PROPN" or word.text.isupper()
        if not named and not (i and (word.text in IN_NAMES or (dated and word.pos_ == "NOUN"))):
            return False
    return words[0].text[0].isalpha()
