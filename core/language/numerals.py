"""Numbers as newspapers write them: digits, words and scales of German and English, without their units.

``tokens`` cuts a text into numbers, words and single signs, ``quantity`` reads the number that starts at a token.
Digits follow CLDR's separators (German 1.200,5; English 1,200.5; a thin or plain space in both); other languages
are read like German. Pure Python over text alone, so that one pass over an article takes milliseconds.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

POINT = frozenset({"en", "he", "ja", "ko", "th", "zh"})
"""Languages that write the decimals after a point; the others do so after a comma."""

_SPACE = "[\u0020\u00a0\u2009\u202f]"
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_TOKEN = {
    True: re.compile(rf"\d{{1,3}}(?:(?:,\d{{3}})+|(?:{_SPACE}\d{{3}})+)(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|{_WORD}|\S"),
    False: re.compile(
        rf"\d{{1,3}}(?:(?:\.\d{{3}})+|(?:['’]\d{{3}})+|(?:{_SPACE}\d{{3}})+)(?![\d])(?:,\d+)?|\d+(?:,\d+)?|{_WORD}|\S"
    ),
}


class Token(NamedTuple):
    """A number, a word or a sign. ``value`` is None where it is no number; ``step`` its last place that counts."""

    text: str
    low: str
    start: int
    end: int
    value: float | None
    step: float


class Quantity(NamedTuple):
    """A number up to token ``end``: ``low`` to ``high``, said as ``value``, its last place ``step``, its scale word's value."""

    end: int
    value: float
    low: float
    high: float
    step: float
    vague: bool = False
    scale: float = 1.0


def tokens(text: str, language: str) -> list[Token]:
    """The tokens of ``text`` in their order; white space is left out."""
    point = language in POINT
    found = []
    for match in _TOKEN[point].finditer(text):
        word = match.group()
        value = _digits(word, point) if word[0].isdigit() and word[0].isascii() else None
        step = _step(word, value, point) if value is not None else 1.0
        found.append(Token(word, word.lower(), match.start(), match.end(), value, step))
    return found


def _digits(word: str, point: bool) -> float | None:
    plain = re.sub(rf"{_SPACE}|['’]", "", word)
    plain = plain.replace(",", "") if point else plain.replace(".", "").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _step(word: str, value: float, point: bool) -> float:
    """The place of the last digit that is not a filling zero: 10 for 30, 0.1 for 4.1; 500 for 8,500."""
    mark = "." if point else ","
    if (mark in word and not re.search(rf"{re.escape(mark)}\d{{3}}(?:\D|$)", word)) or (mark in word and value < 1):
        return float(10.0 ** -len(word.rpartition(mark)[2]))
    return place(value)


