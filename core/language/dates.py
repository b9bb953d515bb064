"""Dates and clock times in German and English, absolute or as counted from the day of publication.

A date is an interval of days. Where its year is known or can be told from ``published`` the days are proleptic
Gregorian ordinals (``datetime.date.toordinal``, unit ``day``); else days of a common year (unit ``yearday``), or of
the week (unit ``weekday``, Monday 0). A clock time is an interval of minutes of the day (unit ``minute``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple


class Moment(NamedTuple):
    """A date or time at ``start:end`` of the text: ``low`` to ``high``, both included, in ``unit``."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    kind: str
    exact: bool


_MONTHS = (
    ("januar", "jänner", "january", "jan"), ("februar", "february", "feb"), ("märz", "march", "mar"), ("april", "apr"),
    ("mai", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
    ("oktober", "october", "oct"), ("november", "nov"), ("dezember", "december", "dec"),
)  # fmt: skip
MONTHS = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = (
    ("montag", "monday"), ("dienstag", "tuesday"), ("mittwoch", "wednesday"), ("donnerstag", "thursday"), ("freitag", "friday"),
    ("samstag", "sonnabend", "saturday"), ("sonntag", "sunday"),
)  # fmt: skip
WEEKDAYS = {name: n for n, names in enumerate(_WEEKDAYS) for name in names}
_NEAR = {
    "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2,
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1,
}  # fmt: skip
_SEASONS = {
    "frühjahr": (3, 5), "frühling": (3, 5), "sommer": (6, 8), "herbst": (9, 11), "winter": (12, 2),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter ": (12, 2),
}  # fmt: skip
_NAMED = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAYS = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_PARTS = {
    "anfang": (0, 1),
    "early": (0, 1),
    "mitte": (1, 2),
    "mid": (1, 2),
    "ende": (2, 3),
    "late": (2, 3),
    "end": (2, 3),
}
"""Thirds of the month or year that a word means, in thirds."""
_PART = r"(?:(?P<part>anfang|mitte|ende|early|late|mid|(?:the )?end of)[\s-]+)?"
_LATER = re.compile(
    r"\b(?:will|wollen|wird|werden|soll|sollen|plant|planen|geplant|kommende\w*|nächste\w*|next|due|scheduled|plans?|planned|expected)\b",
    re.I,
)
_AGO = re.compile(r"(?:vergangen|letzt|vorig|last|previous|past)", re.I)

_PATTERNS = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("iso", rf"(?<![\d-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
        ("full", rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s?(?:of )?(?P<name>{_NAMED})\b(?:[.,]?\s(?P<year>{_YEAR})\b)?"),
        ("full", rf"\b(?P<name>{_NAMED})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,:]*\d)(?:,?\s(?P<year>{_YEAR})\b)?"),
        ("digits", rf"(?<![\d.,])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.(?:\s?(?P<year>{_YEAR}|\d\d(?!\d)))?(?!\d)"),
        ("month", rf"\b{_PART}(?P<name>{_NAMED})(?:\s(?:des jahres\s|of\s)?(?P<year>{_YEAR}))?\b"),
        ("weekday", rf"\b(?:(?P<which>vergangen|letzt|vorig|kommend|nächst|last|next|this)\w*\s)?(?P<weekday>{_DAYS})(?:s|abend|morgen|nacht|nachmittag|vormittag|mittag)?(?:s)?\b"),
        ("near", r"\b(?P<near>vorgestern|gestern|heute|übermorgen|yesterday|today|tonight|tomorrow)\b"),
        ("quarter", rf"\b(?P<nth>erste|zweite|dritte|vierte|first|second|third|fourth)\w?\s(?P<span>quartal|quarter|halbjahr|half)(?:\s(?:of\s|des jahres\s)?(?P<year>{_YEAR}))\b"),
        ("season", rf"\b(?P<season>frühjahr|frühling|sommer|herbst|winter|spring|summer|autumn)s?(?:\s(?:of\s)?(?P<year>{_YEAR}))\b"),
        ("decade", rf"\b{_PART}(?:der\s|the\s)?(?P<year>{_YEAR})(?:er|s)(?:[\s-]jahren?)?\b"),
        ("year", rf"(?<![\w.,:/-])(?:{_PART}(?P<year>{_YEAR}))(?![\w%€]|[.,:]\d|\s?(?:Uhr|Euro|Prozent|dollars?|euros?|pounds?)\b)"),
        ("by_year", r"\b(?P<which>vergangene|letzte|vorige|kommende|nächste|diese|last|next|this)\w{0,2}\s(?:jahres?|year)(?:s)?\b"),
    )
)  # fmt: skip
_AMBIGUOUS = frozenset({"mai", "may", "march", "mar", "jan", "jun", "august"})
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|im|since|seit|by|until|till|bis|of|vom|from|last|next|this|for|ab|on|and|und|to|early|late)|mid-?)\s?$",
    re.I,
)
_COUNTED = re.compile(r"\s(?:[a-zäöüß]{4,}\s)?(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)")
_YEAR_WORD = re.compile(
    r"(?:\b(?:in|im|jahr|jahre|jahres|jahren|seit|bis|ab|von|vom|zum|um|since|by|until|till|from|of|year|sommer|herbst|winter|frühjahr|summer|autumn|spring|und|and|before|after|vor|nach|for|für|quartal)|[(–-])\s*$",
    re.I,
)


