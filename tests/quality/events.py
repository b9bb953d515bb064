"""Annotated events compared as a reader would have them compared: through the one door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.compare import compare
from core.framing.evidence import Evidence
from core.framing.gold import Event, marked
from core.language.encoder import Encoder
from core.model import Article, Comparison


@dataclass(frozen=True)
class Compared:
    """An event, what its annotators found (``gold``, as its file has it), and what Lesart found."""

    name: str
    gold: dict[str, Any]
    articles: dict[str, Article]
    comparison: Comparison

    @property
    def event(self) -> Event:
        """The framing entries with their places."""
        c = self.comparison
        return marked(
            self.gold, self.name, self.articles, Evidence(c.articles, {}, c.claims, c.links, c.groups, Encoder())
        )


def compared(folder: Path) -> Iterator[Compared]:
    """Every event below ``folder`` that has a ``gold.json``, by name."""
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        comparison = compare([path.parent / a["file"] for a in gold["articles"]])
        by_name = {Path(a.source).name: a for a in comparison.articles}
        yield Compared(path.parent.name, gold, {a["id"]: by_name[a["file"]] for a in gold["articles"]}, comparison)
