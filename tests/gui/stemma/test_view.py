"""The stemma as it is seen, heard and walked with the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.lineage import Lineage, changes
from core.model import Comparison
from gui.session import Session
from gui.stemma.canvas import Canvas
from gui.stemma.page import StemmaView
from gui.stemma.parts import DASHES
from gui.theme import Theme, colors
from gui.translation import Languages
from tests.gui.stemma.conftest import Show
from tests.gui.stemma.made import apart, chained, titled, twelve, unseen


def heard(widget: QObject) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def drawn(canvas: Canvas) -> set[str]:
    """The colours of the picture, without the ground's."""
    image = canvas.grab().toImage()
    ground = QColor(colors(canvas).surface).name()
    found = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    return found - {ground}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_tree_is_painted_in_both_themes(show: Show, theme: str, qapp: QApplication) -> None:
    switch = Theme(qapp, theme)  # type: ignore[arg-type]  # both are choices
    view = show(chained())
    assert len(drawn(view.canvas)) > 5
    assert QColor(colors(view.canvas).accent).name() in drawn(view.canvas)
    switch.choose("light")
    switch.deleteLater()
    qapp.setStyleSheet("")


def test_nodes_say_outlet_title_time_and_kinship(show: Show) -> None:
    view = show(chained())
    cards = {node: heard(card) for node, card in view.canvas.cards.items()}
    assert cards["kurier"] == (
        "Lundener Kurier; Hafenbrücke bleibt bis März gesperrt; 2 Nov 2026; took from Harbour Wire; source of Nordblatt"
    )
    assert "2 Nov 2026, 16:40" in cards["wire"]
    assert cards["quay"].endswith("stands on its own")


def test_edges_say_share_manner_and_sureness_in_words(show: Show) -> None:
    view = show(chained())
    said = {e: heard(tag) for e, tag in view.canvas.tags.items()}
    assert said == {
        "wire>kurier": "Lundener Kurier took from Harbour Wire; 66 % taken over; rewrite; practically certain; "
        "direction: a credit tells",
        "kurier>nordblatt": "Nordblatt took from Lundener Kurier; 66 % taken over; rewrite; likely; "
        "direction: a credit tells",
    }
    assert view.canvas.tags["kurier>nordblatt"].lines == ("66 % · rewrite", "likely")
    assert len(set(DASHES.values())) == len(DASHES)


def test_a_source_that_nobody_opened_is_a_dashed_node(show: Show) -> None:
    view = show(unseen())
    card = view.canvas.cards["source:kurier+wire"]
    assert card.said.unseen
    assert heard(card) == "dpa (not open); source of Lundener Kurier, Harbour Wire"
    assert view.canvas.tags["source:kurier+wire>kurier"].isChecked()
    assert "Nobody opened that text" in view.panel.hint.text()
    assert not view.panel.list.isVisible()
    assert "direction: guessed" in heard(view.canvas.tags["source:kurier+wire>wire"])
    assert view.legend.entries["guessed"].isVisible()
    assert view.legend.entries["unseen"].isVisible()
    assert not view.legend.entries["likely"].isVisible()


def test_families_have_letters_and_single_articles_none(show: Show) -> None:
    view = show(unseen())
    letters = {node: card.said.letter for node, card in view.canvas.cards.items()}
    assert letters == {"source:kurier+wire": "A", "kurier": "A", "nordblatt": "A", "wire": "A", "quay": ""}


def test_the_heading_counts_the_sources(show: Show) -> None:
    view = show(chained())
    assert view.standing.text() == "4 articles, 2 independent sources"


def test_nothing_copied_is_said_in_a_sentence(show: Show) -> None:
    view = show(apart())
    assert view.standing.text().startswith("4 articles, as many independent sources")
    assert "A line is drawn only where" in view.hint.text()
    assert view.canvas.tags == {}
    assert len(view.canvas.cards) == 4
    assert view.legend.isHidden()
    assert view.table.edges.rowCount() == 4


def test_an_article_too_short_to_tell_is_named(show: Show, session: Session, comparison: Comparison) -> None:
    short = replace(
        comparison, claims=tuple(c for c in comparison.claims if c.article_id != "quay"), groups=(), links=(), marks=()
    )
    view = show(apart())
    session.show(short)
    session.show_lineage(apart())
    assert "Too short to tell: The Quay." in view.hint.text()
    view.canvas.cards["quay"].click()
    assert view.panel.hint.text() == "It is too short to tell where it comes from."
    view.canvas.cards["wire"].click()
    assert view.panel.hint.text().startswith("Nothing shows")


# Choosing


