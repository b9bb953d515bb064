"""From a candidate's features to its strength: small models, run with plain arithmetic.

``core.framing.fit`` writes one file a kind, ``resources/models/framing-KIND.json``: the names of the features, a
gradient-boosted forest of shallow trees or a logistic regression over them, and the threshold below which no
mark is made. Scikit-learn is needed for fitting only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

DEFAULT_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Model:
    """A kind's fitted model. A tree is a list of nodes ``[feature, threshold, left, right, value]``, leaves with
    feature -1; the values of all trees and ``bias`` are summed as log-odds, ``weights`` are a linear part."""

    features: tuple[str, ...]
    threshold: float
    bias: float
    weights: tuple[float, ...]
    trees: tuple[tuple[tuple[int, float, int, int, float], ...], ...]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability (0–1) that a careful reader would mark a place with these features."""
        return self.probabilities([features])[0]

    def probabilities(self, places: Sequence[Mapping[str, float]]) -> list[float]:
        """``probability`` of many places: every node of every tree is asked of all of them at once."""
        import numpy as np

        if not places:
            return []
        columns = np.array([[float(p.get(name, 0.0)) for p in places] for name in self.features])
        linear = np.zeros(len(places))
        for weight, column in zip(self.weights, columns, strict=False):
            linear += weight * column
        leaves = np.zeros(len(places))
        for tree in self.trees:
            leaves += _leaf(tree, 0, columns)
        totals = (self.bias + linear + leaves).tolist()
        return [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))) for total in totals]


def _leaf(tree: tuple[tuple[int, float, int, int, float], ...], at: int, columns: Any) -> Any:
    """The value of the leaf that each place comes to from the node ``at`` on."""
    import numpy as np

    feature, threshold, left, right, value = tree[at]
    if feature < 0:
        return value
    return np.where(columns[feature] <= threshold, _leaf(tree, left, columns), _leaf(tree, right, columns))


def from_json(data: dict[str, Any]) -> Model:
    """The model that ``fit`` wrote as ``data``."""
    trees = tuple(
        tuple((int(f), float(t), int(a), int(b), float(v)) for f, t, a, b, v in tree) for tree in data["trees"]
    )
    return Model(tuple(data["features"]), float(data["threshold"]), float(data["bias"]), tuple(data["weights"]), trees)


@cache
def model(kind: str) -> Model | None:
    """The shipped model of ``kind``, None where none was fitted."""
    file = files("resources").joinpath("models", f"framing-{kind}.json")
    return from_json(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else None


def strength(kind: str, features: Mapping[str, float]) -> float:
    """How probably a careful reader would mark it: the model's word, or ``prior`` where there is no model."""
    fitted = model(kind)
    return fitted.probability(features) if fitted else float(features.get("prior", 0.0))


def strengths(kind: str, places: Sequence[Mapping[str, float]]) -> list[float]:
    """``strength`` of many places of one kind."""
    fitted = model(kind)
    return fitted.probabilities(places) if fitted else [float(p.get("prior", 0.0)) for p in places]


def threshold(kind: str) -> float:
    """The strength below which no mark of ``kind`` is made."""
    fitted = model(kind)
    return fitted.threshold if fitted else DEFAULT_THRESHOLD
