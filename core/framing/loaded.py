"""Loaded words: words that judge or heat where another article is plain.

What the lens sees. Every content word (noun, verb, adjective, adverb) and every idiom of the lexicon is a
candidate. It counts for being loaded that

* the seed lexicon holds it (``resources/lexicons/loaded.*.txt``: violence, bombshells, reporting verbs that judge,
  intensifiers, euphemisms …; German compounds by their parts) or the learnt ``vocabulary`` takes it for one;
* no other article of the same language has it, or nothing in their counterparts of its claim means the same
  (the contrast: "slammed" where the wire "criticised");
* the claim is otherwise told in the same words: what an editor changed in a text that was taken over;
* it stands in the headline, in a short sentence, near an exclamation mark or a question mark;
* the article's tone: how loaded its other words are, against the other articles'.

A fitted model weighs these (core/framing/fit.py). Sources: lexical bias and epistemological markers as in Recasens,
Danescu-Niculescu-Mizil and Jurafsky (2013), "Linguistic Models for Analyzing and Detecting Biased Language";
lexical against informational bias as in Fan et al. (2019), "In Plain Sight: Media Bias Through the Lens of
Factual Reporting"; contrast between articles on one event is Lesart's own.

What it cannot see. Irony that no word carries; a plain word that is loaded by what the reader knows; a picture
made of plain words ("They looked, and they went home"); languages without a lexicon but for what the
encoder knows of their words. In a single sentence without other articles only lexicon and vocabulary speak.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing import vocabulary
from core.framing.evidence import Candidate, Evidence
from core.framing.vocabulary import Vocabulary
from core.language import lexicons
from core.model import Claim, Kind, Passage, Reason, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    Floats = NDArray[np.float32]

KIND: Kind = "loaded"
OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "X", "INTJ"})
NEAR = 0.35
"""Cosine of two words' vectors from which the plain one is offered as the counterpart."""


@dataclass(frozen=True)
class Word:
    """A candidate's tokens, and the one that carries it."""

    tokens: tuple[Token, ...]
    head: Token
    groups: tuple[tuple[str, str], ...]
    idiom: bool


@dataclass
class Tone:
    """One article's words and how loaded they are."""

    words: tuple[Word, ...]
    scores: Floats
    vectors: Floats
    lemmas: frozenset[str]
    sentences: dict[int, float]

    @cached_property
    def mean(self) -> float:
        """The mean of its words' log-odds."""
        return float(self.scores.mean()) if len(self.scores) else 0.0


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The candidates by the vocabulary that ships."""
    return candidates(evidence, vocabulary.shipped())


def candidates(evidence: Evidence, known: Vocabulary) -> Iterator[Candidate]:
    """All content words and idioms as candidates, with their features."""
    tones = {a.id: _tone(evidence, a.id, known) for a in evidence.articles}
    for article_id, tone in tones.items():
        evidence.job.check()
        yield from _article(evidence, article_id, tone, tones)


def words_of(evidence: Evidence, article_id: str) -> tuple[Word, ...]:
    """The article's idioms and, outside of them, its content words."""
    tokens = evidence.words[article_id]
    lexicon = lexicons.load("loaded", evidence.language(article_id))
    found: list[Word] = []
    taken: set[int] = set()
    for entry, i, j in sorted(lexicon.idioms(tokens), key=lambda x: (x[1] - x[2], x[1])):
        if not taken & set(range(i, j)):
            taken.update(range(i, j))
            found.append(Word(tokens[i:j], tokens[j - 1], ((entry.group, entry.side),), True))
    for i, token in enumerate(tokens):
        groups = tuple((e.group, e.side) for e in lexicon.of_token(token)) if token.text[0].isalpha() else ()
        if i not in taken and _speaks(token, bool(groups)):
            found.append(Word((token,), token, groups, False))
    return tuple(sorted(found, key=lambda w: w.tokens[0].idx))


def _speaks(token: Token, listed: bool) -> bool:
    if not token.text[0].isalpha() or token.like_num:
        return False
    return listed or (
        token.pos_ in OPEN and not (token.is_stop and token.pos_ not in {"ADJ", "ADV"}) and len(token) > 2
    )


def _tone(evidence: Evidence, article_id: str, known: Vocabulary) -> Tone:
    words = words_of(evidence, article_id)
    texts = [evidence.text(article_id, evidence.span_of(w.tokens)) for w in words]
    claims = evidence.claims_of[article_id]
    scored = known.sentence_scores([c.span.of(evidence.article[article_id].text) for c in claims], evidence.encoder)
    return Tone(
        words,
        known.word_scores(texts, evidence.encoder),
        evidence.encoder.vectors(texts),
        frozenset(w.head.lemma_.lower() for w in words),
        {c.span.start: float(s) for c, s in zip(claims, scored, strict=True)},
    )


