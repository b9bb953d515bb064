"""Articles analysed in further processes come back as they would have been analysed here."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from core import workers
from core.errors import Cancelled
from core.job import Job
from core.model import Article
from core.workers import Crew
from tests.benchmarks import events

ARTICLES = events.articles(8, 80)
Found = dict[str, tuple[Any, ...]]


def analysed(job: Job | None = None) -> Found:
    """What is found in ARTICLES, by their ids: of each word what the stages ask of it, and the claims."""
    found: Found = {}
    for article, (doc, claims) in workers.analyse(ARTICLES, job or Job()):
        words = [(t.text, t.idx, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_type_, str(t.morph)) for t in doc]
        assert article.id not in found
        found[article.id] = words, [s.start for s in doc.sents], claims
    return found


@pytest.fixture(scope="module")
def here() -> Found:
    """What this process finds."""
    assert not workers.crew().running
    return analysed()


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    """A process that has come up, for whatever text there is."""
    own = Crew(1)
    monkeypatch.setattr(workers, "crew", lambda: own)
    with own.lent(1):
        until(lambda: own.ready)
    yield own
    own.end()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def processes(crew: Crew) -> list[int]:
    assert crew._pool is not None
    return list(crew._pool._processes)


@pytest.fixture
def given(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that the process was given."""
    told: list[str] = []
    take = crew.take

    def heard(article: Article) -> bool:
        taken = take(article)
        if taken:
            told.append(article.id)
        return taken

    monkeypatch.setattr(crew, "take", heard)
    return told


def test_another_process_finds_the_same(here: Found, crew: Crew, given: list[str]) -> None:
    assert analysed() == here
    assert 0 < len(given) < len(ARTICLES)
    again = len(given)
    assert analysed() == here
    assert len(given) > again


def test_what_a_process_leaves_undone_is_done_here(here: Found, crew: Crew, given: list[str]) -> None:
    own = workers.analyse(ARTICLES, Job())
    first, _ = next(own)
    for process in processes(crew):
        os.kill(process, signal.SIGKILL)
    assert given
    assert sorted([first.id, *(article.id for article, _ in own)]) == sorted(here)
    assert analysed() == here
    assert not crew.ready


def test_a_process_that_is_slow_is_not_waited_for(here: Found, crew: Crew, given: list[str]) -> None:
    (process,) = processes(crew)
    os.kill(process, signal.SIGSTOP)
    try:
        assert analysed() == here
        assert given
    finally:
        os.kill(process, signal.SIGCONT)


def test_a_cancelled_job_leaves_the_processes_to_the_next_one(here: Found, crew: Crew) -> None:
    job = Job()
    own = workers.analyse(ARTICLES, job)
    next(own)
    job.cancel()
    with pytest.raises(Cancelled):
        list(own)
    assert not crew.running
    assert analysed() == here


def test_of_many_articles_they_end_with_the_analysis_and_come_again(
    here: Found, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "EVERY_TWO", len(ARTICLES))
    assert analysed() == here
    (before,) = processes(crew)
    monkeypatch.setattr(workers, "EVERY_TWO", len(ARTICLES) - 1)
    assert analysed() == here
    assert not crew.ready
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)
    with crew.lent(1):
        until(lambda: crew.ready)
    assert analysed() == here


def test_a_second_comparison_does_without_them(here: Found, crew: Crew, given: list[str]) -> None:
    with crew.lent(1):
        assert analysed() == here
    assert not given


def test_little_text_starts_no_process() -> None:
    own = Crew(1, enough=100)
    with own.lent(99) as crew:
        assert not crew.take(ARTICLES[0])
    assert own._pool is None


def test_nobody_works_for_a_program_that_does_not_employ_them(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Crew(0)
    monkeypatch.setattr(workers, "crew", lambda: own)
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
        "import os, time; from core.workers import Crew\n"
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
