"""Claims held against each other piece by piece, in a space fitted to news.

Late interaction after Khattab and Zaharia 2020 ("ColBERT: Efficient and Effective Passage Search via
Contextualized Late Interaction over BERT"): each piece of one claim looks for its best partner in the other, the
best similarities are summed by weight. The pieces come from the sentence encoder (``core.language.pieces``); the
projection they are compared in, and their weights, were fitted on annotated events
(``core.alignment.fit_interaction``). Average precision over all pairs, on events left out of the fit: 0.48; the
cosine of whole claims 0.40, the same pieces without the projection 0.42, claims summed with rare pieces weighing more
0.42.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.language.pieces import Pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.job import Job
    from core.language.encoder import Encoder

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Share = tuple[int, int, Floats]

FLOORS = (0.35, 0.5, 0.65)
"""Similarities below which two pieces are no partners."""
ROWS = 1024
"""Claims whose vectors are worked on together: those of 200 articles would take 40 MB for each step."""
TABLES = 16
"""Claims of as many pieces whose pieces are worked on together."""
SMOOTH = 0.3
"""Added to the weight of a claim, so that one of a single common word is not covered by chance."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Pieces to a smaller space, and to their weight: softplus(``rarity``·r + ``shift`` + piece·``lean``)."""

    matrix: Floats
    lean: Floats
    rarity: float
    shift: float


@dataclass(frozen=True, slots=True)
class Interaction:
    """The pieces of all claims, one claim after the other: those of claim k are ``bounds[k]:bounds[k + 1]``.

    ``pieces`` are of unit length in the fitted space, ``weight`` is what each counts; ``whole`` has one vector per
    claim, its pieces summed by rarity.
    """

    bounds: Rows
    pieces: Floats
    weight: Floats
    whole: Floats


@cache
def load() -> Projection:
    """The fitted projection that ships with this version."""
    with as_file(files("resources") / "models" / "pieces.npz") as path, np.load(path, allow_pickle=False) as data:
        matrix, lean = (data[name].astype(np.float32) for name in ("matrix", "lean"))
        return Projection(matrix, lean, float(data["rarity"]), float(data["shift"]))


def gather(
    texts: Sequence[str],
    language: NDArray[np.str_],
    encoder: Encoder,
    job: Job,
    projection: Projection | None = None,
) -> Interaction:
    """The pieces of the claims ``texts``; ``projection``: another than the shipped one (for fitting)."""
    projection = projection or load()
    found = encoder.pieces(list(texts), job)
    bounds, rarity = rarities(found, language)
    shape = (len(found), found[0].vectors.shape[1] if found else 0)
    whole, middle = np.zeros(shape, dtype=np.float32), _middle(found, language)
    small = np.zeros((int(bounds[-1]), projection.matrix.shape[1]), dtype=np.float32)
    weight = np.zeros(int(bounds[-1]), dtype=np.float32)
    for claims, places in _alike(bounds):
        job.check()
        # Let go as they are done: 200 articles have 300 MB of pieces.
        vectors = np.stack([_rows_of(found[k]) for k in claims])
        for k in claims:
            found[k] = NOTHING
        rare = rarity[places]
        told = np.sqrt(np.einsum("ij,ij->i", rare, rare) + np.float32(1e-6))
        whole[claims] = np.matmul(rare[:, None, :], vectors)[:, 0] / told[:, None]
        pieces = _unit(vectors - np.stack([middle[str(language[k])] for k in claims])[:, None, :])
        weight[places] = np.logaddexp(0, projection.rarity * rare + projection.shift + pieces @ projection.lean)
        small[places] = _unit(pieces @ projection.matrix)
    for k in range(0, len(whole), ROWS):
        job.check()
        whole[k : k + ROWS] = encoder.joined(whole[k : k + ROWS])
    return Interaction(bounds, small, weight, centred(whole, language))


