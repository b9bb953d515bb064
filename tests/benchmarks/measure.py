"""Interleaved runs of several ways to do a thing, their medians, and the table that shows the ratios."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

RUNS = 5
"""A median needs at least so many."""


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds that ``work`` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def interleaved(ways: Mapping[str, Callable[[], float]], runs: int = RUNS) -> dict[str, float]:
    """The median of ``runs`` measurements of each way, taken in turns so that a busy moment hits all alike.

    Each way returns its own seconds (``seconds`` measures), so that what it sets up first does not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, way in ways.items():
            taken[name].append(way())
    return {name: statistics.median(values) for name, values in taken.items()}


@dataclass(frozen=True, slots=True)
class Table:
    """What one benchmark found: ``rows`` of cells under ``columns``."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float, ...], ...]

    def text(self) -> str:
        cells = [[*self.columns], *([_cell(c) for c in row] for row in self.rows)]
        widths = [max(len(row[k]) for row in cells) for k in range(len(self.columns))]
        lines = ["  ".join(c.ljust(w) if k == 0 else c.rjust(w) for k, (c, w) in enumerate(zip(row, widths, strict=True)))
                 for row in cells]  # fmt: skip
        return "\n".join([self.title, *lines])

    def plain(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {"title": self.title, "columns": list(self.columns), "rows": [list(row) for row in self.rows]}


def _cell(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.4g}"


def machine() -> str:
    """The line that says on what a run was measured."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, Python {platform.python_version()}"
