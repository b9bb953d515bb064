"""Amounts in a text: a number with what is said about it and what it is a number of.

Reads the tokens of ``core.language.numerals`` from left to right; at each the first of: money before its sign, share
(drei von neun, four fifths), age, ordinal, then a number with its unit, plain counts last.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from core.language import numerals, shares, units
from core.language.numerals import Quantity, Token
from core.language.units import FigureKind, Unit

Bound = Literal["", "about", "nearly", "less", "over", "least", "more", "most", "vague", "range"]


class Amount(NamedTuple):
    """An amount at ``start:end`` of the text: said as ``value``, meant from ``low`` to ``high``, in ``unit``."""

    start: int
    end: int
    low: float
    high: float
    value: float
    unit: str
    kind: FigureKind
    bound: Bound


class Read(NamedTuple):
    """What was read up to token ``end``: a quantity of a unit, and whether it is a range."""

    end: int
    quantity: Quantity
    unit: Unit
    bound: Bound = ""


_SAID: dict[str, dict[Bound, str]] = {
    "de": {
        "about": "rund, etwa, ca, ca ., circa, zirka, ungefähr, um die, an die, schätzungsweise, gegen, geschätzt, geschätzte, einige",
        "nearly": "knapp, fast, beinahe, nahezu, annähernd, kaum, nicht einmal, nicht ganz",
        "less": "unter, weniger als, deutlich weniger als",
        "over": "gut, reichlich, etwas mehr als",
        "more": "über, mehr als, weit über, deutlich über, weit mehr als, deutlich mehr als, gut und gerne",
        "least": "mindestens, wenigstens, zumindest, nicht weniger als",
        "most": "bis zu, höchstens, maximal, nicht mehr als, allenfalls",
    },
    "en": {
        "about": "about, around, roughly, approximately, some, an estimated, estimated, close to, in the region of, circa",
        "nearly": "nearly, almost, just under, barely, just short of, not even",
        "less": "under, less than, fewer than, below",
        "over": "just over, slightly more than, a little over, a little more than",
        "more": "over, more than, well over, well more than, above, upwards of, north of",
        "least": "at least, no fewer than, no less than, a minimum of",
        "most": "up to, at most, no more than, as many as, as much as, a maximum of, not more than",
    },
}
_AFTERWARDS: dict[tuple[str, str], Bound] = {
    ("oder", "mehr"): "least", ("or", "more"): "least", ("und", "mehr"): "least", ("or", "so"): "about", ("oder", "weniger"): "most",
    ("or", "fewer"): "most", ("or", "less"): "most",
}  # fmt: skip
_TO = frozenset({"bis", "to", "-", "–", "till"})
_COUNT, _SHARE, _ORDINAL, _AGE = (
    Unit("", 1, "count"),
    Unit("%", 1, "share"),
    Unit("", 1, "ordinal"),
    Unit("a", 1, "age"),
)


_ONE = frozenset({"ein", "eine", "einer", "einem", "einen", "one"})
_ONE_OF = frozenset({"one", "einer", "eine", "einen", "eines"})
_INDEFINITE = frozenset({"a", "an"})
_HALVES = frozenset({"halbe", "halben", "halbes"})
_SIGNS = frozenset("€$£¥₹₺₴₽₪") | frozenset(units.CURRENCIES)


@cache
def _bounds(tongue: str) -> dict[tuple[str, ...], Bound]:
    return {tuple(words.split()): bound for bound, line in _SAID[tongue].items() for words in line.split(", ")}


def bounded(value: float, step: float, bound: Bound) -> tuple[float, float]:
    """The interval that a news writer means by ``bound`` and ``value``, whose last place that counts is ``step``.

    "About" is half the last place, a tenth at most (rund 30: 27 to 33; rund 8.500: 8,250 to 8,750); "nearly" and
    "over" lie a place below and above, a tenth at most; "more than" reaches half as far again, because a writer who
    knew of twice as many would say so; "at least" twice, "up to" down to a half.
    """
    near, half = min(step, 0.1 * value), min(step / 2, 0.1 * value)
    return {
        "about": (value - half, value + half),
        "nearly": (value - near, value),
        "less": (value * 2 / 3, value),
        "over": (value, value + near),
        "more": (value, value * 1.5),
        "least": (value, value * 2),
        "most": (value / 2, value),
    }.get(bound, (value, value))


def find(text: str, language: str, taken: bytearray) -> Iterator[Amount]:
    """The amounts of ``text`` in their order; what lies on ``taken`` (one byte a code point) is left out."""
    row = numerals.tokens(text, language)
    tongue = "en" if language == "en" else "de"
    after = 0
    for i in _beginnings(row, language, tongue):
        read = None if i < after or taken[row[i].start] else _read(row, i, language, tongue)
        if read is None:
            continue
        amount = _amount(row, i, read, tongue)
        if not any(taken[amount.start : amount.end]):
            yield amount
        after = max(read.end, i + 1)


def _beginnings(row: list[Token], language: str, tongue: str) -> Iterator[int]:
    """The tokens at which ``_read`` may find something: of an article's words one in ten. Each word is asked once."""
    in_words = language in {"de", "en"}
    known: dict[str, bool] = {}
    after = ""
    found = []
    for i in range(len(row) - 1, -1, -1):
        token = row[i]
        begins = token.value is not None or token.text in _SIGNS
        if in_words and not begins:
            if token.low not in known:
                known[token.low] = _may_begin(token.low, tongue)
            begins = known[token.low] or after in _HALVES
        if begins:
            found.append(i)
        after = token.low
    return reversed(found)


