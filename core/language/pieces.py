"""Word pieces in their context: the sentence encoder's vectors before it sums them to one of the whole text.

The encoder (``core.language.encoder``) is a convolution over word pieces whose outputs are summed, scaled by the
root of their number, and sent through a dense network. What stands before the sum says what each piece means among
its neighbours, in all sixteen languages of the encoder: two texts can be held against each other piece by piece,
and a sum can weigh rare pieces more than common ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ids = NDArray[np.int64]

CHUNKS = 17
"""Blocks of the quantised table of pieces; piece k stands in block k modulo CHUNKS."""
WIDTH, BRANCH = 512, 256
BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Pieces in the window of each convolution, and how many of them stand before its own; the widest last."""
BUDGET = 4000
"""Pieces at a time."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text: their ids, and a row of 512 for each."""

    ids: Ids
    vectors: Floats


def find(backend: Any, texts: Sequence[str]) -> list[Pieces]:
    """The pieces of every text, without the marks of its beginning and end."""
    ids = [np.array(backend.sp.encode(t, out_type=int, add_bos=True, add_eos=True), dtype=np.int64) for t in texts]
    out: list[Pieces] = []
    start = 0
    while start < len(ids):
        end, total = start + 1, len(ids[start])
        while end < len(ids) and total + len(ids[end]) <= BUDGET:
            total += len(ids[end])
            end += 1
        vectors = _in_context(backend, ids[start:end])
        at = 0
        for own in ids[start:end]:
            out.append(Pieces(own[1:-1], vectors[at + 1 : at + len(own) - 1].copy()))
            at += len(own)
        start = end
    return out


def joined(backend: Any, sums: Floats) -> Floats:
    """Sums of pieces (each over the root of the squares of its weights) to vectors of unit length."""
    m = backend
    first = np.maximum(sums @ m.d0, 0)
    second = np.maximum(sums @ m.p1 + first @ m.d1, 0)
    third = np.maximum(second @ m.d2, 0)
    out = np.tanh(second @ m.p3 + third @ m.d3)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _in_context(backend: Any, texts: Sequence[Ids]) -> Floats:
    """One row per piece of ``texts``, each text by itself."""
    m = backend
    flat = np.concatenate(texts)
    chunk = flat % CHUNKS
    features = np.empty((len(flat), WIDTH + BRANCH * len(BRANCHES)), dtype=np.float32)
    features[:, :WIDTH] = m.table[flat] * m.scale[chunk, None] + m.lo[chunk, None]
    inside = _norm(features[:, :WIDTH] @ m.proj_W + m.proj_b, m.ln_g_all, m.ln_b_all, m.eps)
    windows = _windows([len(t) for t in texts])
    for k, (size, before) in enumerate(BRANCHES):
        own = inside[:, k * BRANCH : (k + 1) * BRANCH]
        at = windows[:, BRANCHES[-1][1] - before :][:, :size]
        first = np.maximum(_gathered(own, at) @ m.w1[k] + m.b1[k], 0) + own
        second = np.maximum(_gathered(first, at) @ m.w2[k] + m.b2[k], 0) + first
        features[:, WIDTH + k * BRANCH : WIDTH + (k + 1) * BRANCH] = second
    return np.asarray(_norm(features, m.ln_g, m.ln_b, m.eps) @ m.cnn_W + m.cnn_b, dtype=np.float32)


def _norm(x: Floats, gain: Floats, shift: Floats, eps: float) -> Floats:
    x = x - x.mean(axis=1, keepdims=True)
    return np.asarray(x / np.sqrt((x * x).mean(axis=1, keepdims=True) + eps) * gain + shift, dtype=np.float32)


def _windows(lengths: Sequence[int]) -> Ids:
    """For each piece the places of its widest window; past its text's ends the place after the last piece of all."""
    sizes = np.array(lengths, dtype=np.int64)
    ends = np.cumsum(sizes)
    total = int(ends[-1])
    size, before = BRANCHES[-1]
    at = np.arange(total)[:, None] + np.arange(-before, size - before)
    first, last = np.repeat(ends - sizes, sizes)[:, None], np.repeat(ends, sizes)[:, None]
    return np.asarray(np.where((at >= first) & (at < last), at, total), dtype=np.int64)


def _gathered(x: Floats, at: Ids) -> Floats:
    padded = np.concatenate([x, np.zeros((1, x.shape[1]), dtype=np.float32)])
    return np.asarray(padded[at].reshape(len(x), -1), dtype=np.float32)
