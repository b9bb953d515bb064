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

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from core.language.pieces import Pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.job import Job
    from core.language.encoder import Encoder

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

FLOORS = (0.35, 0.5, 0.65)
"""Similarities below which two pieces are no partners."""
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
    # A claim at a time, each let go when it is done: 200 articles have 300 MB of pieces.
    for k in range(len(found)):
        own = slice(bounds[k], bounds[k + 1])
        rare, vectors = rarity[own], _rows_of(found[k])
        found[k] = NOTHING
        whole[k] = rare @ vectors / np.sqrt(rare @ rare + 1e-6)
        pieces = _unit(vectors - middle[str(language[k])])
        weight[own] = np.logaddexp(0, projection.rarity * rare + projection.shift + pieces @ projection.lean)
        small[own] = _unit(pieces @ projection.matrix)
    return Interaction(bounds, small, weight, centred(encoder.joined(whole), language))


NOTHING = Pieces(np.empty(0, dtype=np.int64), np.empty((0, 512), dtype=np.float32))


def _rows_of(own: Pieces) -> Floats:
    return own.vectors if len(own.ids) else np.zeros((1, own.vectors.shape[1]), dtype=np.float32)


def _middle(found: Sequence[Pieces], language: NDArray[np.str_]) -> dict[str, Floats]:
    """The mean of each language's pieces, as ``centred`` takes it away: zeros for two pieces or fewer."""
    out = {}
    for one in np.unique(language):
        own = [_rows_of(found[k]) for k in np.flatnonzero(language == one).tolist()]
        count = sum(map(len, own))
        total = np.sum([rows.sum(axis=0, dtype=np.float64) for rows in own], axis=0)
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
        own = np.unique(np.stack([np.repeat(claims, [len(found[k].ids) for k in claims]), ids], axis=1), axis=0)[:, 1]
        seen = np.bincount(own, minlength=int(ids.max(initial=0)) + 1)
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
            out[own] -= vectors[own].mean(axis=0)
    return _unit(out)


def _unit(vectors: Floats) -> Floats:
    norm = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norm, 1e-6), dtype=np.float32)


class Meeting:
    """The claims ``rows`` of one article held against all those of the articles ``others``, one of these after the other.

    ``late`` has a table (rows × claims of the others) for each direction, of ``rows`` first: how well a claim's pieces are
    met by the other claim, by weight.
    """

    def __init__(self, t: Interaction, rows: Rows, others: Sequence[Rows]) -> None:
        own = _Twos.of(t, rows)
        self._own = own.weights
        self._theirs = [_weights(t, other) for other in others]
        columns = np.cumsum([0, *map(len, others)]).tolist()
        pieces = np.cumsum([0, *(len(theirs) for theirs in self._theirs)]).tolist()
        self._blocks = [
            (slice(*block), slice(*theirs)) for block, theirs in zip(pairwise(columns), pairwise(pieces), strict=True)
        ]
        # For each of their claims the best partners of the pieces of ``rows``, and the other way round.
        self._to_theirs = np.empty((columns[-1], len(own.pieces)), dtype=np.float32)
        self._to_own = np.empty((len(rows), pieces[-1]), dtype=np.float32)
        room = np.empty((2, max(map(len, self._theirs)) * len(own.pieces)), dtype=np.float32)
        for other, (block, theirs) in zip(others, self._blocks, strict=True):
            _partners(t, own, other, room, self._to_theirs[block], self._to_own[:, theirs])
        weights = [theirs.sum(axis=0) for theirs in self._theirs]
        self._totals = self._own.sum(axis=0)[:, None] + SMOOTH, np.concatenate(weights)[None, :] + SMOOTH
        self.late = tuple(
            table / total
            for table, total in zip(self._summed(self._to_theirs, self._to_own), self._totals, strict=True)
        )

    def at(self, x: Rows, y: Rows) -> dict[str, Floats]:
        """The features that look for partners, of the cells (``x``, ``y``)."""
        out: dict[str, Floats] = {}
        total_a, total_b = self._totals[0][x, 0], self._totals[1][0, y]
        alone = []
        for floor in FLOORS:
            from_a, from_b = (
                table[x, y]
                for table in self._summed(
                    (self._to_theirs >= floor).astype(np.float32), (self._to_own >= floor).astype(np.float32)
                )
            )
            alone.append((total_a - SMOOTH - from_a, total_b - SMOOTH - from_b))
            name = f"partners{floor * 100:.0f}"
            out[f"{name}_min"], out[f"{name}_max"] = _sorted(from_a / total_a, from_b / total_b)
            out[f"{name}_mass"] = np.asarray(np.minimum(from_a, from_b), dtype=np.float32)
        out["alone_min"], out["alone_max"] = _sorted(*alone[0])
        return out

    def _summed(self, to_theirs: Floats, to_own: Floats) -> tuple[Floats, Floats]:
        """What pieces have, summed by weight over the claims: a table for each direction."""
        from_theirs = np.empty((len(to_own), len(to_theirs)), dtype=np.float32)
        for weights, (block, own) in zip(self._theirs, self._blocks, strict=True):
            from_theirs[:, block] = to_own[:, own] @ weights
        return (to_theirs @ self._own).T, from_theirs


