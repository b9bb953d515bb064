"""Which claims of one article stand for which of another: one for one, split, joined, cut or added."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from core.index import Index
from core.model import Claim

LIKE = 70
"""rapidfuzz's token_set_ratio from which on two claims outside any group are one, reworded; below it stand claims that
merely name the same people."""
_LIKE_IN_ORDER = 45
"""And its ratio, which minds the order of the words."""
_HEADLINES = 0.1
"""What two headlines have ahead of a headline and a sentence that says the same."""


@dataclass
class Strand:
    """Claims of the two articles that stand for one another; either side may be empty."""

    before: list[Claim]
    after: list[Claim]
    group_id: str | None


def strands(index: Index, before_id: str, after_id: str) -> list[Strand]:
    """The claims of both articles, each in exactly one strand: in the order of the later article's text, what was cut
    after what stood before it."""
    found = _in_groups(index, before_id, after_id)
    taken = {c.id for s in found for c in (*s.before, *s.after)}
    old = [c for c in index.claims_of[before_id] if c.id not in taken]
    new = [c for c in index.claims_of[after_id] if c.id not in taken]
    if index.article[before_id].language == index.article[after_id].language:
        found += _reworded(index, old, new)
    taken = {c.id for s in found for c in (*s.before, *s.after)}
    group = index.group_of
    found += [Strand([c], [], group[c.id].id if c.id in group else None) for c in old if c.id not in taken]
    found += [Strand([], [c], group[c.id].id if c.id in group else None) for c in new if c.id not in taken]
    for strand in found:
        strand.before.sort(key=lambda c: c.span)
        strand.after.sort(key=lambda c: c.span)
    return _ordered(found)


def moved(strands_in_order: Sequence[Strand]) -> set[int]:
    """The numbers of the strands whose claims do not stand in the order that most keep: those outside a longest
    increasing subsequence."""
    places = [(i, s.before[0].span.start) for i, s in enumerate(strands_in_order) if s.before and s.after]
    tops: list[int] = []
    ends: list[int] = []
    came_from: list[int] = []
    for at, (_, start) in enumerate(places):
        where = bisect_left(tops, start)
        came_from.append(ends[where - 1] if where else -1)
        tops[where : where + 1] = [start]
        ends[where : where + 1] = [at]
    kept, at = set(), ends[-1] if ends else -1
    while at >= 0:
        kept.add(places[at][0])
        at = came_from[at]
    return {i for i, _ in places} - kept


def _in_groups(index: Index, before_id: str, after_id: str) -> list[Strand]:
    found = []
    for group in index.comparison.groups:
        own = [index.claim[c] for c in group.claims]
        old = [c for c in own if c.article_id == before_id]
        new = [c for c in own if c.article_id == after_id]
        if old and new:
            found += _paired(index, old, new, group.id)
    return found


def _paired(index: Index, old: list[Claim], new: list[Claim], group_id: str) -> list[Strand]:
    """One for one by the best links; what is left over joins the strand of the claim that it is nearest to."""
    nearness = {(a.id, b.id): _near(index, a, b) for a in old for b in new}
    by_claim: dict[str, Strand] = {}
    found = []
    for first, second in sorted(nearness, key=lambda k: (-nearness[k], k)):
        if first not in by_claim and second not in by_claim:
            strand = Strand([index.claim[first]], [index.claim[second]], group_id)
            by_claim[first] = by_claim[second] = strand
            found.append(strand)
    for claim in old:
        if claim.id not in by_claim:
            nearest = max(new, key=lambda c: (nearness[claim.id, c.id], c.id))
            by_claim[nearest.id].before.append(claim)
    for claim in new:
        if claim.id not in by_claim:
            nearest = max(old, key=lambda c: (nearness[c.id, claim.id], c.id))
            by_claim[nearest.id].after.append(claim)
    return found


def _near(index: Index, a: Claim, b: Claim) -> float:
    """How near two claims of a group are: their link's score, a little more for two headlines; 0 where no link joins
    them."""
    score = max((x.score for x in index.links_of.get(a.id, ()) if b.id in (x.a, x.b)), default=0.0)
    heads = [_in_headline(index, c) for c in (a, b)]
    return score + (_HEADLINES if heads[0] == heads[1] else 0.0)


def _in_headline(index: Index, claim: Claim) -> bool:
    text = index.article[claim.article_id].text
    return "\n" not in text[: claim.span.end]


def _reworded(index: Index, old: list[Claim], new: list[Claim]) -> list[Strand]:
    """Claims that no link joins and that nevertheless are worded alike, the likest first."""
    from rapidfuzz import fuzz, utils

    words = {c.id: utils.default_process(index.text(c.id)) for c in (*old, *new)}
    alike = []
    for a in old:
        for b in new:
            share = fuzz.token_set_ratio(words[a.id], words[b.id], score_cutoff=LIKE)
            if share and fuzz.ratio(words[a.id], words[b.id]) >= _LIKE_IN_ORDER:
                alike.append((share, a, b))
    taken: set[str] = set()
    found = []
    for _, a, b in sorted(alike, key=lambda x: (-x[0], x[1].span, x[2].span)):
        if a.id not in taken and b.id not in taken:
            taken |= {a.id, b.id}
            group = index.group_of.get(b.id)
            found.append(Strand([a], [b], group.id if group else None))
    return found


def _ordered(found: list[Strand]) -> list[Strand]:
    """By the later text; a cut follows what stood before it in the earlier one."""
    kept = sorted((s for s in found if s.after), key=lambda s: s.after[0].span)
    ends = sorted(((c.span.start, i) for i, s in enumerate(kept) for c in s.before), key=lambda e: e[0])
    cuts: dict[int, list[Strand]] = {}
    for strand in sorted((s for s in found if not s.after), key=lambda s: s.before[0].span):
        earlier = [i for start, i in ends if start < strand.before[0].span.start]
        cuts.setdefault(earlier[-1] if earlier else -1, []).append(strand)
    ordered = cuts.get(-1, [])
    for i, strand in enumerate(kept):
        ordered = [*ordered, strand, *cuts.get(i, [])]
    return ordered
