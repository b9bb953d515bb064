"""Nothing is ever lost: what the reader does is in a file at once, and there again after the next start."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core import store
from core.compare import revise
from core.known import Known
from core.model import Comparison
from gui.keeping import Keeper
from gui.preferences import Preferences
from gui.welcome import Unsaved
from gui.window import Window
from tests.gui.kept import CONTROL, NOTE, OTHER, decisions, press, settled


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


def test_keeping_never_waits_for_the_disk(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    assert isinstance(window.desk.keeper, Keeper)
    window.session.show(comparison)
    for n in range(50):
        window.session.decide(replace(NOTE, id=f"n{n}"), "Note")
    assert len(decisions(settled(window, qtbot))) == 50


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
