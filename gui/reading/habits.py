"""How the reader likes to read, kept from one start to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSettings

from gui.reading.typography import LARGEST, SMALLEST, Typography


@dataclass(frozen=True)
class Habits:
    """Face and size of the text, whether scrolling is linked, which ribbons are drawn."""

    typography: Typography = field(default_factory=Typography)
    linked: bool = True
    all_ribbons: bool = False

    @staticmethod
    def kept() -> Habits:
        """Those of the last time; what cannot be read is as at first."""
        settings = _settings()
        try:
            zoom = min(LARGEST, max(SMALLEST, float(str(settings.value("reading/zoom", 1.0)))))
        except ValueError:
            zoom = 1.0
        return Habits(
            Typography(_flag(settings, "serif", True), zoom, str(settings.value("reading/family", "") or "")),
            _flag(settings, "linked", True),
            _flag(settings, "all_ribbons", False),
        )

    def keep(self) -> None:
        """Remember these."""
        settings = _settings()
        settings.setValue("reading/serif", self.typography.serif)
        settings.setValue("reading/family", self.typography.family)
        settings.setValue("reading/zoom", self.typography.zoom)
        settings.setValue("reading/linked", self.linked)
        settings.setValue("reading/all_ribbons", self.all_ribbons)


def _settings() -> QSettings:
    # The program's one settings file, as gui.preferences opens it.
    return QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "Lesart", "Lesart")


def _flag(settings: QSettings, name: str, otherwise: bool) -> bool:
    # An INI file gives words back, the registry of Windows numbers.
    return str(settings.value(f"reading/{name}", otherwise)).lower() in ("true", "1")
