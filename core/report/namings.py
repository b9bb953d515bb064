"""What the articles call the same thing: the passages that label cues set against each other, joined where they meet."""

from __future__ import annotations

from dataclasses import dataclass

from core.model import Passage
from core.report.content import Column, Content
from core.report.words import shorten

NAME = 60
"""Code points of one name."""


@dataclass(frozen=True)
class Naming:
    """One thing and its names: an article for each that names it, with the names in the order of its text."""

    names: tuple[tuple[Column, tuple[str, ...]], ...]


def namings(content: Content) -> tuple[Naming, ...]:
    """The things that at least two articles name, in the order of their first cues.

    Two passages name the same thing where a cue sets one against the other, or where they overlap.
    """
    things: list[list[Passage]] = []
    for cue in content.cues:
        if cue.mark.kind != "label" or not cue.mark.against:
            continue
        joined = [Passage(cue.mark.article_id, cue.mark.span), *cue.mark.against]
        meeting = [t for t in things if any(_meet(a, b) for a in t for b in joined)]
        if meeting:
            first = meeting[0]
            first += [p for t in meeting[1:] for p in t] + joined
            things = [t for t in things if t is first or t not in meeting]
        else:
            things.append(joined)
    found = (_naming(content, passages) for passages in things)
    return tuple(n for n in found if len(n.names) > 1)


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
