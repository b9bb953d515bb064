"""One page of a PDF: its characters become pieces of lines with place and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.job import Job
from core.reading.pdf_layout import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

# A gap of more than this many times the type's size parts two pieces of a line: it is a gutter or a table's column.
_GAP = 1.2
# A gap of this share of the size is a blank that the file does not spell out.
_BLANK = 0.18
_SAME_LINE = 0.6
# pdfium's signs: U+0002 and U+FFFE for a hyphen at a line's end that parts a word.
_HYPHENS = ("\x02", "\ufffe", "\u2010", "\u2011", "\u00ad")
# More characters on one page than any printed page has: a file made to stop the program.
_MOST = 200_000


def page_lines(page: PdfPage, job: Job) -> tuple[list[Line], float]:
    """The pieces of lines of ``page`` in the order of the file, and the page's height (points)."""
    from pypdfium2 import raw

    height = page.get_height()
    text = page.get_textpage()
    count = min(raw.FPDFText_CountChars(text), _MOST)
    box = raw.FS_RECTF()
    building = _Building()
    for index in range(count):
        if index % 5_000 == 0:
            job.check()
        character = _character(raw.FPDFText_GetUnicode(text, index))
        if character in "\r\n":
            building.end()
            continue
        if not character.strip() or raw.FPDFText_IsGenerated(text, index) == 1:
            building.blank()
            continue
        # The loose box has the character's advance and the type's height; the tight one makes "1904" "1 904".
        raw.FPDFText_GetLooseCharBox(text, index, box)
        drawn = abs(box.top - box.bottom)
        building.add(
            character, box.left, box.right, box.bottom, box.top, drawn or raw.FPDFText_GetFontSize(text, index)
        )
    building.end()
    text.close()
    return building.lines, height


def _character(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    character = chr(code)
    return "-" if character in _HYPHENS else character


class _Building:
    """The piece of line that is being put together, character by character."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._blank = False
        self._left = self._right = self._bottom = self._top = self._size = 0.0

    def blank(self) -> None:
        self._blank = bool(self._pieces)

    def add(self, character: str, left: float, right: float, bottom: float, top: float, size: float) -> None:
        if self._pieces and self._breaks(left, bottom, top, size):
            self.end()
        if not self._pieces:
            self._left, self._bottom, self._top, self._size = left, bottom, top, size
        elif self._blank or left - self._right > _BLANK * size:
            self._pieces.append(" ")
        self._blank = False
        self._pieces.append(character)
        self._right = max(right, left)
        self._bottom, self._top = min(self._bottom, bottom), max(self._top, top)
        # A line's size is its largest character's that is a letter or figure; raised notes are smaller.
        self._size = max(self._size, size) if character.isalnum() else self._size

    def end(self) -> None:
        if self._pieces:
            text = "".join(self._pieces).strip()
            self.lines.append(Line(text, self._left, self._right, self._bottom, self._top, round(self._size, 1)))
        self._pieces, self._blank = [], False

    def _breaks(self, left: float, bottom: float, top: float, size: float) -> bool:
        middle, own = (bottom + top) / 2, (self._bottom + self._top) / 2
        if abs(middle - own) > _SAME_LINE * max(size, self._size):
            return True
        return left - self._right > _GAP * size or left < self._left - size
