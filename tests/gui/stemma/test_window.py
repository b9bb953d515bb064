"""The stemma in the window: the line above the views, the way to the text, the thread, two versions of one text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.index import Index
from core.job import Job
from core.lineage import Lineage
from core.model import Comparison, Decision
from gui.session import Session
from gui.stemma.versions import Versions
from gui.window import Window
from tests.gui.stemma.made import apart, chained
from tests.gui.test_narrow import NARROW

NOTE = Decision("d1", "note", "2026-11-22T10:00:00Z", text="check this")


def traced(window: Window, comparison: Comparison, qtbot: QtBot) -> Lineage:
    """Show ``comparison`` and wait until it is known who took from whom."""
    window.session.show(comparison)
    qtbot.waitUntil(lambda: window.session.lineage is not None, timeout=20_000)
    assert window.session.lineage
    return window.session.lineage


def test_the_line_above_the_views_counts_the_sources_and_leads_to_the_stemma(
    window: Window, comparison: Comparison, qtbot: QtBot
) -> None:
    traced(window, comparison, qtbot)
    window.session.show_lineage(chained())
    link = window.standing.link
    assert link.isVisible()
    assert link.accessibleName() == "4 articles, 2 independent sources"
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert window.stemma.isVisible()
    assert window.actions_["stemma"].isChecked()
    assert not window.standing.isVisible()
    assert not window.inspector.isVisible()
    assert not window.lens_bar.isVisible()
    window.show_view("claims")
    assert window.standing.isVisible()
    assert window.inspector.isVisible()
    assert window.lens_bar.isVisible()


def test_it_stands_there_before_the_answer_comes_and_not_for_one_article(
    window: Window, comparison: Comparison
) -> None:
    window.session.show(comparison)
    assert window.standing.isVisible()
    assert not window.standing.link.isEnabled()
    one = replace(comparison, articles=comparison.articles[:1], claims=(), links=(), groups=(), marks=())
    window.session.show(one)
    assert not window.standing.isVisible()


def test_a_note_does_not_trace_anew_and_another_link_does(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Comparison] = []

    def lineage(compared: Comparison, job: Job) -> Lineage:
        asked.append(compared)
        return chained() if len(asked) == 1 else apart()

    monkeypatch.setattr("core.lineage.lineage", lineage)
    traced(window, comparison, qtbot)
    window.session.show(replace(comparison, decisions=(NOTE,)))
    assert len(asked) == 1
    window.session.show(replace(comparison, groups=comparison.groups[:2]))
    qtbot.waitUntil(lambda: len(asked) == 2 and window.session.lineage == apart())


def test_the_two_articles_of_an_edge_are_read_side_by_side(
    window: Window, comparison: Comparison, qtbot: QtBot
) -> None:
    traced(window, comparison, qtbot)
    window.session.show_lineage(chained())
    window.show_view("stemma")
    window.stemma.canvas.tags["kurier>nordblatt"].click()
    panel = window.stemma.panel
    qtbot.waitUntil(lambda: panel.list.changes.rowCount() > 0)
    row = next(r for r in range(panel.list.changes.rowCount()) if panel.list.changes.change(r).group_id == "g-closed")
    panel.list.setCurrentIndex(panel.list.changes.index(row))
    panel.read.click()
    assert window.reading.isVisible()
    assert window.reading.seen() == ["kurier", "nordblatt"]
    assert window.session.choice.group_id == "g-closed"


# Two versions


def test_two_open_articles_are_compared_as_versions_in_that_order(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources: list[object] = []

    def compare(given: list[object], settings: object, job: object, known: object) -> Comparison:
        sources.extend(given)
        order = {a.id: a for a in comparison.articles}
        kept = ("wire", "kurier")
        claims = tuple(c for c in comparison.claims if c.article_id in kept)
        return replace(comparison, articles=tuple(order[a] for a in kept), claims=claims, links=(), groups=(), marks=())

    monkeypatch.setattr("core.compare.compare", compare)
    traced(window, comparison, qtbot)
    window.actions_["versions"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Versions)
    assert [field.currentIndex() for field in dialog.lists] == [0, 2]
    assert dialog.compare.isEnabled()
    dialog.lists[0].setCurrentIndex(2)
    assert not dialog.compare.isEnabled()
    dialog.lists[1].setCurrentIndex(0)
    dialog.compare.click()
    qtbot.waitUntil(lambda: window.stemma.isVisible() and window.session.lineage is not None, timeout=20_000)
    assert sources == [comparison.articles[2], comparison.articles[0]]
    assert window.session.lineage
    assert [(e.source, e.copy, e.told) for e in window.session.lineage.edges] == [("wire", "kurier", "given")]
    assert window.standing.link.accessibleName() == "Two versions of one text"


def test_a_file_can_be_a_version(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    assert session.comparison
    dialog = Versions(session.comparison.articles[:1], "")
    qtbot.addWidget(dialog)
    assert not dialog.compare.isEnabled()
    path = str(tmp_path / "later.html")
    dialog.take(1, path)
    assert dialog.compare.isEnabled()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.compare.click()
    assert chosen.args == [session.comparison.articles[0], path]


def test_what_was_two_versions_is_traced_as_usual_with_a_third(
    window: Window, comparison: Comparison, qtbot: QtBot
) -> None:
    window.session.versions = ("wire", "kurier")
    found = traced(window, comparison, qtbot)
    assert all(edge.told != "given" for edge in found.edges)
    assert Index(comparison).column.keys() == set(found.articles)


def test_a_narrow_window_has_room_for_tree_and_panel(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    traced(window, comparison, qtbot)
    window.show_view("stemma")
    window.resize(NARROW, 640)
    qtbot.wait(10)
    assert window.width() == NARROW
    view = window.stemma
    for part in (view.standing, view.fit, view.table, view.panel.title, view.panel.list, view.panel.chain):
        assert part.isVisible()
        place = part.mapTo(window, part.rect().topLeft())
        assert place.x() >= 0
        assert place.x() + part.width() <= NARROW
    assert view.area.viewport().height() > view.canvas.cards["wire"].height()
