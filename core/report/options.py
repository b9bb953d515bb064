"""What the reader chooses of a report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.model import KINDS, Kind

Texts = Literal["full", "excerpts", "none"]
Rejected = Literal["left_out", "struck"]


@dataclass(frozen=True, slots=True)
class Options:
    """What goes into a report; the default is everything that the reader has not rejected.

    ``groups``: ids of the groups that are told (None: all). ``lenses`` and ``strength`` (0–1): which marks are told.
    ``rejected``: whether links and marks that the reader rejected are left out or shown struck through.
    ``texts``: the articles in full, as excerpts around what is told (for copyright), or not at all. ``title`` stands
    at the head in place of Lesart's own, ``newsroom`` above it, beside ``logo`` (a PNG, JPEG, GIF, WebP or SVG file).
    """

    groups: tuple[str, ...] | None = None
    lenses: tuple[Kind, ...] = KINDS
    strength: float = 0.0
    rejected: Rejected = "left_out"
    texts: Texts = "full"
    title: str = ""
    newsroom: str = ""
    logo: Path | None = None
