"""What the right button offers."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from gui.reading.context import Context
from gui.reading.text import ArticleText
from gui.reading.view import ReadingView
from gui.session import Session
from tests.gui import comparisons


def unit_of(text: ArticleText, words: str) -> int:
    return text.passages.offsets.unit(text.passages.article.text.index(words))


def select(text: ArticleText, words: str) -> None:
    cursor = QTextCursor(text.document())
    cursor.setPosition(unit_of(text, words))
    end = text.passages.article.text.index(words) + len(words)
    cursor.setPosition(text.passages.offsets.unit(end), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def take(view: ReadingView, session: Session, article: str, words: str, *path: str) -> None:
    text = view.columns[article].text
    menu: QMenu | None = Context(session, text, unit_of(text, words)).menu(view)
    for name in path:
        assert menu
        action = next(a for a in menu.actions() if a.text() == name)
        if name == path[-1]:
            action.trigger()
        menu = action.menu()  # type: ignore[assignment]  # a QMenu where there is one


def offered(view: ReadingView, session: Session, article: str, words: str) -> list[str]:
    text = view.columns[article].text
    return [a.text() for a in Context(session, text, unit_of(text, words)).menu(view).actions() if a.text()]


def test_a_claim_is_copied_with_its_source(view: ReadingView, session: Session) -> None:
    take(view, session, "wire", "About 14,000", "Copy with its source")
    said = QApplication.clipboard().text()
    assert said == "“About 14,000 vehicles a day used the crossing.” (Harbour Wire, 2 Nov 2026)"


def test_the_selection_goes_before_the_claim(view: ReadingView, session: Session) -> None:
    select(view.columns["nordblatt"].text, "den Hafen ab 🚧\n\nDer Hafen")
    take(view, session, "nordblatt", "Ohne", "Copy")
    assert QApplication.clipboard().text() == "den Hafen ab 🚧\n\nDer Hafen"


def test_two_claims_are_linked_by_hand_and_apart_again_by_undo(view: ReadingView, session: Session) -> None:
    assert session.index
    fresh = next(c.id for c in session.index.claims_of["wire"] if "1911" in session.index.text(c.id))
    session.choose_claim(fresh)
    take(view, session, "quay", "The closure", "Link with the chosen claim")
    assert session.comparison
    decided = session.comparison.decisions[-1]
    assert decided.kind == "add_link"
    assert {c.split(":")[0] for c in decided.claims} == {"wire", "quay"}
    session.undo.undo()
    assert session.comparison.decisions == ()


def test_whole_groups_are_joined_in_one_step(view: ReadingView, session: Session) -> None:
    session.choose_group("g-bypass")
    take(view, session, "wire", "Ferries", "Join with the chosen group")
    assert session.index
    assert len(session.index.group) == 6
    assert session.undo.count() == 1
    session.undo.undo()
    assert len(session.index.group) == 7


def test_what_is_together_is_not_offered_to_be_joined(view: ReadingView, session: Session) -> None:
    session.choose_group("g-cost")
    assert not [entry for entry in offered(view, session, "wire", "Repairs") if "chosen" in entry]


def test_a_claim_taken_out_of_its_group_is_one_step(view: ReadingView, session: Session) -> None:
    take(view, session, "quay", "Taxpayers", "Does not belong to the others")
    assert session.comparison
    kinds = [d.kind for d in session.comparison.decisions]
    assert kinds == ["reject_link"] * 3
    session.undo.undo()
    assert session.comparison.decisions == ()


def test_a_rejected_cue_leaves_the_text_and_comes_back_by_undo(view: ReadingView, session: Session) -> None:
    before = len(view.columns["quay"].text.passages.marks)
    take(view, session, "quay", "slammed", "Not a cue here")
    assert len(view.columns["quay"].text.passages.marks) == before - 1
    session.undo.undo()
    assert len(view.columns["quay"].text.passages.marks) == before


def test_a_cue_is_marked_by_hand(view: ReadingView, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("  It was no fiasco. ", True))
    select(view.columns["quay"].text, "fiasco")
    take(view, session, "quay", "fiasco", "Mark the selection as", "Loaded word")
    assert session.comparison
    made = session.comparison.decisions[-1]
    assert (made.kind, made.mark_kind, made.text) == ("add_mark", "loaded", "It was no fiasco.")
    assert made.passage
    assert made.passage.span.of(comparisons.TEXTS["quay"]) == "fiasco"


def test_beside_a_claim_there_is_little_to_do(view: ReadingView, session: Session) -> None:
    assert offered(view, session, "quay", "Lunden") == []
    assert "Not a cue here" not in offered(view, session, "wire", "About 14,000")


def test_the_menu_opens_by_mouse_and_by_key(view: ReadingView, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[list[str]] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: opened.append([a.text() for a in menu.actions()]))
    text = view.columns["kurier"].text
    text.put_caret(unit_of(text, "Täglich"))
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        at = text.cursorRect().center()
        QApplication.sendEvent(text.viewport(), QContextMenuEvent(reason, at, text.viewport().mapToGlobal(at)))
    assert len(opened) == 2
    assert all("Copy with its source" in entries for entries in opened)
