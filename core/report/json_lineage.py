"""The ``lineage`` list of the comparison file: one entry for each edge of the stemma.

``source`` is an article's id, or null where nobody opened the source; then ``unseen`` has its name (null where no
article names it) and the articles that draw on it. ``share``, ``order``, ``wording`` and ``confidence`` are 0–1.
``changes`` has every claim of both articles once: ids of claims ``before`` and ``after``, the kinds of change, and the
places that differ (those of plain rewording are left out); it is empty for an unseen source.
"""

from __future__ import annotations

from typing import Any

from core.index import Index
from core.lineage import Change, Difference, Edge, changes, lineage, versions
from core.model import Article, Comparison, Span
from core.phrases import say


def edges(comparison: Comparison, index: Index, language: str, two_versions: bool) -> list[dict[str, Any]]:
    """The edges in the order of the columns of their copies; ``language`` is that of the evidence."""
    made = versions(comparison) if two_versions else lineage(comparison)
    unseen = {s.id: s for s in made.sources}
    found = []
    for edge in made.edges:
        source = unseen.get(edge.source)
        steps = () if source else changes(comparison, edge.source, edge.copy)
        found.append(
            {
                "source": None if source else edge.source,
                "unseen": {"name": source.name or None, "articles": list(source.articles)} if source else None,
                **_edge(edge, language),
                "changes": [_change(c, index) for c in steps],
            }
        )
    return found


def _edge(edge: Edge, language: str) -> dict[str, Any]:
    return {
        "copy": edge.copy,
        "share": round(edge.share, 4),
        "order": round(edge.order, 4),
        "wording": round(edge.wording, 4),
        "confidence": round(edge.confidence, 4),
        "manner": edge.manner,
        "told": edge.told,
        "evidence": [say(r.key, language, **dict(r.values)) for r in edge.evidence],
    }


def _change(change: Change, index: Index) -> dict[str, Any]:
    before, after = index.article[change.before_id], index.article[change.after_id]
    return {
        "kinds": list(change.kinds),
        "cluster": change.group_id,
        "before": list(change.before),
        "after": list(change.after),
        "differences": [_difference(d, before, after) for d in change.differences if d.kind != "reworded"],
    }


def _difference(difference: Difference, before: Article, after: Article) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "before": _place(difference.before, before),
        "after": _place(difference.after, after),
        "mark": difference.mark_id,
    }


def _place(span: Span | None, article: Article) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(article.text)}
