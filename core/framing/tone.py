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
    Column = NDArray[np.float64]

WIDE = "wide_"
"""Prefix of the groups whose words stand soberly in many a sentence, too."""
ROWS = 512
"""Words that are held against all others together."""
OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "X", "INTJ"})


@dataclass(frozen=True)
class Word:
    """A word or an idiom, the token that carries it with its ``lemma`` (lower case), and the lexicon's (group, side) for it."""

    tokens: tuple[Token, ...]
    head: Token
    lemma: str
    span: Span
    groups: tuple[tuple[str, str], ...]
    idiom: bool

    @cached_property
    def listed(self) -> bool:
        """Whether the lexicon's narrow circle has it as loaded."""
        return any(side == "loaded" and not group.startswith(WIDE) for group, side in self.groups)


@dataclass(frozen=True)
class Spoken:
    """The words of all articles by id, with the encoder's vectors of those that differ: ``rows`` are each article's."""

    words: dict[str, tuple[Word, ...]]
    rows: dict[str, NDArray[np.int64]]
    table: Floats

    @cached_property
    def nearest(self) -> dict[str, tuple[Floats, Floats]]:
        """Article id to how near each of its words comes to the nearest word of each other article (that has any): the
        mean over them and the best; zeros without another one."""
        import numpy as np

        ids = [a for a in sorted(self.words) if self.words[a]]
        near = np.zeros((len(self.table), len(ids)), dtype=np.float32)
        distinct = [np.unique(self.rows[a]) for a in ids]
        for start in range(0, len(self.table), ROWS):
            likeness = self.table @ self.table[start : start + ROWS].T
            for k, own in enumerate(distinct):
                near[start : start + ROWS, k] = likeness[own].max(axis=0)
        found = {}
        for article_id, rows in self.rows.items():
            others = near[rows][:, [k for k, a in enumerate(ids) if a != article_id]]
            if not others.shape[1]:
                others = np.zeros((len(rows), 1), dtype=np.float32)
            found[article_id] = others.mean(axis=1), others.max(axis=1)
        return found


@dataclass
class Tone:
    """One article's words and how loaded they are: ``scores`` are log-odds; ``vectors`` the encoder's, in the row that
    ``place`` has for the word.

    ``sentences`` has the log-odds of each claim by its start.
    """

    words: tuple[Word, ...]
    scores: Floats
    place: NDArray[np.int64]
    vectors: Floats
    lemmas: frozenset[str]
    sentences: dict[int, float]

    def rows(self, span: Span) -> range:
        """The indexes of its words that begin inside ``span``."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [w.span.start for w in self.words]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each lemma comes."""
        return Counter(w.lemma for w in self.words)

    @cached_property
    def mean(self) -> float:
        """The mean of its words' log-odds."""
        return float(self.scores.mean()) if len(self.scores) else 0.0


