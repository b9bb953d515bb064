"""What a statement is set against, asked by several lenses for each of the places in it and reckoned once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    others comes in meaning; ``having`` and ``familiar`` how many of them, and how many in the same language, have each of its
    words; ``alike`` how much of its wording the nearest of the same language shares (0–1): near copies differ on purpose.
    """

    def __init__(
        self,
        own: Statement | None,
        others: tuple[Statement, ...],
        number: int = -1,
        shares: Shares | None = None,
        likeness: Sequence[float] = (),
        having: Mapping[str, int] | None = None,
        familiar: Mapping[str, int] | None = None,
        alike: float = 0.0,
    ) -> None:
        self.own, self.others, self.likeness, self.alike = own, others, likeness, alike
        self._number, self._all = number, shares
        self._having, self._familiar = having or {}, familiar or {}

    def share(self, name: str, of: Callable[[Statement], object]) -> float:
        """The share of the others for which ``of`` is true, 0 of none; ``name`` stands for ``of``."""
        return self._all(name, of)[self._number] if self._all else share(bool(of(o)) for o in self.others)

    def has(self, word: str) -> bool:
        """Whether one of the others has ``word``."""
        known = self._having.get(word)
        return any(word in o.lemmas for o in self.others) if known is None else known > 0

    def knows(self, word: str) -> bool:
        """Whether one of the others in the same language has ``word``."""
        known = self._familiar.get(word)
        return any(word in o.lemmas for o in self.same_language) if known is None else known > 0

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
    def verbs(self) -> dict[str, int]:
        """The lemmas of ``predicates``, each with the place where it comes first."""
        found: dict[str, int] = {}
        for n, p in enumerate(self.predicates):
            found.setdefault(p.lemma, n)
        return found

    @cached_property
    def active_verbs(self) -> frozenset[str]:
        """The lemmas of those that are not in the passive."""
        return frozenset(p.lemma for p in self.predicates if not p.passive)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The heads of their subjects."""
        return frozenset(s for o in self.others for s in o.subjects)

    @cached_property
    def sure(self) -> list[float]:
        """How sure each of them is."""
        return [o.sure for o in self.others]

    @cached_property
    def same_language(self) -> list[Statement]:
        """Those in the statement's own language."""
        return [o for o in self.others if self.own is not None and o.language == self.own.language]


class Wording:
    """The verbs and subjects of what a statement is set against, by their numbers in ``meaning``."""

    def __init__(self, beside: Beside, meaning: Meanings) -> None:
        self._beside, self._meaning = beside, meaning

    def nearest(self, verb: str) -> tuple[float, Predicate | None]:
        """How near the nearest verb comes to ``verb``, and whose it is; 0 and None where there is none."""
        if not self._beside.verbs:
            return 0.0, None
        value, place = self._meaning.first(verb, self.verbs, self._places)
        return value, self._beside.predicates[place]

    @cached_property
    def verbs(self) -> Rows:
        """All verbs in the order of ``_places``."""
        return self._meaning.rows(self._beside.verbs)

    @cached_property
    def _places(self) -> list[int]:
        return list(self._beside.verbs.values())

    @cached_property
    def active_verbs(self) -> Rows:
        """The verbs that are not in the passive."""
        return self._meaning.rows(verb for verb in self._beside.active_verbs if verb)

    @cached_property
    def subjects(self) -> Rows:
        """The heads of the subjects."""
        return self._meaning.rows(subject for subject in self._beside.subjects if subject)


def share(flags: Iterator[bool] | Sequence[bool]) -> float:
    """The share of true ones among ``flags``, 0 of none."""
    own = list(flags)
    return sum(own) / len(own) if own else 0.0
