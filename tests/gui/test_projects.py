"""Projects are opened: by two windows, with steps and states, damaged, with decisions that no longer apply."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core import store
from core.compare import revise
from core.errors import UserError
from core.model import Comparison, Decision
from gui.states import States
from gui.window import Window
from tests.gui.kept import CONTROL, NOTE, WHEN, decisions, press, save_and_open, settled


def test_going_back_to_a_dated_state_can_be_undone(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    save_and_open(comparison, path, window, qtbot)
    window.session.decide(NOTE, "Note")
    window.actions_["states"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(States)))
    dialog = window.findChildren(States)[0]
    assert dialog.list.count() == 1
    assert "4 articles, 0 decisions" in dialog.list.item(0).text()
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.comparison == comparison)
    settled(window, qtbot)
    assert decisions(path) == ()
    window.actions_["undo"].trigger()
    settled(window, qtbot)
    assert decisions(path) == (NOTE,)


def test_the_present_state_can_be_kept(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    settled(window, qtbot)
    window.actions_["states"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(States)))
    qtbot.mouseClick(window.findChildren(States)[0].keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "kept" in window.statusBar().currentMessage())
    assert window.desk.keeper.project is not None
    assert [s.why for s in window.desk.keeper.project.snapshots()] == ["asked"]


def test_the_second_window_on_a_project_reads_only_and_says_so(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bridge.lesart"
    store.save(comparison, path)
    with store.Project(path):
        window.desk.open([str(path)])
        qtbot.waitUntil(lambda: window.session.comparison is not None)
        assert window.read_only.isVisible()
        assert "open in another Lesart window" in window.read_only.text.text()
        assert "reading only" in window.windowTitle()
        window.session.decide(NOTE, "Note")
        assert window.session.comparison == comparison
        assert window.problems.isVisible()
        window.desk.open([str(tmp_path / "more.txt")])
        assert not window.jobs.busy
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.lesart"), ""))
        press(window, "Save a copy", qtbot)
        qtbot.waitUntil(lambda: window.session.locked is None)
        assert not window.read_only.isVisible()
        window.session.decide(NOTE, "Note")
        settled(window, qtbot)
    assert decisions(path) == ()
    assert decisions(tmp_path / "mine.lesart") == (NOTE,)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("truncated", None, "damaged"),
        ("text", b"No database at all.\n" * 30, "not a comparison saved by Lesart"),
        ("empty", b"", "empty file"),
        ("missing", b"-", "was not found"),
    ],
)
def test_what_cannot_be_opened_gets_a_sentence_and_what_is_open_stays(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / f"{name}.lesart"
    store.save(comparison, path)
    path.write_bytes(path.read_bytes()[:9000] if content is None else content)
    if name == "missing":
        path.unlink()
    window.session.show(comparison)
    window.desk.open([str(path)])
    qtbot.waitUntil(window.problems.isVisible)
    assert len(window.problems.sentences()) == 1
    assert said in window.problems.sentences()[0]
    assert f"{name}.lesart" in window.problems.sentences()[0]
    assert window.session.comparison == comparison


def test_opening_what_is_open_changes_nothing(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    save_and_open(comparison, path, window, qtbot)
    window.session.decide(NOTE, "Note")
    window.desk.open([str(path)])
    assert not window.jobs.busy
    assert window.session.undo.canUndo()
    assert window.session.locked is None


def test_a_project_closed_and_opened_in_one_go_is_not_taken_for_anothers(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    save_and_open(comparison, path, window, qtbot)
    window.session.decide(NOTE, "Note")
    assert window.desk.close()
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert window.session.locked is None
    assert window.session.comparison == revise(comparison, [NOTE])


def test_decisions_that_no_longer_apply_are_listed(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = comparison.groups[0]
    link = Decision("d3", "accept_link", WHEN, claims=group.claims[:2])
    window.session.show(revise(comparison, [NOTE, link]))
    assert not window.lapsed.isVisible()
    gone = next(c.article_id for c in comparison.claims if c.id == group.claims[0])
    left = replace(
        comparison, articles=tuple(a for a in comparison.articles if a.id != gone),
        claims=tuple(c for c in comparison.claims if c.article_id != gone), links=(), groups=(), marks=(),
    )  # fmt: skip
    monkeypatch.setattr("core.compare.compare", lambda sources, settings, job, known: left)
    window.session.ask("remove", gone)
    qtbot.waitUntil(window.lapsed.isVisible)
    assert window.session.comparison is not None
    assert len(window.session.comparison.decisions) == 2
    assert "1 of your decisions" in window.lapsed.text.text()
    press(window, "Show", qtbot)
    (said,) = [window.lapsed.list.item(n).text() for n in range(window.lapsed.list.count())]
    assert said.startswith("Link confirmed: ")
    assert "an article that is no longer here" in said
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert not window.lapsed.isVisible()
    assert window.session.comparison == revise(comparison, [NOTE, link])


def test_a_step_that_the_project_has_lost_is_told_and_nothing_is_undone(
    window: Window, comparison: Comparison, qtbot: QtBot
) -> None:
    def stepped(id_: str, now: Comparison, forth: bool) -> Comparison:
        raise UserError("error.project.damaged", "bridge.lesart")

    window.session.show(comparison)
    window.session.bring_back([("s1", "Note")], 1, stepped)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.session.comparison == comparison
    assert "damaged" in window.problems.sentences()[0]
    qtbot.waitUntil(lambda: window.session.undo.count() == 0)


def test_a_glance_of_another_at_the_project_does_not_lock_it(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    store.save(comparison, path)
    other = store.Project(path)
    window.desk.open([str(path)])
    QTimer.singleShot(150, other.close)
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert window.session.locked is None


def test_steps_that_cannot_be_read_are_told_and_the_project_opens(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    store.save(comparison, path)
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE history")
    db.close()
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert window.session.comparison == comparison
    assert "damaged" in window.problems.sentences()[0]
