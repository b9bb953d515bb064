"""Candidates as they are found, brought together: what is faint is told from what is not, and all is put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from core.alignment import partners, relation, scorer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.alignment.turns import Found

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Blocks = dict[str, list[Any]]

SHOWN = tuple(dict.fromkeys((*relation.READ, *scorer.COMMON)))
"""Features that are asked for when the candidates are scored."""
FAINT = 0.02
"""Candidates that the scorer's first step gives less than this keep that: four fifths of the candidates of annotated events, and
by models that saw others none of 50,900 that the second step would have given more than 0.26."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of rows (``i`` < ``j``, sorted) and features of theirs, one column per name of ``names``; ``held``: which articles
    they were looked for in (``partners.held``).

    ``first`` is the scorer's first probability of each, ``coded`` has all features of those that are not FAINT, as its second
    step reads them (neither, where they are to be learned from).
    """

    i: Rows
    j: Rows
    x: Floats
    names: tuple[str, ...]
    held: partners.Table
    first: Floats | None = None
    coded: scorer.Coded | None = None


@dataclass(frozen=True, slots=True)
class Sifted:
    """Candidates in blocks: all ``pairs`` (``i``, ``j``, ``x``, ``first``), and of the ``strong`` ones what is coded (``i``,
    ``j``, ``codes``, ``line``)."""

    pairs: Blocks = field(default_factory=dict)
    strong: Blocks = field(default_factory=dict)

    def add(self, other: Sifted) -> None:
        """Take those of ``other`` as well."""
        for own, more in ((self.pairs, other.pairs), (self.strong, other.strong)):
            for name, blocks in more.items():
                own.setdefault(name, []).extend(blocks)

    def all(self, held: partners.Table) -> Candidates:
        """All of them in order; the blocks are gone then."""
        if not self.pairs:
            return nothing(held)
        i, j, x, first = in_order(self.pairs).values()
        _, _, codes, line = in_order(self.strong).values()
        return Candidates(i, j, x, SHOWN, held, first, scorer.Coded(codes, line))


class Sieve:
    """Tells the faint candidates from the others; the faint ones of ``many`` articles are let go."""

    def __init__(self, many: bool) -> None:
        self._many, self._done = many, Sifted()
        self._new: list[Found] = []
        self._size = 0

    def add(self, found: Found) -> None:
        """The pairs (``i``, ``j``) of two articles with their features."""
        self._new.append(found)
        self._size += len(found[0])
        # So many at a time: two hundred trees take hardly longer for them than for the rows of one round.
        if self._size >= scorer.ROWS:
            self._sift()

    def sifted(self) -> Sifted:
        """What was added."""
        self._sift()
        return self._done

    def _sift(self) -> None:
        if not self._new:
            return
        i, j = (np.concatenate([found[k] for found in self._new]) for k in (0, 1))
        model = scorer.load()
        columns = {name: np.concatenate([found[2][name] for found in self._new]) for name in model.alone.names}
        self._new, self._size = [], 0
        x = table_of(columns, model.alone.names)
        first = model.alone.probability(x)
        strong = np.flatnonzero(first >= FAINT)
        coded = model.together.code(x.T.take(strong, axis=1).T)
        keep(self._done.strong, {"i": i[strong], "j": j[strong], "codes": coded.codes, "line": coded.line})
        kept = strong if self._many else slice(None)
        shown = table_of(columns, SHOWN)[kept]
        keep(self._done.pairs, {"i": i[kept], "j": j[kept], "x": shown, "first": first[kept]})


def nothing(held: partners.Table) -> Candidates:
    """No candidates."""
    none = np.empty(0, dtype=np.int64)
    return Candidates(none, none, np.empty((0, 0), dtype=np.float32), (), held)


def table_of(features: Mapping[str, Floats], names: Sequence[str]) -> Floats:
    """The columns ``names``, each of them in one piece."""
    out = np.empty((len(names), len(features[names[0]])), dtype=np.float32)
    for row, name in zip(out, names, strict=True):
        row[:] = features[name]
    return out.T


def keep(blocks: Blocks, found: Mapping[str, Any]) -> None:
    """Add what was ``found`` to the ``blocks`` of the same names."""
    for name, column in found.items():
        blocks.setdefault(name, []).append(column)


def in_order(blocks: Blocks) -> dict[str, Any]:
    """All ``blocks`` together, in the order of their pairs ``i`` and ``j``."""
    order = np.lexsort([np.concatenate(blocks[name]) for name in ("j", "i")])
    return {name: _arranged(blocks.pop(name), order) for name in tuple(blocks)}


def _arranged(blocks: list[NDArray[Any]], order: Rows) -> NDArray[Any]:
    """The rows of ``blocks``, one after the other, in ``order``; each block is let go when it is copied, as two tables of a
    large comparison would not fit beside each other. A table's columns lie one after the other."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    out = np.empty((*blocks[0].shape[:0:-1], len(order)), dtype=blocks[0].dtype).T
    start = 0
    blocks.reverse()
    while blocks:
        block = blocks.pop()
        own = place[start : start + len(block)]
        # Mostly they are in order as they are.
        if (np.diff(own) == 1).all():
            first = int(own[0]) if len(own) else 0
            out[first : first + len(own)] = block
        else:
            out[own] = block
        start += len(block)
    return out
