"""Word pieces in their context are those that the encoder itself sums."""

from __future__ import annotations

import numpy as np
import pytest

from core.language import encoder, pieces

TEXTS = [
    "Die Brücke ist gesperrt.",
    "The bridge over the Lenne has been closed to lorries since Monday.",
    "Ja",
    "🚧 closed",
]


@pytest.fixture(scope="module")
def backend() -> object:
    return encoder._model()._model


def test_their_sum_is_the_encoders_vector(backend: object) -> None:
    """With the marks of beginning and end, each weighed alike, the sum gives what the library gives."""
    expected = encoder.Encoder().vectors(TEXTS)
    for text, vector in zip(TEXTS, expected, strict=True):
        ids = np.array(backend.sp.encode(text, out_type=int, add_bos=True, add_eos=True))  # type: ignore[attr-defined]  # the library is untyped
        rows = pieces._in_context(backend, [ids])
        own = pieces.joined(backend, rows.sum(axis=0, keepdims=True) / np.sqrt(len(ids)))
        assert np.allclose(own[0], vector, atol=1e-4)


def test_a_text_means_the_same_in_any_company(backend: object) -> None:
    together = pieces.find(backend, TEXTS)
    for text, found in zip(TEXTS, together, strict=True):
        (alone,) = pieces.find(backend, [text])
        assert (found.ids == alone.ids).all()
        assert np.allclose(found.vectors, alone.vectors, atol=1e-4)
