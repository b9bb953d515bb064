"""A crew of one process, for tests of what it is given."""

from __future__ import annotations

import time
from collections.abc import Callable

from core.crew import Crew


def until(condition: Callable[[], object]) -> None:
    """Wait for ``condition``, two minutes at most."""
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def processes(crew: Crew) -> list[int]:
    """The numbers of its processes."""
    assert crew._pool is not None
    return list(crew._pool._processes)
