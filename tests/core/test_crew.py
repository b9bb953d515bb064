"""Work is shared with further processes, and comes out the same whatever becomes of them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import core.crew
from core import workers
from core.crew import Crew, Task, shared
from core.errors import Cancelled
from core.job import Job
from tests.core.crews import processes, until

PARENT = os.getpid()


def slowly(number: int) -> tuple[int, bool]:
    """Its square, and whether another process worked it out."""
    time.sleep(0.02)
    return number * number, os.getpid() != PARENT


def there(number: int) -> tuple[int, int]:
    time.sleep(0.02)
    return number * number, os.getpid()


def told(file: Path, number: int) -> tuple[int, int]:
    file.touch()
    return there(number)


def failing(number: int) -> tuple[int, int]:
    raise ValueError(number)


TASK: Task[int, tuple[int, bool]] = Task(
    slowly, there, lambda number, found: (found[0], found[1] != os.getpid()), lambda _: 1.0
)


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    """A process that has come up."""
    own = Crew(1)
    with own.lent(1):
        until(lambda: own.ready)
    yield own
    own.end()


def squares(crew: Crew, job: Job | None = None) -> dict[int, tuple[int, bool]]:
    found = list(shared(range(20), TASK, crew, job or Job()))
    assert len(dict(found)) == len(found)
    return dict(found)


def test_both_work(crew: Crew, tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def once_begun(number: int) -> tuple[int, bool]:
        until(begun.exists)  # or this process might do all, where the cores have other work
        return slowly(number)

    task = Task(once_begun, partial(told, begun), TASK.unpacked, TASK.weight)
    found = dict(shared(range(20), task, crew, Job()))
    assert {number: square for number, (square, _) in found.items()} == {k: k * k for k in range(20)}
    assert {elsewhere for _, elsewhere in found.values()} == {True, False}
    assert found[0][1] is False
    assert found[19][1] is True


def test_without_others_this_process_does_all() -> None:
    found = squares(Crew(0))
    assert list(found) == list(range(20))
    assert not any(elsewhere for _, elsewhere in found.values())


def test_a_cancelled_job_stops_and_the_next_one_has_the_process(crew: Crew) -> None:
    job = Job()
    own = shared(range(20), TASK, crew, job)
    next(own)
    job.cancel()
    with pytest.raises(Cancelled):
        list(own)
    assert len(squares(crew)) == 20


def test_an_error_there_is_an_error_here(crew: Crew) -> None:
    with pytest.raises(ValueError, match="19"):
        list(shared(range(20), Task(slowly, failing, TASK.unpacked, TASK.weight), crew, Job()))


def test_a_process_that_is_slow_is_not_waited_for(crew: Crew) -> None:
    (process,) = processes(crew)
    os.kill(process, signal.SIGSTOP)
    try:
        found = squares(crew)
        assert len(found) == 20
        assert not any(elsewhere for _, elsewhere in found.values())
    finally:
        os.kill(process, signal.SIGCONT)


def test_what_a_process_leaves_undone_is_done_here() -> None:
    own = Crew(1)
    with own.lent(1):
        until(lambda: own.ready)
        work = shared(range(20), TASK, own, Job())
        first, _ = next(work)
        for process in processes(own):
            os.kill(process, signal.SIGKILL)
        assert sorted([first, *(number for number, _ in work)]) == list(range(20))
        assert own.submit(there, 1) is None
    assert not own.ready


def test_little_text_starts_no_process() -> None:
    own = Crew(1, enough=100)
    with own.lent(99) as crew:
        assert crew.submit(there, 1) is None
    assert own._pool is None


def test_nobody_works_for_a_program_that_does_not_employ_them(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Crew(0)
    monkeypatch.setattr(core.crew, "crew", lambda: own)
    with own.lent(10**6):
        assert own._pool is None
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for _ in range(2):
        workers.employ(10)
        with own.lent(10):
            assert own._pool is not None
        own.end()
        with own.lent(10):
            assert own._pool is None


def test_a_process_ends_with_its_parent() -> None:
    """Also with one that is killed, so that none is left behind."""
    import subprocess
    import sys

    code = (
        "import os, time; from core.crew import Crew\n"
        "if __name__ == '__main__':\n"
        "    crew = Crew(1)\n"
        "    with crew.lent(1):\n"
        "        while not crew.ready: time.sleep(0.05)\n"
        "    print(*crew._pool._processes, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    (child,) = map(int, done.stdout.split())
    until(lambda: not alive(child))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
