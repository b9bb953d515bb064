"""From how strong a candidate on is it marked: the thresholds of all kinds, chosen together for ``core.framing.fit``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.framing.evidence import Candidate
    from core.framing.fit import Sample

PRECISION, PRECISIONS = 0.57, {"loaded": 0.61}
"""Share of all marks, and of some kinds' own, that must lie on gold, cross-validated. Loaded words are most of what is marked
on two faithful translations: 7.3 in 1,000 words where only the whole has to be precise, 2.8 with 0.61."""
FLOOR, FLOORS = 0.3, {"agency": 0.38}
"""Recall that every kind must reach. On events of other hands agency loses a third of it, which of many passives matters being
a matter of taste."""


@dataclass(frozen=True)
class Counts:
    """What a threshold leads to: entries found of ``gold``, marks right of ``marked``."""

    threshold: float
    found: int
    gold: int
    right: int
    marked: int


def curve(s: Sample, scores: Sequence[float]) -> list[Counts]:
    """Counts at every useful threshold, the strictest first; overlapping candidates are dropped as in a comparison."""
    kept: dict[str, list[Candidate]] = {}
    found: set[tuple[int, int]] = set()
    right = marked = 0
    out = [Counts(1.0, 0, s.gold, 0, 0)]
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], s.candidates[i].article_id, s.candidates[i].span))
    for i in order:
        c = s.candidates[i]
        own = kept.setdefault(c.article_id, [])
        if any(c.span.overlap(other.span) for other in own):
            continue
        own.append(c)
        marked += 1
        right += s.right[i]
        found.update((s.event[i], h) for h in s.hits[i])
        out.append(Counts(scores[i], len(found), s.gold, right, marked))
    return out


def choose(curves: dict[str, list[Counts]], precision: float = PRECISION, floor: float = FLOOR) -> dict[str, Counts]:
    """One point of each kind's curve: most found over all kinds, with ``precision`` over all marks.

    Lagrange: each kind takes the point that is best for found + price × (right − precision × marked), and the
    price rises until the precision holds.
    """
    able = {k: _able(k, c, floor) for k, c in curves.items()}
    price = 0.0
    while True:
        best = {
            k: max(points, key=lambda p: (p.found + price * (p.right - precision * p.marked), -p.marked))
            for k, points in able.items()
        }
        right, marked = sum(p.right for p in best.values()), sum(p.marked for p in best.values())
        if right >= precision * marked or price > 20:
            return best
        price += 0.02


def _able(kind: str, points: list[Counts], floor: float) -> list[Counts]:
    """The points that reach the kind's floor of recall, of these the ones that hold its own precision where there are any."""
    high = [p for p in points if p.found >= max(floor, FLOORS.get(kind, 0.0)) * p.gold] or [points[-1]]
    return [p for p in high if p.right >= PRECISIONS.get(kind, 0.0) * p.marked] or high


def table(points: dict[str, Counts]) -> str:
    """found/gold and right/marked of each kind and of all, as lines."""
    lines = [_line(kind, p) for kind, p in points.items()]
    total = [sum(getattr(p, name) for p in points.values()) for name in ("found", "gold", "right", "marked")]
    return "\n".join([*lines, _line("all", Counts(0.0, *total))])


def _line(kind: str, p: Counts) -> str:
    recall, precision = p.found / max(1, p.gold), p.right / max(1, p.marked)
    return f"{kind:13} {p.found:4}/{p.gold:<4} {recall:.2f}   {p.right:4}/{p.marked:<4} {precision:.2f}   from {p.threshold:.3f}"