def _article(evidence: Evidence, article_id: str, tone: Tone, tones: dict[str, Tone]) -> Iterator[Candidate]:
    import numpy as np

    others = [t for a, t in sorted(tones.items()) if a != article_id and len(t.words)]
    same = [
        t for a, t in sorted(tones.items()) if a != article_id and evidence.language(a) == evidence.language(article_id)
    ]
    nearest = (
        np.stack([(tone.vectors @ t.vectors.T).max(axis=1) for t in others]) if others and len(tone.words) else None
    )
    counts = Counter(w.head.lemma_.lower() for w in tone.words)
    general = _style(evidence, article_id, tone, others)
    for i, word in enumerate(tone.words):
        span = evidence.span_of(word.tokens)
        claim = evidence.claim_at(article_id, span.start)
        lemma = word.head.lemma_.lower()
        features = {
            **general,
            **_lexical(word),
            **_placed(evidence, article_id, span, claim),
            "vocabulary": float(tone.scores[i]),
            "sentence": tone.sentences.get(claim.span.start, 0.0) if claim else 0.0,
            "elsewhere": sum(lemma in t.lemmas for t in same) / len(same) if same else 0.0,
            "alone": float(bool(same) and not any(lemma in t.lemmas for t in same)),
            "again": float(counts[lemma] > 1),
            "nearest": float(nearest[:, i].mean()) if nearest is not None else 0.0,
            "nearest_best": float(nearest[:, i].max()) if nearest is not None else 0.0,
        }
        plain, contrast = _contrast(evidence, article_id, i, claim, tone, tones)
        features |= contrast
        features["prior"] = _prior(features)
        yield _candidate(evidence, article_id, span, features, claim, plain)


def _style(evidence: Evidence, article_id: str, tone: Tone, others: Sequence[Tone]) -> dict[str, float]:
    """What is the same for all the article's words."""
    import numpy as np

    text = evidence.article[article_id].text
    sentences = max(1, len(evidence.claims_of[article_id]))
    means = [t.mean for t in others]
    return {
        "tone": tone.mean,
        "tone_contrast": tone.mean - float(np.mean(means)) if means else 0.0,
        "sentences_tone": float(np.mean(list(tone.sentences.values()))) if tone.sentences else 0.0,
        "exclaims": text.count("!") / sentences,
        "asks": text.count("?") / sentences,
        "sentence_length": len(evidence.words[article_id]) / sentences,
        "articles": float(min(6, len(evidence.articles))),
        "listed_share": sum(any(s == "loaded" for _, s in w.groups) for w in tone.words) / max(1, len(tone.words)),
    }


def _lexical(word: Word) -> dict[str, float]:
    """What the word itself says."""
    head = word.head
    loaded = {g for g, side in word.groups if side == "loaded"}
    features = {
        "listed": float(bool(loaded)),
        "plain": float(any(side == "plain" for _, side in word.groups)),
        "idiom": float(word.idiom),
        "length": min(24.0, float(len(head))),
        "hyphen": float("-" in head.text),
        "capitals": float(head.text.isupper() and len(head) > 2),
        "superlative": float(
            head.tag_ in {"JJS", "RBS"} or (head.lang_ == "de" and head.pos_ == "ADJ" and _superlative(head))
        ),
    }
    features |= {f"group_{g}": 1.0 for g in loaded}
    features |= {f"pos_{head.pos_}": 1.0}
    return features


def _superlative(token: Token) -> bool:
    return token.lower_.endswith(("sten", "ste", "ster", "stes", "stem")) and not token.lemma_.lower().endswith("st")


def _placed(evidence: Evidence, article_id: str, span: Span, claim: Claim | None) -> dict[str, float]:
    """Where it stands."""
    text = evidence.article[article_id].text
    quotation = evidence.quotation_at(article_id, span)
    sentence = evidence.text(article_id, claim.span) if claim else ""
    number = len(evidence.tokens_of(claim)) if claim else 0
    head, lead = evidence.headline[article_id], evidence.lead[article_id]
    after = text[span.end : span.end + 1]
    return {
        "headline": float(span.start < head.end),
        "lead": float(lead.start <= span.start < lead.end),
        "position": span.start / max(1, len(text)),
        "quoted": float(quotation is not None),
        "speaker": float(evidence.voice(article_id, span) == "speaker"),
        "exclaimed": float(sentence.endswith("!") or after == "!"),
        "asked": float(sentence.endswith("?")),
        "claim_length": float(min(40, number)),
        "before_colon": float(after == ":"),
        "first": float(claim is not None and span.start == claim.span.start),
        "last": float(claim is not None and claim.span.end - span.end <= 2),
        "before_figure": float(text[span.end : span.end + 2].strip()[:1].isdigit()),
        "grouped": float(claim is not None and claim.id in evidence.group_of),
    }


