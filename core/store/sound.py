"""Whether the parts of a comparison fit together: a file may be damaged, or made by hand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import get_args

from core.model import Comparison, DecisionKind, Kind, Relation, SectionKind, Span, Voice


def check(found: Comparison) -> None:
    """Raise ValueError where something is named that is not there, or a span lies outside its text.

    What a decision names may be gone, and so may a mark's group.
    """
    texts = {a.id: a.text for a in found.articles}
    claims = {c.id for c in found.claims}
    _all(texts, (c.article_id for c in found.claims))
    _all(texts, (m.article_id for m in found.marks))
    _all(texts, (p.article_id for m in found.marks for p in m.against))
    _all(texts, (o.article_id for g in found.groups for o in g.omitted_by))
    _all(texts, found.unrelated)
    _all(claims, (c for x in found.links for c in (x.a, x.b)))
    _all(claims, (c for g in found.groups for c in g.claims))
    _all(range(len(found.links)), (i for g in found.groups for i in g.links))
    _all(get_args(Voice), (c.voice for c in found.claims))
    _all(get_args(Voice), (m.voice for m in found.marks))
    _all(get_args(Relation), (x.relation for x in found.links))
    _all(get_args(Kind), (*(m.kind for m in found.marks), *found.settings.lenses))
    _all(get_args(SectionKind), (s.kind for a in found.articles for s in a.sections))
    _all(get_args(DecisionKind), (d.kind for d in found.decisions))
    for article in found.articles:
        _all((None, *range(len(article.sections) + 1)), (d.before for d in article.dropped))
    for article_id, span in _spans(found):
        if not 0 <= span.start <= span.end <= len(texts[article_id]):
            raise ValueError(f"{span} outside {article_id}")


def _all(known: Container[object], named: Iterable[object]) -> None:
    for name in named:
        if name not in known:
            raise ValueError(f"no {name!r}")


def _spans(found: Comparison) -> Iterator[tuple[str, Span]]:
    for article in found.articles:
        yield from ((article.id, s.span) for s in article.sections)
    for claim in found.claims:
        yield from ((claim.article_id, span) for span in (claim.span, *claim.content))
    for mark in found.marks:
        yield mark.article_id, mark.span
        yield from ((p.article_id, p.span) for p in mark.against)
