"""Which words of a claim have a partner in another claim: by meaning or letters, weighed by how rare they are.

Soft word alignment after Mihalcea, Corley and Strapparava 2006 ("Corpus-based and Knowledge-based Measures of Text
Semantic Similarity"), here across languages; the bins of best matches after Xiong et al. 2017 ("End-to-End Neural Ad-hoc
Ranking with Kernel Pooling").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from core.alignment import wording
from core.alignment.material import CLASSES, Material

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.alignment.standing import Cells, Field

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

FLOORS = (0.3, 0.6)
"""Cosines of two words below which they do not count as partners."""
BINS = (0.9, 0.75, 0.6, 0.45)
"""Each from here up to the one before."""
NEAR = 0.6
ALIKE = 0.4
"""The floor for the words of one class."""
TABLE = 16_000_000
"""Pairs of words whose likeness is kept at most: 64 MB, of 4,000 words. Forty made-up articles have 1,400."""
BLOCK = 256
"""Words that are held against all others together."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What one article's words bring to all its pairs.

    ``forms`` are its words, class by class, ``classes`` the places of those of each of CLASSES; ``weight`` has a row for each
    word and a column for each claim.
    """

    forms: Rows
    classes: tuple[slice, ...]
    weight: Floats

    @classmethod
    def of(cls, m: Material, rows: Rows) -> Vocabulary:
        """The words of the claims ``rows`` (at least one)."""
        words = [m.words.of[i] for i in rows]
        every = np.concatenate(words)
        forms = np.unique(every)
        forms = forms[np.argsort(m.words.class_[forms], kind="stable")]
        order = np.argsort(forms)
        spoken = order[np.searchsorted(forms, every, sorter=order)]
        weight = np.zeros((len(forms), len(rows)), dtype=np.float32)
        weight[spoken, np.repeat(np.arange(len(rows)), list(map(len, words)))] = m.words.weight[every]
        bounds = np.searchsorted(m.words.class_[forms], np.arange(len(CLASSES) + 1)).tolist()
        return cls(forms, tuple(slice(*both) for both in pairwise(bounds)), weight)

    def share(self, above: Floats, class_: int) -> Floats:
        """The share of each claim's words of a class (columns), where ``above`` has a column for each word."""
        own = self.weight[self.classes[class_]]
        return np.asarray(above[:, self.classes[class_]] @ own / (own.sum(axis=0) + 1), dtype=np.float32)


class Likeness:
    """How alike the words of an article are to all words: an event's words come again in article after article, so where
    the table of all words has room (TABLE) it is made once."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._forms = np.arange(len(material.words.forms))
        self._whole: Floats | None = None
        if 0 < len(self._forms) ** 2 <= TABLE:
            blocks = (self._forms[k : k + BLOCK] for k in range(0, len(self._forms), BLOCK))
            self._whole = np.concatenate([likeness(material, own, self._forms) for own in blocks])

    def of(self, forms: Rows) -> Floats:
        """A row for each of ``forms``, a column for each word of the material."""
        return likeness(self._material, forms, self._forms) if self._whole is None else self._whole[forms]


def likeness(m: Material, a: Rows, b: Rows) -> Floats:
    """How alike the words ``a`` (rows) and ``b`` (columns) are: meaning or spelling, whichever is more; figures only to
    themselves."""
    w = m.words
    alike = np.maximum(
        w.vectors[a] @ w.vectors[b].T, wording.spelling([w.lower[i] for i in a], [w.lower[i] for i in b])
    )
    alike = np.asarray(alike, dtype=np.float32)
    figures_a, figures_b = np.flatnonzero(w.is_figure[a]), np.flatnonzero(w.is_figure[b])
    if len(figures_a) or len(figures_b):
        same = (w.spelt[a[figures_a]][:, None] == w.spelt[b]).astype(np.float32)
        alike[:, figures_b] = (w.spelt[a][:, None] == w.spelt[b[figures_b]]).astype(np.float32)
        alike[figures_a] = same
    return alike


class Host:
    """One article's words, to be held against those of others. ``alike``: as ``Likeness.of`` its forms."""

    def __init__(self, m: Material, own: Vocabulary, rows: Rows, alike: Floats) -> None:
        self._m, self.own = m, own
        self.by_word = np.ascontiguousarray(alike.T)
        # The best match of every word of the material in each of the claims.
        place = np.full(len(m.words.forms), -1, dtype=np.int64)
        place[own.forms] = np.arange(len(own.forms))
        self.matches = best(alike, [place[m.words.of[i]] for i in rows])

    def meet(self, field: Field, others: Sequence[Vocabulary]) -> Cover:
        """The words of the field's article against those of the others."""
        return Cover(self, field, others, best(self.by_word, [self._m.words.of[j] for j in field.columns]))


