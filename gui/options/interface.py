"""Language, theme, and how the articles are set."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QWidget

from gui.options.parts import Page, Percent, choices
from gui.preferences import Preferences
from gui.reading.typography import LARGEST, SMALLEST, Typography
from gui.theme import reading_family
from gui.translation import LANGUAGES

SERIF, SANS = "serif", "sans"


class InterfacePage(Page):
    """What the window looks like."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    typography_chosen = Signal(object)
    """A Typography."""

    def __init__(self, preferences: Preferences, typography: Typography, parent: QWidget) -> None:
        super().__init__(parent)
        self._typography = typography
        system = self.tr("Like the system")
        themes = {"system": system, "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.language = choices({"system": system, **LANGUAGES}, preferences.language, self)
        self.theme = choices(themes, preferences.theme, self)
        faces = {
            SERIF: self.tr("With serifs (%1)").replace("%1", reading_family()),
            SANS: self.tr("Without serifs (%1)").replace("%1", reading_family(serif=False)),
            **{family: family for family in QFontDatabase.families() if not QFontDatabase.isPrivateFamily(family)},
        }
        self.face = choices(faces, typography.family or (SERIF if typography.serif else SANS), self)
        self.face.setMaxVisibleItems(16)
        self.size_ = Percent(SMALLEST, LARGEST, typography.zoom, self)
        self._specimen = QLabel(self.tr("On Monday the city closed the old bridge."), self)
        self._lay_out()
        self.language.activated.connect(lambda _: self.language_chosen.emit(self.language.currentData()))
        self.theme.activated.connect(lambda _: self.theme_chosen.emit(self.theme.currentData()))
        self.face.activated.connect(lambda _: self._choose_face(self.face.currentData()))
        self.size_.chosen.connect(lambda zoom: self._set(replace(self._typography, zoom=zoom)))

    def _lay_out(self) -> None:
        self.head(self.tr("Interface"))
        self.form((self.tr("&Language"), self.language), (self.tr("&Theme"), self.theme))
        self.head(self.tr("Text of the articles"))
        self.form((self.tr("T&ypeface"), self.face), (self.tr("&Size"), self.size_))
        self._specimen.setFont(self._typography.font())
        self._specimen.setWordWrap(True)
        self.column.addWidget(self._specimen)
        self.muted(self.tr("Menus and buttons are set as the system has them."))
        self.column.addStretch(1)

    def _choose_face(self, face: str) -> None:
        own = face not in (SERIF, SANS)
        self._set(replace(self._typography, family=face if own else "", serif=face != SANS))

    def _set(self, typography: Typography) -> None:
        self._typography = typography
        self._specimen.setFont(typography.font())
        self.typography_chosen.emit(typography)
