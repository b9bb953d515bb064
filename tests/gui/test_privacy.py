"""What is kept is named with its place, and goes when the reader says so; what was saved stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core import store
from core.model import Comparison
from core.store import unsaved
from core.store.library import Library
from core.store.lock import Lock
from gui import crash
from gui.options import Options
from gui.preferences import Preferences
from gui.privacy import delete_all, kept, settings_path
from gui.window import Window


@pytest.fixture
def full(comparison: Comparison, tmp_path: Path) -> Path:
    """A home in which there is some of everything; a project that the reader saved comes out."""
    draft = store.draft(comparison)
    draft.close()
    mine = tmp_path / "mine.lesart"
    store.save(comparison, mine)
    with Library() as library:
        library.add(mine)
    crash.log(ValueError())
    Preferences().theme = "dark"
    Preferences()._settings.sync()
    return mine


def test_everything_is_named_with_its_place(full: Path, tmp_path: Path) -> None:
    found = {one.what: one for one in kept()}
    assert found.keys() == {"settings", "unsaved", "library", "log"}
    for one in found.values():
        assert (one.count, one.path.exists()) == (1, True)
        assert one.size > 0
        assert tmp_path in one.path.parents


def test_all_goes_but_what_was_saved(full: Path, tmp_path: Path) -> None:
    assert delete_all() == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [full]
    assert [one.count for one in kept()] == [0, 0, 0, 0]
    assert store.load(full).articles
    assert Preferences().theme == "system"


def test_what_another_lesart_has_open_stays(full: Path) -> None:
    draft = unsaved()[0].path
    lock = Lock(draft)
    assert delete_all() == [draft]
    assert draft.exists()
    lock.release()


def test_nothing_kept_nothing_deleted(tmp_path: Path) -> None:
    assert delete_all() == []


def answer(button: str) -> list[str]:
    """Press ``button`` in the question that comes; what it said."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend((box.text(), box.informativeText()))
        next(b for b in box.buttons() if b.text().replace("&", "") == button).click()

    QTimer.singleShot(0, press)
    return said


@pytest.fixture
def options(window: Window, full: Path, qtbot: QtBot) -> Options:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Options)
    dialog.list.setCurrentRow(3)
    return dialog


def test_the_page_shows_the_places(options: Options) -> None:
    shown = [label.text() for label in options.privacy.findChildren(QLabel)]
    assert [str(one.path) for one in kept() if str(one.path) not in shown] == []


def test_it_is_asked_first_and_the_question_names_what_goes(options: Options, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    said = answer("Cancel")
    options.privacy.delete_button.click()
    assert "Comparisons without a name (1 · " in said[1]
    assert "Library" in said[1]
    assert "Log" in said[1]
    assert "under a name stay" in said[1]
    assert sorted(tmp_path.rglob("*")) == before


def test_all_is_gone_and_the_open_comparison_without_a_name_with_it(
    window: Window, comparison: Comparison, options: Options, full: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.session.show(comparison)
    qtbot.waitUntil(lambda: window.desk.keeper.project is not None and not window.jobs.busy)
    answer("Delete all")
    options.privacy.delete_button.click()
    qtbot.waitUntil(lambda: list(tmp_path.rglob("*.lesart")) == [full])
    assert window.session.comparison is None
    assert window.theme.choice == "system"
    options.close()
    window.close()
    assert not settings_path().exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [full]


def test_a_comparison_with_a_name_stays_open(
    window: Window, full: Path, options: Options, qtbot: QtBot, tmp_path: Path
) -> None:
    window.desk.open_project(str(full))
    qtbot.waitUntil(lambda: window.session.comparison is not None and not window.jobs.busy)
    answer("Delete all")
    options.privacy.delete_button.click()
    assert window.session.comparison is not None
    assert full.exists()


def test_recent_files_are_forgotten(options: Options, tmp_path: Path) -> None:
    Preferences().remember([str(tmp_path / "mine.lesart")])
    button = options.privacy.forget_button
    assert isinstance(button, QPushButton)
    button.click()
    assert Preferences().recent == []
