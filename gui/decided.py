"""What the reader decided, as the views see it: which marks are shown, which group is chosen, a new decision."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from core.index import Index
from core.model import Decision, DecisionKind, Kind, Mark, Passage
from gui.session import Choice, MarkFilter


@lru_cache(maxsize=2)
def rejected(index: Index) -> frozenset[str]:
    """Ids of the marks that the reader has rejected. One index stands for one comparison, so it is looked up once."""
    from core.report.decided import decided_marks

    return frozenset(mark for mark, verdict in decided_marks(index.comparison).items() if verdict == "rejected")


def shown(index: Index, lenses: MarkFilter, marks: Iterable[Mark]) -> list[Mark]:
    """Those of ``marks`` that are shown, in their order."""
    gone = rejected(index)
    return [m for m in marks if lenses.lets_through(m) and m.id not in gone]


def chosen_group(index: Index, choice: Choice) -> str | None:
    """The group that is chosen in this comparison: after a decision another one may hold the chosen claim, or none."""
    if choice.claim_id in index.claim:
        group = index.group_of.get(choice.claim_id)
        return group.id if group else None
    if choice.mark_id in index.mark and index.mark[choice.mark_id].group_id in index.group:
        return index.mark[choice.mark_id].group_id
    return choice.group_id if choice.group_id in index.group else None


def decision(
    kind: DecisionKind,
    claims: tuple[str, ...] = (),
    mark: str | None = None,
    mark_kind: Kind | None = None,
    passage: Passage | None = None,
    article_id: str | None = None,
    text: str = "",
) -> Decision:
    """A decision made now."""
    created = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return Decision(uuid.uuid4().hex, kind, created, claims, mark, mark_kind, passage, article_id, text)