def _may_begin(word: str, tongue: str) -> bool:
    return (
        word in _ONE
        or word in _ONE_OF
        or word in _INDEFINITE
        or shares.may_begin(word, tongue)
        or numerals.may_begin(word, tongue)
    )


def _read(row: list[Token], i: int, language: str, tongue: str) -> Read | None:
    """What starts at token ``i``: None where no figure does."""
    sign = _sign(row, i)
    if sign:
        quantity = numerals.quantity(row, i + 1, language)
        return _ranged(row, Read(quantity.end, quantity, sign), language) if quantity else None
    if _part_of_a_name(row, i):
        return None
    if row[i].value is None and language not in {"de", "en"}:
        return None
    word = shares.in_words(row, i, tongue) or shares.suffixed(row, i, tongue)
    if word:
        return Read(*word)
    quantity = numerals.quantity(row, i, language) or _single(row, i, tongue)
    if quantity is None:
        return _one_of(row, i, language)
    ratio = shares.ratio(row, quantity, language)
    if ratio:
        return Read(ratio.end, ratio, _SHARE)
    age = _age_end(row, i, quantity)
    if age:
        return Read(age, quantity, _AGE)
    if _is_ordinal(row, quantity.end, tongue) and row[i].value is not None:
        return Read(quantity.end + 1, quantity, _ORDINAL)
    unit = _unit(row, quantity.end)
    if unit is None and quantity.end < len(row) and _written_on(row, quantity.end):
        return None
    end, unit_of = (unit[1], unit[0]) if unit else (quantity.end, _COUNT)
    return _ranged(row, Read(end, quantity, unit_of), language)


def _sign(row: list[Token], i: int) -> Unit | None:
    """The currency whose sign or code stands before a number."""
    token = row[i]
    if i + 1 >= len(row) or row[i + 1].value is None or token.text not in _SIGNS:
        return None
    return Unit(units.currencies()[token.low], 1, "money")


def _part_of_a_name(row: list[Token], i: int) -> bool:
    """Whether the token is written on to a word (GW4471, Covid-19, B3) or to another number (3:1, 24.11)."""
    if not i or row[i - 1].end != row[i].start:
        return False
    before = row[i - 1]
    if before.text in "-–:./" and i > 1 and row[i - 2].end == before.start:
        return row[i].value is not None or before.text == "-"
    return row[i].value is not None and before.text[-1].isalpha()


def _written_on(row: list[Token], end: int) -> bool:
    return row[end].start == row[end - 1].end and (row[end].text[0].isalpha() or row[end].text in ":/")


def _single(row: list[Token], i: int, tongue: str) -> Quantity | None:
    """One of a unit of time or measure: eine Stunde, one year, half an hour; "a year" only after a bound."""
    half = row[i].low in {"half", "halbe", "halben"}
    at = i + 1
    if half or (at < len(row) and row[at].low in _HALVES):
        at = i + 1 if half and tongue == "de" else i + 2
        return Quantity(at, 0.5, 0.5, 0.5, 0.5) if _unit(row, at) else None
    one = row[i].low in _ONE or (row[i].low in _INDEFINITE and _said_before(row, i, tongue)[0])
    if one and _unit(row, at):
        return Quantity(at, 1.0, 1.0, 1.0, 1.0)
    return None


def _one_of(row: list[Token], i: int, language: str) -> Read | None:
    """One in three, einer von drei: one is a number here only."""
    if row[i].low not in _ONE_OF:
        return None
    ratio = shares.ratio(row, Quantity(i + 1, 1.0, 1.0, 1.0, 1.0), language)
    return Read(ratio.end, ratio, _SHARE) if ratio else None


def _unit(row: list[Token], at: int) -> tuple[Unit, int] | None:
    """The unit at ``at`` and the token after it; a hyphen may stand before (15-kilo, 900-Millionen-Euro-Plan)."""
    if at + 1 < len(row) and row[at].text == "-" and row[at - 1].end == row[at].start == row[at + 1].start - 1:
        at += 1
    for length in (3, 2, 1):
        unit = units.units().get(tuple(t.low for t in row[at : at + length])) if at + length <= len(row) else None
        if unit and not (
            length == 1 and len(row[at].low) == 1 and row[at].text in "bBkgGl" and row[at - 1].end != row[at].start
        ):
            return unit, at + length
    return None


