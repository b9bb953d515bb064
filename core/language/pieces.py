"""Word pieces in their context: the sentence encoder's vectors before it sums them to one of the whole text.

The encoder (``core.language.encoder``) is a convolution over word pieces whose outputs are summed, scaled by the
root of their number, and sent through a dense network. What stands before the sum says what each piece means among
its neighbours, in all sixteen languages of the encoder: two texts can be held against each other piece by piece,
and a sum can weigh rare pieces more than common ones.

A piece's vector depends on the four pieces on either side and on nothing else. The claims, sentences and contexts of an
article are for the most part the same words again, so each piece is worked out once for all texts in which it stands
among the same eight others. Measured on 20 articles of 600 words: 25,000 pieces in place of 116,000.

Most of what makes it up depends on fewer neighbours still. A convolution is a sum of products, one for each place of
its window, and each product is made once for all windows with the same in that place; the encoder's last layer is
likewise a sum of what its three branches give, two of which reach one and two pieces far.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ids = NDArray[np.int64]

CHUNKS = 17
"""Blocks of the quantised table of pieces; piece k stands in block k modulo CHUNKS."""
WIDTH, BRANCH = 512, 256
BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Pieces in the window of each convolution, and how many of them stand before its own; the widest last."""
REACH = 2
"""Pieces on either side that one convolution reaches; two follow one another."""
ROWS = 512
"""Pieces at a time: what is asked of them stays in the processor's cache."""
BEGIN, END, UNKNOWN = 1, 2, 0
NOTHING = -1
"""Stands between two texts."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text: their ids, and a row of 512 for each."""

    ids: Ids
    vectors: NDArray[np.floating[Any]]


def spelt(backend: Any, text: str, known: dict[str, list[int]]) -> list[int]:
    """The ids of the pieces of ``text`` with the marks of its beginning and end; ``known``: those of words before.

    Word by word, as no piece reaches across a space.
    """
    out = [BEGIN]
    for word in text.replace("\n", " ").split(" "):
        if word:
            own = known.get(word)
            if own is None:
                own = known[word] = backend.sp.encode(word, out_type=int, add_bos=False, add_eos=False)
                if own == [UNKNOWN]:  # nothing is left of it, such as of a soft hyphen
                    own = known[word] = []
            out += own
    if len(out) == 1:
        out.append(UNKNOWN)
    return [*out, END]


def read(
    backend: Any,
    texts: Sequence[Sequence[int]],
    apart: Sequence[bool],
    check: Callable[[], None],
    kind: type[np.floating[Any]] = np.float32,
) -> tuple[Floats, list[Pieces | None]]:
    """One vector of unit length per text of ``texts`` (``spelt``); of those that are to be taken ``apart`` their pieces
    as well, without the marks of beginning and end, in numbers of ``kind``. ``check`` is called every few milliseconds."""
    rows, vectors = _in_context(backend, texts, check)
    sums = np.empty((len(texts), WIDTH), dtype=np.float32)
    pieces: list[Pieces | None] = []
    start = 0
    for k, own in enumerate(texts):
        in_context = vectors[rows[start : start + len(own)]]
        sums[k] = in_context.sum(axis=0) / np.sqrt(np.float32(len(own)))
        kept = Pieces(np.array(own[1:-1], dtype=np.int64), in_context[1:-1].astype(kind)) if apart[k] else None
        pieces.append(kept)
        start += len(own)
    return joined(backend, sums), pieces


