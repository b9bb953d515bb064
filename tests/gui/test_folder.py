"""A folder dropped on the window: read file by file with progress, one list of what failed, stopped by Esc."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import compare as door
from core import reading as room
from core.job import Job
from core.model import Comparison
from gui.window import Window

FILES, BAD = 60, 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for n in range(FILES):
        text = f"Number {n}\n\nThe bridge is shut for the {n}th time." if n % 10 else ""
        (made / f"{n:02}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def reading(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Comparing only reads; the progress that was told."""
    told: list[tuple[int, int]] = []

    def compare(sources: Sequence[door.Source], settings: object, job: Job, *_: object) -> Comparison:
        report = job.report

        def listen(done: int, total: int, label: str) -> None:
            told.append((done, total))
            report(done, total, label)

        monkeypatch.setattr(job, "report", listen)
        articles, failures = door.read(sources, job)
        return Comparison(articles, (), (), (), (), comparison.settings, comparison.provenance, failures=failures)

    monkeypatch.setattr("core.compare.compare", compare)
    return told


def drop(window: Window, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, Qt.KeyboardModifier.NoModifier))


def test_progress_and_one_list_of_failures(
    window: Window, folder: Path, reading: list[tuple[int, int]], qtbot: QtBot
) -> None:
    drop(window, folder)
    qtbot.waitUntil(lambda: window.session.comparison is not None, timeout=20_000)
    assert window.session.comparison
    assert len(window.session.comparison.articles) == FILES - BAD
    assert reading == [(n, FILES) for n in range(FILES)]
    assert len(window.problems.failures) == BAD
    assert all("is empty" in sentence for sentence in window.problems.sentences())


def test_esc_stops_it_at_once(
    window: Window, folder: Path, reading: list[tuple[int, int]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, go_on = threading.Event(), threading.Event()
    own = room.read_place

    def slow(place: str, job: Job) -> object:
        under_way.set()
        go_on.wait(10)
        return own(place, job)

    monkeypatch.setattr(room, "read_place", slow)
    drop(window, folder)
    qtbot.waitUntil(under_way.is_set)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.jobs.busy  # although a file is still being read
    go_on.set()
    qtbot.wait(100)
    QApplication.processEvents()
    assert window.session.comparison is None
    assert len(reading) == 1