def _alike(bounds: Rows) -> Iterator[tuple[list[int], Rows]]:
    """Claims of as many pieces each, some at a time, and a row of these pieces' places for each: tables of one shape are
    multiplied one by one, so that two claims of the same words have the same numbers to the last digit."""
    sizes = np.diff(bounds)
    for size in np.unique(sizes):
        alike = np.flatnonzero(sizes == size)
        for k in range(0, len(alike), TABLES):
            some = alike[k : k + TABLES]
            yield some.tolist(), bounds[some][:, None] + np.arange(size)


NOTHING = Pieces(np.empty(0, dtype=np.int64), np.empty((0, 512), dtype=np.float32))


def _rows_of(own: Pieces) -> Floats:
    if not len(own.ids):
        return np.zeros((1, own.vectors.shape[1]), dtype=np.float32)
    return np.asarray(own.vectors, dtype=np.float32)


def _middle(found: Sequence[Pieces], language: NDArray[np.str_]) -> dict[str, Floats]:
    """The mean of each language's pieces, as ``centred`` takes it away: zeros for two pieces or fewer."""
    out = {}
    for one in np.unique(language):
        count, total = 0, np.zeros(found[0].vectors.shape[1], dtype=np.float64)
        for k in np.flatnonzero(language == one).tolist():
            rows = _rows_of(found[k])
            count += len(rows)
            total += rows.sum(axis=0, dtype=np.float64)
        out[str(one)] = np.asarray(total / count if count > 2 else np.zeros_like(total), dtype=np.float32)
    return out


def rarities(found: Sequence[Pieces], language: NDArray[np.str_]) -> tuple[Rows, Floats]:
    """Bounds of the claims, and how rare each of their pieces is among the claims of its language.

    A claim without pieces has one, of zero.
    """
    bounds = np.concatenate([[0], np.cumsum([max(1, len(f.ids)) for f in found])]).astype(np.int64)
    rarity = np.zeros(int(bounds[-1]), dtype=np.float32)
    for one in np.unique(language):
        claims = np.flatnonzero(language == one).tolist()
        ids = np.concatenate([found[k].ids for k in claims])
        # How many claims have each piece.
        count = int(ids.max(initial=0)) + 1
        own = np.unique(np.repeat(claims, [len(found[k].ids) for k in claims]) * count + ids) % count
        seen = np.bincount(own, minlength=count)
        rare = np.log((len(claims) + 1) / (seen + 0.5))
        for k in claims:
            if len(found[k].ids):
                rarity[bounds[k] : bounds[k + 1]] = rare[found[k].ids]
    return bounds, rarity


def placed(found: Sequence[Pieces], language: NDArray[np.str_]) -> tuple[Rows, Floats, Floats]:
    """``rarities`` with the vectors of all pieces between them; a claim without pieces has one of zeros."""
    bounds, rarity = rarities(found, language)
    return bounds, np.concatenate([_rows_of(f) for f in found]), rarity


def centred(vectors: Floats, language: NDArray[np.str_]) -> Floats:
    """``vectors`` less the mean of their language, of unit length: one event's claims are all alike."""
    out = vectors.copy()
    for one in np.unique(language):
        own = language == one
        if own.sum() > 2:
            mean = vectors[own].mean(axis=0)
            np.subtract(out, mean, out=out, where=own[:, None])
    for k in range(0, len(out), ROWS):
        out[k : k + ROWS] = _unit(out[k : k + ROWS])
    return out


def _unit(vectors: Floats) -> Floats:
    norm = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norm, 1e-6), dtype=np.float32)


SOME = 24
"""Claims whose pieces are held against another article's at a time: all at once took a tenth longer."""
FEW = 10
"""Claims whose pieces are summed together: each has weights for its own pieces alone."""


