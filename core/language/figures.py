"""Figures of an article: numbers, shares, money, measures, ages, dates and times as intervals that can be compared.

``find`` reads a Doc, ``scan`` a bare text. What is said about (``rund``, ``knapp``, ``more than``) widens the number
to the interval that a news writer means by it, so that ``rund 30`` agrees with 31 and not with 35. ``agree`` compares
two figures, ``Figure.key`` is equal for equal figures of any language. After the idea of numeral grounding in Roy,
Vieira and Roth 2015 ("Reasoning about Quantities in Natural Language"): value, unit and bound of each mention.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from core.language import dates, quantities
from core.language.quantities import Bound
from core.language.units import FigureKind
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at ``span`` (code points), from ``low`` to ``high`` in ``unit``; ``exact`` where said without a bound.

    ``value`` is the number as said (of a range its middle), ``bound`` what was said about it, ``of`` the noun that a
    count counts (lemma, lower case; empty where unknown). Units: ISO 4217 for money, percent for shares, the base
    units of ``core.language.units`` for measures, days for durations; dates as in ``core.language.dates``.
    """

    span: Span
    low: float
    high: float
    unit: str
    kind: FigureKind
    exact: bool
    value: float = 0.0
    bound: Bound = ""
    of: str = ""

    @property
    def key(self) -> str:
        """The same string for the same figure in any language; rounding and bounds left aside."""
        if self.kind in {"date", "time"}:
            return f"{self.kind}:{self.unit}:{self.low:.0f}-{self.high:.0f}"
        return f"{self.kind}:{self.unit}:{self.value:.4g}"


TOLERANCE = 0.025
"""How far two values in converted units (90 days, three months) may lie apart and still be the same."""


def agree(a: Figure, b: Figure) -> bool | None:
    """Whether two figures can both be true of the same thing: True, False, or None where they cannot be compared.

    Counts of different nouns conflict with nothing; they agree only where they are equal.
    """
    if a.kind == "date" and b.kind == "date":
        a, b = _same_calendar(a, b)
    if a.kind != b.kind or a.unit != b.unit:
        return None
    slack = TOLERANCE * max(abs(a.value), abs(b.value)) if a.kind in {"measure", "duration"} else 1e-9
    if a.low <= b.high + slack and b.low <= a.high + slack:
        return True
    return None if a.kind == "count" and a.of != b.of and a.of and b.of else False


def verdicts(a: Sequence[Figure], b: Sequence[Figure]) -> NDArray[np.int8]:
    """``agree`` of every figure of ``a`` (rows) with every one of ``b``: 1 for True, -1 for False, 0 for None."""
    return Table.of(a).verdicts(Table.of(b))


COARSE = ("yearday", "weekday")


@dataclass(frozen=True, slots=True)
class Table:
    """Figures as columns, to be held against others. ``coarse``: the days among them as days of the year and of the week,
    None where there are none."""

    columns: dict[str, NDArray[Any]]
    coarse: tuple[dict[str, NDArray[Any]] | None, ...]

    @classmethod
    def of(cls, figures: Sequence[Figure]) -> Table:
        """The table of ``figures``, in their order."""
        coarse = [_in_unit(figures, unit) for unit in COARSE]
        return cls(_columns(figures), tuple(_columns(own) if any(own) else None for own in coarse))

    def verdicts(self, other: Table) -> NDArray[np.int8]:
        """As ``verdicts``: a row for each figure of this table, a column for each of the ``other``."""
        import numpy as np

        out = np.zeros((len(self.columns["what"]), len(other.columns["what"])), dtype=np.int8)
        if not out.size:
            return out
        # A day is held against a day of the year or of the week as what it is of those: at most one of the three compares.
        ways = [(self.columns, other.columns)]
        ways += [(own, other.columns) for own in self.coarse if own] + [
            (self.columns, own) for own in other.coarse if own
        ]
        for x, y in ways:
            comparable = (x["what"][:, None] == y["what"]) & (x["what"] != "")[:, None]
            if not comparable.any():
                continue
            size = np.maximum(np.abs(x["value"])[:, None], np.abs(y["value"]))
            slack = np.where(x["converted"][:, None], TOLERANCE * size, 1e-9)
            same = (x["low"][:, None] <= y["high"] + slack) & (y["low"] <= x["high"][:, None] + slack)
            differ = (x["of"][:, None] != y["of"]) & (x["of"] != "")[:, None] & (y["of"] != "")
            out[comparable & same] = 1
            out[comparable & ~same & ~differ] = -1
        return out


