"""Events compared in parallel on this machine, each in one of several processes."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from core import cores
from core.batch.work import Outcome, Task, compare_event


class Processes:
    """``jobs`` processes (None: one for each core). A process that ends without a word is replaced."""

    def __init__(self, jobs: int | None = None) -> None:
        self.slots = jobs or cores.count()
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, task: Task) -> Future[Outcome]:
        """Compare ``task`` as soon as a process is free."""
        if self._pool is None:
            # Started anew, not copied: what the window or a test has loaded is no business of theirs.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.slots, context, initializer=_leave_stopping_to_the_parent)
        try:
            return self._pool.submit(compare_event, task)
        except BrokenProcessPool:
            self._end()
            return self.submit(task)

    def finished(self, running: Sequence[Future[Outcome]], seconds: float) -> Sequence[Future[Outcome]]:
        """Those that are finished, at the latest after ``seconds``."""
        return [f for f in running if f in wait(running, seconds, FIRST_COMPLETED).done]

    def lost(self, error: BaseException) -> bool:
        """Whether ``error`` says that a process ended without a word."""
        return isinstance(error, BrokenProcessPool)

    def close(self) -> None:
        """End the processes, also those that are at work: what they compare is not wanted any more."""
        self._end()

    def _end(self) -> None:
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        own = list((pool._processes or {}).values())
        for process in own:
            with contextlib.suppress(OSError, ValueError):
                process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_stopping_to_the_parent() -> None:
    """Ctrl+C reaches the whole group of processes; the parent alone answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
