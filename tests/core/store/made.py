"""Comparisons as hypothesis makes them: consistent, and otherwise as odd as the types allow.

Every field of every type is drawn by its name, so that a field added to the model is in the tests at once.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from core.model import (
    Article,
    Claim,
    ClaimGroup,
    Comparison,
    Decision,
    Dropped,
    Failure,
    Link,
    Mark,
    Omission,
    Passage,
    Provenance,
    Section,
    Settings,
    Span,
)

ODD = ("👩🏽‍🚒", "e\u0301", "ﷺ", "\u202eשלום", "مرحبا", "𝔘", "\x00", "ß", "\u200d", "'", '"', "\U0010ffff", "\n", "🇩🇪")
WORDS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=8)), max_size=6).map("".join)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    float: st.floats(allow_nan=False),
    int: st.integers(0, 2**40),
    bool: st.booleans(),
    type(None): st.none(),
}


def each(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of the dataclass ``kind``: fields as ``given``, all others by their types."""
    hints = get_type_hints(kind)
    return st.builds(
        kind, **{f.name: given[f.name] if f.name in given else of(hints[f.name]) for f in dataclasses.fields(kind)}
    )


@cache
def of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type that a field of the model has."""
    inner = get_args(kind)
    if kind in PLAIN:
        return PLAIN[kind]
    if kind is Span:
        return st.tuples(PLAIN[int], PLAIN[int]).map(lambda both: Span(min(both), max(both)))
    if dataclasses.is_dataclass(kind):
        return each(kind)
    if get_origin(kind) is Literal:
        return st.sampled_from(inner)
    if get_origin(kind) is tuple:
        return few(of(inner[0])) if inner[1:] == (...,) else st.tuples(*map(of, inner))
    return st.one_of(*map(of, inner))


def few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


def some(values: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return few(st.sampled_from(values)) if values else st.just(())


def spans(text: str) -> st.SearchStrategy[Span]:
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda both: Span(min(both), max(both)))


def passages(articles: Sequence[Article]) -> st.SearchStrategy[Passage]:
    return st.sampled_from(articles).flatmap(lambda a: st.builds(Passage, st.just(a.id), spans(a.text)))


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, ...]:
    found = []
    for id_ in draw(st.lists(WORDS, unique=True, min_size=1, max_size=4)):
        text = draw(WORDS)
        sections = few(each(Section, span=spans(text)))
        # A number of a section: 0 is one even where there is none.
        dropped = few(each(Dropped, before=st.none() | st.just(0)))
        found.append(draw(each(Article, id=st.just(id_), text=st.just(text), sections=sections, dropped=dropped)))
    return tuple(found)


@st.composite
def claims(draw: st.DrawFn, given: Sequence[Article]) -> tuple[Claim, ...]:
    found = []
    for id_ in draw(st.lists(WORDS, unique=True, max_size=5)):
        article = draw(st.sampled_from(given))
        inside = spans(article.text)
        own = {"id": st.just(id_), "article_id": st.just(article.id), "span": inside, "content": few(inside)}
        found.append(draw(each(Claim, **own)))
    return tuple(found)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any comparison whose parts know one another."""
    texts = draw(articles())
    said = draw(claims(texts))
    article_ids = st.sampled_from([a.id for a in texts])
    said_ids = [c.id for c in said]
    links = draw(few(each(Link, a=st.sampled_from(said_ids), b=st.sampled_from(said_ids)))) if said else ()
    indexes = range(len(links))
    omissions = few(each(Omission, article_id=article_ids, claim_id=st.sampled_from([None, *said_ids])))
    group_ids = draw(st.lists(WORDS, unique=True, max_size=3))
    groups = tuple(
        draw(each(ClaimGroup, id=st.just(g), claims=some(said_ids), links=some(indexes), omitted_by=omissions))
        for g in group_ids
    )
    at = passages(texts)
    marks = tuple(
        draw(each(Mark, article_id=st.just(p.article_id), span=st.just(p.span), against=few(at)))
        for p in draw(st.lists(at, max_size=3))
    )
    return Comparison(
        articles=texts,
        claims=said,
        links=links,
        groups=groups,
        marks=marks,
        settings=draw(each(Settings)),
        provenance=draw(each(Provenance)),
        decisions=draw(few(each(Decision))),
        failures=draw(few(each(Failure))),
        unrelated=draw(few(article_ids)),
    )
