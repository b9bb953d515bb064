"""The lens bar, driven as a person would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import KINDS
from gui.lenses.view import LensBar
from gui.session import Session
from tests.gui import comparisons


@pytest.fixture
def bar(qtbot: QtBot, session: Session) -> LensBar:
    bar = LensBar(session)
    qtbot.addWidget(bar)
    bar.resize(1300, bar.heightForWidth(1300))
    bar.show()
    return bar


def test_every_kind_has_a_chip_with_its_count(bar: LensBar) -> None:
    assert {kind: chip.count for kind, chip in bar.chips.items() if chip.count != 1} == {"loaded": 2}
    assert all(chip.isChecked() for chip in bar.chips.values())


def test_a_click_switches_a_kind_off_and_on(bar: LensBar, session: Session) -> None:
    QTest.mouseClick(bar.chips["loaded"], Qt.MouseButton.LeftButton)
    assert session.filter.kinds == frozenset(KINDS) - {"loaded"}
    QTest.mouseClick(bar.chips["loaded"], Qt.MouseButton.LeftButton)
    assert session.filter.kinds == frozenset(KINDS)


def test_space_switches_the_focused_kind(bar: LensBar, session: Session) -> None:
    bar.chips["figure"].setFocus()
    QTest.keyClick(bar.chips["figure"], Qt.Key.Key_Space)
    assert "figure" not in session.filter.kinds


def test_an_alt_click_shows_one_kind_alone_and_another_all(bar: LensBar, session: Session) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    QTest.mouseClick(bar.chips["figure"], Qt.MouseButton.LeftButton, alt)
    assert session.filter.kinds == {"figure"}
    QTest.mouseClick(bar.chips["figure"], Qt.MouseButton.LeftButton, alt)
    assert session.filter.kinds == frozenset(KINDS)


def test_the_slider_hides_weak_cues_and_the_counts_follow(bar: LensBar, session: Session) -> None:
    bar.slider.setValue(75)
    assert session.filter.strength == 0.75
    assert bar.chips["loaded"].count == 1
    assert bar.chips["certainty"].count == 0


def test_a_voice_can_be_left_out(bar: LensBar, session: Session) -> None:
    bar.voices["speaker"].trigger()
    assert session.filter.voices == {"outlet"}
    assert bar.voice.text().startswith("Outlet’s voice")
    bar.voices["outlet"].trigger()
    assert bar.voice.text().startswith("No voice")


def test_an_article_can_be_left_out_and_the_chips_follow(bar: LensBar, session: Session) -> None:
    assert [action.text() for action in bar.articles.values()] == [
        "Lundener Kurier",
        "Nordblatt",
        "Harbour Wire",
        "The Quay",
    ]
    bar.articles["quay"].trigger()
    assert session.filter.without == {"quay"}
    assert bar.chips["loaded"].count == 1
    assert bar.chips["label"].count == 0
    assert bar.voice.text().startswith("3 of 4 articles")
    bar.voices["speaker"].trigger()
    assert bar.voice.text().startswith("Outlet’s voice · 3 of 4 articles")
    bar.articles["quay"].trigger()
    assert bar.chips["loaded"].count == 2


def test_the_articles_follow_the_comparison(bar: LensBar, session: Session) -> None:
    bar.articles["quay"].trigger()
    session.show(comparisons.big(columns=3, words=100))
    assert [action.isChecked() for action in bar.articles.values()] == [True] * 3
    assert bar.voice.text().startswith("All voices")
    session.show(None)
    assert not bar.articles


def test_it_shows_what_another_view_has_set(bar: LensBar, session: Session) -> None:
    session.filter_marks(kinds=frozenset({"label"}), strength=0.5)
    assert [kind for kind, chip in bar.chips.items() if chip.isChecked()] == ["label"]
    assert bar.slider.value() == 50


def test_a_chip_that_is_off_looks_so(bar: LensBar) -> None:
    on = bar.chips["loaded"].grab().toImage()
    bar.chips["loaded"].setChecked(False)
    assert bar.chips["loaded"].grab().toImage() != on


def one_line(bar: LensBar) -> bool:
    QApplication.processEvents()
    middles = [part.geometry().center().y() for part in (*bar.chips.values(), bar.voice)]
    return max(middles) - min(middles) < 3


def wide_enough(bar: LensBar) -> int:
    """The least width, to a pixel, at which every name is shown in full on one line."""
    bar.resize(3000, 60)  # so that they are in full, whatever the fonts made of the width before
    tall = bar.heightForWidth(3000)
    return next(width for width in range(300, 3000) if bar.heightForWidth(width) == tall)


def test_where_there_is_little_room_kinds_without_a_cue_show_their_letter_alone(bar: LensBar, session: Session) -> None:
    session.filter_marks(strength=0.75)
    least = wide_enough(bar)
    bar.resize(least, 60)
    assert [chip.shown() for chip in bar.chips.values()] == [chip.text() for chip in bar.chips.values()]
    bar.resize(least - 150, 60)
    assert one_line(bar)
    assert {bool(chip.shown()) == bool(chip.count) for chip in bar.chips.values()} == {True}
    assert bar.chips["certainty"].accessibleName() == "Certainty: 0"
    on = bar.chips["certainty"].grab().toImage()
    QTest.mouseClick(bar.chips["certainty"], Qt.MouseButton.LeftButton)
    assert bar.chips["certainty"].grab().toImage() != on
    session.filter_marks(strength=0.0)
    assert bar.chips["certainty"].shown().startswith("Cert")


def test_then_long_names_are_cut_short(bar: LensBar) -> None:
    bar.resize(wide_enough(bar) - 10, 60)
    assert one_line(bar)
    names = [chip.shown() for chip in bar.chips.values()]
    assert "Naming" in names
    assert any(name.endswith("…") for name in names)


def test_chips_go_on_in_the_next_line_where_there_is_no_room(bar: LensBar) -> None:
    assert bar.heightForWidth(500) > bar.heightForWidth(1400)
    bar.resize(500, bar.heightForWidth(500))
    assert all(chip.geometry().right() <= 500 for chip in bar.chips.values())
