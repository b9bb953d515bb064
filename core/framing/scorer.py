"""From a candidate's features to its strength: small models, run with plain arithmetic.

``core.framing.fit`` writes one file a kind, ``resources/models/framing-KIND.json``: two models, each the names of its
features, a gradient-boosted forest of shallow trees and a logistic regression over them, and the threshold below which
no mark is made. The first knows the candidate alone, the second what the first said of all others too
(``core.framing.company``), and how little two faithful accounts deserve a mark. Scikit-learn is needed for fitting only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from core.framing.company import HOPELESS, SPAN_KINDS, Company
from core.framing.evidence import Candidate
from core.framing.sense import Sense
from core.job import Job

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Tree = tuple[tuple[int, float, int, int, float], ...]

DEFAULT_THRESHOLD = 0.5
ROWS = 2048
"""Candidates that are scored together."""
TOGETHER = 256
"""Candidates that all trees are asked of at once: what is asked of them stays in the processor's cache."""
WEAKEST = 0.3
"""The strength of a mark that is just made."""


@dataclass(frozen=True)
class Model:
    """A fitted model. A tree is a list of nodes ``[feature, threshold, left, right, value]``, leaves with
    feature -1; the values of all trees and ``bias`` are summed as log-odds, ``weights`` are a linear part."""

    features: tuple[str, ...]
    bias: float
    weights: tuple[float, ...]
    trees: tuple[Tree, ...]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability (0–1) that a careful reader would mark a place with these features."""
        return self.probabilities([features])[0]

    def probabilities(
        self, places: Sequence[Mapping[str, float]], beside: Mapping[str, Floats] | None = None
    ) -> list[float]:
        """``probability`` of many places: every node of every tree is asked of all of them at once.

        ``beside``: more features of all places, a column of each, which go before their own.
        """
        import numpy as np

        from core.framing.features import DIGITS, columns

        table = columns(places, self.features)
        for k, name in enumerate(self.features):
            if beside and name in beside:
                table[k] = beside[name]
        return self.of_columns(np.round(table, DIGITS))

    def of_columns(self, columns: Floats) -> list[float]:
        """The same of a matrix with a row for each feature and a column for each place."""
        import numpy as np

        linear = np.zeros(columns.shape[1])
        for weight, column in zip(self.weights, columns, strict=False):
            linear += weight * column
        leaves = np.zeros(columns.shape[1])
        if self.trees:
            coded = self._forest.coded(columns)
            for start in range(0, coded.shape[1], TOGETHER):
                some = slice(start, start + TOGETHER)
                for own in self._forest.values_of(coded[:, some]):
                    leaves[some] += own
        totals = (self.bias + linear + leaves).tolist()
        return [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))) for total in totals]

    @cached_property
    def _forest(self) -> Forest:
        return Forest.of(self.trees)


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as if each had every node down to the deepest one's depth: node k's children are 2k + 1 and 2k + 2.

    ``feature`` and ``code`` have a row for each inner node, level by level and there tree by tree; ``value`` a row for
    each tree and a column for each leaf. A leaf above the deepest level stands at all places below it. ``thresholds`` of a
    feature are all that the trees ask of it, in order; a node's is known by its ``code``, its place among them, so that
    what is looked up and compared takes a byte and not eight.
    """

    feature: NDArray[np.int64]
    code: NDArray[np.uint16]
    thresholds: dict[int, Floats]
    value: Floats
    depth: int

    @classmethod
    def of(cls, trees: Sequence[Tree]) -> Forest:
        """The forest of at least one tree."""
        import numpy as np

        depth = max(_depth(tree, 0) for tree in trees)
        full = [_filled(tree, 0, depth) for tree in trees]
        levels = [[tree[0][level] for tree in full] for level in range(depth)]
        nodes = [node for level in levels for own in level for node in own]
        asked: dict[int, set[float]] = {}
        for feature, threshold in nodes:
            asked.setdefault(feature, set()).add(threshold)
        place = {(f, t): k for f, own in asked.items() for k, t in enumerate(sorted(own))}
        size = np.uint8 if all(len(own) < 256 for own in asked.values()) else np.uint16
        return cls(
            np.array([feature for feature, _ in nodes], dtype=np.int64),
            np.array([place[node] for node in nodes], dtype=size),
            {f: np.array(sorted(own)) for f, own in asked.items()},
            np.array([tree[1] for tree in full], dtype=np.float64),
            depth,
        )

    def coded(self, columns: Floats) -> NDArray[np.uint16]:
        """For each of ``columns`` and each feature how many thresholds are below it."""
        import numpy as np

        out = np.zeros(columns.shape, dtype=self.code.dtype)
        for feature, own in self.thresholds.items():
            out[feature] = np.searchsorted(own, columns[feature])
        return out

    def values_of(self, coded: NDArray[np.uint16]) -> Floats:
        """A row for each tree: the value of the leaf that each of the columns comes to."""
        import numpy as np

        count = len(self.value)
        low = np.negative((coded[self.feature] <= self.code[:, None]).view(np.uint8))  # all bits of a byte or none
        leaf = np.arange(2**self.depth, dtype=np.uint8)[None, :, None]
        end = len(low)
        for level in range(self.depth - 1, -1, -1):
            begin = end - count * 2**level
            left, right = leaf[:, 0::2], leaf[:, 1::2]
            leaf, end = right ^ (low[begin:end].reshape(count, 2**level, -1) & (left ^ right)), begin
        first = np.arange(0, self.value.size, 2**self.depth)[:, None]
        return self.value.ravel().take(leaf[:, 0] + first)


