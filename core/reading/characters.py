"""Characters: what an article's text may hold and what is layout that a reader never sees."""

from __future__ import annotations

import re
import unicodedata

# Line ends of every kind: Windows, old Mac, form feed, next line, Unicode's own two.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Spaces that only say how a line may be set (no-break, thin, figure, ideographic …) and tabs. They become one plain
# space: "26\u00a0Staaten" and "26 Staaten" are the same words, and the comparison is about words.
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Invisible: controls, soft hyphens, zero-width spaces, word joiners, byte order marks, direction marks and overrides
# (which could make a line read otherwise than it is stored), object placeholders.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
                        "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]")  # fmt: skip
# Joiners hold emoji and Arabic, Persian or Indic words together and stay; between Latin letters ("Auf|lage") they
# only forbid a ligature and would break a word in two for every search.
_LATIN_JOINER = re.compile("(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z\u00c0-\u024f])")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Ligatures that a PDF's font leaves in the text; NFC keeps them, a search for "Pfiff" would miss them.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
# Everything that the patterns above change: most texts hold none of it, and one search is quicker than five.
_UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
                      "\ufb00-\ufb06\ufeff\ufff9-\ufffc\ud800-\udfff]")  # fmt: skip


def clean(text: str) -> str:
    """``text`` in NFC with ``\\n`` line ends, plain spaces and nothing invisible in it.

    Words, punctuation, quotation marks, emoji and combining marks stay as they are. ``clean`` of a cleaned text is
    the text itself.
    """
    if text.isascii() and text.isprintable():
        return text
    if not _UNCLEAN.search(text):
        return unicodedata.normalize("NFC", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _LATIN_JOINER.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """``text`` cleaned, with every run of white space folded into one space."""
    return " ".join(clean(text).split())


def folded(text: str) -> str:
    """``text`` for asking whether two passages are the same words: lower case, letters and digits only."""
    return "".join(filter(str.isalnum, clean(text).casefold()))


def word_set(words: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(words.split())
