"""From a Doc to the claims that its article makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Article, Claim, Span, claim_id

if TYPE_CHECKING:
    from spacy.tokens import Doc


def extract(article: Article, doc: Doc) -> tuple[Claim, ...]:
    """The claims of ``article`` in the order of its text; their spans do not overlap."""
    spans = []
    for sentence in doc.sents:
        text = sentence.text
        start = sentence.start_char + len(text) - len(text.lstrip())
        end = sentence.start_char + len(text.rstrip())
        if sum(character.isalnum() for character in text) > 2:
            spans.append(Span(start, end))
    last = max(1, len(spans) - 1)
    return tuple(
        Claim(claim_id(article.id, span), article.id, span, (span,), round(i / last, 4), "outlet")
        for i, span in enumerate(spans)
    )
