"""The frames of reporting of a sentence, whatever its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.claims import english_frames, german_frames
from core.claims.frames import Frame, is_named, quoted_words
from core.claims.gaps import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Token

LANGUAGES = frozenset({"de", "en"})
LONGEST_NAME = 16
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
"""What a name with a title is made of: "die Linguistin Ada Kern"."""


def frames(words: list[Token], language: str) -> list[Frame]:
    """The frames of a sentence's words (without white space), in their order; none in other languages."""
    found = german_frames.frames(words) if language == "de" else []
    found = english_frames.frames(words) if language == "en" else found
    named = _name_before_quotation(words) if language in LANGUAGES else None
    return [named, *(frame for frame in found if frame.words[0] >= named.words[1])] if named else found


def _name_before_quotation(words: list[Token]) -> Frame | None:
    """The frame of a quotation with nothing but a name and a colon before it: "Petra Vohs (47): „…“", 'Vohs, mayor: "…"'."""
    colon = next((k for k, w in enumerate(words[:LONGEST_NAME]) if w.text.endswith(":")), None)
    if not colon or colon + 1 not in quoted_words(words) or 0 in quoted_words(words):
        return None
    end = next((k for k, w in enumerate(words[:colon]) if w.text in {",", "("}), colon)
    name = words[:end]
    if not name or any(w.pos_ not in NAMING for w in name) or any(is_finite(w) for w in words[:colon]):
        return None
    named = name[-1].pos_ == "PROPN" or is_named(name[-1:])
    return Frame((0, colon + 1), (0, end), "", ((colon + 1, len(words)),)) if named else None


def points_back(words: list[Token], language: str) -> Frame | None:
    """The frame of a sentence that attributes the one before it; None of any other sentence."""
    return german_frames.points_back(words) if language == "de" else None
