"""How near verbs and nouns come to each other in meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from core.framing.evidence import Evidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Chosen = NDArray[np.int64] | NDArray[np.int32]
    Thousandths = NDArray[np.int16]

ROWS = 256
"""Words that are held against all others together."""


class Meanings:
    """The words' vectors, made in one go: one word at a time takes the encoder twenty times as long."""

    def __init__(self, evidence: Evidence, words: Iterable[str]) -> None:
        own = sorted({*words, ""})
        self._row = {word: i for i, word in enumerate(own)}
        self._vectors = evidence.encoder.vectors(own, evidence.job)
        self._likeness: dict[int, Thousandths] = {}

    def rows(self, words: Iterable[str]) -> Rows:
        """The numbers of ``words``."""
        return np.array([self._row[word] for word in words], dtype=np.int64)

    def alike(self, word: str, others: Iterable[str]) -> float:
        """The highest cosine of ``word`` and one of ``others``, 0 where one is empty."""
        return self.highest(word, self.rows(other for other in others if other))

    def highest(self, word: str, others: Chosen) -> float:
        """``alike`` of others by their numbers (``rows``), none of them empty."""
        return self._to(word)[others].max().item() / 1000 if word and len(others) else 0.0

    def first(self, word: str, others: Chosen) -> tuple[float, int]:
        """Of ``others`` by their numbers (at least one) how near the nearest comes to ``word``, and its place: the first of
        equals."""
        near = self._to(word)[others]
        at = near.argmax().item()
        return near.item(at) / 1000, at

    def _to(self, word: str) -> Thousandths:
        """The cosines of ``word`` with all words, in thousandths."""
        row = self._row[word]
        block = row // ROWS
        if block not in self._likeness:
            some = self._vectors[block * ROWS : (block + 1) * ROWS] @ self._vectors.T
            self._likeness[block] = np.rint(some * 1000).astype(np.int16)
        found: Thousandths = self._likeness[block][row - block * ROWS]
        return found
