"""A job: how long work tells how far it is, and learns that it is no longer wanted."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

from core.errors import Cancelled

T = TypeVar("T")


class Job:
    """Silent and cancellable; the terminal's bar and the window's are its subclasses.

    ``report`` is called from the thread that works; ``cancel`` from any thread.
    """

    def __init__(self) -> None:
        self._stop = threading.Event()

    def report(self, done: int, total: int, label: str) -> None:
        """Say that ``done`` of ``total`` steps of the stage ``label`` (a phrase key, ``stage.reading``) are done."""

    def cancel(self) -> None:
        """Ask the work to stop at its next ``check``."""
        self._stop.set()

    def check(self) -> None:
        """Raise ``Cancelled`` where the job was cancelled. Long loops call this at least every 200 ms."""
        if self._stop.is_set():
            raise Cancelled

    def each(self, items: Iterable[T]) -> Iterator[T]:
        """``items``, with a ``check`` before each."""
        for item in items:
            self.check()
            yield item

    def step(self, done: int, total: int, label: str) -> None:
        """``check`` and ``report`` in one."""
        self.check()
        self.report(done, total, label)
