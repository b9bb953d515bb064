"""What a lineage is made of: who took from whom, by what evidence, and what changed on the way. Frozen; ids are content's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from core.model import Reason, Span

Manner = Literal["copy", "rewrite", "retelling", "translation"]
"""How a copy follows its source: word for word for the most part, reworded in nearly the same order, retold with other
words and cuts, or carried over into another language."""
MANNERS: tuple[Manner, ...] = ("copy", "rewrite", "retelling", "translation")
Told = Literal["credit", "agency", "date", "text", "given"]
"""What tells which of two articles came first: the copy credits the source, the source is a news agency's, the copy was
published later, or only the texts themselves
(what a copy cuts and adds): then the direction is a guess. ``given``: whoever asks says so (``versions``)."""
ChangeKind = Literal[
    "kept",
    "reworded",
    "translated",
    "relabelled",
    "softened",
    "heated",
    "hedged",
    "hardened",
    "source_dropped",
    "source_changed",
    "source_added",
    "figure_changed",
    "agency_changed",
    "moved",
    "cut",
    "added",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


@dataclass(frozen=True, slots=True)
class Edge:
    """``copy`` took from ``source``.

    ``copy`` is an article's id, ``source`` an article's or that of a ``Source`` which is not among the articles.
    ``share`` is the share (0–1) of the copy's claims that the source carries too (for an unseen source: that its other
    copies carry), ``order`` how much of the source's order is kept (0–1), ``wording`` how much of its wording (0–1; 0
    across languages), ``confidence`` the probability (0–1) that the one drew on the other or on a common text.
    ``evidence`` says it in words, the weightiest first (``core.phrases.say``).
    """

    source: str
    copy: str
    share: float
    order: float
    wording: float
    confidence: float
    manner: Manner
    told: Told
    evidence: tuple[Reason, ...]

    @property
    def id(self) -> str:
        """Names the edge: the two ids with an arrow between them."""
        return f"{self.source}>{self.copy}"


@dataclass(frozen=True, slots=True)
class Source:
    """A text that nobody opened and that several articles draw on: ``name`` as they credit it (``dpa``), empty where
    none of them does."""

    id: str
    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The stemma of a comparison: a forest. Every article has at most one edge that leads to it.

    ``articles`` are those of the comparison in the order of its columns, but for those that are about something else.
    ``sources`` are the hypothetical ones. ``families`` are the articles by the source that they stem from, each in the
    order of the columns, root first where it is an article; an article that owes nothing to another is a family of its own.
    """

    articles: tuple[str, ...]
    edges: tuple[Edge, ...]
    sources: tuple[Source, ...]
    families: tuple[tuple[str, ...], ...]

    @property
    def independent(self) -> int:
        """How many independent sources there are."""
        return len(self.families)

    def family_of(self, article_id: str) -> int:
        """The number of the article's family, from 0. Raises KeyError for an unknown article."""
        for number, family in enumerate(self.families):
            if article_id in family:
                return number
        raise KeyError(article_id)

    def edge_to(self, article_id: str) -> Edge | None:
        """The edge by which the article took from another, None for one that did not."""
        return next((e for e in self.edges if e.copy == article_id), None)

    def edges_from(self, node_id: str) -> tuple[Edge, ...]:
        """The edges to those that took from this article or source."""
        return tuple(e for e in self.edges if e.source == node_id)

    def ancestors(self, article_id: str) -> tuple[str, ...]:
        """Those that the article goes back to, the nearest first; an unseen source may be the last."""
        found: list[str] = []
        edge = self.edge_to(article_id)
        while edge is not None:
            found.append(edge.source)
            edge = self.edge_to(edge.source)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a copy's wording departs from its source's. ``before`` lies in the source's text, ``after`` in the
    copy's; None where there is nothing (left out, put in). ``mark_id``: the cue that shows it, None where none does."""

    kind: ChangeKind
    before: Span | None
    after: Span | None
    mark_id: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim on the way from ``before_id`` (an article) to ``after_id``.

    ``before`` and ``after`` are ids of the claims that stand for one another, in the order of their texts; ``before`` is
    empty for an addition, ``after`` for a cut. ``kinds`` are all that apply, the weightiest first; never empty.
    """

    before_id: str
    after_id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    group_id: str | None
    kinds: tuple[ChangeKind, ...]
    differences: tuple[Difference, ...]

    @property
    def kind(self) -> ChangeKind:
        """The weightiest."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim as one article of a chain words it, and what changed since the one before (None for the first)."""

    article_id: str
    claims: tuple[str, ...]
    change: Change | None
