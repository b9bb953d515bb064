"""German and English at run time: from the .qm files that the build makes, or, in a checkout, straight from the .ts.

English stands in the source; its .ts holds the plurals only. ``language()`` tells every view in which language
``core.phrases.say`` is to speak.
"""

from __future__ import annotations

import os.path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

import resources

LANGUAGES = {"en": "English", "de": "Deutsch"}


def language() -> str:
    """The language of the interface, ``en`` or ``de``."""
    return "de" if QLocale().language() == QLocale.Language.German else "en"


def language_name(code: str) -> str:
    """The name of an article's language (ISO 639-1, or ``und``) in the language of the interface (from the CLDR)."""
    if code == "und":
        return QCoreApplication.translate("Languages", "language unknown")
    from babel import Locale

    return Locale(language()).languages.get(code, code.upper())


class Catalogue(QTranslator):
    """What ``resources/translations`` says in one language.

    A build holds the .qm alone, a checkout the .ts alone: neither can be older than the other.
    """

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = os.path.join(os.path.dirname(resources.__file__), "translations", f"lesart_{code}")
        if os.path.exists(f"{name}.qm"):
            self.load(f"{name}.qm")
            return
        from gui.catalogue import compiled, messages

        with open(f"{name}.ts", encoding="utf-8") as file:
            self._data = compiled(messages(file.read()), code)  # Qt reads from it as long as the translator lives
        self.load(self._data)


class Languages(QObject):
    """Switches the application between its languages; every widget hears of it as ``QEvent.LanguageChange``."""

    changed = Signal()

    def __init__(self, app: QCoreApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self.choice = choice
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Speak ``choice`` from now on: ``en``, ``de`` or ``system``, which is German for a German system."""
        self.choice = choice
        system = QLocale.system()
        code = choice if choice in LANGUAGES else ("de" if system.language() == QLocale.Language.German else "en")
        same = system.name().startswith(code)
        QLocale.setDefault(system if same else QLocale({"de": "de_DE", "en": "en_GB"}[code]))
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed = [_qt_own(code, self), Catalogue(code, self)]
        for translator in self._installed:
            self._app.installTranslator(translator)
        self.changed.emit()


def _qt_own(code: str, parent: QObject) -> QTranslator:
    """Qt's own words (buttons of dialogs, context menus of fields) in ``code``."""
    translator = QTranslator(parent)
    translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
