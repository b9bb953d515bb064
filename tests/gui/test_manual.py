"""The manual in both languages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import KINDS
from core.reading import FORMATS
from gui import manual
from gui.manual import Manual
from gui.window import Window


def headings(code: str) -> list[str]:
    return re.findall(r"^## (.*)$", manual.text(code), re.M)


def test_both_languages_have_the_same_chapters() -> None:
    assert len(headings("en")) == len(headings("de")) >= 7


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_lens_has_its_entry(code: str) -> None:
    assert len(re.findall(r"^- \*\*", manual.text(code), re.M)) == len(KINDS)


@pytest.mark.parametrize("code", ["en", "de"])
def test_formats_are_named(code: str) -> None:
    named = manual.text(code)
    for suffix, word in ((".pdf", "PDF"), (".docx", "Word"), (".md", "Markdown")):
        assert suffix in FORMATS
        assert word in named


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
