"""The reading view, driven as a person would and judged by what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.reading.column import Column
from gui.reading.text import TOP
from gui.reading.view import ReadingView
from gui.session import Session
from gui.theme import LIGHT
from tests.gui import comparisons

COLUMNS = ["kurier", "nordblatt", "wire", "quay"]


def point_of(column: Column, words: str) -> QPoint:
    """The middle of the first line of ``words`` in the column's viewport."""
    text = column.text
    at = text.passages.article.text.index(words)
    start, end = text.passages.offsets.unit(at), text.passages.offsets.unit(at + len(words))
    rect = text.geometry_of.rects(start, end)[0]
    return (rect.center() - QPointF(0, text.verticalScrollBar().value())).toPoint()


def click(column: Column, words: str) -> None:
    QTest.mouseClick(column.text.viewport(), Qt.MouseButton.LeftButton, pos=point_of(column, words))


def seen_top(column: Column) -> float:
    """Where the chosen mention stands in the column's viewport."""
    anchor = column.anchor
    assert anchor is not None
    return anchor - column.text.verticalScrollBar().value()


def bring(column: Column, words: str) -> None:
    text = column.text
    unit = text.passages.offsets.unit(text.passages.article.text.index(words))
    text.scroll_to(text.geometry_of.reach(unit, unit + 1)[0])


def ink(image: QImage, color: str, area: tuple[int, int, int, int]) -> int:
    """How many pixels of ``area`` (left, top, width, height) have the colour."""
    wanted, (left, top, width, height) = QColor(color).rgb(), area
    return sum(image.pixel(x, y) == wanted for x in range(left, left + width) for y in range(top, top + height))


def test_every_article_has_its_column_in_order(view: ReadingView) -> None:
    assert list(view.columns) == COLUMNS
    lefts = [view.columns[a].mapTo(view, QPoint()).x() for a in COLUMNS]
    assert lefts == sorted(lefts)
    assert [c.text.toPlainText() for c in view.columns.values()] == list(comparisons.TEXTS.values())


def test_the_head_says_whose_it_is_and_how_much_others_carry(view: ReadingView) -> None:
    head = view.columns["kurier"].head
    assert head.outlet.text() == "Lundener Kurier"
    assert "82 words" in head.facts.text() or "82 word(s)" in head.facts.text()
    assert "75 %" in head.shared.text()
    assert view.columns["quay"].head.facts.text().startswith("English")


def test_a_click_on_a_claim_chooses_it_after_an_emoji_too(view: ReadingView, session: Session) -> None:
    bring(view.columns["nordblatt"], "Altstadt")
    click(view.columns["nordblatt"], "das Ende der Altstadt")
    assert session.choice.group_id == "g-boysen"
    assert session.index
    assert session.index.claim[session.choice.claim_id or ""].article_id == "nordblatt"


def test_a_click_on_a_mark_chooses_the_mark(view: ReadingView, session: Session) -> None:
    bring(view.columns["quay"], "slammed")
    click(view.columns["quay"], "slammed")
    assert session.choice.mark_id
    assert session.index
    assert session.index.mark[session.choice.mark_id].kind == "loaded"


