"""Who took it from whom, as a report tells it: the independent sources, and each step with what changed on it.

It is told of the whole comparison, also where the report tells of some claims only: who took from whom does not depend
on what is shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from core.index import Index
from core.lineage import CHANGE_KINDS, Change, ChangeKind, Edge, Lineage, changes, lineage, versions
from core.lineage.changes import WEIGHT
from core.lineage.origins import strands_of
from core.model import Claim, Comparison, Span
from core.phrases import say
from core.report.options import Options
from core.report.words import Words, flat, shorten

SHOWN = 12
"""Changes that a report shows of each step; the data file has all of them."""
LENGTH = 160
"""Code points of a claim in a change."""
SUREST = 0.99
"""Nothing inferred is told as surer than that."""
PLAIN: frozenset[ChangeKind] = frozenset({"kept", "reworded", "translated", "moved"})
"""Changes that are counted and not shown: the claim is the same in other words or another place."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a claim's words; ``changed`` where it is what the change is about."""

    text: str
    changed: bool


@dataclass(frozen=True)
class Changed:
    """A claim before and after; either side may be empty. ``what`` names the kinds of change."""

    what: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True)
class Step:
    """An article that took from a source. ``source`` and ``copy`` are article ids, ``source`` None where nobody opened it.
    ``facts``: how, how surely, and what tells the direction, on one line; "" for two versions of one article."""

    source: str | None
    copy: str
    title: str
    manner: str
    sure: str
    facts: str
    evidence: tuple[str, ...]
    tally: tuple[tuple[str, int], ...]
    changed: tuple[Changed, ...]
    more: int


@dataclass(frozen=True)
class Node:
    """An article, or a source that nobody opened (``article_id`` None), with those that took from it."""

    article_id: str | None
    name: str
    step: Step | None
    below: tuple[Node, ...]


@dataclass(frozen=True)
class Descent:
    """What a report tells of the lineage. ``tree`` holds the roots from which somebody took, ``alone`` the others."""

    lineage: Lineage
    steps: tuple[Step, ...]
    tree: tuple[Node, ...]
    alone: tuple[str, ...]

    @property
    def families(self) -> tuple[tuple[str, ...], ...]:
        """The articles that have a source in common with another."""
        return tuple(f for f in self.lineage.families if len(f) > 1)


def descent(comparison: Comparison, names: dict[str, str], words: Words, options: Options) -> Descent:
    """The lineage of ``comparison`` in words; ``names`` are what the report calls the articles, by id.

    Where the options want the texts not in full, or some claims only, what one article has alone is not quoted.
    """
    return _Telling(comparison, names, words, options).descent()


def origin_of(index: Index, made: Lineage, group_id: str) -> tuple[int, dict[str, tuple[str, bool]]]:
    """How many independent sources carry the group, and for each article that has it from another: which one, and whether
    that is only a sibling of it."""
    strands = strands_of(index, made, group_id)
    found: dict[str, tuple[str, bool]] = {}
    for strand in strands:
        for article in strand:
            nearest = next((a for a in made.ancestors(article) if a in strand), None)
            if nearest is not None:
                found[article] = (nearest, False)
            elif len(strand) > 1 and article != strand[0]:
                found[article] = (strand[0], True)
    return len(strands), found


def _quotable(change: Change, options: Options) -> bool:
    if options.groups is not None:
        return change.group_id in options.groups
    return options.texts == "full" or change.group_id is not None


def tally(all_changes: tuple[Change, ...], words: Words) -> tuple[tuple[str, int], ...]:
    """The kinds of change by name, with how many claims each befell, in their usual order."""
    count = Counter(kind for change in all_changes for kind in change.kinds)
    return tuple((say(f"lineage.change.{k}", words.language), count[k]) for k in CHANGE_KINDS if count[k])


