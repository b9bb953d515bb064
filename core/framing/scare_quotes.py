"""Scare quotes: quotation marks that doubt rather than quote, and the words that do the same (so-called).

What the lens sees. Quotation marks around at most MOST words, and "so-called", "sogenannt-", "angeblich-",
"self-styled" and their like before a noun. Against a real quotation speak a reporting verb or a named source
in the same claim, a full sentence inside, and the same words in quotation marks in another article; against
a title, a motto or a name speak capitals, a word of naming before it ("unter dem Titel", "dubbed", "die Kita")
and that no article uses the words without marks. For doubt speaks that a linked claim (or any other article)
writes the same words without marks, that they stand right before or after an article, and the tone of the rest.

A fitted model weighs these (core/framing/fit.py). Source: the types of quotation in Gutzmann and Stei (2011), "How
quotation marks what people do with words", and Härtl (2018), "Name-informing and distancing sogenannt 'so-called'".

What it cannot see: doubt without marks ("what passes for restraint here"), a real quotation whose speaker is
named in another sentence only, marks that an export of the text has lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.framing import tone, vocabulary
from core.framing.evidence import Candidate, Evidence, Quotation
from core.language import lexicons
from core.model import Claim, Kind, Passage, Reason, Span, Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND: Kind = "scare_quotes"
MOST = 5
"""Words inside marks that may still be meant as doubt; a reader marked none longer than five."""
DOUBT = re.compile(
    r"\b(?:so ?genannte[nrsm]?|angebliche[nrsm]?|vermeintliche[nrsm]?|vorgebliche[nrsm]?|selbst ?ernannte[nrsm]?"
    r"|so[- ]called|self[- ](?:styled|proclaimed|appointed|described)|supposed|purported|alleged|soi[- ]disant)\b",
    re.IGNORECASE,
)


def find(evidence: Evidence) -> Iterator[Candidate]:
    """Short quotations and expressions of doubt as candidates."""
    known = vocabulary.shipped("loaded")
    tones = tone.tones(evidence, known)
    for article in evidence.articles:
        evidence.job.check()
        general = tone.style(evidence, article.id, tones.of[article.id], tones.others(article.id))
        # What the vocabulary says of the article depends on the other lens's fit; the rest of the style does not.
        style = {k: v for k, v in general.items() if k not in {"tone", "tone_contrast", "sentences_tone"}}
        for quotation in evidence.quotations[article.id]:
            if quotation.words <= MOST and not _titled(evidence, article.id, quotation):
                yield _quoted(evidence, article.id, quotation, style)
        for found in DOUBT.finditer(article.text):
            tokens = evidence.tokens(article.id, Span(found.start(), len(article.text)))
            yield _doubted(evidence, article.id, found, tokens, style)


def _titled(evidence: Evidence, article_id: str, quotation: Quotation) -> bool:
    """Whether the word right before the marks says that a name follows ("the ferry", "die Zeitung", "heißt")."""
    start = quotation.span.start
    before = evidence.tokens(article_id, Span(max(0, start - 40), start))
    quoting = lexicons.load("quoting", evidence.language(article_id))
    return bool(before) and any(e.group == "title" for e in quoting.of_token(before[-1]))


def _quoted(evidence: Evidence, article_id: str, quotation: Quotation, style: dict[str, float]) -> Candidate:
    inner = evidence.text(article_id, quotation.inner)
    claim = evidence.claim_at(article_id, quotation.inner.start)
    tokens = evidence.tokens(article_id, quotation.inner)
    plain, elsewhere = _without_marks(evidence, article_id, tokens, claim)
    features = {
        **style,
        **tone.placed(evidence, article_id, quotation.span, claim),
        **elsewhere,
        **_inside(evidence, article_id, tokens, inner),
        **_around(evidence, article_id, quotation, claim),
        "words": float(quotation.words),
    }
    features["prior"] = max(
        0.0, min(1.0, 0.25 + 0.35 * features["unmarked"] - 0.2 * features["titled"] - 0.2 * features["said"])
    )
    key = "mark.scare_quotes.contrast" if plain else "mark.scare_quotes.alone"
    return _candidate(evidence, article_id, quotation.span, inner, features, key, plain, claim)


def _doubted(
    evidence: Evidence, article_id: str, found: re.Match[str], tokens: tuple[Token, ...], style: dict[str, float]
) -> Candidate:
    """The expression with the noun that it doubts, which is the first one behind it."""
    end = found.end()
    named: tuple[Token, ...] = ()
    for i, token in enumerate(tokens[:7]):
        if token.idx < found.end():
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            following = tokens[i + 1 : i + 2]
            named = (token, *(t for t in following if t.pos_ in {"NOUN", "PROPN"} and token.lang_ == "en"))
            end = named[-1].idx + len(named[-1])
            break
        if token.is_punct and token.text not in "-„“\"'»«":
            break
    span = Span(found.start(), end)
    claim = evidence.claim_at(article_id, span.start)
    plain, elsewhere = _without_marks(evidence, article_id, named, claim)
    word = found.group().lower()
    features = {
        **style,
        **tone.placed(evidence, article_id, span, claim),
        **elsewhere,
        "doubt": 1.0,
        "so_called": float(word.startswith("so")),
        "self_styled": float(word.startswith("sel")),
        "names": float(bool(named)),
    }
    features["prior"] = 0.55 if named and "allege" not in word else 0.3
    key = "mark.scare_quotes.so_called" if plain else "mark.scare_quotes.so_called_alone"
    return _candidate(evidence, article_id, span, evidence.text(article_id, span), features, key, plain, claim)


def _without_marks(
    evidence: Evidence, article_id: str, tokens: tuple[Token, ...], claim: Claim | None
) -> tuple[Passage | None, dict[str, float]]:
    """Where another article writes the same words without marks: first in the linked claims, then anywhere."""
    words = [(t.lower_, t.lemma_.lower()) for t in tokens if not t.is_punct]
    linked = {c.id for c in evidence.counterparts(claim.id)} if claim else set()
    first: Passage | None = None
    unmarked = marked = near = own = 0
    for other in evidence.articles:
        for span in _occurrences(evidence, other.id, words):
            quotation = evidence.quotation_at(other.id, span)
            if other.id == article_id:
                own += quotation is None
                continue
            if quotation:
                marked += quotation.words <= MOST
                continue
            there = evidence.claim_at(other.id, span.start)
            is_near = there is not None and there.id in linked
            if first is None or (is_near and not near):
                first = Passage(other.id, span)
            near += is_near
            unmarked += 1
    return first, {
        "unmarked": float(unmarked > 0),
        "unmarked_linked": float(near > 0),
        "marked_elsewhere": float(marked > 0),
        "unmarked_here": float(own > 0),
    }


def _occurrences(evidence: Evidence, article_id: str, words: list[tuple[str, str]]) -> Iterator[Span]:
    """Where ``words`` (as written, lemma) follow each other in the article, in any form."""
    if not words:
        return
    forms, places = _forms(evidence, article_id)
    stand = [{*places.get(word, ()), *places.get(lemma, ())} for word, lemma in words]
    rarest = min(range(len(words)), key=lambda k: len(stand[k]))
    for i in sorted(at - rarest for at in stand[rarest] if at >= rarest):
        window = forms[i : i + len(words)]
        if len(window) == len(words) and all(
            there == word or base == lemma for (there, base), (word, lemma) in zip(window, words, strict=True)
        ):
            yield evidence.span_of(evidence.words[article_id][i : i + len(words)])


def let_go(evidence: Evidence) -> None:
    """Nobody will ask where words stand any more."""
    for article in evidence.articles:
        evidence.shared.pop((_forms, article.id), None)


def _forms(evidence: Evidence, article_id: str) -> tuple[list[tuple[str, str]], dict[str, list[int]]]:
    """The article's words as written and as lemma, lower case, and where each form stands."""
    key = (_forms, article_id)
    if key not in evidence.shared:
        forms = evidence.forms[article_id]
        places: dict[str, list[int]] = defaultdict(list)
        for i, pair in enumerate(forms):
            for form in {*pair}:
                places[form].append(i)
        evidence.shared[key] = forms, places
    found: tuple[list[tuple[str, str]], dict[str, list[int]]] = evidence.shared[key]
    return found


