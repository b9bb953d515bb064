"""What a statement is set against, asked by several lenses for each of the places in it and reckoned once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.framing.meanings import Meanings
    from core.framing.predicates import Predicate
    from core.framing.statement import Statement

    Rows = NDArray[np.int64]

Shares = Callable[[str, "Callable[[Statement], object]"], "Sequence[float]"]


class Beside:
    """``others``: the statements of other articles that ``own`` is set against, the best first.

    ``number``: that of ``own`` among all statements, ``shares`` what they all have of something; ``likeness`` how near each of the
    others comes in meaning; ``words`` and ``familiar`` how many of them, and how many in the same language, have each of its
    words; ``alike`` how much of its wording the nearest of the same language shares (0–1): near copies differ on purpose.
    """

    def __init__(
        self,
        own: Statement | None,
        others: tuple[Statement, ...],
        number: int = -1,
        shares: Shares | None = None,
        likeness: Sequence[float] = (),
        words: Mapping[str, int] | None = None,
        familiar: Mapping[str, int] | None = None,
        alike: float = 0.0,
    ) -> None:
        self.own, self.others, self.likeness, self.alike = own, others, likeness, alike
        self._number, self._all = number, shares
        self._words, self._familiar = words or {}, familiar or {}

    def share(self, name: str, of: Callable[[Statement], object]) -> float:
        """The share of the others for which ``of`` is true, 0 of none; ``name`` stands for ``of``."""
        return self._all(name, of)[self._number] if self._all else share(bool(of(o)) for o in self.others)

    def having(self, word: str) -> int:
        """How many of the others have ``word``."""
        known = self._words.get(word)
        return sum(word in o.lemmas for o in self.others) if known is None else known

    def familiar(self, word: str) -> int:
        """How many of the others in the same language have ``word``."""
        known = self._familiar.get(word)
        return sum(word in o.lemmas for o in self.same_language) if known is None else known

    @cached_property
    def meaning(self) -> float:
        """How near the nearest of the others comes, 0 without any."""
        return max(self.likeness, default=0.0)

    @cached_property
    def attributed(self) -> list[Statement]:
        """Those that have a source."""
        return [o for o in self.others if o.attributed]

    @cached_property
    def bare(self) -> list[Statement]:
        """Those that have none."""
        return [o for o in self.others if not o.attributed]

    @cached_property
    def acting(self) -> list[Statement]:
        """Those in which somebody does something."""
        return [o for o in self.others if o.acts]

    @cached_property
    def active(self) -> list[Statement]:
        """Those that have a verb, and none in the passive."""
        return [o for o in self.others if o.predicates and not o.passive]

    @cached_property
    def predicates(self) -> tuple[Predicate, ...]:
        """All their verbs."""
        return tuple(p for o in self.others for p in o.predicates)

    @cached_property
    def sure(self) -> list[float]:
        """How sure each of them is."""
        return [o.sure for o in self.others]

    @cached_property
    def same_language(self) -> list[Statement]:
        """Those in the statement's own language."""
        return [o for o in self.others if self.own is not None and o.language == self.own.language]


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a statement by their numbers in ``Meanings``: all, those not in the passive, the heads of their subjects
    where there are any."""

    all: Rows
    active: Rows
    subjects: Rows

    @classmethod
    def of(cls, statement: Statement, meaning: Meanings) -> Verbs:
        """The verbs of ``statement``."""
        own = statement.predicates
        return cls(
            meaning.rows([p.lemma for p in own]),
            meaning.rows([p.lemma for p in own if p.lemma and not p.passive]),
            meaning.rows([subject for subject in statement.subjects if subject]),
        )


class Wording:
    """The ``verbs`` of what a statement is set against: those of each of the others, in order."""

    def __init__(self, beside: Beside, meaning: Meanings, verbs: Sequence[Verbs]) -> None:
        self._beside, self._meaning, self._verbs = beside, meaning, verbs
        self._known: dict[str, tuple[float, Predicate | None]] = {}

    def nearest(self, verb: str) -> tuple[float, Predicate | None]:
        """How near the nearest verb comes to ``verb``, and whose it is, the first of equals; 0 and None where there is none."""
        if verb not in self._known:
            own = self._joined([v.all for v in self._verbs])
            value, at = self._meaning.first(verb, own) if verb and len(own) else (0.0, -1)
            self._known[verb] = value, self._beside.predicates[at] if at >= 0 else None
        return self._known[verb]

    @cached_property
    def active_verbs(self) -> Rows:
        """The verbs that are not in the passive."""
        return self._joined([v.active for v in self._verbs])

    @cached_property
    def subjects(self) -> Rows:
        """The heads of the subjects."""
        return self._joined([v.subjects for v in self._verbs])

    def _joined(self, rows: Sequence[Rows]) -> Rows:
        import numpy as np

        return np.concatenate(rows) if rows else np.empty(0, dtype=np.int64)


def share(flags: Iterator[bool] | Sequence[bool]) -> float:
    """The share of true ones among ``flags``, 0 of none."""
    own = list(flags)
    return sum(own) / len(own) if own else 0.0
