"""Work in a thread, its news on the main thread."""

from __future__ import annotations

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.job import Job
from gui.jobs import Jobs


@pytest.fixture
def jobs(qapp: object) -> Jobs:
    return Jobs()


def test_the_result_comes_back_on_the_main_thread(jobs: Jobs, qtbot: QtBot) -> None:
    where: list[threading.Thread] = []
    results: list[tuple[int, threading.Thread]] = []

    def work(job: Job) -> int:
        where.append(threading.current_thread())
        return 42

    with qtbot.waitSignal(jobs.idle):
        jobs.start(work, lambda result: results.append((result, threading.current_thread())))
    assert results == [(42, threading.main_thread())]
    assert where[0] is not threading.main_thread()
    assert not jobs.busy


def test_progress_arrives_on_the_main_thread(jobs: Jobs, qtbot: QtBot) -> None:
    news = []

    def work(job: Job) -> None:
        job.step(1, 4, "stage.reading")
        job.step(1, 2, "stage.claims")

    jobs.started.connect(
        lambda run: run.progressed.connect(lambda *what: news.append((*what, threading.current_thread())))
    )
    jobs.start(work, lambda _: None)
    qtbot.waitUntil(lambda: len(news) == 2)
    main = threading.main_thread()
    assert news == [(1, 4, "stage.reading", main), (1, 2, "stage.claims", main)]
    qtbot.waitUntil(lambda: not jobs.busy)


def test_thousands_of_reports_do_not_flood_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    news = []

    def work(job: Job) -> None:
        for step in range(20_000):
            job.step(step, 20_000, "stage.alignment")

    jobs.started.connect(lambda run: run.progressed.connect(lambda *what: news.append(what)))
    with qtbot.waitSignal(jobs.idle):
        jobs.start(work, lambda _: None)
    assert 0 < len(news) < 1000


def test_a_cancelled_job_stops_and_says_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    begun, ended = threading.Event(), threading.Event()
    results = []

    def work(job: Job) -> str:
        begun.set()
        try:
            while True:
                job.check()
                time.sleep(0.005)
        finally:
            ended.set()

    jobs.start(work, results.append)
    assert begun.wait(5)
    jobs.cancel()
    assert not jobs.busy
    assert ended.wait(5)
    jobs.finish()
    qtbot.wait(20)
    assert results == []


def test_a_result_that_came_too_late_is_thrown_away(jobs: Jobs, qtbot: QtBot) -> None:
    go = threading.Event()
    results = []
    jobs.start(lambda job: go.wait(5), results.append)
    go.set()
    jobs.finish()
    qtbot.wait(20)
    assert results == []


def test_the_readers_errors_and_bugs_are_told_apart(jobs: Jobs, qtbot: QtBot) -> None:
    def refuse(job: Job) -> None:
        raise UserError("error.same_text", "a.txt", other="b.txt")

    def crash(job: Job) -> None:
        raise ZeroDivisionError("a bug")

    with qtbot.waitSignal(jobs.refused) as refused:
        jobs.start(refuse, lambda _: None)
    assert refused.args[0].source == "a.txt"
    with qtbot.waitSignal(jobs.crashed) as crashed:
        jobs.start(crash, lambda _: None)
    assert "ZeroDivisionError: a bug" in crashed.args[1]
    qtbot.waitUntil(lambda: not jobs.busy)


def test_quiet_work_is_neither_shown_nor_told(jobs: Jobs, qtbot: QtBot) -> None:
    seen, told = [], []
    jobs.started.connect(seen.append)
    jobs.crashed.connect(lambda *what: told.append(what))
    go = threading.Event()

    def crash(job: Job) -> None:
        go.wait(5)
        raise ZeroDivisionError

    run = jobs.start(crash, lambda _: None, quiet=True)
    assert not jobs.busy
    jobs.cancel()
    assert not run.job.cancelled
    go.set()
    jobs.finish()
    qtbot.wait(20)
    assert (seen, told) == ([], [])


def test_work_waits_for_what_it_comes_after_and_can_be_cancelled_meanwhile(jobs: Jobs, qtbot: QtBot) -> None:
    go, order = threading.Event(), []
    first = jobs.start(lambda job: go.wait(5) and order.append("first"), lambda _: None, quiet=True)
    jobs.start(lambda job: order.append("unwanted"), lambda _: None, after=first)
    jobs.cancel()
    jobs.start(lambda job: order.append("second"), lambda _: None, after=first)
    qtbot.wait(50)
    assert order == []
    go.set()
    qtbot.waitUntil(lambda: order == ["first", "second"])
    jobs.finish()


def test_certain_work_is_done_whatever_is_cancelled(jobs: Jobs, qtbot: QtBot) -> None:
    go, kept, told = threading.Event(), [], []
    jobs.start(lambda job: go.wait(5) and kept.append(True), lambda _: told.append(True), certain=True)
    jobs.cancel()
    go.set()
    jobs.finish()
    qtbot.waitUntil(lambda: bool(told))
    assert kept == [True]


def test_idle_comes_after_the_last_result(jobs: Jobs, qtbot: QtBot) -> None:
    """Both have ended before the main thread looks: their results and their ends stand in one queue."""
    seen: list[str] = []
    jobs.idle.connect(lambda: seen.append("idle"))
    runs = [jobs.start(lambda job, name=name: name, seen.append) for name in ("one", "two")]
    for run in runs:
        assert run.wait(5000)
    qtbot.waitUntil(lambda: "idle" in seen)
    assert sorted(seen[:-1]) == ["one", "two"]
    assert seen[-1] == "idle"
