"""What is saved comes back, is readable by anybody, and replaces nothing that it should not."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlite_utils import Database

from core import store
from core.compare import revise
from core.model import Article, Comparison, Decision
from core.store import file, schema
from tests.core.decisions.test_decisions import DECISIONS, FOUND
from tests.core.report import event
from tests.core.store import made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("projects")


EXAMPLES = int(os.environ.get("LESART_EXAMPLES", "50"))
"""How many comparisons hypothesis makes; a thorough run sets it to 500."""


@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(comparison=made.comparisons())
def test_what_is_saved_comes_back(folder: Path, comparison: Comparison) -> None:
    path = folder / "any.lesart"
    path.unlink(missing_ok=True)
    store.save(comparison, path)
    assert store.load(path) == comparison


@settings(
    max_examples=EXAMPLES // 2, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(comparison=made.comparisons())
def test_what_is_saved_over_another_comes_back(folder: Path, comparison: Comparison) -> None:
    path = folder / "over.lesart"
    store.save(comparison, path)
    assert store.load(path) == comparison


@settings(max_examples=EXAMPLES, deadline=None)
@given(decisions=DECISIONS)
def test_what_decisions_made_of_it_comes_back(folder: Path, decisions: tuple[Decision, ...]) -> None:
    path = folder / "revised.lesart"
    revised = revise(FOUND, decisions)
    store.save(revised, path)
    again = store.load(path)
    assert again == revised
    assert revise(again, ()) == FOUND


def test_the_file_keeps_what_the_machine_found_and_what_the_reader_decided(tmp_path: Path) -> None:
    path = tmp_path / "river.lesart"
    decided = revise(FOUND, event.decided().decisions)
    store.save(decided, path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM claim_groups").fetchone() == (len(FOUND.groups),)
        assert db.execute("SELECT kind FROM decisions").fetchall() == [(d.kind,) for d in decided.decisions]
    assert len(store.load(path).groups) < len(FOUND.groups)


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "river.lesart"
    store.save(FOUND, path)
    with pytest.raises(ValueError, match="no "):
        store.save(replace(FOUND, articles=FOUND.articles[1:]), path)
    assert store.load(path) == FOUND


def test_the_file_is_lesarts_and_one_file(tmp_path: Path) -> None:
    path = tmp_path / "river.lesart"
    store.save(event.decided(), path)
    assert [p.name for p in tmp_path.iterdir()] == ["river.lesart"]
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (0x4C535254,)
        assert db.execute("PRAGMA user_version").fetchone() == (schema.version(),)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (schema.version(),)


def test_a_researcher_reads_the_words_with_any_tool(tmp_path: Path) -> None:
    path = tmp_path / "river.lesart"
    comparison = event.decided()
    store.save(comparison, path)
    texts = {a.id: a.text for a in comparison.articles}
    with sqlite3.connect(path) as db:
        words = db.execute("SELECT id, words FROM read_claims").fetchall()
        assert words == [(c.id, c.span.of(texts[c.article_id])) for c in comparison.claims]
        marks = db.execute("SELECT kind, words FROM read_marks").fetchall()
        assert marks == [(m.kind, m.span.of(texts[m.article_id])) for m in comparison.marks]
        assert db.execute("SELECT count(*) FROM read_links").fetchone() == (len(comparison.links),)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_names_that_are_not_utf_8_come_back(tmp_path: Path) -> None:
    comparison = event.comparison()
    odd = os.fsdecode(b"/news/M\xfcnchen-\xf0\x9f\x98.txt") + "\ud83d\ude00"
    first = replace(comparison.articles[0], source=odd)
    odd_one = replace(comparison, articles=(first, *comparison.articles[1:]), unrelated=())
    store.save(odd_one, tmp_path / "odd.lesart")
    assert store.load(tmp_path / "odd.lesart") == odd_one


@pytest.mark.parametrize(
    "name", ["what?.lesart", "50%.lesart", "a#b&c.lesart", "Größe “x”.lesart", "-.lesart", "no ending"]
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    store.save(FOUND, tmp_path / name)
    store.save(event.decided(), tmp_path / name)
    assert store.load(tmp_path / name) == event.decided()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def _on_disk(article: Article, path: Path) -> Article:
    path.write_bytes(b"\xef\xbb\xbf" + article.text.encode())
    return replace(article, source=str(path), sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def _originals(path: Path) -> dict[str, bytes]:
    with sqlite3.connect(path) as db:
        return dict(db.execute("SELECT name, content FROM originals"))


def test_source_files_are_kept_as_they_were_read(tmp_path: Path) -> None:
    one, two, *rest = event.comparison().articles
    read = (_on_disk(one, tmp_path / "one.txt"), _on_disk(two, tmp_path / "two.txt"), *rest)
    comparison = replace(event.comparison(), articles=read)
    original = (tmp_path / "one.txt").read_bytes()
    (tmp_path / "two.txt").write_text("changed since")
    store.save(comparison, tmp_path / "river.lesart")
    assert _originals(tmp_path / "river.lesart") == {"one.txt": original}

    (tmp_path / "one.txt").unlink()
    store.save(comparison, tmp_path / "river.lesart")
    assert _originals(tmp_path / "river.lesart") == {"one.txt": original}


def test_the_archive_is_kept_where_an_article_came_out_of_one(tmp_path: Path) -> None:
    archive = tmp_path / "news.csv"
    archive.write_bytes(b"title,text\n")
    comparison = event.comparison()
    sha256 = hashlib.sha256(archive.read_bytes()).hexdigest()
    first = replace(comparison.articles[0], source=f"{archive}/3", sha256=sha256)
    store.save(replace(comparison, articles=(first, *comparison.articles[1:])), tmp_path / "river.lesart")
    assert _originals(tmp_path / "river.lesart") == {"news.csv": b"title,text\n"}


@pytest.mark.parametrize("source", ["//server/share/one.txt", "\\\\server\\share\\one.txt"])
def test_no_file_of_another_machine_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    asked: list[str] = []
    stat = Path.stat
    monkeypatch.setattr(Path, "stat", lambda path, **given: asked.append(str(path)) or stat(path, **given))
    first, *rest = FOUND.articles
    store.save(replace(FOUND, articles=(replace(first, source=source), *rest)), tmp_path / "river.lesart")
    assert "gazette.html" in asked
    assert not [path for path in asked if "server" in path]


def test_saving_where_an_empty_file_was_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "new.lesart"
    path.touch()
    store.save(event.comparison(), path)
    assert store.load(path) == event.comparison()


def test_loading_changes_nothing_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "river.lesart"
    store.save(event.decided(), path)
    before = path.read_bytes()
    store.load(path)
    assert path.read_bytes() == before


def test_a_file_in_wal_mode_is_one_file_again_when_saved(tmp_path: Path) -> None:
    path = tmp_path / "river.lesart"
    store.save(event.comparison(), path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("UPDATE articles SET outlet = 'Elsewhere'")
    db.commit()
    db.close()
    assert {a.outlet for a in store.load(path).articles} == {"Elsewhere"}
    store.save(event.decided(), path)
    assert [p.name for p in tmp_path.iterdir()] == ["river.lesart"]
    assert path.read_bytes()[18:20] == b"\x01\x01", "the header says: a rollback journal"


def test_an_older_file_is_read_and_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "river.lesart"
    store.save(event.decided(), path)
    before = path.read_bytes()

    def step_of_tomorrow(db: Database) -> None:
        db.execute("ALTER TABLE links ADD COLUMN doubt REAL NOT NULL DEFAULT 0")
        db.execute("UPDATE articles SET outlet = 'Migrated'")

    monkeypatch.setattr(schema, "STEPS", [*schema.STEPS, step_of_tomorrow])
    assert {a.outlet for a in store.load(path).articles} == {"Migrated"}
    assert path.read_bytes() == before
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(path).execute("SELECT doubt FROM links")


def test_a_step_that_fails_leaves_the_file_at_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "river.lesart"
    store.save(event.decided(), path)

    def step_that_fails(db: Database) -> None:
        db.execute("DROP TABLE marks")
        raise ZeroDivisionError

    released = schema.version()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", [*schema.STEPS, step_that_fails])
        with pytest.raises(ZeroDivisionError):
            store.save(event.comparison(), path)
    assert file.check(path) == released
    assert store.load(path) == event.decided()
