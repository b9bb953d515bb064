"""Which columns are seen, and in which order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.reading.arrangement import Arrangement, moved, stepped
from gui.reading.head import COLUMN_MIME
from gui.reading.view import ReadingView
from gui.session import Session
from gui.theme import LIGHT

ORDER = list("abcd")
IDS = st.sampled_from(ORDER)


def test_the_base_stands_in_front() -> None:
    assert Arrangement(base="c").seen(ORDER) == ["c", "a", "b", "d"]
    assert Arrangement(base="c", hidden=frozenset("a")).seen(ORDER) == ["c", "b", "d"]


def test_a_hidden_base_is_a_base_no_more() -> None:
    assert Arrangement(base="c").hide("c") == Arrangement(hidden=frozenset("c"))


@given(IDS)
def test_hiding_and_bringing_back_changes_nothing(one: str) -> None:
    assert Arrangement().hide(one).bring_back(one).seen(ORDER) == ORDER


@given(IDS, st.one_of(st.none(), IDS))
def test_moving_loses_nobody(one: str, before: str | None) -> None:
    order = moved(ORDER, one, before)
    assert sorted(order) == ORDER
    if before is None:
        assert order[-1] == one
    elif before != one:
        assert order.index(one) == order.index(before) - 1


@given(IDS, st.sets(IDS))
def test_a_step_right_and_a_step_left_come_back(one: str, hidden: set[str]) -> None:
    seen = [a for a in ORDER if a not in hidden]
    if one in seen and seen[-1] != one:
        there = stepped(ORDER, seen, one, 1)
        assert [a for a in there if a in seen].index(one) == seen.index(one) + 1
        back = stepped(there, [a for a in there if a in seen], one, -1)
        assert [a for a in back if a in seen] == seen


def test_the_last_one_goes_no_further() -> None:
    assert stepped(ORDER, ORDER, "d", 1) == ORDER
    assert stepped(ORDER, ORDER, "a", -1) == ORDER


def from_left(view: ReadingView) -> list[str]:
    shown = [c for c in view.columns.values() if c.isVisible()]
    return [c.article_id for c in sorted(shown, key=lambda c: c.mapTo(view, QPoint()).x())]


def choose(view: ReadingView, article: str, entry: str) -> None:
    """Open a column's menu and take an entry."""
    menu = view.columns[article].menu
    menu.fill()
    action = next(a for a in menu.actions() if a.text() == entry)
    assert action.isEnabled()
    action.trigger()


def drop(view: ReadingView, article: str, x: int) -> None:
    strip, carried = view.row.strip, QMimeData()
    carried.setData(COLUMN_MIME, article.encode())
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(strip, QDragEnterEvent(QPoint(x, 40), move, carried, left, none))
    QApplication.sendEvent(strip, QDragMoveEvent(QPoint(x, 40), move, carried, left, none))
    assert strip.grab().toImage().pixelColor(strip.edge(x) - 1, 30).name() == LIGHT.accent
    QApplication.sendEvent(strip, QDropEvent(QPointF(x, 40), move, carried, left, none))


def test_a_column_is_moved_by_drag_and_comes_back_by_undo(view: ReadingView, session: Session, qtbot: QtBot) -> None:
    texts = {a: c.text for a, c in view.columns.items()}
    drop(view, "quay", view.columns["nordblatt"].x() + 10)
    qtbot.waitUntil(lambda: from_left(view) == ["kurier", "quay", "nordblatt", "wire"])
    assert {a: c.text for a, c in view.columns.items()} == texts
    session.undo.undo()
    qtbot.waitUntil(lambda: from_left(view) == ["kurier", "nordblatt", "wire", "quay"])


def test_dropped_behind_the_last_it_is_the_last(view: ReadingView, qtbot: QtBot) -> None:
    drop(view, "kurier", view.row.strip.width() - 5)
    qtbot.waitUntil(lambda: from_left(view) == ["nordblatt", "wire", "quay", "kurier"])


def test_dropped_where_it_was_nothing_changes(view: ReadingView, session: Session) -> None:
    drop(view, "wire", view.columns["wire"].x() + 5)
    assert session.undo.count() == 0


