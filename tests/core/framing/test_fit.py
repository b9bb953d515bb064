"""Fitting: models that run as they were fitted, quotes found again."""

import json

import numpy as np
import pytest

from core.framing import fit, scorer
from core.framing.gold import find
from core.model import Span


def test_the_scorer_reads_back_what_was_fitted() -> None:
    pytest.importorskip("sklearn")
    x = np.random.default_rng(0).normal(size=(90, 3))
    model = fit.train(("a", "b", "c"), x, (np.arange(len(x)) % 3 == 0).astype(float))
    written = {
        "features": model.features,
        "bias": model.bias,
        "weights": model.weights,
        "trees": model.trees,
    }
    again = scorer.from_json(json.loads(json.dumps(written)))
    for row in x:
        features = dict(zip("abc", row.tolist(), strict=True))
        assert 0 <= model.probability(features) <= 1
        assert again.probability(features) == model.probability(features)


def test_a_fitted_model_knows_what_it_was_shown() -> None:
    pytest.importorskip("sklearn")
    x = np.array([[i % 2, (i * 7) % 5] for i in range(200)], dtype=float)
    model = fit.train(("sign", "noise"), x, x[:, 0])
    assert model.probability({"sign": 1.0, "noise": 2.0}) > 0.8
    assert model.probability({"sign": 0.0, "noise": 2.0}) < 0.2


def test_a_quote_is_found_whatever_its_white_space_and_marks() -> None:
    text = "Er nannte es „einen  Skandal“.\nEinen Skandal."
    assert find(text, '"einen Skandal"') == (Span(13, 29),)
    assert find(text, "fehlt") == ()
    assert find(text, "") == ()