def test_a_click_beside_the_text_chooses_nothing(view: ReadingView, session: Session) -> None:
    column = view.columns["kurier"]
    QTest.mouseClick(column.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert session.choice.group_id is None


def test_selecting_words_with_the_mouse_chooses_nothing(view: ReadingView, session: Session) -> None:
    column = view.columns["kurier"]
    viewport, at = column.text.viewport(), point_of(column, "Die Stadt Lunden")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(viewport, at + QPoint(60, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 0))
    assert column.text.textCursor().hasSelection()
    assert session.choice.group_id is None


def test_what_was_clicked_stays_where_it_is_and_the_others_come_to_it(view: ReadingView) -> None:
    wire = view.columns["wire"]
    bring(wire, "Repairs will cost")
    before = point_of(wire, "Repairs will cost").y()
    click(wire, "Repairs will cost")
    assert point_of(wire, "Repairs will cost").y() == before
    # A column scrolls by whole pixels, and lines lie between them.
    assert all(abs(seen_top(c) - seen_top(wire)) < 1 for c in view.columns.values())


def test_a_group_chosen_elsewhere_comes_into_sight_in_every_column(view: ReadingView, session: Session) -> None:
    session.choose_group("g-cost")
    for column in view.columns.values():
        assert 0 <= seen_top(column) < column.text.viewport().height() - 30


def test_scrolling_one_column_keeps_the_group_level(view: ReadingView, session: Session) -> None:
    session.choose_group("g-cost")
    view.columns["wire"].text.verticalScrollBar().setValue(view.columns["wire"].text.verticalScrollBar().value() + 37)
    tops = [seen_top(c) for c in view.columns.values()]
    assert max(tops) - min(tops) <= 1


def test_unlinked_columns_scroll_by_themselves(view: ReadingView, session: Session) -> None:
    session.choose_group("g-cost")
    view.controls["linked"].trigger()
    before = view.columns["kurier"].text.verticalScrollBar().value()
    view.columns["wire"].text.verticalScrollBar().setValue(0)
    assert view.columns["kurier"].text.verticalScrollBar().value() == before


def test_the_chosen_group_is_seen_by_a_bar_and_not_by_colour_alone(view: ReadingView, session: Session) -> None:
    session.choose_group("g-vehicles")
    for name in ("kurier", "nordblatt", "wire"):
        column = view.columns[name]
        top = round(seen_top(column))
        image = column.text.viewport().grab().toImage()
        assert ink(image, LIGHT.accent, (0, top, 3, 12)) == 36
    quay = view.columns["quay"].text.viewport().grab().toImage()
    assert ink(quay, LIGHT.accent, (0, 0, 3, quay.height())) == 0


def test_the_column_that_leaves_it_out_says_so_and_shows_what_came_nearest(view: ReadingView, session: Session) -> None:
    session.choose_group("g-vehicles")
    strip, text = view.columns["quay"].strip, view.columns["quay"].text
    assert strip.text().startswith("Left out. Nearest: “The closure could last")
    text.verticalScrollBar().setValue(0)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    nearest = text.ground.choice.nearest
    assert nearest
    top, bottom = (y - text.verticalScrollBar().value() for y in text.reach(nearest))
    assert 0 <= top < bottom <= text.viewport().height()


def test_an_omission_without_a_near_miss_cannot_be_clicked(view: ReadingView, session: Session) -> None:
    session.choose_group("g-ferries")
    strip = view.columns["quay"].strip
    assert strip.text() == "Left out; nothing comes near."
    assert strip.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_text_does_not_move_when_something_is_chosen(view: ReadingView, session: Session) -> None:
    before = [c.text.mapTo(view, QPoint()).y() for c in view.columns.values()]
    session.choose_group("g-vehicles")
    assert [c.text.mapTo(view, QPoint()).y() for c in view.columns.values()] == before


def test_a_mark_s_tooltip_names_the_kind_and_the_reason(view: ReadingView) -> None:
    text = view.columns["quay"].text
    unit = text.passages.offsets.unit(comparisons.TEXTS["quay"].index("slammed"))
    assert "Loaded word" in text.tip(unit)
    assert "Looking at the wording" in text.tip(unit)
    assert text.tip(2) == ""


def test_a_lens_that_is_switched_off_leaves_no_line(view: ReadingView, session: Session) -> None:
    bring(view.columns["quay"], "slammed")
    with_lines = view.columns["quay"].text.viewport().grab().toImage()
    session.filter_marks(kinds=frozenset())
    without = view.columns["quay"].text.viewport().grab().toImage()
    assert with_lines != without
    assert view.columns["quay"].text.passages.marks == []


def test_enter_chooses_the_claim_at_the_caret(view: ReadingView, session: Session, qtbot: QtBot) -> None:
    text = view.columns["wire"].text
    text.setFocus()
    text.put_caret(text.passages.offsets.unit(comparisons.TEXTS["wire"].index("About 14,000")))
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert session.choice.group_id == "g-vehicles"


def test_the_keyboard_walks_the_columns(view: ReadingView, qtbot: QtBot) -> None:
    view.columns["kurier"].text.setFocus()
    view.controls["next_column"].trigger()
    assert view.focusWidget() is view.columns["nordblatt"].text
    view.controls["previous_column"].trigger()
    view.controls["previous_column"].trigger()
    assert view.focusWidget() is view.columns["kurier"].text


def test_zoom_enlarges_the_articles_and_nothing_else(view: ReadingView) -> None:
    head, text = view.columns["wire"].head, view.columns["wire"].text
    size, of_head, height = (
        text.document().defaultFont().pointSizeF(),
        head.title.font().pointSizeF(),
        text.content_height,
    )
    view.controls["larger"].trigger()
    assert text.document().defaultFont().pointSizeF() == pytest.approx(size * 1.1)
    assert text.content_height > height
    assert head.title.font().pointSizeF() == of_head
    view.controls["usual_size"].trigger()
    assert text.document().defaultFont().pointSizeF() == pytest.approx(size)


def test_ctrl_and_the_wheel_zoom(view: ReadingView) -> None:
    viewport = view.columns["wire"].text.viewport()
    wheel = QWheelEvent(
        QPointF(50, 50), viewport.mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, wheel)
    assert view.typography.zoom == pytest.approx(1.1)
    assert view.columns["wire"].text.verticalScrollBar().value() == 0


def test_serif_or_sans(view: ReadingView) -> None:
    serif = view.columns["wire"].text.document().defaultFont().family()
    view.controls["serif"].trigger()
    assert view.columns["wire"].text.document().defaultFont().family() != serif


def test_a_click_on_the_overview_goes_there(view: ReadingView) -> None:
    column = view.columns["wire"]
    QTest.mouseClick(column.overview, Qt.MouseButton.LeftButton, pos=QPoint(7, round(column.overview.height() * 0.8)))
    middle = column.text.verticalScrollBar().value() + column.text.viewport().height() / 2
    assert middle == pytest.approx(column.text.content_height * 0.8, abs=2)


def test_the_overview_shows_the_chosen_claim_at_its_place(view: ReadingView, session: Session) -> None:
    session.choose_group("g-ferries")
    column = view.columns["wire"]
    image = column.overview.grab().toImage()
    y = round(column.overview.y_of(column.anchor or 0)) + 1
    assert ink(image, LIGHT.accent, (6, y, 1, 1)) == 1


def test_the_last_claim_of_a_text_can_stand_level_too(view: ReadingView, session: Session) -> None:
    session.choose_group("g-ferries")
    tops = [seen_top(view.columns[name]) for name in ("kurier", "wire")]
    assert abs(tops[0] - tops[1]) <= 1


def test_a_decision_leaves_the_columns_and_their_scroll_alone(view: ReadingView, session: Session) -> None:
    from core.model import Decision

    view.columns["wire"].text.verticalScrollBar().setValue(40)
    before = dict(view.columns)
    session.decide(Decision("d1", "note", "2026-11-22T10:00:00Z", text="seen"))
    assert view.columns == before
    assert view.columns["wire"].text.verticalScrollBar().value() == 40


def test_nothing_to_show_shows_nothing(view: ReadingView, session: Session) -> None:
    session.show(None)
    assert view.columns == {}


def test_markup_in_an_article_is_text(qtbot: QtBot) -> None:
    from dataclasses import replace

    comparison = comparisons.small()
    text = "<b>Loud</b> & <script>alert(1)</script>"
    article = replace(comparison.articles[0], text=text, title=text, sections=())
    session = Session()
    session.show(replace(comparison, articles=(article,), claims=(), links=(), groups=(), marks=()))
    view = ReadingView(session)
    qtbot.addWidget(view)
    assert view.columns["kurier"].text.toPlainText() == text
    assert view.columns["kurier"].head.title.text() == text


def test_the_first_line_begins_below_the_margin(view: ReadingView) -> None:
    top = view.columns["wire"].text.geometry_of.reach(0, 1)[0]
    # What is taken for its top is that of the tallest faces' ascenders, which those of others do not reach.
    assert TOP - 1 <= top <= TOP + 12


def test_the_columns_follow_what_the_reader_parts(view: ReadingView, session: Session) -> None:
    from core.model import Decision

    assert session.index
    link = session.index.comparison.links[session.index.group["g-bypass"].links[0]]
    session.choose_claim(link.a)
    assert view.columns["wire"].text.ground.choice.claims
    session.decide(Decision("d1", "reject_link", "2026-11-22T10:00:00Z", (link.a, link.b)))
    assert not view.columns["wire"].text.ground.choice.claims
    assert view.columns["kurier"].text.passages.claim(link.a).weight == 0
    session.undo.undo()
    assert view.columns["wire"].text.ground.choice.claims


def test_habits_are_kept(view: ReadingView, session: Session, qtbot: QtBot) -> None:
    view.controls["larger"].trigger()
    view.controls["serif"].trigger()
    view.controls["linked"].trigger()
    again = ReadingView(session)
    qtbot.addWidget(again)
    assert again.typography == view.typography
    assert not again.linked
    assert not again.controls["linked"].isChecked()
    assert again.bar._size.text() == "110 %"


def test_settings_that_somebody_has_edited_do_no_harm(qapp: QApplication) -> None:
    from PySide6.QtCore import QSettings

    from gui.reading.habits import Habits

    settings = QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart")
    settings.setValue("reading/zoom", "much")
    settings.setValue("reading/linked", "perhaps")
    settings.sync()
    assert Habits.kept().typography.zoom == 1.0
    settings.setValue("reading/zoom", "900")
    assert Habits.kept().typography.zoom == 3.0


def test_a_mark_chosen_elsewhere_comes_into_sight(view: ReadingView, session: Session) -> None:
    assert session.index
    mark = next(m for m in session.index.comparison.marks if m.kind == "scare_quotes")
    session.choose_mark(mark.id)
    text = view.columns["nordblatt"].text
    top, bottom = (y - text.verticalScrollBar().value() for y in text.mark_reach(mark.id))
    assert 0 <= top < bottom <= text.viewport().height()
    assert text.ground.choice.claim_id == next(
        c.id for c in session.index.claims_of["nordblatt"] if c.span.overlap(mark.span)
    )


def test_the_column_of_a_choice_comes_into_sight_sideways(view: ReadingView, session: Session, qtbot: QtBot) -> None:
    view.resize(600, 420)
    bar = view.row.scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    assert session.index
    session.choose_claim(session.index.claims_of["quay"][0].id)
    quay = view.columns["quay"]
    assert bar.value() <= quay.x()
    assert quay.geometry().right() <= bar.value() + view.row.scroll.viewport().width()
    session.choose_claim(session.index.claims_of["kurier"][0].id)
    assert bar.value() == 0


def test_every_part_of_a_column_follows_the_theme(view: ReadingView, qapp: QApplication) -> None:
    from gui.theme import DARK, palette_of

    before = qapp.palette()
    try:
        qapp.setPalette(palette_of(DARK))
        QApplication.processEvents()
        column = view.columns["wire"]
        for part in (column.head, column.strip, column.text.viewport(), column.overview):
            image = part.grab().toImage()
            corners = [image.pixelColor(x, y) for x in (2, image.width() - 3) for y in (3, image.height() - 3)]
            assert all(c.lightness() < 90 for c in corners), type(part).__name__
    finally:
        qapp.setPalette(before)


def test_a_zoom_reaches_the_columns_out_of_sight_too(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(500, 420)
    QApplication.processEvents()
    before = {a: c.text.document().defaultFont().pointSizeF() for a, c in view.columns.items()}
    view.zoom(2)
    assert view.columns["kurier"].text.document().defaultFont().pointSizeF() > before["kurier"]
    assert view.columns["quay"].text.document().defaultFont().pointSizeF() == before["quay"]
    qtbot.waitUntil(lambda: view.columns["quay"].text.document().defaultFont().pointSizeF() > before["quay"])
