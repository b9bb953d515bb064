"""The tour: offered once, four steps, skipped by a key, to be had again from the Help menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Comparison
from gui.lenses.view import LensBar
from gui.preferences import Preferences
from gui.tour import Awaited, Card, Invitation, Tour
from gui.window import Window


def card(window: Window) -> Card | None:
    """What is seen of the tour."""
    return next((found for found in window.findChildren(Card) if found.isVisible()), None)


@pytest.fixture(autouse=True)
def quick_sample(window: Window, comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.compare.compare", lambda *_, **__: comparison)
    monkeypatch.setattr(window.desk, "warm_up", lambda: None)


@pytest.fixture
def tour(window: Window, comparison: Comparison) -> Tour:
    window.session.show(comparison)
    window.actions_["tour"].trigger()
    found = card(window)
    assert isinstance(found, Tour)
    return found


def key(qtbot: QtBot, what: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    qtbot.keyClick(focused, what)


@pytest.mark.parametrize("sample", [False, True])
def test_the_first_start_offers_it_and_the_second_does_not(window: Window, sample: bool, qtbot: QtBot) -> None:
    window.open_first([], sample)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert isinstance(card(window), Invitation)
    key(qtbot, Qt.Key.Key_Escape)
    assert card(window) is None
    assert Preferences().toured
    window.open_first([], sample)
    assert card(window) is None


def test_who_brings_articles_is_not_asked(window: Window) -> None:
    window.open_first(["a.txt"], False)
    assert card(window) is None
    assert not Preferences().toured


def test_who_opens_articles_is_asked_no_longer_but_at_the_next_start(window: Window, qtbot: QtBot) -> None:
    window.open_first([], False)
    window.desk.open(["a.txt"])
    assert card(window) is None
    assert not Preferences().toured
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_yes_opens_the_sample_and_four_steps_follow(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.open_first([], False)
    key(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(card(window), Tour))
    assert window.session.comparison == comparison
    seen = []
    for step in range(4):
        found = card(window)
        assert isinstance(found, Tour)
        seen.append((found.head.text(), found.count.text(), found.ring.geometry()))
        assert found.count.text() == f"{step + 1} of 4"
        key(qtbot, Qt.Key.Key_Return)
    assert card(window) is None
    assert len({head for head, _, _ in seen}) == 4
    assert Preferences().toured


def test_each_step_shows_what_it_is_about(window: Window, tour: Tour) -> None:
    targets = (window.reading, window.claims, window.findChild(LensBar), window.inspector)
    for step, target in enumerate(targets):
        assert tour.at == step
        assert target.isVisible()
        assert tour.ring.geometry().topLeft() == target.mapTo(window, QPoint(0, 0))
        assert tour.ring.size() == target.size()
        tour.next.click()
    assert window.session.choice.mark_id
    assert card(window) is None


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_escape_ends_it_at_any_step_and_leaves_the_choice_alone(
    window: Window, tour: Tour, step: int, qtbot: QtBot
) -> None:
    for _ in range(step):
        tour.next.click()
    chosen = window.session.choice
    key(qtbot, Qt.Key.Key_Escape)
    assert card(window) is None
    assert window.session.choice == chosen
    assert not tour.ring.isVisible()


def test_the_keyboard_goes_back_as_well(tour: Tour, window: Window, qtbot: QtBot) -> None:
    chosen = window.session.choice
    key(qtbot, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_Return)
    assert tour.at == 2
    for at in (1, 0):
        tour.back.setFocus()
        key(qtbot, Qt.Key.Key_Return)
        assert tour.at == at
        assert tour.next.hasFocus()
    assert window.reading.isVisible()
    assert not tour.back.isVisible()
    assert window.session.choice == chosen


def test_the_card_stands_in_the_window_and_covers_no_bar_that_it_is_about(
    window: Window, tour: Tour, qtbot: QtBot
) -> None:
    for width, height in ((1440, 900), (960, 620)):
        window.resize(width, height)
        qtbot.wait(20)
        for step in range(4):
            tour.go(step)
            qtbot.wait(1)
            assert window.rect().contains(tour.geometry())
            assert tour.text.height() >= tour.text.heightForWidth(tour.text.width())
            if step >= 2:
                assert not tour.geometry().intersects(tour.ring.geometry())


def test_it_is_heard_as_well(tour: Tour) -> None:
    assert tour.accessibleName() == tour.head.text()
    assert tour.text.text() in tour.next.accessibleDescription()


def test_it_speaks_another_language_at_once(window: Window, tour: Tour, qtbot: QtBot) -> None:
    window.choose_language("de")
    qtbot.waitUntil(lambda: tour.head.text() == "Nebeneinander")


def test_it_goes_with_the_comparison(window: Window, tour: Tour) -> None:
    window.session.show(None)
    assert card(window) is None


def test_who_stops_the_sample_wants_no_tour(
    window: Window, comparison: Comparison, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def slow(*_: object, **__: object) -> Comparison:
        job = window.jobs._runs[-1].job
        while True:
            job.check()

    monkeypatch.setattr("core.compare.compare", slow)
    window.actions_["tour"].trigger()
    qtbot.waitUntil(lambda: window.jobs.busy)
    window.jobs.cancel()
    qtbot.waitUntil(lambda: not window.findChildren(Awaited))
    window.session.show(comparison)
    assert card(window) is None
