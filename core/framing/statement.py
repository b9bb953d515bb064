"""How each claim is stated: who is named as its source, how sure, in which mood, who acts, with which figures.

The lenses of distance, certainty, attribution, figure and agency all compare *how* linked claims say what they say.
``Statements`` reads every article once: lexicon cues (``resources/lexicons``: stance, distance, hedges, actors,
unmoved, vague), verbs with their mood and voice, figures; ``of`` sums them up for one claim. A claim is often a
clause, and its source stands in the clause beside it, so sources are looked for in the whole sentence and all
else in the claim itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing import cues, predicates
from core.framing.beside import Beside
from core.framing.cues import Cue
from core.framing.evidence import Evidence
from core.framing.predicates import Predicate
from core.language import figures, lexicons
from core.model import Claim, Passage, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    from core.language.encoder import Vectors
    from core.language.figures import Figure

NEAR = 0.4
"""Cosine from which an unlinked claim of another article is set against one that it is nearest to."""
PLAIN = 0.8
"""Where a statement without any hedge stands on the scale of the hedges lexicons."""


@dataclass(frozen=True)
class Statement:
    """How one claim is stated. ``cues`` lie in the claim, ``around`` in its sentence."""

    claim: Claim
    language: str
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    around: tuple[Cue, ...]
    predicates: tuple[Predicate, ...]
    figures: tuple[Figure, ...]
    quoted: bool

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lower-case lemmas of its words."""
        return frozenset(t.lemma_.lower() for t in self.tokens if t.is_alpha) | {t.lower_ for t in self.tokens}

    def said(self, *groups: str) -> tuple[Cue, ...]:
        """The stance and distance cues of its sentence that are of one of ``groups`` (all where none is given)."""
        return tuple(
            c for c in self.around if c.lexicon in {"stance", "distance"} and (not groups or c.group in groups)
        )

    @cached_property
    def mood(self) -> bool:
        """Whether one of its verbs is in the mood of reported speech."""
        return any(p.reported for p in self.predicates)

    @cached_property
    def attributed(self) -> bool:
        """Whether a source is named or hinted at, by words, mood or quotation marks."""
        return self.quoted or self.mood or self.claim.attribution is not None or bool(self.said())

    @cached_property
    def owned(self) -> bool:
        """Whether the claim itself, whatever its sentence says beside it, has no source, mood or quotation marks."""
        inside = any(c.lexicon in {"stance", "distance"} and c.group not in {"vouching", "doubt"} for c in self.cues)
        return not (self.quoted or self.mood or inside or self.claim.attribution)

    @cached_property
    def modal(self) -> bool:
        """Whether one of its verbs is a modal, in the mood of reported speech, or of planning."""
        return any(p.reported or p.beside or p.modal for p in self.predicates)

    @cached_property
    def sure(self) -> float:
        """The place of its weakest hedge on the scale, PLAIN without one."""
        scale = [float(c.side) for c in self.cues if c.lexicon == "hedges" and float(c.side) < PLAIN]
        return min(scale, default=PLAIN)

    @cached_property
    def boosted(self) -> float:
        """1 where a booster stands in it."""
        return float(any(c.lexicon == "hedges" and float(c.side) > PLAIN for c in self.cues))

    @cached_property
    def passive(self) -> bool:
        """Whether one of its verbs is in the passive."""
        return any(p.passive for p in self.predicates)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """The head of each of its verbs' subjects."""
        return tuple(predicates.subject_head(p) for p in self.predicates)

    @cached_property
    def acts(self) -> bool:
        """Whether somebody does something in it, in the active voice."""
        return any(not p.passive and predicates.is_person(p) for p in self.predicates)


@dataclass(frozen=True, slots=True)
class Nearest:
    """Of each claim of an article (``row`` by its id) the nearest ``claim`` of every other article (its number among all),
    and how near it comes."""

    row: dict[str, int]
    likeness: NDArray[np.float32]
    claim: NDArray[np.int32]


