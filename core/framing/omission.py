"""Omission: a claim that most articles carry and this one does not.

What the lens sees. For every group the articles without it (``ClaimGroup.omitted_by``), weighed by how many carry
it, how high they place it (headline, first paragraph, share of the text), how central it is (how near its
claims' meaning is to what the articles are about) and how near the nearest miss comes: a passage that says almost the
same is no omission. Short articles must leave out more: the weight sinks with the share of the groups that the
article leaves out altogether. An article shows at most MOST, one mark a group.

Source: selection and salience are the two halves of framing (Entman 1993, "Framing: Toward Clarification of a
Fractured Paradigm"); informational bias in Fan et al. (2019), "In Plain Sight". Marks have an empty span at 0.

What it cannot see: what all the articles leave out; whether the article's readers had been told the day before;
what the file lost on its way (``Article.dropped`` shows what the reader of the file left out).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.framing.emphasis import Place, places
from core.framing.evidence import Candidate, Evidence
from core.model import ClaimGroup, Kind, Omission, Passage, Reason, Span

if TYPE_CHECKING:
    from core.language.encoder import Vectors

KIND: Kind = "omission"
MOST = 5
"""Marks an article may have: a reader gave 134 in 158 articles."""
NEAR_MISS = 0.75
"""Probability from which the nearest miss says so much of it that nothing is left out."""


def find(evidence: Evidence) -> Iterator[Candidate]:
    """The weightiest of each article."""
    found: dict[str, list[tuple[float, Carried, Omission]]] = {a.id: [] for a in evidence.articles}
    for carried in _carried(evidence):
        for omission in carried.group.omitted_by:
            if omission.article_id in found and omission.score < NEAR_MISS:
                prior = max(0.0, carried.weight - 0.3 * omission.score)
                found[omission.article_id].append((prior, carried, omission))
    for own in evidence.job.each(found.values()):
        share = len(own) / max(1, len(evidence.groups))
        best = sorted(own, key=lambda x: (-x[0], x[1].group.id))[:MOST]
        for prior, carried, omission in best:
            yield _candidate(evidence, carried, omission, min(1.0, prior * (1.15 - 0.3 * share)))


@dataclass(frozen=True, slots=True)
class Carried:
    """A group, where its articles bring it first, how much it matters to the picture (0–1)."""

    group: ClaimGroup
    places: dict[str, Place]
    weight: float


def _carried(evidence: Evidence) -> Iterator[Carried]:
    """All groups. What a group weighs goes by who carries it, where, how central it is."""
    titles = evidence.encoder.vectors([evidence.text(a.id, evidence.headline[a.id]) for a in evidence.articles])
    for group in evidence.groups:
        evidence.job.check()
        own = places(evidence, group)
        carried = len(own) / max(2, len(evidence.articles) - 1)
        high = sum(1.0 if p.headline else 0.75 if p.lead else 0.5 * (1 - p.share) for p in own.values())
        weight = (
            0.55 * min(1.0, carried) + 0.25 * (high / max(1, len(own))) + 0.2 * _centrality(evidence, group, titles)
        )
        yield Carried(group, own, weight)


def _centrality(evidence: Evidence, group: ClaimGroup, titles: Vectors) -> float:
    """Mean cosine of the group's claims to the headlines of all articles, 0–1."""
    claims = [evidence.claim[c] for c in group.claims]
    near = evidence.encoder.vectors([evidence.text(c.article_id, c.span) for c in claims]) @ titles.T
    return max(0.0, min(1.0, 2 * float(near.mean())))


def _candidate(evidence: Evidence, carried: Carried, omission: Omission, prior: float) -> Candidate:
    group, carriers = carried.group, carried.places
    against = [
        Passage(p.claim.article_id, p.claim.span)
        for p in sorted(carriers.values(), key=lambda p: (p.share, p.claim.id))
    ]
    near = evidence.claim.get(omission.claim_id or "")
    values = (("count", str(len(carriers))), ("gist", " ".join(group.gist.split())))
    key = "mark.omission.near" if near else "mark.omission.none"
    reason = Reason(key, values)
    return Candidate(
        KIND, omission.article_id, Span(0, 0), {"prior": prior}, reason, tuple(against), group.id, "outlet"
    )
