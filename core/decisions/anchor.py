"""Decisions find their objects by content: the article by its text, the place by its offsets in that text.

Where a later version cuts claims elsewhere, or a mark covers a word more, the object is the one that overlaps most,
if it shares at least half of what both cover (Jaccard's coefficient of their spans).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import replace

from core.model import Claim, Comparison, Decision, Mark, Span, mark_id

SHARED = 0.5
"""The least share that two places have in common to be taken for the same."""

_PLACE = re.compile(r"(?P<before>.*):(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)


class Anchor:
    """Finds in one comparison what decisions are about."""

    def __init__(self, comparison: Comparison) -> None:
        self._length = {a.id: len(a.text) for a in comparison.articles}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in comparison.claims:
            self._claims[claim.article_id].append(claim)
        self._claim_ids = {c.id for c in comparison.claims}
        self._group_of = {c: g.id for g in comparison.groups for c in g.claims}
        self._marks: dict[tuple[str, str], list[Mark]] = defaultdict(list)
        for mark in comparison.marks:
            self._marks[mark.kind, mark.article_id].append(mark)
        self._mark_ids = {m.id for m in comparison.marks}

    def anchored(self, decision: Decision) -> Decision | None:
        """``decision`` naming the present ids; None where what it is about is gone."""
        found = self.on_claims(decision)
        if found is None or (found.article_id is not None and found.article_id not in self._length):
            return None
        if found.passage is not None:
            at = found.passage
            if not 0 <= at.span.start <= at.span.end <= self._length.get(at.article_id, -1):
                return None
        if found.mark is not None:
            mark = self.mark(found.mark)
            return None if mark is None else replace(found, mark=mark)
        return found

    def on_claims(self, decision: Decision) -> Decision | None:
        """``decision`` with the present ids of its claims; None where one is gone, or two have become one."""
        claims = tuple(self.claim(c) for c in decision.claims)
        if None in claims or len(set(claims)) < len(set(decision.claims)):
            return None
        return replace(decision, claims=tuple(c for c in claims if c))

    def claim(self, id_: str) -> str | None:
        """The present id of the claim that had this one."""
        if id_ in self._claim_ids:
            return id_
        place = _PLACE.fullmatch(id_)
        if place is None:
            return None
        return _nearest(_span(place), ((c.span, c.id) for c in self._claims.get(place["before"], ())))

    def mark(self, id_: str) -> str | None:
        """The present id of the mark that had this one."""
        if id_ in self._mark_ids:
            return id_
        kind, _, rest = id_.partition(":")
        article_id = max((a for a in self._length if rest.startswith(f"{a}:")), key=len, default=None)
        if article_id is None:
            return None
        if kind == "omission":
            return self._omission(article_id, rest[len(article_id) + 1 :])
        place = _PLACE.fullmatch(rest)
        if place is None:
            return None
        return _nearest(_span(place), ((m.span, m.id) for m in self._marks.get((kind, article_id), ())))

    def _omission(self, article_id: str, group_id: str) -> str | None:
        """A group is named after one of its claims; the claim tells which group it is now."""
        claim = self.claim(group_id.removeprefix("g:"))
        group = self._group_of.get(claim) if claim else None
        found = mark_id("omission", article_id, Span(0, 0), group)
        return found if group and found in self._mark_ids else None


def place_of(id_: str, articles: Container[str]) -> tuple[str, Span | None] | None:
    """Where the claim or the mark with this id is, or was: the article, and the place in its text. The place is None for
    an omission's mark; the whole is None where no article of ``articles`` is named."""
    rest = id_
    while rest and rest not in articles:
        place = _PLACE.fullmatch(rest)
        if place and place["before"] in articles:
            return place["before"], _span(place)
        head, colon, tail = rest.partition(":")
        if head in articles:
            return head, None
        rest = tail if colon else ""
    return (rest, None) if rest else None


def _span(place: re.Match[str]) -> Span:
    return Span(int(place["start"]), int(place["end"]))


def _nearest(span: Span, others: Iterable[tuple[Span, str]]) -> str | None:
    """The id of the place that shares most with ``span``; the first in the text of equals."""
    shares = []
    for other, id_ in others:
        both = span.overlap(other)
        share = both / (len(span) + len(other) - both) if both else 0.0
        shares.append((-share, other, id_))
    best = min(shares, default=None)
    return best[2] if best and -best[0] >= SHARED else None
