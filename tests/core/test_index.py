"""Look-ups over a comparison: who carries a group, and who answers it from another one."""

from __future__ import annotations

from dataclasses import replace

from core.index import Index
from core.model import Comparison, Link, Why
from core.report import render
from tests.core.report import event


def linked_past_the_group() -> tuple[Comparison, str, str, str]:
    """The event of the reports, where one article's claim of another group also answers a group it was left out of.

    Returns the comparison, the group's id, the article's id and the claim's id.
    """
    found = event.comparison()
    group, index = found.groups[1], Index(found)
    omission = group.omitted_by[0]
    claim = next(c.id for c in index.claims_of[omission.article_id] if c.id in index.group_of)
    link = Link(group.claims[0], claim, 0.91, "part", Why(0.5, 0.5))
    changed = replace(group, omitted_by=tuple(o for o in group.omitted_by if o is not omission))
    groups = tuple(changed if g is group else g for g in found.groups)
    return replace(found, links=(*found.links, link), groups=groups), group.id, omission.article_id, claim


def test_a_claim_linked_past_its_own_group_answers_from_elsewhere() -> None:
    found, group, article, claim = linked_past_the_group()
    assert [c.id for c in Index(found).elsewhere(group, article)] == [claim]


def test_nobody_answers_from_elsewhere_what_it_carries_or_leaves_out() -> None:
    found = event.comparison()
    index = Index(found)
    assert not any(index.elsewhere(g.id, a.id) for g in found.groups for a in found.articles)


def test_a_report_does_not_call_it_missing() -> None:
    found, _, _, claim = linked_past_the_group()
    row = next(n for n, g in enumerate(found.groups, 1) if claim in g.claims)
    before = str(render(event.comparison(), "md")).count("not found here")
    after = str(render(found, "md"))
    assert after.count("not found here") == before - 1
    assert f"stands in row {row}" in after
    assert "linked (91%)" in after


def test_a_linked_claim_that_stands_in_no_row_is_said_to() -> None:
    found, _, _, claim = linked_past_the_group()
    without = replace(found, groups=tuple(g for g in found.groups if claim not in g.claims))
    assert Index(without).group_of.get(claim) is None
    said = str(render(without, "md"))
    assert "linked, but in no row" in said
    assert "stands in row" not in said
