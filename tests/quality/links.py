"""The links of comparisons against those of a careful reader."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core import gold
from core.alignment.measure import Counts, Target, count
from core.model import Comparison
from tests.quality.events import Compared


def of(comparison: Comparison, event: gold.Event) -> Counts:
    """The counts of one event."""
    row = {claim.id: k for k, claim in enumerate(comparison.claims)}
    made = ((min(row[x.a], row[x.b]), max(row[x.a], row[x.b])) for x in comparison.links)
    return count(made, Target.of(event, comparison.claims))


def table(compared: Iterable[Compared], folder: Path) -> dict[str, Counts]:
    """The counts of every event below ``folder``, and of all together."""
    rows = {one.name: of(one.comparison, gold.read(folder / one.name)) for one in compared}
    return {**rows, "all events": sum(rows.values(), Counts())}


def lines(rows: dict[str, Counts]) -> list[str]:
    """The table."""
    return [f"{name:>22}  {counts}" for name, counts in rows.items()]


def rates(counts: Counts) -> dict[str, float]:
    """For ``resources/error_rates.json``: the share of a reader's links found, and of the links made that are right."""
    return {"links.found": round(counts.recall, 3), "links.right": round(counts.precision, 3)}