def _depth(tree: Tree, at: int) -> int:
    feature, _, left, right, _ = tree[at]
    return 0 if feature < 0 else 1 + max(_depth(tree, left), _depth(tree, right))


def _filled(tree: Tree, at: int, depth: int) -> tuple[list[list[tuple[int, float]]], list[float]]:
    """The inner nodes (feature, threshold) of each level from the node ``at`` on, and the leaves' values; ``depth`` levels."""
    feature, threshold, left, right, value = tree[at]
    if not depth:
        return [], [value]
    own, below = ((0, math.inf), (at, at)) if feature < 0 else ((feature, threshold), (left, right))
    (levels, values), (others, rest) = (_filled(tree, child, depth - 1) for child in below)
    return [[own], *(a + b for a, b in zip(levels, others, strict=True))], values + rest


@dataclass(frozen=True, slots=True)
class Scorer:
    """A kind's two models, the probability by the second below which no mark is made, and what its words mean (where the
    first model asks for that)."""

    threshold: float
    first: Model
    second: Model
    sense: Sense | None = None


def from_json(data: dict[str, Any]) -> Model:
    """The model that ``fit`` wrote as ``data``."""
    trees = tuple(
        tuple((int(f), float(t), int(a), int(b), float(v)) for f, t, a, b, v in tree) for tree in data["trees"]
    )
    return Model(tuple(data["features"]), float(data["bias"]), tuple(data["weights"]), trees)


@cache
def scorer(kind: str) -> Scorer | None:
    """The shipped scorer of ``kind``, None where none was fitted."""
    file = files("resources").joinpath("models", f"framing-{kind}.json")
    if not file.is_file():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    own = data.get("sense")
    sense = Sense(tuple(map(float, own["weights"])), float(own["bias"])) if own else None
    return Scorer(float(data["threshold"]), from_json(data["first"]), from_json(data["second"]), sense)


def strengths(candidates: Sequence[Candidate], words: Mapping[str, int], job: Job | None = None) -> list[float]:
    """How probably a careful reader would mark each of ``candidates``, which are all of one comparison.

    ``words``: article id to its number of words. Where no model was fitted, the lens's own guess holds. Raises Cancelled where ``job`` is cancelled.
    """
    import numpy as np

    from core.framing.features import columns

    job = job or Job()
    scores = columns([c.features for c in candidates], ["prior"])[0]
    kind = np.array([c.kind for c in candidates], dtype=object)
    _rescore(scores, candidates, kind, np.arange(len(candidates)), job)
    company = Company(candidates, scores, words)
    _rescore(scores, candidates, kind, np.flatnonzero(np.isin(kind, SPAN_KINDS) & (scores >= HOPELESS)), job, company)
    found: list[float] = scores.tolist()
    return found


def _rescore(
    scores: Floats,
    candidates: Sequence[Candidate],
    kinds: NDArray[np.object_],
    rows: NDArray[np.int64],
    job: Job,
    company: Company | None = None,
) -> None:
    """Set the scores of ``rows`` by the first model of each one's kind, or by the second, in their ``company``; as they are
    where there is no model."""
    for kind in sorted({*kinds[rows].tolist()}):
        fitted = scorer(kind)
        if fitted is None:
            continue
        own = rows[kinds[rows] == kind]
        for some in (own[k : k + ROWS] for k in range(0, len(own), ROWS)):
            job.check()
            chosen = [candidates[i] for i in some.tolist()]
            model = fitted.second if company else fitted.first
            beside = company.table(chosen, scores[some], some) if company else None
            scores[some] = model.probabilities([c.features for c in chosen], beside)


def threshold(kind: str) -> float:
    """The probability below which no mark of ``kind`` is made."""
    fitted = scorer(kind)
    return fitted.threshold if fitted else DEFAULT_THRESHOLD


def strength(kind: str, probability: float) -> float:
    """What a reader sees of ``probability``: WEAKEST at the kind's threshold, 1 at 1, in the same order.

    Kinds differ in how sure one can be: the fitted thresholds lie between 0.12 (agency) and 0.30 (loaded). As they are, the
    probabilities would hide whole kinds from whoever asks for the strong cues only.
    """
    if scorer(kind) is None:
        return probability
    return float(probability ** (math.log(WEAKEST) / math.log(threshold(kind))))