def test_a_click_on_an_edge_shows_its_evidence_and_its_changes(show: Show, session: Session, qtbot: QtBot) -> None:
    view = show(chained())
    qtbot.mouseClick(view.canvas.tags["kurier>nordblatt"], Qt.MouseButton.LeftButton)
    panel = view.panel
    assert panel.title.text() == "Nordblatt took from Lundener Kurier"
    assert panel.evidence.text() == "4 of its 9 claims are there too."
    assert session.comparison
    wanted = changes(session.comparison, "kurier", "nordblatt")
    qtbot.waitUntil(lambda: panel.list.changes.every == len(wanted))
    assert [panel.list.changes.change(n) for n in range(len(wanted))] == list(wanted)
    assert view.table.currentIndex().row() == view.table.edges.row_of(view.canvas.edge)
    assert view.canvas.cards["kurier"].chosen
    assert not view.canvas.cards["wire"].chosen


def test_a_click_on_a_node_chooses_the_edge_that_leads_to_it(show: Show, qtbot: QtBot) -> None:
    view = show(chained())
    qtbot.mouseClick(view.canvas.cards["nordblatt"], Qt.MouseButton.LeftButton)
    assert view.canvas.edge == chained().edges[1]
    qtbot.mouseClick(view.canvas.cards["wire"], Qt.MouseButton.LeftButton)
    assert view.canvas.edge is None
    assert view.panel.hint.text() == "It took from no other article that is open. Source of: Lundener Kurier."


def test_arrows_go_along_the_tree_and_enter_opens_both_articles(show: Show, qtbot: QtBot) -> None:
    view = show(chained())
    view.setFocus()
    first, second = (view.canvas.tags[e.id] for e in chained().edges)
    assert view.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert (view.canvas.edge, view.focusWidget()) == (second.edge, second)
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert view.canvas.edge == second.edge
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert view.canvas.edge == first.edge
    qtbot.keyClick(first, Qt.Key.Key_End)
    assert view.canvas.edge == second.edge
    with qtbot.waitSignal(view.side_by_side) as opened:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert opened.args == [("kurier", "nordblatt"), ""]


