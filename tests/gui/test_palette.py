"""The palette: a few letters lead to any action."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Comparison
from gui.palette import Palette, ranked
from gui.window import Window

NAMES = [
    "File › Open…", "File › Export report…", "Edit › Undo", "View › Reading", "View › Full screen",
    "Go › Next shared claim", "Go › Previous shared claim", "View › Theme › Dark",
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("undo", "Edit › Undo"),
        ("nsc", "Go › Next shared claim"),
        ("dark", "View › Theme › Dark"),
        ("prev cl", "Go › Previous shared claim"),
        ("exprot", "File › Export report…"),
        ("file op", "File › Open…"),
        ("SCREEN", "View › Full screen"),
    ],
)
def test_a_few_letters_find_the_action(query: str, first: str) -> None:
    assert NAMES[ranked(query, NAMES)[0]] == first


def test_nothing_written_lists_all_in_order_and_nonsense_none() -> None:
    assert ranked("  ", NAMES) == list(range(len(NAMES)))
    assert ranked("zzxqj", NAMES) == []


def opened(window: Window, qtbot: QtBot) -> Palette:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(window.findChildren(Palette)))
    return window.findChildren(Palette)[0]


def test_keys_alone_lead_from_anywhere_to_the_claims(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, "claims")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(window.claims.isVisible)
    qtbot.waitUntil(lambda: not window.findChildren(Palette))


def test_arrows_choose_and_escape_leaves(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    palette = opened(window, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    for _ in range(3):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Palette))
    assert window.reading.isVisible()


def test_a_click_takes_an_action_and_what_cannot_be_done_is_not_listed(window: Window, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    qtbot.keyClicks(palette.field, "export")
    assert palette.nothing.isVisible()
    palette.field.setText("theme dark")
    item = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=item)
    qtbot.waitUntil(lambda: window.theme.dark)
    QApplication.processEvents()


def test_every_action_of_the_menus_is_in_it(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    window.session.choose_group("g-closed")
    palette = opened(window, qtbot)
    names = {action.objectName() for _, action in palette._found}
    assert {"open", "reading_linked", "next_mark", "correct_join", "shortcuts"} <= names
