"""Fit the weights of ``core.lineage.kinship``: ``python -m core.lineage.fit --sets FOLDER [--events FOLDER]``.

``--sets``: articles with known descent (``core.lineage.gold``). Their edges and siblings are the positive examples,
pairs that owe one another nothing the negative ones; pairs of one family without an edge between them (a grandparent,
two copies of one text) are left out, for it is not told how much they share. ``--events``: annotated events
(``core.gold``) in which two articles were written from one agency's text and the others on their own; the positive
pair is the one that shares COPIED of its runs of words, which no other pair of an event comes near.

A ridge-penalised logistic regression, fitted with Newton's method. Prints, for every set left out in turn, what the
weights of the others find.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from core import gold as events
from core.compare import compare
from core.lineage import gold
from core.lineage.direction import direction
from core.lineage.gold import Descent
from core.lineage.kinship import FEATURES, measure, probability
from core.lineage.witness import Witnesses
from core.model import Article, Comparison, Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MODEL = Path(__file__).parents[2] / "resources" / "models" / "lineage.json"
COPIED = 0.1
"""Share of common runs: in every event one pair has 12 % and more, all the others have at most 4 %."""
RIDGE = 0.3
Row = tuple[str, tuple[float, ...], bool]
"""Set, features, whether the two are related."""


def rows_of_set(descent: Descent, witnesses: Witnesses) -> Iterator[Row]:
    """The examples of one set."""
    ids = {name: article.id for name, article in descent.articles}
    related = {frozenset((ids[s], ids[c])) for s, c, _ in descent.edges}
    related |= {frozenset((ids[a], ids[b])) for group in descent.siblings for a, b in combinations(group, 2)}
    kin = {frozenset(ids[n] for n in pair) for pair in descent.kin()}
    for a, b in combinations(sorted(witnesses.order), 2):
        pair = frozenset((a, b))
        if pair in related or pair not in kin:
            source, copy, _ = direction(witnesses, a, b)
            yield descent.name, measure(witnesses, source, copy).features(), pair in related


def rows_of_event(name: str, witnesses: Witnesses) -> Iterator[Row]:
    """The examples of one event."""
    for a, b in combinations(sorted(witnesses.order), 2):
        source, copy, _ = direction(witnesses, a, b)
        kin = measure(witnesses, source, copy)
        yield name, kin.features(), kin.wording >= COPIED


def compared(articles: Sequence[Article]) -> Comparison:
    """The articles compared as the program compares them, but for the lenses: no edge depends on a cue."""
    return compare(list(articles), Settings(lenses=()))


def event_articles(folder: Path) -> tuple[Article, ...]:
    """The articles of one annotated event, with the outlets and dates of its gold."""
    told = {a["file"]: a for a in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["articles"]}
    return tuple(
        replace(a, outlet=told[Path(a.source).name]["outlet"], published=told[Path(a.source).name].get("date"))
        for a in events.read(folder).articles
    )


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Weights by feature, and ``bias``."""
    import numpy as np

    x = np.array([features for _, features, _ in rows])
    y = np.array([float(related) for _, _, related in rows])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    design: Floats = np.c_[np.ones(len(x)), (x - mean) / spread]
    penalty = np.eye(design.shape[1]) * RIDGE
    penalty[0, 0] = 1e-6
    weights = np.zeros(design.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-design @ weights))
        slope = design.T * (p * (1 - p) + 1e-9) @ design + penalty
        weights += np.linalg.solve(slope, design.T @ (y - p) - penalty @ weights)
    scaled = weights[1:] / spread
    bias = weights[0] - float((weights[1:] * mean / spread).sum())
    return {"bias": float(bias)} | {name: float(w) for name, w in zip(FEATURES, scaled, strict=True)}


def left_out(rows: Sequence[Row]) -> Iterator[tuple[str, float, bool]]:
    """Set, probability and truth of every example, by weights that saw nothing of its set."""
    for name in dict.fromkeys(r[0] for r in rows):
        weights = fit([r for r in rows if r[0] != name])
        for own, features, related in rows:
            if own == name:
                yield name, probability(features, weights), related


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(prog="python -m core.lineage.fit")
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--events", type=Path)
    args = parser.parse_args()
    rows: list[Row] = []
    for descent in gold.read_all(args.sets):
        rows += rows_of_set(descent, Witnesses(compared([a for _, a in descent.articles])))
    for folder in sorted(p.parent for p in args.events.glob("*/gold.json")) if args.events else ():
        rows += rows_of_event(folder.name, Witnesses(compared(event_articles(folder))))
    found = list(left_out(rows))
    right = sum(p >= 0.5 and truth for _, p, truth in found)
    print(
        f"left out: {right} right, {sum(p >= 0.5 and not t for _, p, t in found)} wrong, of {sum(t for *_, t in found)}"
    )
    weights = {name: round(value, 4) for name, value in fit(rows).items()}
    print(weights)
    MODEL.write_text(json.dumps({"weights": weights}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