def test_the_keyboard_moves_the_column_in_focus(view: ReadingView, qtbot: QtBot) -> None:
    view.columns["kurier"].text.setFocus()
    view.controls["column_right"].trigger()
    qtbot.waitUntil(lambda: from_left(view) == ["nordblatt", "kurier", "wire", "quay"])
    assert view.focusWidget() is view.columns["kurier"].text


def test_a_hidden_column_can_be_brought_back(view: ReadingView, qtbot: QtBot) -> None:
    choose(view, "nordblatt", "Hide")
    qtbot.waitUntil(lambda: from_left(view) == ["kurier", "wire", "quay"])
    assert view.bar.hidden.isVisible()
    view.bar.hidden.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: from_left(view) == ["kurier", "nordblatt", "wire", "quay"])
    assert not view.bar.hidden.isVisible()


def test_the_last_column_cannot_be_hidden(view: ReadingView) -> None:
    for article in ("kurier", "nordblatt", "wire"):
        choose(view, article, "Hide")
    menu = view.columns["quay"].menu
    menu.fill()
    assert not next(a for a in menu.actions() if a.text() == "Hide").isEnabled()


def test_ribbons_join_the_neighbours_that_are_left(view: ReadingView, session: Session) -> None:
    session.choose_group("g-bypass")
    choose(view, "nordblatt", "Hide")
    assert len(view.web.ribbons("kurier", "wire")[1]) == 1
    assert len(view.row.gaps) == 2


def test_a_base_stays_while_the_others_scroll_sideways(view: ReadingView, session: Session, qtbot: QtBot) -> None:
    view.resize(700, 420)
    choose(view, "wire", "Pin as the base")
    qtbot.waitUntil(lambda: from_left(view)[0] == "wire" and view.row.scroll.horizontalScrollBar().maximum() > 0)
    place = view.columns["wire"].mapTo(view, QPoint())
    bar = view.row.scroll.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert view.columns["wire"].mapTo(view, QPoint()) == place
    assert view.row._first_seen() != "kurier"
    choose(view, "wire", "Unpin")
    qtbot.waitUntil(lambda: from_left(view) == ["kurier", "nordblatt", "wire", "quay"])


def test_texts_of_base_and_others_begin_at_one_height(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(700, 420)
    choose(view, "wire", "Pin as the base")
    qtbot.waitUntil(lambda: from_left(view)[0] == "wire")
    tops = {c.text.mapTo(view, QPoint()).y() for c in view.columns.values()}
    assert len(tops) == 1


def test_a_wider_column(view: ReadingView, qtbot: QtBot) -> None:
    before = view.columns["wire"].width()
    choose(view, "wire", "Widen")
    qtbot.waitUntil(lambda: view.columns["wire"].width() > before + 100)
    choose(view, "wire", "Usual width")
    qtbot.waitUntil(lambda: view.columns["wire"].width() == before)


def test_an_article_is_copied_as_a_citation(view: ReadingView) -> None:
    choose(view, "wire", "Copy as citation")
    said = QApplication.clipboard().text()
    assert said == "City shuts harbour bridge after cracks are found. Harbour Wire. 2 Nov 2026. wire.txt."


def test_what_is_found_is_selected_and_the_next_one_after_it(view: ReadingView) -> None:
    assert view.find_text("brücke")
    first = view.columns["kurier"].text.textCursor()
    assert first.selectedText() == "brücke"
    assert view.find_text("brücke")
    assert view.columns["kurier"].text.textCursor().selectionStart() > first.selectionStart()
    assert view.find_text("brücke", backward=True)
    assert view.columns["kurier"].text.textCursor().selectionStart() == first.selectionStart()


def test_finding_goes_round_all_columns(view: ReadingView) -> None:
    selected = []
    for _ in range(4):
        assert view.find_text("Boysen")
        column = next(c for c in view.columns.values() if c.text.textCursor().hasSelection())
        selected.append(column.article_id)
    assert selected == ["nordblatt", "quay", "nordblatt", "quay"]
    assert not view.find_text("Zeppelin")


def test_the_head_can_be_grabbed(view: ReadingView) -> None:
    head = view.columns["wire"].head
    assert head.cursor().shape() == Qt.CursorShape.OpenHandCursor
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
