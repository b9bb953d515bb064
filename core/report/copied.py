"""Articles that are largely copies of others, in sentences."""

from __future__ import annotations

from core.copies import copies_among
from core.phrases import say
from core.report.content import Content
from core.report.words import flat, shorten

QUOTED = 3
"""Changed sentences that are quoted of each copy."""
LENGTH = 110
"""Code points of each of them."""


def copied(content: Content) -> list[str]:
    """For each article that is largely a copy: of which one, how many sentences it changed, and the first of them."""
    words, columns = content.words, {c.article.id: c for c in content.columns}
    said = []
    for copy in copies_among(content.comparison.articles).values():
        column, original = columns[copy.article_id], columns[copy.original_id]
        reason = copy.reason(f"{column.name} ({column.letter})", f"{original.name} ({original.letter})")
        text = say(reason.key, words.language, **dict(reason.values))
        changed = [flat(span.of(column.article.text)) for span in copy.changed[:QUOTED]]
        if changed:
            quotes = words.listing([words.quote(shorten(sentence, LENGTH)) for sentence in changed])
            text += " " + say("copy.quoted", words.language, quotes=quotes)
        said.append(text)
    return said
