"""The lenses: where wording, set against the wording of another article, steers the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.job import Job
from core.language.encoder import Encoder
from core.model import Article, Claim, ClaimGroup, Link, Mark, Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mark(
    articles: tuple[Article, ...],
    docs: dict[str, Doc],
    claims: tuple[Claim, ...],
    links: tuple[Link, ...],
    groups: tuple[ClaimGroup, ...],
    encoder: Encoder,
    settings: Settings,
    job: Job,
) -> tuple[Mark, ...]:
    """The marks of all lenses that ``settings`` asks for, in the order of the articles and their text."""
    return ()
