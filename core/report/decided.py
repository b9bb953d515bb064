"""What the reader decided, laid over what the machine found: the comparison that a report tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from core.index import Index
from core.model import Article, ClaimGroup, Comparison, Link, Mark, Omission, Reason, Why, mark_id
from core.report.options import Options

Decided = Literal["accepted", "rejected"]


def decided_links(comparison: Comparison) -> dict[frozenset[str], Decided]:
    """The last decision on each pair of claims; a pair that the reader joined counts as accepted."""
    verdicts: dict[str, Decided] = {"accept_link": "accepted", "add_link": "accepted", "reject_link": "rejected"}
    return {frozenset(d.claims): verdicts[d.kind] for d in comparison.decisions if d.kind in verdicts}


def decided_marks(comparison: Comparison) -> dict[str, Decided]:
    """The last decision on each mark, by its id; a mark that the reader added counts as accepted."""
    found: dict[str, Decided] = {}
    for decision in comparison.decisions:
        if decision.kind == "add_mark" and decision.mark_kind and decision.passage:
            place = decision.passage
            found[mark_id(decision.mark_kind, place.article_id, place.span)] = "accepted"
        elif decision.kind in ("accept_mark", "reject_mark") and decision.mark:
            found[decision.mark] = "accepted" if decision.kind == "accept_mark" else "rejected"
    return found


def told(comparison: Comparison, options: Options) -> Comparison:
    """The comparison as ``options`` want it told: with what the reader added, without what the report leaves out.

    Groups that lose or gain a link are joined anew. Decisions stay, so that the report can still list them.
    """
    links = with_added_links(comparison)
    marks = with_added_marks(comparison)
    if options.rejected == "left_out":
        about_links, about_marks = decided_links(comparison), decided_marks(comparison)
        links = tuple(x for x in links if about_links.get(frozenset((x.a, x.b))) != "rejected")
        marks = tuple(m for m in marks if about_marks.get(m.id) != "rejected")
    groups = comparison.groups if links == comparison.links else regrouped(comparison, links)
    if options.groups is not None:
        groups = tuple(g for g in groups if g.id in options.groups)
    kept = {g.id for g in groups}
    marks = tuple(
        m for m in marks
        if m.kind in options.lenses and m.strength >= options.strength
        and (m.group_id in kept or (m.kind != "omission" and options.groups is None))
    )  # fmt: skip
    return replace(comparison, links=links, groups=groups, marks=marks)


def with_added_links(comparison: Comparison) -> tuple[Link, ...]:
    """The links, and after them those that the reader made and the machine did not (score 1, nothing measured)."""
    known = {frozenset((x.a, x.b)) for x in comparison.links}
    claims = {c.id for c in comparison.claims}
    added = {frozenset(d.claims): d.claims for d in comparison.decisions if d.kind == "add_link"}
    made = [
        Link(ids[0], ids[1], 1.0, "same", Why(0.0, 0.0))
        for pair, ids in added.items()
        if pair not in known and len(pair) == 2 and pair <= claims
    ]
    return (*comparison.links, *made)


def with_added_marks(comparison: Comparison) -> tuple[Mark, ...]:
    """The marks, and after them those that the reader made, with the reader's words for a reason."""
    known = {m.id for m in comparison.marks}
    articles = {a.id for a in comparison.articles}
    made: dict[str, Mark] = {}
    for d in comparison.decisions:
        if d.kind != "add_mark" or not d.mark_kind or not d.passage or d.passage.article_id not in articles:
            continue
        place, said = d.passage, Reason("report.reader_says", (("text", d.text),))
        id_ = mark_id(d.mark_kind, place.article_id, place.span)
        if id_ not in known:
            made[id_] = Mark(id_, d.mark_kind, place.article_id, place.span, None, (), "outlet", said, 1.0)
    return (*comparison.marks, *made.values())


def regrouped(comparison: Comparison, links: tuple[Link, ...]) -> tuple[ClaimGroup, ...]:
    """The groups that ``links`` make, in the order of their first claims.

    A part keeps the id and gist of the old group that most of it comes from; the first of several such parts does.
    """
    index = Index(comparison)
    groups: list[ClaimGroup] = []
    used: set[str] = set()
    order = {c.id: (index.column[c.article_id], c.span) for c in comparison.claims}
    for claims in sorted(
        (sorted(part, key=lambda c: order[c]) for part in _parts(links)), key=lambda part: order[part[0]]
    ):
        old = [index.group_of[c] for c in claims if c in index.group_of]
        origin = max(old, key=old.count) if old else None
        carrying = {index.claim[c].article_id for c in claims}
        own = tuple(i for i, x in enumerate(links) if x.a in claims)
        id_, gist = (
            (origin.id, origin.gist) if origin and origin.id not in used else (f"g:{claims[0]}", index.text(claims[0]))
        )
        used.add(id_)
        omitted = _omissions((a for a in comparison.articles if a.id not in carrying), origin)
        groups.append(ClaimGroup(id_, tuple(claims), own, omitted, gist))
    return tuple(groups)


def _omissions(articles: Iterable[Article], origin: ClaimGroup | None) -> tuple[Omission, ...]:
    known = {o.article_id: o for o in origin.omitted_by} if origin else {}
    return tuple(known.get(a.id, Omission(a.id, None, 0.0)) for a in articles)


def _parts(links: tuple[Link, ...]) -> list[set[str]]:
    """The connected parts of the graph of claims."""
    beside: dict[str, set[str]] = defaultdict(set)
    for link in links:
        beside[link.a].add(link.b)
        beside[link.b].add(link.a)
    parts, seen = [], set[str]()
    for claim in beside:
        if claim in seen:
            continue
        part, open_ = set[str](), [claim]
        while open_:
            if (one := open_.pop()) not in part:
                part.add(one)
                open_.extend(beside[one] - part)
        seen |= part
        parts.append(part)
    return parts
