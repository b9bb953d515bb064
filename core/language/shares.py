"""Shares and other figures that have no number of their own: vier Fünftel, jeder vierte, one in three, zweistündig."""

from __future__ import annotations

import re

from core.language import numerals
from core.language.numerals import Quantity, Token
from core.language.units import SUFFIXES, Unit

_FRACTIONS = {
    "de": {
        "drittel": 3, "dritteln": 3, "viertel": 4, "vierteln": 4, "fünftel": 5, "fünfteln": 5, "sechstel": 6, "siebtel": 7, "achtel": 8,
        "neuntel": 9, "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000,
    },
    "en": {
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100,
    },
}  # fmt: skip
_NTH_EN = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_NTH_DE = ["zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft"]
_NTH = {w: n for n, w in enumerate(_NTH_EN, 2)} | {"quarter": 4}
_NTH_ANY = re.compile(rf"({'|'.join(_NTH_DE)}|zwanzigst|hundertst)(?:e|en|er|es|em)$")
_PART_OF = frozenset([
    "of", "less", "more", "lower", "higher", "fewer", "in", "since", "from", "were", "was", "are", "have", "had", "to",
    "off", ",", ".", ")", "“", "”", '"', "–", "—",
])  # fmt: skip
_HALF_OF = frozenset(["of", "the", "its", "their", "his", "her", "all", "those", "our", "my", "this"])
_SHARE, _ORDINAL = Unit("%", 1, "share"), Unit("", 1, "ordinal")
Found = tuple[int, Quantity, Unit]


def _percent(end: int, value: float) -> Found:
    # The last place of a fraction is a tenth of it: "rund ein Drittel" is 30 to 37 percent.
    return end, Quantity(end, value, value, value, value / 5), _SHARE


_BEGIN = {
    "de": frozenset(["hälfte", "dreiviertel", "jeder", "jede", "jedes", "jeden", "jedem", "every", "ein", "einem", "eines", "one", "a"]),
    "en": frozenset(["half", "jeder", "jede", "jedes", "jeden", "jedem", "every", "ein", "einem", "eines", "one", "a"])
    | _NTH.keys() | numerals.SMALL_EN.keys(),
}  # fmt: skip
_SUFFIX = re.compile("ig|mal|fach")
"""What all German adjectives have in them that hold a number."""


def may_begin(word: str, tongue: str) -> bool:
    """Whether a share, an ordinal or an adjective with a number (``in_words``, ``suffixed``) may begin with ``word``, lower
    case, which is no number in digits."""
    if word in _BEGIN[tongue]:
        return True
    return tongue == "de" and bool(_SUFFIX.search(word) or _NTH_ANY.match(word) or numerals.german(word) is not None)


def in_words(row: list[Token], i: int, tongue: str) -> Found | None:
    """The share or ordinal that starts at ``i`` with no number word of its own, with the token after it."""
    word = row[i].low
    after = row[i + 1].low if i + 1 < len(row) else ""
    if (tongue == "de" and word == "hälfte") or (tongue == "en" and word == "half" and _is_half(row, i, after)):
        return _percent(i + 1, 50.0)
    if tongue == "de" and word == "dreiviertel":
        return _percent(i + 1, 75.0)
    if word in {"jeder", "jede", "jedes", "jeden", "jedem", "every"}:
        nth = _nth(after, tongue)
        return _percent(i + 2, 100.0 / nth) if nth else None
    fraction = _fraction(row, i, tongue)
    if fraction:
        return fraction
    nth = _nth(word, tongue) if word != "quarter" else None
    if nth and word not in {"achten", "achter"} and not (i and row[i - 1].text == "-"):
        return i + 1, Quantity(i + 1, float(nth), float(nth), float(nth), 1.0), _ORDINAL
    return None


def _is_half(row: list[Token], i: int, after: str) -> bool:
    """Whether ``half`` is a share: not half-time, the second half, half an hour, half a million."""
    if (
        after in {"an", "a"}
        or after in {"time", "brother", "sister", "day"}
        or (i and row[i - 1].low in {"second", "first", "other"})
    ):
        return False
    return after in _HALF_OF or (
        i > 0 and row[i - 1].low in {"than", "by", "about", "nearly", "almost", "over", "some", "roughly"}
    )


def _nth(word: str, tongue: str) -> int | None:
    if tongue == "en":
        return _NTH.get(word)
    match = _NTH_ANY.match(word)
    if not match:
        return None
    return {"zwanzigst": 20, "hundertst": 100}.get(match.group(1)) or _NTH_DE.index(match.group(1)) + 2