def place(value: float) -> float:
    """The power of ten of the last digit of a whole number that is not zero, five times it after a five."""
    whole = round(abs(value))
    if not whole or abs(whole - abs(value)) > 1e-9:
        return 0.1 if whole else 1.0
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    fives = whole > 5 * step and (whole // step) % 10 == 5
    return float(step * 5 if fives else step)


_ONES_DE = [
    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
]  # fmt: skip
_TENS_DE = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_ONES_EN = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS_EN = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL_EN = {w: float(i) for i, w in enumerate(_ONES_EN)}
TENS_EN = {w: 10.0 * i for i, w in enumerate(_TENS_EN, 2)}
SCALES: dict[str, dict[str, float]] = {
    "de": {
        "tausend": 1e3, "tsd": 1e3, "hundert": 1e2, "dutzend": 12.0, "million": 1e6, "millionen": 1e6, "mio": 1e6, "mill": 1e6,
        "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12,
    },
    "en": {
        "hundred": 1e2, "thousand": 1e3, "k": 1e3, "dozen": 12.0, "million": 1e6, "millions": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6,
        "billion": 1e9, "billions": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
    },
}  # fmt: skip
_ARTICLES = {"de": frozenset(["ein", "eine", "einen", "einer", "einem", "halbe"]), "en": frozenset({"a", "an", "one"})}
_MANY = {
    "de": {
        "dutzende": 12.0, "hunderte": 1e2, "tausende": 1e3, "zehntausende": 1e4, "hunderttausende": 1e5, "dutzenden": 12.0,
        "hunderten": 1e2, "tausenden": 1e3, "zehntausenden": 1e4, "hunderttausenden": 1e5,
    },
    "en": {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3},
}  # fmt: skip
_SEVERAL = {
    "de": frozenset({"mehrere", "mehreren", "mehrerer", "einige", "einigen"}),
    "en": frozenset({"several", "few"}),
}


_HALF = frozenset({"half", "halbe", "halben"})
_BEGIN = {
    tongue: _HALF | _ARTICLES[tongue] | _SEVERAL[tongue] | _MANY[tongue].keys() | more
    for tongue, more in (("de", {"hundert", "tausend"}), ("en", SMALL_EN.keys() | TENS_EN.keys()))
}


@cache
def _below_hundred() -> dict[str, float]:
    table = {w: float(i) for i, w in enumerate(_ONES_DE)} | {"eins": 1.0, "dreissig": 30.0}
    for ten, word in enumerate(_TENS_DE, 2):
        table[word] = ten * 10.0
        table |= {f"{one}und{word}": ten * 10.0 + i for i, one in enumerate(_ONES_DE[1:10], 1)}
    return table


@cache
def german(word: str) -> float | None:
    """The value of a German number word (``zwölfhundert``, ``zweieinhalb``, ``dreiundzwanzig``); None for others."""
    word = word.lower()
    if word in {"anderthalb", "eineinhalb"}:
        return 1.5
    if word.endswith("einhalb"):
        whole = german(word.removesuffix("einhalb"))
        return None if whole is None else whole + 0.5
    thousands, mark, rest = word.partition("tausend")
    if mark:
        many, few = _hundreds(thousands) if thousands else 1.0, _hundreds(rest.removeprefix("und")) if rest else 0.0
        return None if many is None or few is None else many * 1000 + few
    return _hundreds(word)


def _hundreds(word: str) -> float | None:
    many, mark, rest = word.partition("hundert")
    if not mark:
        return _below_hundred().get(word)
    times = _below_hundred().get(many) if many else 1.0
    few = _below_hundred().get(rest.removeprefix("und")) if rest else 0.0
    return None if times is None or few is None else times * 100 + few


def may_begin(word: str, tongue: str) -> bool:
    """Whether a number (``quantity``) may begin with ``word``, lower case, which is no number in digits."""
    if word in _BEGIN[tongue]:
        return True
    return tongue == "de" and german(word) is not None


def quantity(row: list[Token], i: int, language: str) -> Quantity | None:
    """The number that starts at token ``i``, with its scale (Mio., dozen); None where none starts.

    A bare ``ein``, ``a`` or ``one`` is no number: only before a scale. Plurals of a scale (Dutzende, hundreds) are
    intervals: 24 to 99, 200 to 999.
    """
    token = row[i]
    tongue = "en" if language == "en" else "de"
    if token.value is not None:
        return _scaled(row, i + 1, token.value, token.step, tongue)
    if language not in {"de", "en"}:
        return None
    many = _several(row, i, tongue)
    if many:
        return many
    if tongue == "en" and token.low == "one":
        return _english(row, i) or _one_scale(row, i, tongue)
    if token.low in _ARTICLES[tongue] or token.low in _HALF:
        return _one_scale(row, i, tongue)
    if tongue == "en":
        return _english(row, i)
    value = german(token.low)
    if value is None or token.low in {"ein", "null"}:
        scale = SCALES["de"].get(token.low)
        return _exactly(i + 1, scale, scale) if scale and token.low in {"hundert", "tausend"} else None
    return _scaled(row, i + 1, value, place(value), tongue)


def _exactly(end: int, value: float, step: float) -> Quantity:
    return Quantity(end, value, value, value, step)


def _scaled(row: list[Token], end: int, value: float, step: float, tongue: str) -> Quantity:
    """The number with the scale words that follow it, a hyphen between them allowed (900-Millionen-Paket)."""
    at = end + 1 if end < len(row) and row[end].text == "-" else end
    if at < len(row):
        word, scale = row[at], SCALES[tongue].get(row[at].low)
        short = len(word.low) == 1
        if scale and short and (row[end - 1].end != word.start or not _is_million(row, end - 1, word)):
            scale = None
        if scale:
            after = at + 1
            if after < len(row) and row[after].text == "." and word.low in {"mio", "mrd", "mill", "tsd"}:
                after += 1
            return _exactly(after, value * scale, step * scale)._replace(scale=scale)
    return _exactly(end, value, step)


def _is_million(row: list[Token], number: int, word: Token) -> bool:
    """Whether the letter behind a number is a scale: after a currency sign, or (3.4m) after decimals."""
    money = number > 0 and row[number - 1].text in {"$", "€", "£", "¥"}
    return money or word.low == "k" or (word.low == "m" and "." in row[number].text)


def _one_scale(row: list[Token], i: int, tongue: str) -> Quantity | None:
    """A million, eine halbe Million, half a million, a couple of hundred: an article and a scale."""
    at, factor = i, 1.0
    while at < len(row) and (
        row[at].low in _ARTICLES[tongue] or row[at].low in {"half", "halbe", "halben", "halbes", "viertel"}
    ):
        factor *= {"half": 0.5, "halbe": 0.5, "halben": 0.5, "halbes": 0.5, "viertel": 0.25}.get(row[at].low, 1.0)
        at += 1
    scale = SCALES[tongue].get(row[at].low) if at < len(row) and len(row[at].low) > 2 else None
    if scale is None:
        return None
    return _exactly(at + 1, factor * scale, factor * scale)


def _several(row: list[Token], i: int, tongue: str) -> Quantity | None:
    """Dutzende, several hundred, a few dozen, mehrere Hunderttausend, einige Millionen."""
    scale, end = _MANY[tongue].get(row[i].low), i + 1
    if scale is None and row[i].low in _SEVERAL[tongue] and i + 1 < len(row):
        word = row[i + 1].low
        scale, end = SCALES[tongue].get(word) or _MANY[tongue].get(word), i + 2
        if scale is None and tongue == "de":
            scale = german(word) if word in {"hunderttausend", "zehntausend"} else None
    if scale is None:
        return None
    if end + 1 < len(row) and row[end].low in {"of", "von"} and row[end + 1].low in _MANY[tongue]:
        scale, end = scale * _MANY[tongue][row[end + 1].low], end + 2
    top = 99.0 if scale == 12 else scale * 10 - 1
    return Quantity(end, 2 * scale, 2 * scale, top, scale, vague=True)


def _english(row: list[Token], i: int) -> Quantity | None:
    """An English number in words; a hyphen stands between tens and ones only, "and" after a hundred."""
    total, current, at, seen = 0.0, 0.0, i, False
    while at < len(row):
        word = row[at].low
        if word in TENS_EN and current % 100 == 0:
            current, seen, at = current + TENS_EN[word], True, at + 1
            if at + 1 < len(row) and row[at].text in {"-", "‑"} and row[at + 1].low in SMALL_EN:
                at += 1
        elif word in SMALL_EN and current % 100 in {0, 20, 30, 40, 50, 60, 70, 80, 90} and (not seen or current):
            current, seen, at = current + SMALL_EN[word], True, at + 1
            if current % 100 in SMALL_EN.values() and not (at < len(row) and row[at].low in {"hundred", "thousand"}):
                break
        elif word == "hundred" and seen and 0 < current < 100:
            current, at = current * 100, at + 1
        elif word == "thousand" and seen and current:
            total, current, at = total + current * 1000, 0.0, at + 1
        elif (
            word == "and"
            and seen
            and (current >= 100 or total)
            and at + 1 < len(row)
            and row[at + 1].low in SMALL_EN | TENS_EN
        ):
            at += 1
        else:
            break
    value = total + current
    if not seen or (
        value == 1 and at == i + 1 and not (at < len(row) and row[at].low in {"million", "billion", "dozen"})
    ):
        return None
    return _scaled(row, at, value, place(value), "en")
