"""The articles as they were read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.job import Job
from core.model import Comparison, Dropped
from gui.importing import Importing
from gui.window import Window


@pytest.fixture
def shown(comparison: Comparison) -> Comparison:
    """Something was left out of the wire's file, and something in it looks like HTML."""
    dropped = (Dropped("Read more: <img src='file:///x'>", "dropped.teaser"),)
    wire = replace(comparison.articles[2], dropped=dropped)
    return replace(comparison, articles=(*comparison.articles[:2], wire, comparison.articles[3]))


@pytest.fixture
def dialog(window: Window, shown: Comparison, qtbot: QtBot) -> Importing:
    window.session.show(shown)
    window.session.ask("article", "wire")
    return window.findChildren(Importing)[0]


def test_the_text_stands_beside_what_was_left_out(dialog: Importing, shown: Comparison) -> None:
    assert dialog.list.currentRow() == 2
    assert dialog.text.toPlainText() == shown.articles[2].text
    assert dialog.dropped.toPlainText() == "Pointer to other articles   Take back\nRead more: <img src='file:///x'>"
    dialog.list.setCurrentRow(0)
    assert "Nothing" in dialog.dropped.toPlainText()


def test_a_correction_is_undoable_and_compares_nothing_anew(dialog: Importing, window: Window, qtbot: QtBot) -> None:
    assert not dialog.apply.isEnabled()
    dialog.outlet.selectAll()
    qtbot.keyClicks(dialog.outlet, "Evening Wire")
    assert dialog.apply.isEnabled()
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert window.session.comparison is not None
    assert window.session.comparison.articles[2].outlet == "Evening Wire"
    assert not dialog.apply.isEnabled()
    assert not window.jobs.busy
    window.session.undo.undo()
    assert window.session.comparison.articles[2].outlet == "Harbour Wire"
    assert dialog.outlet.text() == "Harbour Wire"


def test_a_date_that_is_not_understood_is_told_beside_the_field(dialog: Importing, qtbot: QtBot) -> None:
    assert not dialog.no_date.isVisible()
    before = dialog.corrected_article().published
    dialog.published.selectAll()
    qtbot.keyClicks(dialog.published, "last Tuesday")
    assert dialog.no_date.isVisible()
    assert dialog.corrected_article().published == before
    dialog.published.selectAll()
    qtbot.keyClicks(dialog.published, "3. November 2026")
    assert not dialog.no_date.isVisible()
    assert dialog.corrected_article().published == "2026-11-03"
    dialog.published.clear()
    qtbot.keyClicks(dialog.published, "x")
    dialog.list.setCurrentRow(0)
    assert not dialog.no_date.isVisible()


def test_another_language_compares_anew(
    dialog: Importing, window: Window, shown: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def compare(sources: list[object], settings: object, job: Job, known: object) -> Comparison:
        asked.append(sources)
        return shown

    monkeypatch.setattr("core.compare.compare", compare)
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asked))
    assert [a.language for a in asked[0]] == ["de", "de", "fr", "en"]