def find(text: str, published: str | None = None) -> Iterator[Moment]:
    """The dates and clock times of ``text``; they may overlap (the first of two at one place is the fuller).

    ``published``: ISO 8601 date, with or without a time; None or unreadable: relative dates without a year are
    left out, days without a year become days of the year.
    """
    day = _day(published)
    found = _matches(text)
    yield from _clock(found[: len(_CLOCK)])
    for (name, _), matches in zip(_PATTERNS, found[len(_CLOCK) :], strict=True):
        for match in matches:
            interval = _interval(name, match, text, day)
            if interval is not None:
                low, high, unit = interval
                exact = unit == "weekday" or high == low
                yield Moment(match.start(), match.end(), float(low), float(high), unit, "date", exact)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


Interval = tuple[int, int, str]


def _interval(name: str, match: re.Match[str], text: str, day: date | None) -> Interval | None:
    got = {k: v.lower() for k, v in match.groupdict().items() if v}
    if name in {"full", "digits", "iso"}:
        month = MONTHS[got["name"]] if "name" in got else int(got["month"])
        return _of_day(int(got["day"]), month, _full_year(got.get("year")), day)
    if name == "month":
        return _of_months(match, got, text, day)
    if name == "weekday":
        return _of_weekday(match, got, text, day)
    if name == "near":
        return _single(day + timedelta(_NEAR[got["near"]])) if day else None
    if name == "year":
        return (
            None
            if _is_count(match, text)
            else _part_of(date(int(got["year"]), 1, 1), date(int(got["year"]), 12, 31), got)
        )
    if name == "decade":
        return _part_of(date(int(got["year"]), 1, 1), date(int(got["year"]) + 9, 12, 31), got)
    if name == "by_year":
        if day is None:
            return None
        year = day.year + (-1 if _AGO.match(got["which"]) else 0 if got["which"][:4] in {"dies", "this"} else 1)
        return _between(date(year, 1, 1), date(year, 12, 31))
    return _of_season(got)


def _of_season(got: dict[str, str]) -> Interval:
    """A season, quarter or half of a named year."""
    year = int(got["year"])
    if "season" in got:
        first, last = _SEASONS[got["season"]]
        return _between(date(year, first, 1), _month_end(year + (last < first), last))
    size = 3 if got["span"].startswith("quart") else 6
    nth = (
        ("erste", "zweite", "dritte", "vierte").index(got["nth"])
        if got["span"] in {"quartal", "halbjahr"}
        else ("first", "second", "third", "fourth").index(got["nth"])
    )
    first = min(nth * size + 1, 13 - size)
    return _between(date(year, first, 1), _month_end(year, first + size - 1))


def _full_year(year: str | None) -> int | None:
    return None if year is None else int(year) if len(year) == 4 else 2000 + int(year)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _single(day: date) -> Interval:
    return day.toordinal(), day.toordinal(), "day"


def _between(first: date, last: date) -> Interval:
    return first.toordinal(), last.toordinal(), "day"


