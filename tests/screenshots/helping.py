"""Poses of what helps and of what can be set: the settings' pages, the tour, a bug."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from gui.crash import CrashDialog
from gui.options import Options
from gui.tour import Tour, invite
from gui.window import Window

Pose = Callable[[Window], None]


def page(row: int) -> Pose:
    """Open the settings at the page ``row``."""

    def pose(window: Window) -> None:
        window.show_options()
        dialog = window.findChild(Options)
        assert isinstance(dialog, Options)
        dialog.list.setCurrentRow(row)

    return pose


def step(number: int) -> Pose:
    """Take the tour up to the step ``number``."""

    def pose(window: Window) -> None:
        window.actions_["tour"].trigger()
        tour = window.findChild(Tour)
        assert isinstance(tour, Tour)
        for at in range(1, number + 1):
            QApplication.processEvents()
            tour.go(at)

    return pose


def bug(window: Window) -> None:
    """Tell of a bug, with its details."""
    try:
        _ = [][len(window.windowTitle())]
    except IndexError as error:
        dialog = CrashDialog(error, window)
    dialog.show()
    dialog.more.click()


POSES: dict[str, Pose] = {
    **{f"settings-{row + 1}": page(row) for row in range(4)}, **{f"tour-{at + 1}": step(at) for at in range(4)}, "bug": bug,
}  # fmt: skip


def invitation(window: Window) -> None:
    """Offer the tour, at the first start."""
    invite(window, window._preferences)
