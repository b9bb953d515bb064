"""What a statement is set against, asked by several lenses for each of the places in it and reckoned once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.framing.predicates import Predicate
    from core.framing.statement import Statement


class Beside:
    """``others``: the statements of other articles that ``own`` is set against, the best first."""

    def __init__(self, own: Statement | None, others: tuple[Statement, ...]) -> None:
        self.own, self.others = own, others
        self._shares: dict[str, float] = {}

    def share(self, name: str, of: Callable[[Statement], object]) -> float:
        """The share of the others for which ``of`` is true, 0 of none; ``name`` stands for ``of``."""
        if name not in self._shares:
            self._shares[name] = share(bool(of(o)) for o in self.others)
        return self._shares[name]

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
        return {p.lemma: n for n, p in reversed(list(enumerate(self.predicates)))}

    @cached_property
    def active_verbs(self) -> frozenset[str]:
        """The lemmas of those that are not in the passive."""
        return frozenset(p.lemma for p in self.predicates if not p.passive)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The heads of their subjects."""
        return frozenset(s for o in self.others for s in o.subjects)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The words of all of them."""
        return frozenset().union(*(o.lemmas for o in self.others))

    @cached_property
    def same_language(self) -> list[Statement]:
        """Those in the statement's own language."""
        return [o for o in self.others if self.own is not None and o.language == self.own.language]

    @cached_property
    def familiar(self) -> frozenset[str]:
        """The words of those in its own language."""
        return frozenset().union(*(o.lemmas for o in self.same_language))

    @cached_property
    def alike(self) -> float:
        """How much of the statement's wording the nearest of the same language shares (0–1): near copies differ on purpose."""
        if self.own is None:
            return 0.0
        own, best = self.own.lemmas, 0.0
        for other in self.same_language:
            both = len(own & other.lemmas)
            best = max(best, both / max(1, len(own) + len(other.lemmas) - both))
        return best


def share(flags: Iterator[bool] | Sequence[bool]) -> float:
    """The share of true ones among ``flags``, 0 of none."""
    own = list(flags)
    return sum(own) / len(own) if own else 0.0
