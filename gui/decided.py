"""What the reader decided, as the views see it: which marks are shown, which group is chosen, a new decision."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Literal

from core.decisions import verdicts
from core.index import Index
from core.model import Decision, DecisionKind, Kind, Mark, Passage, Voice
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


class Shown:
    """The marks that one filter lets through of one comparison, without those that the reader rejected."""

    def __init__(self, index: Index, lenses: MarkFilter) -> None:
        heard, self._kinds = _heard(index, lenses.voices, lenses.strength, lenses.without)
        self.of_article = {a: [m for m in own if m.kind in lenses.kinds] for a, own in heard.items()}
        """Article id to its marks, in the order of its text."""

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(map(len, self.of_article.values()))

    def differing(self, other: Shown) -> set[tuple[str, str]]:
        """The groups and articles (ids) whose marks ``other`` shows differently."""
        sides = ({m.id: m for own in side.of_article.values() for m in own} for side in (self, other))
        mine, theirs = sides
        either = mine | theirs
        marks = (either[m] for m in mine.keys() ^ theirs.keys())
        return {(m.group_id, m.article_id) for m in marks if m.group_id}

    @cached_property
    def of_group(self) -> dict[str | None, list[Mark]]:
        """Group id to the marks on its claims, omissions included; a group without any is not in it."""
        found: dict[str | None, list[Mark]] = {}
        for own in self.of_article.values():
            for mark in own:
                found.setdefault(mark.group_id, []).append(mark)
        return found

    @property
    def kinds(self) -> Counter[Kind]:
        """How many of each kind there would be with every kind switched on."""
        return self._kinds


@lru_cache(maxsize=4)
def shown(index: Index, lenses: MarkFilter) -> Shown:
    """The marks that are shown: looked up once for all views, since each of them asks with every lens switched."""
    return Shown(index, lenses)


@lru_cache(maxsize=4)
def _heard(
    index: Index, voices: frozenset[Voice], strength: float, without: frozenset[str]
) -> tuple[dict[str, list[Mark]], Counter[Kind]]:
    """What passes whatever kinds are switched on: a switch of a kind need not ask for the rest again."""
    about = marks_decided(index)
    heard = {
        a: []
        if a in without
        else [m for m in own if m.strength >= strength and m.voice in voices and about.get(m.id) != "rejected"]
        for a, own in index.marks_of.items()
    }
    return heard, Counter(m.kind for own in heard.values() for m in own)


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
