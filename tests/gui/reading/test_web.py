"""Ribbons between neighbours, and the threads that lead past a column that leaves the chosen group out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.reading.view import ReadingView
from gui.reading.web import passing
from gui.session import Session
from tests.gui.reading.test_view import seen_top


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


def test_ribbons_begin_and_end_at_the_chosen_mentions(view: ReadingView, session: Session) -> None:
    session.choose_group("g-cost")
    area, ribbons = view.web.ribbons("kurier", "nordblatt")
    assert len(ribbons) == 1
    for end, name in ((ribbons[0].left, "kurier"), (ribbons[0].right, "nordblatt")):
        column = view.columns[name]
        assert end[0] == pytest.approx(area.top() + seen_top(column) - 4, abs=1)
        assert end[1] > end[0]


def test_ribbons_follow_the_scroll(view: ReadingView, session: Session) -> None:
    session.choose_group("g-cost")
    view.set_linked(False)
    before = view.web.ribbons("kurier", "nordblatt")[1][0]
    view.columns["kurier"].text.verticalScrollBar().setValue(
        view.columns["kurier"].text.verticalScrollBar().value() - 25
    )
    after = view.web.ribbons("kurier", "nordblatt")[1][0]
    assert after.left[0] == before.left[0] + 25
    assert after.right == before.right


def test_ribbons_are_drawn_between_columns_that_carry_it_and_not_to_the_one_that_does_not(
    view: ReadingView, session: Session
) -> None:
    session.choose_group("g-vehicles")
    drawn = []
    for gap in view.row.gaps:
        image = gap.grab().toImage()
        drawn.append(len({image.pixel(13, y) for y in range(image.height())}) > 1)
    assert drawn == [True, True, False]


def test_all_ribbons_join_every_group_of_two_columns(view: ReadingView, session: Session) -> None:
    view.controls["all_ribbons"].trigger()
    assert len(view.web.ribbons("kurier", "nordblatt")[1]) == 4
