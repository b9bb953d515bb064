"""German and English at run time, straight from the .ts files: no compiled file that could be stale or missing.

English stands in the source; its .ts holds the plurals only. ``language()`` tells every view in which language
``core.phrases.say`` is to speak.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from importlib.resources import files
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

LANGUAGES = {"en": "English", "de": "Deutsch"}

Message = tuple[str, str, str]
"""Context, source, comment."""


def language() -> str:
    """The language of the interface, ``en`` or ``de``."""
    return "de" if QLocale().language() == QLocale.Language.German else "en"


def language_name(code: str) -> str:
    """The name of an article's language (ISO 639-1, or ``und``) in the language of the interface (from the CLDR)."""
    if code == "und":
        return QCoreApplication.translate("Languages", "language unknown")
    from babel import Locale

    return Locale(language()).languages.get(code, code.upper())


def messages(ts: str) -> dict[Message, tuple[str, ...]]:
    """The finished messages of a .ts file, each with one form, or two where there is a plural."""
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


# Overriding QTranslator.translate in Python would be simpler, but PySide (6.12, Python 3.11) gives back a reference to
# None too many for every call without a comment, until the interpreter dies. So the messages are laid out as lrelease
# does (qttools, src/linguist/shared/qm.cpp); a test compares the two.
MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES, NUMERUS, LANGUAGE = 0x42, 0x69, 0x88, 0xA7
END, TRANSLATION, SOURCE, CONTEXT, COMMENT = 1, 3, 6, 7, 8
ONE_ELSE_MANY = b"\x01\x01"
"""The plural rule of German and English: the first form for n = 1, the second for everything else."""


def compiled(said: Mapping[Message, tuple[str, ...]], code: str) -> bytes:
    """``said`` as the bytes of a .qm file."""
    hashes, stored = [], bytearray()
    for (context, source, comment), forms in said.items():
        hashes.append((_elf_hash((source + comment).encode()), len(stored)))
        for form in forms:
            stored += _tagged(TRANSLATION, form.encode("utf-16-be"))
        for tag, text in ((COMMENT, comment), (SOURCE, source), (CONTEXT, context)):
            stored += _tagged(tag, text.encode())
        stored.append(END)
    table = b"".join(struct.pack(">II", *entry) for entry in sorted(hashes))
    sections = ((LANGUAGE, code.encode()), (HASHES, table), (MESSAGES, bytes(stored)), (NUMERUS, ONE_ELSE_MANY))
    return MAGIC + b"".join(_tagged(tag, data) for tag, data in sections)


def _tagged(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _elf_hash(data: bytes) -> int:
    value = 0
    for byte in data:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value or 1


class Catalogue(QTranslator):
    """One .ts file of ``resources/translations``."""

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        source = files("resources").joinpath("translations", f"lesart_{code}.ts").read_text(encoding="utf-8")
        self._data = compiled(messages(source), code)  # Qt reads from it as long as the translator lives
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
