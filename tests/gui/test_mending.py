"""The reader mends a text: paragraphs, title, encoding; decisions follow, and every step can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from core.model import Article, Comparison, Decision, Passage, Span
from core.reading import read, read_text
from gui.importing import Importing
from gui.window import Window

WIRE = read_text(
    "Bridge is shut 🚧\n\nThe city closed the bridge on Monday.\n\nRead our live blog!\n\nFerries will run from Thursday, it said.\n\n"
    "About 14,000 vehicles a day used the crossing, most of them on their way to the port.\n\nLeave a reply"
)
LOCAL = read_text("Brücke gesperrt\n\nDie Stadt hat die Brücke am Montag gesperrt.")
WORDS = "Ferries will run"


def note_at(words: str) -> Decision:
    start = WIRE.text.index(words)
    return Decision(
        "n", "note", "2026-11-22T10:00:00Z", passage=Passage(WIRE.id, Span(start, start + len(words))), text="?"
    )


@pytest.fixture
def compared(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> Comparison:
    """Two articles without claims; comparing anew gives back what it is given."""
    plain = replace(comparison, articles=(WIRE, LOCAL), claims=(), links=(), groups=(), marks=())
    decided = replace(plain, decisions=(note_at(WORDS), replace(note_at("live blog"), id="gone")))

    def compare(sources: Sequence[Article], *_: object, **__: object) -> Comparison:
        return replace(plain, articles=tuple(sources))

    monkeypatch.setattr("core.compare.compare", compare)
    return decided


@pytest.fixture
def dialog(window: Window, compared: Comparison) -> Importing:
    window.session.show(compared)
    window.session.ask("article", WIRE.id)
    return window.findChildren(Importing)[0]


def choose(dialog: Importing, words: str) -> None:
    dialog.text.moveCursor(QTextCursor.MoveOperation.Start)
    assert dialog.text.find(words)


def click(dialog: Importing, qtbot: QtBot, button: str) -> None:
    qtbot.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)


def text_of(window: Window) -> str:
    assert window.session.comparison
    return window.session.comparison.articles[0].text


def test_a_paragraph_is_left_out_and_decisions_follow_their_words(
    dialog: Importing, window: Window, qtbot: QtBot
) -> None:
    assert not dialog.leave_out.isEnabled()  # the headline is chosen, and stays
    choose(dialog, "live blog")
    click(dialog, qtbot, "leave_out")
    assert "live blog" not in dialog.text.toPlainText()
    assert "Read our live blog!" in dialog.dropped.toPlainText()
    assert dialog.list.item(0).text().endswith(" *")
    assert "live blog" in text_of(window)  # nothing is compared before the reader says so
    click(dialog, qtbot, "apply")
    qtbot.waitUntil(lambda: "live blog" not in text_of(window))
    comparison = window.session.comparison
    assert comparison
    moved, gone = comparison.decisions
    assert moved.passage
    assert moved.passage.article_id == comparison.articles[0].id
    assert moved.passage.span.of(text_of(window)) == WORDS
    assert gone == replace(note_at("live blog"), id="gone")  # it has lapsed, and is kept
    window.session.undo.undo()
    assert window.session.comparison
    assert window.session.comparison.articles[0] == WIRE
    assert window.session.comparison.decisions[0] == note_at(WORDS)


def test_several_paragraphs_are_left_out_at_once_and_taken_back_to_their_place(
    dialog: Importing, window: Window, qtbot: QtBot
) -> None:
    choose(dialog, "live blog")
    cursor = dialog.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor, 2)
    dialog.text.setTextCursor(cursor)
    click(dialog, qtbot, "leave_out")
    assert "Ferries" not in dialog.text.toPlainText()
    for words in ("Ferries", "live blog"):
        draft = dialog.corrected_article()
        number = next(n for n, dropped in enumerate(draft.dropped) if words in dropped.text)
        dialog.text.moveCursor(QTextCursor.MoveOperation.End)  # whatever is chosen
        dialog.dropped.anchorClicked.emit(QUrl(f"take:{number}"))
        taken = dialog.corrected_article().sections[dialog.text.chosen_sections()[0]]
        assert words in taken.span.of(dialog.text.toPlainText())
    assert dialog.text.toPlainText() == WIRE.text
    assert not dialog.apply.isEnabled()  # all is as it was


def test_a_dropped_passage_is_taken_back_at_the_end(dialog: Importing, qtbot: QtBot) -> None:
    dialog.dropped.anchorClicked.emit(QUrl("take:0"))
    assert dialog.text.toPlainText() == WIRE.text + "\n\nLeave a reply"
    click(dialog, qtbot, "discard")
    assert dialog.text.toPlainText() == WIRE.text


def test_a_link_in_an_article_does_nothing(dialog: Importing) -> None:
    for address in ("file:///etc/passwd", "http://bait.example/take:0"):
        dialog.dropped.anchorClicked.emit(QUrl(address))
    assert dialog.corrected_article() == WIRE


def test_the_title_is_corrected_in_the_text_too(dialog: Importing, window: Window, qtbot: QtBot) -> None:
    dialog.title.selectAll()
    qtbot.keyClicks(dialog.title, "Bridge shut")
    qtbot.keyClicks(dialog.published, "2. November 2026")
    click(dialog, qtbot, "apply")
    qtbot.waitUntil(lambda: text_of(window).startswith("Bridge shut\n"))
    assert window.session.comparison
    article = window.session.comparison.articles[0]
    assert (article.title, article.published) == ("Bridge shut", "2026-11-02")


def test_corrections_of_several_articles_are_kept_until_they_are_applied(dialog: Importing, qtbot: QtBot) -> None:
    choose(dialog, "live blog")
    click(dialog, qtbot, "leave_out")
    dialog.list.setCurrentRow(1)
    dialog.outlet.selectAll()
    qtbot.keyClicks(dialog.outlet, "Kurier")
    dialog.list.setCurrentRow(0)
    assert "live blog" not in dialog.text.toPlainText()
    with qtbot.waitSignal(dialog.corrected) as told:
        click(dialog, qtbot, "apply")
    assert [(a.id, b.outlet) for a, b in told.args[0]] == [(WIRE.id, WIRE.outlet), (LOCAL.id, "Kurier")]


def test_another_encoding_is_chosen_afterwards(
    window: Window, compared: Comparison, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "most.txt"
    true = "Brücke gesperrt\n\nDie Stadt hat gegrüßt.\n"
    path.write_bytes(true.encode("mac-roman"))
    wrong = read(path, encoding="cp1252")[0]
    assert "gegrüßt" not in wrong.text
    window.session.show(replace(compared, articles=(wrong, WIRE)))
    window.session.ask("article", wrong.id)
    dialog = window.findChildren(Importing)[0]
    assert dialog.encoding.isEnabled()
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("mac-roman"))
    dialog.encoding.activated.emit(dialog.encoding.currentIndex())
    assert dialog.text.toPlainText() == true.strip()
    click(dialog, qtbot, "apply")
    qtbot.waitUntil(lambda: "gegrüßt" in text_of(window))
    dialog.list.setCurrentRow(1)
    assert not dialog.encoding.isEnabled()  # pasted: there is no file to read again


def test_a_copy_is_told_with_its_changes(window: Window, compared: Comparison) -> None:
    copy = read_text(WIRE.text.replace("Ferries will", "Some ferries may"))
    window.session.show(replace(compared, articles=(replace(WIRE, outlet="AP", published="2026-11-01"), copy)))
    assert "is largely a copy of AP" in window.notice.text()
    window.session.ask("article", copy.id)
    dialog = window.findChildren(Importing)[0]
    assert "is largely a copy of AP: sentences changed or added: 1, left out: 1" in dialog.note.text()
    assert not dialog.note.isHidden()
    shown = [s.cursor.selectedText() for s in dialog.text.extraSelections() if s.cursor.hasSelection()]
    assert shown == ["Some ferries may run from Thursday, it said."]
    dialog.list.setCurrentRow(0)
    assert dialog.note.isHidden()
