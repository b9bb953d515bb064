"""Two readers of one comparison: the decisions of the other's copy beside one's own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.decisions import apply
from core.errors import UserError
from core.model import Comparison, Decision
from core.store.project import load


def other_reader(comparison: Comparison, path: str | os.PathLike[str], reader: str = "") -> tuple[Decision, ...]:
    """The decisions in the copy at ``path`` that are not in ``comparison`` too; the rest were taken before it was made.

    Those that no reader's name stands on get ``reader``, or the file's name. Raises UserError ``error.project.…`` where
    the file cannot be read, or shares no article with ``comparison``.
    """
    place = Path(path)
    copy = load(place)
    if not {a.id for a in copy.articles} & {a.id for a in comparison.articles}:
        raise UserError("error.project.no_shared_article", str(place))
    own = {d.id for d in comparison.decisions}
    name = reader or place.stem
    return tuple(replace(d, reader=d.reader or name) for d in copy.decisions if d.id not in own)


def beside(comparison: Comparison, others: Sequence[Decision]) -> Comparison:
    """``comparison`` with another reader's decisions. Where the two disagree one's own count: they come last."""
    return apply(comparison, (*others, *comparison.decisions))[0]
