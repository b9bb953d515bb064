"""A quotation dragged out of the text by the mouse, as it would arrive in another program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.reading.text import ArticleText
from gui.reading.view import ReadingView

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WORDS = "Safety comes first"


def place(text: ArticleText, offset: int) -> QPoint:
    """Where in the viewport the code point at ``offset`` stands, at half the height of its line."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.passages.offsets.unit(offset))
    return text.cursorRect(cursor).center()


def reach(text: ArticleText, words: str) -> tuple[QPoint, QPoint]:
    """Where ``words`` begin and end in the viewport."""
    start = text.passages.article.text.index(words)
    return place(text, start), place(text, start + len(words))


def pull(text: ArticleText, start: QPoint, end: QPoint) -> None:
    """Press the left button at ``start`` and pull it to ``end``, without letting go."""
    QTest.mousePress(text.viewport(), LEFT, NONE, start)
    steps = 6
    for step in range(1, steps + 1):
        at = QPointF(start + (end - start) * step / steps)
        there = QPointF(text.viewport().mapToGlobal(at))
        move = QMouseEvent(QEvent.Type.MouseMove, at, there, Qt.MouseButton.NoButton, LEFT, NONE)
        QApplication.sendEvent(text.viewport(), move)


def selected(view: ReadingView, qtbot: QtBot) -> tuple[ArticleText, QPoint]:
    """A text in which ``WORDS`` were selected by the mouse, and a place within them."""
    view.resize(1180, 900)  # the quotation stands near the end
    QApplication.processEvents()
    text = view.columns["wire"].text
    start, end = reach(text, WORDS)
    assert text.viewport().rect().contains(start)
    pull(text, start, end)
    QTest.mouseRelease(text.viewport(), LEFT, NONE, end)
    assert text.textCursor().selectedText() == WORDS
    qtbot.wait(QApplication.doubleClickInterval() + 50)  # the next press is not a third of a triple click
    return text, start + QPoint(12, 0)


def drags(text: ArticleText) -> list[QDrag]:
    """What was dragged out since the event loop last ran: offscreen a drag ends as soon as it has begun."""
    return text.findChildren(QDrag)


def test_a_quotation_is_dragged_out_with_its_source(view: ReadingView, qtbot: QtBot) -> None:
    text, at = selected(view, qtbot)
    before = text.toPlainText()
    pull(text, at, at + QPoint(90, 140))
    drag, *_ = drags(text)  # each further move of the button begins another, since none lasts
    assert drag.mimeData().text() == "“Safety comes first” (Harbour Wire, 2 Nov 2026)"
    assert drag.mimeData().formats() == ["text/plain"]
    assert drag.supportedActions() == Qt.DropAction.CopyAction
    assert text.toPlainText() == before
    assert text.textCursor().selectedText() == WORDS


def test_a_hand_that_trembles_drags_nothing(view: ReadingView, qtbot: QtBot) -> None:
    text, at = selected(view, qtbot)
    pull(text, at, at + QPoint(QApplication.startDragDistance() // 3, 0))
    assert not drags(text)
    QTest.mouseRelease(text.viewport(), LEFT, NONE, at)
    assert not text.textCursor().hasSelection()


def test_pulling_beside_the_selection_selects_anew(view: ReadingView, qtbot: QtBot) -> None:
    text, _ = selected(view, qtbot)
    pull(text, *reach(text, "The city"))
    assert not drags(text)
    assert text.textCursor().selectedText() == "The city"


def test_what_is_copied_is_the_bare_words(view: ReadingView, qtbot: QtBot) -> None:
    text, _ = selected(view, qtbot)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == WORDS


def test_a_selection_does_not_jump_where_the_pointer_is_between_two_lines(view: ReadingView) -> None:
    text = view.columns["wire"].text
    start, end = reach(text, "Lunden")
    unit = text.passages.offsets.unit(text.passages.article.text.index("Lunden"))
    below = unit + len("LUNDEN – The city of Lunden")
    line, next_line = (text.geometry_of.reach(at, at + 1)[0] for at in (unit, below))
    furthest = int((next_line - line) / 2) - 1  # of the way to the lines around, by whatever font there is
    assert furthest > 8
    for off in range(-furthest, furthest + 1):
        text.clear_selection()
        pull(text, start + QPoint(0, off), end + QPoint(0, off))
        QTest.mouseRelease(text.viewport(), LEFT, NONE, end)
        assert len(text.textCursor().selectedText()) == len("Lunden"), off
