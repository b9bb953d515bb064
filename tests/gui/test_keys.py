"""The window under the hands: what the keys of its menus do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.model import Comparison
from gui.window import Window


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_2, "claims"), (Qt.Key.Key_3, "lenses"), (Qt.Key.Key_4, "stemma"), (Qt.Key.Key_1, "reading")],
)
def test_views_have_keys(window: Window, comparison: Comparison, qtbot: QtBot, key: Qt.Key, name: str) -> None:
    window.session.show(comparison)
    window.show_view("claims" if name == "reading" else "reading")
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert getattr(window, name).isVisible()
    assert window.actions_[name].isChecked()


@pytest.mark.parametrize("name", ["claims", "lenses"])
def test_what_another_view_opens_is_read_in_the_text(window: Window, comparison: Comparison, name: str) -> None:
    window.session.show(comparison)
    window.show_view(name)
    getattr(window, name).opened.emit()
    assert window.reading.isVisible()
    assert window.actions_["reading"].isChecked()


def test_groups_and_cues_are_walked_with_the_keyboard(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    control = Qt.KeyboardModifier.ControlModifier
    seen = []
    for _ in comparison.groups:
        qtbot.keyClick(window, Qt.Key.Key_Down, control)
        seen.append(window.session.choice.group_id)
    assert sorted(map(str, seen)) == sorted(g.id for g in comparison.groups)
    qtbot.keyClick(window, Qt.Key.Key_Down, control)
    assert window.session.choice.group_id == seen[0]
    qtbot.keyClick(window, Qt.Key.Key_Up, control)
    assert window.session.choice.group_id == seen[-1]
    qtbot.keyClick(window, Qt.Key.Key_Right, control)
    assert window.session.choice.mark_id in {m.id for m in comparison.marks}
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.session.choice.mark_id is None


def test_f1_shows_every_key(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"Ctrl+O", "Ctrl+F", "Ctrl+Down or J"} <= set(said)
    sheet.close()


def test_f11_fills_the_screen_and_comes_back_to_what_was(window: Window, qtbot: QtBot) -> None:
    window.showMaximized()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert window.isMaximized()


def test_no_two_actions_share_a_key(window: Window) -> None:
    keys = [key.toString() for _, known in window.menus.with_keys() for action in known for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_find_asks_the_view_that_is_seen(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.find.field.hasFocus()
    qtbot.keyClicks(window.find.field, "Zugspitze")
    assert window.find.nothing.text() == "Not found"
    qtbot.keyClick(window.find.field, Qt.Key.Key_Escape)
    assert not window.find.isVisible()
