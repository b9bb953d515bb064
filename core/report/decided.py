"""What a report tells of what the reader decided: ``core.decisions`` lays it over what the machine found, and here
what was rejected is left out, or stays to be shown struck."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from core.decisions import apply, as_found
from core.model import ClaimGroup, Comparison, Link, mark_id
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


def told(comparison: Comparison, options: Options, weakest: float = 0.0) -> Comparison:
    """The comparison as ``options`` want it told: with what the reader added, without what the report leaves out.

    ``weakest`` is the strength from which on marks are told where the options name none.

    Where rejected links are to be shown struck, the groups stay as they would be without the rejections. Decisions
    stay, so that the report can list them.
    """
    made = apply(comparison, comparison.decisions)[0]
    about_marks, least = decided_marks(made), weakest if options.strength is None else options.strength
    links, groups, marks = made.links, made.groups, made.marks
    if options.rejected == "struck":
        kept = apply(as_found(comparison), [d for d in made.decisions if d.kind != "reject_link"])[0]
        links, groups, marks = kept.links, kept.groups, kept.marks
    else:
        rejected = {pair for pair, said in decided_links(made).items() if said == "rejected"}
        links, groups = _without(links, groups, rejected)
        marks = tuple(m for m in marks if about_marks.get(m.id) != "rejected")
    if options.groups is not None:
        groups = tuple(g for g in groups if g.id in options.groups)
    ids = {g.id for g in groups}
    marks = tuple(
        m
        for m in marks
        if m.kind in options.lenses
        and (m.strength >= least or about_marks.get(m.id) == "accepted")
        and (m.group_id in ids or (m.kind != "omission" and options.groups is None))
    )
    return replace(as_found(comparison), links=links, groups=groups, marks=marks, decisions=made.decisions)


def _without(
    links: tuple[Link, ...], groups: tuple[ClaimGroup, ...], rejected: set[frozenset[str]]
) -> tuple[tuple[Link, ...], tuple[ClaimGroup, ...]]:
    """Links and groups less the rejected pairs."""
    place: dict[int, int] = {}
    for i, link in enumerate(links):
        if frozenset((link.a, link.b)) not in rejected:
            place[i] = len(place)
    if len(place) == len(links):
        return links, groups
    kept = tuple(replace(g, links=tuple(place[i] for i in g.links if i in place)) for g in groups)
    return tuple(links[i] for i in place), kept
