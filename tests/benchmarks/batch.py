"""``lesart batch``: twelve events of four articles of 400 words, by one process, by one for each core, and again.

The first row is what the batch has to be held against: the same events compared one after the other in this process. Its
processes have the models to load first, which is part of their time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from core import batch, cores
from core.batch import folders
from core.batch.processes import Processes
from core.batch.work import compare_event
from core.compare import compare
from core.model import Settings
from tests.benchmarks import events
from tests.benchmarks.measure import Table, interleaved, seconds

EVENTS, ARTICLES, WORDS = 12, 4, 400


def run() -> Table:
    """Seconds, and how many times those of the plain loop; medians of five, in turns."""
    compare(events.articles(2, 100, seed=3))  # the models are loaded
    with tempfile.TemporaryDirectory(prefix="lesart-benchmark-") as place:
        root = Path(place)
        folder = root / "events"
        for number in range(EVENTS):
            (folder / f"event {number:02}").mkdir(parents=True)
            for article in events.articles(ARTICLES, WORDS, seed=number):
                (folder / f"event {number:02}" / article.source).write_text(article.text, encoding="utf-8")
        count = [0]

        def anew(jobs: int) -> float:
            count[0] += 1
            return _run(folder, root / f"out {count[0]}", jobs)

        def loop() -> None:
            for event in folders.events(folder, root):
                compare_event(event.task(Settings(), "en"))

        _run(folder, root / "done", cores.count())
        ways: dict[str, Callable[[], float]] = {
            "one after the other, no batch": lambda: seconds(loop),
            "batch, one process": lambda: anew(1),
            f"batch, {cores.count()} processes": lambda: anew(cores.count()),
            "batch again, nothing changed": lambda: _run(folder, root / "done", cores.count()),
        }
        taken = interleaved(ways)
        plain = taken["one after the other, no batch"]
    rows = tuple((name, time, time / plain) for name, time in taken.items())
    title = f"A batch of {EVENTS} events of {ARTICLES} articles of {WORDS} words"
    return Table(title, ("what", "seconds", "of the plain loop"), rows)


def _run(folder: Path, out: Path, jobs: int) -> float:
    ended: list[batch.Run] = []
    taken = seconds(lambda: ended.append(batch.run(folder, out, lambda: Processes(jobs), Settings())))
    # What failed took no time: such a run measures nothing.
    assert not ended[0].failed, ended[0].failed[0].sentence
    return taken
