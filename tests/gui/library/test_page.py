"""The library as a person uses it: words, filters, what an outlet left out, and into the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core import store
from core.compare import revise
from core.model import Comparison, Decision
from gui.library.asked import Mode
from gui.library.entries import ENTRY, Entry
from gui.library.page import LibraryPage
from gui.window import Window
from tests.core.report import event

NOTE = Decision("d1", "note", "2026-11-22T10:00:00Z", claims=(), text="Ask the harbourmaster 🥐 again")


@pytest.fixture
def river(tmp_path: Path) -> Path:
    path = tmp_path / "river.lesart"
    store.save(event.decided(), path)
    return path


@pytest.fixture
def library(window: Window, river: Path, comparison: Comparison, qtbot: QtBot) -> LibraryPage:
    """The library with two projects, of which one is open."""
    window.session.show(revise(comparison, [NOTE]))
    qtbot.waitUntil(lambda: window.desk.keeper.project is not None and window.desk.keeper.last is None)
    window.projects._shelve([str(river)])
    qtbot.waitUntil(lambda: not window.jobs._runs)
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    page = window.projects.library
    assert page is not None
    qtbot.waitUntil(lambda: page.answer.projects == 2)
    return page


def entries(page: LibraryPage) -> list[Entry]:
    model = page.list.model()
    return [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]


def ask(page: LibraryPage, mode: Mode, words: str, qtbot: QtBot) -> list[Entry]:
    """Click on ``mode``, type ``words``, and wait for what comes."""
    qtbot.mouseClick(page.modes[mode], Qt.MouseButton.LeftButton)
    page.words.clear()
    qtbot.keyClicks(page.words, words)
    qtbot.keyClick(page.words, Qt.Key.Key_Return)
    settle(page, qtbot)
    return entries(page)


def settle(page: LibraryPage, qtbot: QtBot) -> None:
    """Wait for the last answer."""
    qtbot.waitUntil(lambda: not page._soon.isActive())
    qtbot.waitUntil(lambda: page._run is not None and page._run.ended.is_set())
    qtbot.wait(30)


def test_all_projects_are_there_the_unnamed_too(library: LibraryPage, comparison: Comparison) -> None:
    heads = {entry.head for entry in entries(library)}
    assert heads == {"river", comparison.articles[0].title}
    assert any("Comparison without a name" in e.about for e in entries(library))
    assert library._count.text() == "2 comparisons"


def test_words_are_found_in_articles_and_stand_out(library: LibraryPage, qtbot: QtBot) -> None:
    (found,) = ask(library, "article", "besieged", qtbot)
    assert "Harnow Gazette" in found.about
    assert "river" in found.about
    assert [found.words[a:b] for a, b in found.found] == ["besieged"]
    assert ask(library, "article", "nowhere to be found", qtbot) == []
    assert library.nothing.text() == "Nothing found."
    assert not library.list.isVisible()


def test_notes_are_found(library: LibraryPage, qtbot: QtBot) -> None:
    (found,) = ask(library, "note", "harbourmaster", qtbot)
    assert found.head == "Note on the whole comparison"


def test_filters_narrow_it_down(library: LibraryPage, qtbot: QtBot) -> None:
    ask(library, "article", "Harnow", qtbot)
    assert len(entries(library)) == 4
    library.languages.setCurrentIndex(library.languages.findText("German"))
    settle(library, qtbot)
    assert len(entries(library)) == 2
    library.since.setDate(QDate(2026, 1, 1))
    settle(library, qtbot)
    assert len(entries(library)) == 1
    library.outlets.setCurrentIndex(library.outlets.findText("Harnow Gazette"))
    settle(library, qtbot)
    assert entries(library) == []
    assert library.outlets.currentText() == "Harnow Gazette", "the choice stays where nothing is found"


def test_what_an_outlet_left_out_leads_to_the_claim(library: LibraryPage, window: Window, qtbot: QtBot) -> None:
    library.outlets.setCurrentIndex(library.outlets.findText("Harnow Gazette"))
    found = ask(library, "left_out", "bus", qtbot)
    bus = next(e for e in found if e.head.startswith("A bus"))
    assert bus.words == "Said by Northern Wire, Flusszeitung, Das Blatt"
    row = entries(library).index(bus)
    library.list.setFocus()
    library.list.setCurrentIndex(library.list.model().index(row, 0))
    qtbot.keyClick(library.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "river" in window.windowTitle())
    assert window.reading.isVisible()
    assert window.session.choice.group_id == bus.group


def test_escape_leads_back_to_what_is_open(library: LibraryPage, window: Window, qtbot: QtBot) -> None:
    assert not window.reading.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.reading.isVisible()
    window.projects.show_library()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.claims.isVisible()


def test_projects_of_another_folder_can_be_added_and_taken_out(
    library: LibraryPage, window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.lesart"
    store.save(event.comparison(), other)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(other)], ""))
    qtbot.mouseClick(library._add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.answer.projects == 3)
    library.forget(str(other))
    qtbot.waitUntil(lambda: library.answer.projects == 2)
    assert other.exists()


def test_a_project_that_cannot_be_read_is_told(library: LibraryPage, window: Window, river: Path, qtbot: QtBot) -> None:
    river.write_bytes(river.read_bytes()[:9000])
    window.projects.show_library()
    qtbot.waitUntil(lambda: bool(library.answer.unread))
    assert "river.lesart" in library.answer.unread[0]
    assert library.answer.projects == 2, "what was known of it stays"


def test_an_empty_library_says_how_it_fills(window: Window, qtbot: QtBot) -> None:
    window.actions_["library"].trigger()
    page = window.projects.library
    assert page is not None
    settle(page, qtbot)
    assert "by itself" in page.nothing.text()


def test_it_speaks_german(library: LibraryPage, window: Window, qtbot: QtBot) -> None:
    window.choose_language("de")
    qtbot.waitUntil(lambda: library._title.text() == "Bibliothek")
    assert library.modes["left_out"].text() == "Weggelassen"
    window.choose_language("en")
