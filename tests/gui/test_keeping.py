"""Nothing is ever lost: what the reader does is in a file at once, and there again after the next start."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core import store
from core.compare import revise
from core.errors import UserError
from core.known import Known
from core.model import Comparison, Decision
from gui.keeping import Keeper
from gui.preferences import Preferences
from gui.states import States
from gui.welcome import Unsaved
from gui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
WHEN = "2026-11-22T10:00:00Z"
NOTE = Decision("d1", "note", WHEN, text="check this 🥐")
OTHER = Decision("d2", "note", WHEN, text="and that")


def settled(window: Window, qtbot: QtBot) -> Path:
    """Wait until everything is on the disk; where."""
    keeper = window.desk.keeper
    qtbot.waitUntil(lambda: keeper.project is not None and keeper.last is None and not keeper._changed)
    assert keeper.project
    return keeper.project.path


def decisions(path: Path | str) -> tuple[Decision, ...]:
    return store.load(path).decisions


@pytest.fixture
def again(window: Window, qtbot: QtBot) -> Callable[[], Window]:
    """Close the window and start anew."""

    def start() -> Window:
        assert window.close()
        fresh = Window(Preferences(), window.theme, window.languages)
        qtbot.addWidget(fresh)
        fresh.show()
        fresh.open_first([], False)
        return fresh

    return start


def press(window: Window, text: str, qtbot: QtBot) -> None:
    """Click the button that reads ``text``."""
    qtbot.waitUntil(lambda: any(text in b.text() and b.isVisible() for b in window.findChildren(QPushButton)))
    button = next(b for b in window.findChildren(QPushButton) if text in b.text() and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_has_no_name_is_kept_and_offered_at_the_next_start(
    window: Window, comparison: Comparison, again: Callable[[], Window], qtbot: QtBot
) -> None:
    window.session.show(comparison)
    window.session.decide(NOTE, "Note")
    assert decisions(settled(window, qtbot)) == (NOTE,)
    assert not window.isWindowModified()
    fresh = again()
    press(fresh, comparison.articles[0].title[:20], qtbot)
    qtbot.waitUntil(lambda: fresh.session.comparison is not None)
    assert fresh.session.comparison == revise(comparison, [NOTE])
    fresh.close()


def test_leaving_asks_nothing_and_loses_nothing_even_in_the_same_moment(
    window: Window, comparison: Comparison, qtbot: QtBot
) -> None:
    window.session.show(comparison)
    window.session.decide(NOTE, "Note")
    assert window.close()
    (draft,) = store.unsaved()
    assert decisions(draft.path) == (NOTE,)


def test_undo_and_redo_outlive_the_window(
    window: Window, comparison: Comparison, again: Callable[[], Window], qtbot: QtBot
) -> None:
    window.session.show(comparison)
    window.session.decide(NOTE, "First note")
    window.session.decide(OTHER, "Second note")
    window.session.ask("right", comparison.articles[0].id)
    moved = window.session.comparison
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    settled(window, qtbot)
    fresh = again()
    press(fresh, comparison.articles[0].title[:20], qtbot)
    qtbot.waitUntil(lambda: fresh.session.comparison is not None)
    undo = fresh.session.undo
    assert [undo.text(n) for n in range(undo.count())] == ["First note", "Second note", "Move column"]
    qtbot.keyClick(fresh, Qt.Key.Key_Z, CONTROL)
    assert fresh.session.comparison == revise(comparison, [NOTE])
    qtbot.keyClick(fresh, Qt.Key.Key_Z, CONTROL)
    assert fresh.session.comparison == comparison
    assert not undo.canUndo()
    for _ in range(3):
        qtbot.keyClick(fresh, Qt.Key.Key_Y, CONTROL)
    assert fresh.session.comparison == moved
    path = settled(fresh, qtbot)
    assert store.load(path) == moved
    fresh.close()


def test_saving_gives_a_name_and_the_unnamed_copy_goes(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bridge"), ""))
    window.session.show(comparison)
    settled(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "bridge.lesart" in window.windowTitle())
    window.session.decide(NOTE, "Note")
    assert decisions(settled(window, qtbot)) == (NOTE,)
    assert window.desk.keeper.path == str(tmp_path / "bridge.lesart")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("it has a name"))
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert "bridge.lesart" in window.statusBar().currentMessage()
    window.actions_["close"].trigger()
    assert window.welcome.isVisible()
    qtbot.waitUntil(lambda: window.desk.keeper.last is None)
    assert store.unsaved() == ()
    window.desk.open([str(tmp_path / "bridge.lesart")])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert window.session.comparison == revise(comparison, [NOTE])
    assert window.session.locked is None


def test_save_as_goes_on_in_the_copy(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one.lesart", tmp_path / "two.lesart"
    store.save(comparison, one)
    window.desk.open([str(one)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    window.session.decide(NOTE, "Note")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(two), ""))
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "two.lesart" in window.windowTitle())
    window.session.decide(OTHER, "Note")
    settled(window, qtbot)
    assert (decisions(one), decisions(two)) == ((NOTE,), (NOTE, OTHER))


def test_going_back_to_a_dated_state_can_be_undone(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    store.save(comparison, path)
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
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


def refuse(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    def keep(project: store.Project, *_: object) -> None:
        raise UserError(key, str(project.path))

    monkeypatch.setattr(store.Project, "keep", keep)


def answer(button: str) -> None:
    """Answer the message box that is about to open."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if button in b.text().replace("&", "")).click()

    QTimer.singleShot(50, click)


