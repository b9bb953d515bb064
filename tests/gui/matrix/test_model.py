"""The matrix, without a pixel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.index import Index
from gui.matrix.model import CARRIED, CELL_ROLE, CUES, FIRST_ARTICLE, GIST, Filter, MatrixModel
from gui.session import Session
from tests.core.test_index import linked_past_the_group
from tests.gui import comparisons

KURIER, NORDBLATT, WIRE, QUAY = range(FIRST_ARTICLE, FIRST_ARTICLE + 4)


@pytest.fixture
def model(session: Session) -> MatrixModel:
    return MatrixModel(session)


def listed(model: MatrixModel) -> list[str]:
    return [model.group(row).id.removeprefix("g-") for row in range(model.rowCount())]


def text(model: MatrixModel, row: int, column: int) -> str:
    return str(model.data(model.index(row, column)))


def test_it_keeps_the_rules_of_qt_s_models(model: MatrixModel, session: Session) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.search("Brücke")
    model.sort(CARRIED, Qt.SortOrder.DescendingOrder)
    session.filter_marks(kinds=frozenset())
    session.show(None)
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_row_for_each_group_and_a_column_for_each_article(model: MatrixModel) -> None:
    assert listed(model) == list(comparisons.CLAIMS)
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(FIRST_ARTICLE, model.columnCount())]
    assert heads == ["Lundener Kurier", "Nordblatt", "Harbour Wire", "The Quay"]


def test_a_cell_has_the_wording_the_place_and_the_cues(model: MatrixModel) -> None:
    cell = model.cell(0, QUAY)
    assert cell
    assert cell.text == "city bureaucrats slammed the harbour bridge shut on Monday."
    assert cell.place == "lead"
    assert set(cell.kinds) == {"label", "loaded", "emphasis"}


def test_an_empty_cell_says_so_and_knows_what_came_nearest(model: MatrixModel) -> None:
    row = model.row_of("g-vehicles")
    assert text(model, row, QUAY) == "— left out"
    cell = model.index(row, QUAY).data(CELL_ROLE)
    assert cell.claim_id is None
    assert cell.nearest_text.startswith("The closure could last")
    assert "The closure" in str(model.data(model.index(row, QUAY), Qt.ItemDataRole.ToolTipRole))
    nothing = model.index(model.row_of("g-ferries"), QUAY)
    assert model.data(nothing, Qt.ItemDataRole.ToolTipRole) == "Left out; nothing comes near."


def test_what_answers_from_another_row_is_not_called_left_out(model: MatrixModel, session: Session) -> None:
    found, group, article, claim = linked_past_the_group()
    session.show(found)
    cell = model.index(model.row_of(group), FIRST_ARTICLE + Index(found).column[article])
    assert cell.data(CELL_ROLE).claim_id == claim
    assert "not in its row" in str(model.data(cell, Qt.ItemDataRole.ToolTipRole))
    assert "left out" not in str(model.data(cell))


def test_how_many_carry_it_and_whether_they_contradict_each_other(model: MatrixModel) -> None:
    assert text(model, model.row_of("g-closed"), CARRIED) == "4/4"
    assert text(model, model.row_of("g-vehicles"), CARRIED) == "3/4  ≠"


@pytest.mark.parametrize(
    ("which", "found"),
    [
        (Filter.ALL, ["closed", "cracks", "vehicles", "cost", "bypass", "boysen", "ferries"]),
        (Filter.BY_ALL, ["closed", "cracks", "cost"]),
        (Filter.CUES, ["closed", "cracks", "vehicles", "cost"]),
        (Filter.LEFT_OUT, ["vehicles"]),
        (Filter.CONFLICT, ["vehicles"]),
    ],
)
def test_filters(model: MatrixModel, which: Filter, found: list[str]) -> None:
    model.show_only(which)
    assert listed(model) == found
    assert model.count(which) == len(found)


def test_search_finds_every_word_in_any_wording(model: MatrixModel) -> None:
    model.search("traders")
    assert listed(model) == []
    model.search("TAXPAYERS")
    assert listed(model) == ["cost"]
    model.search("6.2 sieben")
    assert listed(model) == ["cost"]
    model.search("")
    assert len(listed(model)) == 7


def test_sorting(model: MatrixModel) -> None:
    model.sort(CARRIED, Qt.SortOrder.DescendingOrder)
    assert set(listed(model)[:3]) == {"closed", "cracks", "cost"}
    model.sort(CUES, Qt.SortOrder.DescendingOrder)
    assert listed(model)[0] == "closed"
    model.sort(GIST)
    gists = [text(model, row, GIST).casefold() for row in range(7)]
    assert gists == sorted(gists)
    model.sort(-1)
    assert listed(model) == list(comparisons.CLAIMS)


def test_sorting_by_an_article_puts_what_it_leaves_out_last(model: MatrixModel) -> None:
    model.sort(QUAY)
    assert listed(model)[0] == "closed"
    assert set(listed(model)[4:]) == {"vehicles", "bypass", "ferries"}


def test_cues_that_a_lens_hides_are_not_counted(model: MatrixModel, session: Session) -> None:
    session.filter_marks(kinds=frozenset({"label"}))
    assert text(model, 0, CUES) == "1"
    cell = model.cell(0, QUAY)
    assert cell
    assert cell.kinds == ("label",)
    assert model.count(Filter.CUES) == 1


def test_two_thousand_rows(session: Session) -> None:
    big = comparisons.big(columns=2, words=30_000)
    session.show(big)
    model = MatrixModel(session)
    assert model.rowCount() == len(big.groups) > 1000
    model.sort(CARRIED)
    assert model.row_of(big.groups[7].id) >= 0


def test_the_comparison_may_go_while_it_is_sorted(model: MatrixModel, session: Session) -> None:
    model.sort(QUAY)
    session.show(None)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    session.show(comparisons.small())
    assert listed(model)[0] == "closed"


def test_what_one_article_alone_carries_is_listed(model: MatrixModel, session: Session) -> None:
    model.show_only(Filter.ALONE)
    assert model.rowCount() == model.count(Filter.ALONE) == 6
    assert session.index
    lone = next(c for c in session.index.claims_of["wire"] if "1911" in session.index.text(c.id))
    row = model.row_of(lone.id)
    assert model.data(model.index(row, GIST)) == session.index.text(lone.id)
    assert model.data(model.index(row, CARRIED)) == "1/4"
    cells = [model.cell(row, column) for column in range(FIRST_ARTICLE, FIRST_ARTICLE + 4)]
    assert [bool(cell and cell.claim_id) for cell in cells] == [False, False, True, False]


def test_a_lens_paints_anew_only_the_cells_that_it_changes(model: MatrixModel, session: Session) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column())))
    session.filter_marks(kinds=session.filter.kinds - {"scare_quotes"})
    row = model.row_of("g-cost")
    assert sorted(told) == [(row, CUES), (row, FIRST_ARTICLE + 1)]
