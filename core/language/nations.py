"""Countries and currencies by whatever word names them: Deutschland, Germany, deutsche, Germans → ``nation:DE``.

Names come from the Unicode CLDR (by babel), adjectives, inhabitants and seats of government from
``resources/lexicons/nations.txt``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

ENDINGS = ("", "e", "en", "er", "es", "em")
CURRENCIES = (
    "EUR",
    "USD",
    "GBP",
    "CHF",
    "JPY",
    "CNY",
    "RUB",
    "UAH",
    "TRY",
    "PLN",
    "CZK",
    "HUF",
    "SEK",
    "NOK",
    "DKK",
    "BRL",
    "INR",
)
"""Of currencies of one name the first is meant: dollars are American where nothing else is said."""


class Place(NamedTuple):
    """What a word names: ``nation`` (its code), ``seat`` (of that nation's government), ``currency`` (its code)."""

    kind: str
    code: str


@cache
def index() -> dict[str, Place]:
    """Every form, as written, to what it names."""
    found: dict[str, Place] = {}
    _currencies(found)
    _territories(found)
    _lexicon(found)
    return found


@cache
def lengths() -> dict[str, tuple[int, ...]]:
    """For the first word of each form how many words, parted by spaces, its forms have; the longest first."""
    found: dict[str, set[int]] = {}
    for form in index():
        words = form.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


def _territories(found: dict[str, Place]) -> None:
    from babel import Locale

    for language in ("de", "en", "fr"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code not in {"ZZ", "EZ", "XA", "XB", "QO"}:
                for form in (name, name + "s") if language == "de" else (name,):
                    found.setdefault(form, Place("nation", code))


def _currencies(found: dict[str, Place]) -> None:
    from babel import Locale

    for language in ("de", "en"):
        locale = Locale(language)
        for code in CURRENCIES:
            place = Place("currency", code)
            symbol = locale.currency_symbols.get(code, code)
            name = locale.currencies[code].split()[-1].rpartition("-")[2]
            for form in {symbol, code, name, name.capitalize(), name.lower(), name + "s", name.lower() + "s"}:
                found.setdefault(form, place)


def _lexicon(found: dict[str, Place]) -> None:
    text = (files("resources") / "lexicons" / "nations.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            fields = [[e.strip() for e in f.split(",") if e.strip()] for f in line.split(";")]
            (code,), adjectives, people, english, names, seats = [*fields, [], []][:6]
            place = Place("nation", code)
            for form in _german_adjectives(adjectives) + _germans(people) + _plural(english) + _plural(names):
                found[form] = place
            for form in _plural(seats):
                found[form] = Place("seat", code)


def _german_adjectives(stems: list[str]) -> list[str]:
    return [form + ending for stem in stems for form in (stem, stem[0].upper() + stem[1:]) for ending in ENDINGS]


def _germans(people: list[str]) -> list[str]:
    forms = []
    for one in people:
        stem = one.removesuffix("e")
        forms += [one, one + "n", one + "en", one + "s", stem + "in", stem + "innen"]
        if one == "Deutscher":
            forms += ["Deutsche", "Deutschen"]
    return forms


def _plural(words: list[str]) -> list[str]:
    return [form for word in words for form in (word, word + "s")]
