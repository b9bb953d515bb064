"""What is no project, or cannot be written: one sentence that names the file, and nothing lost."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core import cli, store
from core.errors import UserError
from core.model import Decision
from core.phrases import LANGUAGES, table
from core.store import file, schema
from core.store.project import Project
from tests.core.report import event


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "river.lesart"
    store.save(event.decided(), path)
    return path


def refused(key: str, path: Path, run: Callable[[], object]) -> None:
    with pytest.raises(UserError) as caught:
        run()
    assert caught.value.key == f"error.project.{key}"
    for language in LANGUAGES:
        said = caught.value.say(language)
        assert str(path) in said
        assert said.endswith(".")


def test_both_languages_say_the_same_things() -> None:
    english, german = ({k for k in table(x) if k.startswith("error.project.")} for x in LANGUAGES)
    assert english == german
    used = {*file._BY_ERRNO.values(), *file._BY_CODE.values()}
    assert used <= english


def test_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "gone.lesart"
    refused("missing", path, lambda: store.load(path))
    assert not path.exists()


def test_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "folder.lesart"
    path.mkdir()
    refused("folder", path, lambda: store.load(path))
    refused("folder", path, lambda: store.save(event.comparison(), path))


def test_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "river.lesart"
    refused("missing", path, lambda: store.load(path))
    refused("no_folder", path, lambda: store.save(event.comparison(), path))


def test_a_name_too_long(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300 + ".lesart")
    refused("name", path, lambda: store.save(event.comparison(), path))


@pytest.mark.parametrize(
    ("key", "content"),
    [
        ("empty", b""),
        ("foreign", b"A text, not a database.\n" * 30),
        ("foreign", b"\x89PNG\r\n\x1a\n" + b"\0" * 200),
        ("damaged", b"SQLite fo"),
        ("damaged", b"SQLite format 3\x00" + b"\x10"),
    ],
)
def test_not_a_database(tmp_path: Path, key: str, content: bytes) -> None:
    path = tmp_path / "odd.lesart"
    path.write_bytes(content)
    refused(key, path, lambda: store.load(path))
    if content:
        refused(key, path, lambda: store.save(event.comparison(), path))
        assert path.read_bytes() == content


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.lesart"
    os.mkfifo(path)
    refused("foreign", path, lambda: store.load(path))
    refused("foreign", path, lambda: store.save(event.comparison(), path))


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.lesart"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    refused("other_program", path, lambda: store.load(path))
    refused("other_program", path, lambda: store.save(event.comparison(), path))
    assert path.read_bytes() == before


def of_tomorrow(project: Path, readable_since: int | None) -> None:
    """Make ``project`` one of the next version, which says who reads it rightly (None: says nothing)."""
    with sqlite3.connect(project) as db:
        db.execute(f"PRAGMA user_version = {schema.version() + 1}")
        db.execute("ALTER TABLE links ADD COLUMN doubt REAL NOT NULL DEFAULT 0")
        db.execute("CREATE TABLE photographs (place INTEGER PRIMARY KEY)")
        if readable_since is None:
            db.execute("DROP TABLE readable")
        else:
            db.execute("UPDATE readable SET since = ?", [readable_since])
    db.close()


@pytest.mark.parametrize("since", [schema.version() + 1, None])
def test_a_newer_file_that_means_something_else(project: Path, since: int | None) -> None:
    of_tomorrow(project, since)
    before = project.read_bytes()
    refused("newer", project, lambda: store.load(project))
    refused("newer", project, lambda: Project(project))
    refused("newer", project, lambda: store.save(event.comparison(), project))
    assert project.read_bytes() == before


def test_a_newer_file_that_only_holds_more_can_be_read(project: Path) -> None:
    of_tomorrow(project, schema.version())
    before = project.read_bytes()
    assert store.load(project) == event.decided()
    with Project(project) as opened:
        assert opened.comparison == event.decided()
        assert opened.notice is not None
        assert opened.notice.key == "error.project.newer_read_only"
        refused("newer_read_only", project, lambda: opened.decide(Decision("d9", "note", "2026-11-22T10:00:00Z")))
        refused("newer", project, lambda: store.save(event.comparison(), project))
        opened.save_as(project.with_name("copy.lesart"))
    assert project.read_bytes() == before


@pytest.mark.parametrize("share", [0.0001, 0.01, 0.1, 0.5, 0.9, 0.999])
def test_truncated(project: Path, share: float) -> None:
    whole = project.read_bytes()
    project.write_bytes(whole[: max(1, int(len(whole) * share))])
    refused("damaged", project, lambda: store.load(project))
    refused("damaged", project, lambda: store.save(event.comparison(), project))


def test_a_page_overwritten(project: Path) -> None:
    whole = bytearray(project.read_bytes())
    for page in range(4096, len(whole), 4096):
        broken = whole.copy()
        broken[page : page + 4096] = b"\xa5" * 4096
        project.write_bytes(broken)
        refused("damaged", project, lambda: store.load(project))


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM settings",
        "DELETE FROM articles",
        "UPDATE claims SET stop = 1000000",
        "UPDATE claims SET start = 'here'",
        "UPDATE claims SET content = '[[1, 2'",
        "UPDATE claims SET voice = 'nobody'",
        "UPDATE marks SET kind = 'lie'",
        "UPDATE links SET names = '7'",
        "UPDATE group_links SET link = -1",
        "UPDATE decisions SET kind = 'burn'",
        "UPDATE articles SET title = CAST(x'ff' AS TEXT) WHERE place = 0",
        "DROP TABLE against",
    ],
)
def test_made_by_hand(project: Path, change: str) -> None:
    with sqlite3.connect(project) as db:
        db.execute(change)
    refused("damaged", project, lambda: store.load(project))


@pytest.mark.parametrize("then", ["DELETE FROM decisions", "SELECT load_extension('/nowhere/evil')"])
def test_a_trigger_in_a_strangers_file_runs_nothing(project: Path, then: str) -> None:
    with sqlite3.connect(project) as db:
        db.execute(f"CREATE TRIGGER t AFTER INSERT ON snapshots BEGIN {then}; END")
    before = project.read_bytes()
    refused("damaged", project, lambda: store.load(project))
    refused("damaged", project, lambda: store.save(event.comparison(), project))
    assert project.read_bytes() == before


def test_in_use(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.0)
    other = sqlite3.connect(project)
    other.execute("BEGIN EXCLUSIVE")
    refused("busy", project, lambda: store.load(project))
    refused("busy", project, lambda: store.save(event.comparison(), project))
    other.close()
    assert store.load(project) == event.decided()


@pytest.fixture
def small_disk() -> Iterator[Callable[[int], None]]:
    """Let no file grow beyond so many bytes: what a full disk does to a write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_disk_full(project: Path, small_disk: Callable[[int], None]) -> None:
    new = project.with_name("new.lesart")
    small_disk(20_000)
    refused("full", new, lambda: store.save(event.comparison(), new))
    refused("full", project, lambda: store.save(event.comparison(), project))
    assert store.load(project) == event.decided()
    assert [p.name for p in project.parent.iterdir()] == [project.name]


