"""How all claims of a comparison are stated, and what each is set against.

The lenses of distance, certainty, attribution, figure and agency all compare *how* linked claims say what they say.
``Statements`` reads every article once: lexicon cues (``resources/lexicons``: stance, distance, hedges, actors,
unmoved, vague), verbs with their mood and voice, figures; ``of`` sums them up for one claim. A claim is often a
clause, and its source stands in the clause beside it, so sources are looked for in the whole sentence and all
else in the claim itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing import cues, predicates
from core.framing.beside import Beside, Every, Verbs, Wording
from core.framing.common import Vocables, spread
from core.framing.counterparts import Pairs, pairs_of
from core.framing.cues import Cue
from core.framing.evidence import Evidence
from core.framing.meanings import Meanings
from core.framing.predicates import Predicate, subject_head
from core.framing.statement import Statement
from core.language import figures, lexicons
from core.model import Claim, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.language.figures import Figure

    Floats = NDArray[np.float64]

NOTHING = Beside()
"""Beside a place outside of all claims."""


def statements_of(evidence: Evidence) -> Statements:
    """The statements of a comparison, the same ones for every lens."""
    if Statements not in evidence.shared:
        evidence.shared[Statements] = Statements(evidence)
    shared: Statements = evidence.shared[Statements]
    return shared


def let_go(evidence: Evidence) -> None:
    """No lens will ask for the statements any more."""
    evidence.shared.pop(Statements, None)


class Statements:
    """All statements of one comparison, read when first asked for; lenses share them (``statements_of``)."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._cues: dict[str, tuple[Cue, ...]] = {}
        self._predicates: dict[str, tuple[Predicate, ...]] = {}
        self._figures: dict[str, tuple[Figure, ...]] = {}
        self._undergoing: dict[str, frozenset[int]] = {}
        self._wording: tuple[str, Wording] | None = None
        self._contexts: dict[str, dict[str, float]] = {}

    def cues(self, article_id: str) -> tuple[Cue, ...]:
        """The lexicon cues of the article in the order of its text."""
        if article_id not in self._cues:
            self.evidence.job.check()
            self._cues[article_id] = tuple(cues.find(self.evidence, article_id))
        return self._cues[article_id]

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
        return self.all[self.evidence.number[claim.id]]

    def numbered(self, number: int) -> Statement:
        """The statement of the claim of that number."""
        return self.all[number]

    @cached_property
    def all(self) -> list[Statement]:
        """The statements of all claims, in their order."""
        found = {c.id: s for a in self.evidence.job.each(self.evidence.articles) for c, s in self._read(a.id)}
        return [found[c.id] for c in self.evidence.claims]

    def counterparts(self, claim: Claim) -> tuple[Statement, ...]:
        """How the other articles state it, as ``pairs_of`` has it; ``context`` tells linked and unlinked ones apart."""
        return self.beside(claim).others

    def beside(self, claim: Claim) -> Beside:
        """The statement of ``claim`` with its ``counterparts``."""
        return self._besides[self.evidence.number[claim.id]]

    @cached_property
    def _besides(self) -> list[Beside]:
        import numpy as np

        found = [NOTHING] * len(self.all)
        own, pairs, every = (
            Vocables.of(s.lemmas for s in self.evidence.job.each(self.all)),
            self.pairs,
            Every(self.all, self.pairs),
        )
        language = np.array([s.language for s in self.all])
        for claims in self.evidence.claims_of.values():
            self.evidence.job.check()
            numbers = np.array([self.evidence.number[c.id] for c in claims], dtype=np.int64)
            of, at = spread(pairs.first, pairs.count, numbers)
            others = pairs.other[at]
            same = language[others] == language[numbers[of]]
            having, familiar = own.common_of(numbers, of, others), own.common_of(numbers, of[same], others[same])
            rest = zip(
                having.times, familiar.times, np.bincount(of[same], minlength=len(numbers)).tolist(),
                familiar.alike().tolist(), strict=True,
            )  # fmt: skip
            for k, (words, known, count, alike) in zip(numbers.tolist(), rest, strict=True):
                found[k] = Beside(self.all[k], k, every, words, known, count, alike)
        return found

    @cached_property
    def pairs(self) -> Pairs:
        """What every claim is set against."""
        return pairs_of(self.evidence)

    def group(self, statement: Statement | None) -> str | None:
        """The id of the statement's group, None where it has none."""
        group = self.evidence.group_of.get(statement.claim.id) if statement else None
        return group.id if group else None

    def _read(self, article_id: str) -> list[tuple[Claim, Statement]]:
        """The statements of an article."""
        evidence = self.evidence
        words, forms, alpha = evidence.words[article_id], evidence.forms[article_id], evidence.alpha[article_id]
        sentences = [(s.start_char, s.end_char) for s in evidence.docs[article_id].sents] if words else []
        begins = [start for start, _ in sentences]
        verbs = self.predicates(article_id)
        finite = [p.finite.idx for p in verbs]
        speech = [q.span for q in evidence.quotations[article_id] if q.words > 4]
        cues = Cues(self.cues(article_id))
        found = []
        for claim in evidence.claims_of[article_id]:
            span = claim.span
            first, end = evidence.places(article_id, span)
            sentence = span
            if first < end:
                start = sentences[bisect_right(begins, words[first].idx) - 1][0]
                last = sentences[bisect_right(begins, words[end - 1].idx) - 1][1]
                sentence = Span(min(span.start, start), max(span.end, last))
            own = forms[first:end]
            lemmas = {lemma for (_, lemma), is_word in zip(own, alpha[first:end], strict=True) if is_word}
            found.append((claim, Statement(
                claim,
                evidence.language(article_id),
                words[first:end],
                cues.within(span),
                cues.within(sentence),
                verbs[bisect_left(finite, span.start) : bisect_left(finite, span.end)],
                tuple([f for f in self.figures(article_id) if f.span.start < span.end and span.start < f.span.end]),
                any(q.overlap(span) * 2 > len(span) for q in speech),
                frozenset(lemmas.union([lower for lower, _ in own])),
            )))  # fmt: skip
        return found

    @cached_property
    def tone(self) -> dict[str, float]:
        """Article id to its loaded words per hundred: how far the article is from plain."""
        found = {}
        for article in self.evidence.job.each(self.evidence.articles):
            lexicon = lexicons.load("loaded", article.language)
            alpha, forms = self.evidence.alpha[article.id], self.evidence.forms[article.id]
            words = self.evidence.words[article.id]
            known: dict[tuple[str, str], bool] = {}
            for token, own, is_word in zip(words, forms, alpha, strict=True):
                if is_word and own not in known:
                    known[own] = any(e.side == "loaded" for e in lexicon.of_token(token))
            loaded = sum(known[own] for own, is_word in zip(forms, alpha, strict=True) if is_word)
            marks = article.text.count("!") + article.text.count("?")
            found[article.id] = 100.0 * (loaded + marks) / max(60, sum(alpha))
        return found

    def context(self, article_id: str, span: Span, statement: Statement | None) -> dict[str, float]:
        """Features that every lens gives: where the place lies, in what article, and what it is compared with."""
        evidence = self.evidence
        beside = self.beside(statement.claim) if statement else NOTHING
        return {
            "headline": float(span.overlap(evidence.headline[article_id]) > 0),
            "lead": float(span.overlap(evidence.lead[article_id]) > 0),
            "position": span.start / max(1, len(evidence.article[article_id].text)),
            "quoted": float(self.quoted(article_id, span)),
            "novel": self.novel(article_id, span, beside),
            **self._context(article_id, statement, beside),
        }

    def quoted(self, article_id: str, span: Span) -> bool:
        """Whether the place lies in what somebody says in quotation marks."""
        quotation = self.evidence.quotation_at(article_id, span)
        return quotation is not None and quotation.words > 4

    def _context(self, article_id: str, statement: Statement | None, beside: Beside) -> dict[str, float]:
        """What is the same for all places of a statement."""
        key = statement.claim.id if statement else article_id
        if key not in self._contexts:
            tone, rank, over = self._standing[article_id]
            number = self.evidence.number[key] if statement else -1
            self._contexts[key] = {
                "tone": tone,
                "tone_rank": rank,
                "tone_over": over,
                "grouped": float(statement is not None and statement.claim.id in self.evidence.group_of),
                "compared": float(beside.count > 0),
                "counterparts": min(beside.count, 6) / 6.0,
                "length": min(len(statement.tokens), 40) / 40.0 if statement else 0.0,
                "german": float(self.evidence.language(article_id) == "de"),
                "mixed": self._mixed.item(number) if statement else 0.0,
                "calmer": self._calmer.item(number) if statement else 0.0,
                "alike": beside.alike,
                "meaning": beside.meaning,
            }
        return self._contexts[key]

    @cached_property
    def _mixed(self) -> Floats:
        """For every claim the share of what it is set against that is in another language."""
        import numpy as np

        language = np.array([s.language for s in self.all])
        return self.pairs.mean(language[self.pairs.claim] != language[self.pairs.other])

    @cached_property
    def _calmer(self) -> Floats:
        """For every claim the share of what it is set against that is of a calmer article."""
        import numpy as np

        tone = np.array([self.tone[s.claim.article_id] for s in self.all])
        return self.pairs.mean(tone[self.pairs.other] < tone[self.pairs.claim])

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
        if not beside.same:
            return 0.5
        first, end = self.evidence.places(article_id, span)
        forms, alpha = self.evidence.forms[article_id], self.evidence.alpha[article_id]
        words = [forms[k][1] for k in range(first, end) if alpha[k]]
        return sum(not beside.familiar(w) for w in words) / len(words) if words else 0.5

    @cached_property
    def meaning(self) -> Meanings:
        """How near the verbs, their subjects and what is counted come to each other in meaning."""
        return Meanings(self.evidence, self.words)

    @cached_property
    def words(self) -> frozenset[str]:
        """The verbs, the heads of their subjects and the nouns that are counted."""
        verbs = (w for s in self.all for p in s.predicates for w in (p.lemma, subject_head(p)))
        return frozenset(verbs).union(f.of for a in self.evidence.articles for f in self.figures(a.id))

    def undergoing(self, subject: str) -> frozenset[int]:
        """The numbers of the statements that have a verb's ``subject`` among their words, but not as a subject."""
        if subject not in self._undergoing:
            having = self._having[subject.lower()]
            self._undergoing[subject] = frozenset(k for k in having if subject not in self.all[k].subjects)
        return self._undergoing[subject]

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """Each word that some verb has as its subject, lower case, to the numbers of the statements that have it."""
        found: dict[str, list[int]] = {subject.lower(): [] for s in self.all for subject in s.subjects}
        for k, statement in enumerate(self.all):
            for word in statement.lemmas & found.keys():
                found[word].append(k)
        return found

    @cached_property
    def _verbs(self) -> Verbs:
        return Verbs(self.all, self.meaning)

    def wording(self, claim: Claim) -> Wording:
        """The verbs and subjects of what ``claim`` is set against. The last one is kept: a lens asks claim by claim."""
        if self._wording is None or self._wording[0] != claim.id:
            pairs, number = self.pairs, self.evidence.number[claim.id]
            self._wording = claim.id, Wording(self._verbs, pairs.other[pairs.of(number)])
        return self._wording[1]


class Cues:
    """The cues of an article, to be asked by place."""

    def __init__(self, own: Sequence[Cue]) -> None:
        self._own, self._starts = own, [c.span.start for c in own]
        self._longest = max((len(c.span) for c in own), default=0)

    def within(self, span: Span) -> tuple[Cue, ...]:
        """Those that share a place with ``span``, in their order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return tuple([c for c in self._own[first:last] if c.span.end > span.start])
