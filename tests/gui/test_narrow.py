"""A small screen, or a large scale: 250 % leave 1024 pixels of 2560 to the window, 200 % leave 960 of 1920."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from core.model import Comparison
from gui.lenses.view import LensBar
from gui.window import Window

NARROW = 960


def place(window: Window, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("view", ["reading", "claims", "lenses"])
def test_a_narrow_window_shows_every_switch_whole(
    window: Window, comparison: Comparison, view: str, language: str
) -> None:
    window.choose_language(language)
    window.session.show(comparison)
    window.show_view(view)
    window.resize(NARROW, 640)
    for _ in range(3):  # a height that follows from a width is asked for in a second round
        QApplication.processEvents()
    assert window.width() == NARROW
    bar = window.findChild(LensBar)
    assert isinstance(bar, LensBar)
    switches = [*bar.chips.values(), bar.voice, bar.slider]
    if view == "claims":
        switches += [*window.claims.chips.values(), window.claims.search]
    shown = [place(window, switch) for switch in switches if switch.isVisible()]
    assert len(shown) == len(switches)
    for number, one in enumerate(shown):
        assert window.rect().contains(one)
        assert not any(one.intersects(other) for other in shown[number + 1 :])
        assert one.width() >= switches[number].minimumSizeHint().width()
        assert one.height() >= switches[number].minimumSizeHint().height()
