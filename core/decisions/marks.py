"""Marks go along with their claims when a reader's decisions change the groups; the reader's own marks join them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.model import Claim, ClaimGroup, Comparison, Decision, Mark, Passage, Reason, mark_id


def remark(found: Comparison, groups: tuple[ClaimGroup, ...]) -> tuple[Mark, ...]:
    """The marks of ``found`` under ``groups``: each in the group that its claim is in now, or in none.

    An omission goes with the part that most of its group's claims are in, and goes away where the article now
    carries that, or no part is left.
    """
    kept = set(groups)
    before = {g.id: g for g in found.groups if g not in kept}
    claims = {c.id: c for c in found.claims}
    home = {c: g for g in groups for c in g.claims}
    out: list[Mark] = []
    omissions: set[str] = set()
    for mark in found.marks:
        group = before.get(mark.group_id or "")
        moved = mark if group is None else _moved(mark, group, claims, home)
        if moved is None or moved.id in omissions:
            continue
        if moved.kind == "omission":
            omissions.add(moved.id)
        out.append(moved)
    return tuple(out)


def _moved(mark: Mark, group: ClaimGroup, claims: Mapping[str, Claim], home: Mapping[str, ClaimGroup]) -> Mark | None:
    parts = [home[c] for c in group.claims if c in home]
    if mark.kind == "omission":
        if not parts:
            return None
        part = max(parts, key=parts.count)
        if any(claims[c].article_id == mark.article_id for c in part.claims):
            return None
        return replace(mark, id=mark_id(mark.kind, mark.article_id, mark.span, part.id), group_id=part.id)
    own = _below(Passage(mark.article_id, mark.span), (claims[c] for c in group.claims))
    # A mark on what stands beside the claim stays with the group that most claims went to.
    now = home.get(own.id) if own else max(parts, key=parts.count, default=None)
    return replace(mark, group_id=now.id if now else None)


def added_marks(comparison: Comparison, decisions: Sequence[Decision]) -> tuple[Mark, ...]:
    """The marks of ``comparison``, and after them those that only the reader made (strength 1)."""
    known = {m.id for m in comparison.marks}
    home = {c: g.id for g in comparison.groups for c in g.claims}
    made: dict[str, Mark] = {}
    for decision in decisions:
        at = decision.passage
        if decision.kind != "add_mark" or decision.mark_kind is None or at is None or not len(at.span):
            continue
        claim = _below(at, comparison.claims)
        id_ = mark_id(decision.mark_kind, at.article_id, at.span)
        if id_ not in known:
            reason = (
                Reason("mark.by_reader_why", (("why", decision.text),)) if decision.text else Reason("mark.by_reader")
            )
            group, voice = (home.get(claim.id), claim.voice) if claim else (None, "outlet")
            made[id_] = Mark(id_, decision.mark_kind, at.article_id, at.span, group, (), voice, reason, 1.0)
    return (*comparison.marks, *made.values())


def _below(at: Passage, claims: Iterable[Claim]) -> Claim | None:
    """The claim that covers most of the passage."""
    best, most = None, 0
    for claim in claims:
        if claim.article_id == at.article_id and (covered := claim.span.overlap(at.span)) > most:
            best, most = claim, covered
    return best
