"""The frames of reporting of a sentence, whatever its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.claims import english_frames, german_frames
from core.claims.frames import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token


def frames(words: list[Token], language: str) -> list[Frame]:
    """The frames of a sentence's words (without white space), in their order; none in other languages."""
    if language == "de":
        return german_frames.frames(words)
    return english_frames.frames(words) if language == "en" else []


def points_back(words: list[Token], language: str) -> Frame | None:
    """The frame of a sentence that attributes the one before it; None of any other sentence."""
    return german_frames.points_back(words) if language == "de" else None
