"""The settings: one dialog, four pages. Everything takes effect at once; there is nothing to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.options.dialog import Options
from gui.preferences import Preferences

if TYPE_CHECKING:
    from gui.window import Window

__all__ = ["Options", "show_options"]


def show_options(window: Window, preferences: Preferences) -> None:
    """Show the settings; what is chosen there reaches ``window``."""

    def choose_strength(strength: float) -> None:
        preferences.least_strength = strength
        window.session.filter_marks(strength=strength)

    dialog = Options(preferences, window)
    dialog.theme_chosen.connect(window.choose_theme)
    dialog.language_chosen.connect(window.choose_language)
    dialog.typography_chosen.connect(window.reading.set_typography)
    dialog.sureness_chosen.connect(window.choose_sureness)
    dialog.strength_chosen.connect(choose_strength)
    dialog.fetching_chosen.connect(window.actions_["address"].setEnabled)
    dialog.forget.connect(window.forget_recent)
    dialog.delete_all.connect(lambda: _delete_all(window, preferences))
    dialog.open()


def _delete_all(window: Window, preferences: Preferences) -> None:
    """Delete what is kept, and the open comparison where it has no name; what is chosen is as at first again."""
    from gui.privacy import delete_all

    keeper = window.desk.keeper
    if keeper.path is None and window.session.comparison and not window.desk.close():
        return
    if keeper.last:
        keeper.last.wait()
    preferences.forgotten = True
    left = delete_all()
    window.theme.choose("system")
    window.languages.choose("system")
    window.menus.check("system", "system")
    window.actions_["address"].setEnabled(False)
    window.show_recent()
    window.projects.look_for_unsaved()
    if left:
        said = QCoreApplication.translate("Options", "Not deleted: %1")
        window.say(said.replace("%1", ", ".join(str(path) for path in left)))
