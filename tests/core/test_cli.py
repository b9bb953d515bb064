"""The command line: what it prints where, and with which exit status it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from core import cli, compare, report, store
from core.job import Job
from core.model import Comparison, Settings
from tests.core.report import event


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("COLUMNS", "100")


class Asked:
    """A comparison that keeps what it was asked for."""

    def __init__(self, result: Comparison) -> None:
        self.result = result
        self.sources: list[str] = []
        self.settings: Settings | None = None

    def __call__(self, sources: Sequence[object], settings: Settings, job: Job) -> Comparison:
        self.sources, self.settings = [str(s) for s in sources], settings
        for done in range(3):
            job.step(done, 3, "stage.reading")
        job.step(0, 1, "stage.claims")
        return self.result


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked(event.comparison())
    monkeypatch.setattr(compare, "compare", made)
    return made


def test_without_output_the_table_goes_to_stdout(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "a.txt", "b.txt"]) == 0
    out, err = capsys.readouterr()
    assert asked.sources == ["a.txt", "b.txt"]
    assert "The council of Harnow votes to close the ferry" in out
    assert "(E) seems to be about something else than the rest." in out
    assert err.split("\n") == [
        "Reading the articles …",
        "Finding the claims …",
        "lesart: “scan.pdf” holds no text.",
        "",
    ]


@pytest.mark.parametrize("order", [["-o", "{out}", "a", "b"], ["a", "b", "--output", "{out}"]])
def test_the_report_goes_to_its_file(
    order: list[str], asked: Asked, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.html"
    assert cli.main(["compare", *(word.format(out=path) for word in order)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert str(path) in err


def test_a_format_without_a_file_goes_to_stdout(asked: Asked, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["compare", "a", "b", "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["format"] == "lesart-comparison"


def test_a_format_wins_over_the_files_ending(asked: Asked, tmp_path: Path) -> None:
    path = tmp_path / "result"
    assert cli.main(["compare", "a", "b", "--format", "json", "-o", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1


def test_the_threshold_reaches_the_comparison(asked: Asked) -> None:
    assert cli.main(["compare", "a", "b", "--threshold", "0,7"]) == 0
    assert asked.settings == Settings(link_threshold=0.7)
    assert cli.main(["compare", "a", "b"]) == 0
    assert asked.settings == Settings()


def test_the_sample_is_compared(asked: Asked) -> None:
    assert cli.main(["compare", "--sample"]) == 0
    assert asked.sources == [str(p) for p in compare.sample_sources()]


@pytest.mark.parametrize("how", [["--language", "de"], ["--language=de"]])
def test_it_speaks_the_language_asked_for(how: list[str], asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "a", "b", *how]) == 0
    out, err = capsys.readouterr()
    assert "Hinweise sind Stellen" in out
    assert "Artikel werden gelesen …" in err
    assert cli.main(["compare", *how, "--help"]) == 0
    assert "Aufruf: lesart compare" in capsys.readouterr().out


def test_it_speaks_the_systems_language(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    assert cli.main(["compare", "a", "b"]) == 0
    assert "Aussage" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["compare"], ["compare", "a", "--format", "doc"], ["compare", "a", "b", "-o", "x.unknown"], ["nonsense"],
     ["compare", "a", "b", "--threshold", "2"], ["compare", "a", "b", "--threshold", "much"], ["compare", "--colour", "a"],
     ["report"]],
)  # fmt: skip
def test_wrong_usage_ends_with_2(arguments: list[str], asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert "Usage: lesart" in out + err
    assert "Traceback" not in out + err
    assert asked.sources == []


def test_a_report_never_replaces_an_article(asked: Asked, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text("An article", encoding="utf-8")
    assert cli.main(["compare", str(path), "b", "-o", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "An article"
    assert "a.md" in capsys.readouterr().err


def test_nowhere_to_write_is_told_before_the_work(
    asked: Asked, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compare", "a", "b", "-o", str(tmp_path / "no" / "x.html")]) == 1
    assert "there is no such folder" in capsys.readouterr().err
    assert asked.sources == []


def test_too_few_articles_end_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The real comparison, of which nothing can be read."""
    (tmp_path / "empty.txt").touch()
    missing = tmp_path / "missing.txt"
    assert cli.main(["compare", str(missing), str(tmp_path / "empty.txt")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    lines = [line for line in err.strip().split("\n") if line.startswith("lesart: ")]
    assert len(lines) == 3
    assert "missing.txt" in lines[0]
    assert "empty.txt" in lines[1]
    assert "at least two articles" in lines[2]


def test_stopping_is_no_error_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> Comparison:
        raise KeyboardInterrupt

    monkeypatch.setattr(compare, "compare", stop)
    assert cli.main(["compare", "a", "b"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_control_characters_in_a_files_name_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "\x1b[2Ja.txt", "b.txt"]) == 1
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "⟨U+001B⟩[2Ja.txt" in err


def test_the_version(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda name: {"lesart": "9.8.7"}[name])
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == "Lesart 9.8.7\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_draws_in_place_and_goes_away() -> None:
    stream = Terminal()
    bar = cli.Bar(stream, "en")
    bar.report(1, 2, "stage.reading")
    bar.report(1, 2, "stage.reading")
    half = "█" * 15 + "░" * 15
    assert stream.getvalue() == f"\r{half} Reading the articles …\x1b[K"
    bar.report(0, 0, "stage.claims")
    bar.close()
    bar.close()
    assert stream.getvalue().endswith("Finding the claims …\x1b[K\r\x1b[K")
    assert stream.getvalue().count("\x1b[K") == 3


def test_without_a_terminal_each_stage_has_one_line() -> None:
    stream = io.StringIO()
    bar = cli.Bar(stream, "de")
    for done in range(50):
        bar.report(done, 50, "stage.reading")
    bar.report(0, 1, "stage.claims")
    bar.close()
    assert stream.getvalue() == "Artikel werden gelesen …\nAussagen werden gesucht …\n"


def test_a_project_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "event.lesart"
    store.save(event.decided(), project)
    out = tmp_path / "report.html"
    assert cli.main(["report", str(project), "-o", str(out), "--title", "The ferry", "--rejected", "struck"]) == 0
    page = out.read_text(encoding="utf-8")
    assert "<h1>The ferry</h1>" in page
    assert "rejected by the reader" in page
    assert cli.main(["report", str(project)]) == 0
    assert "The council of Harnow votes" in capsys.readouterr().out
    before = project.read_bytes()
    assert cli.main(["report", str(project), "-o", str(project), "--format", "html"]) == 2
    assert project.read_bytes() == before


def test_a_project_that_is_none_gets_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["report", str(tmp_path / "none.lesart")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("lesart: ")
    assert "none.lesart" in err


@pytest.mark.parametrize(("name", "text"), [("no.png", "could not be read"), ("logo.txt", "no picture")])
def test_a_logo_that_is_none_gets_a_sentence(
    name: str, text: str, asked: Asked, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.html"
    assert cli.main(["compare", "a", "b", "-o", str(out), "--logo", str(tmp_path / name)]) == 1
    assert text in capsys.readouterr().err
    assert not out.exists()


def test_the_table_follows_the_options(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "a", "b", "--strength", "1"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert next(line for line in lines if "votes to close the ferry" in line).split()[-1] == "–"


def test_a_console_of_few_characters_gets_what_it_can_show(tmp_path: Path) -> None:
    project = tmp_path / "event.lesart"
    store.save(event.comparison(), project)
    words = ["report", str(project), "--language", "de"]
    code = f"import sys; from core.cli import main; sys.exit(main({words!r}))"
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "ascii"}
    )
    assert (made.returncode, made.stderr) == (0, b"")
    assert b"19 votes to 14" in made.stdout


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """``lesart … | head -1`` ends quietly."""
    project = tmp_path / "event.lesart"
    store.save(event.comparison(), project)
    words = ["report", str(project), "--format", "html"]
    code = f"import sys; from core.cli import main; sys.exit(main({words!r}))"
    made = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert made.stdout
    assert made.stderr
    made.stdout.read(10)
    made.stdout.close()
    assert made.stderr.read() == b""
    assert made.wait() == 0


@pytest.mark.parametrize("suffix", report.FORMATS)
def test_both_commands_write_every_format_the_same(suffix: str, asked: Asked, tmp_path: Path) -> None:
    """What was compared just now and what a project kept of it make the same report, as the window makes it."""
    project, fresh, kept = tmp_path / "p.lesart", tmp_path / f"fresh.{suffix}", tmp_path / f"kept.{suffix}"
    store.save(asked.result, project)
    assert cli.main(["compare", "a", "b", "-o", str(fresh)]) == 0
    assert cli.main(["report", str(project), "-o", str(kept)]) == 0
    content = report.render(asked.result, suffix)
    assert fresh.read_bytes() == kept.read_bytes() == (content.encode() if isinstance(content, str) else content)


def test_claims_and_lenses_are_chosen(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["compare", "a", "b", "--format", "jsonld", "--claims", "2,6-7", "--lenses", "figure, label"]
    assert cli.main(words) == 0
    told = json.loads(capsys.readouterr().out)["items"]
    gists = [a["body"][0]["value"] for a in told if a["motivation"] == "linking"]
    assert gists == [asked.result.groups[i].gist for i in (1, 5, 6)]
    assert [a["kind"] for a in told if a["motivation"] == "highlighting"] == ["label", "figure"]


@pytest.mark.parametrize("suffix", report.WHOLE)
def test_a_format_of_whole_texts_is_not_written_without_them(
    suffix: str, asked: Asked, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"r.{suffix}"
    assert cli.main(["compare", "a", "b", "-o", str(out), "--texts", "excerpts"]) == 1
    assert str(out) in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "wrong", [["--claims", "0"], ["--claims", "a"], ["--claims", "3-1"], ["--lenses", "hue"], ["--lenses", ""]]
)
def test_claims_and_lenses_that_are_none_end_with_2(wrong: list[str], asked: Asked) -> None:
    assert cli.main(["compare", "a", "b", *wrong]) == 2


def test_numbers_that_no_claim_has_end_with_1(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "a", "b", "--claims", "99"]) == 1
    assert "No claim has one of the given numbers." in capsys.readouterr().err
