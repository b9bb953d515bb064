"""The fellows of all claims, found group by group, are those that a look at each claim finds, in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing import fellows
from core.model import Claim, ClaimGroup, Link, Span, Why

WHY = Why(0.5, 0.5)


def _claim(k: int, home: str) -> Claim:
    # Ids are no more in order than those of articles that were read in any order.
    return Claim(f"{7 * k % 11}", home, Span(k, k + 1), (Span(k, k + 1),), 0.0, "outlet")


def _slow(claims: list[Claim], links: list[Link], groups: list[ClaimGroup], claim: Claim) -> list[str]:
    by_id = {c.id: c for c in claims}
    score = {x.b if x.a == claim.id else x.a: x.score for x in links if claim.id in {x.a, x.b}}
    own = [by_id[c] for g in groups if claim.id in g.claims for c in g.claims]
    others = [c for c in own if c.article_id != claim.article_id]
    return [c.id for c in sorted(others, key=lambda c: (-score.get(c.id, 0.0), c.id))]


@pytest.mark.parametrize("cells", [1, 7, fellows.CELLS])
@given(data=st.data())
def test_fellows_are_the_others_of_the_group_best_link_first(cells: int, data: st.DataObject) -> None:
    homes = data.draw(st.lists(st.sampled_from("abc"), max_size=10))
    claims = [_claim(k, home) for k, home in enumerate(homes)]
    lot = [data.draw(st.integers(0, 2)) for _ in claims]  # the last lot are the claims without a group
    ids = [data.draw(st.permutations([c.id for c, k in zip(claims, lot, strict=True) if k == g])) for g in range(2)]
    groups = [ClaimGroup(f"g{g}", tuple(own), (), (), "") for g, own in enumerate(ids) if own]
    end = st.sampled_from([c.id for c in claims] or [""])
    drawn = data.draw(st.lists(st.tuples(end, end, st.sampled_from([0.4, 0.7, 0.9])), max_size=12))
    links = [Link(a, b, score, "same", WHY) for a, b, score in drawn if a != b]  # a lone claim has none
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fellows, "CELLS", cells)
        found = fellows.fellows_of(claims, links, groups)
    for k, claim in enumerate(claims):
        assert [claims[n].id for n in found.of(k).tolist()] == _slow(claims, links, groups, claim)
