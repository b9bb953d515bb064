"""Emphasis: a claim that leads one article and is buried late in another.

What the lens sees. Where each article brings a group's claim first: headline, first paragraph, or at which share
of its text. A claim that leads one article and comes after the first LATE of the others' texts is marked where it
leads; one that at least two others lead with and that comes after BURIED here is marked here. Strength grows
with the distance, with the headline and with the number of articles that carry it; an article shows at most MOST.

Source: news discourse puts first what matters most (van Dijk 1988, "News as Discourse"; the inverted pyramid);
position as framing device in Pan and Kosicki (1993), "Framing Analysis: An Approach to News Discourse".

What it cannot see: size of type, pictures, page and time of day; emphasis by repetition or length alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.framing.evidence import Candidate, Evidence
from core.model import Claim, ClaimGroup, Kind, Passage, Reason

KIND: Kind = "emphasis"
LATE = 0.35
"""Share of the text; of 52 leading claims that a reader marked, 42 come later than this in an article set against them."""
BURIED = 0.6
MOST = 3
"""Marks an article may have: a reader gave 59 in 158 articles, three in one at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article brings a claim first: ``share`` is how much of the text stands before it, 0–1.

    ``lead``: in the first paragraph, where that is not most of the text.
    """

    claim: Claim
    share: float
    headline: bool
    lead: bool

    @property
    def leads(self) -> bool:
        """Whether it stands in the headline or in the first paragraph."""
        return self.headline or self.lead


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The strongest of each article."""
    found: dict[str, list[Candidate]] = {a.id: [] for a in evidence.articles}
    for group in evidence.groups:
        for candidate in _of_group(evidence, group):
            found[candidate.article_id].append(candidate)
    for candidates in found.values():
        yield from sorted(candidates, key=lambda c: (-c.features["prior"], c.span))[:MOST]


def places(evidence: Evidence, group: ClaimGroup) -> dict[str, Place]:
    """Article id to where it brings the group first."""
    found: dict[str, Place] = {}
    for claim in sorted((evidence.claim[c] for c in group.claims), key=lambda c: c.span):
        if claim.article_id not in found:
            text = evidence.article[claim.article_id].text
            head, lead = evidence.headline[claim.article_id], evidence.lead[claim.article_id]
            share = claim.span.start / max(1, len(text))
            found[claim.article_id] = Place(
                claim, share, claim.span.start < head.end, lead.start <= claim.span.start < lead.end and share < LATE
            )
    return found


def _of_group(evidence: Evidence, group: ClaimGroup) -> Iterator[Candidate]:
    own = places(evidence, group)
    carried = len(own) / max(1, len(evidence.articles))
    for article_id, place in own.items():
        others = {a: p for a, p in own.items() if a != article_id}
        late = max(others.values(), key=lambda p: (p.share, p.claim.id), default=None)
        early = [p for p in others.values() if p.headline]
        if late and place.leads and late.share >= LATE and not late.leads:
            median = sorted(p.share for p in others.values())[len(others) // 2]
            weight = 0.2 + 0.35 * late.share + 0.2 * place.headline + 0.15 * carried + 0.3 * min(median, 0.5)
            yield _candidate(evidence, group, place, late, weight, "mark.emphasis.leads", late.share)
        elif len(early) >= 2 and place.share >= BURIED:
            weight = 0.1 + 0.4 * place.share + 0.3 * len(early) / len(others) + 0.1 * carried
            yield _candidate(evidence, group, place, early[0], weight, "mark.emphasis.buried", place.share)


def _candidate(
    evidence: Evidence, group: ClaimGroup, place: Place, other: Place, weight: float, key: str, share: float
) -> Candidate:
    there = other.claim.article_id
    values = (("other", evidence.name(there)), ("share", str(round(100 * share))))
    return Candidate(
        KIND,
        place.claim.article_id,
        place.claim.span,
        {"prior": min(1.0, weight)},
        Reason(key, values),
        (Passage(there, other.claim.span),),
        group.id,
        place.claim.voice,
    )
