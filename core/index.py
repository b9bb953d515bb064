"""Look-ups over one comparison, made once: who carries what, what lies where.

The window, the reports and the command line ask the same questions of a comparison; they ask them here.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from core.model import Article, Claim, ClaimGroup, Comparison, Link, Mark


class Index:
    """Answers by id. Everything is in the order of the comparison; unknown ids raise KeyError."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.article: dict[str, Article] = {a.id: a for a in comparison.articles}
        self.claim: dict[str, Claim] = {c.id: c for c in comparison.claims}
        self.group: dict[str, ClaimGroup] = {g.id: g for g in comparison.groups}
        self.mark: dict[str, Mark] = {m.id: m for m in comparison.marks}

    @cached_property
    def column(self) -> dict[str, int]:
        """Article id to its place among the columns."""
        return {a.id: i for i, a in enumerate(self.comparison.articles)}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Article id to its claims, in the order of its text."""
        found: dict[str, list[Claim]] = {a.id: [] for a in self.comparison.articles}
        for claim in self.comparison.claims:
            found[claim.article_id].append(claim)
        return {a: tuple(sorted(claims, key=lambda c: c.span)) for a, claims in found.items()}

    @cached_property
    def marks_of(self) -> dict[str, tuple[Mark, ...]]:
        """Article id to its marks, in the order of its text; omissions come first."""
        found: dict[str, list[Mark]] = {a.id: [] for a in self.comparison.articles}
        for mark in self.comparison.marks:
            found[mark.article_id].append(mark)
        return {a: tuple(sorted(marks, key=lambda m: (m.span, m.id))) for a, marks in found.items()}

    @cached_property
    def group_of(self) -> dict[str, ClaimGroup]:
        """Claim id to its group; a claim that no other article carries is not in it."""
        return {c: g for g in self.comparison.groups for c in g.claims}

    @cached_property
    def marks_of_group(self) -> dict[str, tuple[Mark, ...]]:
        """Group id to the marks on its claims, omissions included."""
        found: dict[str, list[Mark]] = {g.id: [] for g in self.comparison.groups}
        for mark in self.comparison.marks:
            if mark.group_id in found:
                found[mark.group_id].append(mark)
        return {g: tuple(marks) for g, marks in found.items()}

    @cached_property
    def links_of(self) -> dict[str, tuple[Link, ...]]:
        """Claim id to the links that end at it."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.comparison.links:
            found[link.a].append(link)
            found[link.b].append(link)
        return {c: tuple(links) for c, links in found.items()}

    def mentions(self, group_id: str, article_id: str) -> tuple[Claim, ...]:
        """The claims by which ``article_id`` carries the group, in the order of its text; () where it does not."""
        own = [self.claim[c] for c in self.group[group_id].claims]
        return tuple(sorted((c for c in own if c.article_id == article_id), key=lambda c: c.span))

    def carriers(self, group_id: str) -> tuple[str, ...]:
        """Ids of the articles that carry the group, in the order of the columns."""
        carrying = {self.claim[c].article_id for c in self.group[group_id].claims}
        return tuple(a.id for a in self.comparison.articles if a.id in carrying)

    def elsewhere(self, group_id: str, article_id: str) -> tuple[Claim, ...]:
        """The article's claims that answer the group from outside it, the most strongly linked first.

        () where the article carries the group or leaves it out: a claim that answers two of another article stands in
        one group only, and is linked past it.
        """
        group = self.group[group_id]
        if article_id in self.carriers(group_id) or any(o.article_id == article_id for o in group.omitted_by):
            return ()
        score: dict[str, float] = {}
        for own in group.claims:
            for link in self.links_of.get(own, ()):
                other = link.b if link.a == own else link.a
                if self.claim[other].article_id == article_id:
                    score[other] = max(score.get(other, 0.0), link.score)
        return tuple(self.claim[c] for c in sorted(score, key=lambda c: (-score[c], self.claim[c].span)))

    def shared_share(self, article_id: str) -> float:
        """What share of the article's claims (0–1) others carry; 0 for an article without claims."""
        own = self.claims_of[article_id]
        return sum(c.id in self.group_of for c in own) / len(own) if own else 0.0

    def text(self, claim_id: str) -> str:
        """The claim's words as its article has them."""
        claim = self.claim[claim_id]
        return claim.span.of(self.article[claim.article_id].text)