def _part_of(first: date, last: date, got: dict[str, str]) -> Interval:
    """The third of the stretch that "Anfang", "Mitte", "Ende" names; the whole where none does."""
    part = _PARTS.get(got.get("part", "").removeprefix("the ").removesuffix(" of"))
    if part is None:
        return _between(first, last)
    days = (last - first).days + 1
    return _between(first + timedelta(days * part[0] // 3), first + timedelta(days * part[1] // 3 - 1))


def _of_day(day: int, month: int, year: int | None, published: date | None) -> Interval | None:
    """Day and month; without a year the one nearest to the day of publication."""
    try:
        if year is not None:
            return _single(date(year, month, day))
        if published is None:
            number = date(2001, month, min(day, 28) if month == 2 else day).timetuple().tm_yday
            return number, number, "yearday"
        years = [date(y, month, day) for y in (published.year - 1, published.year, published.year + 1)]
    except ValueError:
        return None
    return _single(min(years, key=lambda d: abs((d - published).days)))


def _of_months(match: re.Match[str], got: dict[str, str], text: str, published: date | None) -> Interval | None:
    """A month, or a third of it. May and march are months only where the words around say so."""
    if not match.group("name")[0].isupper():
        return None
    if (
        got["name"] in _AMBIGUOUS
        and "year" not in got
        and "part" not in got
        and not _BEFORE_MONTH.search(text, max(0, match.start() - 8), match.start())
    ):
        return None
    month, year = MONTHS[got["name"]], _full_year(got.get("year"))
    if year is None and published is not None:
        middle = [date(y, month, 15) for y in (published.year - 1, published.year, published.year + 1)]
        year = min(middle, key=lambda d: abs((d - published).days)).year
    low, high, _ = _part_of(date(year or 2001, month, 1), _month_end(year or 2001, month), got)
    if year is None:
        start = date(2001, 1, 1).toordinal() - 1
        return low - start, high - start, "yearday"
    return low, high, "day"


def _of_weekday(match: re.Match[str], got: dict[str, str], text: str, published: date | None) -> Interval | None:
    """The last such day, that of publication included; the next one where the sentence speaks of what is to come."""
    number = WEEKDAYS[got["weekday"]]
    if not match.group("weekday")[0].isupper():
        return None
    if published is None:
        return number, number, "weekday"
    back = (published.weekday() - number) % 7
    which = got.get("which", "")
    if which and _AGO.match(which):
        return _single(published - timedelta(back or 7))
    sentence = text[max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start()), 0) : match.end() + 40]
    if which or _LATER.search(re.split(r"[.!?]\s", sentence.lstrip(". "))[0]):
        return _single(published + timedelta((7 - back) % 7))
    return _single(published - timedelta(back))


def _is_count(match: re.Match[str], text: str) -> bool:
    """Whether a bare number that looks like a year counts things: "2000 Menschen", "rund 1900"."""
    if match.group("part") or _YEAR_WORD.search(text, max(0, match.start() - 14), match.start()):
        return False
    if re.search(
        r"\b(?:rund|etwa|circa|ca\.|knapp|gut|fast|über|als|mindestens|bis zu|about|around|some|nearly|almost|over|than|least|to|up)\s$",
        text[max(0, match.start() - 12) : match.start()],
        re.I,
    ):
        return True
    return bool(_COUNTED.match(text, match.end())) or text[match.start() - 1 : match.start()] in {"$", "€", "£"}


