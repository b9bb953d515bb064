"""The built program in an environment with nothing in it: no PATH, so no Python, and an empty HOME."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.parts import LARGEST, WHY, parts, table

BUILT = os.environ.get("LESART_BUILT", "")
PATIENCE = 600.0
"""Seconds; the first start reads all of it from the disk."""

pytestmark = [
    pytest.mark.skipif(
        not BUILT, reason="LESART_BUILT names no built program; python -m tests.build makes one, in minutes"
    ),
    pytest.mark.skipif(sys.platform == "win32", reason="a program there needs SystemRoot in its environment"),
]


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty one, with a short name: the socket of the window lies there."""
    with tempfile.TemporaryDirectory() as home:
        yield Path(home)


@pytest.fixture
def alone(home: Path) -> dict[str, str]:
    """All of the environment. Without a language in UTF-8, Qt says on stderr that it takes one."""
    return {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


@pytest.fixture
def lesart(tmp_path: Path, alone: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run it in a folder of its own until it ends."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [f"{BUILT}/lesart", *words], env=alone, cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE
        )

    return run


@pytest.fixture
def window(tmp_path: Path, alone: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Its window, with the sample in it."""
    process = subprocess.Popen(
        [f"{BUILT}/lesart", "--sample"],
        env=alone, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    yield process
    process.kill()
    process.communicate()


def test_it_weighs_what_it_may(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{table(Path(BUILT))}")
    sizes = parts(Path(BUILT))
    assert sum(sizes.values()) < LARGEST * 1_000_000
    assert [name for name, _ in sizes.most_common(10) if name not in WHY] == []


def test_it_says_its_version(lesart: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = lesart("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Lesart ")
    assert "?" not in done.stdout


def test_it_has_its_help(lesart: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = lesart("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "compare" in done.stdout


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx", "xlsx", "md", "json", "csv"])
def test_it_compares_the_sample(
    lesart: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, suffix: str
) -> None:
    done = lesart("compare", "--sample", "-o", f"x.{suffix}")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    report = (tmp_path / f"x.{suffix}").read_bytes()
    assert len(report) > 2000


def test_it_compares_many_events_by_several_processes(
    lesart: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    for event in ("bridge", "market"):
        (tmp_path / "events" / event).mkdir(parents=True)
        for outlet, verb in (("courier", "closed"), ("gazette", "shut")):
            text = f"The {event}\n\nThe mayor {verb} the old {event} on Monday. Forty people lost their work.\n"
            (tmp_path / "events" / event / f"{outlet}.txt").write_text(text)
    done = lesart("batch", "events", "-o", "out", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "summary.parquet").read_bytes().startswith(b"PAR1")
    assert "bridge" in (tmp_path / "out" / "summary.csv").read_text(encoding="utf-8-sig")


def test_its_window_shows_the_sample_and_takes_more(
    window: subprocess.Popen[str],
    lesart: Callable[..., subprocess.CompletedProcess[str]],
    home: Path,
    tmp_path: Path,
) -> None:
    data = home / ".local" / "share" / "Lesart"
    _wait(lambda: len(_titles(data / "unsaved")) == 4, window)
    article = tmp_path / "letter.txt"
    article.write_text("A letter to the editor\n\nThe mayor closed the old bridge on Monday. Nobody was told.\n")
    second = lesart(str(article))
    assert (second.returncode, second.stderr) == (0, "")
    _wait(lambda: len(_titles(data / "unsaved")) == 5, window)
    assert "A letter to the editor" in _titles(data / "unsaved")
    window.terminate()
    said, _ = window.communicate(timeout=PATIENCE)
    assert "Traceback" not in said
    assert "Warning" not in said


def _titles(folder: Path) -> list[str]:
    """Of the articles that the window keeps there; none before it does."""
    try:
        (project,) = folder.glob("*.lesart")
        with sqlite3.connect(f"file:{project}?mode=ro", uri=True) as database:
            return [title for (title,) in database.execute("SELECT title FROM articles")]
    except (ValueError, sqlite3.OperationalError):
        return []


def _wait(happened: Callable[[], bool], window: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert window.poll() is None, window.communicate()[0]
        assert time.monotonic() < until
        time.sleep(0.2)
