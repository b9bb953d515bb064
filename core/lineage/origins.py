"""Which articles say a thing on the strength of the same source."""

from __future__ import annotations

from core.index import Index
from core.lineage.model import Lineage
from core.model import Comparison


def origins(comparison: Comparison, lineage: Lineage, group_id: str) -> tuple[tuple[str, ...], ...]:
    """The articles that carry the group, those of one source together, in the order of the columns.

    An article has the claim from its source where one that it goes back to carries it, or where both go back to a text
    that nobody opened; a claim that a copy has of its own counts for itself. The length is the number of independent
    sources that say it. Raises KeyError for an unknown group.
    """
    return strands_of(Index(comparison), lineage, group_id)


def strands_of(index: Index, lineage: Lineage, group_id: str) -> tuple[tuple[str, ...], ...]:
    """``origins``, for whoever asks it of many groups."""
    carriers = index.carriers(group_id)
    unseen = {s.id for s in lineage.sources}
    roots: dict[str, list[str]] = {}
    for article in carriers:
        line = [article, *lineage.ancestors(article)]
        root = [a for a in line if a in carriers or a in unseen][-1]
        roots.setdefault(root, []).append(article)
    return tuple(tuple(found) for found in roots.values())
