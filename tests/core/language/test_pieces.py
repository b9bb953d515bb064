"""Word pieces in their context are those that the encoder itself sums."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.language import encoder, pieces

TEXTS = [
    "Die Brücke ist gesperrt.",
    "The bridge over the Lenne has been closed to lorries since Monday.",
    "The bridge over the Lenne has been closed to lorries since Monday. Nobody was hurt.",
    "closed to lorries",
    "Ja",
    "🚧 closed",
]


@pytest.fixture(scope="module")
def backend() -> Any:
    return encoder._model()._model


def test_a_texts_vector_is_the_librarys(backend: Any) -> None:
    expected = backend.encode(TEXTS)
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    assert np.allclose(encoder.Encoder().vectors(TEXTS), expected, atol=1e-5)


def test_a_text_means_the_same_in_any_company() -> None:
    together = encoder.Encoder().pieces(TEXTS)
    for text, found in zip(TEXTS, together, strict=True):
        (alone,) = encoder.Encoder().pieces([text])
        assert (found.ids == alone.ids).all()
        assert np.allclose(found.vectors, alone.vectors, atol=1e-4)


def test_texts_are_read_in_batches_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = encoder.Encoder().vectors(TEXTS)
    monkeypatch.setattr(encoder, "BATCH", 20)
    monkeypatch.setattr(pieces, "ROWS", 7)
    assert np.allclose(encoder.Encoder().vectors(TEXTS), whole, atol=1e-5)


@given(st.text(st.sampled_from("abc ä\n\t\r\u00a0\u2028\u200b\u00ad´¨\u0301ﬁ½①漢🚧'-.,„“\x1c\x85\ufeff"), max_size=25))
def test_spelling_word_by_word_is_the_librarys(text: str) -> None:
    backend = encoder._model()._model
    assert pieces.spelt(backend, text, {}) == backend.sp.encode(text, out_type=int, add_bos=True, add_eos=True)


def _one_by_one(m: Any, ids: list[int]) -> np.ndarray:
    """The pieces of one text in their context, window by window: the slow way."""
    chunk = np.array(ids) % pieces.CHUNKS
    embedded = m.table[ids].astype(np.float32) * m.scale[chunk, None] + m.lo[chunk, None]
    layer = _normed(embedded @ m.proj_W + m.proj_b, m.ln_g_all, m.ln_b_all, m.eps)
    for weights, shifts in ((m.w1, m.b1), (m.w2, m.b2)):
        out = np.empty_like(layer)
        for branch, (size, before) in enumerate(pieces.BRANCHES):
            column = slice(branch * pieces.BRANCH, (branch + 1) * pieces.BRANCH)
            for at in range(len(ids)):
                places = range(at - before, at - before + size)
                nothing = np.zeros(pieces.BRANCH, dtype=np.float32)
                window = [layer[p, column] if 0 <= p < len(ids) else nothing for p in places]
                convolved = np.maximum(np.concatenate(window) @ weights[branch] + shifts[branch], 0)
                out[at, column] = convolved + layer[at, column]
        layer = out
    features = np.concatenate([embedded, layer], axis=1)
    return np.asarray(_normed(features, m.ln_g, m.ln_b, m.eps) @ m.cnn_W + m.cnn_b)


def _normed(x: np.ndarray, gain: np.ndarray, shift: np.ndarray, eps: float) -> np.ndarray:
    return np.asarray((x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + eps) * gain + shift)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.sampled_from([5, 9, 100, 7000]), max_size=14), min_size=1, max_size=6))
def test_pieces_are_those_worked_out_one_by_one(texts: list[list[int]]) -> None:
    backend = encoder._model()._model
    whole = [[pieces.BEGIN, *text, pieces.END] for text in texts]
    _, found = pieces.read(backend, whole, [True] * len(whole), lambda: None)
    for ids, text in zip(whole, found, strict=True):
        assert text is not None
        assert np.allclose(text.vectors, _one_by_one(backend, ids)[1:-1], atol=1e-4)


def test_a_thrifty_encoder_keeps_the_same_pieces_in_half_the_room() -> None:
    thrifty = encoder.Encoder()
    thrifty.thrifty = True
    for whole, half in zip(encoder.Encoder().pieces(TEXTS), thrifty.pieces(TEXTS), strict=True):
        assert half.vectors.nbytes * 2 == whole.vectors.nbytes
        assert np.allclose(half.vectors, whole.vectors, rtol=1e-3, atol=1e-4)
