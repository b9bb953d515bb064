"""Dates as newspapers, pages and documents write them, in German and English."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = (
    ("januar", "jänner", "january", "jan"),
    ("februar", "feber", "february", "feb"),
    ("märz", "march", "mär", "mrz", "mar"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
# Groups: day, month, year. "4. September 2025", "4 Sept. 2025", "4th of September, 2025".
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?({_NAMES})\.?,?\s+(\d{{4}})\b", re.I)
# "September 4, 2025", "Sept. 4th 2025".
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
# "04.09.2025" and "4.9.25": with points it is day, month, year wherever it is written.
_POINTS = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\b")
_SLASHES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")

PATTERNS = (_DAY_FIRST, _MONTH_FIRST, _ISO, _POINTS, _SLASHES)
"""Every way of writing a date that ``find_date`` knows."""


def find_date(text: str) -> str | None:
    """The first date with day, month and year in ``text``, as ``YYYY-MM-DD``; None where there is none.

    Slashes are read only where they are unambiguous (13/02/2025, 02/13/2025, 03/03/2025).
    """
    if not any(map(str.isdigit, text)):
        return None
    found = [
        (match.start(), iso)
        for pattern in PATTERNS
        for match in pattern.finditer(text)
        if (iso := _iso(pattern, match)) is not None
    ]
    return min(found)[1] if found else None


def to_iso(value: str) -> str | None:
    """A date that a file declares (ISO 8601, RFC 2822, PDF's ``D:2025…``, or written out) as ISO 8601.

    Keeps the time of day where there is one: ``2025-09-04`` or ``2025-09-04T18:30:00+02:00``.
    """
    value = value.strip()
    pdf = re.match(r"D:(\d{4})(\d{2})(\d{2})", value)
    if pdf:
        return _day(int(pdf[1]), int(pdf[2]), int(pdf[3]))
    if re.match(r"\d{4}-?\d{2}-?\d{2}", value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        try:
            return datetime.fromisoformat(value).replace(microsecond=0).isoformat()
        except ValueError:
            return find_date(value)
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, ArithmeticError):
        return find_date(value)


def _iso(pattern: re.Pattern[str], match: re.Match[str]) -> str | None:
    a, b, c = match.groups()
    if pattern is _DAY_FIRST:
        return _day(int(c), _MONTH[b.lower()], int(a))
    if pattern is _MONTH_FIRST:
        return _day(int(c), _MONTH[a.lower()], int(b))
    if pattern is _ISO:
        return _day(int(a), int(b), int(c))
    if pattern is _POINTS:
        return _day(int(c) + (2000 if len(c) == 2 else 0), int(b), int(a))
    first, second = int(a), int(b)
    if first > 12 or first == second:
        return _day(int(c), second, first)
    return _day(int(c), first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> str | None:
    if not 1600 <= year <= 2200:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
