"""The names of all claims in columns, and for each the other name that a linked claim most probably has for the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from core.framing.common import spread

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Token

    from core.framing.evidence import Evidence
    from core.model import Claim, Span

    Floats = NDArray[np.float64]
    Rows = NDArray[np.int64]
    Chosen = NDArray[np.int64] | NDArray[np.int32]

NAMES = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"ADJ", "NUM", "X"})


@dataclass(frozen=True)
class Name:
    """A noun phrase: its tokens without article, its head, where it stands; ``lemma`` is the head's, lower case, of a
    hyphenated compound the whole; ``proper`` whether the head is a proper name."""

    tokens: tuple[Token, ...]
    head: Token
    span: Span
    lemma: str
    proper: bool

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures written before the head."""
        return frozenset(t.text for t in self.tokens if t.like_num)


def names_in(evidence: Evidence, claim: Claim) -> list[Name]:
    """The noun phrases of ``claim``: adjectives and figures, then nouns; a run of nouns is one name.

    German nouns that follow each other without a comma are head and apposition ("Landrat Kersten"): the first
    common noun is the head; in English the last is ("union boss").
    """
    first, end = evidence.places(claim.article_id, claim.span)
    tokens, pos = evidence.words[claim.article_id], evidence.pos[claim.article_id]
    found: list[Name] = []
    run: list[int] = []
    for k in range(first, end + 1):
        own = pos[k] if k < end else ""
        if own in NAMES or (own in INSIDE and not (run and pos[run[-1]] in NAMES)):
            run.append(k)
            continue
        nouns = [i for i in run if pos[i] in NAMES and len(tokens[i]) > 1 and tokens[i].text[0].isalpha()]
        if nouns:
            common = [i for i in nouns if pos[i] == "NOUN"] or nouns
            head = common[0] if evidence.docs[claim.article_id].lang_ == "de" else common[-1]
            whole = tokens[run[0] : run[-1] + 1]
            lemma = evidence.forms[claim.article_id][head][1]
            found.append(Name(whole, tokens[head], evidence.span_of(whole), lemma, pos[head] == "PROPN"))
        run = []
    return found


def names_of(evidence: Evidence) -> list[list[Name]]:
    """The names in each claim, found once."""
    if names_in not in evidence.shared:
        own = []
        for claim in evidence.claims:
            evidence.job.check()
            own.append(names_in(evidence, claim))
        evidence.shared[names_in] = own
    found: list[list[Name]] = evidence.shared[names_in]
    return found


def let_go(evidence: Evidence) -> None:
    """Nobody will ask for the names any more."""
    evidence.shared.pop(names_in, None)


def asked(evidence: Evidence) -> list[str]:
    """What the encoder will be asked of names: their heads."""
    return [name.head.text for own in names_of(evidence) for name in own]


@dataclass(frozen=True)
class Partners:
    """For each name of an article the number of the other name (-1 for none), and ``features`` of the contrast, NaN where
    there is nothing to set it against."""

    chosen: list[int]
    features: dict[str, Floats]


@dataclass(frozen=True)
class Traits:
    """What each name has of something (``own``), and whether it has any: most have nothing."""

    own: Sequence[frozenset[str]]
    some: NDArray[np.bool_]

    @classmethod
    def of(cls, own: Sequence[frozenset[str]]) -> Traits:
        """What the names have."""
        return cls(own, np.array([bool(found) for found in own], dtype=bool))

    def meet(self, here: Rows, there: Rows) -> Floats:
        """Whether what two names have meets, for pairs of names."""
        out = np.zeros(len(here))
        for k in np.flatnonzero(self.some[here] & self.some[there]).tolist():
            out[k] = not self.own[here.item(k)].isdisjoint(self.own[there.item(k)])
        return out


