"""The figures of a comparison: which each article gives, and how those of a claim's counterparts compare with its own.

Of 200 articles a figure is set against a hundred statements, most of which give one of a few figures. So every two
different figures are compared once, and counted after that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from core.framing.cues import Cue
from core.framing.statement import Statement
from core.framing.statements import Statements
from core.language import figures
from core.language.figures import Figure
from core.model import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Numbers = NDArray[np.int32]
    Flags = NDArray[np.bool_]

SAME_THING = 0.5
"""Cosine of two nouns from which they may count the same."""
SHOWN = 3
"""So many of the passages with another figure are shown."""
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a figure says of that figure of another statement which most likely is of the same thing (the one at ``place``
    among those that can be compared). ``apart``: see ``ratio``; ``lower`` and ``exact``: the other one is."""

    place: int
    apart: float
    conflict: bool
    other_key: bool
    other_bound: bool
    same_noun: bool
    same_thing: float
    exact: bool
    lower: bool
    precise: float

    @property
    def unlike(self) -> bool:
        """Whether it is not told in the same way."""
        return self.other_key or self.other_bound


@dataclass(frozen=True, slots=True)
class Found:
    """What a figure is set against: the ``verdicts`` with how many statements each is of; of the statements that have a
    comparable one, best first, their numbers (``others``) and which of the sets of figures they have (``sets``), and how near
    the nearest comes in ``meaning``; the numbers of those that have a ``loose`` word instead; how many others have a figure of
    its sort."""

    verdicts: list[tuple[Verdict, int]]
    others: Numbers
    sets: list[int]
    meaning: float
    loose: Numbers
    of_its_sort: int

    @property
    def total(self) -> int:
        """How many have a comparable figure."""
        return len(self.sets)

    def share(self, of: Callable[[Verdict], bool]) -> float:
        """The share of these for whose verdict ``of`` is true, 0 of none."""
        return sum([n for v, n in self.verdicts if of(v)]) / self.total if self.total else 0.0