def _ranged(row: list[Token], first: Read, language: str) -> Read:
    """``first``, or the range that it begins: 80 bis 90 Millionen Euro, 6pc to 8pc, between 2,400 and 3,800."""
    end = first.end
    both = end < len(row) and row[end].low in {"und", "and"} and _opens(row, first)
    if end + 1 >= len(row) or not (both or row[end].low in _TO) or first.quantity.vague:
        return first
    sign = _sign(row, end + 1)
    second = numerals.quantity(row, end + 2 if sign else end + 1, language)
    if second is None or second.vague:
        return first
    unit = _unit(row, second.end)
    value, last = first.quantity.value, unit[1] if unit else second.end
    if second.scale > 1 and first.quantity.scale == 1 and value < 1000:
        value *= second.scale
    name = sign or (unit[0] if unit else first.unit)
    if not value < second.value or (first.unit.kind != "count" and name.kind != first.unit.kind):
        return first
    middle = (value + second.value) / 2
    return Read(last, Quantity(last, middle, value, second.value, second.step), name, "range")


def _opens(row: list[Token], first: Read) -> bool:
    """Whether "zwischen" or "between" stands up to four tokens before the end of the range's first half."""
    return any(t.low in {"zwischen", "between"} for t in row[max(0, first.end - 6) : first.end])


def _age_end(row: list[Token], i: int, quantity: Quantity) -> int | None:
    """The token after an age: (56), (56, CDU), "Smith, 56,", aged 56, 56-year-old, 56-Jährige, 56 Jahre alt."""
    end, value = quantity.end, quantity.value
    if not (0 < value < 115 and value == int(value)) or end >= len(row):
        return None
    words = [t.low for t in row[end : end + 5]]
    if words[:2] == ["-", "year"] and words[2:4] == ["-", "old"]:
        return end + 4
    if words[:2] in (["years", "old"], ["jahre", "alt"]):
        return end + 2
    if words[0] == "-" and len(words) > 1 and words[1].startswith("jährig"):
        return end + 2
    if not i or row[i].value is None:
        return None
    before = row[i - 1].low
    named = (i > 1 and row[i - 2].text[0].isupper()) or (
        i > 2 and row[i - 2].text == "." and row[i - 3].text[0].isupper()
    )
    if before == "(" and words[0] in {")", ","} and named:
        return end
    if before == "aged" or (before == "," and words[0] in {",", "."} and named and value >= 10):
        return end
    return None


def _is_ordinal(row: list[Token], end: int, tongue: str) -> bool:
    """Whether the number's next token makes it an ordinal: 3rd; in German only before words that are counted so."""
    if end >= len(row) or row[end].start != row[end - 1].end:
        return False
    if tongue == "en":
        return row[end].low in {"st", "nd", "rd", "th"}
    after = row[end + 1].low if end + 1 < len(row) else ""
    return row[end].text == "." and after.startswith(
        ("jahrhundert", "liga", "geburtstag", "jahrestag", "runde", "platz", "mal", "spieltag")
    )


def _said_before(row: list[Token], i: int, tongue: str) -> tuple[Bound, int]:
    """What is said about the number that starts at ``i``, and the first token of that."""
    for length in (4, 3, 2, 1):
        if length <= i:
            bound = _bounds(tongue).get(tuple(t.low for t in row[i - length : i]))
            if bound:
                return bound, i - length
    return "", i


def _amount(row: list[Token], i: int, read: Read, tongue: str) -> Amount:
    """The amount in its base unit, with what is said about it before and after."""
    said, first = _said_before(row, i, tongue)
    quantity, unit, end = read.quantity, read.unit, read.end
    bound: Bound = read.bound or ("vague" if quantity.vague else said)
    for at in (end, end + 1):
        after = _AFTERWARDS.get((row[at].low, row[at + 1].low)) if at + 1 < len(row) else None
        if after and not bound:
            bound, end = after, at + 2
    value, low, high = quantity.value, quantity.low, quantity.high
    if bound not in {"", "vague", "range"}:
        low, high = bounded(value, quantity.step, bound)
    if unit.name == "°F":
        value, low, high, unit = (value - 32) / 1.8, (low - 32) / 1.8, (high - 32) / 1.8, Unit("°C", 1.0)
    start = row[first].start if bound else row[i].start
    if read.bound == "range" and i and row[i - 1].low in {"zwischen", "between"}:
        start = row[i - 1].start
    f = unit.factor
    return Amount(start, row[end - 1].end, low * f, high * f, value * f, unit.name, unit.kind, bound)
