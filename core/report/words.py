"""How a report says things in one language: counts, shares, dates, lists, shortened quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from core.model import Reason
from core.phrases import say

ELLIPSIS = "…"
NUMBER_WORDS = 12
"""Up to here numbers are written as words in a sentence, as newspapers do."""

_SINGLE = str.maketrans('"“”„‟«»', "'‘’‚‛‹›")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def visible(text: str) -> str:
    """``text`` with control characters and the ones that turn the direction of writing shown as ``⟨U+202E⟩``.

    They could hide or reorder words of the report (Boucher and Anderson, "Trojan Source", 2021), move a terminal's
    cursor, and most are not allowed in XML.
    """
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def flat(text: str) -> str:
    """``text`` on one line, controls made visible."""
    return " ".join(visible(text).split())


def shorten(text: str, limit: int) -> str:
    """``text`` on one line, cut at a word to at most ``limit`` code points, the ellipsis included."""
    line = flat(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    return head[: cut if cut > limit // 2 else limit - 1].rstrip(" ,;:–-") + ELLIPSIS


class Words:
    """The phrases of one language with its way of writing numbers."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = "en_GB" if language == "en" else language

    def say(self, key: str, **values: object) -> str:
        """The report's phrase ``report.KEY``."""
        return say(f"report.{key}", self.language, **values)

    def reason(self, reason: Reason) -> str:
        """A Reason's sentence; values that come from an article are made visible."""
        return flat(say(reason.key, self.language, **dict(reason.values)))

    def count(self, key: str, n: int, **values: object) -> str:
        """The phrase ``report.KEY.one`` or ``report.KEY.other``; ``{n}`` is written as a word up to twelve."""
        return self.say(f"{key}.{'one' if n == 1 else 'other'}", n=self.number(n), **values)

    def number(self, n: int) -> str:
        """A whole number inside a sentence."""
        return self.say(f"number.{n}") if n <= NUMBER_WORDS else self.figure(n)

    def figure(self, n: int) -> str:
        """A whole number in figures, thousands set apart."""
        return f"{n:,}".replace(",", "\u202f" if self.language == "de" else ",")

    def decimal(self, value: float, digits: int = 2) -> str:
        """A number with decimals."""
        text = f"{value:.{digits}f}"
        return text.replace(".", ",") if self.language == "de" else text

    def percent(self, share: float) -> str:
        """A share (0–1) in whole per cent."""
        return f"{round(share * 100)}\u202f%" if self.language == "de" else f"{round(share * 100)}%"

    def share(self, share: float | None) -> str:
        """A share (0–1) in whole per cent, a dash where there is none."""
        return "–" if share is None else self.percent(share)

    def quote(self, text: str) -> str:
        """``text`` in the language's quotation marks; double ones inside it become single."""
        inner = text.translate(_SINGLE)
        return f"„{inner}“" if self.language == "de" else f"“{inner}”"

    def listing(self, items: Sequence[str]) -> str:
        """``a, b and c``."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say('and')} {items[-1]}"

    def sentence(self, text: str) -> str:
        """``text`` with a capital at its start."""
        return text[:1].upper() + text[1:]

    def day(self, stamp: str | None) -> str:
        """An ISO date, or date and time, as a day in words; what is no date stays as it is."""
        if not stamp:
            return ""
        from babel.dates import format_date

        try:
            when = datetime.fromisoformat(stamp).date() if len(stamp) > 10 else date.fromisoformat(stamp)
        except ValueError:
            return flat(stamp)
        return str(format_date(when, "long", locale=self.locale))

    def moment(self, stamp: str) -> str:
        """An ISO date and time, to the minute and with its zone; what is none stays as it is."""
        from babel.dates import format_datetime

        try:
            when = datetime.fromisoformat(stamp)
        except ValueError:
            return flat(stamp)
        said = format_datetime(
            when, "d MMMM y, HH:mm" if self.language == "en" else "d. MMMM y, HH:mm 'Uhr'", locale=self.locale
        )
        return f"{said} {when.tzname()}" if when.tzinfo else str(said)

    def name_of(self, language: str) -> str:
        """The name of a language by its ISO 639-1 code."""
        from babel import Locale

        name = Locale(self.language).languages.get(language)
        return str(name) if name and language != "und" else self.say("language.unknown")
