"""Lineages made by hand over the comparisons of ``tests.gui.comparisons``, so that the view is tested without the method."""

from __future__ import annotations

from dataclasses import replace

from core.lineage import Edge, Lineage, Source
from core.model import Article, Comparison, Reason
from tests.gui import comparisons

EVIDENCE = (Reason("lineage.evidence.claims", (("all", "9"), ("shared", "4"))),)


def edge(source: str, copy: str, confidence: float = 0.95, told: str = "credit") -> Edge:
    """An edge by which two thirds were taken over."""
    return Edge(source, copy, 0.66, 1.0, 0.3, confidence, "rewrite", told, EVIDENCE)  # type: ignore[arg-type]  # one of Told


def chained() -> Lineage:
    """wire > kurier > nordblatt, and the quay on its own."""
    edges = (edge("wire", "kurier"), edge("kurier", "nordblatt", 0.8))
    return Lineage(("kurier", "nordblatt", "wire", "quay"), edges, (), (("wire", "kurier", "nordblatt"), ("quay",)))


def unseen() -> Lineage:
    """Two papers that print an agency's text which is not open, a third that rewrites one of them, and one on its own."""
    source = Source("source:kurier+wire", "dpa", ("kurier", "wire"))
    edges = (edge(source.id, "kurier"), edge(source.id, "wire", 0.6, "text"), edge("kurier", "nordblatt"))
    return Lineage(
        ("kurier", "nordblatt", "wire", "quay"), edges, (source,), (("kurier", "nordblatt", "wire"), ("quay",))
    )


def apart() -> Lineage:
    """Nobody took from anybody."""
    order = ("kurier", "nordblatt", "wire", "quay")
    return Lineage(order, (), (), tuple((a,) for a in order))


def twelve() -> tuple[Comparison, Lineage]:
    """Twelve articles: a tree of seven with two papers at its foot, a pair, three on their own."""
    made = comparisons.big(columns=12, words=120)
    a = [article.id for article in made.articles]
    edges = [edge(a[0], a[1]), edge(a[0], a[2]), edge(a[0], a[3]), edge(a[1], a[4]), edge(a[4], a[5]), edge(a[4], a[6])]
    edges.append(edge(a[7], a[8], 0.6, "text"))
    families = (tuple(a[:7]), (a[7], a[8]), (a[9],), (a[10],), (a[11],))
    return made, Lineage(tuple(a), tuple(edges), (), families)


def titled(comparison: Comparison, article_id: str, **changed: object) -> Comparison:
    """``comparison`` with details of one article changed."""

    def mended(article: Article) -> Article:
        return replace(article, **changed) if article.id == article_id else article  # type: ignore[arg-type]  # fields of Article

    return replace(comparison, articles=tuple(map(mended, comparison.articles)))
