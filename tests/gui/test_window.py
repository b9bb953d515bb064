"""The window as a person uses it: clicks, keys, drops; what is seen then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.job import Job
from core.model import Article, Comparison, Decision, Settings
from gui.crash import CrashDialog
from gui.preferences import Preferences
from gui.window import Window

Compared = list[list[object]]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch, comparison: Comparison) -> Compared:
    """The sources of every comparison asked for; a comparison made by hand comes out at once."""
    asked: Compared = []

    def compare(sources: Sequence[object], settings: Settings, job: Job, known: object) -> Comparison:
        asked.append(list(sources))
        return comparison

    monkeypatch.setattr("core.compare.compare", compare)
    return asked


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two small files."""
    paths = [tmp_path / "a.txt", tmp_path / "b.html"]
    for path in paths:
        path.write_text("An article.\n", encoding="utf-8")
    return [str(path) for path in paths]


def summary(window: Window) -> str:
    label = window.findChild(QLabel, "summary")
    assert isinstance(label, QLabel)
    return label.text()


def first_two(comparison: Comparison) -> Comparison:
    """The first two articles alone, nothing found in them yet."""
    articles = comparison.articles[:2]
    return replace(comparison, articles=articles, claims=(), links=(), groups=(), marks=())


def press(window: Window, name: str, qtbot: QtBot) -> None:
    """Click the button ``name``."""
    button = window.findChild(QToolButton, name) or window.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def mime_of(paths: list[str]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return mime


def drop(window: QWidget, mime: QMimeData) -> QDropEvent:
    """Let ``mime`` go over ``window`` (or a part of it)."""
    place, copy, left = QPointF(400, 400), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place.toPoint(), copy, mime, left, none))
    event = QDropEvent(place, copy, mime, left, none)
    QApplication.sendEvent(window, event)
    return event


# Ways in


def test_the_empty_window_teaches_and_offers_the_sample(window: Window, compared: Compared, qtbot: QtBot) -> None:
    assert window.welcome.isVisible()
    assert not window.reading.isVisible()
    press(window, "welcome_sample", qtbot)
    qtbot.waitUntil(window.reading.isVisible)
    assert [Path(str(s)).parent.name for s in compared[0]] == ["sample"] * 4
    assert summary(window) == "4 articles   ·   7 shared claims   ·   11 cues"
    assert not window.welcome.isVisible()


def test_the_dialog_opens_several_files(
    window: Window, compared: Compared, files: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *what: asked.append(what) or (files, ""))
    press(window, "tool_open", qtbot)
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert compared == [files]
    filters = asked[0][3].split(";;")
    assert all(ending in filters[0] for ending in ("*.txt", "*.html", "*.pdf", "*.docx", "*.lesart"))


def test_files_can_be_dropped_anywhere(window: Window, compared: Compared, files: list[str], qtbot: QtBot) -> None:
    assert drop(window, mime_of(files)).isAccepted()
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert compared == [files]


def test_files_can_be_dropped_on_a_column_too(
    window: Window, compared: Compared, comparison: Comparison, files: list[str], qtbot: QtBot
) -> None:
    window.session.show(comparison)
    column = window.reading.findChildren(QTextEdit)[0]
    assert drop(column.viewport(), mime_of(files)).isAccepted()
    qtbot.waitUntil(lambda: bool(compared))
    assert compared[0][-2:] == files


