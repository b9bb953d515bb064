"""The trees give the numbers that going down each of them, row by row, gives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.alignment import scorer


def down_each_tree(trees: scorer.Trees, x: Any) -> Any:
    """The obvious way: every row from the root of every tree to a leaf."""
    out = []
    for row in x:
        total = np.float64(trees.baseline)
        for tree in range(len(trees.feature)):
            at = 0
            while trees.feature[tree, at] >= 0:
                low = row[trees.feature[tree, at]] <= trees.threshold[tree, at]
                at = int((trees.left if low else trees.right)[tree, at])
            total += trees.value[tree, at]
        out.append(total)
    return np.array(out, dtype=np.float64).astype(np.float32)


@pytest.mark.parametrize("step", ["alone", "together"])
def test_trees_are_gone_down_as_one_would(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model: scorer.Step = getattr(scorer.load(), step)
    chance = np.random.default_rng(5)
    x = (model.line.mean + model.line.scale * chance.normal(size=(60, len(model.names)))).astype(np.float32)
    # Rows that lie on a threshold go left.
    x[:, model.trees.feature[0, 0]] = model.trees.threshold[0, 0]
    monkeypatch.setattr(scorer, "ROWS", 7)
    assert np.array_equal(model.trees.log_odds(x), down_each_tree(model.trees, x))


def test_no_rows_have_no_probabilities() -> None:
    model = scorer.load().alone
    assert model.probability(np.empty((0, len(model.names)), dtype=np.float32)).shape == (0,)
