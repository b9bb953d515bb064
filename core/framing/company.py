"""What the other candidates say of one: the second step of the lenses' scoring.

A word heats where the words around it heat, a shifted name is likelier in an article that shifts names, and of two
faithful accounts nothing should be marked however much the words differ. So every candidate is scored a second time,
knowing how probable the first step held all others of the comparison: those at the same place, those around it, those
where its contrast stands, all of its article, all of the other articles. (Stacking: Wolpert 1992, "Stacked
generalization", Neural Networks 5; of neighbours, Cohen and Carvalho 2005, "Stacked sequential learning", IJCAI.)

Cross-validated on annotated events, before calm ones were learnt from, it raised the entries found at a precision of 0.60
from 0.32 to 0.41.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.framing.evidence import Candidate
from core.model import KINDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Rows = NDArray[np.int64]

SPAN_KINDS = tuple(k for k in KINDS if k not in {"emphasis", "omission"})
HOPELESS = 0.01
"""Candidates below this in the first step are not scored again: of 1,764 on the annotated events, held out, 4 lay on an entry."""
AROUND = 120
"""Code points on either side that count as near: a sentence or so."""
LEAST_WORDS = 60
"""An article of fewer words counts as one of so many: one word more or less would make it calm or heated."""
OWN = (
    "first", "first_odds", "heat", "heat_rest", "heat_over", "heat_most", "heat_kind", "heat_kind_all",
    "rank", "rank_share", "rank_all", "rank_words",
)  # fmt: skip
"""Features that need no look at single others."""
SHOWN = 3
"""So many of the passages that a candidate is set against are looked up."""


@dataclass(frozen=True, slots=True)
class Places:
    """Candidates in columns: a row each, with its number among all of the comparison. Those of an article stand in the order
    of its text."""

    number: Rows
    start: Rows
    end: Rows
    kind: Rows
    p: Floats

    @classmethod
    def of(cls, candidates: Sequence[Candidate], p: Sequence[float] | Floats) -> Places:
        """The places of ``candidates``, as they come; the kind of one without a span is -1."""
        import numpy as np

        kind = {k: n for n, k in enumerate(SPAN_KINDS)}
        return cls(
            np.arange(len(candidates)),
            np.array([c.span.start for c in candidates], dtype=np.int64),
            np.array([c.span.end for c in candidates], dtype=np.int64),
            np.array([kind.get(c.kind, -1) for c in candidates], dtype=np.int64),
            np.array(p, dtype=np.float64),
        )

    def only(self, rows: Rows) -> Places:
        """Those in ``rows``."""
        return Places(self.number[rows], self.start[rows], self.end[rows], self.kind[rows], self.p[rows])

    def between(self, start: Rows, end: Rows, longest: int) -> tuple[Rows, Rows]:
        """Which of them overlap the stretches from ``start`` to ``end``: pairs of a stretch's number and a place's, in order.

        ``longest``: none of them is longer."""
        import numpy as np

        first, last = np.searchsorted(self.start, start - longest), np.searchsorted(self.start, end)
        count = np.maximum(last - first, 0)
        of = np.repeat(np.arange(len(start)), count)
        place = np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
        inside = self.end[place] > start[of]
        return of[inside], place[inside]


class Company:
    """All candidates of one comparison by place and kind; ``words``: article id to its number of words."""

    def __init__(self, candidates: Sequence[Candidate], p: Sequence[float] | Floats, words: Mapping[str, int]) -> None:
        import numpy as np

        self._words, self._candidates = words, candidates
        self._ranked: dict[int, tuple[list[Floats], Floats]] = {}
        self._row = {a: k for k, a in enumerate(words)}
        every = Places.of(candidates, p)
        home = np.array([self._row[c.article_id] for c in candidates], dtype=np.int64)
        order = np.lexsort((every.end, every.start, home))
        order = order[every.kind[order] >= 0]
        bounds = np.searchsorted(home[order], np.arange(len(words) + 1)).tolist()
        self._places = {a: every.only(order[bounds[k] : bounds[k + 1]]) for a, k in self._row.items()}
        self._longest = int((every.end - every.start).max(initial=0))

    @cached_property
    def _number(self) -> dict[int, int]:
        # One and the same object: of equal candidates each is the other's company.
        return {id(c): n for n, c in enumerate(self._candidates)}

    def features(self, candidate: Candidate, p: float) -> dict[str, float]:
        """The second step's own features of ``candidate``, whose first probability is ``p``."""
        return {name: float(column[0]) for name, column in self.table([candidate], [p]).items()}

    def table(
        self, candidates: Sequence[Candidate], p: Sequence[float] | Floats, number: Rows | None = None
    ) -> dict[str, Floats]:
        """The second step's own features of ``candidates``, a column of numbers for each feature. ``number``: that of each
        among all, looked up where it is not given."""
        import numpy as np

        own = Places.of(candidates, p)
        home = np.array([self._row[c.article_id] for c in candidates], dtype=np.int64)
        if number is None:
            number = np.array([self._number.get(id(c), -1) for c in candidates], dtype=np.int64)
        near = np.zeros((2 + 2 * len(SPAN_KINDS), len(candidates)))
        articles = [*self._row]
        for k in sorted({*home.tolist()}):
            rows = np.flatnonzero(home == k)
            near[:, rows] = self._around(self._places[articles[k]], own.only(rows), number[rows])
        inside = np.clip(own.p, 1e-4, 1 - 1e-4)
        first = (
            own.p,
            np.log(inside / (1 - inside)),
            *self._beside[:, home],
            self._heat[home, own.kind],
            self._of_kind[own.kind],
            *self._ranks(own, home),
        )
        names = ("near_sum", "near_same", *(f"here_{k}" for k in SPAN_KINDS), *(f"near_{k}" for k in SPAN_KINDS))
        return {
            **dict(zip(OWN, first, strict=True)),
            **dict(zip(names, near, strict=True)),
            "against": self._against(candidates),
        }

    def _around(self, places: Places, own: Places, number: Rows) -> Floats:
        """What stands around ``own`` (of that ``number`` among all) in ``places``, all of one article: a row for the sum of
        all, for the sum of their own kind, for the best of each kind at the place itself, and for the best of each near it."""
        import numpy as np

        kinds, start, end = len(SPAN_KINDS), own.start, own.end
        of, place = places.between(start - AROUND, end + AROUND, self._longest)
        other = places.number[place] != number[of]
        of, place = of[other], place[other]
        p, its_kind = places.p[place], places.kind[place]
        away = (places.start[place] >= end[of]) | (start[of] >= places.end[place])
        out = np.zeros((2 + 2 * kinds, len(number)))
        out[0] = np.bincount(of, p * away, len(number))
        out[1] = np.bincount(of, p * (away & (its_kind == own.kind[of])), len(number))
        np.maximum.at(out, (2 + kinds * away + its_kind, of), p)
        return out

    def _against(self, candidates: Sequence[Candidate]) -> Floats:
        """The best probability where the contrasts of each stand."""
        import numpy as np

        asked: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for row, c in enumerate(candidates):
            for passage in c.against[:SHOWN]:
                asked[passage.article_id].append((row, passage.span.start, passage.span.end))
        out = np.zeros(len(candidates))
        for article_id, found in asked.items():
            row, start, end = np.array(found).T
            of, place = self._places[article_id].between(start, end, self._longest)
            np.maximum.at(out, row[of], self._places[article_id].p[place])
        return out

    @cached_property
    def _heat(self) -> Floats:
        """A row for each article, a column for each kind: how many marks are to be expected in 100 words, of overlapping
        candidates the best."""
        import numpy as np

        return np.array([self._expected(a) for a in self._row]).reshape(-1, len(SPAN_KINDS))

    def _expected(self, article_id: str) -> list[float]:
        import numpy as np

        places = self._places[article_id]
        total = [0.0] * len(SPAN_KINDS)
        taken = [bytearray(int(places.end.max(initial=0))) for _ in SPAN_KINDS]
        order = np.lexsort((places.end, places.start, -places.p))
        columns = (places.start, places.end, places.kind, places.p)
        for start, end, kind, p in zip(*(column[order].tolist() for column in columns), strict=True):
            if 1 not in taken[kind][start:end]:
                taken[kind][start:end] = b"\1" * (end - start)
                total[kind] += p
        hundreds = max(LEAST_WORDS, self._words[article_id]) / 100
        return [v / hundreds for v in total]

    @cached_property
    def _of_kind(self) -> Floats:
        """The mean heat of each kind over all articles."""
        import numpy as np

        return np.array([sum(own) / max(1, len(own)) for own in self._heat.T.tolist()])

    @cached_property
    def _beside(self) -> Floats:
        """A column for each article: how heated it is, the others' mean, how far it is above that, and the most heated
        other."""
        import numpy as np

        found, total = [], [sum(own) for own in self._heat.tolist()]
        for k, own in enumerate(total):
            rest = total[:k] + total[k + 1 :]
            mean = sum(rest) / len(rest) if rest else 0.0
            found.append((own, mean, own - mean, max(rest, default=0.0)))
        return np.array(found).reshape(-1, 4).T

    def _ranks(self, own: Places, home: Rows) -> tuple[Floats, Floats, Floats, Floats]:
        """How many candidates of its kind stand before each, in its article and in all."""
        import numpy as np

        before, among, everywhere = (np.zeros(len(home)) for _ in range(3))
        for kind in {*own.kind.tolist()}:
            same, every = self._best_first(kind)
            rows = np.flatnonzero(own.kind == kind)
            everywhere[rows] = np.searchsorted(every, -own.p[rows])
            for k in {*home[rows].tolist()}:
                here = rows[home[rows] == k]
                before[here], among[here] = np.searchsorted(same[k], -own.p[here]), len(same[k])
        words = np.array([max(LEAST_WORDS, n) for n in self._words.values()])[home]
        return np.log1p(before), before / among, np.log1p(everywhere), 1000 * before / words

    def _best_first(self, kind: int) -> tuple[list[Floats], Floats]:
        """The probabilities of all candidates of a kind, less than nothing: those of each article, and of all."""
        import numpy as np

        if kind not in self._ranked:
            same = [np.sort(-places.p[places.kind == kind]) for places in self._places.values()]
            self._ranked[kind] = same, np.sort(np.concatenate(same))
        return self._ranked[kind]
