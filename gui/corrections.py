"""A reader's corrections of the groups, as the decisions that they are made of; each correction is one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from core.index import Index
from core.model import ClaimGroup, Decision, Link
from gui.decided import decision, links_decided, marks_decided
from gui.session import Session

ABOUT_LINKS = frozenset({"accept_link", "reject_link", "add_link"})
ABOUT_MARKS = frozenset({"accept_mark", "reject_mark"})


def decide(session: Session, decisions: Sequence[Decision], text: str) -> None:
    """Take ``decisions`` as one step named ``text``; none is no step."""
    from core.compare import revise

    if session.comparison and decisions:
        session.change(revise(session.comparison, (*session.comparison.decisions, *decisions)), text)


def take_back(session: Session, gone: Callable[[Decision], bool], text: str) -> None:
    """Take back the decisions that ``gone`` picks, as one step named ``text``."""
    from core.compare import revise

    if session.comparison:
        kept = [d for d in session.comparison.decisions if not gone(d)]
        session.change(revise(session.comparison, kept), text)


def decide_pair(session: Session, pair: tuple[str, str], same: bool, text: str) -> None:
    """Accept or reject the link of two claims; what was decided so already is taken back."""
    assert session.index
    if links_decided(session.index).get(frozenset(pair)) == ("accepted" if same else "rejected"):
        take_back(session, lambda d: d.kind in ABOUT_LINKS and set(d.claims) == set(pair), text)
    else:
        decide(session, [decision("accept_link" if same else "reject_link", pair)], text)


def decide_mark(session: Session, mark_id: str, fair: bool, text: str) -> None:
    """Accept or reject a cue; what was decided so already is taken back."""
    assert session.index
    if marks_decided(session.index).get(mark_id) == ("accepted" if fair else "rejected"):
        take_back(session, lambda d: d.kind in ABOUT_MARKS and d.mark == mark_id, text)
    else:
        about = session.index.mark[mark_id].article_id
        decide(session, [decision("accept_mark" if fair else "reject_mark", mark=mark_id, article_id=about)], text)


def joining(index: Index, one: str | None, other: str | None) -> list[Decision]:
    """What joins two claims and the whole groups that they stand in; nothing where that cannot be, or is so already.

    The claims themselves are linked where they are of different articles, else the first two of their groups that are.
    """
    if one not in index.claim or other not in index.claim or one == other:
        return []
    here, there = _together(index, one), _together(index, other)
    pairs = ((a, b) for a in here for b in there if index.claim[a].article_id != index.claim[b].article_id)
    first = next(pairs, None)
    if first is None or set(here) & set(there):
        return []
    # A pair that the reader once parted would keep the two sides apart, so that word is changed with it.
    parted = links_decided(index)
    undone = [(a, b) for a in here for b in there if parted.get(frozenset((a, b))) == "rejected" and (a, b) != first]
    return [*(decision("accept_link", pair) for pair in undone), decision("add_link", first)]


def parting(index: Index, claim_id: str) -> list[Decision]:
    """What takes one claim out of its group."""
    group = index.group_of.get(claim_id)
    return splitting(index, group.id, {claim_id}) if group else []


def holding(index: Index, claim_id: str) -> list[Decision]:
    """What accepts every link that holds one claim in its group."""
    group = index.group_of.get(claim_id)
    own = [x for x in _links(index, group) if claim_id in (x.a, x.b)] if group else []
    said = links_decided(index)
    fresh = [x for x in own if said.get(frozenset((x.a, x.b))) != "accepted"]
    return [decision("accept_link", (x.a, x.b)) for x in fresh]


def splitting(index: Index, group_id: str, claims: Collection[str]) -> list[Decision]:
    """What makes ``claims`` of the group a group of their own; nothing where they are none of it, or all of it."""
    group = index.group[group_id]
    off, rest = [c for c in group.claims if c in claims], [c for c in group.claims if c not in claims]
    if not off or not rest:
        return []
    linked = {frozenset((x.a, x.b)) for x in _links(index, group)}
    across = [(a, b) for a in off for b in rest]
    # A claim that no link holds is in the group all the same, so it is told apart from every one of the others.
    loose = {c for c in group.claims if not any(c in pair for pair in linked)}
    apart = [(a, b) for a, b in across if frozenset((a, b)) in linked or a in loose or b in loose] or across
    kept = [*_kept(index, off, linked), *_kept(index, rest, linked)]
    return [*(decision("reject_link", pair) for pair in apart), *(decision("add_link", pair) for pair in kept)]


def _together(index: Index, claim_id: str) -> list[str]:
    """The claim, and after it the others of its group."""
    group = index.group_of.get(claim_id)
    return [claim_id, *(c for c in (group.claims if group else ()) if c != claim_id)]


def _links(index: Index, group: ClaimGroup) -> Iterator[Link]:
    return (index.comparison.links[n] for n in group.links)


def _kept(index: Index, claims: list[str], linked: Collection[frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The pairs to link so that ``claims`` stay together without those that they are parted from."""
    part = {c: {c} for c in claims}

    def join(a: str, b: str) -> bool:
        if part[a] is part[b]:
            return False
        part[a] |= part[b]
        part.update(dict.fromkeys(part[b], part[a]))
        return True

    for a, b in (tuple(pair) for pair in linked if pair <= part.keys()):
        join(a, b)
    for number, a in enumerate(claims):
        for b in claims[number + 1 :]:
            if index.claim[a].article_id != index.claim[b].article_id and join(a, b):
                yield a, b
