"""Events compared by the workers of a running dask.distributed cluster (optional extra ``lesart[cluster]``).

The only user of dask. Scheduler and workers run whatever they are sent: only a cluster that one trusts is for this. Every
worker needs this same version of Lesart.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from typing import Any

from core.batch.work import Outcome, Task, compare_event
from core.errors import UserError

PATIENCE = 15
"""Seconds to find the scheduler in."""


class Cluster:
    """The workers of the scheduler at ``address`` (``tcp://host:port``). Raises UserError where it cannot be reached, or
    where the extra is not installed. What a lost worker had is sent to another one by the scheduler itself."""

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError as error:
            raise UserError("error.batch.no_cluster", address) from error
        self._dask: Any = distributed
        try:
            self._client = self._dask.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise UserError("error.batch.scheduler", address) from error

    @property
    def slots(self) -> int:
        """Two for each thread of the workers, so that none waits for its next event."""
        return max(2, 2 * int(sum(self._client.nthreads().values())))

    def submit(self, task: Task) -> Future[Outcome]:
        """Send ``task`` to a worker."""
        found: Future[Outcome] = self._client.submit(compare_event, task, pure=False)
        return found

    def finished(self, running: Sequence[Future[Outcome]], seconds: float) -> Sequence[Future[Outcome]]:
        """Those that are finished, at the latest after ``seconds``."""
        try:
            with self._client.as_current():
                done: Sequence[Future[Outcome]] = list(self._dask.wait(running, seconds, "FIRST_COMPLETED").done)
        except TimeoutError:
            return []
        return done

    def lost(self, error: BaseException) -> bool:
        """Whether ``error`` says that the workers that had it were all lost, or that it was taken back."""
        return isinstance(error, self._dask.KilledWorker | CancelledError)

    def close(self) -> None:
        """Take back what is not finished and leave the cluster."""
        self._client.close()
