"""Which words claims share with those that they are set against, for all claims of an article at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Chosen = NDArray[np.int64] | NDArray[np.int32]


@dataclass(frozen=True)
class Vocables:
    """The words of many claims: all ``words``, and the numbers of each claim's own one after the other; those of claim k
    begin at ``first[k]`` and are ``size[k]`` many."""

    words: tuple[str, ...]
    ids: Rows
    first: Rows
    size: Rows

    @classmethod
    def of(cls, words: Iterable[frozenset[str]]) -> Vocables:
        """The vocables of claims with these words."""
        number: dict[str, int] = {}
        own = [[number.setdefault(w, len(number)) for w in some] for some in words]
        size = np.array([len(some) for some in own], dtype=np.int64)
        return cls(
            tuple(number), np.array([k for some in own for k in some], dtype=np.int64), np.cumsum(size) - size, size
        )

    def common(self, claims: Sequence[int], others: Sequence[Sequence[int]]) -> Common:
        """``others``: for each of ``claims`` those that it is set against."""
        other = np.array([k for some in others for k in some], dtype=np.int64)
        of = np.repeat(np.arange(len(claims)), [len(some) for some in others])
        return self.common_of(np.array(claims, dtype=np.int64), of, other)

    def common_of(self, own: Rows, of: Rows, other: Chosen) -> Common:
        """The same of pairs: ``other``, and the place of its claim among ``own`` (``of``)."""
        has = np.zeros((len(own), len(self.words)), dtype=bool)
        row, word, _ = self._words(own)
        has[row, word] = True
        pair, word, size = self._words(other)
        row = of[pair]
        both = np.bincount(pair, has[row, word], len(other)).astype(np.int64)
        times = np.bincount(row * len(self.words) + word, minlength=has.size)
        row, word, _ = self._words(own)
        counted: list[dict[str, int]] = [{} for _ in own.tolist()]
        for k, w, n in zip(row.tolist(), word.tolist(), times[row * len(self.words) + word].tolist(), strict=True):
            counted[k][self.words[w]] = n
        return Common(of, both, self.size[own], size, counted)

    def _words(self, claims: Chosen) -> tuple[Rows, Rows, Rows]:
        """The place in ``claims`` and the number of every word of them; and how many each has."""
        place, at = spread(self.first, self.size, claims)
        return place, self.ids[at], self.size[claims]


def spread(first: Rows, size: Rows, chosen: Chosen) -> tuple[Rows, Rows]:
    """Of runs that begin at ``first`` and are ``size`` long all places of the ``chosen`` ones: each with the place in ``chosen``
    that it is of."""
    count = size[chosen]
    of = np.repeat(np.arange(len(chosen)), count)
    return of, np.arange(len(of)) + np.repeat(first[chosen] - (np.cumsum(count) - count), count)


@dataclass(frozen=True)
class Common:
    """For every pair of a claim (``of``: its number among those asked for) and one that it is set against how many words
    ``both`` have, of how many ``theirs``; for each claim of how many ``own``, and of each of its words how many of those
    that it is set against have it (``times``)."""

    of: Rows
    both: Rows
    own: Rows
    theirs: Rows
    times: list[dict[str, int]]

    def most(self) -> Rows:
        """For each claim the most words that it shares with one of the others."""
        out = np.zeros(len(self.own), dtype=np.int64)
        np.maximum.at(out, self.of, self.both)
        return out

    def alike(self) -> NDArray[np.float64]:
        """For each claim the greatest share of common words among all words of the two (0–1)."""
        out = np.zeros(len(self.own))
        np.maximum.at(out, self.of, self.both / np.maximum(1, self.own[self.of] + self.theirs - self.both))
        return out
