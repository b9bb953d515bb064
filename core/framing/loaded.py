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
from typing import TYPE_CHECKING

from core.framing import tone, vocabulary
from core.framing.evidence import Candidate, Evidence
from core.framing.tone import Tones, Word
from core.framing.vocabulary import Vocabulary
from core.language import lexicons
from core.model import Claim, Kind, Passage, Reason, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND: Kind = "loaded"
NEAR = 0.35
"""Cosine of two words' vectors from which the plain one is offered as the counterpart."""


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The candidates by the vocabulary that ships."""
    return candidates(evidence, vocabulary.shipped(KIND))


def candidates(evidence: Evidence, known: Vocabulary) -> Iterator[Candidate]:
    """All content words and idioms as candidates, with their features."""
    tones = tone.tones(evidence, known)
    for article_id, own in tones.of.items():
        evidence.job.check()
        general = tone.style(evidence, article_id, own, tones.others(article_id))
        for i, word in enumerate(own.words):
            span = evidence.span_of(word.tokens)
            claim = evidence.claim_at(article_id, span.start)
            features = {
                **general,
                **_lexical(word),
                **tone.placed(evidence, article_id, span, claim),
                **tones.idiosyncrasy(article_id, i),
                "vocabulary": float(own.scores[i]),
                "sentence": own.sentences.get(claim.span.start, 0.0) if claim else 0.0,
            }
            plain, contrast = _contrast(tones, article_id, i, claim)
            features |= contrast
            features["prior"] = _prior(features)
            yield _candidate(evidence, article_id, span, features, claim, plain)


def _lexical(word: Word) -> dict[str, float]:
    """What the word itself says."""
    head = word.head
    loaded = {g for g, side in word.groups if side == "loaded"}
    features = {
        "listed": float(word.listed),
        "wide": float(bool(loaded) and not word.listed),
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
    return features | {f"pos_{head.pos_}": 1.0}


def _superlative(token: Token) -> bool:
    return token.lower_.endswith(("sten", "ste", "ster", "stes", "stem")) and not token.lemma_.lower().endswith("st")


@dataclass(frozen=True)
class Contrasts:
    """The words of the counterparts that mean most nearly the same as those of one claim, and features of the contrast.

    ``near`` has for each word of the claim, which begin with the ``first`` of the article, its likeness to the ``nearest``
    of ``theirs``: article id and number of the word there.
    """

    first: int
    near: list[float]
    nearest: list[int]
    theirs: list[tuple[str, int]]
    lemmas: Counter[str]
    features: dict[str, float]

    @classmethod
    def of(cls, tones: Tones, claim: Claim) -> Contrasts | None:
        """None for a claim without counterparts."""
        evidence, own = tones.evidence, tones.of[claim.article_id]
        counterparts = evidence.counterparts(claim.id)
        if not counterparts:
            return None
        lemmas, rows = evidence.lemmas(claim), own.rows(claim.span)
        theirs = [(c.article_id, k) for c in counterparts for k in tones.of[c.article_id].rows(c.span)]
        near, nearest = [0.0] * len(rows), [0] * len(rows)
        if theirs and rows:
            there = own.vectors[[tones.of[a].place[k] for a, k in theirs]]
            likeness = (own.vectors[own.place[rows.start : rows.stop]] @ there.T).round(5)  # equals stay equal
            near, nearest = likeness.max(axis=1).tolist(), likeness.argmax(axis=1).tolist()
        calm = [tones.of[c.article_id].sentences.get(c.span.start, 0.0) for c in counterparts]
        features = {
            "counterparts": float(min(5, len(counterparts))),
            "kept": max(len(lemmas & evidence.lemmas(c)) for c in counterparts) / max(1, len(lemmas)),
            "sentence_gap": own.sentences.get(claim.span.start, 0.0) - sum(calm) / len(calm),
        }
        said = Counter(lemma for c in counterparts for lemma in evidence.lemmas(c))
        return cls(rows.start, near, nearest, theirs, said, features)


def _contrast(tones: Tones, article_id: str, i: int, claim: Claim | None) -> tuple[Passage | None, dict[str, float]]:
    """The word of the counterparts that means most nearly the same, and features of the contrast."""
    evidence, own = tones.evidence, tones.of[article_id]
    found = _contrasts(tones, claim) if claim else None
    if found is None or claim is None:
        return None, {}
    lemma = own.words[i].head.lemma_.lower()
    best, plain, gap, row = 0.0, None, 0.0, i - found.first
    if row < len(found.near) and found.near[row] > 0:
        best = found.near[row]
        other, k = found.theirs[found.nearest[row]]
        there = tones.of[other]
        gap = float(own.scores[i] - there.scores[k])
        if best >= NEAR and there.words[k].head.lemma_.lower() != lemma:
            plain = Passage(other, evidence.span_of(there.words[k].tokens))
    shared = found.lemmas[lemma] / len(evidence.counterparts(claim.id))
    return plain, {**found.features, "in_counterparts": shared, "near": best, "near_gap": gap}


def _contrasts(tones: Tones, claim: Claim) -> Contrasts | None:
    known: dict[str, Contrasts | None] = tones.evidence.shared.setdefault((Contrasts, id(tones)), {})
    if claim.id not in known:
        known[claim.id] = Contrasts.of(tones, claim)
    return known[claim.id]


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


def learn(
    evidences: Sequence[tuple[Evidence, Sequence[tuple[str, Span]]]], hidden: frozenset[tuple[str, ...]]
) -> Vocabulary:
    """A vocabulary from annotated evidence: each with the (article id, span) of its loaded entries.

    ``hidden``: words of entries of the lexicons that are not to be used."""
    words, sentences = [], []
    for evidence, marked in evidences:
        for article in evidence.articles:
            if article.language not in vocabulary.LANGUAGES:
                continue
            spans = [s for a, s in marked if a == article.id]
            lexicon = lexicons.load(KIND, article.language).without(hidden)
            for word in tone.words_of(evidence, article.id, lexicon):
                span = evidence.span_of(word.tokens)
                words.append((span.of(article.text), any(s.overlap(span) for s in spans)))
            for claim in evidence.claims_of[article.id]:
                sentences.append((claim.span.of(article.text), any(s.overlap(claim.span) for s in spans)))
    return vocabulary.learn(KIND, words, sentences, evidences[0][0].encoder, hidden)
