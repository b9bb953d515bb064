"""How long a comparison takes to stop once it is not wanted, made-up articles of 600 words.

Cancelled at MOMENTS times, spread evenly over what the whole takes, so that every stage has its share of them; from the
call of ``cancel`` to when ``compare`` has let go of everything and raised ``Cancelled``.

To reach: within 200 ms at every stage.
"""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from threading import Timer

from core import crew, workers
from core.compare import compare
from core.errors import Cancelled
from core.job import Job
from core.model import Article
from tests.benchmarks import events
from tests.benchmarks.measure import Table, seconds

SIZES = (20, 200)
MOMENTS = 16
LEAST = 0.2
"""Seconds in which it is to stop."""


class Timed(Job):
    """Knows its stage, and when it was cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = "stage.reading"
        self.at = 0.0

    def report(self, done: int, total: int, label: str) -> None:
        self.stage = label

    def cancel(self) -> None:
        self.at = time.perf_counter()
        super().cancel()


def run() -> Table:
    """Milliseconds of the median and of the slowest stop by stage, and the slowest in parts of the 200 ms."""
    workers.employ(workers.IN_A_WINDOW)
    compare(events.articles(5, seed=3))
    while not crew.crew().ready:
        time.sleep(0.1)
    rows: list[tuple[str | float, ...]] = []
    for size in SIZES:
        for stage, taken in _stops(events.articles(size)).items():
            slowest = max(taken)
            own = (len(taken), 1000 * statistics.median(taken), 1000 * slowest, slowest / LEAST)
            rows.append((f"{size} articles, {stage.removeprefix('stage.')}", *own))
    return Table("Cancelling a comparison", ("when", "times", "median ms", "slowest ms", "of 200 ms"), tuple(rows))


def _stops(articles: Sequence[Article]) -> dict[str, list[float]]:
    """The seconds of each stop, by the stage in which it was asked for."""
    whole = seconds(lambda: compare(articles))
    found: dict[str, list[float]] = defaultdict(list)
    for moment in range(MOMENTS):
        job = Timed()
        timer = Timer(whole * (moment + 0.5) / MOMENTS, job.cancel)
        timer.start()
        try:
            compare(articles, job=job)
        except Cancelled:
            found[job.stage].append(time.perf_counter() - job.at)
        # Over before it was its turn.
        timer.cancel()
    return found