def words_of(evidence: Evidence, article_id: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The article's idioms by ``lexicon`` and, outside of them, its content words."""
    tokens, forms = evidence.words[article_id], evidence.forms[article_id]
    found: list[Word] = []
    taken: set[int] = set()
    for entry, i, j in sorted(lexicon.idioms_of(forms), key=lambda x: (x[1] - x[2], x[1])):
        if not taken & set(range(i, j)):
            taken.update(range(i, j))
            span, groups = evidence.span_of(tokens[i:j]), ((entry.group, entry.side),)
            found.append(Word(tokens[i:j], tokens[j - 1], forms[j - 1][1], span, groups, True))
    known: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for i, (token, own) in enumerate(zip(tokens, forms, strict=True)):
        if i in taken or not own[0][0].isalpha():
            continue
        if own not in known:
            known[own] = tuple((e.group, e.side) for e in lexicon.of_token(token))
        if _speaks(token, bool(known[own])):
            start = token.idx
            found.append(Word((token,), token, own[1], Span(start, start + len(token)), known[own], False))
    return tuple(sorted(found, key=lambda w: w.span.start))


def _speaks(token: Token, listed: bool) -> bool:
    if token.like_num:
        return False
    return listed or (
        token.pos_ in OPEN and not (token.is_stop and token.pos_ not in {"ADJ", "ADV"}) and len(token) > 2
    )


def read(evidence: Evidence, known: Vocabulary) -> dict[str, Tone]:
    """The tones of all articles by the vocabulary ``known``, by their ids."""
    spoken = _spoken(evidence, known)
    scores = known.word_scores(spoken.table)
    found = {}
    for article in evidence.articles:
        words, own, claims = spoken.words[article.id], spoken.rows[article.id], evidence.claims_of[article.id]
        scored = known.sentence_scores([c.span.of(article.text) for c in claims], evidence.encoder)
        lemmas = frozenset(w.lemma for w in words)
        sentences = {c.span.start: float(s) for c, s in zip(claims, scored, strict=True)}
        found[article.id] = Tone(words, scores[own], own, spoken.table, lemmas, sentences)
    return found


def asked(evidence: Evidence, known: Vocabulary) -> list[str]:
    """What the encoder will be asked of the tones: words and claims."""
    claims = [evidence.text(c.article_id, c.span) for c in evidence.claims]
    return claims + [evidence.text(a, w.span) for a, own in _words(evidence, known).items() for w in own]


def _words(evidence: Evidence, known: Vocabulary) -> dict[str, tuple[Word, ...]]:
    """The words of all articles by id, the same ones for whatever vocabulary reads them."""
    lexicon = {
        language: known.lexicon("loaded", language) for language in sorted({a.language for a in evidence.articles})
    }
    key = (Word, *lexicon.values())
    if key not in evidence.shared:
        own = {}
        for article in evidence.articles:
            evidence.job.check()
            own[article.id] = words_of(evidence, article.id, lexicon[article.language])
        evidence.shared[key] = own
    found: dict[str, tuple[Word, ...]] = evidence.shared[key]
    return found


def _spoken(evidence: Evidence, known: Vocabulary) -> Spoken:
    """The words and their vectors."""
    import numpy as np

    words = _words(evidence, known)
    key = (Spoken, id(words))
    if key not in evidence.shared:
        texts = {a: [evidence.text(a, w.span) for w in own] for a, own in words.items()}
        row = {text: k for k, text in enumerate(sorted({t for own in texts.values() for t in own}))}
        rows = {a: np.array([row[t] for t in own], dtype=np.int64) for a, own in texts.items()}
        evidence.shared[key] = Spoken(words, rows, evidence.encoder.vectors(list(row), evidence.job))
    found: Spoken = evidence.shared[key]
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
    spoken: Spoken

    @cached_property
    def _with_lemma(self) -> Counter[tuple[str, str]]:
        """In how many articles of a language a lemma comes."""
        return Counter((self.evidence.language(a), lemma) for a, tone in self.of.items() for lemma in tone.lemmas)

    def rows(self, claim: Claim) -> range:
        """The indexes of the words of its article that begin inside ``claim``."""
        if claim.id not in self._rows:
            self._rows[claim.id] = self.of[claim.article_id].rows(claim.span)
        return self._rows[claim.id]

    @cached_property
    def _rows(self) -> dict[str, range]:
        return {}

    @cached_property
    def sentences(self) -> Column:
        """The log-odds of each claim of the comparison."""
        import numpy as np

        return np.array([self.of[c.article_id].sentences.get(c.span.start, 0.0) for c in self.evidence.claims])

    @cached_property
    def _same_language(self) -> dict[str, list[Tone]]:
        return {}

    def others(self, article_id: str) -> list[Tone]:
        """The tones of the other articles that have words at all, by id."""
        return [t for a, t in sorted(self.of.items()) if a != article_id and t.words]

    def same_language(self, article_id: str) -> list[Tone]:
        """The other articles' tones in the same language, by id."""
        if article_id not in self._same_language:
            language = self.evidence.language(article_id)
            self._same_language[article_id] = [
                t for a, t in sorted(self.of.items()) if a != article_id and self.evidence.language(a) == language
            ]
        return self._same_language[article_id]

    def idiosyncrasy(self, article_id: str) -> dict[str, Column]:
        """Features of all words of the article, a column of each: how far a word is its own, by lemma (same language) and by
        meaning (all)."""
        import numpy as np

        own, language = self.of[article_id], self.evidence.language(article_id)
        same = len(self.same_language(article_id))
        elsewhere = np.array([self._with_lemma[language, w.lemma] - 1 for w in own.words], dtype=np.float64)
        mean, best = self.spoken.nearest[article_id]
        return {
            "elsewhere": elsewhere / same if same else np.zeros(len(own.words)),
            "alone": ((elsewhere == 0) & (same > 0)).astype(float),
            "again": np.array([own.counts[w.lemma] > 1 for w in own.words], dtype=float),
            "nearest": mean.astype(np.float64),
            "nearest_best": best.astype(np.float64),
        }


def tones(evidence: Evidence, known: Vocabulary) -> Tones:
    """The tones of all articles by the vocabulary ``known``."""
    key = (Tones, id(known))
    if key not in evidence.shared:
        # The vocabulary is kept beside them, so that its place in memory stays its own.
        evidence.shared[key] = known, Tones(evidence, read(evidence, known), _spoken(evidence, known))
    found: Tones = evidence.shared[key][1]
    return found
