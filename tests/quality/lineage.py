"""Edges of the stemma against sets of articles whose descent is known (``tests/gold/lineage``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.lineage import Lineage
from core.lineage.fit import Row, compared, event_articles, fit, rows_of_event, rows_of_set
from core.lineage.gold import Descent, read_all
from core.lineage.stemma import stem
from core.lineage.witness import Witnesses

UNSEEN = "?"
"""Stands for a source that is not among the articles."""
Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of edges. ``found`` are right but for their direction, ``turned`` of them point the right way; ``signed`` have
    a date or a credit that tells, ``signed_right`` of them point the right way; ``strangers`` join articles that owe one
    another nothing."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    turned: int = 0
    signed: int = 0
    signed_right: int = 0
    strangers: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))

    @property
    def precision(self) -> float:
        """Share of the edges made that are right."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the edges wanted that are found."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def direction(self) -> float:
        """Share of the edges with a date or a credit that point the right way."""
        return self.signed_right / self.signed if self.signed else 1.0

    def __str__(self) -> str:
        return (
            f"right {self.precision:.3f}, found {self.recall:.3f}, direction {self.direction:.3f}, "
            f"{self.found} of {self.found + self.missed} edges, {self.wrong} wrong, {self.strangers} between strangers"
        )


@dataclass(frozen=True)
class Measured:
    """One set: what is known of it, and its articles as witnesses."""

    descent: Descent
    witnesses: Witnesses

    def score(self, weights: Mapping[str, float] | None = None) -> Score:
        """The edges that ``weights`` (as shipped where None) make, against those that are known."""
        return score(self.descent, stem(self.witnesses, weights))


def measured(folder: Path, names: Sequence[str] | None = None) -> list[Measured]:
    """The sets below ``folder``, compared; only those called ``names`` where these are given."""
    chosen = [d for d in read_all(folder) if names is None or d.name in names]
    return [Measured(d, Witnesses(compared([a for _, a in d.articles]))) for d in chosen]


def score(descent: Descent, made: Lineage) -> Score:
    """The edges of ``made`` against the set's."""
    name = {article.id: short for short, article in descent.articles}
    wanted: set[Ends] = {(source, copy) for source, copy, _ in descent.edges}
    wanted |= {(UNSEEN, article) for group in descent.siblings for article in group}
    told = {(name.get(e.source, UNSEEN), name[e.copy]): e.told for e in made.edges}
    right = {_loose(e) for e in wanted} & {_loose(e) for e in told}
    kin = descent.kin()
    signed = [e for e, how in told.items() if how != "text" and _loose(e) in right]
    return Score(
        found=len(right),
        wrong=len({_loose(e) for e in told}) - len(right),
        missed=len({_loose(e) for e in wanted}) - len(right),
        turned=len(wanted & told.keys()),
        signed=len(signed),
        signed_right=sum(e in wanted for e in signed),
        strangers=sum(frozenset(e) not in kin for e in told if UNSEEN not in e),
    )


def held_out(sets: Sequence[Measured], more: Sequence[Row] = ()) -> Iterator[tuple[str, Score]]:
    """Each set by weights that were fitted on the other sets and on ``more``."""
    rows = [row for one in sets for row in rows_of_set(one.descent, one.witnesses)] + list(more)
    for one in sets:
        yield one.descent.name, one.score(fit([r for r in rows if r[0] != one.descent.name]))


def lines(folder: Path, events: Path | None = None) -> Iterator[str]:
    """The table; with ``events`` as more examples, and what is found in them."""
    sets = measured(folder)
    seen = (
        [(p.parent, Witnesses(compared(event_articles(p.parent)))) for p in sorted(events.glob("*/gold.json"))]
        if events
        else []
    )
    more = [row for event, witnesses in seen for row in rows_of_event(event.name, witnesses)]
    total = Score()
    for name, one in held_out(sets, more):
        total += one
        yield f"{name:>26}  {one}"
    yield f"{'each set left out':>26}  {total}"
    yield f"{'weights as shipped':>26}  {sum((one.score() for one in sets), Score())}"
    rows = [row for one in sets for row in rows_of_set(one.descent, one.witnesses)] + more
    for event, witnesses in seen:
        made = stem(witnesses, fit([r for r in rows if r[0] != event.name]))
        stems = {a.id: Path(a.source).stem for a in witnesses.index.comparison.articles}
        edges = [
            f"{stems.get(e.source, UNSEEN)} > {stems[e.copy]} ({e.manner}, {e.confidence:.2f})" for e in made.edges
        ]
        yield f"{event.name:>26}  {', '.join(edges) or '-'}; {len(made.articles)} articles, {made.independent} sources"


def _loose(ends: Ends) -> frozenset[str] | Ends:
    """An edge without its direction; one from an unseen source has but one."""
    return ends if UNSEEN in ends else frozenset(ends)
