"""The reading view, shown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.reading.view import ReadingView
from gui.session import Session


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ReadingView:
    """The view of ``session``, as wide as its four columns need."""
    view = ReadingView(session)
    qtbot.addWidget(view)
    view.resize(1180, 420)
    view.show()
    qtbot.waitExposed(view)
    return view
