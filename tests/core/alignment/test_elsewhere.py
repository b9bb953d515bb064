"""Candidates that another process looked for are those that this one would have found."""

from __future__ import annotations

import os
import shutil
import signal
from collections import namedtuple
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core import claims as cutting
from core.alignment import candidates, elsewhere, material
from core.alignment.between import Between
from core.alignment.material import Material
from core.alignment.sieve import Candidates
from core.crew import Crew
from core.errors import Cancelled
from core.job import Job
from core.language import pipelines
from core.language.encoder import Encoder
from tests.benchmarks import events
from tests.core.crews import processes


@pytest.fixture(scope="module")
def event() -> Material:
    articles = tuple(events.articles(6, 120))
    docs = pipelines.parse(articles, Job())
    claims = tuple(c for a in articles for c in cutting.extract(a, docs[a.id]))
    return material.gather(articles, docs, claims, Encoder(), Job(), between=Between(limit=0))


@pytest.fixture(scope="module")
def here(event: Material) -> Candidates:
    """What this process finds by itself."""
    return candidates.find(event, Job())


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little is enough."""
    monkeypatch.setattr(elsewhere, "PART", 1)
    monkeypatch.setattr(elsewhere, "LEAST", 2)


@pytest.fixture
def asked(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the process was asked to do."""
    told: list[object] = []
    submit = crew.submit

    def heard(work: Callable[..., Any], *arguments: object) -> Future[Any] | None:
        told.append(work)
        return submit(work, *arguments)

    monkeypatch.setattr(crew, "submit", heard)
    return told


def assert_same(a: Candidates, b: Candidates) -> None:
    assert len(a.i)
    assert a.first is not None
    assert b.first is not None
    assert a.coded is not None
    assert b.coded is not None
    assert np.array_equal(a.i, b.i)
    assert np.array_equal(a.j, b.j)
    assert np.allclose(a.x, b.x, atol=1e-5)
    assert np.allclose(a.first, b.first, atol=1e-5)
    # A value on a threshold may fall to either side of it by its last digit.
    assert (a.coded.codes != b.coded.codes).mean() < 1e-3
    assert np.allclose(a.coded.line, b.coded.line, atol=1e-3)
    assert np.array_equal(a.held, b.held)


def test_two_processes_find_what_one_does(event: Material, here: Candidates, crew: Crew, asked: list[object]) -> None:
    assert_same(candidates.find(event, Job()), here)
    assert len(asked) > 2
    assert asked[-1] is elsewhere._forget


def test_what_was_made_of_two_articles_is_known_here_afterwards(event: Material, crew: Crew) -> None:
    alone, together = (replace(event, between=Between()) for _ in range(2))
    with pytest.MonkeyPatch.context() as m:
        m.setattr(elsewhere, "LEAST", 10**6)
        candidates.find(alone, Job())
    candidates.find(together, Job())
    assert len(alone.between._now) == 15
    assert alone.between._now.keys() == together.between._now.keys()
    for key, tables in alone.between._now.items():
        for one, other in zip(tables, together.between._now[key], strict=True):
            assert np.array_equal(one, other, equal_nan=True)


def test_what_was_known_of_two_articles_is_not_made_again_elsewhere(event: Material, crew: Crew) -> None:
    own = replace(event, between=Between())
    candidates.find(own, Job())
    own.between.next()
    marked = {key: tuple(np.where(np.isnan(t), t, 0.25) for t in tables) for key, tables in own.between._before.items()}
    own.between._before = marked
    found = candidates.find(own, Job())
    assert (found.x[:, found.names.index("token_set")] == 0.25).all()


def test_a_process_that_ends_costs_nothing(event: Material, here: Candidates, crew: Crew) -> None:
    (process,) = processes(crew)
    os.kill(process, signal.SIGKILL)
    assert_same(candidates.find(event, Job()), here)


def test_a_cancelled_job_stops_here(event: Material, crew: Crew) -> None:
    class Soon(Job):
        def report(self, done: int, total: int, label: str) -> None:
            if done:
                self.cancel()

    with pytest.raises(Cancelled):
        candidates.find(event, Soon())


def test_little_is_not_worth_while(event: Material, crew: Crew, asked: list[object], monkeypatch: Any) -> None:
    monkeypatch.setattr(elsewhere, "LEAST", 10)
    candidates.find(event, Job())
    assert not asked


def test_nothing_is_shared_where_there_is_no_room(
    event: Material, here: Candidates, crew: Crew, asked: list[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr(elsewhere, "SHARED", tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: namedtuple("Usage", "free")(1000))
    assert_same(candidates.find(event, Job()), here)
    assert not asked
