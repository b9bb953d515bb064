"""The threads that lead past a column that leaves the chosen group out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.reading.view import ReadingView
from gui.reading.web import passing
from gui.session import Session


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ReadingView:
    view = ReadingView(session)
    qtbot.addWidget(view)
    view.resize(1180, 420)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.mark.parametrize(
    ("centers", "heights"),
    [
        ([10.0, None, 30.0], [None, 20.0, None]),
        ([None, 10.0, None, None, 40.0, None], [None, None, 20.0, 30.0, None, None]),
        ([10.0, 20.0], [None, None]),
        ([None, None], [None, None]),
        ([], []),
    ],
)
def test_a_thread_falls_evenly_from_one_that_carries_it_to_the_next(
    centers: list[float | None], heights: list[float | None]
) -> None:
    assert passing(centers) == heights


def test_the_thread_crosses_the_column_that_leaves_it_out(view: ReadingView, session: Session) -> None:
    session.choose_group("g-ferries")  # the first and the third of four
    assert view.web.passes().keys() == {"nordblatt"}
    assert view.columns["nordblatt"]._thread.isVisible()
    assert not view.columns["wire"]._thread.isVisible()
    assert [r.past for r in view.web.ribbons("kurier", "nordblatt")[1]] == [True]
    assert [r.past for r in view.web.ribbons("nordblatt", "wire")[1]] == [True]
    assert view.web.ribbons("wire", "quay")[1] == []
    session.clear_choice()
    assert not view.columns["nordblatt"]._thread.isVisible()


def test_the_thread_goes_with_the_scroll(view: ReadingView, session: Session) -> None:
    session.choose_group("g-ferries")
    view.set_linked(False)
    view.columns["kurier"].text.verticalScrollBar().setValue(0)
    before = view.web.passes()["nordblatt"]
    view.columns["kurier"].text.verticalScrollBar().setValue(40)
    assert view.web.passes()["nordblatt"] == pytest.approx(before - 20)


def test_a_click_goes_through_the_thread(view: ReadingView, session: Session) -> None:
    session.choose_group("g-ferries")
    column = view.columns["nordblatt"]
    place = column._thread.geometry().center()
    assert column.childAt(place) is not column._thread
    QApplication.processEvents()
