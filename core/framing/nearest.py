"""For every word of a comparison the word of its claim's counterparts that means most nearly the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.framing.common import spread
from core.framing.fellows import Fellows
from core.framing.tone import Tones, Word
from core.job import Job
from core.model import Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Vectors = NDArray[np.float32]
    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Said:
    """The words of all articles one after the other. Those that begin in claim k begin at ``first[k]`` and are ``size[k]`` many;
    ``claim`` is the one that each word counts for, -1 for none, ``place`` the row of its vector among ``vectors``."""

    first: Rows
    size: Rows
    claim: Rows
    place: Rows
    vectors: Vectors


def nearest_of(said: Said, fellows: Fellows, job: Job) -> tuple[Floats, Rows]:
    """For each word how near the nearest word of its claim's counterparts comes, and which that is, the first of equals: 0 and
    -1 where none is at all alike. Raises Cancelled."""
    value, at = np.zeros(len(said.claim)), np.full(len(said.claim), -1, dtype=np.int64)
    order = np.argsort(said.claim, kind="stable")
    bounds = np.searchsorted(said.claim[order], np.arange(len(said.first) + 1)).tolist()
    last = np.empty(len(said.vectors), dtype=np.int64)
    for k in np.flatnonzero(fellows.count).tolist():
        job.check()
        own, others = order[bounds[k] : bounds[k + 1]], fellows.of(k)
        word = spread(said.first, said.size, others)[1]
        if not len(own) or not len(word):
            continue
        word = word[_first_times(said.place[word], last)]
        # Claim by claim: in products of other shapes the fifth digit of some cosines came out another one.
        likeness = (said.vectors[said.place[own]] @ said.vectors[said.place[word]].T).round(5)  # equals stay equal
        best = likeness.argmax(axis=1)
        near = likeness[np.arange(len(own)), best]
        value[own], at[own] = np.where(near > 0, near, 0.0), np.where(near > 0, word[best], -1)
    return value, at


def _first_times(places: Rows, last: Rows) -> Rows:
    """Where in ``places`` each of them comes for the first time. ``last`` has room for a number at every place, and is used up."""
    backwards = np.ascontiguousarray(places[::-1])
    last[backwards] = np.arange(len(places) - 1, -1, -1)
    found: Rows = np.flatnonzero(last[places] == np.arange(len(places)))
    return found


class Nearest:
    """The nearest words of a comparison with these ``tones``, by article."""

    def __init__(self, tones: Tones) -> None:
        evidence = tones.evidence
        self._words: list[tuple[str, Word]] = [(a, w) for a, own in tones.of.items() for w in own.words]
        self._scores = np.concatenate([np.empty(0, dtype=np.float32), *(own.scores for own in tones.of.values())])
        first, size = (np.zeros(len(evidence.claims), dtype=np.int64) for _ in range(2))
        claim = np.full(len(self._words), -1, dtype=np.int64)
        self._of: dict[str, slice] = {}
        begin = 0
        for article_id, own in tones.of.items():
            claims = evidence.claims_of[article_id]
            numbers = np.array([*(evidence.number[c.id] for c in claims), -1], dtype=np.int64)
            start = np.array([w.span.start for w in own.words], dtype=np.int64)
            self._of[article_id] = slice(begin, begin + len(own.words))
            claim[self._of[article_id]] = numbers[evidence.ground[article_id].claim[start]]
            for c, k in zip(claims, numbers.tolist(), strict=False):
                rows = own.rows(c.span)
                first[k], size[k] = begin + rows.start, len(rows)
            begin += len(own.words)
        place = np.concatenate([np.empty(0, dtype=np.int64), *(own.place for own in tones.of.values())])
        said = Said(first, size, claim, place, tones.spoken.table)
        self._value, self._at = nearest_of(said, evidence.fellows, evidence.job)

    def of(self, article_id: str) -> tuple[Floats, Rows]:
        """How near the nearest word comes to each of the article's, 0 where there is none, and its number, -1 for none."""
        return self._value[self._of[article_id]], self._at[self._of[article_id]]

    def scores(self, words: Rows) -> Vectors:
        """How loaded the words of these numbers are."""
        found: Vectors = self._scores[words]
        return found

    def word(self, number: int) -> tuple[Passage, str]:
        """Where the word of that number stands, and its lemma."""
        article_id, word = self._words[number]
        return Passage(article_id, word.span), word.lemma
