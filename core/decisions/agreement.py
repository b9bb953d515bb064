"""How far two readers agree: percent agreement and Cohen's kappa (Cohen 1960), and where they do not.

Counted are the items that *both* readers decided: pairs of claims that each accepted, joined or rejected, and marks
that each accepted, made or rejected. Of several decisions of one reader on an item the last counts. Items that only
one of them decided are told, but not counted: silence is no verdict. Notes are no verdicts either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.decisions import apply
from core.model import Comparison, Decision, mark_id

About = Literal["links", "marks"]
Item = tuple[About, frozenset[str]]

_SAID: dict[str, tuple[About, bool]] = {
    "accept_link": ("links", True), "add_link": ("links", True), "reject_link": ("links", False),
    "accept_mark": ("marks", True), "add_mark": ("marks", True), "reject_mark": ("marks", False),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An item that the one accepted and the other rejected: what each decided, named as in the comparison."""

    first: Decision
    second: Decision


@dataclass(frozen=True, slots=True)
class Agreement:
    """``counted`` items that both decided, ``agreed`` of them alike; ``only_first`` and ``only_second`` items that one
    of them decided. ``share`` is ``agreed`` of ``counted`` (0–1); ``kappa`` 1 for full agreement, 0 for what chance
    would give; both None where they say nothing: without items, kappa also where both always said one and the same."""

    counted: int
    agreed: int
    only_first: int
    only_second: int
    share: float | None
    kappa: float | None
    disagreements: tuple[Disagreement, ...]


def agreement(
    comparison: Comparison, first: Sequence[Decision], second: Sequence[Decision], about: About | None = None
) -> Agreement:
    """How far two readers' decisions on ``comparison`` agree: on links, on marks, or (None) on both together.

    Decisions whose objects are gone are left out. Disagreements stand in the order of ``first``.
    """
    one, other = _verdicts(comparison, first, about), _verdicts(comparison, second, about)
    both = [item for item in one if item in other]
    pairs = [(_accepts(one[item]), _accepts(other[item])) for item in both]
    return Agreement(
        counted=len(pairs),
        agreed=sum(a == b for a, b in pairs),
        only_first=len(one.keys() - other.keys()),
        only_second=len(other.keys() - one.keys()),
        share=sum(a == b for a, b in pairs) / len(pairs) if pairs else None,
        kappa=kappa(pairs),
        disagreements=tuple(
            Disagreement(one[item], other[item]) for item in both if _accepts(one[item]) != _accepts(other[item])
        ),
    )


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa of what two said of the same items; None without items, or where chance alone gives agreement."""
    if not pairs:
        return None
    n = len(pairs)
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(one[said] * other[said] for said in one)
    if by_chance == n * n:
        return None
    return (n * sum(a == b for a, b in pairs) - by_chance) / (n * n - by_chance)


def _accepts(decision: Decision) -> bool:
    return _SAID[decision.kind][1]


def _verdicts(comparison: Comparison, decisions: Sequence[Decision], about: About | None) -> dict[Item, Decision]:
    """The last decision on each item, in the order in which the items were first decided."""
    revised, lapsed = apply(comparison, decisions)
    gone = {d.id for d in lapsed}
    found: dict[Item, Decision] = {}
    for decision in revised.decisions:
        item = _item(decision)
        if item and decision.id not in gone and about in (None, item[0]):
            found[item] = decision
    return found


def _item(decision: Decision) -> Item | None:
    if decision.kind not in _SAID:
        return None
    kind = _SAID[decision.kind][0]
    if kind == "links":
        return (kind, frozenset(decision.claims)) if len(set(decision.claims)) == 2 else None
    at = decision.passage
    if decision.kind == "add_mark" and at and decision.mark_kind:
        return kind, frozenset({mark_id(decision.mark_kind, at.article_id, at.span)})
    return (kind, frozenset({decision.mark})) if decision.mark else None
