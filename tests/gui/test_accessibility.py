"""Whoever hears the window rather than sees it learns what every control is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.model import Comparison
from gui import about
from gui.importing import Importing
from gui.window import Window

CONTROLS = {
    QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText, QAccessible.Role.Slider, QAccessible.Role.List, QAccessible.Role.Table,
    QAccessible.Role.MenuItem, QAccessible.Role.ButtonMenu, QAccessible.Role.ButtonDropDown, QAccessible.Role.Tree,
    QAccessible.Role.SpinBox, QAccessible.Role.PageTab,
}  # fmt: skip


def controls(interface: QAccessibleInterface, path: str = "") -> Iterator[tuple[str, QAccessibleInterface]]:
    """Every visible control below ``interface``, with the way to it."""
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or child.state().invisible:
            continue
        thing = child.object()
        here = f"{path}/{type(thing).__name__}#{thing.objectName()}" if thing else path
        if child.role() in CONTROLS:
            yield here, child
        if child.role() not in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree):
            yield from controls(child, here)


def nameless(widget: QWidget) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    found = list(controls(interface))
    assert found
    return [path for path, control in found if not control.text(QAccessible.Text.Name).strip()]


def test_the_empty_window_has_no_nameless_control(window: Window) -> None:
    assert nameless(window) == []


@pytest.mark.parametrize("view", ["reading", "claims", "lenses"])
def test_no_view_has_a_nameless_control(window: Window, comparison: Comparison, qtbot: QtBot, view: str) -> None:
    window.session.show(comparison)
    window.show_view(view)
    window.session.choose_group("g-vehicles")
    window.find.ask(window)
    qtbot.wait(20)
    assert nameless(window) == []


def test_no_dialog_has_a_nameless_control(window: Window, comparison: Comparison, qtbot: QtBot) -> None:
    window.session.show(comparison)
    for dialog in (Importing(window.session, window), about.Shortcuts(window.menus, window), about.About(window)):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()
