"""The claims view, driven as a person would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.matrix.model import FIRST_ARTICLE, GIST, Filter
from gui.matrix.view import MatrixView
from gui.session import Session
from tests.gui import comparisons

QUAY = FIRST_ARTICLE + 3


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> MatrixView:
    view = MatrixView(session)
    qtbot.addWidget(view)
    view.resize(1300, 620)
    view.show()
    qtbot.waitExposed(view)
    return view


def click(view: MatrixView, row: int, column: int) -> None:
    at = view.table.visualRect(view.model.index(row, column)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_wording_chooses_that_claim(view: MatrixView, session: Session) -> None:
    click(view, 3, FIRST_ARTICLE + 2)
    assert session.choice.group_id == "g-cost"
    assert session.index
    assert session.index.text(session.choice.claim_id or "").startswith("Repairs will cost")


def test_a_click_on_an_empty_cell_chooses_the_group(view: MatrixView, session: Session) -> None:
    click(view, 2, QUAY)
    assert session.choice.group_id == "g-vehicles"
    assert session.choice.claim_id is None


def test_the_keyboard_goes_from_row_to_row(view: MatrixView, session: Session) -> None:
    click(view, 0, 0)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert session.choice.group_id == "g-cracks"


def test_a_choice_made_elsewhere_is_followed_and_not_answered(view: MatrixView, session: Session) -> None:
    said: list[object] = []
    session.choice_changed.connect(lambda: said.append(session.choice))
    session.choose_group("g-boysen")
    assert view.table.currentIndex().row() == 5
    assert len(said) == 1
    session.clear_choice()
    assert not view.table.selectionModel().hasSelection()


def test_typing_into_the_search_narrows_the_list(view: MatrixView) -> None:
    QTest.keyClicks(view.search, "euros")
    assert view.model.rowCount() == 1
    assert view.found.text() == "1 of 7"


def test_chips_say_how_many_they_show(view: MatrixView) -> None:
    assert view.chips[Filter.BY_ALL].text().endswith("3")
    QTest.mouseClick(view.chips[Filter.CONFLICT], Qt.MouseButton.LeftButton)
    assert view.model.rowCount() == 1
    assert view.chips[Filter.CONFLICT].isChecked()
    assert not view.chips[Filter.ALL].isChecked()


def test_the_choice_survives_a_filter_that_hides_it(view: MatrixView, session: Session) -> None:
    session.choose_group("g-ferries")
    QTest.mouseClick(view.chips[Filter.BY_ALL], Qt.MouseButton.LeftButton)
    assert session.choice.group_id == "g-ferries"
    QTest.mouseClick(view.chips[Filter.ALL], Qt.MouseButton.LeftButton)
    assert view.table.currentIndex().row() == 6


def test_a_click_on_a_head_sorts_and_a_third_one_restores(view: MatrixView) -> None:
    header = view.table.horizontalHeader()
    place = header.sectionViewportPosition(QUAY) + 20
    for _ in range(3):
        QTest.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().center().__class__(place, 8)
        )
    assert [view.model.group(r).id for r in range(7)] == [f"g-{name}" for name in comparisons.CLAIMS]


def test_an_omission_is_hatched_and_a_wording_is_not(view: MatrixView) -> None:
    image = view.table.viewport().grab().toImage()

    def colours(row: int, column: int) -> int:
        rect = view.table.visualRect(view.model.index(row, column)).adjusted(6, 40, -6, -6)
        return len(
            {image.pixel(x, y) for x in range(rect.left(), rect.left() + 40) for y in range(rect.top(), rect.top() + 8)}
        )

    assert colours(4, FIRST_ARTICLE + 1) > 1


def test_all_articles_have_the_room_that_there_is(view: MatrixView) -> None:
    widths = [view.table.columnWidth(c) for c in range(view.model.columnCount())]
    assert view.table.viewport().width() - 4 <= sum(widths) <= view.table.viewport().width()


def test_double_click_asks_for_the_text(view: MatrixView, qtbot: QtBot) -> None:
    at = view.table.visualRect(view.model.index(1, 1)).center()
    with qtbot.waitSignal(view.opened):
        QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_words_are_found_from_row_to_row(view: MatrixView, session: Session) -> None:
    found = []
    for backward in (False, False, False, True):
        assert view.find_text("pfeiler" if not backward else "Fähren", backward)
        found.append(session.choice.group_id)
    assert found == ["g-cracks", "g-cracks", "g-cracks", "g-ferries"]
    assert not view.find_text("Zeppelin")


def test_a_change_of_theme_is_painted(view: MatrixView) -> None:
    from gui.theme import DARK, palette_of

    light = view.table.viewport().grab().toImage()
    view.setPalette(palette_of(DARK))
    dark = view.table.viewport().grab().toImage()
    assert light.pixelColor(40, 60).lightness() > 200 or light.pixelColor(41, 61).lightness() > 200
    assert dark.pixelColor(view.table.viewport().width() // 2, 4).lightness() < 80


def test_no_line_but_the_last_is_shortened() -> None:
    from PySide6.QtGui import QFont

    from gui.matrix.delegate import broken

    text = (
        "The business lobby moans that shops and restaurants forgo up to 200,000 euros whenever a ship is turned away."
    )
    lines, _, _ = broken(text, QFont().toString(), 260, 3)
    assert len(lines) == 3
    assert not any(line.endswith("…") for line in lines[:-1])
    assert " ".join(lines).startswith("The business lobby moans that shops and restaurants forgo up to 200,000 euros")


def test_every_head_can_be_read(view: MatrixView) -> None:
    header = view.table.horizontalHeader()
    for column in range(3):
        text = str(view.model.headerData(column, Qt.Orientation.Horizontal))
        assert header.sectionSize(column) > header.fontMetrics().horizontalAdvance(text)


@pytest.fixture
def wide(qtbot: QtBot) -> MatrixView:
    """Twelve articles in a window that has room for a few."""
    session = Session()
    session.show(comparisons.big(columns=12, words=300))
    view = MatrixView(session)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_the_claim_stays_in_sight_while_the_articles_scroll(wide: MatrixView) -> None:
    table = wide.table
    assert not table.front.isVisible()
    before = table.grab().toImage().copy(0, 60, 100, 60)
    table.horizontalScrollBar().setValue(400)
    assert table.front.isVisible()
    assert table.grab().toImage().copy(0, 60, 100, 60) == before
    table.verticalScrollBar().setValue(90)
    assert table.front.verticalScrollBar().value() == 90


def test_a_click_on_the_claim_in_front_chooses_it(wide: MatrixView) -> None:
    wide.table.horizontalScrollBar().setValue(400)
    at = wide.table.front.visualRect(wide.model.index(2, 0)).center()
    QTest.mouseClick(wide.table.front.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wide._session.choice.group_id == wide.model.group(2).id


def test_a_cell_under_the_claim_is_brought_out(wide: MatrixView) -> None:
    wide.table.horizontalScrollBar().setValue(700)
    at = wide.model.index(1, FIRST_ARTICLE)
    wide.table.scrollTo(at)
    assert wide.table.visualRect(at).left() >= wide.table.columnWidth(0) - 1


def test_the_head_in_front_sorts(wide: MatrixView) -> None:
    wide.table.horizontalScrollBar().setValue(400)
    header = wide.table.front.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().center())
    gists = [wide.model.group(row).gist.casefold() for row in range(wide.model.rowCount())]
    assert gists == sorted(gists)


def test_enter_on_an_empty_cell_asks_for_the_nearest_miss(view: MatrixView, session: Session) -> None:
    wanted: list[str] = []
    view.nearest_wanted.connect(wanted.append)
    row = view.model.row_of("g-vehicles")
    view.table.setCurrentIndex(view.model.index(row, FIRST_ARTICLE + 3))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert wanted == ["quay"]


def test_a_claim_of_one_article_is_chosen_by_its_row(view: MatrixView, session: Session) -> None:
    QTest.mouseClick(view.chips[Filter.ALONE], Qt.MouseButton.LeftButton)
    view.table.setCurrentIndex(view.model.index(2, GIST))
    chosen = session.choice
    assert chosen.group_id is None
    assert chosen.claim_id == view.model.group(2).id
    assert view.table.currentIndex().row() == 2
