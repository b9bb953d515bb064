"""What the reader chooses of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from core.errors import UserError
from core.model import KINDS, Kind

PICTURES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp", ".svg": "svg+xml"}
"""What a logo can be: suffix to the name of its media type."""

STRONG, MEDIUM = 0.7, 0.4
"""From these strengths on a cue is called strong, or medium."""

Texts = Literal["full", "excerpts", "none"]
Rejected = Literal["left_out", "struck"]


@dataclass(frozen=True, slots=True)
class Options:
    """What goes into a report; the default is everything that the reader has not rejected.

    ``groups``: ids of the groups that are told (None: all). ``lenses`` and ``strength`` (0–1):
    which marks are told (None: those from MEDIUM on in what is read, all of them in tables and data); one that the
    reader confirmed is told however weak.
    ``rejected``: whether links and marks that the reader rejected are left out or shown struck through.
    ``texts``: the articles in full, as excerpts around what is told (for copyright), or not at all. ``title`` stands
    at the head in place of Lesart's own, ``newsroom`` above it, beside ``logo`` (a PNG, JPEG, GIF, WebP or SVG file). ``versions``: the second article
    is read as a later version of the first.
    """

    groups: tuple[str, ...] | None = None
    lenses: tuple[Kind, ...] = KINDS
    strength: float | None = None
    rejected: Rejected = "left_out"
    texts: Texts = "full"
    title: str = ""
    newsroom: str = ""
    logo: Path | None = None
    versions: bool = False

    def kept(self) -> dict[str, Any]:
        """The options as a preset that JSON can hold. ``groups`` and ``versions`` belong to one comparison and are not kept."""
        own = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("groups", "versions")}
        return own | {"lenses": list(self.lenses), "logo": None if self.logo is None else str(self.logo)}

    @classmethod
    def of(cls, preset: Mapping[str, Any]) -> Options:
        """The options of a preset; what it does not know or holds wrongly is as it is by default."""
        found = cls()
        strength = preset.get("strength")
        lenses = preset.get("lenses")
        changes: dict[str, Any] = {k: v for k in ("title", "newsroom") if isinstance(v := preset.get(k), str)}
        if isinstance(strength, int | float) and not isinstance(strength, bool) and 0 <= strength <= 1:
            changes["strength"] = float(strength)
        if isinstance(lenses, list | tuple):
            changes["lenses"] = tuple(kind for kind in KINDS if kind in lenses)
        if preset.get("rejected") in get_args(Rejected):
            changes["rejected"] = preset["rejected"]
        if preset.get("texts") in get_args(Texts):
            changes["texts"] = preset["texts"]
        if isinstance(logo := preset.get("logo"), str) and logo:
            changes["logo"] = Path(logo)
        return replace(found, **changes)


def check_logo(logo: Path | None) -> None:
    """Raise UserError ``error.logo`` where the logo cannot be read, ``error.logo.kind`` where it is no picture."""
    if logo is None:
        return
    if logo.suffix.lower() not in PICTURES:
        raise UserError("error.logo.kind", str(logo))
    try:
        with logo.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise UserError("error.logo", str(logo), reason=error.strerror or type(error).__name__) from error