def _inside(evidence: Evidence, article_id: str, tokens: tuple[Token, ...], inner: str) -> dict[str, float]:
    lexicon = lexicons.load("loaded", evidence.language(article_id))
    words = [t for t in tokens if t.text[0].isalpha()]
    return {
        "capitals": sum(t.text[0].isupper() for t in words) / max(1, len(words)),
        "initial": float(inner[:1].isupper()),
        "proper": sum(t.pos_ == "PROPN" for t in words) / max(1, len(words)),
        "adjective": float(any(t.pos_ == "ADJ" for t in words)),
        "noun": float(any(t.pos_ == "NOUN" for t in words)),
        "verb": float(any(t.pos_ in {"VERB", "AUX"} for t in words)),
        "listed": float(
            any(e.side == "loaded" and not e.group.startswith(tone.WIDE) for t in words for e in lexicon.of_token(t))
        ),
        "sentence_inside": float(inner[-1:] in ".!?,"),
        "figure_inside": float(any(c.isdigit() for c in inner)),
    }


def _around(evidence: Evidence, article_id: str, quotation: Quotation, claim: Claim | None) -> dict[str, float]:
    text = evidence.article[article_id].text
    sentence = evidence.tokens_of(claim) if claim else ()
    quoting = lexicons.load("quoting", evidence.language(article_id))
    before = [t for t in sentence if t.idx < quotation.span.start and not t.is_punct]
    last = before[-1] if before else None
    after = evidence.token_at(article_id, min(len(text) - 1, quotation.span.end + 1))
    return {
        "said": float(any(e.group == "saying" for t in sentence for e in quoting.of_token(t))),
        "attributed": float(bool(claim and claim.attribution)),
        "titled": float(any(e.group == "naming" for t in before[-4:] for e in quoting.of_token(t))),
        "after_article": float(last is not None and last.pos_ == "DET"),
        "after_noun": float(last is not None and last.pos_ in {"NOUN", "PROPN"}),
        "after_verb": float(last is not None and last.pos_ in {"VERB", "AUX"}),
        "before_noun": float(after is not None and after.pos_ == "NOUN"),
        "other_quotes": float(sum(q.words > MOST for q in evidence.quotations[article_id])),
        "short_quotes": float(sum(q.words <= MOST for q in evidence.quotations[article_id])),
        "single_marks": float(text[quotation.span.start] in "'‘‚"),
        "whole": float(claim is not None and len(claim.span) <= len(quotation.span) + 2),
    }


def _candidate(
    evidence: Evidence,
    article_id: str,
    span: Span,
    word: str,
    features: dict[str, float],
    key: str,
    plain: Passage | None,
    claim: Claim | None,
) -> Candidate:
    group = evidence.group_of.get(claim.id) if claim else None
    values = [("word", word)] + ([("other", evidence.name(plain.article_id))] if plain else [])
    against = (plain,) if plain else ()
    voice: Voice = "speaker" if claim and claim.voice == "speaker" and features.get("doubt") else "outlet"
    return Candidate(
        KIND, article_id, span, features, Reason(key, tuple(values)), against, group.id if group else None, voice
    )
