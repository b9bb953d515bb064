"""What every claim is set against, in columns: of 200 articles a million pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.framing.evidence import Evidence
    from core.language.encoder import Vectors

    Rows = NDArray[np.int64]
    Numbers = NDArray[np.int32]
    Thousandths = NDArray[np.int16]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]

NEAR = 0.4
"""Cosine from which an unlinked claim of another article is set against one that it is nearest to."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a ``claim`` and an ``other`` that it is set against, both by their numbers among all claims: those of claim k
    begin at ``first[k]`` and are ``count[k]`` many, the best first. ``likeness``: how near the other comes in meaning."""

    first: Rows
    count: Rows
    claim: Numbers
    other: Numbers
    likeness: Thousandths

    def of(self, number: int) -> slice:
        """Where the pairs of a claim stand."""
        start = self.first.item(number)
        return slice(start, start + self.count.item(number))

    def mean(self, values: Flags | Floats) -> Floats:
        """For every claim the mean of its pairs' ``values`` (of flags the share that says yes), 0 without any."""
        total = np.bincount(self.claim, values, len(self.count)).astype(np.float64)
        return total / np.maximum(1, self.count)

    def least(self, values: Floats, default: float) -> Floats:
        """For every claim the least of its pairs' ``values``."""
        out = np.full(len(self.count), np.inf)
        np.minimum.at(out, self.claim, values)
        out[self.count == 0] = default
        return out


def pairs_of(evidence: Evidence) -> Pairs:
    """What every claim is set against: the linked claims, best link first, then of the rest what is nearest to it.

    Of an article without a linked claim the nearest one by meaning stands in where it is near enough (NEAR), so that a link
    which the aligner missed does not blind the lenses.
    """
    homes = [a for a, own in sorted(evidence.claims_of.items()) if own]
    arranged = np.array([evidence.number[c.id] for a in homes for c in evidence.claims_of[a]], dtype=np.int64)
    begin = np.cumsum([0, *(len(evidence.claims_of[a]) for a in homes)])
    home = np.repeat(np.arange(len(homes)), np.diff(begin))
    place, rank = np.empty(len(arranged), dtype=np.int64), np.empty(len(arranged), dtype=np.int64)
    place[arranged] = np.arange(len(arranged))
    rank[sorted(range(len(arranged)), key=lambda k: evidence.claims[k].id)] = np.arange(len(arranged))
    vectors = _vectors(evidence, arranged)
    found: list[tuple[Numbers, Numbers, Thousandths]] = []
    for k in range(len(homes)):
        evidence.job.check()
        own = slice(begin.item(k), begin.item(k + 1))
        of, other = evidence.fellows.of_claims(arranged[own])
        likeness = vectors[own] @ vectors.T
        taken = np.zeros((own.stop - own.start, len(homes)), dtype=bool)
        taken[:, k] = True
        taken[of, home[place[other]]] = True
        row, near = _nearest(likeness, taken, begin, home)
        closest = np.lexsort((rank[arranged[near]], -np.round(likeness[row, near].astype(np.float64), 4), row))
        of, other = np.concatenate([of, row[closest]]), np.concatenate([other, arranged[near[closest]]])
        order = np.argsort(of, kind="stable")
        of, other = of[order], other[order]
        near_by = np.rint(likeness[of, place[other]].astype(np.float64) * 1000)
        found.append((arranged[own][of].astype(np.int32), other.astype(np.int32), near_by.astype(np.int16)))
    return _joined(found, arranged)


def _vectors(evidence: Evidence, arranged: Rows) -> Vectors:
    """The vectors of all claims in this order, encoded in one go (mostly known from the alignment)."""
    texts = [c.compared(evidence.article[c.article_id].text) for c in evidence.claims]
    evidence.encoder.read(texts, job=evidence.job)
    return evidence.encoder.vectors([texts[k] for k in arranged.tolist()], evidence.job)


def _nearest(likeness: Vectors, taken: Flags, begin: Rows, home: Rows) -> tuple[Rows, Rows]:
    """For each claim of an article (rows of ``likeness``) the nearest claim (columns, article by article) of every other
    article that is not ``taken``, where it is near enough, the first of equals: row and column."""
    best = np.maximum.reduceat(likeness, begin[:-1], axis=1)
    best[taken | (best < NEAR)] = np.inf
    row, column = np.nonzero(likeness == best[:, home])
    cell = row * len(begin) + home[column]
    first = np.append(True, cell[1:] != cell[:-1])[: len(cell)]
    return row[first], column[first]


def _joined(found: Sequence[tuple[Numbers, Numbers, Thousandths]], arranged: Rows) -> Pairs:
    """The pairs of all articles, whose claims are ``arranged`` so."""
    claim, other, likeness = (
        np.concatenate([own[k] for own in found] or [np.empty(0, dtype=np.int32)]) for k in range(3)
    )
    count = np.bincount(claim, minlength=len(arranged)) if len(arranged) else np.empty(0, dtype=np.int64)
    first = np.empty(len(arranged), dtype=np.int64)
    first[arranged] = np.cumsum(count[arranged]) - count[arranged]
    return Pairs(first, count, claim, other, likeness)