class _Telling:
    """One lineage on its way into words."""

    def __init__(self, comparison: Comparison, names: dict[str, str], words: Words, options: Options) -> None:
        self.comparison = comparison
        self.index = Index(comparison)
        self.made = versions(comparison) if options.versions else lineage(comparison)
        self.names = names
        self.words = words
        self.options = options
        self.steps = {edge.copy: self._step(edge) for edge in self.made.edges}

    def descent(self) -> Descent:
        """Everything that is told."""
        made = self.made
        roots = [*(s.id for s in made.sources), *(f[0] for f in made.families if made.edge_to(f[0]) is None)]
        tree = tuple(self._node(root) for root in roots if made.edges_from(root) and not self.options.versions)
        return Descent(made, tuple(self.steps.values()), tree, tuple(f[0] for f in made.families if len(f) == 1))

    def _name(self, node: str) -> str:
        """What a node is called: the article's name, or that of a source that nobody opened."""
        if node in self.names:
            return self.names[node]
        source = next(s for s in self.made.sources if s.id == node)
        key = "named" if source.name else "unknown"
        return say(f"lineage.source.{key}", self.words.language, name=flat(source.name))

    def _node(self, node: str) -> Node:
        below = tuple(self._node(e.copy) for e in self.made.edges_from(node))
        return Node(node if node in self.names else None, self._name(node), self.steps.get(node), below)

    def _step(self, edge: Edge) -> Step:
        words, seen = self.words, edge.source in self.names
        all_changes = changes(self.comparison, edge.source, edge.copy) if seen else ()
        telling, shown = self._telling(all_changes), len(all_changes) if self.options.versions else SHOWN
        told = self.options.versions
        title = words.say(
            "versions.step" if told else "lineage.took", copy=self.names[edge.copy], source=self._name(edge.source)
        )
        manner, sure = say(f"lineage.manner.{edge.manner}", words.language), words.percent(min(edge.confidence, SUREST))
        facts = (manner, words.say("lineage.sure", percent=sure), say(f"lineage.told.{edge.told}", words.language))
        return Step(
            edge.source if seen else None, edge.copy, title, manner, sure, "" if told else " · ".join(facts),
            () if told else tuple(words.reason(r) for r in edge.evidence), tally(all_changes, words),
            tuple(changed(c, self.index, words, told) for c in telling[:shown]), max(0, len(telling) - shown),
        )  # fmt: skip

    def _telling(self, all_changes: tuple[Change, ...]) -> list[Change]:
        """The changes that are shown: the weightiest first, but of two versions all that is not as it was, as it stands."""
        if self.options.versions:
            return [c for c in all_changes if c.kinds != ("kept",) and _quotable(c, self.options)]
        telling = [c for c in all_changes if not set(c.kinds) <= PLAIN and _quotable(c, self.options)]
        # What was cut and added is much and says little by itself: it comes last.
        return sorted(telling, key=lambda c: (c.kind in ("cut", "added"), WEIGHT.index(c.kind)))


def changed(change: Change, index: Index, words: Words, every_word: bool) -> Changed:
    """A change in words; with ``every_word`` mere rewording is set apart too."""
    kinds = [k for k in change.kinds if k not in PLAIN] or list(change.kinds)
    shown = [d for d in change.differences if every_word or d.kind != "reworded"]
    before = pieces(index, change.before, [d.before for d in shown if d.before])
    after = pieces(index, change.after, [d.after for d in shown if d.after])
    return Changed(", ".join(say(f"lineage.change.{k}", words.language) for k in kinds), before, after)


def pieces(index: Index, claims: tuple[str, ...], changed: list[Span]) -> tuple[Piece, ...]:
    """The claims' words on one line, cut to LENGTH, those that ``changed`` set apart."""
    found: list[Piece] = []
    for claim in (index.claim[c] for c in claims):
        found += [Piece(" … ", False)] if found else []
        found += _of_claim(index, claim, changed)
    return tuple(_cut(found))


def _of_claim(index: Index, claim: Claim, changed: list[Span]) -> list[Piece]:
    text = index.article[claim.article_id].text
    own = sorted(s for s in changed if s.overlap(claim.span))
    found, at = [], claim.span.start
    for span in own:
        start, end = max(span.start, at), min(span.end, claim.span.end)
        if start < end:
            found += [Piece(text[at:start], False), Piece(text[start:end], True)]
            at = end
    found.append(Piece(text[at : claim.span.end], False))
    return [p for p in found if p.text]


def _cut(found: list[Piece]) -> list[Piece]:
    """At most LENGTH code points, but as far as the first thing that changed."""
    room, kept, seen = LENGTH, [], not any(p.changed for p in found)
    for piece in found:
        if room <= 0 and seen:
            kept.append(Piece("…", False))
            break
        line, most = _one_line(piece.text), max(room, LENGTH // 2)
        if not piece.changed and len(line) > most:
            line = (" " if line[0] == " " else "") + shorten(line, most)
        kept.append(Piece(line, piece.changed))
        room -= len(line)
        seen = seen or piece.changed
    return kept


def _one_line(text: str) -> str:
    """On one line, with a blank kept at either end, so that words do not run together."""
    lead, tail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{lead}{flat(text)}{tail}" if text.strip() else " "
