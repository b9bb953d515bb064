"""Which of two articles came first: by a credit, by its being a news agency's, by the dates, or by the texts themselves."""

from __future__ import annotations

from datetime import datetime

from core.lineage.model import Told
from core.lineage.witness import Witness, Witnesses


def direction(witnesses: Witnesses, a: str, b: str) -> tuple[str, str, Told]:
    """The source, the copy, and what tells.

    Where nothing else does, the source is the one of which more is missing in the other: outlets cut what they take.
    """
    first, second = witnesses[a], witnesses[b]
    credited = _credits(second, a), _credits(first, b)
    if credited[0] != credited[1]:
        return (a, b, "credit") if credited[0] else (b, a, "credit")
    earlier = _earlier(first.article.published, second.article.published)
    if first.agency != second.agency:
        agency_first = (a, b) if first.agency else (b, a)
        # An agency's file may be younger than what was printed from it (``core.copies`` holds it the same way).
        return (*agency_first, "date" if earlier is not None and earlier == first.agency else "agency")
    if earlier is not None:
        return (a, b, "date") if earlier else (b, a, "date")
    shared = first.groups & second.groups
    rest = [(len(w.groups - shared) + _unlinked(witnesses, w)) / max(1, len(w.claims)) for w in (first, second)]
    weight = [(rest[0], first.words, a), (rest[1], second.words, b)]
    return (a, b, "text") if weight[0] > weight[1] else (b, a, "text")


def dated(witnesses: Witnesses, a: str, b: str) -> bool | None:
    """Whether ``a`` was published before ``b``; None where the dates do not tell."""
    return _earlier(witnesses[a].article.published, witnesses[b].article.published)


def _credits(witness: Witness, article_id: str) -> bool:
    return any(c.article_id == article_id for c in witness.credits)


def _unlinked(witnesses: Witnesses, witness: Witness) -> int:
    return sum(c.id not in witnesses.index.group_of for c in witness.claims)


def _earlier(a: str | None, b: str | None) -> bool | None:
    """Whether ``a`` is earlier than ``b`` (ISO 8601), at the precision that both have."""
    if not a or not b:
        return None
    try:
        first, second = datetime.fromisoformat(a), datetime.fromisoformat(b)
    except ValueError:
        return None
    if first.tzinfo is None or second.tzinfo is None:
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    if len(a) <= len("2026-01-31") or len(b) <= len("2026-01-31"):
        return None if first.date() == second.date() else first.date() < second.date()
    return None if first == second else first < second
