"""What a statement is set against, asked by several lenses for each of the places in it and reckoned once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from core.framing.common import spread
from core.framing.counterparts import Pairs
from core.framing.statement import PLAIN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.framing.meanings import Meanings
    from core.framing.predicates import Predicate
    from core.framing.statement import Statement

    Rows = NDArray[np.int64]
    Numbers = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float64]
    Asked = Callable[[Statement], object]


class Every:
    """All ``statements`` of a comparison by their numbers, and the ``pairs`` of each and what it is set against.

    What is true of some is asked of all at once, and known by a name from then on.
    """

    def __init__(self, statements: Sequence[Statement], pairs: Pairs) -> None:
        self.statements, self.pairs = statements, pairs
        self._flags: dict[str, Flags] = {}
        self._marked: dict[str, bytes] = {}
        self._shares: dict[str, Floats] = {}

    def share(self, name: str, of: Asked) -> Floats:
        """For every claim the share of those that it is set against for which ``of`` is true; ``name`` stands for ``of``."""
        if name not in self._shares:
            self._shares[name] = self.pairs.mean(self.true(name, of)[self.pairs.other])
        return self._shares[name]

    def true(self, name: str, of: Asked) -> Flags:
        """Of which statements ``of`` is true; ``name`` stands for ``of``."""
        if name not in self._flags:
            self._flags[name] = np.array([bool(of(s)) for s in self.statements], dtype=bool)
        return self._flags[name]

    def marked(self, name: str, of: Asked) -> bytes:
        """The same as a byte for each statement: of the few that one is set against Python asks faster than numpy."""
        if name not in self._marked:
            self._marked[name] = self.true(name, of).tobytes()
        return self._marked[name]

    @cached_property
    def sure(self) -> tuple[Floats, Floats, Floats]:
        """For every claim how sure those are that it is set against: the mean, the least, the most; PLAIN without any."""
        values = np.array([s.sure for s in self.statements])[self.pairs.other]
        mean = np.where(self.pairs.count > 0, self.pairs.mean(values), PLAIN)
        return mean, self.pairs.least(values, PLAIN), -self.pairs.least(-values, -PLAIN)


class Beside:
    """``own`` statement, of that ``number`` among ``every``, beside those of other articles that it is set against.

    ``words`` and ``familiar``: how many of them, and how many of the ``same`` that are in its language, have each of its words;
    ``alike`` how much of its wording the nearest of the same language shares (0–1): near copies differ on purpose.
    """

    __slots__ = ("_every", "_familiar", "_number", "_words", "alike", "count", "own", "same")

    def __init__(
        self,
        own: Statement | None = None,
        number: int = -1,
        every: Every | None = None,
        words: Mapping[str, int] | None = None,
        familiar: Mapping[str, int] | None = None,
        same: int = 0,
        alike: float = 0.0,
    ) -> None:
        self.own, self.alike, self.same = own, alike, same
        self._number, self._every = number, every
        self._words, self._familiar = words or {}, familiar or {}
        self.count: int = every.pairs.count.item(number) if every else 0

    def share(self, name: str, of: Asked) -> float:
        """The share of the others for which ``of`` is true, 0 of none; ``name`` stands for ``of``."""
        return self._every.share(name, of).item(self._number) if self._every else 0.0

    def some(self, name: str, of: Asked, most: int | None = None) -> list[tuple[Statement, float]]:
        """The others for which ``of`` is true, the best first, at most so many; and how near each comes in meaning."""
        if self._every is None:
            return []
        pairs, statements, true = self._every.pairs, self._every.statements, self._every.marked(name, of)
        own = pairs.of(self._number)
        chosen = [(at, k) for at, k in enumerate(pairs.other[own].tolist(), own.start) if true[k]][:most]
        return [(statements[k], pairs.likeness.item(at) / 1000) for at, k in chosen]

    def among(self, numbers: frozenset[int]) -> int:
        """How many of the others are those of these numbers."""
        if self._every is None:
            return 0
        return sum([k in numbers for k in self._every.pairs.other[self._every.pairs.of(self._number)].tolist()])

    def first(self, name: str, of: Asked, most: int = 3) -> list[Statement]:
        """The best of the others for which ``of`` is true."""
        return [other for other, _ in self.some(name, of, most)]

    def best(self, most: int = 3) -> list[Statement]:
        """The best of the others."""
        if self._every is None:
            return []
        own = self._every.pairs.of(self._number)
        return [self._every.statements[k] for k in self._every.pairs.other[own][:most].tolist()]

    @property
    def others(self) -> tuple[Statement, ...]:
        """The statements of other articles, the best first."""
        return tuple(self.best(self.count))

    @property
    def likeness(self) -> list[float]:
        """How near each of the others comes in meaning."""
        pairs = self._every.pairs if self._every else None
        return [v / 1000 for v in pairs.likeness[pairs.of(self._number)].tolist()] if pairs else []

    @property
    def same_language(self) -> list[Statement]:
        """Those in the statement's own language."""
        return [o for o in self.others if self.own is not None and o.language == self.own.language]

    def having(self, word: str) -> int:
        """How many of the others have ``word``."""
        known = self._words.get(word)
        return sum(word in o.lemmas for o in self.others) if known is None else known

    def familiar(self, word: str) -> int:
        """How many of the others in the same language have ``word``."""
        known = self._familiar.get(word)
        return sum(word in o.lemmas for o in self.same_language) if known is None else known

    @property
    def meaning(self) -> float:
        """How near the nearest of the others comes, 0 without any."""
        if self._every is None or not self.count:
            return 0.0
        pairs = self._every.pairs
        nearest: int = pairs.likeness[pairs.of(self._number)].max().item()
        return nearest / 1000

    def attributed(self, most: int = 3) -> list[Statement]:
        """The best of those that have a source."""
        return self.first("attributed", lambda o: o.attributed, most)

    def bare(self, most: int = 3) -> list[Statement]:
        """The best of those that have none."""
        return self.first("bare", lambda o: not o.attributed, most)

    def acting(self, most: int = 3) -> list[Statement]:
        """The best of those in which somebody does something."""
        return self.first("acting", lambda o: o.acts, most)

    def active(self, most: int = 3) -> list[Statement]:
        """The best of those that have a verb, and none in the passive."""
        return self.first("active", lambda o: bool(o.predicates) and not o.passive, most)

    @property
    def sure(self) -> tuple[float, float, float]:
        """How sure the others are: the mean, the least, the most; PLAIN without any."""
        if self._every is None:
            return PLAIN, PLAIN, PLAIN
        mean, least, most = self._every.sure
        return mean.item(self._number), least.item(self._number), most.item(self._number)


