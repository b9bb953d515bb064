"""The encodings in which a text file can be read again, where the one that was found out is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.errors import UserError
from core.model import Article

ENCODINGS = (
    "utf-8", "cp1252", "iso8859-15", "mac-roman", "cp850", "cp1250", "iso8859-2", "cp1251", "koi8-r", "cp1253", "cp1254",
    "utf-16", "gb18030", "shift_jis",
)  # fmt: skip
TEXT_FILES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", "")


def encoding_name(code: str) -> str:
    """What an encoding is called, with the languages that it is for."""
    western = QCoreApplication.translate("Encodings", "Western Europe")
    central = QCoreApplication.translate("Encodings", "Central Europe")
    cyrillic = QCoreApplication.translate("Encodings", "Cyrillic")
    return {
        "utf-8": "UTF-8",
        "cp1252": f"Windows-1252 ({western})",
        "iso8859-15": f"ISO 8859-15 ({western})",
        "mac-roman": f"Mac Roman ({western})",
        "cp850": f"DOS 850 ({western})",
        "cp1250": f"Windows-1250 ({central})",
        "iso8859-2": f"ISO 8859-2 ({central})",
        "cp1251": f"Windows-1251 ({cyrillic})",
        "koi8-r": f"KOI8-R ({cyrillic})",
        "cp1253": "Windows-1253 ({})".format(QCoreApplication.translate("Encodings", "Greek")),
        "cp1254": "Windows-1254 ({})".format(QCoreApplication.translate("Encodings", "Turkish")),
        "utf-16": "UTF-16",
        "gb18030": "GB 18030 ({})".format(QCoreApplication.translate("Encodings", "Chinese")),
        "shift_jis": "Shift JIS ({})".format(QCoreApplication.translate("Encodings", "Japanese")),
    }[code]


def can_reread(article: Article) -> bool:
    """Whether the article's file is a text file that is still there."""
    path = Path(article.source)
    try:
        return path.suffix.lower() in TEXT_FILES and path.is_file()
    except (OSError, ValueError):
        return False


def reread(article: Article, encoding: str | None) -> Article:
    """The article of the same file in another encoding (None: found out again). Raises UserError."""
    from core.reading import read

    found = read(article.source, encoding=encoding)
    if len(found) != 1:
        raise UserError("error.not_text", article.source)
    return found[0]
