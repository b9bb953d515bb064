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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.framing import tone, vocabulary
from core.framing.evidence import Candidate, Evidence
from core.framing.features import Row, table_of
from core.framing.ground import placed
from core.framing.nearest import Nearest
from core.framing.tone import Tones, Word
from core.framing.vocabulary import Vocabulary
from core.language import lexicons
from core.model import Claim, Kind, Passage, Reason, Span, Voice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

KIND: Kind = "loaded"
NEAR = 0.35
"""Cosine of two words' vectors from which the plain one is offered as the counterpart."""


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The candidates by the vocabulary that ships."""
    return candidates(evidence, vocabulary.shipped(KIND))


def candidates(evidence: Evidence, known: Vocabulary) -> Iterator[Candidate]:
    """All content words and idioms as candidates, with their features."""
    tones = tone.tones(evidence, known)
    nearest = Nearest(tones)
    for article_id in tones.of:
        evidence.job.check()
        yield from _of_article(tones, nearest, article_id)


def _of_article(tones: Tones, nearest: Nearest, article_id: str) -> Iterator[Candidate]:
    """The candidates of one article, their features in columns."""
    import numpy as np

    evidence, own = tones.evidence, tones.of[article_id]
    spans = [w.span for w in own.words]
    start = np.array([s.start for s in spans], dtype=np.int64)
    end = np.array([s.end for s in spans], dtype=np.int64)
    claim = evidence.ground[article_id].claim[start]
    calm = [own.sentences.get(c.span.start, 0.0) for c in evidence.claims_of[article_id]]
    contrasts = _contrasts(tones, nearest, article_id, claim)
    place = placed(evidence, article_id, start, end, claim)
    single: dict[str, Floats] = {
        **_lexical(own.words),
        **place,
        **tones.idiosyncrasy(article_id),
        "vocabulary": own.scores.astype(np.float64),
        "sentence": np.array([*calm, 0.0])[claim],
        **contrasts.features,
    }
    general = tone.style(evidence, article_id, own, tones.others(article_id))
    rows = table_of({**general, **single, "prior": _prior(single)}, len(spans))
    speaker = place["speaker"].tolist()
    for k, (span, at, plain) in enumerate(zip(spans, claim.tolist(), contrasts.plain, strict=True)):
        own_claim = evidence.claims_of[article_id][at] if at >= 0 else None
        voice: Voice = "speaker" if speaker[k] else "outlet"
        yield _candidate(evidence, article_id, span, rows[k], own_claim, plain, voice)


def _lexical(words: Sequence[Word]) -> dict[str, Floats]:
    """What each word itself says, in columns."""
    import numpy as np

    heads = [w.head for w in words]
    text, pos = [t.text for t in heads], [t.pos_ for t in heads]
    loaded = [{g for g, side in w.groups if side == "loaded"} for w in words]
    found = {
        "listed": [w.listed for w in words],
        "wide": [bool(groups) and not w.listed for w, groups in zip(words, loaded, strict=True)],
        "plain": [any(side == "plain" for _, side in w.groups) for w in words],
        "idiom": [w.idiom for w in words],
        "length": [min(24, len(t)) for t in text],
        "hyphen": ["-" in t for t in text],
        "capitals": [t.isupper() and len(t) > 2 for t in text],
        "superlative": [_superlative(w, p) for w, p in zip(words, pos, strict=True)],
    }
    columns = {name: np.array(values, dtype=np.float64) for name, values in found.items()}
    # What a word has not is no feature of it.
    for k, groups in enumerate(loaded):
        for name in (*(f"group_{g}" for g in groups), f"pos_{pos[k]}"):
            columns.setdefault(name, np.full(len(words), np.nan))[k] = 1.0
    return columns


def _superlative(word: Word, pos: str) -> bool:
    if word.head.tag_ in {"JJS", "RBS"}:
        return True
    ends = word.head.lower_.endswith(("sten", "ste", "ster", "stes", "stem")) and not word.lemma.endswith("st")
    return pos == "ADJ" and ends and word.head.lang_ == "de"


@dataclass(frozen=True)
class Contrasts:
    """For each word of an article where the word of its claim's counterparts stands that means most nearly the same and is
    another one (``plain``), and ``features`` of the contrast, NaN where there are no counterparts."""

    plain: list[Passage | None]
    features: dict[str, Floats]


def _contrasts(tones: Tones, nearest: Nearest, article_id: str, claim: NDArray[np.int32]) -> Contrasts:
    """``claim``: for each word the number of its claim among those of the article, -1 for none."""
    import numpy as np

    evidence, own = tones.evidence, tones.of[article_id]
    numbers = np.array([evidence.number[c.id] for c in evidence.claims_of[article_id]], dtype=np.int64)
    of, other = evidence.fellows.of_claims(numbers)
    count, common = evidence.fellows.count[numbers], evidence.linked[article_id]
    whole = np.full((3, len(numbers) + 1), np.nan)
    some = np.flatnonzero(count)
    calm = np.bincount(of, tones.sentences[other], len(numbers))[some] / count[some]
    kept = common.most()[some] / np.maximum(1, common.own[some])
    whole[:, some] = np.minimum(5, count[some]), kept, tones.sentences[numbers[some]] - calm
    compared = np.flatnonzero(np.append(count, 0)[claim])
    near, gap, shared = (np.full(len(own.words), np.nan) for _ in range(3))
    value, at = nearest.of(article_id)
    near[compared] = value[compared]
    alike = at >= 0
    gap[compared] = np.where(alike, own.scores - nearest.scores(at), 0.0)[compared]
    for i, k in zip(compared.tolist(), claim[compared].tolist(), strict=True):
        known = common.times[k].get(own.words[i].lemma)
        shared[i] = _having(evidence, own.words[i].lemma, numbers.item(k)) if known is None else known
    shared[compared] /= count[claim[compared]]
    plain: list[Passage | None] = [None] * len(own.words)
    for i in np.flatnonzero(alike & (value >= NEAR)).tolist():
        passage, lemma = nearest.word(at.item(i))
        if lemma != own.words[i].lemma:
            plain[i] = passage
    names = dict(zip(("counterparts", "kept", "sentence_gap"), whole[:, claim], strict=True))
    return Contrasts(plain, {**names, "in_counterparts": shared, "near": near, "near_gap": gap})


def _having(evidence: Evidence, lemma: str, number: int) -> int:
    """How many counterparts of the claim of that number have ``lemma``, which it has not itself."""
    return sum(lemma in evidence.lemmas(evidence.claims[k]) for k in evidence.fellows.of(number).tolist())


def _prior(features: dict[str, Floats]) -> Floats:
    """A guess without a fitted model: listed words that no other article has."""
    import numpy as np

    base = 0.5 * features["listed"] + 0.2 * features["idiom"] + 0.05 * features["vocabulary"]
    near = base + 0.1 * features["alone"] + 0.1 * features["headline"] - 0.3 * features["elsewhere"]
    return np.minimum(np.maximum(near, 0.0), 1.0)


def _candidate(
    evidence: Evidence,
    article_id: str,
    span: Span,
    features: Row,
    claim: Claim | None,
    plain: Passage | None,
    voice: Voice,
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
        first = [evidence.claims[k] for k in evidence.fellows.of(evidence.number[claim.id])[:1].tolist()]
        against = tuple([Passage(c.article_id, c.span) for c in first])
    else:
        key = "mark.loaded.alone"
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