class Meeting:
    """The claims ``rows`` of one article held against all those of the articles ``others``, one of these after the other.

    ``late`` has a table (rows × claims of the others) for each direction, of ``rows`` first: how well a claim's pieces are
    met by the other claim, by weight.
    """

    def __init__(self, t: Interaction, rows: Rows, others: Sequence[Side]) -> None:
        own = _Twos.of(t, rows)
        columns = np.cumsum([0, *(len(other.total) for other in others)]).tolist()
        pieces = np.cumsum([0, *(len(other.pieces) for other in others)]).tolist()
        # For each of their claims the best partners of the pieces of ``rows``, and the other way round.
        self._to_theirs = np.empty((columns[-1], len(own.pieces)), dtype=np.float32)
        self._to_own = np.empty((len(rows), pieces[-1]), dtype=np.float32)
        room = np.empty((2, max(len(other.pieces) for other in others) * len(own.pieces)), dtype=np.float32)
        for k, other in enumerate(others):
            to_theirs, to_own = self._to_theirs[columns[k] : columns[k + 1]], self._to_own[:, pieces[k] : pieces[k + 1]]
            _partners(own, other, room, to_theirs, to_own)
        self._own = [(own.shares, 0, 0)]
        self._theirs = [(other.shares, pieces[k], columns[k]) for k, other in enumerate(others)]
        total = np.concatenate([other.total for other in others])
        self._totals = Side.of(t, rows).total[:, None] + SMOOTH, total[None, :] + SMOOTH
        summed = self._summed("whole", self._to_theirs, self._to_own)
        self.late = summed[0] / self._totals[0], summed[1] / self._totals[1]

    def at(self, x: Rows, y: Rows) -> dict[str, Floats]:
        """The features that look for partners, of the cells (``x``, ``y``)."""
        out: dict[str, Floats] = {}
        total_a, total_b = self._totals[0][x, 0], self._totals[1][0, y]
        alone = []
        for floor in FLOORS:
            above = (self._to_theirs >= floor).astype(np.float32), (self._to_own >= floor).astype(np.float32)
            from_a, from_b = (table[x, y] for table in self._summed("few", *above))
            alone.append((total_a - SMOOTH - from_a, total_b - SMOOTH - from_b))
            name = f"partners{floor * 100:.0f}"
            out[f"{name}_min"], out[f"{name}_max"] = _sorted(from_a / total_a, from_b / total_b)
            out[f"{name}_mass"] = np.asarray(np.minimum(from_a, from_b), dtype=np.float32)
        out["alone_min"], out["alone_max"] = _sorted(*alone[0])
        return out

    def _summed(self, by: Literal["whole", "few"], to_theirs: Floats, to_own: Floats) -> tuple[Floats, Floats]:
        """What pieces have, summed by weight over the claims: a table for each direction."""
        of_own = np.zeros((len(to_theirs), len(to_own)), dtype=np.float32)
        of_theirs = np.zeros((len(to_own), len(to_theirs)), dtype=np.float32)
        for out, table, shares in ((of_own, to_theirs, self._own), (of_theirs, to_own, self._theirs)):
            for article, piece, claim in shares:
                for start, first, weights in article.few if by == "few" else article.whole():
                    end, last = start + len(weights), first + weights.shape[1]
                    out[:, claim + first : claim + last] += table[:, piece + start : piece + end] @ weights
        return of_own.T, of_theirs


@dataclass(frozen=True, slots=True)
class Side:
    """What an article brings to all its meetings: its pieces, where those of each claim begin and the last one's end, what
    they weigh, and what those of each claim weigh together."""

    pieces: Floats
    bounds: list[int]
    shares: _Shares
    total: Floats

    @classmethod
    def of(cls, t: Interaction, rows: Rows) -> Side:
        """The side of the claims ``rows``, which follow one another."""
        bounds = _bounds(t, rows)
        first, last = int(bounds[0]), int(bounds[-1])
        shares = _Shares()
        shares.add(t.weight[first:last], bounds[1:] - first)
        total = np.asarray(np.add.reduceat(t.weight[:last], bounds[:-1]), dtype=np.float32)
        return cls(t.pieces[first:last], (bounds - first).tolist(), shares, total)


