"""Pairs of claims to probabilities: a fitted model in two steps, run by numpy alone.

1. each pair by itself (``pairs``); 2. the same with what the other pairs say of it (``company``). In each step
gradient-boosted trees (Friedman 2001) and a logistic regression have an equal say. Fitted by
``python -m core.alignment.fit`` on annotated events; the weights are ``resources/models/links.npz``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


ROWS = 16_384
"""Rows at a time that the trees are asked of: what they ask stays in the processor's cache."""
FEW = 1024
"""Rows at a time for the line."""


@dataclass(frozen=True)
class Trees:
    """Binary trees as arrays, one row a tree: a leaf's ``feature`` is -1. Values are log-odds, summed."""

    feature: NDArray[np.int16]
    threshold: NDArray[Any]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: Floats
    baseline: float
    depth: int

    def log_odds(self, *tables: NDArray[Any]) -> Floats:
        """One log-odds per row of ``tables``, which have all features side by side.

        Every inner node is asked of all rows at once, column by column: a tenth of the time of going down the trees row by
        row. The leaves of some trees make one number, by which the sum of their values is looked up.
        """
        out = np.full(len(tables[0]), self.baseline, dtype=np.float64)
        for start in range(0, len(out), ROWS):
            columns = [column for x in tables for column in np.ascontiguousarray(x[start : start + ROWS].T)]
            for trees, sums in self._together:
                out[start : start + ROWS] += sums.take(_leaves(trees, self.depth, columns))
        return out.astype(np.float32)

    @cached_property
    def _together(self) -> list[tuple[list[_Node | None], NDArray[np.float64]]]:
        """Trees whose leaves' numbers fit into a byte together, and the sum of their values for each such byte."""
        count = max(1, 8 // max(1, self.depth))
        return [self._bundle(range(k, min(k + count, len(self.feature)))) for k in range(0, len(self.feature), count)]

    def _bundle(self, trees: range) -> tuple[list[_Node | None], NDArray[np.float64]]:
        nodes, sums = [self._node(tree, 0) for tree in trees], np.zeros(1, dtype=np.float64)
        for tree, node in zip(trees, nodes, strict=True):
            values = np.zeros(1 << self.depth, dtype=np.float64)
            for number, leaf in self._numbered(node, tree, 0):
                values[number] = self.value[tree, leaf]
            sums = np.add.outer(values, sums).ravel()
        return nodes, sums

    def _node(self, tree: int, at: int) -> _Node | None:
        if self.feature[tree, at] < 0:
            return None
        left, right = (self._node(tree, int(side[tree, at])) for side in (self.left, self.right))
        below = max((node.high * np.uint8(2) for node in (left, right) if node), default=np.uint8(1))
        return _Node(int(self.feature[tree, at]), self.threshold[tree, at], left, right, below)

    def _numbered(self, node: _Node | None, tree: int, at: int) -> Iterator[tuple[int, int]]:
        """The leaves from the node ``at`` on, each after its number as ``_number`` finds it."""
        if node is None:
            yield 0, at
            return
        for number, leaf in self._numbered(node.left, tree, int(self.left[tree, at])):
            yield int(node.high) | number, leaf
        yield from self._numbered(node.right, tree, int(self.right[tree, at]))


@dataclass(frozen=True, slots=True)
class _Node:
    """An inner node; leaves are None. The numbers of leaves to its left have the bit ``high``, the others below it have not."""

    feature: int
    threshold: Any
    left: _Node | None
    right: _Node | None
    high: np.uint8


def _leaves(trees: list[_Node | None], depth: int, columns: Sequence[NDArray[Any]]) -> Any:
    """The numbers of the leaves that each column comes to, of each tree's ``depth`` bits, the first tree's lowest."""
    out = _number(trees[0], columns)
    for k, tree in enumerate(trees[1:], 1):
        # A shift of bytes takes ten times as long.
        out = _number(tree, columns) * np.uint8(1 << depth * k) + out
    return out


def _number(node: _Node | None, columns: Sequence[NDArray[Any]]) -> Any:
    """The number of the leaf that each column comes to from ``node`` on; the one number where there is no choice."""
    if node is None:
        return np.uint8(0)
    low = (columns[node.feature] <= node.threshold).view(np.uint8)
    if node.left is None and node.right is None:
        return low
    left, right = _number(node.left, columns), _number(node.right, columns)
    # Left where low is 1 and right where it is 0: numpy's own choice between two arrays takes three times as long.
    left = left | node.high if node.left is None else np.bitwise_or(left, node.high, out=left)
    if node.right is None:
        return np.multiply(low, left, out=low)
    np.multiply(low, left ^ right if node.left is None else np.bitwise_xor(left, right, out=left), out=low)
    return np.bitwise_xor(low, right, out=low)


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression on standardised features."""

    mean: Floats
    scale: Floats
    weight: Floats
    bias: float

    def log_odds(self, *tables: Floats) -> Floats:
        """One log-odds per row of ``tables``, which have all features side by side; features are held within six standard
        deviations."""
        ends = np.cumsum([x.shape[1] for x in tables]).tolist()
        parts = [self.part(x, slice(end - x.shape[1], end)) for x, end in zip(tables, ends, strict=True)]
        return np.asarray(np.sum(parts, axis=0) + np.float32(self.bias), dtype=np.float32)

    def part(self, x: Floats, own: slice) -> Floats:
        """What the features ``own``, the columns of ``x``, add to the log-odds."""
        out = np.empty(len(x), dtype=np.float32)
        for start in range(0, len(x), FEW):
            z = x[start : start + FEW] - self.mean[own]
            z /= self.scale[own]
            out[start : start + FEW] = np.clip(z, -6, 6, out=z) @ self.weight[own]
        return out


@dataclass(frozen=True, slots=True)
class Coded:
    """Rows of features as ``Step.probability_of`` reads them, in a quarter of their room.

    ``codes``: how many of the trees' thresholds lie below each feature, which is all that they ask; ``line``: what the
    features add up to in the line.
    """

    codes: NDArray[np.uint8]
    line: Floats


@dataclass(frozen=True)
class Step:
    """Trees and a line, and the names of the features in their order."""

    names: tuple[str, ...]
    trees: Trees
    line: Line

    @cached_property
    def _cuts(self) -> list[Floats]:
        """The trees' thresholds on each feature, in order."""
        inner = self.trees.feature >= 0
        asked, cut = self.trees.feature[inner], self.trees.threshold[inner]
        return [np.unique(cut[asked == k]) for k in range(len(self.names))]

    @cached_property
    def _of_codes(self) -> Trees:
        """The trees that ask for codes."""
        place = np.zeros(self.trees.threshold.shape, dtype=np.uint8)
        for k, cuts in enumerate(self._cuts):
            own = self.trees.feature == k
            place[own] = np.searchsorted(cuts, self.trees.threshold[own])
        return replace(self.trees, threshold=place)

    def code(self, x: Floats, first: int = 0) -> Coded:
        """The columns ``x`` of features, from the feature numbered ``first`` on."""
        columns = range(first, first + x.shape[1])
        codes = np.empty(x.shape[::-1], dtype=np.uint8).T
        for k, column in zip(columns, x.T, strict=True):
            # At most 255, as the fit looks at so many at most.
            codes[:, k - first] = np.searchsorted(self._cuts[k], column)
        return Coded(codes, self.line.part(x, slice(first, columns.stop)))

    def probability_of(self, parts: Sequence[Coded]) -> Floats:
        """``probability`` of what was coded in ``parts``, which have all features between them in their order."""
        line = np.sum([part.line for part in parts], axis=0) + np.float32(self.line.bias)
        return _mean(self._of_codes.log_odds(*(part.codes for part in parts)), line)

    def probability(self, *tables: Floats) -> Floats:
        """The mean of both models' probabilities, one per row of ``tables``, which have all features side by side."""
        return _mean(self.trees.log_odds(*tables), self.line.log_odds(*tables))


BARE = 0.25
"""The most that a pair with nothing in common is worth: of 51,000 links of annotated events, by models that saw others, 362
were such pairs. Of those between 0.26 and 0.5 a quarter were right, of those between 0.5 and 0.7 a tenth to a third, above
that none: in short articles what is left over stands out among its neighbours, for want of anything better."""
FAR = 0.2
"""The cosine, and the mean of pieces' best partners, below which two claims have no meaning in common."""
COMMON = ("cosine", "late", "names_shared", "figures_same")


def held(p: Floats, x: Floats, names: Sequence[str]) -> Floats:
    """``p`` with BARE at most for the pairs of claims that have neither meaning nor a name nor a figure in common.

    ``x``: a row for each pair, whose columns ``names`` have COMMON among them."""
    cosine, late, shared, same = (x[:, names.index(name)] for name in COMMON)
    bare = (cosine < FAR) & (late < FAR) & (shared <= 0) & (same <= 0)
    return np.where(bare, np.minimum(p, np.float32(BARE)), p)


def _mean(*log_odds: Floats) -> Floats:
    """The mean of both models' probabilities."""
    both = [1 / (1 + np.exp(-own.astype(np.float64))) for own in log_odds]
    return np.asarray((both[0] + both[1]) / 2, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Scorer:
    """Both steps, and the threshold that was best in cross-validation."""

    alone: Step
    together: Step
    threshold: float


@cache
def load() -> Scorer:
    """The fitted scorer that ships with this version."""
    with as_file(files("resources") / "models" / "links.npz") as path, np.load(path, allow_pickle=False) as data:
        table = {name: data[name] for name in data.files}
    return Scorer(_step(table, "alone"), _step(table, "together"), float(table["threshold"]))


def _step(table: dict[str, Any], name: str) -> Step:
    own = {key.removeprefix(name + "."): value for key, value in table.items() if key.startswith(name + ".")}
    trees = Trees(
        own["feature"], own["split"], own["left"], own["right"], own["value"], float(own["baseline"]), int(own["depth"])
    )
    return Step(
        tuple(str(n) for n in own["names"]), trees, Line(own["mean"], own["scale"], own["weight"], float(own["bias"]))
    )


def pack(step: Step, name: str) -> dict[str, Any]:
    """``step`` as arrays, the inverse of what ``load`` does."""
    trees, line = step.trees, step.line
    own = {
        "names": np.array(step.names), "feature": trees.feature, "split": trees.threshold, "left": trees.left,
        "right": trees.right, "value": trees.value, "baseline": trees.baseline, "depth": trees.depth, "mean": line.mean,
        "scale": line.scale, "weight": line.weight, "bias": line.bias,
    }  # fmt: skip
    return {f"{name}.{key}": value for key, value in own.items()}