class Cover:
    """One article's words against those of others. Every table is there for both directions: what the claims of the
    article (rows) leave or cover of the others' words (columns), and the other way round.

    ``cover``: the share of a claim's words, above the first of FLOORS, that the other claim covers.
    """

    def __init__(self, host: Host, field: Field, others: Sequence[Vocabulary], matches: Floats) -> None:
        self._own, self._field, self._others = host.own, field, others
        self._of_own = matches
        self._of_theirs = host.matches[:, np.concatenate([other.forms for other in others])]
        self._sums = (
            host.own.weight.sum(axis=0)[:, None],
            np.concatenate([other.weight.sum(axis=0) for other in others])[None, :],
        )
        self._tables = self._covered()
        self.cover = self._shares(0)

    def at(self, cells: Cells) -> dict[str, Floats]:
        """The features of the words, of ``cells``."""
        out: dict[str, Floats] = {}
        stages = [tuple(table[k].ravel()[cells.flat] for table in self._tables) for k in range(len(self._tables[0]))]
        sums = self._sums[0][cells.x, 0] + 0.5, self._sums[1][0, cells.y] + 0.5
        for floor, (from_a, from_b) in zip(FLOORS, stages, strict=False):
            _both(out, f"cover{floor * 100:.0f}", from_a / sums[0], from_b / sums[1])
            out[f"mass{floor * 100:.0f}"] = np.minimum(from_a, from_b)
        for low, both in zip(BINS, stages[len(FLOORS) :], strict=False):
            _both(out, f"bin{low * 100:.0f}", *both)
        _both(out, "missing", *stages[-1])
        for name, tables in zip(CLASSES, self._by_class(), strict=True):
            _both(out, name.lower(), *(table.ravel()[cells.flat] for table in tables))
        return out

    def _covered(self) -> tuple[Floats, Floats]:
        """For each of the stages how much weight of a claim's words is in it."""
        of_own = _stages(self._of_own) @ self._own.weight
        shape = (len(FLOORS) + len(BINS) + 1, *self._field.shape)
        of_theirs = np.empty(shape, dtype=np.float32)
        stages, start = _stages(self._of_theirs).reshape(shape[0], shape[1], -1), 0
        for other, columns in zip(self._others, self._blocks(), strict=True):
            end = start + len(other.forms)
            of_theirs[:, :, columns] = stages[:, :, start:end] @ other.weight
            start = end
        return np.ascontiguousarray(of_own.reshape(shape[0], shape[2], shape[1]).transpose(0, 2, 1)), of_theirs

    def _by_class(self) -> list[tuple[Floats, Floats]]:
        """The shares of the words of each of CLASSES."""
        of_theirs = np.empty((len(CLASSES), *self._field.shape), dtype=np.float32)
        above, start = _above(self._of_theirs, ALIKE), 0
        for other, columns in zip(self._others, self._blocks(), strict=True):
            own = above[:, start : start + len(other.forms)]
            for number in range(len(CLASSES)):
                of_theirs[number, :, columns] = other.share(own, number)
            start += len(other.forms)
        above = _above(self._of_own, ALIKE)
        of_own = [np.ascontiguousarray(self._own.share(above, number).T) for number in range(len(CLASSES))]
        return list(zip(of_own, of_theirs, strict=True))

    def _shares(self, stage: int) -> tuple[Floats, Floats]:
        of_own, of_theirs = (table[stage] for table in self._tables)
        return of_own / (self._sums[0] + 0.5), of_theirs / (self._sums[1] + 0.5)

    def _blocks(self) -> list[slice]:
        starts, sizes = self._field.starts.tolist(), self._field.sizes.tolist()
        return [slice(start, start + size) for start, size in zip(starts, sizes, strict=True)]


def best(alike: Floats, words: Sequence[Rows]) -> Floats:
    """For each claim of ``words`` (row) the best match of each word of the other side (column); ``words`` are rows of ``alike``.

    Of all claims the first words together, then the second ones of those that have two, and so on.
    """
    sizes = np.array([len(own) for own in words], dtype=np.int64)
    order = np.argsort(-sizes, kind="stable")
    starts = (np.cumsum(sizes) - sizes)[order]
    every = np.concatenate(words)
    out = np.zeros((len(words), alike.shape[1]), dtype=np.float32)
    for k in range(int(sizes.max(initial=0))):
        count = int((sizes > k).sum())
        found = alike[every[starts[:count] + k]]
        np.maximum(out[:count], found, out=out[:count]) if k else np.copyto(out[:count], found)
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return np.asarray(out[back], dtype=np.float32)


def _stages(best: Floats) -> Floats:
    """One under the other: how far ``best`` is above each of FLOORS, whether it lies in each of BINS, whether below NEAR."""
    above = [_above(best, floor) for floor in FLOORS]
    reached = [(best >= low).astype(np.float32) for low in BINS]
    inside = [reached[0], *(more - less for less, more in pairwise(reached))]
    return np.concatenate([*above, *inside, (best < NEAR).astype(np.float32)])


def _above(best: Floats, floor: float) -> Floats:
    return np.asarray(np.clip((best - floor) / (1 - floor), 0, 1), dtype=np.float32)


def _both(out: dict[str, Floats], name: str, *both: Any) -> None:
    out[f"{name}_min"], out[f"{name}_max"] = np.minimum(*both), np.maximum(*both)
