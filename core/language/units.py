"""What numbers are numbers of: currencies (names and signs from CLDR) and units of measure, German and English.

Every unit is brought to one base of its dimension (metre, kilogram, day …), so that ``zwölf Kilogramm`` and ``12kg``
are one figure.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

FigureKind = Literal["count", "share", "money", "measure", "duration", "date", "time", "age", "ordinal"]


class Unit(NamedTuple):
    """``name`` of the base unit, how many of it one is, and the kind of figure it makes."""

    name: str
    factor: float
    kind: FigureKind = "measure"


_TABLE = """
m 1 meter metern meters metre metres
m 1000 km kilometer kilometern kilometers kilometre kilometres
m 0.01 cm zentimeter zentimetern centimetre centimetres centimeter centimeters
m 0.001 mm millimeter millimetern millimetre millimetres millimeters
m 1609.344 mile miles meile meilen
m 1852 seemeile seemeilen nm
m 0.3048 feet foot ft fuß
m 0.9144 yards yard
m2 1 quadratmeter quadratmetern qm m²
m2 1000000 quadratkilometer quadratkilometern qkm km²
m2 10000 hektar hektare hektaren hectare hectares ha
m2 4046.856 acre acres
kg 1 kg kilo kilos kilogramm kilogram kilograms kilogrammes
kg 1000 tonne tonnen tonnes ton tons
kg 0.001 gramm gram grams grammes g
kg 0.000001 milligramm milligram milligrams mg
kg 0.000000001 mikrogramm microgram micrograms
kg 0.000000000001 nanogramm nanogram nanograms ng
kg 0.45359237 lb lbs
l 1 liter litern litre litres liters
l 0.001 milliliter millilitre millilitres ml
l 1000 kubikmeter kubikmetern m³
Wh 1000 kilowattstunde kilowattstunden kwh
Wh 1000000 megawattstunde megawattstunden mwh
Wh 1000000000 gigawattstunde gigawattstunden gwh
Wh 1000000000000 terawattstunde terawattstunden twh
W 1000 kilowatt kw
W 1000000 megawatt megawatts mw
W 1000000000 gigawatt gigawatts gw
°C 1 °c grad degrees celsius
°F 1 °f
m/s 0.2777777778 km/h kmh stundenkilometer stundenkilometern kph
m/s 0.44704 mph
pp 1 prozentpunkt prozentpunkte prozentpunkten pp
d 0.0000115740741 sekunde sekunden second seconds
d 0.000694444444 minute minuten minutes min mins
d 0.0416666667 stunde stunden hour hours hrs
d 1 tag tage tagen day days
d 7 woche wochen week weeks
d 30.436875 monat monate monaten month months
d 365.2425 jahr jahre jahren year years
d 3652.425 jahrzehnt jahrzehnte jahrzehnten decade decades
d 36524.25 jahrhunderte jahrhunderten centuries
"""
_KINDS: dict[str, FigureKind] = {"d": "duration", "pp": "share"}
_MORE: dict[str, Unit] = {
    "nautical miles": Unit("m", 1852), "nautical mile": Unit("m", 1852), "square metres": Unit("m2", 1), "square feet": Unit("m2", 0.09290304),
    "square kilometres": Unit("m2", 1e6), "square kilometers": Unit("m2", 1e6), "square miles": Unit("m2", 2589988.11),
    "cubic metres": Unit("l", 1000), "cubic meters": Unit("l", 1000), "square meters": Unit("m2", 1),
    "grad celsius": Unit("°C", 1), "degrees celsius": Unit("°C", 1), "degrees fahrenheit": Unit("°F", 1), "° c": Unit("°C", 1),
    "° f": Unit("°F", 1), "° celsius": Unit("°C", 1), "°": Unit("°C", 1), "km / h": Unit("m/s", 1000 / 3600), "tonnes of": Unit("kg", 1000),
    "us - dollar": Unit("USD", 1, "money"), "us dollars": Unit("USD", 1, "money"), "us - dollars": Unit("USD", 1, "money"),
    "percentage points": Unit("pp", 1, "share"), "percentage point": Unit("pp", 1, "share"), "per cent": Unit("%", 1, "share"),
} | {word: Unit("%", 1, "share") for word in ("%", "prozent", "percent", "pc", "pct", "prozentige", "prozentigen", "prozentiger")}  # fmt: skip
SUFFIXES = {
    "sekündig": 1 / 86400, "minütig": 1 / 1440, "stündig": 1 / 24, "tägig": 1.0, "wöchig": 7.0, "monatig": 30.436875,
}  # fmt: skip
"""Endings of German adjectives of duration (``zweistündig``), in days; an ``-e, -er …`` follows."""

CURRENCIES = (
    "EUR",
    "USD",
    "GBP",
    "CHF",
    "JPY",
    "CNY",
    "RUB",
    "PLN",
    "SEK",
    "NOK",
    "DKK",
    "CZK",
    "HUF",
    "TRY",
    "UAH",
    "INR",
    "BRL",
    "AUD",
    "CAD",
    "NZD",
    "ZAR",
    "ILS",
    "KRW",
    "MXN",
    "RON",
    "BGN",
    "RSD",
    "DZD",
    "EGP",
)
_BARE = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₺": "TRY", "₴": "UAH", "₽": "RUB", "₪": "ILS", "us$": "USD",
    "a$": "AUD", "euros": "EUR", "dollar": "USD", "dollars": "USD", "pfund": "GBP", "pound": "GBP", "pounds": "GBP", "quid": "GBP",
    "franken": "CHF", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rubel": "RUB", "rubles": "RUB", "roubles": "RUB",
    "zloty": "PLN", "złoty": "PLN", "forint": "HUF", "lira": "TRY", "griwna": "UAH", "hrywnja": "UAH", "hryvnia": "UAH",
    "rupien": "INR", "rupees": "INR", "rand": "ZAR", "schekel": "ILS", "shekels": "ILS", "won": "KRW", "lei": "RON",
    "kronen": "krone", "kroner": "krone", "kronor": "krone", "dinar": "dinar", "dinars": "dinar", "peso": "peso", "pesos": "peso",
}  # fmt: skip
"""What a paper means by a bare word or sign; a word that many countries share stays that word."""


@cache
def currencies() -> dict[str, str]:
    """ISO 4217 code, or the shared word, by lower-case sign, code and name of both languages (CLDR, through babel)."""
    from babel import Locale
    from babel.numbers import get_currency_name

    table = dict(_BARE)
    for language in ("de", "en"):
        locale = Locale.parse(language)
        for code in CURRENCIES:
            names = {get_currency_name(code, count=n, locale=locale) for n in (1, 2)} | {locale.currencies[code], code}
            names |= {s for s in (locale.currency_symbols.get(code),) if s}
            for name in names:
                table.setdefault(name.lower(), code)
    return table


@cache
def units() -> dict[tuple[str, ...], Unit]:
    """Every unit by the words of its name (lower case, one to three of them), currencies and percent among them."""
    table: dict[tuple[str, ...], Unit] = {}
    for line in _TABLE.strip().splitlines():
        name, factor, *words = line.split()
        for word in words:
            table[(word,)] = Unit(name, float(factor), _KINDS.get(name, "measure"))
    table |= {tuple(name.split()): unit for name, unit in _MORE.items()}
    for name, code in currencies().items():
        table.setdefault(tuple(name.replace("-", " - ").split()), Unit(code, 1.0, "money"))
    return table
