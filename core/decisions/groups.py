"""Groups as the reader's decisions make them: single linkage from the strongest link down, with pairs that must not
meet (constrained agglomeration: Davidson and Ravi 2005). Groups that no decision touches stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from core.model import Article, ClaimGroup, Comparison, Link, Omission, Why

Pair = frozenset[str]
Verdicts = Mapping[Pair, bool]

BY_READER = Why(0.0, 0.0)
"""Why of a link that only the reader made: nothing was measured."""
_DECIDED, _WITHOUT_LINK = 2.0, -1.0
"""Strength of pairs that the reader joined, and of members that no link holds: before and after all scores (0–1)."""


def regroup(found: Comparison, verdicts: Verdicts) -> tuple[tuple[Link, ...], tuple[ClaimGroup, ...]]:
    """The links, after them those that only the reader made, and the groups by ``verdicts`` on pairs of claims.

    Verdicts on claims that are not there do nothing; nor does joining two claims of one article. Parting those does.
    """
    article_of = {c.id: c.article_id for c in found.claims}
    known = {
        pair: same
        for pair, same in verdicts.items()
        if pair <= article_of.keys() and (not same or len({article_of[c] for c in pair}) == 2)
    }
    linked = {frozenset((x.a, x.b)) for x in found.links}
    place = {c.id: n for n, c in enumerate(found.claims)}
    made = sorted(sorted(pair, key=place.__getitem__) for pair, same in known.items() if same and pair not in linked)
    links = (*found.links, *(Link(a, b, 1.0, "same", BY_READER) for a, b in made))
    touched = _touched(found, known, linked)
    pool = {c for g in touched for c in g.claims} | {c for pair, same in known.items() if same for c in pair}
    pool -= {c for g in found.groups if g not in touched for c in g.claims}
    if not pool:
        return links, found.groups
    parts = _parts(_edges(touched, links, known, pool), [p for p, same in known.items() if not same])
    new = [
        _group(found, sorted(part, key=place.__getitem__), touched, links, known, article_of)
        for part in parts
        if len({article_of[c] for c in part}) > 1
    ]
    groups = [*(g for g in found.groups if g not in touched), *new]
    return links, tuple(sorted(groups, key=lambda g: min((place[c] for c in g.claims), default=-1)))


def _touched(found: Comparison, known: Verdicts, linked: Collection[Pair]) -> list[ClaimGroup]:
    """The groups that cannot stay as they are: with a parted pair, or with one end of a pair that is new in them."""
    group_of = {c: n for n, g in enumerate(found.groups) for c in g.claims}
    numbers: set[int] = set()
    for pair, same in known.items():
        homes = [group_of.get(c) for c in pair]
        together = homes[0] is not None and homes[0] == homes[1]
        if (same and not (together and pair in linked)) or (not same and together):
            numbers |= {home for home in homes if home is not None}
    return [g for n, g in enumerate(found.groups) if n in numbers]


def _edges(
    touched: list[ClaimGroup], links: tuple[Link, ...], known: Verdicts, pool: Collection[str]
) -> Iterator[tuple[float, str, str]]:
    """What holds claims together, each with its strength."""
    inside = {i for g in touched for i in g.links}
    held: set[str] = set()
    for i, link in enumerate(links):
        same = known.get(frozenset((link.a, link.b)))
        if same or (same is None and i in inside):
            if {link.a, link.b} <= set(pool):
                yield (_DECIDED if same else link.score), link.a, link.b
            held |= {link.a, link.b}
        elif i in inside:
            held |= {link.a, link.b}
    for group in touched:
        for claim in group.claims[1:]:
            if claim not in held:
                yield _WITHOUT_LINK, group.claims[0], claim


def _parts(edges: Iterable[tuple[float, str, str]], apart: list[Pair]) -> list[set[str]]:
    """What the edges join, the strongest first, as long as no pair in ``apart`` comes together."""
    part: dict[str, set[str]] = {}
    for _, a, b in sorted(edges, key=lambda edge: (-edge[0], edge[1:])):
        one, other = part.setdefault(a, {a}), part.setdefault(b, {b})
        if one is other or any(pair <= one | other for pair in apart):
            continue
        one |= other
        part.update(dict.fromkeys(other, one))
    return list({id(found): found for found in part.values()}.values())


def _group(
    found: Comparison,
    claims: list[str],
    touched: list[ClaimGroup],
    links: tuple[Link, ...],
    known: Verdicts,
    article_of: Mapping[str, str],
) -> ClaimGroup:
    """The group of ``claims``, named after one of them as the machine names its groups."""
    own = set(claims)
    inside = tuple(i for i, x in enumerate(links) if {x.a, x.b} <= own)
    origins = [g for g in touched if own & set(g.claims)]
    for group in origins:
        if set(group.claims) == own:
            return ClaimGroup(group.id, group.claims, inside, group.omitted_by, group.gist)
    rejected = {pair: x.score for x in links if known.get(pair := frozenset((x.a, x.b))) is False}
    carrying = {article_of[c] for c in own}
    omitted = tuple(
        omission
        for article in found.articles
        if article.id not in carrying and (omission := _omission(article, own, origins, rejected, article_of))
    )
    return ClaimGroup("g:" + min(claims), tuple(claims), inside, omitted, _gist(found, own, origins))


def _gist(found: Comparison, own: set[str], origins: list[ClaimGroup]) -> str:
    """The gist of a group that the claims come from, unless it is the words of a claim that went elsewhere."""
    texts = {a.id: a.text for a in found.articles}
    claims = {c.id: c for c in found.claims}

    def words(ids: Iterable[str]) -> list[str]:
        ends = [(claims[c], texts[claims[c].article_id]) for c in ids]
        return [said for claim, text in ends for said in (claim.span.of(text), claim.compared(text))]

    fitting = [g.gist for g in origins if g.gist not in words(set(g.claims) - own)]
    return next(iter(fitting), words(c.id for c in found.claims if c.id in own)[0])


def _omission(
    article: Article,
    own: set[str],
    origins: list[ClaimGroup],
    rejected: Mapping[Pair, float],
    article_of: Mapping[str, str],
) -> Omission | None:
    """What ``article`` omits of a changed group, with what came nearest: a claim that the reader parted from it, or
    what the machine knew. None where the machine saw the article linked past the group."""
    parted = [
        (score, claim)
        for pair, score in rejected.items()
        for claim in pair - own
        if pair & own and article_of[claim] == article.id
    ]
    known = [(o.score, o.claim_id) for g in origins for o in g.omitted_by if o.article_id == article.id]
    nearest = max((*parted, *known), key=lambda miss: (miss[0], miss[1] or ""), default=None)
    if nearest is not None:
        return Omission(article.id, nearest[1], nearest[0])
    was_in = any(article_of[c] == article.id for g in origins for c in g.claims)
    return Omission(article.id, None, 0.0) if was_in or not origins else None
