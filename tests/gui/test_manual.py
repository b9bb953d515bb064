"""The manual in both languages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.compare import error_rates
from core.model import KINDS
from core.reading import FORMATS
from core.report import FORMATS as WRITTEN
from gui import manual
from gui import marks as look
from gui.manual import Manual
from gui.window import Window


def headings(code: str) -> list[str]:
    return re.findall(r"^## (.*)$", manual.text(code), re.M)


def test_both_languages_have_the_same_chapters() -> None:
    assert len(headings("en")) == len(headings("de")) >= 7


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_lens_has_its_entry_with_an_example(code: str) -> None:
    entries = re.findall(r"^- \*\*.+?(?=^- |^$)", manual.text(code), re.M | re.S)
    assert len(entries) == len(KINDS)
    assert [entry for entry in entries if not re.search(r"(?<!\*)\*[^*]+\*(?!\*)", entry)] == []


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_format_that_is_read_or_written_is_named(code: str) -> None:
    named = set(re.findall(r"(?<!\w)\.[a-z]+", manual.text(code)))
    assert {*FORMATS, ".zip", ".lesart", *(f".{ending}" for ending in WRITTEN)} - named == set()


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_measured_rates_are_told(window: Window, qapp: QApplication, code: str) -> None:
    window.choose_language(code)
    qapp.processEvents()
    shown = Manual(window)
    told = shown.page.toPlainText()
    assert manual.RATES not in told
    rates = dict(error_rates())
    for key in ("links.found", "links.right", "marks.label.right"):
        assert f"{round(rates[key] * 100)} %" in told
    assert look.name("scare_quotes") in told
    assert {"en": "Found", "de": "Gefunden"}[code] in told
    shown.close()


@pytest.mark.parametrize("code", ["en", "de"])
def test_what_the_manual_calls_a_menu_is_one(window: Window, qapp: QApplication, code: str) -> None:
    """**File, Save** is an entry of a menu in this language."""
    window.choose_language(code)
    qapp.processEvents()
    titles = {menu.title().replace("&", ""): menu for menu in window.menuBar().findChildren(QMenu)}
    bold = re.findall(r"\*\*(.+?)\*\*", manual.text(code), re.S)
    told = [one.split(", ", 1) for one in (" ".join(b.split()) for b in bold) if ", " in one]
    assert len(told) > 8
    for menu, entry in told:
        assert menu in titles, menu
        entries = [action.iconText() for action in titles[menu].actions()]
        assert any(known.startswith(entry.rstrip("…")) for known in entries), (menu, entry, entries)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("en", ("Open address", "robots.txt", "Leave out", "encoding", "chapters", "old place")),
        ("de", ("Adresse öffnen", "robots.txt", "Weglassen", "Kodierung", "Kapitel", "alten Platz")),
    ],
)
def test_addresses_mending_encodings_and_chapters_are_told(code: str, named: tuple[str, ...]) -> None:
    assert [word for word in named if word not in manual.text(code)] == []


def test_the_contents_lead_there(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    page = window.findChildren(Manual)[0]
    assert [page.contents.item(i).text() for i in range(page.contents.count())] == headings("en")
    page.contents.setCurrentRow(4)
    assert page.page.textCursor().block().text() == headings("en")[4]
    assert 0 <= page.page.cursorRect().top() < 60