@dataclass(frozen=True, slots=True)
class _Twos:
    """The pieces of an article's claims by twos, the first ones of all before the second ones: where none is left, the first
    one again, which then weighs nothing. Half of the work on columns, which are slow, is on rows then.

    ``ends``: where the first ones of each claim end; ``weights``: as ``_weights``.
    """

    pieces: Floats
    ends: list[int]
    weights: Floats

    @classmethod
    def of(cls, t: Interaction, rows: Rows) -> _Twos:
        """The pieces of the claims ``rows``."""
        bounds = _bounds(t, rows)
        halves = (np.diff(bounds) + 1) // 2
        ends = np.cumsum(halves)
        first = np.arange(ends[-1]) * 2 - np.repeat(2 * (ends - halves) - bounds[:-1], halves)
        second = np.minimum(first + 1, np.repeat(bounds[1:] - 1, halves))
        weights = _weights(t, rows)
        twice = weights[second - bounds[0]] * (second > first)[:, None]
        return cls(
            t.pieces[np.concatenate([first, second])],
            ends.tolist(),
            np.concatenate([weights[first - bounds[0]], twice], dtype=np.float32),
        )


def _partners(t: Interaction, a: _Twos, b: Rows, room: Floats, to_b: Floats, to_a: Floats) -> None:
    """Fill in the best partner's likeness: ``to_b`` has a row for each claim of ``b`` and a column for each piece of ``a``,
    ``to_a`` a row for each claim of ``a`` and a column for each piece of ``b``.

    ``room`` is written over. (A new table for each two articles took twice as long: memory that was just given back.)
    """
    bounds, half = _bounds(t, b), len(a.pieces) // 2
    count = int(bounds[-1] - bounds[0])
    alike = room[0, : count * 2 * half].reshape(count, 2 * half)
    np.matmul(t.pieces[bounds[0] : bounds[-1]], a.pieces.T, out=alike)
    for k, (start, end) in enumerate(pairwise((bounds - bounds[0]).tolist())):
        np.maximum.reduce(alike[start:end], axis=0, out=to_b[k])
    either, turned = room[1].reshape(2, -1)[:, : count * half]
    np.maximum(alike[:, :half], alike[:, half:], out=either.reshape(count, half))
    turned = turned.reshape(half, count)
    np.copyto(turned, either.reshape(count, half).T)
    for k, (start, end) in enumerate(pairwise([0, *a.ends])):
        np.maximum.reduce(turned[start:end], axis=0, out=to_a[k])


def _bounds(t: Interaction, rows: Rows) -> Rows:
    """Where the pieces of each of the claims ``rows``, which follow one another, begin, and where the last one's end."""
    return t.bounds[rows[0] : rows[-1] + 2]


def _weights(t: Interaction, rows: Rows) -> Floats:
    """A row for each piece of the article, a column for each claim: the piece's weight in the column of its claim."""
    bounds = _bounds(t, rows)
    out = np.zeros((int(bounds[-1] - bounds[0]), len(rows)), dtype=np.float32)
    claim = np.repeat(np.arange(len(rows)), np.diff(bounds))
    out[np.arange(len(out)), claim] = t.weight[bounds[0] : bounds[-1]]
    return out


def _sorted(x: Any, y: Any) -> tuple[Any, Any]:
    return np.minimum(x, y), np.maximum(x, y)
