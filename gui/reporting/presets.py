"""What the reader chose of reports, remembered: the last choice, and presets by name (QSettings)."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QSettings

Preset = dict[str, Any]
"""What ``core.report.Options.kept`` gives, and the report's language."""


class Presets:
    """The presets; a settings file that somebody else has edited does no harm."""

    def __init__(self) -> None:
        self._settings = QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart")

    @property
    def last(self) -> Preset:
        """What was chosen last; empty where nothing was."""
        return self._read("reports/last")

    @last.setter
    def last(self, preset: Preset) -> None:
        self._write("reports/last", preset)

    @property
    def names(self) -> list[str]:
        """The names of the presets in the order of the alphabet."""
        return sorted((n for n, p in self._all().items() if isinstance(p, dict)), key=str.casefold)

    def __getitem__(self, name: str) -> Preset:
        """The preset called ``name``; empty where there is none."""
        found = self._all().get(name)
        return found if isinstance(found, dict) else {}

    def keep(self, name: str, preset: Preset) -> None:
        """Remember ``preset`` as ``name``, in place of what was called so."""
        self._write("reports/presets", self._all() | {name: preset})

    def forget(self, name: str) -> None:
        """Remember the preset ``name`` no longer."""
        self._write("reports/presets", {n: p for n, p in self._all().items() if n != name})

    def _all(self) -> Preset:
        return self._read("reports/presets")

    def _read(self, key: str) -> Preset:
        try:
            found = json.loads(str(self._settings.value(key, "{}")))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, key: str, value: Preset) -> None:
        self._settings.setValue(key, json.dumps(value, ensure_ascii=False))
