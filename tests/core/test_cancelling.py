"""A comparison that is no longer wanted stops in every stage, wherever it is asked to."""

from __future__ import annotations

import pytest

from core import cores
from core.compare import compare
from core.copies import copies
from core.errors import Cancelled
from core.job import Job
from tests.benchmarks import events

ARTICLES = events.articles(2, 120)


class Counting(Job):
    """Counts how often it is looked at, by stage, and cancels itself at one of those looks."""

    def __init__(self, at: int | None = None) -> None:
        super().__init__()
        self.at = at
        self.looks: list[str] = []
        self.stage = ""

    def report(self, done: int, total: int, label: str) -> None:
        self.stage = label

    def check(self) -> None:
        if len(self.looks) == self.at:
            self.cancel()
        self.looks.append(self.stage)
        super().check()


@pytest.fixture(scope="module")
def looks() -> list[str]:
    """The stage of every look at the job that a comparison takes, what is kept (``copies``) being known."""
    compare(ARTICLES)
    job = Counting()
    compare(ARTICLES, job=job)
    return job.looks


def test_every_stage_looks_at_its_job(looks: list[str]) -> None:
    assert {"stage.reading", "stage.language", "stage.alignment", "stage.framing"} <= set(looks)
    # After the candidates come scoring, grouping and the links, which look too.
    assert looks.count("stage.alignment") > 1 + len(ARTICLES)


@pytest.mark.parametrize("share", [0.0, 0.4, 0.8, 1.0])
def test_a_comparison_stops_at_the_look_after_it_was_cancelled(share: float, looks: list[str]) -> None:
    at = round(share * (len(looks) - 1))
    job = Counting(at)
    with cores.held_to(1), pytest.raises(Cancelled):
        compare(ARTICLES, job=job)
    assert len(job.looks) == at + 1


@pytest.mark.parametrize("share", [0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
def test_on_several_cores_each_stops_at_its_next_look(share: float, looks: list[str]) -> None:
    at = round(share * (len(looks) - 1))
    job = Counting(at)
    with cores.held_to(3), pytest.raises(Cancelled):
        compare(ARTICLES, job=job)
    # The thread that cancelled, those beside it, and one task each that was begun and waits for a thread.
    assert at < len(job.looks) <= at + 1 + 3


def test_each_looks_before_every_item() -> None:
    seen: list[str] = []
    with pytest.raises(Cancelled):
        seen.extend(Counting(2).each("abcd"))
    assert seen == ["a", "b"]
    assert list(Job().each(iter("abcd"))) == ["a", "b", "c", "d"]


def test_looking_for_copies_stops_too() -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        copies(ARTICLES, job)
