"""What two articles have between them that depends on nothing but the two: kept while a window is open.

When an article is added, all weights by rarity and all means change, and with them most features of all pairs. What is
letters against letters stays.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Tables = tuple[NDArray[np.float32], NDArray[np.float32]]
    Known = dict[tuple[str, bytes, bytes], Tables]

LIMIT = 64_000_000
"""Bytes that are kept at most: some twenty articles of 2,000 words. What does not fit is made again each time."""


class Between:
    """Pairs of tables by name and by what the two articles say (digests, in their order)."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._before: Known = {}
        self._now: Known = {}
        self._size = 0
        self._asking = threading.Lock()

    def __reduce__(self) -> tuple[Callable[[Known | None], Between], tuple[Known | None]]:
        """Another process is told all that is known."""
        return _of, ({**self._before, **self._now} if self.keeps else None,)

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._limit > 0

    def tables(self, name: str, a: bytes, b: bytes, make: Callable[[], Tables]) -> Tables:
        """The tables called ``name`` of the articles ``a`` and ``b``, made where they are not known."""
        key = (name, a, b)
        with self._asking:
            found = self._now.get(key) or self._before.get(key) or make()
            self._put(key, found)
        return found

    def _put(self, key: tuple[str, bytes, bytes], found: Tables) -> None:
        size = sum(table.nbytes for table in found)
        if key not in self._now and self._size + size <= self._limit:
            self._now[key] = found
            self._size += size

    def taken(self) -> Known:
        """What was asked for since the last time, to be ``learn``ed by the process that knew the rest; it stays known here."""
        with self._asking:
            asked, self._now, self._size = self._now, {}, 0
            self._before |= asked
        return asked

    def learn(self, known: Known) -> None:
        """Keep what another process asked for."""
        with self._asking:
            for key, found in known.items():
                self._put(key, found)

    def next(self) -> None:
        """A comparison is over: forget what it did not ask for."""
        self._before, self._now, self._size = self._now, {}, 0


def _of(known: Known | None) -> Between:
    """What knows what another one did (None: nothing is kept)."""
    own = Between(0 if known is None else LIMIT)
    own._before = dict(known or {})
    return own