def test_what_cannot_be_written_is_told_at_once_and_asked_about_when_leaving(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.show(comparison)
    settled(window, qtbot)
    with monkeypatch.context() as patch:
        refuse(patch, "error.project.full")
        window.session.decide(NOTE, "Note")
        qtbot.waitUntil(window.problems.isVisible)
        assert "no room left" in window.problems.sentences()[0]
        assert window.isWindowModified()
        answer("Cancel")
        assert not window.close()
        assert window.session.comparison == revise(comparison, [NOTE])
        answer("Cancel")
        window.actions_["close"].trigger()
        assert window.session.comparison is not None
    window.session.decide(OTHER, "Note")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert not window.problems.isVisible()
    assert decisions(settled(window, qtbot)) == (NOTE, OTHER)


def test_leaving_without_what_cannot_be_written(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.show(comparison)
    path = settled(window, qtbot)
    refuse(monkeypatch, "error.project.full")
    window.session.decide(NOTE, "Note")
    answer("Leave without")
    assert window.close()
    assert decisions(path) == ()


def test_leaving_while_a_write_fails_asks_too(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.show(comparison)
    settled(window, qtbot)
    with monkeypatch.context() as patch:
        refuse(patch, "error.project.full")
        window.session.decide(NOTE, "Note")
        window.desk.keeper.flush()
        answer("Cancel")
        assert not window.close()


def test_a_file_deleted_while_open_is_told_and_saved_elsewhere(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "bridge.lesart", tmp_path / "rescued.lesart"
    store.save(comparison, path)
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    path.unlink()
    window.session.decide(NOTE, "Note")
    qtbot.waitUntil(window.problems.isVisible)
    assert "moved or deleted" in window.problems.sentences()[0]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "rescued.lesart" in window.windowTitle())
    qtbot.waitUntil(lambda: not window.problems.isVisible())
    settled(window, qtbot)
    assert decisions(other) == (NOTE,)
    assert not path.exists()


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


def test_the_sample_leaves_nothing_behind_unless_it_was_worked_on(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.compare.compare", lambda sources, settings, job, known: comparison)
    for decided in (False, True):
        window.desk.open_sample()
        qtbot.waitUntil(lambda: window.session.comparison is not None)
        settled(window, qtbot)
        if decided:
            window.session.decide(NOTE, "Note")
        window.actions_["close"].trigger()
        qtbot.waitUntil(lambda: window.desk.keeper.last is None)
        assert len(store.unsaved()) == decided


def test_a_project_without_a_name_can_be_thrown_away(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    thrown: list[str] = []
    monkeypatch.setattr("gui.projects.QFile.moveToTrash", lambda path: thrown.append(path) or not os.unlink(path))
    window.session.show(comparison)
    path = settled(window, qtbot)
    window.actions_["close"].trigger()
    press(window, "Throw away", qtbot)
    qtbot.waitUntil(lambda: not [row for row in window.welcome.findChildren(Unsaved) if row.isVisible()])
    assert thrown == [str(path)]


def test_opening_what_is_open_changes_nothing(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    store.save(comparison, path)
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    window.session.decide(NOTE, "Note")
    window.desk.open([str(path)])
    assert not window.jobs.busy
    assert window.session.undo.canUndo()
    assert window.session.locked is None


def test_a_project_closed_and_opened_in_one_go_is_not_taken_for_anothers(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bridge.lesart"
    store.save(comparison, path)
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
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


def test_a_bug_in_keeping_is_told(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(*_: object) -> None:
        raise ZeroDivisionError

    told: list[BaseException] = []
    window.session.show(comparison)
    settled(window, qtbot)
    window.jobs.crashed.disconnect()
    window.jobs.crashed.connect(lambda error, _: told.append(error))
    with monkeypatch.context() as patch:
        patch.setattr(store.Project, "keep", keep)
        window.session.decide(NOTE, "Note")
        qtbot.waitUntil(lambda: bool(told))
    window.session.decide(OTHER, "Note")
    assert decisions(settled(window, qtbot)) == (NOTE, OTHER)


def test_keeping_never_waits_for_the_disk(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    assert isinstance(window.desk.keeper, Keeper)
    window.session.show(comparison)
    for n in range(50):
        window.session.decide(replace(NOTE, id=f"n{n}"), "Note")
    assert len(decisions(settled(window, qtbot))) == 50


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_loses_nothing_that_was_there(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot
) -> None:
    import resource

    path = tmp_path / "bridge.lesart"
    store.save(revise(comparison, [NOTE]), path)
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 30_000, before[1]))
        window.session.decide(replace(OTHER, text="long " * 100_000), "Note")
        qtbot.waitUntil(window.problems.isVisible)
        assert "no room left" in window.problems.sentences()[0]
        assert decisions(path) == (NOTE,)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    window.session.decide(replace(OTHER, id="d3"), "Note")
    qtbot.waitUntil(lambda: not window.problems.isVisible())
    assert len(decisions(settled(window, qtbot))) == 3


def test_what_is_known_of_the_texts_is_there_when_an_article_is_added_after_the_next_start(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[dict[str, bytes]] = []

    def compare(sources: list[object], settings: object, job: object, known: Known) -> Comparison:
        given.append(dict(known.pieces))
        known.find("a digest")
        known.pieces["a digest"] = b"a vector"
        return replace(
            comparison, articles=comparison.articles[: len(given) + 1], claims=(), links=(), groups=(), marks=()
        )

    monkeypatch.setattr("core.compare.compare", compare)
    window.desk.open(["a.txt", "b.txt"])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    path = settled(window, qtbot)
    assert window.desk.keeper.project is not None
    qtbot.waitUntil(lambda: window.desk.keeper.project.known() == {"a digest": b"a vector"})  # type: ignore[union-attr]
    window.actions_["close"].trigger()
    window.desk.open([str(path)])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    window.desk.open(["c.txt"])
    qtbot.waitUntil(lambda: len(given) == 2, timeout=60_000)
    assert given == [{}, {"a digest": b"a vector"}]


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
