"""Bytes to characters: the encodings that text files come in."""

from __future__ import annotations

import codecs
import re

from core.errors import UserError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What German and English (and French, Spanish, Italian …) text has beyond ASCII. Where all of a file's high bytes are
# such characters in Windows-1252, it is Windows-1252: charset-normalizer calls short ones of them anything.
_WESTERN = frozenset("äöüÄÖÜßéèêëàâáãåçñíîïóôõøúûùœæŒÆÉÈÀÁÂÇÑÓÔÖØÅŸÿ„“”‚‘’«»‹›–—…€£¥§°©®™·•½¼¾²³µ×¿¡ªº´\u00a0\u00ad†‡")
# Signs inside a word: Polish or Czech text read as Western ("zag³osowa³a").
_MISPLACED = re.compile("[a-z][³²¹¿¡½¼¾×Ÿ£¥][a-z]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
# A handful of broken bytes in a long UTF-8 file is a slip of some tool; more than this is another encoding.
_BROKEN_SHARE = 0.001
_CONTROL_SHARE = 0.01
_LATIN = ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii")
# UTF-16 without a mark: every other byte of Latin text is zero, and that is valid UTF-8 as well.
_NUL_SHARE = 0.3


def decode(data: bytes, source: str, encoding: str | None = None, declared: str | None = None) -> str:
    """The characters of a text file. ``encoding`` is what the reader chose, ``declared`` what the file says of itself.

    A byte order mark decides; then the reader, strict UTF-8 (what is valid UTF-8 with letters beyond ASCII is
    nothing else, whatever a page's template declares), the declared encoding, Windows-1252 where it gives Western
    text, then charset-normalizer's best guess. Raises UserError ``error.not_text`` where the bytes are no text at all.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _readable(data.decode(marked, errors="replace"), source)
    head = data[:4096]
    if not encoding and head.count(0) > _NUL_SHARE * len(head):
        encoding = "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
    # As browsers do: pages that declare Latin-1 hold Windows-1252's quotation marks and dashes.
    declared = "cp1252" if (declared or "").lower() in _LATIN else declared
    # Japanese and Chinese encodings that switch by escapes are valid ASCII, so what they declare goes first.
    for name in (encoding, declared, "utf-8") if b"\x1b" in data else (encoding, "utf-8", declared):
        text = _strict(data, name) if name else None
        if text is not None:
            return _readable(text, source)
    return _readable(_guess(data, source), source)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (ValueError, LookupError):
        return None


def _guess(data: bytes, source: str) -> str:
    broken = data.decode("utf-8", errors="replace")
    if broken.count("\ufffd") <= _BROKEN_SHARE * len(broken) and any(ord(c) > 127 and c != "\ufffd" for c in broken):
        return broken
    western = _strict(data, "cp1252")
    likely = western is not None and all(c in _WESTERN for c in western if ord(c) > 127)
    if western is not None and likely and not _MISPLACED.search(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UserError("error.not_text", source)
    return str(best)


def _readable(text: str, source: str) -> str:
    """``text``, unless so much of it is control characters that it was never text."""
    if len(_CONTROL.findall(text)) > max(2, _CONTROL_SHARE * len(text)):
        raise UserError("error.not_text", source)
    return text
