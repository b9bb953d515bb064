"""Claims to scored links to groups: which articles say the same, in whatever words or language."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from core.job import Job
from core.language.encoder import Encoder
from core.model import Article, Claim, ClaimGroup, Link, Omission, Settings, Why

if TYPE_CHECKING:
    from spacy.tokens import Doc


def align(
    articles: tuple[Article, ...], docs: dict[str, Doc], claims: tuple[Claim, ...], encoder: Encoder, settings: Settings, job: Job
) -> tuple[tuple[Link, ...], tuple[ClaimGroup, ...]]:
    """Links between claims of different articles, and the groups that they form."""
    text = {a.id: a.text for a in articles}
    vectors = encoder.vectors([c.compared(text[c.article_id]) for c in claims], job)
    rows = {a.id: [i for i, c in enumerate(claims) if c.article_id == a.id] for a in articles}
    links = []
    for a, b in combinations(sorted(rows), 2):
        if not rows[a] or not rows[b]:
            continue
        table = vectors[rows[a]] @ vectors[rows[b]].T
        for i in range(table.shape[0]):
            j = int(table[i].argmax())
            if table[i, j] >= settings.link_threshold and int(table[:, j].argmax()) == i:
                score = round(float(table[i, j]), 4)
                links.append(Link(claims[rows[a][i]].id, claims[rows[b][j]].id, score, "same", Why(score, 0.0)))
    return tuple(links), _groups(articles, claims, links)


def _groups(articles: tuple[Article, ...], claims: tuple[Claim, ...], links: list[Link]) -> tuple[ClaimGroup, ...]:
    by_id = {c.id: c for c in claims}
    parent = {c.id: c.id for c in claims}

    def root(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    for link in links:
        parent[root(link.a)] = root(link.b)
    members: dict[str, list[str]] = {}
    for c in claims:
        members.setdefault(root(c.id), []).append(c.id)
    texts = {a.id: a.text for a in articles}
    groups = []
    for own in members.values():
        if len(own) < 2:
            continue
        carried = {by_id[c].article_id for c in own}
        groups.append(
            ClaimGroup(
                "g:" + min(own), tuple(own), tuple(i for i, x in enumerate(links) if x.a in own),
                tuple(Omission(a.id, None, 0.0) for a in articles if a.id not in carried),
                by_id[own[0]].span.of(texts[by_id[own[0]].article_id]),
            )
        )  # fmt: skip
    return tuple(groups)
