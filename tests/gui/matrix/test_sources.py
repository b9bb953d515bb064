"""In the matrix, agreement among copies is told from agreement of independent sources."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import Comparison
from gui.matrix.model import CARRIED, FIRST_ARTICLE, MatrixModel
from gui.matrix.view import MatrixView
from gui.session import Session
from tests.gui.stemma.made import apart, chained, unseen

KURIER, NORDBLATT, WIRE, QUAY = range(FIRST_ARTICLE, FIRST_ARTICLE + 4)


@pytest.fixture
def model(session: Session) -> MatrixModel:
    return MatrixModel(session)


def letters(model: MatrixModel, row: int) -> list[str]:
    cells = [model.cell(row, column) for column in range(FIRST_ARTICLE, model.columnCount())]
    return [cell.source if cell else "" for cell in cells]


def test_cells_of_one_source_have_its_letter(model: MatrixModel, session: Session) -> None:
    closed = model.row_of("g-closed")
    assert letters(model, closed) == ["", "", "", ""]
    session.show_lineage(chained())
    assert letters(model, closed) == ["A", "A", "A", ""]


def test_a_claim_that_no_source_of_the_article_has_counts_for_itself(model: MatrixModel, session: Session) -> None:
    session.show_lineage(chained())
    boysen = model.row_of("g-boysen")  # nordblatt and the quay, which have no source in common
    assert letters(model, boysen) == ["", "", "", ""]
    assert model.sources(model.group(boysen)) == ""


def test_copies_of_an_unseen_source_share_its_letter(model: MatrixModel, session: Session) -> None:
    session.show_lineage(unseen())
    assert letters(model, model.row_of("g-bypass")) == ["A", "", "A", ""]


def test_tooltip_and_spoken_text_say_that_they_count_once(model: MatrixModel, session: Session) -> None:
    session.show_lineage(chained())
    at = model.index(model.row_of("g-closed"), NORDBLATT)
    said = "Source A, as in Lundener Kurier, Harbour Wire: together they count once."
    assert said in str(model.data(at, Qt.ItemDataRole.ToolTipRole))
    assert said in str(model.data(at, Qt.ItemDataRole.AccessibleTextRole))
    carried = model.index(model.row_of("g-closed"), CARRIED)
    assert model.data(carried, Qt.ItemDataRole.AccessibleTextRole) == "carried by 4 of 4, 2 source(s)"
    tip = str(model.data(carried, Qt.ItemDataRole.ToolTipRole))
    assert tip == "From one source: Lundener Kurier, Nordblatt, Harbour Wire"


def test_no_sign_where_nobody_took_from_anybody(model: MatrixModel, session: Session) -> None:
    session.show_lineage(apart())
    assert {letter for row in range(model.rowCount()) for letter in letters(model, row)} == {""}
    assert model.data(model.index(0, CARRIED), Qt.ItemDataRole.ToolTipRole) is None


def test_signs_go_with_the_comparison(model: MatrixModel, session: Session, comparison: Comparison) -> None:
    session.show_lineage(chained())
    session.show_lineage(None)
    assert letters(model, 0) == ["", "", "", ""]


def test_the_sign_is_seen(session: Session, qtbot: QtBot) -> None:
    view = MatrixView(session)
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show()
    at = view.model.index(view.model.row_of("g-closed"), WIRE)
    rect = view.table.visualRect(at)
    without = view.table.viewport().grab(rect).toImage()
    session.show_lineage(chained())
    qtbot.wait(10)
    assert view.table.viewport().grab(rect).toImage() != without
    chosen = view.table.currentIndex()
    session.show_lineage(apart())
    assert view.table.currentIndex() == chosen
    qtbot.wait(10)
    assert view.table.viewport().grab(rect).toImage() == without
