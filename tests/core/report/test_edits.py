"""Two versions of one article: what the terminal and the reports say of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from core import cli, report
from core.compare import compare
from core.model import Comparison
from core.reading import read_text
from core.report import Options, edited, render

OLD = """Council closes the river ferry

The council voted on Tuesday to close the ferry at the end of March. The motion passed by 19 votes to 14.

The government in the capital has promised a bridge. According to the harbour office, repairs would cost 4.1 million euros.

About 300 people protested in front of the town hall. Police said two people were briefly detained.
"""
NEW = """Council axes the river ferry

The council voted on Tuesday to close the ferry at the end of March. The motion passed by 19 votes to 12.

The regime in the capital has promised a bridge. Repairs would cost 4.1 million euros.

About 300 people protested in front of the town hall. The mayor did not answer questions.
"""


@cache
def versions() -> Comparison:
    return compare([read_text(OLD, source="old.txt"), read_text(NEW, source="new.txt")])


def test_the_terminal_shows_what_changed_in_the_order_of_the_text() -> None:
    said = edited(versions(), "en", 100).split("\n\n", 2)[2]
    places = [
        said.index(text)
        for text in (
            "- Council [-closes-] the river ferry", "+ Council {+axes+} the river ferry", "figure changed",
            "19 votes to {+12+}", "relabelled", "- The [-government-] in the capital", "+ The {+regime+} in the capital",
            "source dropped", "[-According to the harbour office-]", "\ncut\n", "- Police said two people", "\nadded\n",
            "+ The mayor did not answer",
        )
    ]  # fmt: skip
    assert places == sorted(places)
    assert "About 300 people" not in said


def test_it_is_said_in_german_too() -> None:
    said = edited(versions(), "de", 100)
    assert all(word in said for word in ("Wörtlich übernommen: 2", "umbenannt", "Quelle weggelassen", "hinzugefügt"))


@pytest.mark.parametrize("suffix", ["html", "md", "docx", "pdf"])
def test_reports_say_what_changed_and_nothing_of_sources(suffix: str) -> None:
    from tests.core.report import golden

    content = render(versions(), suffix, "en", Options(versions=True))
    readers = {"docx": golden._docx, "pdf": golden._pdf}
    text = content if isinstance(content, str) else readers[suffix](content)
    assert "What changed" in text
    assert "Two versions of one article" in text
    assert "Who took it from whom" not in text
    assert "independent source" not in text


def test_the_data_file_has_the_one_edge() -> None:
    (edge,) = json.loads(str(report.render(versions(), "json", "en", Options(versions=True))))["lineage"]
    old, new = versions().articles
    assert (edge["source"], edge["copy"], edge["told"]) == (old.id, new.id, "given")
    kinds = [kind for change in edge["changes"] for kind in change["kinds"]]
    assert {"kept", "relabelled", "figure_changed", "source_dropped", "cut", "added"} <= set(kinds)


def test_versions_that_share_nothing_are_asked_about() -> None:
    other = read_text("Five roses for the shade\n\nNot every rose asks for sun all day. These bloom under trees.\n")
    comparison = compare([read_text(OLD, source="old.txt"), other])
    assert "are they versions of one article?" in " ".join(edited(comparison, "en", 100).split())


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("LC_ALL", "C")
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


def test_the_command_prints_the_changes(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", *files]) == 0
    assert "{+regime+}" in capsys.readouterr().out


def test_the_command_writes_a_report(files: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "diff.md"
    assert cli.main(["diff", *files, "-o", str(out), "--language", "de"]) == 0
    assert "## Was sich änderte" in out.read_text(encoding="utf-8")


def test_the_same_text_twice_has_not_changed(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    copy = Path(files[0]).with_name("copy.txt")
    copy.write_text(OLD, encoding="utf-8")
    assert cli.main(["diff", files[0], str(copy)]) == 0
    assert capsys.readouterr().out == "Nothing changed: both files have the same text.\n"


def test_a_file_that_is_not_there_is_named(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", files[0], files[1] + "x"]) == 1
    assert "new.txtx" in capsys.readouterr().err


def test_a_third_file_is_wrong_usage(files: tuple[str, str]) -> None:
    assert cli.main(["diff", *files, "third.txt"]) == 2


def test_the_report_may_not_replace_a_version(files: tuple[str, str]) -> None:
    assert cli.main(["diff", *files, "-o", files[1], "--format", "md"]) == 2
    assert Path(files[1]).read_text(encoding="utf-8") == NEW