def _contrast(
    evidence: Evidence, article_id: str, i: int, claim: Claim | None, tone: Tone, tones: dict[str, Tone]
) -> tuple[Passage | None, dict[str, float]]:
    """The plainest word of the counterparts that means about the same, and what the counterparts say of this one."""
    counterparts = evidence.counterparts(claim.id) if claim else ()
    if not counterparts or claim is None:
        return None, {}
    lemma = tone.words[i].head.lemma_.lower()
    own = {t.lemma_.lower() for t in evidence.tokens_of(claim)}
    best, plain, shared, kept, calm = 0.0, None, 0, 0.0, []
    for other in counterparts:
        there = tones[other.article_id]
        rows = [k for k, w in enumerate(there.words) if other.span.start <= w.tokens[0].idx < other.span.end]
        lemmas = {t.lemma_.lower() for t in evidence.tokens_of(other)}
        shared += lemma in lemmas
        kept = max(kept, len(own & lemmas) / max(1, len(own)))
        calm.append(there.sentences.get(other.span.start, 0.0))
        if not rows:
            continue
        near = there.vectors[rows] @ tone.vectors[i]
        k = int(near.argmax())
        if float(near[k]) > best:
            best = float(near[k])
            plain = (other.article_id, there.words[rows[k]], float(there.scores[rows[k]]))
    features = {
        "counterparts": float(min(5, len(counterparts))),
        "in_counterparts": shared / len(counterparts),
        "kept": kept,
        "near": best,
        "near_gap": float(tone.scores[i]) - plain[2] if plain else 0.0,
        "sentence_gap": tone.sentences.get(claim.span.start, 0.0) - sum(calm) / len(calm),
    }
    if plain is None or best < NEAR or plain[1].head.lemma_.lower() == lemma:
        return None, features
    return Passage(plain[0], evidence.span_of(plain[1].tokens)), features


def _prior(features: dict[str, float]) -> float:
    """A guess without a fitted model: listed words that no other article has."""
    base = 0.5 * features["listed"] + 0.2 * features["idiom"] + 0.05 * features["vocabulary"]
    return max(0.0, min(1.0, base + 0.1 * features["alone"] + 0.1 * features["headline"] - 0.3 * features["elsewhere"]))


def _candidate(
    evidence: Evidence,
    article_id: str,
    span: Span,
    features: dict[str, float],
    claim: Claim | None,
    plain: Passage | None,
) -> Candidate:
    word = evidence.text(article_id, span)
    group = evidence.group_of.get(claim.id) if claim else None
    against: tuple[Passage, ...] = (plain,) if plain else ()
    values = [("word", word)]
    if plain:
        key = "mark.loaded.contrast"
        values += [("plain", evidence.text(plain.article_id, plain.span)), ("other", evidence.name(plain.article_id))]
    elif claim and group:
        key = "mark.loaded.without"
        against = tuple(Passage(c.article_id, c.span) for c in evidence.counterparts(claim.id)[:1])
    else:
        key = "mark.loaded.alone"
    voice = evidence.voice(article_id, span)
    return Candidate(
        KIND, article_id, span, features, Reason(key, tuple(values)), against, group.id if group else None, voice
    )


def learn(evidences: Sequence[tuple[Evidence, Sequence[tuple[str, Span]]]]) -> Vocabulary:
    """A vocabulary from annotated evidence: each with the (article id, span) of its loaded entries."""
    words, sentences = [], []
    for evidence, marked in evidences:
        for article in evidence.articles:
            if article.language not in vocabulary.LANGUAGES:
                continue
            spans = [s for a, s in marked if a == article.id]
            for word in words_of(evidence, article.id):
                span = evidence.span_of(word.tokens)
                words.append((span.of(article.text), any(s.overlap(span) for s in spans)))
            for claim in evidence.claims_of[article.id]:
                sentences.append((claim.span.of(article.text), any(s.overlap(claim.span) for s in spans)))
    return vocabulary.learn(words, sentences, evidences[0][0].encoder)
