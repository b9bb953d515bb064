"""The Help menu. What it shows is imported when it is asked for, see ``gui.window.Window``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenuBar, QWidget

if TYPE_CHECKING:
    from gui.bars import Menus
    from gui.window import Window


def show_manual(window: QWidget) -> None:
    """Show the manual beside ``window``."""
    from gui.manual import Manual

    Manual(window).show()


def show_tour(window: Window) -> None:
    """Show the tour, as at the first start."""
    from gui.tour import begin

    begin(window)


def show_palette(window: QWidget, bar: QMenuBar) -> None:
    """Offer every action of ``bar``, to be found by a few letters."""
    from gui.palette import Palette

    palette = Palette(bar, window)
    palette.show()
    palette.raise_()
    palette.field.setFocus(Qt.FocusReason.PopupFocusReason)


def show_shortcuts(window: QWidget, menus: Menus) -> None:
    """Show every key of ``menus`` on one sheet."""
    from gui.about import Shortcuts

    Shortcuts(menus, window).open()


def show_about(window: QWidget) -> None:
    """Say what this program is."""
    from gui.about import About

    About(window).open()
