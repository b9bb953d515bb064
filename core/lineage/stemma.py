"""From kinships to a forest: each article gets at most one source.

1. each pair is turned the way it was handed on (``core.lineage.direction``) and weighed (``core.lineage.kinship``)
2. pairs that draw on a text which is not among the articles are set apart (``_siblings``)
3. of several possible sources an article takes the one with which it shares most *readings*; a grandparent, which
   shares no more than what the parent handed on, falls away
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from core.job import Job
from core.lineage import evidence
from core.lineage.direction import dated, direction
from core.lineage.kinship import Kinship, kinship
from core.lineage.model import Edge, Lineage, Manner, Source, Told
from core.lineage.witness import Witnesses

LEAST = 0.5
"""Probability from which on two articles are held to be related."""
COPIED, REWORDED = 0.6, 0.08
"""Shares of common three-word runs from which on it is a copy, or a rewrite (independent reports: at most 4 to 6 %)."""
WORDED, IN_ORDER = 0.12, 0.7
"""Share of common runs, or of linked claims in one order, from which on a likely pair without a credit is believed. Of the
edges of known descent none is lost. Chosen after reading the edges in triples of American reports, where it took away five
of fourteen, two of them plainly wrong: reports of one resignation that shared its stock phrases."""
OWED = 0.2
"""Share of the copy's claims, or of common runs, that a source has to account for: who credits a paper for one old interview
has not taken the story from it."""
ORDERED, FAITHFUL = 0.85, 0.55
"""Order and fidelity from which on a rewording without common runs is a rewrite and not a retelling."""
_CREDITED, _AGENCY, _RUN, _CHANCE = 5.0, 1.5, 0.2, 0.05
"""What a credit, an agency's text and a common run weigh among readings, where a claim or a figure weighs 1; and the share
of runs that two texts in one language have in common anyway."""
OWN = 0.3
"""Of two papers of one day that share wording, each has at least this share of claims for itself where both draw on a
third text; a copy has less."""
STRETCH = 10
"""Words in a row that both have, from which on a text is believed that nobody names and nobody opened. Measured: 358 pairs
of independent reports of one event have at most 9 (names and offices), 28 pairs written from one agency's copy at least
11."""


@dataclass(frozen=True)
class _Tie:
    """A pair turned its way."""

    kin: Kinship
    told: Told


def stem(witnesses: Witnesses, weights: Mapping[str, float] | None = None, job: Job | None = None) -> Lineage:
    """The lineage of the articles; the order of the columns changes only the order of what is listed.

    ``weights``: of the kinship's features, for measuring; as they ship where None.
    """
    ties = _ties(witnesses, weights, job or Job())
    siblings = [(tie, name) for tie in ties if (name := _unseen(witnesses, tie)) is not None]
    apart = {(t.kin.source, t.kin.copy) for t, _ in siblings}
    parents = _parents(witnesses, [t for t in ties if (t.kin.source, t.kin.copy) not in apart])
    sources, hung = _sources(witnesses, siblings, parents)
    direct = [_edge(witnesses, tie) for tie in parents.values()]
    order = {a: i for i, a in enumerate(witnesses.order)}
    edges = sorted([*direct, *hung], key=lambda e: order[e.copy])
    return Lineage(witnesses.order, tuple(edges), tuple(sources), _families(witnesses.order, edges))


def versions(witnesses: Witnesses) -> Lineage:
    """The first article and the second as two versions of one text, whatever they share."""
    old, new = witnesses.order[:2]
    edge = _edge(witnesses, _Tie(kinship(witnesses, old, new), "given"))
    return Lineage((old, new), (edge,), (), ((old, new),))


def _ties(witnesses: Witnesses, weights: Mapping[str, float] | None, job: Job) -> list[_Tie]:
    """The related pairs."""
    found = []
    for a, b in combinations(sorted(witnesses.order), 2):
        job.check()
        if not witnesses.links(a, b) and not witnesses[a].runs & witnesses[b].runs:
            continue
        source, copy, told = direction(witnesses, a, b)
        kin = kinship(witnesses, source, copy, weights)
        tie = _Tie(kin, told)
        if kin.probability < LEAST or _thin(witnesses, kin):
            continue
        if not _nameless(witnesses, tie) or witnesses.stretch(source, copy) >= STRETCH:
            found.append(tie)
    return found


def _thin(witnesses: Witnesses, kin: Kinship) -> bool:
    """Whether too little of the copy is the source's, or all that speaks for a common text is that both tell the same: no
    credit, no agency that both name, few common runs, and another order. Two that heard one statement share its figures
    and its claims."""
    if max(kin.share, kin.wording) < OWED:
        return True
    told = kin.credit is not None or _agencies(witnesses, kin.source).keys() & _agencies(witnesses, kin.copy).keys()
    return not told and kin.wording < WORDED and kin.order < IN_ORDER


def _nameless(witnesses: Witnesses, tie: _Tie) -> bool:
    """Whether the two can only be explained by a text that nobody names: of one day, alike in wording, and either has much of
    its own."""
    source, copy = witnesses[tie.kin.source], witnesses[tie.kin.copy]
    if (
        tie.told != "text"
        or source.agency
        or copy.agency
        or _agencies(witnesses, source.article.id)
        or _agencies(witnesses, copy.article.id)
    ):
        return False
    return tie.kin.wording >= REWORDED and min(1 - tie.kin.share, 1 - tie.kin.kept) >= OWN


def _unseen(witnesses: Witnesses, tie: _Tie) -> str | None:
    """The name of a text that both draw on and nobody opened: an agency that both credit, or that the one credits which
    is not the earlier; empty where two papers of one day share wording and either has much of its own. None: the one is
    the other's source."""
    if tie.told == "credit" or witnesses[tie.kin.source].agency or witnesses[tie.kin.copy].agency:
        return None
    mine, yours = _agencies(witnesses, tie.kin.source), _agencies(witnesses, tie.kin.copy)
    if both := mine.keys() & yours.keys():
        return mine[min(both)]
    if yours and not mine:
        return yours[min(yours)]
    if mine and not yours:
        return mine[min(mine)] if tie.told == "text" else None
    return "" if _nameless(witnesses, tie) else None