def _fraction(row: list[Token], i: int, tongue: str) -> Found | None:
    """Zwei Drittel, ein Zehntel, two-thirds, a third of; ``a third`` alone may be an ordinal."""
    one = row[i].low in {"ein", "einem", "eines", "one", "a"}
    many = 1.0 if one else numerals.german(row[i].low) if tongue == "de" else numerals.SMALL_EN.get(row[i].low)
    many = many or (row[i].value if (row[i].value or 100) < 100 else None)
    at = i + 2 if i + 2 < len(row) and row[i + 1].text in {"-", "‑"} else i + 1
    part = _FRACTIONS[tongue].get(row[at].low) if many and at < len(row) else None
    if not many or part is None:
        return None
    if tongue == "en" and row[i].low == "a":
        before = row[i - 1].low if i else ""
        after = row[at + 1].low if at + 1 < len(row) else "."
        if after not in _PART_OF and before not in {
            "by",
            "than",
            "about",
            "nearly",
            "almost",
            "over",
            "roughly",
            "around",
        }:
            return None
    return _percent(at + 1, 100.0 * many / part)


def ratio(row: list[Token], quantity: Quantity, language: str) -> Quantity | None:
    """Drei von neun, four out of five, one in three, elf der 14 as a share in percent; None where it is none."""
    end, link = quantity.end, 0
    words = [t.low for t in row[end : end + 3]]
    for phrase in (["von", "den"], ["out", "of"], ["of", "the"], ["von"], ["der"], ["in"], ["of"]):
        if words[: len(phrase)] == phrase:
            link = len(phrase)
            break
    if not link or quantity.value != int(quantity.value) or quantity.vague:
        return None
    whole = numerals.quantity(row, end + link, language) if end + link < len(row) else None
    if whole is None or not quantity.value < whole.value or whole.vague or whole.value != int(whole.value):
        return None
    if words[0] == "in" and (language != "en" or whole.value > 10 or _is_unit(row, whole.end)):
        return None
    value = 100.0 * quantity.value / whole.value
    return Quantity(whole.end, value, value, value, 1.0)


def _is_unit(row: list[Token], at: int) -> bool:
    return at < len(row) and row[at].low in {"days", "weeks", "months", "years", "hours", "minutes", "."}


_DURATION = re.compile(rf"^(.*?)({'|'.join(SUFFIXES)})(?:e|er|es|en|em)?$")
_DIGITS = re.compile(r"^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)stellig\w*$")
_FOLD = re.compile(r"^(\w+?)(?:köpfig|mal|fach|jährig)(?:e|er|es|en|em)?n?$")


def suffixed(row: list[Token], i: int, tongue: str) -> Found | None:
    """German adjectives that hold a number: zweistündig, 24-stündig, 50-köpfig, einen zweistelligen Millionenbetrag."""
    if tongue != "de":
        return None
    if row[i].value is not None:
        return _hyphened(row, i)
    word = row[i].low
    match = _DURATION.match(word)
    if match:
        value = 0.5 if match.group(1) == "halb" else 1.0 if match.group(1) == "ein" else numerals.german(match.group(1))
        if value:
            return i + 1, Quantity(i + 1, value, value, value, 1.0), Unit("d", SUFFIXES[match.group(2)], "duration")
    match = _DIGITS.match(word)
    if match and i + 1 < len(row):
        return _of_digits(numerals.german(match.group(1)) or 1.0, row, i)
    match = _FOLD.match(word)
    value = numerals.german(match.group(1)) if match and match.group(1) != "ein" else None
    if value and match:
        unit = Unit("a", 1, "age") if "jährig" in word else Unit("", 1, "count")
        return i + 1, Quantity(i + 1, value, value, value, numerals.place(value)), unit
    return None


def _hyphened(row: list[Token], i: int) -> Found | None:
    value = row[i].value
    if value is None or i + 2 >= len(row) or row[i + 1].text != "-":
        return None
    word = row[i + 2].low
    for suffix, days in SUFFIXES.items():
        if word.startswith(suffix):
            return i + 3, Quantity(i + 3, value, value, value, row[i].step), Unit("d", days, "duration")
    if word.startswith(("köpfig", "mal", "fach")):
        return i + 3, Quantity(i + 3, value, value, value, row[i].step), Unit("", 1, "count")
    return None


def _of_digits(digits: float, row: list[Token], i: int) -> Found:
    """The interval of all numbers of so many digits, in millions before "Millionenbetrag"."""
    word = row[i + 1].low
    scale = 1e6 if word.startswith("million") else 1e9 if word.startswith("milliard") else 1.0
    low = 10.0 ** (digits - 1) * scale
    high = (10.0**digits - 1) * scale
    end = i + 2 if scale > 1 else i + 1
    return (
        end,
        Quantity(end, low, low, high, low, vague=True),
        Unit("EUR" if word.endswith("betrag") else "", 1, "money" if word.endswith("betrag") else "count"),
    )