def joined(backend: Any, sums: Floats) -> Floats:
    """Sums of pieces (each over the root of the squares of its weights) to vectors of unit length."""
    m = backend
    first = np.maximum(sums @ m.d0, 0)
    second = np.maximum(sums @ m.p1 + first @ m.d1, 0)
    third = np.maximum(second @ m.d2, 0)
    out = np.tanh(second @ m.p3 + third @ m.d3)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _in_context(backend: Any, texts: Sequence[Sequence[int]], check: Callable[[], None]) -> tuple[Ids, Floats]:
    """For each piece of ``texts``, one text after the other, the row of its vector; and the vectors."""
    m = _prepared(backend)
    flat, inside = _laid_out(texts)
    # What stands in the places from each piece on, and around it: alone, two, three, five, nine.
    one = _numbered(inside, flat)
    two = _numbered(inside, one.at, _beside(one.at, 1))
    ahead = _numbered(inside, two.at, _beside(two.at, 1))
    three = _numbered(inside, _beside(one.at, -1), two.at)
    five = _numbered(inside, _beside(three.at, -1), three.at, _beside(three.at, 1))
    nine = _numbered(inside, _beside(five.at, -2), five.at, _beside(five.at, 2))

    embedded = _embedded(backend, flat[one.first])
    own = np.zeros((len(embedded) + 1, WIDTH + BRANCH), dtype=np.float32)
    own[1:] = _norm(embedded @ backend.proj_W + backend.proj_b, backend.ln_g_all, backend.ln_b_all, backend.eps)
    parts = [_Part.of(embedded, m.last[:WIDTH], one)]
    for k, (narrow, wide) in enumerate(((two, ahead), (three, five), (five, nine))):
        column = slice(k * BRANCH, (k + 1) * BRANCH)
        inner = _convolved(np.ascontiguousarray(own[:, column]), one, narrow, BRANCHES[k][1], m.inner[k], check)
        outer = _convolved(inner, narrow, wide, BRANCHES[k][1], m.outer[k], check)
        parts.append(_Part.of(outer[1:], m.last[WIDTH:][column], wide))
    return nine.at[inside] - 1, _together(parts, nine.first, m.shift, backend.eps, check)


@dataclass(frozen=True, slots=True)
class _Weights:
    """The weights of the two convolutions, by branch and place of its window, each with its shifts; and of the last layer:
    the gains of the norm before it are in ``last`` and ``shift``, and taking away a row's mean changes nothing of its product.
    """

    inner: list[tuple[list[Floats], Floats]]
    outer: list[tuple[list[Floats], Floats]]
    last: Floats
    shift: Floats


@cache
def _prepared(backend: Any) -> _Weights:
    """The weights of ``backend`` as the layers ask for them."""
    inner, outer = (
        [(np.split(np.ascontiguousarray(w[k]), BRANCHES[k][0]), b[k]) for k in range(len(BRANCHES))]
        for w, b in ((backend.w1, backend.b1), (backend.w2, backend.b2))
    )
    last = backend.ln_g[:, None].astype(np.float64) * backend.cnn_W
    shift = backend.ln_b.astype(np.float64) @ backend.cnn_W + backend.cnn_b
    return _Weights(inner, outer, (last - last.mean(axis=0)).astype(np.float32), shift.astype(np.float32))


@dataclass(frozen=True, slots=True)
class _Windows:
    """What stands in the same places around each piece, numbered from 1 on: ``at`` has for each place of the texts the
    number that stands there (0 between texts), ``first`` a place of each number."""

    at: Ids
    first: Ids


def _numbered(inside: Ids, *columns: Ids) -> _Windows:
    """One number for each distinct row of ``columns``, of those ``inside`` a text."""
    key = columns[0][inside]
    for column in columns[1:]:
        key = key * (int(column.max()) + 1) + column[inside]
    order = np.argsort(key)
    key = key[order]
    new = np.concatenate([[True], key[1:] != key[:-1]])
    at = np.zeros(len(columns[0]), dtype=np.int64)
    at[inside[order]] = np.cumsum(new)
    return _Windows(at, inside[order[new]])


def _beside(column: Ids, by: int) -> Ids:
    """For each place what ``column`` has ``by`` places on; nothing comes round, as the texts lie apart."""
    return np.roll(column, -by)


