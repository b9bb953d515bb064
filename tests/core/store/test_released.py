"""Every schema that was ever released still opens, with all that is in it. (``released/`` holds them as SQL text.)"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core import store
from core.compare import revise
from core.store import file, schema
from core.store.project import Project

WITH_HISTORY = 5
"""From this version on the files hold the steps that can be undone."""
WITH_PLACES = 6
"""From this version on it is kept where a passage stood that was left out."""
RELEASED = sorted((Path(__file__).parent / "released").glob("schema_*.sql"))


def number(text: Path) -> int:
    return int(text.stem.rpartition("_")[2])


@pytest.fixture(params=RELEASED, ids=lambda text: text.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project as that version left it."""
    path = tmp_path / f"{number(request.param)}.lesart"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(request.param.read_text(encoding="utf-8"))
        db.execute(f"PRAGMA application_id = {file.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {number(request.param)}")
    return path


def test_it_opens_with_all_that_is_in_it(released: Path) -> None:
    found = store.load(released)
    with Project(released) as project:
        assert project.comparison == found
        assert file.check(released) == schema.version()
        (opened,) = project.snapshots()
    assert [(a.outlet, a.language, a.dropped[0].text) for a in found.articles] == [
        ("Lane Courier", "en", "Read more: rolls"),
        ("Gassenblatt", "de", "Read more: rolls"),
    ]
    known = 1 if int(released.stem) >= WITH_PLACES else None
    assert [a.dropped[0].before for a in found.articles] == [known, known]
    assert [(d.kind, d.text, d.reader) for d in found.decisions] == [
        ("note", "Ask her 🥐", "Ada"),
        ("reject_link", "", "Ada"),
        ("add_mark", "", ""),
    ]
    assert found.groups == ()
    assert [(m.kind, m.group_id) for m in found.marks] == [("loaded", None), ("emphasis", None)]
    machine = revise(found, ())
    assert [g.gist for g in machine.groups] == ["The bakery on Mill Lane reopened on Monday"]
    said = machine.claims[0].attribution
    assert said is not None
    assert said.span is not None
    assert said.span.of(machine.articles[0].text) == "its owner said"
    assert opened.decisions == 0
    if int(released.stem) >= WITH_HISTORY:
        with Project(released) as project:
            steps = project.steps()
            assert ([s.text for s in steps.steps], steps.done) == (["Mark by hand"], 1)
            assert len(project.stepped(steps.steps[0].id, found, forth=False).decisions) == 2
            assert project.known() == {"0123": b"known"}
    with Project(released) as project:
        assert project.revert(opened.id) == machine


def test_released_steps_are_never_changed() -> None:
    """What is made step by step today is what the released file has."""
    for text in RELEASED:
        with closing(sqlite3.connect(":memory:")) as old, closing(file.in_memory()) as new:
            old.executescript(text.read_text(encoding="utf-8"))
            then, now = (
                dict(db.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")) for db in (old, new.conn)
            )
            if number(text) == schema.version():
                assert then == now
            steps = [row[0] for row in old.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
            assert steps == [step.__name__ for step in schema.STEPS[: number(text)]]


def test_the_present_schema_has_its_file() -> None:
    assert [number(text) for text in RELEASED][-1:] == [schema.version()]
