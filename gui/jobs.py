"""The gate to threads: work runs in one, its news and its result come back on the main thread.

No other module of the window starts a thread. Work gets values and gives a value back; it never sees a widget.
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from core.errors import Cancelled, UserError
from core.job import Job

NEWS_INTERVAL = 0.05
"""Seconds between two reports that reach the window: a loop may report thousands of times a second."""
STACK = 32 * 1024 * 1024
"""Bytes; some systems give a second thread half a megabyte, too little for deep parsers."""

TURN = 0.001
"""Seconds after which a thread lets another one run (Python's own 0.005). Measured while the sample was compared on a
machine with four times the work it had cores for: the window's worst wait fell from 0.69 to 0.30 s, the usual one from
0.05 to 0.03 s."""
WAIT = 0.1


class Run(QThread):
    """One piece of work under way. ``progressed`` arrives on the main thread: done, total, the stage's phrase key."""

    progressed = Signal(int, int, str)
    _succeeded = Signal(object)
    _refused = Signal(object)
    _crashed = Signal(object, str)

    def __init__(
        self,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        jobs: Jobs,
        quiet: bool = False,
        certain: bool = False,
        after: Run | None = None,
    ) -> None:
        super().__init__(jobs)
        self.setStackSize(STACK)
        self.job = _NewsJob(self)
        self._work = work
        self._done = done
        self._jobs = jobs
        self.quiet, self.certain = quiet, certain
        self.ended = threading.Event()
        self._after = after.ended if after else None
        # Bound methods of an object of the main thread: that is what makes these connections queued.
        self._succeeded.connect(self._deliver)
        self._refused.connect(self._refuse)
        self._crashed.connect(self._crash)

    def run(self) -> None:
        """Do the work (in the thread)."""
        try:
            while self._after and not self._after.wait(WAIT):
                self.job.check()
            self.job.check()
            result = self._work(self.job)
            self.job.check()
        except Cancelled:
            return
        except UserError as error:
            self._refused.emit(error)
        except Exception as error:  # a bug anywhere in the work must reach the reader, not end the program
            self._crashed.emit(error, traceback.format_exc())
        else:
            self._succeeded.emit(result)
        finally:
            self.ended.set()

    @Slot(object)
    def _deliver(self, result: object) -> None:
        if not self.job.cancelled:
            self._done(result)

    @Slot(object)
    def _refuse(self, error: UserError) -> None:
        if not self.job.cancelled and not self.quiet:
            self._jobs.refused.emit(error)

    @Slot(object, str)
    def _crash(self, error: Exception, trace: str) -> None:
        if self.certain or not self.quiet:
            self._jobs.crashed.emit(error, trace)


class _NewsJob(Job):
    """Hands on reports as signals, not more often than the window can paint them."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._last = 0.0
        self._label = ""

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._stop.is_set()

    def report(self, done: int, total: int, label: str) -> None:
        now = time.monotonic()
        if label == self._label and now - self._last < NEWS_INTERVAL:
            return
        self._last, self._label = now, label
        self._run.progressed.emit(done, total, label)


class Jobs(QObject):
    """Starts work and keeps it until it has ended."""

    started = Signal(object)
    """A Run."""
    idle = Signal()
    """Nothing is under way that is still wanted."""
    refused = Signal(object)
    """A UserError: the reader's or the file's fault."""
    crashed = Signal(object, str)
    """Any other exception, and its traceback."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[Run] = []
        sys.setswitchinterval(TURN)

    def start(
        self,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        quiet: bool = False,
        certain: bool = False,
        after: Run | None = None,
    ) -> Run:
        """Run ``work(job)`` in a thread and give its result to ``done`` on the main thread.

        A UserError or a crash is emitted instead; after ``cancel`` nothing comes, whatever the work still does.
        ``quiet`` work is nothing that the reader waits for: it is neither shown nor counted as busy, and its errors
        are not told. ``certain`` work (saving) is done whatever is cancelled, and before the window is gone; of a bug in
        it the reader hears even if it is quiet. With ``after`` it begins when that run has ended.
        """
        run = Run(work, done, self, quiet, certain, after)
        self._runs.append(run)
        run.finished.connect(self._sweep)
        if not quiet:
            self.started.emit(run)
        run.start(QThread.Priority.LowPriority)
        return run

    @property
    def busy(self) -> bool:
        """Whether anything is under way that was not cancelled."""
        return any(not run.job.cancelled and not run.quiet for run in self._runs)

    def cancel(self) -> None:
        """Ask everything under way to stop; its results are no longer wanted."""
        for run in self._runs:
            if not run.quiet and not run.certain:
                run.job.cancel()
        self.idle.emit()

    def finish(self) -> None:
        """Stop what may be stopped and wait for the threads: nothing may run while Qt is taken down."""
        for run in self._runs:
            if not run.certain:
                run.job.cancel()
        for run in self._runs:
            run.wait()
        self.idle.emit()

    @Slot()
    def _sweep(self) -> None:
        """Let go of the run that ended. Of that one alone: what it had to say stood before its end in the queue, where
        another's result may still be waiting."""
        run = self.sender()
        if isinstance(run, Run) and run in self._runs:
            self._runs.remove(run)
            run.deleteLater()
        if not self.busy:
            self.idle.emit()
