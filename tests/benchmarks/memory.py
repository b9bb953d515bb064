"""What fifty projects leave behind in one process: each is compared anew, kept, closed, opened again and closed.

Resident memory after each, against that after the fifth. To reach: no more than a tenth above it.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

from core import store
from core.compare import compare
from core.known import Known
from tests.benchmarks import events
from tests.benchmarks.measure import Table

PROJECTS, ARTICLES, WORDS = 50, 4, 400
SHOWN = (1, 5, 10, 20, 30, 40, 50)


def run() -> Table:
    """Megabytes after each project shown, and how many times those after the fifth."""
    sizes = []
    with tempfile.TemporaryDirectory(prefix="lesart-benchmark-") as folder:
        for number in range(PROJECTS):
            _one(Path(folder) / f"{number}.lesart", number)
            gc.collect()
            sizes.append(_resident())
    rows = tuple((f"{n}", sizes[n - 1], sizes[n - 1] / sizes[4]) for n in SHOWN)
    return Table("Memory after so many projects, opened and closed", ("projects", "MB", "of five"), rows)


def _one(path: Path, number: int) -> None:
    known = Known()
    found = compare(events.articles(ARTICLES, WORDS, seed=number), known=known)
    with store.Project.create(path, found) as project:
        project.remember(known.only_wanted())
    with store.Project(path) as project:
        assert len(project.comparison.articles) == ARTICLES
        Known(project.known())


def _resident() -> float:
    """The process's resident memory in megabytes."""
    if sys.platform.startswith("linux"):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * 4096 / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