@dataclass(frozen=True, slots=True)
class _Part:
    """What some of the features give to the last layer, for each number of ``windows`` (from 0 on), with their sums and
    sums of squares."""

    windows: _Windows
    product: Floats
    sums: Floats
    squares: Floats

    @classmethod
    def of(cls, features: Floats, weights: Floats, windows: _Windows) -> _Part:
        ones = np.ones(features.shape[1], dtype=np.float32)
        return cls(windows, features @ weights, features @ ones, np.einsum("ij,ij->i", features, features))


def _together(parts: Sequence[_Part], places: Ids, shift: Floats, eps: float, check: Callable[[], None]) -> Floats:
    """The last layer of the features at ``places``, brought to one size."""
    rows = [part.windows.at[places] - 1 for part in parts]
    width = WIDTH + BRANCH * len(BRANCHES)
    mean, square = np.zeros((2, len(places)), dtype=np.float64)
    for part, own in zip(parts, rows, strict=True):
        mean += part.sums[own] / width
        square += part.squares[own] / width
    scale = (1 / np.sqrt(square - mean**2 + eps)).astype(np.float32)[:, None]
    out = np.empty((len(places), WIDTH), dtype=np.float32)
    for start in range(0, len(places), ROWS):
        check()
        some = slice(start, start + ROWS)
        total = parts[0].product[rows[0][some]]
        for part, own in zip(parts[1:], rows[1:], strict=True):
            total += part.product[own[some]]
        total *= scale[some]
        np.add(total, shift, out=out[some])
    return out


def _laid_out(texts: Sequence[Sequence[int]]) -> tuple[Ids, Ids]:
    """The texts one after the other with NOTHING between them as far as two convolutions reach; and the places of pieces."""
    gap = 2 * REACH
    lengths = np.array([len(t) for t in texts], dtype=np.int64)
    inside = np.arange(int(lengths.sum())) + np.repeat(gap * np.arange(1, len(texts) + 1), lengths)
    flat = np.full(int(lengths.sum()) + gap * (len(texts) + 1), NOTHING, dtype=np.int64)
    flat[inside] = np.concatenate([np.asarray(t, dtype=np.int64) for t in texts])
    return flat, inside


def _embedded(m: Any, distinct: Ids) -> Floats:
    chunk = distinct % CHUNKS
    out = m.table[distinct].astype(np.float32)
    out *= m.scale[chunk, None]
    out += m.lo[chunk, None]
    return np.asarray(out)


def _convolved(
    rows: Floats,
    own: _Windows,
    wide: _Windows,
    before: int,
    layer: tuple[list[Floats], Floats],
    check: Callable[[], None],
) -> Floats:
    """One branch of a convolution: ``rows`` by the numbers of ``own``, the outcome by those of ``wide``."""
    weights, shift = layer
    out = np.zeros((len(wide.first) + 1, BRANCH), dtype=np.float32)
    products = np.empty((len(weights), *rows.shape), dtype=np.float32)
    for weight, product in zip(weights, products, strict=True):
        check()
        np.matmul(rows, weight, out=product)
    total, more = np.empty((2, ROWS, BRANCH), dtype=np.float32)
    for start in range(0, len(wide.first), ROWS):
        check()
        some = wide.first[start : start + ROWS]
        total, more = total[: len(some)], more[: len(some)]
        products[0].take(own.at[some - before], axis=0, out=total, mode="clip")
        for k, product in enumerate(products[1:], 1):
            total += product.take(own.at[some - before + k], axis=0, out=more, mode="clip")
        total += shift
        np.maximum(total, 0, out=total)
        np.add(
            total, rows.take(own.at[some], axis=0, out=more, mode="clip"), out=out[start + 1 : start + 1 + len(some)]
        )
    return out


def _norm(x: Floats, gain: Floats, shift: Floats, eps: float) -> Floats:
    x = x - x.mean(axis=1, keepdims=True)
    x *= 1 / np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + eps)[:, None]
    x *= gain
    x += shift
    return np.asarray(x, dtype=np.float32)
