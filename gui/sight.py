"""Keeps what has the focus in sight. Qt's scroll areas do so only while Tab goes about within them, not when it comes in
from outside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

AROUND = 24
"""Pixels that are seen beside it."""


def follow_focus(scroll: QScrollArea, show: Callable[[QWidget], None] | None = None) -> None:
    """Bring what is focused within ``scroll`` into sight, by ``show`` where that is another part than the widget itself.
    Nothing is moved away under a pressed mouse button."""
    bring = show or (lambda widget: scroll.ensureWidgetVisible(widget, AROUND, AROUND))

    def follow(_: QWidget | None, now: QWidget | None) -> None:
        if now and scroll.isAncestorOf(now) and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            bring(now)

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(follow)
    scroll.destroyed.connect(lambda: app.focusChanged.disconnect(follow))
