"""Projects and files, with the real store and the real reading room behind the window."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core import store
from core.job import Job
from core.model import Comparison, Decision
from gui.opening import PROJECT, Pasted
from gui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = Decision("d1", "note", "2026-11-22T10:00:00Z", text="check this")


def test_projects_have_the_stores_ending() -> None:
    assert PROJECT == store.SUFFIX


def test_what_is_no_project_is_told_and_what_is_open_stays(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "other.lesart"
    path.write_bytes(b"something else altogether")
    window.session.show(comparison)
    window.desk.open([str(path)])
    qtbot.waitUntil(window.problems.isVisible)
    assert "other.lesart" in window.problems.sentences()[0]
    assert window.session.comparison == comparison


def test_a_project_and_articles_together_add_the_articles(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "bridge.lesart")
    store.save(comparison, path)
    asked: list[object] = []
    monkeypatch.setattr(
        "core.compare.compare", lambda sources, settings, job, known: asked.extend(sources) or comparison
    )
    window.desk.open(["new.txt", path])
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [*comparison.articles, "new.txt"]


def test_every_bad_file_gets_a_sentence_of_its_own(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "page.html").write_text("<html><body><nav>Home</nav></body></html>", encoding="utf-8")
    (tmp_path / "large.txt").write_bytes(b"word " * 4_000_000)
    names = ["empty.txt", "folder", "binary.txt", "page.html", "large.txt", "missing.pdf"]
    window.desk.open([str(tmp_path / name) for name in names])
    qtbot.waitUntil(window.problems.isVisible, timeout=60_000)
    said = window.problems.sentences()
    assert len(said) == len(names)
    for name, sentence in zip(names, said, strict=True):
        assert name in sentence
        assert sentence.endswith((".", "!"))
        assert "Traceback" not in sentence
    assert window.welcome.isVisible()


def test_a_paste_that_is_no_article_is_told(window: Window, qtbot: QtBot) -> None:
    window.desk.open([Pasted("<html><body></body></html>", True, "clipboard")])
    qtbot.waitUntil(window.problems.isVisible, timeout=60_000)
    assert "clipboard" in window.problems.sentences()[0]


def test_a_correction_while_comparing_is_not_lost(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def slow(sources: object, settings: object, job: object, known: object) -> Comparison:
        go.wait(60)
        return replace(comparison, articles=comparison.articles[::-1])

    monkeypatch.setattr("core.compare.compare", slow)
    window.session.show(comparison)
    window.desk.open(["new.txt"])
    window.session.decide(NOTE, "Note")
    go.set()
    qtbot.waitUntil(lambda: window.session.undo.index() == 2)
    assert window.session.comparison is not None
    assert window.session.comparison.decisions == (NOTE,)


def test_a_file_opened_while_the_sample_is_compared_comes_to_it(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def slow(sources: list[str], settings: object, job: Job, known: object) -> Comparison:
        asked.append([Path(s).name for s in sources])
        while len(asked) < 2:
            job.check()
            time.sleep(0.01)
        return comparison

    monkeypatch.setattr("core.compare.compare", slow)
    window.desk.open_sample()
    qtbot.waitUntil(lambda: len(asked) == 1)
    window.desk.open(["new.txt"])
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1] == [*asked[0], "new.txt"]
    assert len(asked[0]) > 1
