"""The settings take effect at once, and are remembered."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.language.pipelines import TRAINED
from core.model import Comparison, Settings
from core.phrases import say
from gui.options import Options
from gui.options.models import ModelsPage
from gui.preferences import Preferences, reset_settings
from gui.reading.habits import Habits
from gui.reporting.presets import Presets
from gui.session import MarkFilter
from gui.window import Window

OWN = Settings().link_threshold


@pytest.fixture
def options(window: Window, qtbot: QtBot) -> Options:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Options)
    return dialog


def test_the_theme_and_the_language_change_at_once(window: Window, options: Options, qtbot: QtBot) -> None:
    options.interface.theme.setFocus()
    qtbot.keyClick(options.interface.theme, Qt.Key.Key_End)
    qtbot.keyClick(options.interface.language, Qt.Key.Key_End)
    for box in (options.interface.theme, options.interface.language):
        box.activated.emit(box.currentIndex())
    assert window.palette().window().color().lightness() < 60
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text() == "&Datei")
    again = Preferences()
    assert (again.theme, again.language) == ("dark", "de")
    checked = [a.data() for a in window.menus.theme.actions() if a.isChecked()]
    assert checked == ["dark"]


def test_the_dialog_itself_speaks_the_new_language_and_stays_where_it_is(options: Options, qtbot: QtBot) -> None:
    options.list.setCurrentRow(0)
    options.interface.language.setFocus()
    options.language_chosen.emit("de")
    qtbot.waitUntil(lambda: options.windowTitle() == "Einstellungen")
    qtbot.waitUntil(lambda: options.list.item(3) is not None and options.list.item(3).text() == "Datenschutz")
    assert options.interface.language.hasFocus()
    options.language_chosen.emit("en")


def test_the_face_and_the_size_of_the_articles_change_at_once(
    window: Window, comparison: Comparison, qtbot: QtBot
) -> None:
    window.session.show(comparison)
    window.show_options()
    options = QApplication.activeModalWidget()
    assert isinstance(options, Options)
    face = options.interface.face
    family = face.itemData(face.count() - 1)
    face.setCurrentIndex(face.count() - 1)
    face.activated.emit(face.currentIndex())
    options.interface.size_.slider.setValue(150)
    typography = window.reading.typography
    assert (typography.family, round(typography.zoom, 2)) == (family, 1.5)
    column = window.reading.columns[window.reading.seen()[0]]
    assert column.text.document().defaultFont().family() == family
    qtbot.waitUntil(lambda: Habits.kept().typography == typography)
    window.reading.controls["serif"].trigger()
    assert window.reading.typography.family == ""


def test_another_threshold_compares_again(
    window: Window, comparison: Comparison, options: Options, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, Settings]] = []
    monkeypatch.setattr(
        "core.compare.compare", lambda sources, settings, job, known: asked.append((sources, settings)) or comparison
    )
    window.session.show(comparison)
    options.comparison.sureness.slider.setValue(70)
    qtbot.waitUntil(lambda: bool(asked))
    sources, settings = asked[0]
    assert sources == list(comparison.articles)
    assert settings == Settings(link_threshold=0.7)
    assert Preferences().link_threshold == 0.7
    options.comparison.as_at_first.click()
    assert Preferences().link_threshold == OWN
    window.jobs.finish()


def test_cues_are_shown_from_another_strength_on(window: Window, options: Options, qtbot: QtBot) -> None:
    options.comparison.strength.slider.setValue(80)
    assert window.session.filter.strength == 0.8
    assert Preferences().least_strength == 0.8
    options.comparison.as_at_first.click()
    assert window.session.filter == MarkFilter()


def test_every_language_says_with_what_it_is_analysed(options: Options) -> None:
    options.list.setCurrentRow(2)
    page = options.findChildren(ModelsPage)[0]
    rows = [page.list.topLevelItem(n) for n in range(page.list.topLevelItemCount())]
    assert [row.text(0) for row in rows[:2]] == ["German", "English"]
    assert "HanTa" in rows[0].text(1)
    assert "en_core_web" in rows[1].text(1)
    assert len(rows) == len(TRAINED)
    page.list.setCurrentItem(rows[1])
    if not page.chosen().better:
        pytest.skip("the best pipeline for English is installed here")
    assert page.command.text() == f"{sys.executable} -m spacy download en_core_web_md"
    page.copy.click()
    assert QApplication.clipboard().text() == page.command.text()


def test_the_built_program_offers_no_command(monkeypatch: pytest.MonkeyPatch, window: Window) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    page = ModelsPage(window)
    assert not page.command.isVisibleTo(page)
    assert "holds what it has" in page.said()


@pytest.mark.parametrize(("written", "read"), [("nonsense", OWN), ("0.01", 0.1), ("7", 0.9), ("0.6", 0.6), (None, OWN)])
def test_settings_that_somebody_has_edited_do_no_harm(written: str | None, read: float) -> None:
    Preferences()._settings.setValue("link_threshold", written)
    assert Preferences().link_threshold == read


@pytest.mark.parametrize("name", ["theme", "language"])
def test_unknown_choices_are_the_systems(name: str) -> None:
    Preferences()._settings.setValue(name, "purple")
    assert getattr(Preferences(), name) == "system"


@pytest.mark.parametrize(("written", "read"), [("nonsense", 0.4), ("-1", 0.0), ("7", 1.0), ("nan", 0.0), (None, 0.4)])
def test_a_strength_that_somebody_has_edited_does_no_harm(written: str | None, read: float) -> None:
    Preferences()._settings.setValue("least_strength", written)
    assert Preferences().least_strength == read


def test_settings_are_set_back_but_not_what_the_reader_made(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.touch()
    mine = Preferences()
    mine.theme, mine.language, mine.link_threshold, mine.fetching, mine.toured = "dark", "de", 0.7, True, True
    mine.remember([str(article)])
    Presets().keep("weekly", {"title": "x"})
    Habits(linked=False).keep()
    mine._settings.sync()
    said = reset_settings("en")
    assert mine._settings.fileName() in said
    again = Preferences()
    assert (again.theme, again.language, again.link_threshold) == ("system", "system", OWN)
    assert (again.fetching, again.toured, Habits.kept()) == (False, False, Habits())
    assert again.recent == [str(article)]
    assert Presets().names == ["weekly"]
    assert reset_settings("en") == say("settings.reset.none", "en", file=mine._settings.fileName())