def _agencies(witnesses: Witnesses, article_id: str) -> dict[str, str]:
    """The agencies that the article credits and that are not among the articles: folded name to name."""
    return {c.name.casefold(): c.name for c in witnesses[article_id].credits if c.agency and c.article_id is None}


def _parents(witnesses: Witnesses, ties: Iterable[_Tie]) -> dict[str, _Tie]:
    """For each copy its source, by the weight of the readings that they share."""
    candidates: dict[str, list[_Tie]] = {}
    for tie in ties:
        candidates.setdefault(tie.kin.copy, []).append(tie)
    chosen: dict[str, _Tie] = {}
    ranked = sorted(
        (tie for own in candidates.values() for tie in own),
        key=lambda t: (-readings(witnesses, t.kin), t.kin.copy, t.kin.source),
    )
    for tie in ranked:
        if tie.kin.copy not in chosen and not _leads_to(chosen, tie.kin.source, tie.kin.copy):
            chosen[tie.kin.copy] = tie
    return chosen


def readings(witnesses: Witnesses, kin: Kinship) -> float:
    """The weight of what the copy has in common with this source.

    Set against another possible source, what is common to all three cancels out and what is left are the readings that
    only the one shares: its additions, its cuts, its mistakes. That is how textual criticism tells a parent from a
    grandparent or a sibling (Maas 1927, "Textkritik": Leitfehler).
    """
    pairs = witnesses.pairs(kin.source, kin.copy)
    source, copy = witnesses[kin.source], witnesses[kin.copy]
    weight = sum(score for _, _, score in pairs) + kin.shared_figures
    if not kin.across:
        weight += _RUN * max(0.0, len(source.runs & copy.runs) - _CHANCE * min(len(source.runs), len(copy.runs)))
    return weight + _CREDITED * (kin.credit is not None) + _AGENCY * source.agency


def _leads_to(chosen: dict[str, _Tie], start: str, goal: str) -> bool:
    """Whether ``goal`` is ``start`` or one that it goes back to."""
    while start != goal:
        if start not in chosen:
            return False
        start = chosen[start].kin.source
    return True


def _sources(
    witnesses: Witnesses, siblings: list[tuple[_Tie, str]], parents: dict[str, _Tie]
) -> tuple[list[Source], list[Edge]]:
    """The unseen sources, and the edges from them: to those that share one and have no source among the articles."""
    children = [(tie, name) for tie, name in siblings if tie.kin.source not in parents and tie.kin.copy not in parents]
    sources, edges = [], []
    for family in _joined([(t.kin.source, t.kin.copy) for t, _ in children]):
        own = [(tie, name) for tie, name in children if tie.kin.source in family]
        named = sorted(name for _, name in own if name)
        members = tuple(a for a in witnesses.order if a in family)
        source = Source("source:" + "+".join(sorted(family)), named[0] if named else "", members)
        sources.append(source)
        edges += [_hung(witnesses, source, member, [t for t, _ in own]) for member in members]
    return sorted(sources, key=lambda s: witnesses.order.index(s.articles[0])), edges


def _hung(witnesses: Witnesses, source: Source, member: str, ties: list[_Tie]) -> Edge:
    """The edge from an unseen source to one of its copies, by the sibling that is nearest to it."""
    own = [t.kin for t in ties if member in (t.kin.source, t.kin.copy)]
    near = max(own, key=lambda k: (k.probability, k.source, k.copy))
    other = near.copy if near.source == member else near.source
    kin = kinship(witnesses, other, member)
    credited = any(c.name == source.name for c in witnesses[member].credits)
    return Edge(
        source.id, member, kin.share, kin.order, kin.wording, near.probability, manner(kin),
        "credit" if credited else "text", evidence.of_unseen(witnesses, kin, source, credited),
    )  # fmt: skip


def _edge(witnesses: Witnesses, tie: _Tie) -> Edge:
    kin = tie.kin
    return Edge(
        kin.source, kin.copy, kin.share, kin.order, kin.wording, kin.probability, manner(kin), tie.told,
        evidence.of(witnesses, kin, tie.told, dated(witnesses, kin.source, kin.copy)),
    )  # fmt: skip


def manner(kin: Kinship) -> Manner:
    """How the copy follows its source."""
    if kin.across:
        return "translation"
    if kin.wording >= COPIED:
        return "copy"
    faithful = kin.order >= ORDERED and kin.fidelity >= FAITHFUL
    return "rewrite" if kin.wording >= REWORDED or faithful else "retelling"


def _families(order: tuple[str, ...], edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """The articles by their roots, each family's root first."""
    parent = {e.copy: e.source for e in edges}
    families: dict[str, list[str]] = {}
    for article in order:
        root = article
        while root in parent:
            root = parent[root]
        families.setdefault(root, []).append(article)
    return tuple((*[a for a in f if a == root], *[a for a in f if a != root]) for root, f in families.items())


def _joined(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The connected components."""
    found: list[set[str]] = []
    for pair in pairs:
        touched = [f for f in found if f & set(pair)]
        found = [f for f in found if not f & set(pair)]
        found.append(set(pair).union(*touched))
    return [frozenset(f) for f in found]
