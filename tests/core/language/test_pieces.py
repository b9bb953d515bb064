"""Word pieces in their context are those that the encoder itself sums."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
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
