"""Many events at once, for researchers: every sub-folder of a folder is an event and is compared by itself.

1. ``folders``: the events and what their files hold; what is done already is left as it is
2. ``work``: one event compared, in a process of its own or on a worker of a cluster (``processes``, ``cluster``)
3. ``summary``: one table over all events, groups and cues

Each event's outcome is kept under a digest of its files, of the settings and of the program (``folders.key``), so that an
interrupted run goes on where it stopped and a changed file is compared again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from core.batch import folders
from core.batch.work import Outcome, Task
from core.errors import UserError
from core.job import Job
from core.model import Settings
from core.phrases import say

LOOK = 0.15
"""Seconds between two looks at the job while nothing is finished."""
TRIES = 2
"""How often an event is tried whose process ended without a word."""


class Pool(Protocol):
    """What compares events elsewhere. ``slots``: how many at a time; ``Lost`` is raised where a process was lost."""

    @property
    def slots(self) -> int: ...

    def submit(self, task: Task) -> Future[Outcome]: ...

    def finished(self, running: Sequence[Future[Outcome]], seconds: float) -> Sequence[Future[Outcome]]: ...

    def lost(self, error: BaseException) -> bool: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Failed:
    """What could not be compared: the event, its file (empty: the whole event) and why, a sentence."""

    event: str
    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended: how many events there are, how many were compared now or before, and what failed."""

    events: int
    compared: int
    before: int
    failed: tuple[Failed, ...]


def run(
    folder: Path, out: Path, pool: Callable[[], Pool], settings: Settings, language: str = "en", job: Job | None = None
) -> Run:
    """Compare every event below ``folder`` and write ``summary.parquet`` and ``summary.csv`` into ``out``.

    ``pool`` is called only where there is something to do. Raises UserError where there is no event or where ``out``
    cannot be written; Cancelled leaves what was finished for the next run.
    """
    from core.batch import summary

    job = job or Job()
    events = folders.events(folder, out)
    kept = folders.prepare(out)
    outcomes: dict[str, Outcome] = {}
    waiting: list[folders.Event] = []
    for done, event in enumerate(events):
        job.step(done, len(events), "stage.batch.looking")
        found = folders.finished(kept, event, event.key(settings, language))
        if found is None:
            waiting.append(event)
        else:
            outcomes[event.name] = found
    before = len(outcomes)
    for name, outcome in _compared(waiting, pool, settings, language, job, before):
        outcomes[name] = outcome
        if outcome.final:
            folders.keep(kept, name, outcome)
    ordered = [(event.name, outcomes[event.name]) for event in events]
    folders.forget(kept, {event.name for event in events})
    summary.write(out, ordered)
    failed = [Failed(name, file, sentence) for name, outcome in ordered for file, sentence in outcome.failures]
    good = sum(bool(outcome.rows) for _, outcome in ordered)
    return Run(len(events), good, before, tuple(failed))


def _compared(
    events: Sequence[folders.Event],
    make: Callable[[], Pool],
    settings: Settings,
    language: str,
    job: Job,
    before: int,
) -> Iterator[tuple[str, Outcome]]:
    """The outcomes as they come. An event whose process was lost is tried again, alone, as it may be to blame."""
    if not events:
        return
    pool = make()
    waiting, suspects = deque(events), deque[folders.Event]()
    running: dict[Any, folders.Event] = {}
    tries: dict[str, int] = {}
    total, done = before + len(events), before
    try:
        while waiting or suspects or running:
            while (waiting or suspects) and len(running) < (1 if suspects else pool.slots):
                event = suspects.popleft() if suspects else waiting.popleft()
                running[pool.submit(event.task(settings, language))] = event
            job.step(done, total, "stage.batch")
            for future in pool.finished(list(running), LOOK):
                event = running.pop(future)
                error = future.exception()
                if error is not None and pool.lost(error) and tries.setdefault(event.name, 1) < TRIES:
                    tries[event.name] += 1
                    suspects.append(event)
                    continue
                done += 1
                yield event.name, future.result() if error is None else _unexpected(event.name, error, language)
        job.step(done, total, "stage.batch")
    finally:
        pool.close()


def _unexpected(name: str, error: BaseException, language: str) -> Outcome:
    """What is told of an event whose comparison ended with a bug or without its process; it is tried again next time."""
    said = error.say(language) if isinstance(error, UserError) else say(
        "error.batch.event", language, event=name, what=type(error).__name__
    )  # fmt: skip
    return Outcome("", (), (("", said),), final=False)
