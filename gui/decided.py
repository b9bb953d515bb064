"""What the reader decided, as the views see it: which marks are shown, which group is chosen, a new decision."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from core.decisions import verdicts
from core.index import Index
from core.model import Decision, DecisionKind, Kind, Mark, Passage
from gui.session import Choice, MarkFilter

Verdict = Literal["accepted", "rejected"]


@lru_cache(maxsize=2)
def links_decided(index: Index) -> dict[frozenset[str], Verdict]:
    """The reader's last word on each pair of claims. One index stands for one comparison, so it is looked up once."""
    said = verdicts(index.comparison.decisions)
    return {pair: "accepted" if same else "rejected" for pair, same in said.items()}


@lru_cache(maxsize=2)
def marks_decided(index: Index) -> dict[str, Verdict]:
    """The reader's last word on each mark, by its id."""
    said: dict[DecisionKind, Verdict] = {"accept_mark": "accepted", "reject_mark": "rejected"}
    return {d.mark: said[d.kind] for d in index.comparison.decisions if d.kind in said and d.mark}


def shown(index: Index, lenses: MarkFilter, marks: Iterable[Mark]) -> list[Mark]:
    """Those of ``marks`` that are shown, in their order."""
    about = marks_decided(index)
    return [m for m in marks if lenses.lets_through(m) and about.get(m.id) != "rejected"]


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
