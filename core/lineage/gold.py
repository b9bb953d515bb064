"""Sets of articles with known descent (``tests/gold/lineage``): read by the fitting and the measurement, never by a
comparison."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from core import reading
from core.model import Article


@dataclass(frozen=True, slots=True)
class Descent:
    """One set: its articles by their short ids, edges as (source, copy, kind), lists of siblings."""

    name: str
    articles: tuple[tuple[str, Article], ...]
    edges: tuple[tuple[str, str, str], ...]
    siblings: tuple[tuple[str, ...], ...]

    def kin(self) -> set[frozenset[str]]:
        """Every two articles that go back to one text, in or outside the set."""
        parent = {copy: source for source, copy, _ in self.edges}

        def root(name: str) -> str:
            while name in parent:
                name = parent[name]
            return next(("+".join(group) for group in self.siblings if name in group), name)

        names = [name for name, _ in self.articles]
        return {frozenset((a, b)) for a in names for b in names if a < b and root(a) == root(b)}


def read(folder: Path) -> Descent:
    """The set in ``folder``; outlets and dates are those of its ``descent.json``."""
    told = json.loads((folder / "descent.json").read_text(encoding="utf-8"))
    articles = tuple(
        (
            a["id"],
            replace(
                reading.read(folder / a["file"])[0], outlet=a["outlet"], published=a["date"], language=a["language"]
            ),
        )
        for a in told["articles"]
    )
    edges = tuple((e["from"], e["to"], e["kind"]) for e in told["edges"])
    return Descent(folder.name, articles, edges, tuple(tuple(s) for s in told.get("siblings", ())))


def read_all(folder: Path) -> list[Descent]:
    """All sets below ``folder``, sorted by name."""
    return [read(p.parent) for p in sorted(folder.glob("*/descent.json"))]
