"""The window's tests run offscreen, touch no settings of the reader, and fail on any warning of Qt's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.index import Index
from core.model import Comparison
from gui.preferences import Preferences
from gui.session import Session
from gui.theme import Theme
from gui.translation import Languages
from gui.window import Window
from tests.gui import comparisons
from tests.gui.home import at_home

LOOKS = 20
"""So many seconds a dialog may stay open in a test."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/gui" in item.nodeid:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise)"))


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> Iterator[None]:
    """No test touches a file of the reader's, or of another test."""
    with at_home(tmp_path):
        yield


@pytest.fixture(autouse=True)
def answered(qapp: QApplication) -> Iterator[None]:
    """A dialog that no test answers is closed after a while, and told."""
    seen: list[QWidget] = []
    left: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if seen and seen[-1] is not dialog:
            seen.clear()
        if dialog:
            seen.append(dialog)
        if dialog and len(seen) > LOOKS:
            left.append(f"{type(dialog).__name__}: {dialog.windowTitle()}")
            dialog.close()

    timer = QTimer(interval=1000)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert left == [], "nobody answered"


@pytest.fixture
def comparison() -> Comparison:
    """Four articles made by hand, see ``tests.gui.comparisons``."""
    return comparisons.small()


@pytest.fixture
def index(comparison: Comparison) -> Index:
    """The look-ups of ``comparison``."""
    return Index(comparison)


@pytest.fixture
def session(qapp: QApplication, comparison: Comparison) -> Session:
    """A session that shows ``comparison``."""
    session = Session()
    session.show(comparison)
    return session


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    """An empty window in English and light, shown."""
    theme, languages = Theme(qapp, "light"), Languages(qapp, "en")
    window = Window(Preferences(), theme, languages)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()
    languages.choose("en")
    for thing in (window, theme, languages):
        thing.deleteLater()
    qapp.setStyleSheet("")  # where one is set, a widget's own palette reaches none of its parts
    # Nothing of this window may be alive, and painted, in the next test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
