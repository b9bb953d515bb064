"""Where a text quotes: „…“, “…”, »…«, «…» and "…", over as many sentences as the quotation runs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.model import Span

PAIRS = {"„": '“”"', "“": "”", "»": "«", "«": "»", '"': '"'}
"""What closes each opening mark. German closes „ with “ (or, carelessly, with ” or a straight mark)."""
GUILLEMETS = frozenset("«»")
MARKS = re.compile("[\n" + "".join({*PAIRS, *"".join(PAIRS.values())}) + "]")
"""Where a quotation may open or end."""


def quotations(text: str) -> tuple[Span, ...]:
    """The quotations of ``text`` with their marks, in order, not nested; one left open ends with its paragraph."""
    found = []
    start, closers = -1, ""
    # Germany and Austria write »…«, Switzerland and France «…»: the first one tells which of them opens.
    opener = next((c for c in text if c in GUILLEMETS), "")
    for mark in MARKS.finditer(text):
        i, character = mark.start(), mark.group()
        if start >= 0 and character in closers:
            found.append(Span(start, i + 1))
            start = -1
        elif start >= 0 and character == "\n":
            found.append(Span(start, i))
            start = -1
        elif start < 0 and character in PAIRS and (character == opener or _may_open(text, i)):
            start, closers = i, PAIRS[character]
    if start >= 0:
        found.append(Span(start, len(text)))
    return tuple(found)


def _may_open(text: str, i: int) -> bool:
    """An opening mark has a word after it and none before it: not the inch sign, not a mark gone astray."""
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return text[i] not in GUILLEMETS and not before.isalnum() and bool(after) and not after.isspace()


def inside(spans: Iterable[Span], quoted: tuple[Span, ...], text: str) -> float:
    """The share (0-1) of the letters and digits of ``spans`` that stands inside quotations."""
    total = within = 0
    for span in spans:
        total += _letters(span, text)
        for quotation in quoted:
            both = Span(max(span.start, quotation.start), min(span.end, quotation.end))
            if both.end > both.start:
                within += _letters(both, text)
    return within / total if total else 0.0


def _letters(span: Span, text: str) -> int:
    return sum(map(str.isalnum, span.of(text)))
