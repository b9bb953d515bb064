"""A reader mends a text; what the reader decided and noted about it goes along, by content.

Decisions name claims and cues by article and place (``core.model.claim_id``). A mended text has a new id, so the ids in
them are written anew for the new text; where the words are not there any more a decision stays as it was: it has
lapsed, is listed (``core.decisions.lapsed``), and holds again when the old text comes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.model import Article, Decision, Passage, Span, claim_id
from core.reading.mend import moved


def carried(decisions: Sequence[Decision], before: Article, after: Article) -> tuple[Decision, ...]:
    """``decisions`` with every place in ``before`` written as the place of the same words in ``after``.

    Those whose words are gone are left as they were, whole: no decision is ever moved onto other words.
    """
    if before.id == after.id:
        return tuple(decisions)
    places = sorted({span for d in decisions for span in _places(d, before.id)})
    where = dict(zip(places, moved(before.text, after.text, places), strict=True))
    return tuple(_carried(d, before, after, where) for d in decisions)


def _carried(decision: Decision, before: Article, after: Article, where: dict[Span, Span | None]) -> Decision:
    if any(where[span] is None for span in _places(decision, before.id)):
        return decision

    def anew(id_: str) -> str:
        def placed(found: re.Match[str]) -> str:
            span = where[Span(int(found[1]), int(found[2]))]
            return claim_id(after.id, span) if span is not None else found[0]

        # An omission names the article alone, before the group.
        return _pattern(before.id).sub(placed, id_).replace(f"omission:{before.id}:", f"omission:{after.id}:")

    at = decision.passage
    span = where[at.span] if at and at.article_id == before.id else None
    return replace(
        decision,
        claims=tuple(map(anew, decision.claims)),
        mark=anew(decision.mark) if decision.mark else decision.mark,
        passage=Passage(after.id, span) if span is not None else at,
        article_id=after.id if decision.article_id == before.id else decision.article_id,
    )


def _places(decision: Decision, article_id: str) -> list[Span]:
    """The places in the article that the decision names."""
    ids = " ".join((*decision.claims, decision.mark or ""))
    found = [Span(int(a), int(b)) for a, b in _pattern(article_id).findall(ids)]
    at = decision.passage
    return [*found, *([at.span] if at and at.article_id == article_id else [])]


def _pattern(article_id: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(article_id)}:(\d+)-(\d+)")