def statements_of(evidence: Evidence) -> Statements:
    """The statements of a comparison, the same ones for every lens."""
    if Statements not in evidence.shared:
        evidence.shared[Statements] = Statements(evidence)
    shared: Statements = evidence.shared[Statements]
    return shared


class Statements:
    """All statements of one comparison, read when first asked for; lenses share them (``statements_of``)."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._known: dict[str, Statement] = {}
        self._cues: dict[str, tuple[Cue, ...]] = {}
        self._cue_starts: dict[str, tuple[list[int], int]] = {}
        self._predicates: dict[str, tuple[Predicate, ...]] = {}
        self._figures: dict[str, tuple[Figure, ...]] = {}
        self._beside: dict[str, Beside] = {}
        self._meaning: dict[str, float] = {}
        self._likeness: dict[tuple[str, str], float] = {}
        self._nearest: dict[str, Nearest] = {}

    def cues(self, article_id: str) -> tuple[Cue, ...]:
        """The lexicon cues of the article in the order of its text."""
        if article_id not in self._cues:
            self.evidence.job.check()
            self._cues[article_id] = tuple(cues.find(self.evidence, article_id))
        return self._cues[article_id]

    def _cues_in(self, article_id: str, span: Span) -> tuple[Cue, ...]:
        own = self.cues(article_id)
        if article_id not in self._cue_starts:
            self._cue_starts[article_id] = [c.span.start for c in own], max((len(c.span) for c in own), default=0)
        starts, longest = self._cue_starts[article_id]
        first, last = bisect_left(starts, span.start - longest), bisect_left(starts, span.end)
        return tuple(c for c in own[first:last] if c.span.overlap(span))

    def predicates(self, article_id: str) -> tuple[Predicate, ...]:
        """The finite verbs of the article with what belongs to them."""
        if article_id not in self._predicates:
            self._predicates[article_id] = tuple(predicates.find(self.evidence.docs[article_id]))
        return self._predicates[article_id]

    def figures(self, article_id: str) -> tuple[Figure, ...]:
        """The figures of the article."""
        if article_id not in self._figures:
            published = self.evidence.article[article_id].published
            self._figures[article_id] = figures.find(self.evidence.docs[article_id], published)
        return self._figures[article_id]

    def of(self, claim: Claim) -> Statement:
        """How ``claim`` is stated."""
        if claim.id not in self._known:
            self._known[claim.id] = self._read(claim)
        return self._known[claim.id]

    def counterparts(self, claim: Claim) -> tuple[Statement, ...]:
        """How the other articles state it: the linked claims, best link first, then of the rest what is nearest to it.

        Of an article without a linked claim the nearest one by meaning stands in where it is near enough (NEAR), so
        that a link which the aligner missed does not blind the lenses; ``context`` tells the two apart.
        """
        return self.beside(claim).others

    def beside(self, claim: Claim) -> Beside:
        """The statement of ``claim`` with its ``counterparts``."""
        if claim.id not in self._beside:
            linked = self.evidence.counterparts(claim.id)
            others = tuple(self.of(c) for c in (*linked, *self._near(claim, linked)))
            self._beside[claim.id] = Beside(self.of(claim), others)
        return self._beside[claim.id]

    def _near(self, claim: Claim, linked: Sequence[Claim]) -> Iterator[Claim]:
        taken = {c.article_id for c in linked} | {claim.article_id}
        if claim.article_id not in self._nearest:
            self.evidence.job.check()
            self._nearest[claim.article_id] = self._nearest_to(claim.article_id)
        near = self._nearest[claim.article_id]
        row, claims = near.row[claim.id], self.evidence.claims
        found = [
            (-round(likeness, 4), claims[k].id, claims[k])
            for likeness, k in zip(near.likeness[row].tolist(), near.claim[row].tolist(), strict=True)
            if likeness >= NEAR and claims[k].article_id not in taken
        ]
        yield from (c for _, _, c in sorted(found, key=lambda x: x[:2]))

    def _nearest_to(self, home: str) -> Nearest:
        """For each claim of ``home`` the nearest one of every other article."""
        import numpy as np

        rows, vectors = self._vectors
        claims = self.evidence.claims_of[home]
        others = [own for a, own in sorted(self.evidence.claims_of.items()) if a != home and own]
        likeness = np.zeros((len(claims), len(others)), dtype=np.float32)
        nearest = np.zeros((len(claims), len(others)), dtype=np.int32)
        own = vectors[[rows[c.id] for c in claims]]
        for k, theirs in enumerate(others):
            there = np.array([rows[c.id] for c in theirs])
            near = own @ vectors[there].T
            likeness[:, k], nearest[:, k] = near.max(axis=1), there[near.argmax(axis=1)]
        return Nearest({c.id: n for n, c in enumerate(claims)}, likeness, nearest)

    def group(self, statement: Statement | None) -> str | None:
        """The id of the statement's group, None where it has none."""
        group = self.evidence.group_of.get(statement.claim.id) if statement else None
        return group.id if group else None

    def _read(self, claim: Claim) -> Statement:
        home = claim.article_id
        tokens = self.evidence.tokens_of(claim)
        sentence = claim.span
        if tokens:
            first, last = tokens[0].sent, tokens[-1].sent
            sentence = Span(min(claim.span.start, first.start_char), max(claim.span.end, last.end_char))
        quotation = any(
            q.words > 4 and q.span.overlap(claim.span) * 2 > len(claim.span) for q in self.evidence.quotations[home]
        )
        return Statement(
            claim,
            self.evidence.language(home),
            tokens,
            self._cues_in(home, claim.span),
            self._cues_in(home, sentence),
            tuple(p for p in self.predicates(home) if claim.span.start <= p.finite.idx < claim.span.end),
            tuple(f for f in self.figures(home) if f.span.overlap(claim.span)),
            quotation,
        )

    @cached_property
    def tone(self) -> dict[str, float]:
        """Article id to its loaded words per hundred: how far the article is from plain."""
        found = {}
        for article in self.evidence.articles:
            lexicon = lexicons.load("loaded", article.language)
            words = [t for t in self.evidence.words[article.id] if t.is_alpha]
            loaded = sum(any(e.side == "loaded" for e in lexicon.of_token(t)) for t in words)
            marks = article.text.count("!") + article.text.count("?")
            found[article.id] = 100.0 * (loaded + marks) / max(60, len(words))
        return found

    def context(self, article_id: str, span: Span, statement: Statement | None) -> dict[str, float]:
        """Features that every lens gives: where the place lies, in what article, and what it is compared with."""
        evidence = self.evidence
        tone, rank, over = self._standing[article_id]
        beside = self.beside(statement.claim) if statement else NOTHING
        others = beside.others
        quotation = evidence.quotation_at(article_id, span)
        return {
            "headline": float(span.overlap(evidence.headline[article_id]) > 0),
            "lead": float(span.overlap(evidence.lead[article_id]) > 0),
            "position": span.start / max(1, len(evidence.article[article_id].text)),
            "tone": tone,
            "tone_rank": rank,
            "tone_over": over,
            "grouped": float(statement is not None and statement.claim.id in evidence.group_of),
            "compared": float(bool(others)),
            "counterparts": min(len(others), 6) / 6.0,
            "quoted": float(quotation is not None and quotation.words > 4),
            "length": min(len(statement.tokens), 40) / 40.0 if statement else 0.0,
            "german": float(evidence.language(article_id) == "de"),
            "mixed": beside.share("mixed", lambda o: o.language != evidence.language(article_id)),
            "calmer": beside.share("calmer", lambda o: self.tone[o.claim.article_id] < tone),
            "novel": self.novel(article_id, span, beside),
            "alike": beside.alike,
            "meaning": self.meaning(beside),
        }

    @cached_property
    def _standing(self) -> dict[str, tuple[float, float, float]]:
        """Article id to its tone, the share of the others that are calmer, and how far it is above their mean."""
        found = {}
        for article_id, tone in self.tone.items():
            rest = [v for a, v in self.tone.items() if a != article_id]
            count = max(1, len(rest))
            found[article_id] = tone, sum(v < tone for v in rest) / count, tone - sum(rest) / count
        return found

    def novel(self, article_id: str, span: Span, beside: Beside) -> float:
        """The share of the words in ``span`` that no counterpart in the same language has; 0.5 without any."""
        if not beside.same_language:
            return 0.5
        words = [t.lemma_.lower() for t in self.evidence.tokens(article_id, span) if t.is_alpha]
        return sum(w not in beside.familiar for w in words) / len(words) if words else 0.5

    def meaning(self, beside: Beside) -> float:
        """The encoder's cosine between the statement and its nearest counterpart, 0 without any."""
        if beside.own is None or not beside.others:
            return 0.0
        claim = beside.own.claim.id
        if claim not in self._meaning:
            rows, vectors = self._vectors
            near = vectors[[rows[o.claim.id] for o in beside.others]] @ vectors[rows[claim]]
            self._meaning[claim] = round(float(near.max()), 3)
        return self._meaning[claim]

    @cached_property
    def _vectors(self) -> tuple[dict[str, int], Vectors]:
        """The vectors of all claims, encoded in one go (mostly known from the alignment), and their rows by claim id."""
        evidence = self.evidence
        texts = [c.compared(evidence.article[c.article_id].text) for c in evidence.claims]
        return {c.id: i for i, c in enumerate(evidence.claims)}, evidence.encoder.vectors(texts, evidence.job)

    def likeness(self, a: Statement, b: Statement) -> float:
        """The encoder's cosine between two statements."""
        key = a.claim.id, b.claim.id
        if key not in self._likeness:
            rows, vectors = self._vectors
            self._likeness[key] = round(float(vectors[rows[a.claim.id]] @ vectors[rows[b.claim.id]]), 3)
        return self._likeness[key]


