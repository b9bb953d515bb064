"""What the window remembers between two starts, in the system's usual place (QSettings)."""

from __future__ import annotations

import os
from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from gui.theme import CHOICES, ThemeChoice

UNSUREST, SUREST = 0.1, 0.9
"""Between these the reader can set how probable a link must be."""
RECENT = 12
"""How many files the list of recent ones keeps."""


class Preferences:
    """Typed access to the settings; every getter copes with a file that somebody else has edited."""

    def __init__(self) -> None:
        self._settings = QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart")
        self.forgotten = False
        """Whether the reader had everything deleted; then the window's place is not remembered either."""

    @property
    def theme(self) -> ThemeChoice:
        """``system``, ``light`` or ``dark``."""
        value = self._settings.value("theme", "system")
        return cast(ThemeChoice, value) if value in CHOICES else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", choice)

    @property
    def language(self) -> str:
        """``system``, ``en`` or ``de``."""
        value = self._settings.value("language", "system")
        return str(value) if value in ("en", "de") else "system"

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def link_threshold(self) -> float:
        """How probable a link must be (0–1); the core's own value where the reader set none."""
        from core.model import Settings

        value = self._settings.value("link_threshold", Settings().link_threshold)
        try:
            return min(SUREST, max(UNSUREST, float(value)))  # type: ignore[arg-type]  # whatever stands in the file
        except (TypeError, ValueError):
            return Settings().link_threshold

    @link_threshold.setter
    def link_threshold(self, value: float) -> None:
        self._settings.setValue("link_threshold", value)

    @property
    def least_strength(self) -> float:
        """From which strength on cues are shown (0–1)."""
        from gui.session import MarkFilter

        value = self._settings.value("least_strength", MarkFilter().strength)
        try:
            return min(1.0, max(0.0, float(value)))  # type: ignore[arg-type]  # whatever stands in the file
        except (TypeError, ValueError):
            return MarkFilter().strength

    @least_strength.setter
    def least_strength(self, value: float) -> None:
        self._settings.setValue("least_strength", value)

    @property
    def toured(self) -> bool:
        """Whether the tour was shown, or skipped."""
        return str(self._settings.value("toured", "false")).lower() == "true"

    @toured.setter
    def toured(self, seen: bool) -> None:
        self._settings.setValue("toured", "true" if seen else "false")

    @property
    def fetching(self) -> bool:
        """Whether the reader allows pages of the web to be fetched; off unless switched on."""
        return str(self._settings.value("fetch_addresses", "false")).lower() == "true"

    @fetching.setter
    def fetching(self, allowed: bool) -> None:
        self._settings.setValue("fetch_addresses", "true" if allowed else "false")

    @property
    def recent(self) -> list[str]:
        """Files opened last, newest first; those that are gone are left out."""
        value = self._settings.value("recent", [])
        paths = [value] if isinstance(value, str) else list(value or [])
        return [str(path) for path in paths if os.path.isfile(str(path))]

    def remember(self, paths: list[str]) -> None:
        """Put ``paths`` at the head of the recent files."""
        fresh = [os.path.abspath(path) for path in paths if os.path.isfile(path)]
        older = [path for path in self.recent if path not in fresh]
        self._settings.setValue("recent", (fresh + older)[:RECENT])

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._settings.remove("recent")

    def layout(self, name: str) -> QByteArray:
        """The saved geometry or splitter state ``name``; empty where there is none."""
        value = self._settings.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Save a geometry or splitter state under ``name``, unless everything was to be forgotten."""
        if not self.forgotten:
            self._settings.setValue(f"layout/{name}", state)


def reset_settings(language: str) -> str:
    """Set everything back but the recent files and the presets of reports, which are the reader's work; say in
    ``language`` (``en`` or ``de``) what was done."""
    from core.errors import UserError
    from core.phrases import say

    settings = Preferences()._settings
    keys = [key for key in settings.allKeys() if key.partition("/")[0] not in ("recent", "reports")]
    for key in keys:
        settings.remove(key)
    settings.sync()
    if settings.status() != QSettings.Status.NoError:
        raise UserError("error.settings", settings.fileName())
    return say("settings.reset" if keys else "settings.reset.none", language, file=settings.fileName())
