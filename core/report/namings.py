"""What the articles call the same thing: the passages that label cues set against each other, joined where they meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.model import Mark, Passage
from core.report.content import Column, Content
from core.report.words import shorten

NAME = 60
"""Code points of one name."""


@dataclass(frozen=True)
class Naming:
    """One thing and its names: an article for each that names it, with the names in the order of its text."""

    names: tuple[tuple[Column, tuple[str, ...]], ...]


def namings(content: Content) -> tuple[Naming, ...]:
    """The things that at least two articles name, in the order of their first cues."""
    found = (_naming(content, passages) for passages in things(cue.mark for cue in content.cues))
    return tuple(n for n in found if len(n.names) > 1)


def things(marks: Iterable[Mark]) -> list[list[Passage]]:
    """The places that name one thing, for each thing that the label cues among ``marks`` are about, in their order.

    Two passages name the same thing where a cue sets one against the other, or where they overlap.
    """
    found: list[list[Passage]] = []
    for mark in marks:
        if mark.kind != "label" or not mark.against:
            continue
        joined = [Passage(mark.article_id, mark.span), *mark.against]
        meeting = [t for t in found if any(_meet(a, b) for a in t for b in joined)]
        if meeting:
            first = meeting[0]
            first += [p for t in meeting[1:] for p in t] + joined
            found = [t for t in found if t is first or t not in meeting]
        else:
            found.append(joined)
    return found


def _meet(a: Passage, b: Passage) -> bool:
    return a.article_id == b.article_id and a.span.overlap(b.span) > 0


def _naming(content: Content, passages: list[Passage]) -> Naming:
    names = []
    for column in content.columns:
        own = sorted({p.span for p in passages if p.article_id == column.article.id})
        said = dict.fromkeys(shorten(span.of(column.article.text), NAME) for span in own)
        if said:
            names.append((column, tuple(said)))
    return Naming(tuple(names))
