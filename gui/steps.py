"""Which shared claim or cue comes next: the order in which the keyboard walks a comparison."""

from __future__ import annotations

from functools import lru_cache

from core.index import Index
from core.model import Mark
from gui.decided import chosen_group, shown
from gui.session import Choice, MarkFilter


@lru_cache(maxsize=2)
def groups_in_order(index: Index) -> list[str]:
    """Ids of the groups by where they are first mentioned: column by column, each from top to bottom."""
    column = index.column

    def first(group_id: str) -> tuple[int, int]:
        own = [index.claim[c] for c in index.group[group_id].claims]
        return min((column[c.article_id], c.span.start) for c in own)

    return sorted(index.group, key=first)


def marks_in_order(index: Index, lenses: MarkFilter) -> list[Mark]:
    """The marks that are shown, column by column, each from top to bottom."""
    of_article = shown(index, lenses).of_article
    return [m for article in index.column for m in of_article[article]]


def next_group(index: Index, choice: Choice, step: int) -> str | None:
    """The group ``step`` (1 or -1) after the chosen one, round and round; the first or last where none is chosen."""
    order = groups_in_order(index)
    return _after(order, chosen_group(index, choice), step)


def next_mark(index: Index, lenses: MarkFilter, choice: Choice, step: int) -> str | None:
    """The shown mark ``step`` after the chosen one, round and round."""
    return _after([m.id for m in marks_in_order(index, lenses)], choice.mark_id, step)


def _after(order: list[str], current: str | None, step: int) -> str | None:
    if not order:
        return None
    if current not in order:
        return order[0] if step > 0 else order[-1]
    return order[(order.index(current) + step) % len(order)]