def test_disk_full_while_open(project: Path, small_disk: Callable[[int], None]) -> None:
    note = Decision("d9", "note", "2026-11-22T10:00:00Z", text="long " * 50_000)
    with Project(project) as opened:
        before = opened.comparison
        small_disk(project.stat().st_size + 50_000)
        refused("full", project, lambda: opened.decide(note))
        small_disk(50_000)
        refused("full", project.with_name("copy.lesart"), lambda: opened.save_as(project.with_name("copy.lesart")))
        assert opened.comparison == before == store.load(project)
        assert opened.path == project
        small_disk(10_000_000)
        opened.decide(note)
    assert store.load(project).decisions[-1] == note
    assert [p.name for p in project.parent.iterdir()] == [project.name]


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with a project in which the tests' reader may not write; root is for a while an ordinary reader."""
    folder = Path(tempfile.mkdtemp())
    store.save(event.decided(), folder / "river.lesart")
    (folder / "river.lesart").chmod(0o444)
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_may_not_be_written(locked_folder: Path) -> None:
    there, new = locked_folder / "river.lesart", locked_folder / "new.lesart"
    assert store.load(there) == event.decided()
    refused("denied", new, lambda: store.save(event.comparison(), new))
    refused("read_only", there, lambda: store.save(event.comparison(), there))
    with Project(there) as opened:
        refused("read_only", there, lambda: opened.decide(Decision("d9", "note", "2026-11-22T10:00:00Z")))
    assert [p.name for p in locked_folder.iterdir()] == ["river.lesart"]


def test_a_file_that_may_not_be_read(locked_folder: Path) -> None:
    there = locked_folder / "river.lesart"
    if os.getuid() == 0:
        os.seteuid(0)
    there.chmod(0o000)
    if os.getuid() == 0:
        os.seteuid(65534)
    refused("unreadable", there, lambda: store.load(there))


def make_truncated(path: Path) -> None:
    store.save(event.comparison(), path)
    path.write_bytes(path.read_bytes()[:9000])


def make_foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url)")
    db.close()


def make_newer(path: Path) -> None:
    store.save(event.comparison(), path)
    of_tomorrow(path, None)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "was not found"),
        (Path.mkdir, "is a folder"),
        (Path.touch, "is an empty file"),
        (lambda path: path.write_text("A text. " * 99), "not a comparison saved by Lesart"),
        (make_truncated, "is damaged"),
        (make_foreign_database, "a database of another program"),
        (make_newer, "a newer version of Lesart"),
    ],
)
def test_the_command_line_says_it_in_one_line(
    make: Callable[[Path], object], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "river.lesart"
    make(path)
    assert cli.main(["report", str(path), "--language", "en"]) == cli.FAILED
    out, told = capsys.readouterr()
    assert out == ""
    assert told.count("\n") == 1
    assert told.startswith(f"lesart: “{path}”")
    assert said in told


def test_the_command_line_reads_a_newer_file_that_only_holds_more(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_tomorrow(project, schema.version())
    assert cli.main(["report", str(project), "--language", "en"]) == cli.DONE
    assert capsys.readouterr().err == ""
