"""Many events at once: what is compared, what is not compared again, and what is told of those that fail."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from core import batch, cli
from core.batch import folders, summary, work
from core.batch.processes import Processes
from core.errors import Cancelled, UserError
from core.job import Job
from core.model import Settings
from tests.core.batch.made import TEXTS, Here, events


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return events(tmp_path / "in")


def run(place: Path, out: Path, pool: Here | None = None, **how: Any) -> tuple[batch.Run, Here]:
    pool = pool or Here()
    return batch.run(place, out, lambda: pool, how.pop("settings", Settings()), **how), pool


def rows(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(out / "summary.parquet").to_pylist()
    return found


def bytes_of(out: Path) -> tuple[bytes, bytes]:
    return (out / "summary.parquet").read_bytes(), (out / "summary.csv").read_bytes()


def test_every_sub_folder_is_an_event_and_one_table_holds_all(place: Path, tmp_path: Path) -> None:
    (place / ".hidden").mkdir()
    ended, pool = run(place, tmp_path / "out")
    assert pool.asked == sorted(TEXTS)
    assert (ended.events, ended.compared, ended.before) == (3, 3, 0)
    table = rows(tmp_path / "out")
    whole = {r["event"]: r for r in table if r["row"] == "event"}
    assert list(whole) == sorted(TEXTS)
    assert whole["mill"]["carried_by"] == "ledger.txt | sub/beacon.txt"
    assert whole["mill"]["failed"] == 1
    for name, one in whole.items():
        own = [r for r in table if r["event"] == name]
        assert one["groups"] == sum(r["row"] == "group" for r in own)
        assert one["marks"] == sum(r["row"] == "mark" for r in own)
    assert {r["row"] for r in table} == {"event", "group", "mark"}
    for mark in (r for r in table if r["row"] == "mark" and r["kind"] not in {"omission", "emphasis"}):
        text = TEXTS[mark["event"]][mark["article"]]
        assert mark["text"] == text[mark["start"] : mark["end"]]


def test_failures_name_the_file_as_the_reader_knows_it(place: Path, tmp_path: Path) -> None:
    events(place, {"one": {"a.txt": "Alone\n\nOne article is no event."}})
    ended, _ = run(place, tmp_path / "out")
    told = {(f.event, f.file): f.sentence for f in ended.failed}
    assert set(told) == {("mill", "empty.txt"), ("one", "")}
    assert "empty.txt" in told["mill", "empty.txt"]
    assert "lesart-" not in told["mill", "empty.txt"]
    assert (ended.events, ended.compared) == (4, 3)


def test_the_csv_says_the_same_and_is_safe_to_open(tmp_path: Path) -> None:
    row = {"event": "river", "row": "group", "text": '=cmd, "quoted" öl', "links": 3}
    summary.write(tmp_path, [("river", work.Outcome("", (row,), ()))])
    text = (tmp_path / "summary.csv").read_text(encoding="utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(text))
    assert line["text"] == '\'=cmd, "quoted" öl'
    assert line["links"] == "3"
    assert {k: v for k, v in rows(tmp_path)[0].items() if v is not None} == row


def test_a_run_goes_on_where_it_stopped_and_ends_the_same(place: Path, tmp_path: Path) -> None:
    run(place, tmp_path / "whole")
    pool = Here()

    class Stops(Job):
        def report(self, done: int, total: int, label: str) -> None:
            if label == "stage.batch" and len(pool.asked) == 2:
                self.cancel()

    with pytest.raises(Cancelled):
        run(place, tmp_path / "out", pool, job=Stops())
    assert not (tmp_path / "out" / "summary.parquet").exists()
    assert pool.slots == 0  # closed
    ended, again = run(place, tmp_path / "out")
    assert ended.before == 2
    assert again.asked == sorted(TEXTS)[2:]
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "whole")


def test_nothing_is_compared_twice_but_what_changed(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(place, out)
    first = bytes_of(out)
    assert run(place, out)[1].asked == []
    assert bytes_of(out) == first
    (place / "ferry" / "third.txt").write_text("The ferry\n\nThe ferry of Harnow is closed.", encoding="utf-8")
    assert run(place, out)[1].asked == ["ferry"]
    assert run(place, out, settings=Settings(link_threshold=0.9))[1].asked == sorted(TEXTS)


def test_another_version_of_the_program_compares_again(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(place, tmp_path / "out")
    monkeypatch.setattr(folders, "program", lambda: "another")
    assert run(place, tmp_path / "out")[1].asked == sorted(TEXTS)


def test_a_worker_of_another_version_compares_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = folders.events(place, place)[0]
    task = event.task(Settings(), "en")
    monkeypatch.setattr(folders, "program", lambda: "another")
    with pytest.raises(UserError, match="another version"):
        work.compare_event(task)


@pytest.mark.parametrize("damage", ["", "{", '{"key": 1}', "[]"])
def test_a_damaged_file_of_what_is_finished_is_made_again(damage: str, place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(place, out)
    (out / folders.KEPT / "mill.json").write_text(damage, encoding="utf-8")
    assert run(place, out)[1].asked == ["mill"]


def test_what_is_kept_of_an_event_that_is_gone_goes(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    events(place, {"gone": TEXTS["ferry"]})
    run(place, out)
    (place / "gone").rename(tmp_path / "elsewhere")
    run(place, out)
    assert sorted(p.stem for p in (out / folders.KEPT).iterdir()) == sorted(TEXTS)


def test_an_event_whose_process_is_lost_is_tried_again_and_then_told(place: Path, tmp_path: Path) -> None:
    pool = Here()
    pool.losses = {"ferry": 1, "mill": 99}
    ended, _ = run(place, tmp_path / "out", pool)
    assert [f.event for f in ended.failed if not f.file] == ["mill"]
    assert pool.asked.count("ferry") == pool.asked.count("mill") == 2
    assert run(place, tmp_path / "out")[1].asked == ["mill"]


def test_a_bug_in_one_event_stops_no_other(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows_of = work._rows

    def fails(task: work.Task, *rest: Any) -> Any:
        if task.name == "mill":
            raise ZeroDivisionError
        return rows_of(task, *rest)

    monkeypatch.setattr(work, "_rows", fails)
    ended, _ = run(place, tmp_path / "out")
    assert [f.sentence for f in ended.failed] == [
        "“mill” could not be compared: the program failed (ZeroDivisionError). The next run tries it again."
    ]
    assert ended.compared == 2


def test_processes_find_what_one_process_finds(place: Path, tmp_path: Path) -> None:
    run(place, tmp_path / "one")
    ended = batch.run(place, tmp_path / "many", lambda: Processes(2), Settings())
    assert ended.compared == 3
    assert bytes_of(tmp_path / "many") == bytes_of(tmp_path / "one")


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_command_tells_how_it_ended(
    language: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.batch.processes.Processes", lambda jobs: Here())
    words = ["batch", str(place), "-o", str(tmp_path / "out"), "--language", language]
    assert cli.main(words) == 3
    err = capsys.readouterr().err
    assert "mill" in err
    assert "empty.txt" in err
    assert ("3 of 3 events" if language == "en" else "3 von 3 Ereignissen") in err
    (place / "mill" / "empty.txt").unlink()
    assert cli.main(words) == 0


def test_what_cannot_be_done_is_said_in_a_sentence(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    (tmp_path / "none").mkdir()
    wrong = [
        (tmp_path / "absent", tmp_path / "out"),
        (tmp_path / "none", tmp_path / "out"),
        (place, file),
    ]
    for folder, out in wrong:
        assert cli.main(["batch", str(folder), "-o", str(out), "--language", "en"]) == 1
        err = capsys.readouterr().err
        assert err.count("\n") == 1, err
        assert "Traceback" not in err
    assert cli.main(["batch", str(place)]) == 2
