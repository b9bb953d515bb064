"""Before a report is written the reader says what goes into it; that is remembered, and kept as presets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from core.model import KINDS, Comparison
from core.report import WHOLE, Options
from gui.preferences import Preferences
from gui.reporting.dialog import Reporting
from gui.reporting.presets import Presets
from gui.window import Window

Written = list[tuple[Comparison, Path, str, Options]]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    """What was to be written."""
    found: Written = []
    monkeypatch.setattr(
        "core.report.write",
        lambda comparison, path, language, options: found.append((comparison, path, language, options)),
    )
    return found


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the reader wants the report."""
    path = tmp_path / "r.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def ask(window: Window) -> Reporting:
    window.actions_["export"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Reporting)
    return dialog


@pytest.fixture
def dialog(window: Window, comparison: Comparison, qtbot: QtBot) -> Iterator[Reporting]:
    window.session.show(comparison)
    yield ask(window)
    for open_ in window.findChildren(Reporting):
        open_.reject()


def choose(dialog: Reporting) -> None:
    """Change every field."""
    for box in (dialog.texts, dialog.rejects):
        box.setCurrentIndex(1)
    dialog.cues.setCurrentIndex(2)
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.lenses.boxes["label"].setChecked(False)
    dialog.title.setText("Der Stand der Dinge")
    dialog.newsroom.setText("Redaktion Nordlicht")
    dialog.logo.path.setText("logo.png")


CHOSEN = Options(
    lenses=tuple(k for k in KINDS if k != "label"), strength=0.7, rejected="struck", texts="excerpts",
    title="Der Stand der Dinge", newsroom="Redaktion Nordlicht", logo=Path("logo.png"),
)  # fmt: skip


def test_nothing_changed_is_the_usual_report(
    window: Window, comparison: Comparison, dialog: Reporting, written: Written, target: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(written))
    assert written == [(comparison, target, "en", Options())]
    qtbot.waitUntil(lambda: str(target) in window.statusBar().currentMessage())


def test_what_is_chosen_goes_in(
    comparison: Comparison, dialog: Reporting, written: Written, target: Path, qtbot: QtBot
) -> None:
    choose(dialog)
    dialog.claims.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(written))
    _, _, language, options = written[0]
    groups = tuple(g.id for g in comparison.groups[1:])
    assert (language, options.groups, options.kept()) == ("de", groups, CHOSEN.kept())


def test_a_report_of_nothing_cannot_be_asked_for(dialog: Reporting, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.claims.none, Qt.MouseButton.LeftButton)
    assert not dialog.go.isEnabled()
    qtbot.mouseClick(dialog.claims.all, Qt.MouseButton.LeftButton)
    assert dialog.go.isEnabled()
    assert dialog.options.groups is None


def test_the_last_choice_is_remembered(
    window: Window, dialog: Reporting, written: Written, target: Path, qtbot: QtBot
) -> None:
    choose(dialog)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(written))
    again = ask(window)
    assert (again.options, again.language.currentData()) == (CHOSEN, "de")


def test_a_choice_that_was_called_off_is_not(window: Window, dialog: Reporting, written: Written, qtbot: QtBot) -> None:
    choose(dialog)
    dialog.reject()
    assert ask(window).options == Options()
    assert written == []


def test_presets_are_kept_chosen_and_deleted(dialog: Reporting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(dialog)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (" Nordlicht ", True))
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.presets.currentText() == "Nordlicht"
    assert Presets().names == ["Nordlicht"]
    dialog.presets.setCurrentIndex(1)
    dialog.presets.activated.emit(1)
    assert dialog.options == Options()
    assert not dialog.forget_button.isEnabled()
    dialog.presets.setCurrentIndex(2)
    dialog.presets.activated.emit(2)
    assert dialog.options == CHOSEN
    qtbot.mouseClick(dialog.forget_button, Qt.MouseButton.LeftButton)
    assert Presets().names == []
    assert dialog.presets.count() == 2


@pytest.mark.parametrize("spoilt", ["", "{", "[]", "7", json.dumps({"texts": 7, "language": "la", "lenses": "x"})])
def test_spoilt_presets_do_no_harm(spoilt: str, window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    settings = QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart")
    settings.setValue("reports/last", spoilt)
    settings.setValue("reports/presets", spoilt)
    settings.sync()
    window.session.show(comparison)
    dialog = ask(window)
    assert dialog.options == Options()
    assert dialog.language.currentData() == "en"
    dialog.reject()


def test_presets_and_preferences_share_one_file() -> None:
    Presets().keep("a", {"title": "ü"})
    assert Presets()["a"] == {"title": "ü"}
    assert Preferences()._settings.contains("reports/presets")


def test_a_report_that_cannot_be_written_is_told(
    window: Window, dialog: Reporting, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = str(tmp_path / "no" / "such" / "folder" / "r.html")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.problems.isVisible, timeout=60_000)  # the report's own imports
    assert "r.html" in window.problems.sentences()[0]


@pytest.mark.parametrize(("texts", "offered"), [(0, True), (1, False), (2, False)])
def test_formats_of_whole_texts_are_offered_for_whole_texts_alone(
    texts: int, offered: bool, dialog: Reporting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: filters.append(words[3]) or ("", ""))
    dialog.texts.setCurrentIndex(texts)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(filters))
    assert [f"(*.{ending})" in filters[0] for ending in WHOLE] == [offered] * len(WHOLE)
    assert "(*.html)" in filters[0]