class Given:
    """Which figures each article gives anywhere in its text, and how near what they count is in meaning."""

    def __init__(self, statements: Statements) -> None:
        evidence = statements.evidence
        own = [f for a in evidence.articles for f in statements.figures(a.id)]
        # By the objects themselves, which the statements keep: a figure's hash takes as long as its key.
        self._key = {id(f): f.key for f in own}
        same: dict[Figure, Figure] = {}
        self._same = {id(f): same.setdefault(bare, bare) for f in own for bare in [_bare(f)]}
        self._key |= {id(bare): bare.key for bare in same}
        self._precise = {id(bare): precise(bare) for bare in same}
        self._keys = {a.id: {self.key(f) for f in statements.figures(a.id)} for a in evidence.articles}
        self._giving = Counter(key for keys in self._keys.values() for key in keys)
        self._statements, self._meaning = statements, statements.meaning
        self._columns: dict[tuple[str, str], Numbers] = {}
        self._sets: dict[tuple[int, ...], int] = {}
        self._figures: list[tuple[Figure, ...]] = []
        self._verdicts: dict[int, dict[int, Verdict]] = {}

    def key(self, figure: Figure) -> str:
        """The key of a figure of the comparison."""
        return self._key[id(figure)]

    def elsewhere(self, article_id: str, key: str) -> float:
        """The share of the other articles that give the figure ``key`` somewhere."""
        others = self._giving[key] - (key in self._keys[article_id])
        return others / max(1, len(self._keys) - 1)

    def beside(self, own: Figure, number: int) -> Found:
        """What the figure ``own`` of the statement of that number is set against."""
        pairs = self._statements.pairs
        at = pairs.of(number)
        others = pairs.other[at]
        sets = self._column(own)[others]
        able = sets >= 0
        near, known, told = pairs.likeness[at][able], sets[able].tolist(), self._told(own)
        return Found(
            [(told[k] if k in told else self._judge(own, k), n) for k, n in Counter(known).items()],
            others[able],
            known,
            near.max().item() / 1000 if len(near) else 0.0,
            others[self._vague[others] & ~able],
            (self._of_kind[own.kind][others] & ~able).sum().item(),
        )

    def first(self, own: Figure, found: Found, of: Callable[[Verdict], bool]) -> list[tuple[Statement, Figure]]:
        """The best statements (SHOWN at most) for whose verdict ``of`` is true, each with its figure."""
        told = {k: v.place for k, v in self._told(own).items() if of(v)}
        some = ((k, told[known]) for k, known in zip(found.others.tolist(), found.sets, strict=True) if known in told)
        shown = [(self._statements.numbered(k), place) for k, place in islice(some, SHOWN)]
        return [(other, able(own, other)[place]) for other, place in shown]

    def _column(self, own: Figure) -> Numbers:
        """For each statement the number of the set of figures in it that can be compared with ``own``, -1 for none."""
        key = (own.kind, own.unit)
        if key not in self._columns:
            column = np.full(len(self._statements.all), -1, dtype=np.int32)
            for k in self._figured:
                if some := able(own, self._statements.numbered(k)):
                    bare = tuple(self._same[id(f)] for f in some)
                    name = tuple(map(id, bare))
                    if name not in self._sets:
                        self._sets[name] = len(self._figures)
                        self._figures.append(bare)
                    column[k] = self._sets[name]
            self._columns[key] = column
        return self._columns[key]

    @cached_property
    def _figured(self) -> list[int]:
        """The numbers of the statements with figures, which most have not."""
        return [k for k, s in enumerate(self._statements.all) if s.figures]

    @cached_property
    def _vague(self) -> Flags:
        """Which statements have a word for a figure."""
        return np.array([vague_cue(s) is not None for s in self._statements.all], dtype=bool)

    @cached_property
    def _of_kind(self) -> dict[str, Flags]:
        """Kind to which statements have a figure of it, or a share for a count, or a count for a share."""
        kinds_given = {f.kind for s in self._statements.all for f in s.figures}
        out: dict[str, Flags] = {kind: np.zeros(len(self._statements.all), dtype=bool) for kind in kinds_given}
        for k in self._figured:
            kinds = {f.kind for f in self._statements.numbered(k).figures}
            for kind in kinds | ({"count", "share"} if kinds & {"count", "share"} else set()):
                if kind in out:
                    out[kind][k] = True
        return out

    def _told(self, own: Figure) -> dict[int, Verdict]:
        """What is known of ``own`` against the sets of figures by their numbers."""
        return self._verdicts.setdefault(id(self._same[id(own)]), {})

    def _judge(self, own: Figure, known: int) -> Verdict:
        """``own`` against the set of figures of that number."""
        some = self._figures[known]
        place = nearest(own, some) if len(some) > 1 else 0
        other = some[place]
        self._told(own)[known] = verdict = Verdict(
            place,
            ratio(own, other),
            self._conflict(own, other),
            self._key[id(own)] != self._key[id(other)],
            own.bound != other.bound,
            other.of == own.of and bool(own.of),
            self._same_thing(own, other),
            other.exact,
            own.value > other.value,
            self._precise[id(other)],
        )
        return verdict

    def _same_thing(self, a: Figure, b: Figure) -> float:
        """How near the nouns that two figures count are in meaning: 0.5 where one is unknown."""
        return self._meaning.alike(a.of, [b.of]) if a.of and b.of else 0.5

    def _conflict(self, a: Figure, b: Figure) -> bool:
        """Whether both cannot be true of one thing; counts of nouns that are alike in meaning are of one thing."""
        verdict = figures.agree(a, b)
        if verdict is None and a.kind == b.kind == "count":
            return self._same_thing(a, b) >= SAME_THING
        return verdict is False


def _bare(f: Figure) -> Figure:
    """The figure wherever it stands (``dataclasses.replace`` goes through all fields by name)."""
    return Figure(NOWHERE, f.low, f.high, f.unit, f.kind, f.exact, f.value, f.bound, f.of)


def able(own: Figure, other: Statement) -> list[Figure]:
    """The figures of ``other`` that can be compared."""
    return [f for f in other.figures if f.kind == own.kind and f.unit == own.unit and f.kind != "ordinal"]


def nearest(own: Figure, some: tuple[Figure, ...]) -> int:
    """Which of ``some`` comparable figures (at least one, as they stand in their text) most likely is of the same thing: of
    equals the first."""
    return min(range(len(some)), key=lambda k: (some[k].of != own.of or not own.of, abs(ratio(own, some[k]))))


def ratio(a: Figure, b: Figure) -> float:
    """How far apart two comparable figures lie: the difference by the larger one; days and minutes as they are."""
    if a.kind in {"date", "time"}:
        return min(1.0, abs(a.value - b.value) / (30.0 if a.kind == "date" else 120.0))
    return abs(a.value - b.value) / max(abs(a.value), abs(b.value), 1e-9)


def precise(figure: Figure) -> float:
    """Digits that count: 1 of 2000, 4 of 1912."""
    digits = f"{figure.value:.6g}".split("e")[0].replace(".", "").replace("-", "").strip("0")
    return float(min(4, len(digits) or 1))


def vague_cue(statement: Statement) -> Cue | None:
    """Its first word for a figure."""
    return next((c for c in statement.cues if c.lexicon == "vague"), None)