def test_an_address_is_not_fetched_but_explained(window: Window, compared: Compared, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/article.html")])
    assert not drop(window, mime).isAccepted()
    assert "nothing from the web" in window.statusBar().currentMessage()
    assert not window.jobs.busy


def test_a_veil_shows_that_a_drop_is_welcome(window: Window, files: list[str]) -> None:
    mime = mime_of(files)
    enter = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.veil.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.veil.isVisible()


def test_text_on_the_clipboard_is_an_article(window: Window, compared: Compared, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("A headline\n\nOn Monday the bridge was closed to all traffic by the city.")
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    article = compared[0][0]
    assert isinstance(article, Article)
    assert "closed to all traffic" in article.text


def test_an_empty_clipboard_is_told(window: Window, compared: Compared, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "clipboard" in window.statusBar().currentMessage()
    assert compared == []


def test_adding_articles_compares_again_with_those_already_read(
    window: Window, compared: Compared, comparison: Comparison, files: list[str], qtbot: QtBot
) -> None:
    window.session.show(first_two(comparison))
    window.desk.open(files)
    qtbot.waitUntil(lambda: len(compared) == 1)
    assert compared[0] == [*comparison.articles[:2], *files]
    qtbot.waitUntil(window.session.undo.canUndo)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.comparison is not None
    assert len(window.session.comparison.articles) == 2


def test_decisions_outlive_a_new_comparison(
    window: Window, compared: Compared, comparison: Comparison, files: list[str], qtbot: QtBot
) -> None:
    decision = Decision("d1", "reject_mark", "2026-11-22T10:00:00Z", mark=comparison.marks[0].id)
    window.session.show(replace(first_two(comparison), decisions=(decision,)))
    window.desk.open(files)
    qtbot.waitUntil(window.session.undo.canUndo)
    assert window.session.comparison is not None
    assert window.session.comparison.decisions == (decision,)


def test_recent_files_are_offered(window: Window, compared: Compared, files: list[str], qtbot: QtBot) -> None:
    window.desk.open(files)
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    window.actions_["close"].trigger()
    assert window.welcome.isVisible()
    offered = [b for b in window.welcome.findChildren(QPushButton) if b.text() == "b.html"]
    qtbot.mouseClick(offered[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(compared) == 2)
    assert compared[1] == [files[1]]


# What is seen


def test_one_that_failed_is_told_and_the_others_are_shown(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = replace(comparison, failures=(UserError("error.missing", "gone.pdf").failure(),))
    monkeypatch.setattr("core.compare.compare", lambda sources, settings, job, known: failed)
    window.desk.open(["a.txt", "gone.pdf"])
    qtbot.waitUntil(window.problems.isVisible)
    assert window.reading.isVisible()
    assert "gone.pdf" in window.problems.sentences()[0]


def test_a_bug_is_told_with_details_to_copy_and_the_window_goes_on(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(sources: object, settings: Settings, job: Job, known: object) -> Comparison:
        raise ZeroDivisionError(comparison.articles[0].text)

    window.session.show(comparison)
    monkeypatch.setattr("core.compare.compare", crash)
    window.desk.open(["a.txt"])
    qtbot.waitUntil(lambda: bool(window.findChildren(CrashDialog)))
    dialog = window.findChildren(CrashDialog)[0]
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[-1] == "ZeroDivisionError"
    assert "PySide6" in copied
    assert "Hafenbrücke" not in copied
    assert dialog.isVisible()
    dialog.close()
    assert window.session.comparison == comparison


def test_articles_about_something_else_are_named(window: Window, comparison: Comparison) -> None:
    window.session.show(replace(comparison, unrelated=("quay",)))
    notice = window.notice
    assert notice.isVisible()
    assert "Lunden’s bridge fiasco" in notice.text()
    window.session.show(comparison)
    assert not notice.isVisible()


def test_progress_comes_after_half_a_second_and_escape_stops_the_work(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = []

    def endless(sources: object, settings: Settings, job: Job, known: object) -> Comparison:
        try:
            while True:
                job.step(1, 3, "stage.claims")
        finally:
            stopped.append(True)

    monkeypatch.setattr("core.compare.compare", endless)
    window.desk.open(["a.txt", "b.txt"])
    assert not window.progress.isVisible()
    qtbot.waitUntil(window.progress.isVisible)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.progress.isVisible()
    qtbot.waitUntil(lambda: bool(stopped))
    assert window.session.comparison is None
    assert window.welcome.isVisible()


def test_opening_more_while_comparing_compares_all_of_it(
    window: Window, comparison: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Compared = []

    def slow(sources: Sequence[object], settings: Settings, job: Job, known: object) -> Comparison:
        asked.append(list(sources))
        while len(sources) < 3:
            job.check()
        return comparison

    monkeypatch.setattr("core.compare.compare", slow)
    window.desk.open(["a.txt", "b.txt"])
    qtbot.waitUntil(lambda: len(asked) == 1)
    window.desk.open(["c.txt"])
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert asked == [["a.txt", "b.txt"], ["a.txt", "b.txt", "c.txt"]]


# Columns


@pytest.mark.parametrize(("what", "order"), [("right", [1, 0, 2, 3]), ("left", [0, 1, 2, 3])])
def test_columns_move(window: Window, comparison: Comparison, what: str, order: list[int]) -> None:
    window.session.show(comparison)
    window.session.ask(what, comparison.articles[0].id)
    assert window.session.comparison is not None
    assert window.session.comparison.articles == tuple(comparison.articles[i] for i in order)


def test_an_article_can_be_taken_away(window: Window, compared: Compared, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    window.session.ask("remove", comparison.articles[1].id)
    qtbot.waitUntil(lambda: bool(compared))
    assert compared[0] == [a for i, a in enumerate(comparison.articles) if i != 1]


# Looks and language


def test_the_theme_is_switched_and_remembered(window: Window, choose: Callable[[str, str], None]) -> None:
    choose("theme", "dark")
    assert window.palette().window().color().lightness() < 60
    choose("theme", "light")
    assert window.palette().window().color().lightness() > 200


def test_the_language_is_switched_at_run_time(
    window: Window, comparison: Comparison, choose: Callable[[str, str], None], qtbot: QtBot
) -> None:
    window.session.show(comparison)
    choose("language", "de")
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text() == "&Datei")
    assert summary(window) == "4 Artikel   ·   7 gemeinsame Aussagen   ·   11 Hinweise"
    choose("language", "en")
    qtbot.waitUntil(lambda: window.menuBar().actions()[0].text() == "&File")


@pytest.fixture
def choose(window: Window) -> Callable[[str, str], None]:
    """Pick a value in the submenu of the theme or of the language."""

    def pick(menu: str, value: str) -> None:
        next(a for a in getattr(window.menus, menu).actions() if a.data() == value).trigger()

    return pick


def test_the_window_comes_back_as_it_was_left(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    QApplication.processEvents()
    window.resize(790, 600)  # narrower than the screen offscreen
    window.splitter.setSizes([520, 269])
    QApplication.processEvents()
    sizes = window.splitter.sizes()
    window.close()
    again = Window(Preferences(), window.theme, window.languages)
    qtbot.addWidget(again)
    again.show()
    again.session.show(comparison)
    QApplication.processEvents()
    assert again.size() == window.size()
    assert again.splitter.sizes() == sizes
