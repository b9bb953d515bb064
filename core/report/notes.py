"""The reader's notes and decisions, said in words."""

from __future__ import annotations

from core.index import Index
from core.model import Comparison, Decision
from core.report.content import Column, Note
from core.report.words import Words, flat, shorten

SHORT = 100
"""Code points of what a decision is about."""


def notes(
    comparison: Comparison, index: Index, columns: dict[str, Column], rows: dict[str, int], words: Words
) -> list[Note]:
    """One Note for each decision, in the order in which they were made; it says where an object is gone."""
    given = Index(comparison)
    found = []
    for decision in comparison.decisions:
        about = _about(decision, given, columns, words) or words.say("decision.lapsed")
        row = next((rows[g.id] for c in decision.claims if (g := index.group_of.get(c)) and g.id in rows), None)
        when = words.moment(decision.created)
        found.append(
            Note(
                words.say(f"decision.{decision.kind}"),
                about,
                flat(decision.text),
                flat(decision.reader),
                when,
                row,
                decision,
            )
        )
    return found


def _about(decision: Decision, index: Index, columns: dict[str, Column], words: Words) -> str | None:
    """What the decision is about: quotations with the letters of their articles; None where that is gone."""
    if decision.mark is not None:
        mark = index.mark.get(decision.mark)
        if mark is None:
            return None
        quote = shorten(mark.span.of(index.article[mark.article_id].text), SHORT)
        kind = words.say(f"kind.{mark.kind}")
        where = f"{kind}, {columns[mark.article_id].letter}"
        return f"{where}: {words.quote(quote)}" if quote else where
    if decision.passage is not None:
        place = decision.passage
        if place.article_id not in columns:
            return None
        quote = shorten(place.span.of(index.article[place.article_id].text), SHORT)
        return f"{columns[place.article_id].letter}: {words.quote(quote)}"
    if any(c not in index.claim for c in decision.claims):
        return None
    if decision.claims:
        return " – ".join(
            f"{columns[index.claim[c].article_id].letter}: {words.quote(shorten(index.text(c), SHORT))}"
            for c in decision.claims
        )
    if decision.article_id is not None:
        column = columns.get(decision.article_id)
        return f"{column.letter}, {column.name}" if column else None
    return words.say("decision.whole")
