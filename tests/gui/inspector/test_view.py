"""The inspector, driven as a person would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.index import Index
from core.model import Decision
from gui.inspector.dossier import dossier
from gui.inspector.parts import Name
from gui.inspector.view import Inspector
from gui.session import Choice, MarkFilter, Session
from tests.gui import comparisons


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> Inspector:
    view = Inspector(session)
    qtbot.addWidget(view)
    view.resize(360, 800)
    view.show()
    return view


def settle(view: Inspector, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view._soon.isActive() and not view._rest.isActive())
    # Widgets that join a layout in sight are shown in the next round.
    QApplication.processEvents()


def said(view: Inspector) -> str:
    from PySide6.QtGui import QTextDocumentFragment

    shown = [w for w in view.findChildren(QLabel) if w.isVisible()]
    return "\n".join(
        QTextDocumentFragment.fromHtml(w.text()).toPlainText() if w.textFormat() is Qt.TextFormat.RichText else w.text()
        for w in shown
    )


def claim_id(index: Index | None, article: str, words: str) -> str:
    assert index
    return next(c.id for c in index.claims_of[article] if words in index.text(c.id))


def test_the_chosen_claim_is_the_base_and_the_others_follow_in_order(index: Index) -> None:
    chosen = claim_id(index, "wire", "Repairs")
    found = dossier(index, Choice("g-cost", chosen), MarkFilter())
    assert found
    assert [w.claim.article_id for w in found.wordings] == ["wire", "kurier", "nordblatt", "quay"]
    assert found.wordings[0].link is None
    assert all(w.link and chosen in (w.link.a, w.link.b) for w in found.wordings[1:])


def test_a_mark_s_claim_is_the_base(index: Index) -> None:
    mark = next(m for m in index.comparison.marks if m.kind == "scare_quotes")
    found = dossier(index, Choice("g-cost", None, mark.id), MarkFilter())
    assert found
    assert found.wordings[0].claim.article_id == "nordblatt"
    assert found.wordings[0].marks[0].against == (("Lundener Kurier", "Reparatur"),)


def test_a_claim_that_nobody_else_carries(index: Index) -> None:
    found = dossier(index, Choice(None, claim_id(index, "wire", "1911")), MarkFilter())
    assert found
    assert (found.carriers, len(found.wordings)) == (1, 1)


def test_nothing_chosen_is_nothing_to_tell(index: Index) -> None:
    assert dossier(index, Choice(), MarkFilter()) is None


def test_a_hidden_lens_hides_its_marks(index: Index) -> None:
    found = dossier(index, Choice("g-cost"), MarkFilter(kinds=frozenset({"certainty"})))
    assert found
    assert [n.mark.kind for w in found.wordings for n in w.marks] == ["certainty"]


def test_the_empty_inspector_teaches(view: Inspector, qtbot: QtBot) -> None:
    settle(view, qtbot)
    assert "Click a tinted sentence" in said(view)


def test_it_tells_who_carries_it_why_and_who_leaves_it_out(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_claim(claim_id(session.index, "wire", "14,000"))
    settle(view, qtbot)
    text = said(view)
    assert "Carried by 3 of 4 · the articles contradict each other" in text
    assert "Mindestens 20.000 Autos am Tag" in text
    assert "very close in meaning, both give 14.000" in text
    assert "Figure or fact: “20.000 Autos”" in text
    assert "Harbour Wire: “14,000 vehicles”" in text
    assert "Nearest: “The closure could last well beyond March" in text


def test_who_says_it(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_group("g-boysen")
    settle(view, qtbot)
    assert "Jens Boysen – reported, “say”" in said(view)


def test_a_click_on_an_outlet_goes_to_its_wording(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_group("g-cost")
    settle(view, qtbot)
    name = next(n for n in view.findChildren(Name) if n.text() == "The Quay" and n.isVisible())
    QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert session.choice.claim_id == claim_id(session.index, "quay", "Taxpayers")


def test_rejecting_a_link_is_a_decision_that_can_be_undone(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_claim(claim_id(session.index, "kurier", "Nordumgehung"))
    settle(view, qtbot)
    button = next(b for b in view.findChildren(QToolButton, "reject") if b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.comparison
    decision = session.comparison.decisions[-1]
    assert decision.kind == "reject_link"
    assert {c.split(":")[0] for c in decision.claims} == {"kurier", "wire"}
    settle(view, qtbot)
    assert "No other article carries this." in said(view)
    assert "Parted by you" in said(view)
    assert "Traffic is being sent over" in said(view)
    session.undo.undo()
    assert session.comparison.decisions == ()
    settle(view, qtbot)
    assert "Carried by 2 of 4" in said(view)


def test_what_was_parted_can_be_joined_again(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_claim(claim_id(session.index, "kurier", "Nordumgehung"))
    for name in ("reject", "accept"):
        settle(view, qtbot)
        QTest.mouseClick(
            next(b for b in view.findChildren(QToolButton, name) if b.isVisible()), Qt.MouseButton.LeftButton
        )
    settle(view, qtbot)
    assert "Carried by 2 of 4" in said(view)
    assert next(b for b in view.findChildren(QToolButton, "accept") if b.isVisible()).isChecked()


def test_claims_that_the_reader_linked_say_so(view: Inspector, session: Session, qtbot: QtBot) -> None:
    one, other = claim_id(session.index, "wire", "1911"), claim_id(session.index, "quay", "The closure")
    session.decide(Decision("d", "add_link", "2026-11-22T10:00:00Z", (one, other)))
    session.choose_claim(one)
    settle(view, qtbot)
    assert "linked by you" in said(view)
    assert "Carried by 2 of 4" in said(view)


def test_rejecting_a_cue_is_a_decision(view: Inspector, session: Session, qtbot: QtBot) -> None:
    mark = next(m for m in session.comparison.marks if m.kind == "scare_quotes")  # type: ignore[union-attr]  # just shown
    session.choose_mark(mark.id)
    settle(view, qtbot)
    QTest.mouseClick(
        next(b for b in view.findChildren(QToolButton, "reject") if b.isVisible()), Qt.MouseButton.LeftButton
    )
    assert session.comparison
    assert (session.comparison.decisions[-1].kind, session.comparison.decisions[-1].mark) == ("reject_mark", mark.id)


def test_a_note_is_kept_and_shown(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_group("g-cost")
    settle(view, qtbot)
    field = next(f for f in view.findChildren(QLineEdit) if f.isVisible())
    QTest.keyClicks(field, "Ask the city <b>again</b>")
    QTest.mouseClick(next(b for b in view.findChildren(QPushButton) if b.isVisible()), Qt.MouseButton.LeftButton)
    settle(view, qtbot)
    assert "Ask the city <b>again</b>" in said(view)
    assert session.comparison
    assert session.comparison.decisions[-1].kind == "note"


def test_an_empty_note_is_none(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_group("g-cost")
    settle(view, qtbot)
    QTest.mouseClick(next(b for b in view.findChildren(QPushButton) if b.isVisible()), Qt.MouseButton.LeftButton)
    assert session.comparison
    assert session.comparison.decisions == ()


def test_nothing_is_wider_than_the_panel(view: Inspector, session: Session, qtbot: QtBot) -> None:
    view.resize(270, 600)
    session.choose_group("g-closed")
    settle(view, qtbot)
    page = view._scroll.widget()
    assert page.width() <= view._scroll.viewport().width()
    assert all(w.geometry().right() <= page.width() for w in page.findChildren(QLabel) if w.parent() is page)


def test_markup_in_an_article_is_text(view: Inspector, session: Session, qtbot: QtBot) -> None:
    from dataclasses import replace

    comparison = comparisons.small()
    loud = "<b>&amp; loud"
    articles = tuple(replace(a, text=loud + a.text[len(loud) :], outlet="<i>x") for a in comparison.articles)
    session.show(replace(comparison, articles=articles))
    session.choose_group("g-closed")
    settle(view, qtbot)
    assert any(n.text() == "<i>x" for n in view.findChildren(Name))


def test_a_decision_keeps_its_machine_score(session: Session) -> None:
    assert session.comparison
    before = session.comparison.links
    session.decide(Decision("d", "reject_link", "2026-11-22T10:00:00Z", (before[0].a, before[0].b)))
    assert session.comparison.links == before


@pytest.mark.parametrize("width", [270, 360, 600])
def test_every_label_is_as_high_as_its_lines(view: Inspector, session: Session, qtbot: QtBot, width: int) -> None:
    view.resize(width, 500)
    session.choose_group("g-closed")
    settle(view, qtbot)

    def fits() -> bool:
        labels = [w for w in view._scroll.widget().findChildren(QLabel) if w.textFormat() is Qt.TextFormat.RichText]
        return len(labels) > 4 and all(w.height() == w.heightForWidth(w.width()) for w in labels)

    qtbot.waitUntil(fits)


def test_the_chosen_cue_stands_out_among_the_others(view: Inspector, session: Session, qtbot: QtBot) -> None:
    assert session.index
    mark = next(m for m in session.index.comparison.marks if m.kind == "agency")
    session.choose_mark(mark.id)
    settle(view, qtbot)
    chosen = [w for w in view.findChildren(QLabel, "chosen") if w.isVisible()]
    assert len(chosen) == 1
    assert "Agency" in chosen[0].text()


def test_every_line_of_a_long_page_is_whole(view: Inspector, session: Session, qtbot: QtBot) -> None:
    session.choose_group("g-closed")
    qtbot.waitUntil(lambda: not view.busy)
    QApplication.processEvents()
    told = [label for label in view.page.findChildren(QLabel) if label.isVisible()]
    assert len(told) > 8
    assert [label.text() for label in told if label.height() < label.heightForWidth(label.width())] == []


def test_a_lens_that_changes_nothing_here_leaves_the_page_alone(
    view: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.choose_group("g-ferries")
    qtbot.waitUntil(lambda: not view.busy)
    page = view.page
    session.filter_marks(kinds=session.filter.kinds - {"loaded"})
    qtbot.waitUntil(lambda: not view.busy)
    assert view.page is page
    session.choose_group("g-cost")
    qtbot.waitUntil(lambda: not view.busy)
    assert view.page is not page