@dataclass(frozen=True, slots=True)
class _Twos:
    """The pieces of an article's claims by twos, the first ones of all before the second ones: where none is left, the first
    one again, which then weighs nothing. Half of the work on columns, which are slow, is on rows then.

    ``ends``: where the first ones of each claim end; ``shares``: what they weigh.
    """

    pieces: Floats
    ends: list[int]
    shares: _Shares

    @classmethod
    def of(cls, t: Interaction, rows: Rows) -> _Twos:
        """The pieces of the claims ``rows``."""
        bounds = _bounds(t, rows)
        halves = (np.diff(bounds) + 1) // 2
        ends = np.cumsum(halves)
        first = np.arange(ends[-1]) * 2 - np.repeat(2 * (ends - halves) - bounds[:-1], halves)
        second = np.minimum(first + 1, np.repeat(bounds[1:] - 1, halves))
        shares = _Shares()
        shares.add(t.weight[first], ends)
        shares.add(t.weight[second] * (second > first), ends, len(first))
        return cls(t.pieces[np.concatenate([first, second])], ends.tolist(), shares)


class _Shares:
    """The weights of an article's pieces, ``few`` claims at a time: the number of the first piece and of the first claim, and a
    row for each piece with its weight in the column of its claim.

    Most of what an article's pieces would be multiplied by is nothing: they weigh in one claim each. But sums by few claims
    depend on which few, in the last digit, and by what is summed over an article claims are ranked: two of the same words
    are to be equals.
    """

    def __init__(self) -> None:
        self.few: list[Share] = []

    def whole(self) -> list[Share]:
        """The same of all claims together; not kept, as it is mostly nothing."""
        pieces, claims = (max(x[k] + x[2].shape[k] for x in self.few) for k in (0, 1))
        out = np.zeros((pieces, claims), dtype=np.float32)
        for start, first, weights in self.few:
            out[start : start + len(weights), first : first + weights.shape[1]] = weights
        return [(0, 0, out)]

    def add(self, weight: Floats, ends: Rows, pieces: int = 0) -> None:
        """Add pieces of all claims, which have ``weight``; ``pieces`` is the first one's number. ``ends``: where those of each
        claim end."""
        sizes = np.diff(ends, prepend=0)
        for k in range(0, len(ends), FEW):
            some = sizes[k : k + FEW]
            first, end = int(ends[k] - sizes[k]), int(ends[k : k + FEW][-1])
            table = np.zeros((end - first, len(some)), dtype=np.float32)
            table[np.arange(end - first), np.repeat(np.arange(len(some)), some)] = weight[first:end]
            self.few.append((pieces + first, k, table))


def _partners(a: _Twos, b: Side, room: Floats, to_b: Floats, to_a: Floats) -> None:
    """Fill in the best partner's likeness: ``to_b`` has a row for each claim of ``b`` and a column for each piece of ``a``,
    ``to_a`` a row for each claim of ``a`` and a column for each piece of ``b``.

    ``room`` is written over. (A new table for each two articles took twice as long: memory that was just given back.) SOME
    claims of ``b`` at a time: what is looked at then stays in the processor's cache.
    """
    half = len(a.pieces) // 2
    for first in range(0, len(b.bounds) - 1, SOME):
        bounds = b.bounds[first : first + SOME + 1]
        start, count = bounds[0], bounds[-1] - bounds[0]
        alike = room[0, : count * 2 * half].reshape(count, 2 * half)
        np.matmul(b.pieces[start : bounds[-1]], a.pieces.T, out=alike)
        for k, (begin, end) in enumerate(pairwise(bounds), first):
            np.maximum.reduce(alike[begin - start : end - start], axis=0, out=to_b[k])
        either, turned = room[1].reshape(2, -1)[:, : count * half]
        np.maximum(alike[:, :half], alike[:, half:], out=either.reshape(count, half))
        turned = turned.reshape(half, count)
        np.copyto(turned, either.reshape(count, half).T)
        for k, (begin, end) in enumerate(pairwise([0, *a.ends])):
            np.maximum.reduce(turned[begin:end], axis=0, out=to_a[k, start : bounds[-1]])


def _bounds(t: Interaction, rows: Rows) -> Rows:
    """Where the pieces of each of the claims ``rows``, which follow one another, begin, and where the last one's end."""
    return t.bounds[rows[0] : rows[-1] + 2]


def _sorted(x: Any, y: Any) -> tuple[Any, Any]:
    return np.minimum(x, y), np.maximum(x, y)