def _in_unit(figures: Sequence[Figure], unit: str) -> list[Figure | None]:
    """The days among ``figures`` as days of the year or of the week, None for all others."""
    found = (_coarser(f, unit) if f.kind == "date" and f.unit == "day" else None for f in figures)
    return [f if f and f.unit == unit else None for f in found]


def _columns(figures: Sequence[Figure | None]) -> dict[str, NDArray[Any]]:
    import numpy as np

    def column(of: Callable[[Figure], float | str], none: float | str) -> NDArray[Any]:
        return np.array([none if f is None else of(f) for f in figures])

    return {
        "what": column(lambda f: f"{f.kind} {f.unit}", ""),
        "converted": column(lambda f: f.kind in {"measure", "duration"}, False),
        "of": column(lambda f: f.of if f.kind == "count" else "", ""),
        **{name: column(attrgetter(name), 0.0) for name in ("low", "high", "value")},
    }


def _same_calendar(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """Two dates in the coarser of their units: a known day also is a day of the year and of the week."""
    order = ("day", "yearday", "weekday")
    coarse = max(a.unit, b.unit, key=order.index)
    if a.unit == b.unit or {a.unit, b.unit} == {"yearday", "weekday"}:
        return a, b
    both = [f if f.unit == coarse else _coarser(f, coarse) for f in (a, b)]
    return both[0], both[1]


def _coarser(figure: Figure, unit: str) -> Figure:
    from datetime import date

    low, high = date.fromordinal(int(figure.low)), date.fromordinal(int(figure.high))
    if unit == "weekday":
        if low != high:
            return figure
        return replace(figure, low=float(low.weekday()), high=float(low.weekday()), unit=unit)
    days = [float(d.timetuple().tm_yday) for d in (low, high)]
    return replace(figure, low=days[0], high=days[1], unit=unit) if days[0] <= days[1] else figure


def find(doc: Doc, published: str | None = None) -> tuple[Figure, ...]:
    """The figures of ``doc`` in the order of its text; spans do not overlap.

    ``published`` is the day that "yesterday" counts from (ISO 8601, None where unknown). Kept with ``doc``, as several stages ask.
    """
    key = f"figures {published}"
    if key not in doc.user_data:
        found = scan(doc.text, doc.lang_, published)
        doc.user_data[key] = tuple(replace(f, of=_counted(doc, f)) if f.kind == "count" else f for f in found)
    kept: tuple[Figure, ...] = doc.user_data[key]
    return kept


def _counted(doc: Doc, figure: Figure) -> str:
    """The noun that follows a count, in its sentence, over adjectives and articles."""
    last = doc.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
    if last is None or not len(last):
        return ""
    for token in doc[last.end : last.end + 4]:
        if token.pos_ in {"NOUN", "PROPN"}:
            return token.lemma_.lower()
        if token.pos_ not in {"ADJ", "DET", "ADP", "X", "NUM", "ADV"} or "\n" in token.text:
            return ""
    return ""


def scan(text: str, language: str, published: str | None = None) -> tuple[Figure, ...]:
    """The figures of a bare text; counts do not know what they count. ``language`` is ISO 639-1."""
    figures: list[Figure] = []
    taken = bytearray(len(text))
    for moment in dates.find(text, published):
        if any(taken[moment.start : moment.end]):
            continue
        taken[moment.start : moment.end] = b"\x01" * (moment.end - moment.start)
        span = Span(moment.start, moment.end)
        middle = (moment.low + moment.high) / 2
        kind: FigureKind = "time" if moment.kind == "time" else "date"
        figures.append(Figure(span, moment.low, moment.high, moment.unit, kind, moment.exact, middle))
    for amount in quantities.find(text, language, taken):
        exact = amount.bound == "" and amount.low == amount.high
        span = Span(amount.start, amount.end)
        figures.append(
            Figure(span, amount.low, amount.high, amount.unit, amount.kind, exact, amount.value, amount.bound)
        )
    return tuple(sorted(figures, key=lambda f: (f.span.start, f.span.end)))
