"""What a reader decided, laid over what the machine found. Both are kept, and neither is changed by the other.

1. ``anchor``: each decision finds the claims and marks that it is about, by content
2. ``groups``: pairs that the reader joined stand in one group, pairs that the reader parted never do
3. ``marks``: cues go along with their claims; the reader's own join them

A decision whose object is gone has lapsed: it is kept, takes effect again when the object comes back, and is listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace

from core.decisions.anchor import Anchor
from core.decisions.groups import regroup
from core.decisions.marks import added_marks, remark
from core.model import ClaimGroup, Comparison, Decision, Link, Mark, Provenance, Settings

__all__ = ["Revised", "apply", "as_found", "lapsed", "still_lapsed", "verdicts"]

_NOTHING = Comparison((), (), (), (), (), Settings(), Provenance("", (), ""))


@dataclass(frozen=True, slots=True)
class Revised(Comparison):
    """A comparison whose links, groups or marks a reader's decisions changed.

    ``found`` has those that the machine found; the rest of it is that of the comparison.
    """

    found: Comparison = field(default=_NOTHING)


def as_found(comparison: Comparison) -> Comparison:
    """The comparison as the machine found it, without any decision."""
    if not isinstance(comparison, Revised):
        return replace(comparison, decisions=())
    own = {f.name: getattr(comparison, f.name) for f in fields(Comparison)}
    found = comparison.found
    return Comparison(**{**own, "links": found.links, "groups": found.groups, "marks": found.marks, "decisions": ()})


def apply(comparison: Comparison, decisions: Sequence[Decision]) -> tuple[Comparison, tuple[Decision, ...]]:
    """``comparison`` with ``decisions`` in place of those it had, and those of them that have lapsed.

    What comes out depends on what the machine found and on ``decisions`` alone, not on decisions applied before. Of
    two decisions on the same pair or mark the later one counts. Decisions that were made on claims or marks whose
    place has moved a little name the present ones. Raises nothing.
    """
    found = as_found(comparison)
    anchor = Anchor(found)
    links, groups = regroup(found, verdicts([anchor.on_claims(d) or d for d in decisions]))
    revised = replace(found, links=links, groups=groups, marks=remark(found, groups))
    anchor = Anchor(revised)
    placed = [(d, anchor.anchored(d)) for d in decisions]
    marks = added_marks(revised, [now for _, now in placed if now])
    kept = tuple(now or d for d, now in placed)
    gone = tuple(d for d, now in placed if now is None)
    return _with(found, links, groups, marks, kept), gone


def lapsed(comparison: Comparison) -> tuple[Decision, ...]:
    """The comparison's decisions whose objects are gone."""
    return apply(comparison, comparison.decisions)[1]


def still_lapsed(comparison: Comparison) -> tuple[Decision, ...]:
    """``lapsed`` of a comparison to which its decisions were applied already (``apply``, ``core.compare.revise``): it
    looks for their objects alone, and costs next to nothing."""
    anchor = Anchor(comparison)
    return tuple(d for d in comparison.decisions if anchor.anchored(d) is None)


def verdicts(decisions: Sequence[Decision]) -> dict[frozenset[str], bool]:
    """The last decision on each pair of claims: True for the same, False for not the same."""
    said = {"accept_link": True, "add_link": True, "reject_link": False}
    return {frozenset(d.claims): said[d.kind] for d in decisions if d.kind in said and len(set(d.claims)) == 2}


def _with(
    found: Comparison,
    links: tuple[Link, ...],
    groups: tuple[ClaimGroup, ...],
    marks: tuple[Mark, ...],
    decisions: tuple[Decision, ...],
) -> Comparison:
    if (links, groups, marks) == (found.links, found.groups, found.marks):
        return replace(found, decisions=decisions)
    own = {f.name: getattr(found, f.name) for f in fields(Comparison)}
    changed = {"links": links, "groups": groups, "marks": marks, "decisions": decisions}
    return Revised(**{**own, **changed}, found=found)
