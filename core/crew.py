"""Further processes of the program, beside this one: plain Python keeps one core busy, however many threads it has.

A program that may have them says so (``employ``): a process that is started anew, as these are (copied, a window's threads
would not survive it), runs the program's main module again, and only who wrote that knows whether it may. They come up with the
first comparison that has text enough, and end with the program. Nobody waits for them: until they are there, and while they
are busy, this process does the work itself (``shared``).
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from core import cores
from core.job import Job

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Found = TypeVar("Found")

MOST = 3
"""Processes beside this one at most."""
AHEAD = 2
"""Items that a process is given at a time: one that it works on, and one that lies ready."""
LOOK = 0.1
"""Seconds between two looks at the job while the last items are done elsewhere."""


class Crew:
    """``count`` processes that work for one task of one comparison at a time, where that has ``enough`` characters of text;
    ``load`` is the first that each of them does."""

    def __init__(self, count: int, enough: int = 0, load: Callable[[], None] | None = None) -> None:
        self._count, self._enough, self._load = count, enough, load or _nothing
        self._pool: ProcessPoolExecutor | None = None
        self._up: list[Future[None]] = []
        self._lent = threading.Lock()

    def grow(self, count: int, enough: int, load: Callable[[], None]) -> None:
        """Be so many, for so much text, from the next comparison on; what was started is left as it is."""
        with self._lent:
            if self._pool is None:
                self._count, self._load = count, load
            self._enough = enough

    @contextmanager
    def lent(self, characters: int) -> Iterator[Crew]:
        """The processes for a comparison of so many ``characters``; none where that is little or others have them."""
        if not self._count or characters < self._enough or not self._lent.acquire(blocking=False):
            yield Crew(0)
            return
        try:
            self._start()
            yield self
        finally:
            self._lent.release()

    @property
    def ready(self) -> int:
        """How many of them have come up: all or none."""
        up = bool(self._up) and all(f.done() and not f.cancelled() and not f.exception() for f in self._up)
        return self._count if up else 0

    def submit(self, work: Callable[..., Any], *arguments: object) -> Future[Any] | None:
        """Have one of them do ``work``, where they are there."""
        if self._pool is None or not self.ready:
            return None
        try:
            return self._pool.submit(work, *arguments)
        except RuntimeError:  # one of them ended without a word, or the program is about to end
            self.end()
            return None

    def end(self) -> None:
        """End the processes at once, whatever they are at; they are not started again unless they ``grow`` again."""
        self._count = 0
        self.rest()

    def rest(self) -> None:
        """End the processes at once, whatever they are at, until the next comparison starts them again: one takes 200 MB, which a
        comparison of many articles needs for what follows."""
        self._up = []
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        for process in list((pool._processes or {}).values()):
            with suppress(OSError, ValueError):
                process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, context, initializer=_begin)
            self._up = [self._pool.submit(_come_up, self._load) for _ in range(self._count)]


@cache
def crew() -> Crew:
    """The processes of this program: none, unless it employs some."""
    return Crew(0)


def employ(enough: int, load: Callable[[], None]) -> None:
    """From now on comparisons of ``enough`` characters use the machine's other cores as well. The program's main module must
    do nothing when it is merely imported."""
    crew().grow(min(MOST, cores.count() - 1), enough, load)


@dataclass(frozen=True)
class Task(Generic[Item, Found]):
    """What is to be done with each item: ``here`` in this process, or ``there`` in another, which sends something that is
    ``unpacked`` here. ``weight``: how much work an item is, in any measure."""

    here: Callable[[Item], Found]
    there: Callable[[Item], Any]
    unpacked: Callable[[Item, Any], Found]
    weight: Callable[[Item], float]


def shared(items: Sequence[Item], task: Task[Item, Found], crew: Crew, job: Job) -> Iterator[tuple[Item, Found]]:
    """Each of ``items`` with what ``task`` makes of it, in the order in which they are done. Raises Cancelled."""
    left, own = deque(items), _Given(task, crew)
    pace: Pace[Item] = Pace(task.weight)
    try:
        while left or own.items:
            job.check()
            # They begin with the last one, this process with the first.
            while len(left) > 1 and not pace.lost and own.take(left[-1]):
                left.pop()
            here = [left.popleft()] if left else own.unbegun()
            for item in here:
                with pace.at(item):
                    found = task.here(item)
                yield item, found
            done, lost = own.finished(0 if here else LOOK)
            if not here and not done and pace.late(own.items):
                lost += own.give_up()
            pace.lost = pace.lost or bool(lost)
            left.extend(lost)
            yield from done
    finally:
        own.give_up()


class Pace(Generic[Item]):
    """How fast this process works, and how long it has waited for others: where the cores are busy with other programs, the
    other processes may be slow, and what they have is done here rather than waited for longer than that takes.

    ``lost``: whether they have failed once, and are given nothing more."""

    def __init__(self, weight: Callable[[Item], float]) -> None:
        self.lost = False
        self._weight, self._seconds, self._done = weight, 0.0, 0.0
        self._since: float | None = None

    @contextmanager
    def at(self, item: Item) -> Iterator[None]:
        """Work on ``item`` meanwhile."""
        begun, self._since = time.perf_counter(), None
        yield
        self._seconds += time.perf_counter() - begun
        self._done += self._weight(item)

    def late(self, items: Sequence[Item]) -> bool:
        """Whether the heaviest of ``items``, for which this process has been waiting since it last worked on one, would be done
        by now if it were done here."""
        self._since = self._since or time.perf_counter()
        heaviest = max(map(self._weight, items), default=0)
        return time.perf_counter() - self._since > heaviest * self._seconds / max(1, self._done)


class _Given(Generic[Item, Found]):
    """The items that a ``crew`` was given."""

    def __init__(self, task: Task[Item, Found], crew: Crew) -> None:
        self._task, self._crew = task, crew
        self._running: dict[Future[Any], Item] = {}

    @property
    def items(self) -> list[Item]:
        """Those that are not done."""
        return list(self._running.values())

    def take(self, item: Item) -> bool:
        """Give them ``item``, if one of them is there and has less than AHEAD to do; whether it was taken."""
        if len(self._running) >= AHEAD * self._crew.ready:
            return False
        future = self._crew.submit(self._task.there, item)
        if future is not None:
            self._running[future] = item
        return future is not None

    def unbegun(self) -> list[Item]:
        """Take an item back that still waits for another one, the last that was given, if there is one."""
        if len(self._running) <= self._crew.ready:
            return []
        future, item = self._running.popitem()
        future.cancel()
        return [item]

    def finished(self, seconds: float) -> tuple[list[tuple[Item, Found]], list[Item]]:
        """What is done, at the latest after ``seconds``; and the items of a process that ended without a word."""
        found, lost = [], []
        ended = wait(self._running, seconds, FIRST_COMPLETED).done if self._running else set()
        for future in [f for f in self._running if f in ended]:  # in the order in which they were given, errors too
            item = self._running.pop(future)
            if isinstance(future.exception(), BrokenProcessPool):
                lost.append(item)
            else:
                found.append((item, self._task.unpacked(item, future.result())))
        return found, lost

    def give_up(self) -> list[Item]:
        """Take back all that is not done."""
        items, running, self._running = self.items, self._running, {}
        for future in running:
            future.cancel()
        return items


def _nothing() -> None:
    pass


def _begin() -> None:
    """In a process that has just begun: Ctrl+C is its parent's business, and it ends when its parent does, however."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=[parent], daemon=True).start()


def _come_up(load: Callable[[], None]) -> None:
    load()
    gc.freeze()  # what was loaded stays, and is not searched for rubbish again and again
    gc.set_threshold(100_000)


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(0)
