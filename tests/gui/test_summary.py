"""The line at the foot tells how many cues are shown of how many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import Comparison
from gui.lenses.view import LensBar
from gui.summary import Summary
from gui.window import Window


def told(window: Window) -> str:
    label = window.findChild(Summary)
    assert label
    return label.text().split("   ·   ")[-1]


def test_the_cues_shown_are_told_apart_from_all(window: Window, comparison: Comparison) -> None:
    window.session.show(comparison)
    assert told(window) == "11 cues"
    window.session.filter_marks(strength=0.75)
    assert told(window) == "4 of 11 cues shown"


def test_the_cues_of_an_article_that_is_switched_off_are_not_counted(window: Window, comparison: Comparison) -> None:
    window.session.show(comparison)
    own = sum(mark.article_id == "quay" for mark in comparison.marks)
    window.session.switch_article("quay", False)
    assert own
    assert told(window) == f"{11 - own} of 11 cues shown"
    window.session.switch_article("quay", True)
    assert told(window) == "11 cues"


def test_the_bar_says_how_many_are_too_weak_and_shows_them_at_a_click(
    window: Window, comparison: Comparison, qtbot: QtBot
) -> None:
    window.session.show(comparison)
    bar = window.findChild(LensBar)
    assert isinstance(bar, LensBar)
    assert bar.weaker.text() == "≥ 40 %"
    window.session.filter_marks(strength=0.75)
    assert bar.weaker.text() == "≥ 75 %  (+7)"
    assert bar.weaker.toolTip().startswith("7 weaker cues are hidden")
    qtbot.mouseClick(bar.weaker, Qt.MouseButton.LeftButton)
    assert told(window) == "11 cues"
    assert not bar.weaker.isEnabled()
