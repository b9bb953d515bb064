"""Who took it from whom: the stemma of the articles, and what changed along its edges."""

from __future__ import annotations

from core.lineage.model import (
    CHANGE_KINDS,
    MANNERS,
    Change,
    ChangeKind,
    Difference,
    Edge,
    Lineage,
    Manner,
    Source,
    Told,
    Wording,
)

__all__ = [
    "CHANGE_KINDS", "MANNERS", "Change", "ChangeKind", "Difference", "Edge", "Lineage", "Manner", "Source", "Told",
    "Wording",
]  # fmt: skip
