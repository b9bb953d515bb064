"""German and English at run time, straight from the .ts files: no compiled file that could be stale or missing.

English stands in the source; its .ts holds the plurals only. ``language()`` tells every view in which language
``core.phrases.say`` is to speak.
"""

from __future__ import annotations

from importlib.resources import files
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

LANGUAGES = {"en": "English", "de": "Deutsch"}


def language() -> str:
    """The language of the interface, ``en`` or ``de``."""
    return "de" if QLocale().language() == QLocale.Language.German else "en"


class Catalogue(QTranslator):
    """One .ts file of ``resources/translations``."""

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        source = files("resources").joinpath("translations", f"lesart_{code}.ts").read_text(encoding="utf-8")
        self._said = messages(source)

    def isEmpty(self) -> bool:
        return not self._said

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        forms = self._said.get((context, source, disambiguation or ""))
        if not forms:
            return None
        # German and English alike: one form for 1, another for everything else.
        return forms[0] if len(forms) == 1 or n == 1 else forms[1]


def messages(ts: str) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """The finished messages of a .ts file: (context, source, comment) to one form, or two where there is a plural."""
    said = {}
    for context in ElementTree.fromstring(ts).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            plurals = tuple(form.text or "" for form in translation.iter("numerusform"))
            forms = plurals or ((translation.text,) if translation.text else ())
            if forms:
                said[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return said


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
        self._installed = [_qt_own(code, self), Catalogue(code, self)]
        for translator in self._installed:
            self._app.installTranslator(translator)
        self.changed.emit()


def _qt_own(code: str, parent: QObject) -> QTranslator:
    """Qt's own words (buttons of dialogs, context menus of fields) in ``code``."""
    translator = QTranslator(parent)
    translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
