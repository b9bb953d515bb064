"""The settings take effect at once, and are remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Comparison, Settings
from gui.options import Options
from gui.preferences import Preferences
from gui.window import Window

OWN = Settings().link_threshold


@pytest.fixture
def options(window: Window, qtbot: QtBot) -> Options:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Options)
    return dialog


def test_the_theme_and_the_language_change_at_once(window: Window, options: Options, qtbot: QtBot) -> None:
    options.theme.setFocus()
    qtbot.keyClick(options.theme, Qt.Key.Key_End)
    qtbot.keyClick(options.language, Qt.Key.Key_End)
    for box in (options.theme, options.language):
        box.activated.emit(box.currentIndex())
    assert window.palette().window().color().lightness() < 60
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text() == "&Datei")
    again = Preferences()
    assert (again.theme, again.language) == ("dark", "de")
    checked = [a.data() for a in window.menus.theme.actions() if a.isChecked()]
    assert checked == ["dark"]


def test_another_threshold_compares_again(
    window: Window, comparison: Comparison, options: Options, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, Settings]] = []
    monkeypatch.setattr(
        "core.compare.compare", lambda sources, settings, job, known: asked.append((sources, settings)) or comparison
    )
    window.session.show(comparison)
    options.sureness.setValue(70)
    qtbot.waitUntil(lambda: bool(asked))
    sources, settings = asked[0]
    assert sources == list(comparison.articles)
    assert settings == Settings(link_threshold=0.7)
    assert Preferences().link_threshold == 0.7


@pytest.mark.parametrize(("written", "read"), [("nonsense", OWN), ("0.01", 0.1), ("7", 0.9), ("0.6", 0.6), (None, OWN)])
def test_settings_that_somebody_has_edited_do_no_harm(written: str | None, read: float) -> None:
    Preferences()._settings.setValue("link_threshold", written)
    assert Preferences().link_threshold == read


@pytest.mark.parametrize("name", ["theme", "language"])
def test_unknown_choices_are_the_systems(name: str) -> None:
    Preferences()._settings.setValue(name, "purple")
    assert getattr(Preferences(), name) == "system"
