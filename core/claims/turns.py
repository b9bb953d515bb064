"""Interviews: which paragraphs are the answers of the person who is asked.

An answer stands in nobody's quotation marks; its speaker is named once before it ("Uhlig: No.") or not at all after the
first time. What is taken for an interview is a paragraph with such a label below one that ends with a question, whose name
also stands elsewhere in the text; after it the paragraph below every further question is an answer, too. What stands between
an answer and the next question goes on with the answer; below the last question nothing tells it from the report.

A quotation that is a paragraph may have its speaker in the line below it ("– Jo Lund, head of the port"), which claims
nothing. Without the dash such a line is not told from a subheading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from core.model import Span


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LABEL = re.compile(r"[^\W\d_a-zß][\w'’.\-]*(?: [^\W\d_a-zß][\w'’.\-]*){0,3}(?=:\s+\S)")
"""A name before a colon."""
DETERMINERS = _set(
    "der die das dem den des ein eine einen einem einer kein keine dieser diese dieses sein seine ihr ihre unser mein "
    "the a an this that his her our their my its"
)
QUESTION = re.compile(r"\?[\"'“”’«»)]*$")
SENTENCE_END = re.compile(r"[.!…][\"'“”’«»)]*$")
CONTINUED = 3
"""Paragraphs that an answer goes on for at most; more are the report between two interviews."""
QUOTED = re.compile(r"[„“»«\"].*[“”»«\"][.!?]?")
CITED = re.compile(
    r"[–—-]{1,2} ?(?P<name>[^\W\d_a-zß][\w'’.\-]*(?: (?:(?:van|von|der|de|al|bin|zu) )*[^\W\d_a-zß][\w'’.\-]*){1,3})(?:, [^.!?:]{2,70})?"
)
"""The line below a quotation that names its speaker."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer or cited quotation: its paragraph, who speaks, and where the name stands (None: it is not repeated)."""

    paragraph: Span
    speaker: str
    label: Span | None


def answers(text: str) -> dict[int, Turn]:
    """The answers of an interview, and the quotations with a line that names their speaker, by where their paragraphs begin.

    Such a line is in it too, as a paragraph that is nothing but the name.
    """
    paragraphs = list(_paragraphs(text))
    return {**_interview(paragraphs, text), **_cited(paragraphs, text)}


def _interview(paragraphs: list[Span], text: str) -> dict[int, Turn]:
    labels = [LABEL.match(text, p.start, p.end) for p in paragraphs]
    if not any(labels):
        return {}
    asked = [False, *(QUESTION.search(p.of(text)) is not None for p in paragraphs)]
    known = {
        label.group()
        for label, before, asks in zip(labels, asked, asked[1:], strict=False)
        if label and before and not asks and _is_person(label.group(), text)
    }
    found: dict[int, Turn] = {}
    last: str | None = None
    open_: list[Span] | None = None
    for paragraph, label, before, asks in zip(paragraphs, labels, asked, asked[1:], strict=False):
        own = label.group() if label and label.group() in known else None
        if own and label and not asks:
            last, open_ = own, []
            found[paragraph.start] = Turn(paragraph, own, Span(label.start(), label.end() + 1))
        elif last and len(known) == 1 and before and not asks and not label:
            open_ = []
            found[paragraph.start] = Turn(paragraph, last, None)
        elif asks:
            if last and open_ and len(open_) <= CONTINUED:
                found.update((p.start, Turn(p, last, None)) for p in open_)
            open_ = None
        elif open_ is not None:
            goes_on = not label and SENTENCE_END.search(paragraph.of(text))
            open_ = [*open_, paragraph] if goes_on else None
    return found


def _cited(paragraphs: list[Span], text: str) -> dict[int, Turn]:
    found: dict[int, Turn] = {}
    for quotation, below in pairwise(paragraphs):
        line = CITED.fullmatch(below.of(text))
        if line and QUOTED.fullmatch(quotation.of(text)):
            found[quotation.start] = Turn(quotation, line["name"], below)
            found[below.start] = Turn(below, line["name"], below)
    return found


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _is_person(label: str, text: str) -> bool:
    """Whether the text has the label's last word after a first name or a title, as only a person's name stands."""
    before = re.findall(rf"([^\W\d_a-zß][\w'’.\-]*) {re.escape(label.rsplit(' ', 1)[-1])}\b(?!:)", text)
    return any(word.lower() not in DETERMINERS for word in before)
