"""The window's tests run offscreen, touch no settings of the reader, and fail on any warning of Qt's."""

from __future__ import annotations

import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from core.model import Comparison
from gui.session import Session
from tests.gui import made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/gui" in item.nodeid:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """Settings in a folder of the test's own."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture
def comparison() -> Comparison:
    """Four articles made by hand, see ``tests.gui.made``."""
    return made.comparison()


@pytest.fixture
def session(qapp: QApplication, comparison: Comparison) -> Session:
    """A session that shows ``comparison``."""
    session = Session()
    session.show(comparison)
    return session
