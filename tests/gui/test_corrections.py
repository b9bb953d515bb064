"""Joining and splitting groups, without a pixel: what comes out is seen in the groups."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import revise
from core.index import Index
from core.model import Comparison
from gui.corrections import decide_mark, decide_pair, joining, parting, splitting
from gui.session import Session
from tests.gui import comparisons


def claim(index: Index, article: str, words: str) -> str:
    return next(c.id for c in index.claims_of[article] if words in index.text(c.id))


def after(index: Index, decisions: list) -> Index:
    return Index(revise(index.comparison, (*index.comparison.decisions, *decisions)))


def together(index: Index, *claims: str) -> bool:
    return len({index.group_of[c].id if c in index.group_of else c for c in claims}) == 1


def test_two_groups_become_one(index: Index) -> None:
    ferries, bypass = claim(index, "wire", "Ferries"), claim(index, "wire", "Traffic")
    joined = after(index, joining(index, ferries, bypass))
    assert len(joined.group) == len(index.group) - 1
    assert together(joined, ferries, bypass, claim(index, "kurier", "Fähren"), claim(index, "kurier", "Nordumgehung"))


def test_claims_of_one_article_alone_cannot_be_joined(index: Index) -> None:
    one, other = claim(index, "kurier", "Das Land"), claim(index, "kurier", "Sicherheit")
    assert joining(index, one, other) == []
    assert joining(index, one, one) == []
    assert joining(index, None, one) == []


def test_what_is_together_cannot_be_joined(index: Index) -> None:
    assert joining(index, claim(index, "wire", "Ferries"), claim(index, "kurier", "Fähren")) == []


def test_what_was_parted_can_be_joined_again(index: Index) -> None:
    mine = claim(index, "quay", "Taxpayers")
    parted = after(index, parting(index, mine))
    other = claim(index, "wire", "Repairs")
    assert not together(parted, mine, other)
    again = after(parted, joining(parted, mine, other))
    assert together(again, mine, *index.group["g-cost"].claims)


def test_a_group_is_split_in_two(index: Index) -> None:
    group = index.group["g-closed"]
    split = after(index, splitting(index, group.id, set(group.claims[:2])))
    assert together(split, *group.claims[:2])
    assert together(split, *group.claims[2:])
    assert not together(split, group.claims[0], group.claims[2])


def test_nothing_and_everything_is_no_split(index: Index) -> None:
    group = index.group["g-closed"]
    assert splitting(index, group.id, set()) == splitting(index, group.id, set(group.claims)) == []


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_split_keeps_each_side_together_and_the_sides_apart(data: st.DataObject) -> None:
    index = Index(comparisons.big(columns=5, words=60, seed=data.draw(st.integers(0, 20))))
    group = data.draw(st.sampled_from([g for g in index.group.values() if len(g.claims) > 2]))
    off = data.draw(st.sets(st.sampled_from(group.claims), min_size=1, max_size=len(group.claims) - 1))
    split = after(index, splitting(index, group.id, off))
    sides = [off, set(group.claims) - off]
    assert all(together(split, *side) for side in sides)
    assert not together(split, next(iter(sides[0])), next(iter(sides[1])))


def test_deciding_the_same_again_takes_it_back(session: Session, comparison: Comparison) -> None:
    link, mark = comparison.links[0], comparison.marks[0]
    for _ in range(2):
        decide_pair(session, (link.a, link.b), True, "Accept")
        decide_mark(session, mark.id, False, "Reject")
    assert session.comparison == comparison
    session.undo.undo()
    assert session.comparison
    assert [d.kind for d in session.comparison.decisions] == ["reject_mark"]
