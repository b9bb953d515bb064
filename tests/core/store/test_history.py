"""The steps of a project outlive its being closed: what can be undone, and done again."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from core.compare import revise
from core.errors import UserError
from core.model import Comparison, Decision, Passage, Span
from core.store import history
from core.store.history import History, Step
from core.store.project import Project
from tests.core.decisions.test_decisions import DECISIONS, FOUND
from tests.core.report import event

WHEN = "2026-11-22T10:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "river.lesart"


def states() -> list[Comparison]:
    """A comparison, and what the reader made of it step by step: notes, a link parted, fewer marks, a mark, a note less."""
    first = event.comparison()
    *_, two = (g for g in first.groups if len(g.claims) == 2)
    parted = Decision("d2", "reject_link", WHEN, claims=two.claims, reader="Ada\ud83d")
    mark = Decision("d3", "add_mark", WHEN, mark_kind="loaded", passage=Passage(first.articles[0].id, Span(0, 6)))
    noted = revise(first, [Decision("d1", "note", WHEN, text="Ask her 🥐 שלום")])
    said = revise(noted, [*noted.decisions, parted])
    fewer = revise(replace(first, marks=first.marks[:2]), said.decisions)
    marked = revise(fewer, [*fewer.decisions, mark])
    return [first, noted, said, fewer, marked, revise(marked, marked.decisions[1:])]


def steps_of(found: list[Comparison]) -> History:
    pairs = list(pairwise(found))
    return History(tuple(Step(f"s{n}", f"Step {n}", a, b) for n, (a, b) in enumerate(pairs)), len(pairs))


def test_all_steps_are_undone_and_done_again_after_closing(path: Path) -> None:
    found = states()
    with Project.create(path, found[0]) as project:
        for n in range(1, len(found)):
            project.keep(found[n], steps_of(found[: n + 1]))
    with Project(path) as again:
        steps = again.steps()
        assert [s.text for s in steps.steps] == [f"Step {n}" for n in range(5)]
        assert steps.done == 5
        now = again.comparison
        for n in reversed(range(5)):
            now = again.stepped(f"s{n}", now, forth=False)
            assert now == found[n]
            again.keep(now, History(steps.steps, n))
        assert again.comparison == found[0]
    with Project(path) as again:
        assert again.steps() == History(steps.steps, 0)
        for n in range(5):
            now = again.stepped(f"s{n}", now, forth=True)
            assert now == found[n + 1]


def test_a_new_step_takes_the_place_of_those_undone(path: Path) -> None:
    found = states()
    with Project.create(path, found[0]) as project:
        project.keep(found[-1], steps_of(found))
        steps = project.steps().steps[:2]
        other = revise(found[2], [])
        project.keep(other, History((*steps, Step("new", "Another", found[2], other)), 3))
        assert [s.id for s in project.steps().steps] == ["s0", "s1", "new"]
        assert project.stepped("new", other, forth=False) == found[2]


def test_whoever_changes_the_project_without_steps_leaves_none(path: Path) -> None:
    found = states()
    with Project.create(path, found[0]) as project:
        project.keep(found[-1], steps_of(found))
        project.decide(Decision("d9", "note", WHEN))
        assert project.steps() == History()
        with pytest.raises(KeyError):
            project.stepped("s1", project.comparison, forth=False)


def test_a_step_that_does_not_fit_is_refused(path: Path) -> None:
    found = states()
    with Project.create(path, found[0]) as project:
        project.keep(found[-1], steps_of(found))
        with pytest.raises(UserError):
            project.stepped("s0", found[0], forth=False)
        with sqlite3.connect(path) as db:
            db.execute("UPDATE history SET new = '[{}]', before = x'00'")
        db.close()
        for n in range(5):
            with pytest.raises(UserError):
                project.stepped(f"s{n}", found[n + 1], forth=False)


def test_the_oldest_steps_go_where_there_are_too_many_large_ones(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LARGE_KEPT", 3)
    first = event.comparison()
    found = [replace(first, marks=first.marks[:n]) for n in range(6)]
    with Project.create(path, found[0]) as project:
        project.keep(found[-1], steps_of(found))
        steps = project.steps()
        assert ([s.id for s in steps.steps], steps.done) == (["s2", "s3", "s4"], 3)
        project.keep(found[4], replace(steps_of(found), done=4))
        steps = project.steps()
        assert ([s.id for s in steps.steps], steps.done) == (["s2", "s3", "s4"], 2)


def test_the_order_of_the_columns_fills_no_snapshots(path: Path) -> None:
    first = event.comparison()
    with Project.create(path, first) as project:
        project.keep(replace(first, marks=()))
        for _ in range(15):
            now = project.comparison
            project.keep(replace(now, articles=(*now.articles[1:], now.articles[0])))
        assert [s.why for s in project.snapshots()] == ["opened"]
        project.keep(first)
        assert [s.why for s in project.snapshots()] == ["compared", "opened"]


def test_the_file_of_an_article_taken_away_stays_as_long_as_that_can_be_undone(path: Path, tmp_path: Path) -> None:
    first = event.comparison()
    source = tmp_path / "one.txt"
    source.write_bytes(b"one")
    sha256 = hashlib.sha256(b"one").hexdigest()
    read = replace(first.articles[0], source=str(source), sha256=sha256)
    before = replace(first, articles=(read, *first.articles[1:]))
    after = replace(first, articles=first.articles[1:], claims=(), links=(), groups=(), marks=(), unrelated=())

    def originals() -> list[tuple[str]]:
        with sqlite3.connect(path) as db:
            return db.execute("SELECT name FROM originals").fetchall()

    with Project.create(path, before) as project:
        project.keep(after, History((Step("s", "Remove article", before, after),), 1))
        source.unlink()
        with sqlite3.connect(path) as db:
            db.execute("DELETE FROM snapshots")
        db.close()
        project.keep(replace(after, failures=()), project.steps())
        assert originals() == [("one.txt",)]
        project.keep(project.stepped("s", project.comparison, forth=False), History(project.steps().steps, 0))
        assert project.comparison == before
        assert originals() == [("one.txt",)]


@settings(max_examples=25, deadline=None)
@given(one=DECISIONS, other=DECISIONS)
def test_any_decisions_are_undone(
    tmp_path_factory: pytest.TempPathFactory, one: list[Decision], other: list[Decision]
) -> None:
    before, after = revise(FOUND, one), revise(FOUND, other)
    with Project.create(tmp_path_factory.mktemp("any") / "any.lesart", before) as project:
        project.keep(after, History((Step("s", "", before, after),), 1))
        if project.steps().steps:
            assert project.stepped("s", after, forth=False) == before
            assert project.stepped("s", before, forth=True) == after


def test_what_is_known_of_the_texts_is_kept(path: Path) -> None:
    with Project.create(path, event.comparison()) as project:
        assert project.known() == {}
        project.remember({"a": b"1", "b": b"2"})
        project.remember({"b": b"never another under the same digest", "c": b"\0"})
    with Project(path) as again:
        assert again.known() == {"b": b"2", "c": b"\0"}
        again.save_as(path.with_name("copy.lesart"))
        assert again.known() == {"b": b"2", "c": b"\0"}