NOTHING = Beside(None, ())
"""Beside a place outside of all claims."""


class Meanings:
    """Vectors of verbs and subjects, made in one go: one word at a time takes the encoder twenty times as long."""

    def __init__(self, evidence: Evidence, words: Sequence[str]) -> None:
        self._row = {word: i for i, word in enumerate(words)}
        self._vectors = evidence.encoder.vectors(list(words), evidence.job)
        self._known: dict[int, float] = {}

    def alike(self, word: str, others: Iterable[str]) -> float:
        """The highest cosine of ``word`` and one of ``others``, 0 where one is empty."""
        return max((self._likeness(word, other) for other in others if other), default=0.0) if word else 0.0

    def nearest(self, word: str, others: Mapping[str, int]) -> tuple[float, int]:
        """Of ``others`` (at least one, each with its place) how near the nearest comes to ``word``, and its place: the first
        of equals."""
        value, place = max((self.alike(word, [other]), -place) for other, place in others.items())
        return value, -place

    def _likeness(self, word: str, other: str) -> float:
        a, b = sorted((self._row[word], self._row[other]))
        key = a * len(self._row) + b
        if key not in self._known:
            self._known[key] = round(float(self._vectors[a] @ self._vectors[b]), 3)
        return self._known[key]


def passages(statements: Sequence[Statement], most: int = 3) -> tuple[Passage, ...]:
    """The statements' claims as passages to show, at most ``most``."""
    return tuple(Passage(s.claim.article_id, s.claim.span) for s in statements[:most])


def core_of(statement: Statement) -> Span:
    """What to show of a statement: the subject and verb of its first predicate, else its first words."""
    tokens = statement.tokens[:6]
    if not statement.predicates:
        return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else statement.claim.span
    first = statement.predicates[0]
    start, end = first.span.start, first.span.end
    if first.subject:
        start = min(start, first.subject[0].idx)
        end = max(end, first.subject[-1].idx + len(first.subject[-1]))
    near = [t for t in statement.tokens if start <= t.idx < end]
    if not near or len(near) > 9:
        return first.span
    return Span(near[0].idx, near[-1].idx + len(near[-1]))
