"""The tone of an article: its words, how loaded they are, where they stand. What several lenses ask of it.

An article's wording is of a piece: where five words heat, the sixth probably does, too. So the lenses for single
words and names know the mean of their article's words and set it against the other articles'.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing.evidence import Evidence
from core.framing.vocabulary import Vocabulary
from core.language.lexicons import Lexicon
from core.model import Claim, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    Floats = NDArray[np.float32]

WIDE = "wide_"
"""Prefix of the groups whose words stand soberly in many a sentence, too."""
OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "X", "INTJ"})


@dataclass(frozen=True)
class Word:
    """A word or an idiom, the token that carries it, and the lexicon's (group, side) for it."""

    tokens: tuple[Token, ...]
    head: Token
    groups: tuple[tuple[str, str], ...]
    idiom: bool

    @property
    def listed(self) -> bool:
        """Whether the lexicon's narrow circle has it as loaded."""
        return any(side == "loaded" and not group.startswith(WIDE) for group, side in self.groups)


@dataclass
class Tone:
    """One article's words and how loaded they are: ``scores`` are log-odds, ``vectors`` the encoder's; one row a word.

    ``sentences`` has the log-odds of each claim by its start.
    """

    words: tuple[Word, ...]
    scores: Floats
    vectors: Floats
    lemmas: frozenset[str]
    sentences: dict[int, float]

    def rows(self, span: Span) -> range:
        """The indexes of its words that begin inside ``span``."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [w.tokens[0].idx for w in self.words]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each lemma comes."""
        return Counter(w.head.lemma_.lower() for w in self.words)

    @cached_property
    def mean(self) -> float:
        """The mean of its words' log-odds."""
        return float(self.scores.mean()) if len(self.scores) else 0.0


def words_of(evidence: Evidence, article_id: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The article's idioms by ``lexicon`` and, outside of them, its content words."""
    tokens = evidence.words[article_id]
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


def read(evidence: Evidence, article_id: str, known: Vocabulary) -> Tone:
    """The article's tone by the vocabulary ``known``."""
    words, vectors = _encoded(evidence, article_id, known.lexicon("loaded", evidence.language(article_id)))
    claims = evidence.claims_of[article_id]
    scored = known.sentence_scores([c.span.of(evidence.article[article_id].text) for c in claims], evidence.encoder)
    return Tone(
        words,
        known.word_scores(vectors),
        vectors,
        frozenset(w.head.lemma_.lower() for w in words),
        {c.span.start: float(s) for c, s in zip(claims, scored, strict=True)},
    )


def _encoded(evidence: Evidence, article_id: str, lexicon: Lexicon) -> tuple[tuple[Word, ...], Floats]:
    """The article's words and their vectors, for whatever vocabulary reads them."""
    key = (Word, article_id, lexicon)
    if key not in evidence.shared:
        words = words_of(evidence, article_id, lexicon)
        texts = [evidence.text(article_id, evidence.span_of(w.tokens)) for w in words]
        evidence.shared[key] = words, evidence.encoder.vectors(texts, evidence.job)
    found: tuple[tuple[Word, ...], Floats] = evidence.shared[key]
    return found


def style(evidence: Evidence, article_id: str, tone: Tone, others: Sequence[Tone]) -> dict[str, float]:
    """Features that are the same for all the article's words; ``others`` are the other articles' tones."""
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
        "listed_share": sum(w.listed for w in tone.words) / max(1, len(tone.words)),
    }


def placed(evidence: Evidence, article_id: str, span: Span, claim: Claim | None) -> dict[str, float]:
    """Features of the place where ``span`` stands; ``claim`` is the claim there."""
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


@dataclass(frozen=True)
class Tones:
    """The tones of all articles of one comparison, by article id."""

    evidence: Evidence
    of: dict[str, Tone]

    def others(self, article_id: str) -> list[Tone]:
        """The tones of the other articles that have words at all, by id."""
        return [t for a, t in sorted(self.of.items()) if a != article_id and t.words]

    def same_language(self, article_id: str) -> list[Tone]:
        """The other articles' tones in the same language, by id."""
        language = self.evidence.language(article_id)
        return [t for a, t in sorted(self.of.items()) if a != article_id and self.evidence.language(a) == language]

    @cached_property
    def _nearest(self) -> dict[str, Floats]:
        """Depends on the words alone, so that the tones of every vocabulary share it."""
        key = (Tones, "nearest", tuple(id(t.vectors) for t in self.of.values()))
        if key not in self.evidence.shared:
            self.evidence.shared[key] = self._found_nearest()
        found: dict[str, Floats] = self.evidence.shared[key]
        return found

    def _found_nearest(self) -> dict[str, Floats]:
        import numpy as np

        found = {}
        for article_id, own in self.of.items():
            rows = [(own.vectors @ other.vectors.T).max(axis=1) for other in self.others(article_id)]
            found[article_id] = (
                np.stack(rows) if rows and own.words else np.zeros((1, len(own.words)), dtype=np.float32)
            )
        return found

    def idiosyncrasy(self, article_id: str, i: int) -> dict[str, float]:
        """Features: how far the article's ``i``-th word is its own, by lemma (same language) and by meaning (all)."""
        own = self.of[article_id]
        lemma = own.words[i].head.lemma_.lower()
        same = self.same_language(article_id)
        nearest = self._nearest[article_id][:, i]
        return {
            "elsewhere": sum(lemma in t.lemmas for t in same) / len(same) if same else 0.0,
            "alone": float(bool(same) and not any(lemma in t.lemmas for t in same)),
            "again": float(own.counts[lemma] > 1),
            "nearest": float(nearest.mean()),
            "nearest_best": float(nearest.max()),
        }


def tones(evidence: Evidence, known: Vocabulary) -> Tones:
    """The tones of all articles by the vocabulary ``known``."""
    key = (Tones, id(known))
    if key not in evidence.shared:
        # The vocabulary is kept beside them, so that its place in memory stays its own.
        evidence.shared[key] = known, Tones(evidence, {a.id: read(evidence, a.id, known) for a in evidence.articles})
    found: Tones = evidence.shared[key][1]
    return found
