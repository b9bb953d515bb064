"""The lenses view: its findings without a pixel, and the view as a person drives it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.index import Index
from core.model import Attribution
from gui import marks as look
from gui.decided import shown
from gui.lenses.chart import Chart
from gui.lenses.findings import names, profiles, sources
from gui.lenses.page import LensesView
from gui.session import MarkFilter, Session
from tests.gui import comparisons


def test_a_profile_counts_the_cues_that_are_shown(index: Index) -> None:
    by_article = {p.article_id: p for p in profiles(index, MarkFilter())}
    assert by_article["quay"].counts["loaded"] == 1
    assert by_article["wire"].counts["loaded"] == 0
    assert sum(sum(p.counts.values()) for p in by_article.values()) == len(index.comparison.marks)
    strong = profiles(index, MarkFilter(strength=0.75))
    assert sum(sum(p.counts.values()) for p in strong) == sum(m.strength >= 0.75 for m in index.comparison.marks)


def test_the_first_cue_of_a_kind_is_the_first_in_the_text(index: Index) -> None:
    for profile in profiles(index, MarkFilter()):
        for kind, mark in profile.first.items():
            own = [m for m in index.marks_of[profile.article_id] if m.kind == kind]
            assert own[0].id == mark


def test_the_share_of_speakers_words(index: Index) -> None:
    quay = next(p for p in profiles(index, MarkFilter()) if p.article_id == "quay")
    assert quay.spoken == pytest.approx(15 / len(comparisons.TEXTS["quay"].split()))


def test_names_that_are_set_against_each_other_are_one_thing(index: Index) -> None:
    rows = names(index, MarkFilter())
    assert len(rows) == 1
    assert rows[0].title == "The city of Lunden"
    assert {a: list(c.texts) for a, c in rows[0].cells.items()} == {
        "quay": ["city bureaucrats"],
        "wire": ["The city of Lunden"],
    }


def test_a_lens_that_is_off_names_nothing(index: Index) -> None:
    assert names(index, MarkFilter(kinds=frozenset())) == []


def test_sources_with_their_share_of_words(index: Index) -> None:
    rows = sources(index)
    assert [row.title for row in rows] == ["Ines Harmsen", "Jens Boysen"]
    claims = [c for c in index.claims_of["kurier"] if c.attribution]
    words = sum(len(index.text(c.id).split()) for c in claims)
    assert rows[0].cells["kurier"].share == pytest.approx(words / len(comparisons.TEXTS["kurier"].split()))
    assert rows[0].cells["kurier"].claim_id == claims[0].id


def test_a_surname_is_the_one_with_the_full_name_and_the_unnamed_come_last() -> None:
    comparison = comparisons.small()
    said = {
        "kurier": Attribution("Harmsen", "sagen", "direct", True),
        "quay": Attribution("officials", "say", "indirect", False),
    }
    claims = tuple(replace(c, attribution=said.get(c.article_id, c.attribution)) for c in comparison.claims)
    rows = sources(Index(replace(comparison, claims=claims)))
    assert [row.title for row in rows] == ["Ines Harmsen", "Jens Boysen", None]
    assert set(rows[0].cells) == {"kurier", "wire"}
    assert list(rows[2].cells["quay"].texts) == ["officials"]


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> LensesView:
    view = LensesView(session)
    qtbot.addWidget(view)
    view.resize(1080, 900)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_click_on_a_bar_goes_to_the_first_cue(view: LensesView, session: Session, qtbot: QtBot) -> None:
    chart = view.charts[3]
    with qtbot.waitSignal(view.opened):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.row("loaded").center())
    assert session.index
    mark = session.index.mark[session.choice.mark_id or ""]
    assert (mark.article_id, mark.kind) == ("quay", "loaded")


def test_a_bar_of_nothing_leads_nowhere(view: LensesView, session: Session) -> None:
    QTest.mouseClick(view.charts[2], Qt.MouseButton.LeftButton, pos=view.charts[2].row("loaded").center())
    assert session.choice.mark_id is None


def test_the_keyboard_reaches_every_bar(view: LensesView, session: Session) -> None:
    chart = view.charts[0]
    chart.setFocus()
    for _ in range(4):
        QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert session.index
    assert session.index.mark[session.choice.mark_id or ""].kind == "certainty"


def test_a_click_on_a_source_goes_to_what_it_says(view: LensesView, session: Session, qtbot: QtBot) -> None:
    grid = view.sources
    at = grid.visualRect(grid.rows.index(1, 2)).center()
    with qtbot.waitSignal(view.opened):
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.choice.group_id == "g-boysen"


def test_the_charts_follow_the_lenses(view: LensesView, session: Session, qtbot: QtBot) -> None:
    session.filter_marks(kinds=frozenset({"label"}))
    qtbot.waitUntil(lambda: sum(view.charts[1].profile.counts.values()) == 0)
    assert not view.charts[3].profile.counts["loaded"]


def lit(chart: Chart) -> int:
    """How many pixels of ``chart`` have the colour of the bar of loaded words."""
    image, wanted = chart.grab().toImage(), look.color("loaded", dark=False).rgb()
    pixels = (image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel == wanted for pixel in pixels)


def test_the_tick_hides_the_cues_of_one_article(view: LensesView, session: Session, qtbot: QtBot) -> None:
    quay, before = view.charts[3], lit(view.charts[3])
    counts = quay.profile.counts
    assert before > 50
    assert quay.switch.isChecked()
    assert quay.switch.text() == quay.name
    QTest.mouseClick(quay.switch, Qt.MouseButton.LeftButton, pos=QPoint(8, quay.switch.height() // 2))
    qtbot.waitUntil(lambda: not view.charts[3].profile.on)
    assert view.charts[3] is quay
    assert quay.profile.counts == counts  # what is hidden is counted all the same, but in grey
    assert lit(quay) == 0
    assert session.index
    seen = {a for a, own in shown(session.index, session.filter).of_article.items() if own}
    assert seen == {"kurier", "nordblatt"}  # the wire has none anyway
    QTest.mouseClick(quay, Qt.MouseButton.LeftButton, pos=quay.row("loaded").center())
    assert session.choice.mark_id is None


def test_space_switches_an_article_and_keeps_the_focus(view: LensesView, session: Session, qtbot: QtBot) -> None:
    view.activateWindow()
    qtbot.waitActive(view)
    quay = view.charts[3]
    quay.switch.setFocus()
    QTest.keyClick(quay.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: lit(quay) == 0)
    assert quay.switch.hasFocus()
    QTest.keyClick(quay.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: lit(quay) > 50)
    assert session.filter == MarkFilter()


def test_a_hidden_view_does_not_work(view: LensesView, session: Session, qtbot: QtBot) -> None:
    before = [chart.profile for chart in view.charts]
    view.hide()
    session.filter_marks(kinds=frozenset())
    qtbot.wait(20)
    assert [chart.profile for chart in view.charts] == before
    view.show()
    assert not any(sum(chart.profile.counts.values()) for chart in view.charts)


def test_empty_tables_say_what_that_means(view: LensesView, session: Session, qtbot: QtBot) -> None:
    session.filter_marks(kinds=frozenset())
    qtbot.waitUntil(lambda: not view.names.isVisible())
    assert "No two articles" in view._hints[1].text()
    session.show(None)
    qtbot.waitUntil(lambda: not view.sources.isVisible())


def test_one_person_under_two_titles_is_one_source() -> None:
    comparison = comparisons.small()
    said = {
        "kurier": Attribution("Bauamtsleiterin Ines Harmsen", "sagen", "direct", True),
        "wire": Attribution("building director Ines Harmsen", "say", "indirect", True),
        "quay": Attribution("Jens Boysen", "say", "indirect", True),
    }
    claims = tuple(replace(c, attribution=said.get(c.article_id), voice="outlet") for c in comparison.claims)
    rows = sources(Index(replace(comparison, claims=claims)))
    assert [set(row.cells) for row in rows] == [{"kurier", "wire"}, {"quay"}]
