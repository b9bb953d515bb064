"""A project that is open: each change is in the file at once, and one can go back."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from core import store
from core.compare import revise
from core.errors import UserError
from core.model import Comparison, Decision
from core.store import places, snapshots
from core.store.project import Project
from tests.core.report import event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "river.lesart"


@pytest.fixture
def comparison() -> Comparison:
    return event.comparison()


def note(number: int) -> Decision:
    return Decision(f"d{number}", "note", "2026-11-22T10:00:00Z", text=f"Note {number} 👩🏽‍🚒", reader="Ada")


def with_notes(comparison: Comparison, *numbers: int) -> Comparison:
    return replace(comparison, decisions=tuple(note(n) for n in numbers))


def smaller(comparison: Comparison) -> Comparison:
    """The same event compared once more, with fewer marks."""
    return replace(comparison, marks=comparison.marks[:1])


def test_a_decision_is_in_the_file_when_the_call_returns(path: Path, comparison: Comparison) -> None:
    with Project.create(path, comparison) as project:
        for number in range(3):
            project.decide(note(number))
            assert store.load(path) == project.comparison == with_notes(comparison, *range(number + 1))
        project.withdraw("d1")
        project.withdraw("never there")
        assert store.load(path) == with_notes(comparison, 0, 2)
        project.decide(note(3))
    with Project(path) as again:
        assert again.comparison == with_notes(comparison, 0, 2, 3)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_decision_that_changes_groups_is_in_the_file_at_once(path: Path, comparison: Comparison) -> None:
    *_, two = (g for g in comparison.groups if len(g.claims) == 2)
    wrong = Decision("d1", "reject_link", "2026-11-22T10:00:00Z", claims=two.claims)
    with Project.create(path, comparison) as project:
        project.decide(wrong)
        assert two not in project.comparison.groups
        assert store.load(path) == project.comparison
        project.keep(revise(project.comparison, [wrong, note(2)]))
        assert store.load(path) == project.comparison
        assert [s.why for s in project.snapshots()] == ["opened"], "comparing anew is something else"
        project.withdraw("d1")
        assert store.load(path) == project.comparison == with_notes(comparison, 2)


def test_keeping_the_same_changes_nothing(path: Path, comparison: Comparison) -> None:
    with Project.create(path, comparison) as project:
        before = path.read_bytes()
        project.keep(event.comparison())
        assert path.read_bytes() == before
        assert project.snapshots() == ()


def test_snapshots_are_taken_before_the_first_change_and_before_comparing_anew(
    path: Path, comparison: Comparison
) -> None:
    with Project.create(path, comparison) as project:
        project.decide(note(1))
        project.decide(note(2))
        project.keep(smaller(project.comparison))
        assert [(s.why, s.decisions, s.articles) for s in project.snapshots()] == [
            ("compared", 2, len(comparison.articles)),
            ("opened", 0, len(comparison.articles)),
        ]


def test_going_back_and_forth_again(path: Path, comparison: Comparison) -> None:
    with Project.create(path, comparison) as project:
        project.decide(note(1))
        project.keep(smaller(project.comparison))
        latest = project.comparison
        compared, opened = project.snapshots()
        assert project.revert(opened.id) == comparison == project.comparison == store.load(path)
        assert project.revert(compared.id) == with_notes(comparison, 1)
        newest = project.snapshots()[1]
        assert newest.why == "reverted"
        assert project.revert(newest.id) == latest
        with pytest.raises(KeyError):
            project.revert(99)
        assert project.comparison == store.load(path) == latest


def test_the_last_ten_snapshots_are_kept(path: Path, comparison: Comparison) -> None:
    with Project.create(path, comparison) as project:
        made = [project.snapshot() for _ in range(13)]
        assert project.snapshots() == tuple(reversed(made[3:]))
        project.revert(made[3].id)
        assert len(project.snapshots()) == snapshots.KEPT


def test_a_snapshots_source_files_stay(path: Path, comparison: Comparison) -> None:
    source = path.with_name("wire.txt")
    source.write_bytes(b"as it was read")
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    read = replace(comparison.articles[0], source=str(source), sha256=sha256)
    full = replace(comparison, articles=(read, *comparison.articles[1:]))

    def kept() -> list[str]:
        with sqlite3.connect(path) as db:
            return [row[0] for row in db.execute("SELECT name FROM originals")]

    with Project.create(path, full) as project:
        source.unlink()
        project.keep(comparison)
        assert kept() == ["wire.txt"]
        project.decide(note(1))
        assert kept() == ["wire.txt"], "the file is gone from the disk, but a snapshot needs it"
        for _ in range(snapshots.KEPT):
            project.snapshot()
        project.keep(smaller(comparison))
        assert kept() == [], "no snapshot needs it any more"


def test_a_snapshot_is_a_project_file_in_itself(path: Path, comparison: Comparison) -> None:
    with Project.create(path, comparison) as project:
        project.decide(note(1))
    with sqlite3.connect(path) as db:
        deflated = db.execute("SELECT file FROM snapshots").fetchone()[0]
    taken_out = path.with_name("before.lesart")
    taken_out.write_bytes(zlib.decompress(deflated))
    assert store.load(taken_out) == comparison


def test_saving_over_a_project_keeps_what_was_there_as_a_snapshot(path: Path, comparison: Comparison) -> None:
    store.save(comparison, path)
    store.save(smaller(comparison), path)
    with Project(path) as project:
        assert project.comparison == smaller(comparison)
        assert project.revert(project.snapshots()[0].id) == comparison


def test_saving_as_goes_on_in_the_copy(path: Path, comparison: Comparison) -> None:
    there = path.with_name("copy.lesart")
    with Project.create(path, comparison) as project:
        project.decide(note(1))
        project.save_as(there)
        assert project.path == there
        project.decide(note(2))
        project.save_as(there)
        assert len(project.snapshots()) == 1, "snapshots go along, and no new session has begun"
    assert store.load(path) == with_notes(comparison, 1)
    assert store.load(there) == with_notes(comparison, 1, 2)
    with Project(path) as free:
        assert free.notice is None


def test_saving_as_onto_what_is_not_lesarts_is_refused(path: Path, comparison: Comparison) -> None:
    there = path.with_name("letter.txt")
    there.write_text("Dear reader")
    with Project.create(path, comparison) as project:
        with pytest.raises(UserError) as caught:
            project.save_as(there)
        assert caught.value.key == "error.project.foreign"
        project.decide(note(1))
    assert there.read_text() == "Dear reader"
    assert store.load(path) == with_notes(comparison, 1)


def test_deleted_while_open(path: Path, comparison: Comparison) -> None:
    there = path.with_name("rescued.lesart")
    with Project.create(path, comparison) as project:
        project.decide(note(1))
        path.unlink()
        with pytest.raises(UserError) as caught:
            project.decide(note(2))
        assert caught.value.key == "error.project.moved"
        assert project.comparison == with_notes(comparison, 1)
        project.save_as(there)
        project.decide(note(2))
    assert store.load(there) == with_notes(comparison, 1, 2)


def test_the_second_who_opens_it_may_only_read(path: Path, comparison: Comparison) -> None:
    with Project.create(path, comparison) as first, Project(path) as second:
        assert first.notice is None
        assert second.notice is not None
        assert second.notice.key == "error.project.open_elsewhere"
        assert second.comparison == comparison
        for change in (lambda: second.decide(note(1)), second.snapshot, lambda: store.save(smaller(comparison), path)):
            with pytest.raises(UserError) as caught:
                change()
            assert caught.value.key == "error.project.open_elsewhere"
        first.decide(note(1))
        second.save_as(path.with_name("own.lesart"))
        second.decide(note(2))
    with Project(path) as third:
        assert third.notice is None
        assert third.comparison == with_notes(comparison, 1)


def test_a_project_that_another_has_open_is_not_replaced(path: Path, comparison: Comparison) -> None:
    other = path.with_name("other.lesart")
    with Project.create(path, comparison), Project.create(other, comparison) as project:
        with pytest.raises(UserError) as caught:
            project.save_as(path)
        assert caught.value.key == "error.project.open_elsewhere"


def test_a_lock_ends_with_the_program_that_held_it(path: Path, comparison: Comparison, data_folder: Path) -> None:
    store.save(comparison, path)
    code = (
        "import sys, pathlib; from core.store import lock, places; from core.store.project import Project;"
        "lock.data_folder = lambda: pathlib.Path(sys.argv[2]); project = Project(sys.argv[1]);"
        "print(project.notice, flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path), str(data_folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"None\n"
        with Project(path) as second:
            assert second.notice is not None
    finally:
        holder.kill()
        holder.communicate()
    with Project(path) as third:
        assert third.notice is None


def test_without_a_data_folder_projects_are_written_all_the_same(
    path: Path, comparison: Comparison, data_folder: Path
) -> None:
    (data_folder / "open").write_text("in the way")
    with Project.create(path, comparison) as project:
        project.decide(note(1))
    assert store.load(path) == with_notes(comparison, 1)


def test_unnamed_projects_are_offered_again_until_they_have_a_name(path: Path, comparison: Comparison) -> None:
    assert store.unsaved() == ()
    one = store.draft(comparison)
    one.decide(note(1))
    assert one.path.parent == places.drafts()
    assert store.unsaved() == (), "it is open just now"
    one.close()
    (offered,) = store.unsaved()
    assert offered.path == one.path
    assert offered.titles == tuple(a.title for a in comparison.articles)
    assert offered.decisions == 1
    with Project(offered.path) as again:
        assert again.comparison == with_notes(comparison, 1)
        again.save_as(path)
    assert store.unsaved() == ()
    assert store.load(path) == with_notes(comparison, 1)


def test_unnamed_projects_that_are_damaged_do_not_hide_the_others(comparison: Comparison) -> None:
    for number in range(3):
        project = store.draft(with_notes(comparison, *range(number)))
        project.close()
        os.utime(project.path, (number, number))
    broken = store.unsaved()[1].path
    broken.write_bytes(broken.read_bytes()[:5000])
    assert [d.decisions for d in store.unsaved()] == [2, 0]


def test_discarding_an_unnamed_project(comparison: Comparison) -> None:
    project = store.draft(comparison)
    project.discard()
    assert store.unsaved() == ()
    assert not project.path.exists()


def test_a_copy_made_while_open_is_whole(path: Path, comparison: Comparison) -> None:
    with Project.create(path, comparison) as project:
        project.decide(note(1))
        shutil.copy(path, path.with_name("mailed.lesart"))
    assert store.load(path.with_name("mailed.lesart")) == with_notes(comparison, 1)
