"""The PDF's typefaces: those that are embedded always, and those of the system that lend single characters.

Source Serif and Source Sans draw Latin, Greek, Cyrillic and Vietnamese. What they lack (emoji, signs, Chinese …) is
drawn from a typeface of the system where it has one, and embedded too; scripts whose letters join, stack or run from
right to left would come out wrong letter by letter, so they are named instead of drawn, as is what no typeface has.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from core.report.words import visible

FACES = {
    "Serif": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    "Serif-Bold": ("font_source_serif_pro", "SourceSerifPro-Bold.ttf"),
    "Serif-Italic": ("font_source_serif_pro", "SourceSerifPro-It.ttf"),
    "Serif-BoldItalic": ("font_source_serif_pro", "SourceSerifPro-BoldIt.ttf"),
    "Sans": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    "Sans-Bold": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    "Sans-Italic": ("font_source_sans_pro", "SourceSansPro-It.ttf"),
    "Sans-BoldItalic": ("font_source_sans_pro", "SourceSansPro-SemiboldIt.ttf"),
}
"""The fonts that are embedded (SIL Open Font License), by name: package and file."""
LENT = (
    "DejaVuSans.ttf", "NotoEmoji-Regular.ttf", "NotoEmoji[wght].ttf", "NotoSansSymbols2-Regular.ttf",
    "NotoSansSymbols-Regular.ttf", "NotoSansMath-Regular.ttf", "NotoSansArmenian-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf", "seguisym.ttf", "seguiemj.ttf", "Apple Symbols.ttf", "Arial Unicode.ttf",
    "DroidSansFallbackFull.ttf", "wqy-microhei.ttc", "wqy-zenhei.ttc", "msyh.ttc", "msgothic.ttc", "malgun.ttf",
    "STHeiti Light.ttc", "AppleGothic.ttf",
)  # fmt: skip
"""Files of typefaces that Linux, Windows and macOS bring, the ones tried first in front; outlines in TrueType alone,
which is what reportlab can embed."""
UNFIT = ((0x0590, 0x109F), (0x1780, 0x18AF), (0x1A00, 0x1CFF), (0xA800, 0xABFF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE))
"""Scripts that need shaping: Hebrew and Arabic to Myanmar, Khmer, Mongolian, Tai Tham and others."""
UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, *range(0xFE00, 0xFE10)))
"""Joiners and variation selectors: on paper nothing is seen of them."""
SPACES = {0x202F: 0xA0, **dict.fromkeys(range(0x2000, 0x200B), 0x20)}
LONG = 3
"""From so many characters of one script on a passage that cannot be drawn is named as one."""


@cache
def glyphs() -> frozenset[int]:
    """Code points that every upright face can draw; registers the faces with reportlab."""
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = []
    for name, (package, file) in FACES.items():
        face = TTFont(f"Lesart{name}", str(files(package).joinpath("files", file)))
        pdfmetrics.registerFont(face)
        if "Italic" not in name:
            known.append(frozenset(face.face.charToGlyph))
    for family in ("Serif", "Sans"):
        for bold, italic, style in ((0, 0, ""), (1, 0, "-Bold"), (0, 1, "-Italic"), (1, 1, "-BoldItalic")):
            addMapping(f"Lesart{family}", bold, italic, f"Lesart{family}{style}")
    return frozenset.intersection(*known)


def safe(text: str) -> str:
    """``text`` for a paragraph: no markup, nothing unseen; what no face draws is named (``<U+1F642>``, ``<12 × Arabic>``)."""
    shown = visible(text).replace("⟨", "<").replace("⟩", ">").translate(UNSEEN).translate(SPACES)
    if all(ord(c) in glyphs() or c in "\n\t" for c in shown):
        return escape(shown)
    parts = []
    for (face, script), run in groupby(shown, _how):
        part = "".join(run)
        if script:
            named = f"<{len(part)} × {script}>" if len(part) >= LONG else "".join(f"<U+{ord(c):04X}>" for c in part)
            parts.append(escape(named))
        else:
            parts.append(f'<font name="{face}">{escape(part)}</font>' if face else escape(part))
    return "".join(parts)


def undrawn(text: str) -> bool:
    """Whether something of ``text`` is named in place of being drawn."""
    return any(
        _how(c)[1] for c in set(visible(text).replace("⟨", "<").replace("⟩", ">").translate(UNSEEN).translate(SPACES))
    )


@cache
def _how(character: str) -> tuple[str, str]:
    """The face that lends a character (empty: the text's own), and the script it is named by where none draws it."""
    code = ord(character)
    if code in glyphs() or character in "\n\t":
        return "", ""
    fit = not any(first <= code <= last for first, last in UNFIT)
    if fit and (face := next((name for name, own in lent() if code in own), "")):
        return face, ""
    return "", unicodedata.name(character, "?").split(" ")[0].split("-")[0].capitalize()


@cache
def lent() -> tuple[tuple[str, frozenset[int]], ...]:
    """The system's faces among LENT, registered with reportlab: their names, and what they draw."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    found: list[tuple[str, frozenset[int]]] = []
    for path in _installed():
        try:
            face = TTFont(f"Lent{len(found)}", str(path))
        except (TTFError, OSError, ValueError, KeyError):
            continue  # another kind of outline under the same name
        pdfmetrics.registerFont(face)
        found.append((face.fontName, frozenset(face.face.charToGlyph)))
    return tuple(found)


def _installed() -> list[Path]:
    """Where the files of LENT are, in that order."""
    if sys.platform == "win32":
        folders = [Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")]
    elif sys.platform == "darwin":
        folders = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library" / "Fonts"]
    else:
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local" / "share" / "fonts"]
    places: dict[str, Path] = {}
    for folder in folders:
        for here, _, names in os.walk(folder):
            for name in names:
                if name in LENT:
                    places.setdefault(name, Path(here, name))
    return [places[name] for name in LENT if name in places]