def test_tab_stops_at_one_edge_only(show: Show) -> None:
    view = show(chained())
    stops = [t for t in view.canvas.tags.values() if t.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [t.edge for t in stops] == [view.canvas.edge]


def test_the_copies_of_an_unseen_source_are_read_together(show: Show, qtbot: QtBot) -> None:
    view = show(unseen())
    assert view.panel.read.text() == "Read its copies side by side"
    with qtbot.waitSignal(view.side_by_side) as opened:
        view.panel.read.click()
    assert opened.args == [("kurier", "wire"), ""]


def test_the_table_tells_the_same_and_can_be_walked(show: Show, qtbot: QtBot) -> None:
    view = show(chained())
    table, model = view.table, view.table.edges
    rows = [[model.data(model.index(r, c)) for c in range(6)] for r in range(model.rowCount())]
    assert [row[0] for row in rows] == ["Harbour Wire", "Lundener Kurier", "Nordblatt", "The Quay"]
    assert rows[2] == ["Nordblatt", "Lundener Kurier", "66 %", "rewrite", "likely (80 %)", "a credit tells"]
    assert rows[3][1] == "no other article"
    spoken = model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == heard(view.canvas.tags["kurier>nordblatt"])
    assert heard(table) == "Who took it from whom, as a table"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert view.canvas.edge == chained().edges[1]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert view.canvas.edge is None
    assert view.panel.title.text() == "The Quay"


def test_the_chosen_edge_stays_chosen_while_it_is_there(show: Show, session: Session) -> None:
    view = show(chained())
    view.canvas.tags["kurier>nordblatt"].click()
    session.show_lineage(replace(chained(), edges=chained().edges[::-1]))
    assert view.canvas.edge == chained().edges[1]
    session.show_lineage(apart())
    assert view.canvas.edge is None


# Changes and chains


def change_row(view: StemmaView, kind: str) -> int:
    model = view.panel.list.changes
    return next(r for r in range(model.rowCount()) if kind in model.change(r).kinds)


def test_a_change_says_the_old_wording_the_new_one_and_what_differs(show: Show) -> None:
    view = show(chained())
    model = view.panel.list.changes
    cut = str(model.data(model.index(change_row(view, "cut"))))
    assert cut.startswith("cut. Harbour Wire: “")
    assert "Kurier" not in cut
    added = str(model.data(model.index(change_row(view, "added"))))
    assert added.startswith("added. Lundener Kurier: “")
    both = next(model.change(r) for r in range(model.rowCount()) if model.change(r).before and model.change(r).after)
    said = str(model.data(model.index(change_row(view, both.kind))))
    assert said.index("Harbour Wire: “") < said.index("Lundener Kurier: “")


def test_changes_of_one_kind_can_be_listed_alone(show: Show) -> None:
    view = show(chained())
    panel, model = view.panel, view.panel.list.changes
    counts = model.counts()
    assert next(chip.text() for chip in panel.chips.values()) == f"all  {model.every}"
    panel.chips["translated"].click()
    assert model.rowCount() == counts["translated"] < model.every
    assert all("translated" in model.change(r).kinds for r in range(model.rowCount()))
    panel.chips[None].click()
    assert model.rowCount() == model.every


def test_a_claim_shows_its_chain_from_first_to_last(show: Show, qtbot: QtBot) -> None:
    view = show(chained())
    panel, model = view.panel, view.panel.list.changes
    row = next(r for r in range(model.rowCount()) if model.change(r).group_id == "g-closed")
    panel.list.setCurrentIndex(model.index(row))
    qtbot.waitUntil(lambda: panel.chain.toPlainText().startswith("1."))
    said = panel.chain.toPlainText()
    heads = [line for line in said.splitlines() if line[:2] in ("1.", "2.", "3.")]
    assert [h.split(",")[0] for h in heads] == ["1. Harbour Wire", "2. Lundener Kurier", "3. Nordblatt"]
    assert "The city of Lunden closed" in said
    assert "dichtgemacht" in said
    assert said.index("The city of Lunden") < said.index("Die Stadt Lunden") < said.index("dichtgemacht")
    assert "text-decoration: underline" in panel.chain.toHtml()


def test_enter_on_a_claim_opens_the_articles_at_it(show: Show, qtbot: QtBot) -> None:
    view = show(chained())
    panel, model = view.panel, view.panel.list.changes
    row = next(r for r in range(model.rowCount()) if model.change(r).group_id == "g-closed")
    panel.list.setCurrentIndex(model.index(row))
    with qtbot.waitSignal(view.side_by_side) as opened:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.args == [("wire", "kurier"), model.change(row).after[0]]


def test_markup_in_an_article_is_shown_as_it_is(show: Show, session: Session, comparison: Comparison) -> None:
    view = show(chained())
    bait = "<b>Quay</b><img src=x>"
    session.show(titled(comparison, "kurier", outlet=bait))
    session.show_lineage(chained())
    assert bait in heard(view.canvas.cards["kurier"])
    assert bait in view.panel.title.text()
    assert view.panel.title.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;img" in view.canvas.cards["kurier"].toolTip()


# Size and language


def test_twelve_articles_fit_or_scroll_and_nothing_lies_over_anything(session: Session, show: Show) -> None:
    view = show(apart())
    made, lineage = twelve()
    session.show(made)
    session.show_lineage(lineage)
    assert len(view.canvas.cards) == 12
    parts = [*view.canvas.cards.values(), *view.canvas.tags.values()]
    for n, part in enumerate(parts):
        assert view.canvas.rect().contains(part.geometry())
        assert not any(part.geometry().intersects(other.geometry()) for other in parts[:n])
    assert len(drawn(view.canvas)) > 5


def test_zoom_changes_the_size_and_fit_sets_it_back(show: Show) -> None:
    view = show(chained())
    usual = view.canvas.cards["wire"].size()
    view.larger.click()
    assert view.canvas.cards["wire"].width() > usual.width()
    for _ in range(12):
        view.smaller.click()
    assert view.canvas.cards["wire"].width() < usual.width()
    assert not view.smaller.isEnabled()
    view.fit.click()
    assert view.canvas.cards["wire"].size() == usual


def test_the_view_speaks_german(show: Show, qapp: QApplication) -> None:
    view = show(chained())
    languages = Languages(qapp, "de")
    qapp.processEvents()
    assert view.standing.text() == "4 Artikel, 2 unabhängige Quellen"
    assert "schöpft aus Lundener Kurier; 66 % übernommen" in heard(view.canvas.tags["kurier>nordblatt"])
    assert view.canvas.tags["kurier>nordblatt"].lines == ("66 % · Umschrift", "wahrscheinlich")
    assert view.panel.title.text() == "Lundener Kurier schöpft aus Harbour Wire"
    assert view.panel.read.text() == "Nebeneinander lesen"
    assert view.table.edges.headerData(1, Qt.Orientation.Horizontal) == "Schöpft aus"
    assert any(chip.text().startswith("übersetzt") for chip in view.panel.chips.values())
    languages.choose("en")
    languages.deleteLater()


def test_an_empty_session_has_an_empty_tree(show: Show, session: Session) -> None:
    view = show(chained())
    session.show(None)
    assert view.canvas.cards == {}
    assert view.table.edges.rowCount() == 0
    assert session.lineage is None


def test_a_lineage_of_other_articles_is_forgotten(session: Session, comparison: Comparison) -> None:
    session.show_lineage(chained())
    session.show(replace(comparison, articles=comparison.articles[:3]))
    assert session.lineage is None


def two(lineage: Lineage) -> Lineage:
    """Only the first two articles, the one as an earlier version of the other."""
    edges = (replace(lineage.edges[0], told="given"),)
    return Lineage(("wire", "kurier"), edges, (), (("wire", "kurier"),))


def test_two_versions_are_called_so(show: Show) -> None:
    view = show(two(chained()))
    assert view.standing.text() == "Two versions of one text"
    assert view.panel.title.text() == "From Harbour Wire to Lundener Kurier"
    assert view.legend.isHidden()