@dataclass(frozen=True)
class Columns:
    """The names of a comparison, claim by claim: those of claim k begin at ``first[k]`` and are ``size[k]`` many.

    ``claim`` and ``lemma`` are numbers, ``head`` the row of the head's vector in ``table``, ``place`` where the head stands in
    its claim (0–1); ``carried`` has a row for each claim: which of the lemmas its words are.
    """

    evidence: Evidence
    names: list[Name]
    first: Rows
    size: Rows
    claim: Rows
    lemma: Rows
    head: Rows
    place: Floats
    proper: NDArray[np.bool_]
    carried: NDArray[np.bool_]
    table: NDArray[np.float32]

    @classmethod
    def of(cls, evidence: Evidence) -> Columns:
        """All names of the comparison; the encoder reads their heads in one go."""
        own = names_of(evidence)
        names = [n for some in own for n in some]
        size = np.array([len(some) for some in own], dtype=np.int64)
        claim = np.repeat(np.arange(len(own)), size)
        start = np.array([c.span.start for c in evidence.claims], dtype=np.int64)
        length = np.array([max(1, len(c.span)) for c in evidence.claims], dtype=np.int64)
        heads = [n.head.text for n in names]
        row = {h: i for i, h in enumerate(sorted({*heads}))}
        lemma = {w: i for i, w in enumerate(sorted({n.lemma for n in names}))}
        carried = np.zeros((len(own), len(lemma)), dtype=bool)
        for k, c in enumerate(evidence.job.each(evidence.claims)):
            carried[k, [lemma[w] for w in evidence.lemmas(c) if w in lemma]] = True
        at = np.array([n.head.idx for n in names], dtype=np.int64)
        return cls(
            evidence,
            names,
            np.cumsum(size) - size,
            size,
            claim,
            np.array([lemma[n.lemma] for n in names], dtype=np.int64),
            np.array([row[h] for h in heads], dtype=np.int64),
            (at - start[claim]) / length[claim],
            np.array([n.proper for n in names], dtype=bool),
            carried,
            evidence.encoder.vectors(list(row), evidence.job),
        )

    def of_claims(self, claims: Chosen) -> tuple[Rows, Rows]:
        """The names of ``claims`` one after the other: the place of each one's claim among them, and its number."""
        return spread(self.first, self.size, claims)

    @cached_property
    def figures(self) -> Traits:
        """The figures of each name."""
        return Traits.of([n.figures for n in self.evidence.job.each(self.names)])

    def partners(self, article_id: str, families: Traits) -> Partners:
        """The other names for those of an article, in the order of its claims; ``families``: those of each name."""
        evidence = self.evidence
        claims = evidence.claims_of[article_id]
        number = np.array([evidence.number[c.id] for c in claims], dtype=np.int64)
        count = evidence.fellows.count[number]
        home, other = evidence.fellows.of_claims(number)
        of, own = self.of_claims(number)
        name, pair = spread(np.cumsum(count) - count, count, of)
        has = np.bincount(name, self.carried[other[pair], self.lemma[own[name]]], len(own))
        with np.errstate(invalid="ignore"):
            share = has / count[of]
        # The names that the claim itself has not.
        pair, there = self.of_claims(other)
        new = ~self.carried[number[home[pair]], self.lemma[there]]
        pair, there = pair[new], there[new]
        many = np.bincount(home[pair], minlength=len(claims))
        name, at = spread(np.cumsum(many) - many, many, of)
        pair, there = pair[at], there[at]
        here = own[name]
        likeness = self._likeness(here, there)
        score = self._score(here, there, likeness, families)
        score[self.carried[other[pair], self.lemma[here]]] = 0.0
        best = first_of_best(name, score, len(own))
        common = evidence.linked[article_id]
        kept = common.most() / np.maximum(1, common.own)
        return self._partners(own, best, there, score, likeness, families, {
            "counterparts": np.where(count, np.minimum(5.0, count), np.nan)[of],
            "in_counterparts": share,
            "kept": np.where(count, kept, np.nan)[of],
            "partner": np.where(count[of] > 0, 0.0, np.nan),
        })  # fmt: skip

    def _partners(
        self,
        own: Rows,
        best: Rows,
        there: Rows,
        score: Floats,
        likeness: NDArray[np.float32],
        families: Traits,
        features: dict[str, Floats],
    ) -> Partners:
        found = np.flatnonzero(best >= 0)
        chosen = np.full(len(own), -1, dtype=np.int64)
        chosen[found] = there[best[found]]
        features["partner"][found] = score[best[found]]
        meaning, figure, family = (np.full(len(own), np.nan) for _ in range(3))
        meaning[found] = likeness[best[found]]
        for k in found.tolist():
            a, b = own.item(k), chosen.item(k)
            figure[k] = bool(self.figures.own[a] & self.figures.own[b])
            family[k] = bool(families.own[a] & families.own[b])
        return Partners(chosen.tolist(), {**features, "meaning": meaning, "same_figure": figure, "same_family": family})

    def _likeness(self, here: Rows, there: Rows) -> NDArray[np.float32]:
        """How near the heads of two names are in meaning, for pairs of names."""
        rows, a = _distinct(self.head[here], len(self.table))
        columns, b = _distinct(self.head[there], len(self.table))
        found: NDArray[np.float32] = (self.table[rows] @ self.table[columns].T)[a, b]
        return found

    def _score(self, here: Rows, there: Rows, likeness: NDArray[np.float32], families: Traits) -> Floats:
        """How probably (0–1) a name is the other one for another: by meaning, figure, family and place."""
        near = likeness.round(5).astype(np.float64)  # equals stay equal
        figure = self.figures.meet(here, there)
        family = families.meet(here, there)
        apart = np.abs(self.place[here] - self.place[there])
        score: Floats = np.maximum(near, 0) + 0.35 * figure + 0.25 * family + 0.15 * (1 - apart)
        score += 0.05 * (self.proper[there] == self.proper[here])
        found: Floats = np.minimum(np.maximum(score, 0.0), 1.0)
        return found


def _distinct(rows: Rows, count: int) -> tuple[Rows, Rows]:
    """The distinct ones of ``rows``, all below ``count``, in order, and the place of each row among them."""
    used = np.zeros(count, dtype=bool)
    used[rows] = True
    own = np.flatnonzero(used)
    place = np.zeros(count, dtype=np.int64)
    place[own] = np.arange(len(own))
    return own, place[rows]


def first_of_best(of: Rows, score: Floats, count: int) -> Rows:
    """For each of ``count`` the place of its best ``score`` above 0, the first of equals; -1 for none. ``of``: whose a score
    is, in order."""
    best = np.zeros(count)
    np.maximum.at(best, of, score)
    top = np.flatnonzero((score == best[of]) & (score > 0))
    out = np.full(count, -1, dtype=np.int64)
    out[of[top][::-1]] = top[::-1]
    return out
