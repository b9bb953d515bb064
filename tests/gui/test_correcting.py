"""Corrections by key and by click: join, part, split, accept, reject, mark, note, each undone again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from core.index import Index
from core.model import Comparison
from gui.window import Window

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def reader(window: Window, comparison: Comparison, qtbot: QtBot) -> Window:
    """The window with a comparison in it, wide enough for the inspector."""
    window.session.show(comparison)
    window.resize(1400, 800)
    QApplication.processEvents()
    return window


def index(window: Window) -> Index:
    assert window.session.index
    return window.session.index


def settle(window: Window, qtbot: QtBot) -> None:
    inspector = window.inspector
    qtbot.waitUntil(lambda: not inspector._soon.isActive() and not inspector._rest.isActive())
    QApplication.processEvents()


def claim(window: Window, article: str, words: str) -> str:
    return next(c.id for c in index(window).claims_of[article] if words in index(window).text(c.id))


def test_two_groups_are_joined_by_choosing_one_and_then_the_other(reader: Window, qtbot: QtBot) -> None:
    reader.session.choose_group("g-ferries")
    qtbot.keyClick(reader, Qt.Key.Key_J, CTRL)
    assert reader.inspector._lead.isVisible()
    reader.session.choose_claim(claim(reader, "wire", "Traffic"))
    assert not reader.inspector._lead.isVisible()
    assert len(index(reader).group) == 6
    assert len(index(reader).group_of[claim(reader, "kurier", "Fähren")].claims) == 4
    qtbot.keyClick(reader, Qt.Key.Key_Z, CTRL)
    assert len(index(reader).group) == 7


def test_joining_is_left_with_escape(reader: Window, qtbot: QtBot) -> None:
    reader.session.choose_group("g-ferries")
    qtbot.keyClick(reader, Qt.Key.Key_J, CTRL)
    qtbot.keyClick(reader, Qt.Key.Key_Escape)
    assert not reader.inspector.leading
    reader.session.choose_claim(claim(reader, "wire", "Traffic"))
    assert len(index(reader).group) == 7


def test_ticked_wordings_are_split_off(reader: Window, qtbot: QtBot) -> None:
    reader.session.choose_group("g-cost")
    settle(reader, qtbot)
    qtbot.keyClick(reader, Qt.Key.Key_J, CTRL | ALT)
    settle(reader, qtbot)
    ticks = reader.inspector.page.ticks
    for one in (claim(reader, "nordblatt", "Reparatur"), claim(reader, "quay", "Taxpayers")):
        ticks[one].click()
    qtbot.mouseClick(reader.inspector._do, Qt.MouseButton.LeftButton)
    assert len(index(reader).group) == 8
    assert not reader.inspector.leading
    assert reader.session.undo.count() == 1
    reader.session.undo.undo()
    assert len(index(reader).group) == 7


def test_a_claim_is_parted_and_the_cue_accepted_and_rejected_by_key(reader: Window, qtbot: QtBot) -> None:
    mine = claim(reader, "quay", "Taxpayers")
    reader.session.choose_claim(mine)
    qtbot.keyClick(reader, Qt.Key.Key_X)
    assert mine not in index(reader).group_of
    reader.session.undo.undo()
    mark = next(m.id for m in index(reader).comparison.marks if m.kind == "loaded")
    reader.session.choose_mark(mark)
    for key, kind in ((Qt.Key.Key_A, "accept_mark"), (Qt.Key.Key_X, "reject_mark")):
        qtbot.keyClick(reader, key)
        assert index(reader).comparison.decisions[-1].kind == kind


def test_a_note_is_written_without_the_mouse_and_deleted_with_it(reader: Window, qtbot: QtBot) -> None:
    reader.actions_["inspector"].setChecked(False)
    reader.session.choose_group("g-cost")
    qtbot.keyClick(reader, Qt.Key.Key_N, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Ask the city for the contract")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert index(reader).comparison.decisions[-1].text == "Ask the city for the contract"
    settle(reader, qtbot)
    away = reader.inspector.findChild(QToolButton, "delete_note")
    assert isinstance(away, QToolButton)
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert index(reader).comparison.decisions == ()


def test_selected_words_are_marked_by_key(reader: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Nobody else calls it that.", True))
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: opened.append(menu))
    assert reader.reading.find_text("fiasco")
    qtbot.keyClick(reader, Qt.Key.Key_M, CTRL)
    next(a for a in opened[0].actions() if a.text() == "Loaded word").trigger()
    made = index(reader).comparison.decisions[-1]
    assert (made.kind, made.mark_kind, made.text) == ("add_mark", "loaded", "Nobody else calls it that.")
    reader.session.undo.undo()
    assert index(reader).comparison.decisions == ()


def test_without_selected_words_it_is_said_what_to_do(
    reader: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: said.extend(a.text() for a in menu.actions()))
    qtbot.keyClick(reader, Qt.Key.Key_M, CTRL)
    assert [text[:22] for text in said] == ["Select the words first"]


def test_a_verdict_pressed_again_is_taken_back(reader: Window, qtbot: QtBot) -> None:
    reader.session.choose_group("g-ferries")
    for expected in (1, 0):
        settle(reader, qtbot)
        accept = next(b for b in reader.inspector.findChildren(QToolButton, "accept") if b.isVisible())
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
        assert len(index(reader).comparison.decisions) == expected


def test_rows_of_the_claims_have_a_menu(reader: Window, qtbot: QtBot) -> None:
    reader.show_view("claims")
    table = reader.claims.table
    assert table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    table.setCurrentIndex(reader.claims.model.index(1, 0))
    by_text = {a.text().replace("&", ""): a for a in table.actions() if a.text()}
    by_text["Copy all wordings with their sources"].trigger()
    assert QApplication.clipboard().text().count("\n") == 3
    by_text["Join with another claim…"].trigger()
    assert reader.inspector.leading
    by_text["Read in the text"].trigger()
    assert reader.reading.isVisible()


@pytest.mark.parametrize("name", ["accept", "reject", "join", "part", "split", "note"])
def test_nothing_chosen_nothing_to_correct(reader: Window, name: str) -> None:
    assert not reader.correcting[name].isEnabled()
    reader.session.choose_group("g-closed")
    assert reader.correcting[name].isEnabled()