@dataclass(frozen=True, slots=True)
class Own:
    """What each of many statements has by its numbers in ``Meanings``: those of statement k begin at ``first[k]`` and are
    ``size[k]`` many."""

    ids: Numbers
    first: Rows
    size: Rows

    @classmethod
    def of(cls, words: Sequence[Sequence[str]], meaning: Meanings) -> Own:
        """The ``words`` of each statement."""
        size = np.array([len(own) for own in words], dtype=np.int64)
        ids = meaning.rows([word for own in words for word in own]).astype(np.int32)
        return cls(ids, np.cumsum(size) - size, size)

    def places(self, chosen: Numbers) -> Rows:
        """Where in ``ids`` the words of the ``chosen`` statements stand, one after the other."""
        return spread(self.first, self.size, chosen)[1]


class Verbs:
    """The verbs of all statements: their ``predicates`` one after the other, the verbs of these, those not in the passive, the
    heads of their subjects where there are any."""

    def __init__(self, statements: Sequence[Statement], meaning: Meanings) -> None:
        own = [s.predicates for s in statements]
        self.meaning = meaning
        self.predicates = [p for some in own for p in some]
        self.all = Own.of([[p.lemma for p in some] for some in own], meaning)
        self.active = Own.of([[p.lemma for p in some if p.lemma and not p.passive] for some in own], meaning)
        self.subjects = Own.of([[subject for subject in s.subjects if subject] for s in statements], meaning)


class Wording:
    """The ``verbs`` of what a statement is set against: those of each of the ``others``, in order."""

    def __init__(self, verbs: Verbs, others: Numbers) -> None:
        self._verbs, self._others = verbs, others
        self._known: dict[str, tuple[float, Predicate | None]] = {}

    def nearest(self, verb: str) -> tuple[float, Predicate | None]:
        """How near the nearest verb comes to ``verb``, and whose it is, the first of equals; 0 and None where there is none."""
        if verb not in self._known:
            value, at = self._verbs.meaning.first(verb, self._all) if verb and len(self._all) else (0.0, -1)
            self._known[verb] = value, self._verbs.predicates[self._places.item(at)] if at >= 0 else None
        return self._known[verb]

    @cached_property
    def _places(self) -> Rows:
        return self._verbs.all.places(self._others)

    @cached_property
    def _all(self) -> Numbers:
        return self._verbs.all.ids[self._places]

    @cached_property
    def active_verbs(self) -> Numbers:
        """The verbs that are not in the passive."""
        return self._verbs.active.ids[self._verbs.active.places(self._others)]

    @cached_property
    def subjects(self) -> Numbers:
        """The heads of the subjects."""
        return self._verbs.subjects.ids[self._verbs.subjects.places(self._others)]


def share(flags: Iterator[bool] | Sequence[bool]) -> float:
    """The share of true ones among ``flags``, 0 of none."""
    own = list(flags)
    return sum(own) / len(own) if own else 0.0
