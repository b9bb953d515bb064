"""Interviews: which paragraphs are the answers of the person who is asked.

An answer stands in nobody's quotation marks; its speaker is named once before it ("Uhlig: No.") or not at all after the
first time. What is taken for an interview is a paragraph with such a label below one that ends with a question, whose name
also stands elsewhere in the text; after it the paragraph below every further question is an answer, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer: its paragraph, who speaks, and where the name stands before it (None: it is not repeated)."""

    paragraph: Span
    speaker: str
    label: Span | None


def answers(text: str) -> dict[int, Turn]:
    """The answers of an interview by where their paragraphs begin; none in other texts."""
    paragraphs = list(_paragraphs(text))
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
    for paragraph, label, before, asks in zip(paragraphs, labels, asked, asked[1:], strict=False):
        own = label.group() if label and label.group() in known else None
        if own and label and not asks:
            last = own
            found[paragraph.start] = Turn(paragraph, own, Span(label.start(), label.end() + 1))
        elif last and len(known) == 1 and before and not asks and not label:
            found[paragraph.start] = Turn(paragraph, last, None)
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
