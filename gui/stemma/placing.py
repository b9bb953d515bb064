"""Where the nodes of a stemma stand: each family a tree from its source down, the families beside and below one another.

No pixel is painted here. The unit is whatever the caller measures in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.lineage import Lineage


@dataclass(frozen=True)
class Measures:
    """The size of a node, the gaps between neighbours, between a source and its copies, and between families."""

    width: float
    height: float
    beside: float
    below: float
    apart: float


@dataclass(frozen=True)
class Placed:
    """Where each node's left upper corner is, by its id, and how much room all of them take."""

    at: dict[str, tuple[float, float]]
    width: float
    height: float


def roots(lineage: Lineage) -> list[str]:
    """The nodes that took from nobody: first those from which somebody took, the largest family first."""
    tops = [*(s.id for s in lineage.sources), *(a for a in lineage.articles if lineage.edge_to(a) is None)]
    return sorted(tops, key=lambda node: -len(below(lineage, node)))


def below(lineage: Lineage, node: str) -> list[str]:
    """Those that go back to ``node``, each before those that took from it."""
    found = []
    for edge in lineage.edges_from(node):
        found += [edge.copy, *below(lineage, edge.copy)]
    return found


def place(lineage: Lineage, m: Measures, room: float, when: Callable[[str], str] = lambda _: "") -> Placed:
    """Place all nodes, in lines of families no wider than ``room`` where they can be; copies of one source stand in the
    order of ``when`` (a date and time that can be sorted; those without one come last)."""
    at: dict[str, tuple[float, float]] = {}
    x = y = line = widest = 0.0
    tops = roots(lineage)
    for root in (t for t in tops if lineage.edges_from(t)):
        own: dict[str, tuple[float, float]] = {}
        width = _tree(lineage, root, 0, 0.0, room, m, when, own)
        height = max(top for _, top in own.values()) + m.height
        if x and x + width > room:
            x, y, line = 0.0, y + line + m.apart, 0.0
        at |= {node: (x + left, y + top) for node, (left, top) in own.items()}
        x += width + m.apart
        line, widest = max(line, height), max(widest, x - m.apart)
    alone = [t for t in tops if not lineage.edges_from(t)]
    if x and not _fits_beside(len(alone), room - x, line, m):
        x, y = 0.0, y + line + m.apart
    at |= _grid(alone, x, y, room - x, m)
    right, bottom = (max((p[n] + (m.width, m.height)[n] for p in at.values()), default=0.0) for n in (0, 1))
    return Placed(at, max(widest, right), bottom)


def _columns(room: float, m: Measures) -> int:
    return int((room + m.beside) // (m.width + m.beside))


def _fits_beside(count: int, room: float, height: float, m: Measures) -> bool:
    """Whether so many single nodes find room beside the trees, without being much higher than these."""
    columns = _columns(room, m)
    return columns > 0 and -(-count // columns) * (m.height + m.beside) <= max(height, m.height) + m.beside


def _grid(nodes: list[str], x: float, y: float, room: float, m: Measures) -> dict[str, tuple[float, float]]:
    """Nodes without a tree, line by line, as even as they can be."""
    lines = -(-len(nodes) // max(1, _columns(room, m)))
    in_line = -(-len(nodes) // max(1, lines))
    found = {}
    for number, node in enumerate(nodes):
        down, along = divmod(number, in_line)
        found[node] = (x + along * (m.width + m.beside), y + down * (m.height + m.beside))
    return found


def _tree(
    lineage: Lineage, node: str, depth: int, left: float, room: float, m: Measures, when: Callable[[str], str],
    at: dict[str, tuple[float, float]],
) -> float:  # fmt: skip
    """Place ``node`` in the middle above those that took from it; how wide that is.

    Where these want more room than there is, those from whom nobody took stand in columns, one below the other.
    """
    copies = sorted((e.copy for e in lineage.edges_from(node)), key=lambda a: when(a) or "9")
    last = [c for c in copies if not lineage.edges_from(c)]
    stacked = len(last) > 1 and len(copies) * (m.width + m.beside) - m.beside > room
    width = 0.0
    for copy in (c for c in copies if not (stacked and c in last)):
        start = width + m.beside if width else 0.0
        width = start + _tree(lineage, copy, depth + 1, left + start, room, m, when, at)
    if stacked:
        start = width + m.beside if width else 0.0
        columns = min(len(last), max(1, _columns(room - start, m)))
        columns = -(-len(last) // -(-len(last) // columns))
        for number, copy in enumerate(last):
            down, along = divmod(number, columns)
            at[copy] = (left + start + along * (m.width + m.beside), (depth + 1 + down) * (m.height + m.below))
        width = start + columns * (m.width + m.beside) - m.beside
    width = max(width, m.width)
    xs = [at[c][0] for c in copies]
    at[node] = ((min(xs) + max(xs)) / 2 if xs else left, depth * (m.height + m.below))
    return width
