"""Which claims of other articles are in the group of each claim, best link first: for all claims at once, by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.framing.common import spread
from core.model import Claim, ClaimGroup, Link

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Numbers = NDArray[np.int32]
    Floats = NDArray[np.float64]

CELLS = 1 << 20
"""Scores that are sorted together: a group of thousands of claims would have tens of millions."""


@dataclass(frozen=True, slots=True)
class Fellows:
    """Claims by their numbers among all of a comparison: the fellows of claim k begin at ``first[k]`` and are ``count[k]`` many."""

    first: Rows
    count: Rows
    other: Numbers

    def of(self, number: int) -> Numbers:
        """The fellows of one claim."""
        start = self.first.item(number)
        return self.other[start : start + self.count.item(number)]

    def of_claims(self, claims: Rows) -> tuple[Rows, Numbers]:
        """The fellows of ``claims`` one after the other: the place of each one's claim among them, and its number."""
        of, at = spread(self.first, self.count, claims)
        return of, self.other[at]


@dataclass(frozen=True, slots=True)
class Scores:
    """The links of all claims, from both sides: those of claim k begin at ``first[k]`` and are ``count[k]`` many."""

    first: Rows
    count: Rows
    other: Numbers
    score: Floats

    @classmethod
    def of(cls, links: Sequence[Link], number: dict[str, int]) -> Scores:
        """The scores of ``links`` between claims of these numbers."""
        ends = np.fromiter((number[c] for x in links for c in (x.a, x.b)), dtype=np.int32, count=2 * len(links))
        score = np.fromiter((x.score for x in links), dtype=np.float64, count=len(links))
        order = np.argsort(ends, kind="stable")
        count = np.bincount(ends, minlength=len(number))
        return cls(np.cumsum(count) - count, count, ends[order ^ 1], score[order >> 1])


def fellows_of(claims: Sequence[Claim], links: Sequence[Link], groups: Sequence[ClaimGroup]) -> Fellows:
    """The fellows of every claim: the best link first, of equals by id; none of a claim without a group."""
    number = {c.id: k for k, c in enumerate(claims)}
    homes = {a: k for k, a in enumerate({c.article_id: None for c in claims})}
    home = np.array([homes[c.article_id] for c in claims], dtype=np.int64)
    rank = np.empty(len(claims), dtype=np.int64)
    rank[sorted(range(len(claims)), key=lambda k: claims[k].id)] = np.arange(len(claims))
    members = [np.array([number[c] for c in g.claims], dtype=np.int64) for g in groups]
    group = np.full(len(claims), -1, dtype=np.int64)
    for k, own in enumerate(members):
        group[own] = k
    scores = Scores.of(links, number)
    first, count = np.zeros(len(claims), dtype=np.int64), np.zeros(len(claims), dtype=np.int64)
    found: list[Numbers] = [np.empty(0, dtype=np.int32)]
    done = 0
    for k, own in enumerate(members):
        own = own[np.argsort(rank[own])]
        for rows in _parts(own[group[own] == k], CELLS // max(1, len(own))):
            ordered = own[_best_first(rows, own, scores)]
            kept = home[ordered] != home[rows][:, None]
            count[rows] = kept.sum(axis=1)
            first[rows] = done + np.cumsum(count[rows]) - count[rows]
            found.append(ordered[kept].astype(np.int32))
            done += len(found[-1])
    return Fellows(first, count, np.concatenate(found))


def _parts(rows: Rows, most: int) -> Iterator[Rows]:
    for start in range(0, len(rows), max(1, most)):
        yield rows[start : start + max(1, most)]


def _best_first(rows: Rows, own: Rows, scores: Scores) -> Rows:
    """For each of ``rows`` the places of the claims ``own``, the best link first, the first of equals."""
    place = np.full(len(scores.count), -1, dtype=np.int64)
    place[own] = np.arange(len(own))
    of, at = spread(scores.first, scores.count, rows)
    there = place[scores.other[at]]
    known = there >= 0
    less = np.zeros((len(rows), len(own)))
    less[of[known], there[known]] = -scores.score[at[known]]
    found: Rows = np.argsort(less, axis=1, kind="stable")
    return found
