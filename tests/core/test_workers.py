"""Articles analysed in further processes come back as they would have been analysed here."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

import core.crew
from core import workers
from core.crew import Crew
from core.errors import Cancelled
from core.job import Job
from core.model import Article
from tests.benchmarks import events
from tests.core.crews import processes, until

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
    assert not core.crew.crew().ready
    return analysed()


@pytest.fixture
def given(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that the process was given."""
    told: list[str] = []
    submit = crew.submit

    def heard(work: Callable[..., Any], article: Article) -> Future[Any] | None:
        future = submit(work, article)
        if future is not None:
            told.append(article.id)
        return future

    monkeypatch.setattr(crew, "submit", heard)
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