_CLOCK = (
    re.compile(r"(?P<near>\b(?:kurz nach|kurz vor|gegen|etwa|rund|ab|um punkt|um)\s)?(?<![\d.,:])(?P<h>[0-2]?\d)(?:[.:](?P<m>[0-5]\d))?\s?(?:Uhr\b|h\b(?=\s))(?:\s(?P<m2>[0-5]?\d)\b(?!\s?(?:Uhr|Euro|Prozent|\w)))?", re.I),
    re.compile(r"(?P<near>\b(?:shortly after|just after|shortly before|just before|at about|about|around|at)\s)?(?<![\d.,:$€£])(?P<h>1[0-2]|0?\d)(?:[.:](?P<m>[0-5]\d))?\s?(?P<half>[ap])(?:m\b|\.\s?m\b\.?)", re.I),
    re.compile(r"(?P<near>\b(?:shortly after|shortly before|at about|about|at)\s)?(?<![\d.,:])(?P<h>[0-2]?\d)[.:](?P<m>[0-5]\d)(?=\s(?:UTC|GMT|CET|BST|local time|in the (?:morning|afternoon|evening))|\s*(?:MEZ|MESZ))", re.I),
    re.compile(r"\b(?:um\s|at\s)?(?P<word>Mitternacht|midnight|noon)\b"),
)  # fmt: skip
_RUN = re.compile(r"[^\W\d_]+|\d+")
_DIGITS = "0"
_LETTERS = 4
"""Letters of a word that tell with which patterns a date or time may begin there; shorter words are told whole."""
_FOLDED = frozenset("ſıİ")
"""What ``re.IGNORECASE`` takes for a letter that ``str.lower`` does not make of it."""
_PART_BEGINS = "anfang mitte ende early late mid the end"
_BEGINS = {
    "clock": "0 kurz gegen etwa rund ab um shortly just at about around mitternacht midnight noon",
    "iso": "0",
    "full": f"0 {' '.join(MONTHS)}",
    "digits": "0",
    "month": f"{_PART_BEGINS} {' '.join(MONTHS)}",
    "weekday": f"vergangen letzt vorig kommend nächst last next this {' '.join(WEEKDAYS)}",
    "near": "vorgestern gestern heute übermorgen yesterday today tonight tomorrow",
    "quarter": "erste zweite dritte vierte first second third fourth",
    "season": "frühjahr frühling sommer herbst winter spring summer autumn",
    "decade": f"0 {_PART_BEGINS} der the",
    "year": f"0 {_PART_BEGINS}",
    "by_year": "vergangene letzte vorige kommende nächste diese last next this",
}
"""The words with which each of the patterns may begin, 0 for a number."""


@cache
def _beginning() -> dict[str, tuple[int, ...]]:
    """The numbers of the patterns that may begin with a word, by its first letters."""
    found: dict[str, list[int]] = {}
    for number, name in enumerate(["clock"] * len(_CLOCK) + [name for name, _ in _PATTERNS]):
        for begin in dict.fromkeys(word[:_LETTERS] for word in _BEGINS[name].split()):
            found.setdefault(begin, []).append(number)
    return {begin: tuple(numbers) for begin, numbers in found.items()}


def _matches(text: str) -> list[Iterator[re.Match[str]]]:
    """The matches in ``text`` of each pattern, those of the clock first, from left to right as ``finditer`` has them.

    Each is tried only where a word stands that it begins with: most words begin no date, and sixteen patterns that ignore
    case take their time to find that out at every letter.
    """
    patterns = [*_CLOCK, *(pattern for _, pattern in _PATTERNS)]
    if not _FOLDED.isdisjoint(text):
        return [pattern.finditer(text) for pattern in patterns]
    starts: list[list[int]] = [[] for _ in patterns]
    beginning = _beginning()
    for run in _RUN.finditer(text):
        word = run.group()
        for number in beginning.get(_DIGITS if word[0].isdecimal() else word[:_LETTERS].lower(), ()):
            starts[number].append(run.start())
    return [_matches_at(text, pattern, own) for pattern, own in zip(patterns, starts, strict=True)]


def _matches_at(text: str, pattern: re.Pattern[str], starts: list[int]) -> Iterator[re.Match[str]]:
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


_AFTER, _BEFORE = re.compile(r"after|nach", re.I), re.compile(r"before|vor", re.I)


def _clock(found: Iterable[Iterable[re.Match[str]]]) -> Iterator[Moment]:
    for matches in found:
        for match in matches:
            got = match.groupdict()
            if got.get("word"):
                minutes = 720.0 if got["word"].lower() == "noon" else 0.0
            else:
                hour = int(got["h"])
                if got.get("half"):
                    hour = hour % 12 + (12 if got["half"].lower() == "p" else 0)
                if hour > 24:
                    continue
                minutes = hour % 24 * 60.0 + int(got.get("m") or got.get("m2") or 0)
            near = (got.get("near") or "").strip().lower()
            low, high = minutes, minutes
            if _AFTER.search(near):
                high += 20
            elif _BEFORE.search(near):
                low -= 20
            elif near not in {"", "um", "at", "ab", "um punkt"}:
                low, high = minutes - 15, minutes + 15
            yield Moment(match.start(), match.end(), low, high, "minute", "time", low == high)
