"""The steps of a project that can be undone and done again, so that they outlive the window.

A step that changed decisions alone is kept as the decisions that it replaced. One that changed more (an article
added, other settings) keeps both comparisons, each as a project file of its own, deflated.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from core.decisions import apply, as_found
from core.model import Comparison, Decision, Passage, Span
from core.store import snapshots
from core.store.rows import said, text

if TYPE_CHECKING:
    from sqlite_utils import Database

LARGE_KEPT = 20
"""Steps with both comparisons that a project keeps; where there are more, the oldest steps go."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the reader. ``text`` is what the Edit menu calls it; ``before`` and ``after`` are None where the
    project has them: ``Project.stepped`` gives them back."""

    id: str
    text: str
    before: Comparison | None = None
    after: Comparison | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The steps in their order, of which the first ``done`` are done and the others undone."""

    steps: tuple[Step, ...] = ()
    done: int = 0


def write(db: Database, history: History) -> None:
    """Put ``history`` in place of what ``db`` holds, in the transaction of whoever calls. Of a step that ``db`` holds
    already nothing but the id is looked at."""
    large = {said(row[0]): bool(row[1]) for row in db.execute("SELECT id, before IS NOT NULL FROM history")}
    steps = _latest(history.steps, large)
    kept = json.dumps([step.id for _, step in steps])
    db.execute("DELETE FROM history WHERE id NOT IN (SELECT value FROM json_each(?))", [kept])
    for place, step in steps:
        if step.id in large:
            db.execute("UPDATE history SET place = ? WHERE id = ? AND place != ?", [place, text(step.id), place])
        elif step.before and step.after:
            row = {"id": text(step.id), "place": place, "text": text(step.text), **_change(step.before, step.after)}
            db.table("history").insert(row)
    db.execute("UPDATE reached SET place = ?", [history.done])


def read(db: Database) -> History:
    """The history that ``db`` holds; its places may begin above 0, where older steps were dropped."""
    found = [
        (row[0], said(row[1]), said(row[2])) for row in db.execute("SELECT place, id, text FROM history ORDER BY place")
    ]
    reached = db.execute("SELECT place FROM reached").fetchone()[0]
    return History(tuple(Step(id_, name) for _, id_, name in found), sum(place < reached for place, _, _ in found))


def clear(db: Database) -> None:
    """Forget all steps."""
    db.execute("DELETE FROM history")
    db.execute("UPDATE reached SET place = 0")


def stepped(db: Database, id_: str, now: Comparison, *, forth: bool) -> Comparison:
    """What comes of ``now`` when step ``id_`` is done again (``forth``) or undone.

    Raises KeyError where there is no such step, sqlite3.DatabaseError where it does not fit ``now``.
    """
    columns = "at, old, new, " + ("after" if forth else "before")
    row = db.execute(f"SELECT {columns} FROM history WHERE id = ?", [text(id_)]).fetchone()
    if row is None:
        raise KeyError(id_)
    at, old, new, whole = row
    if whole is not None:
        return snapshots.inflated(whole)
    try:
        here, there = (_decisions(x) for x in ((old, new) if forth else (new, old)))
    except (LookupError, TypeError, ValueError) as error:
        raise sqlite3.DatabaseError(str(error)) from error
    if [d.id for d in now.decisions[at : at + len(here)]] != [d.id for d in here]:
        raise sqlite3.DatabaseError("another state")
    return apply(now, (*now.decisions[:at], *there, *now.decisions[at + len(here) :]))[0]


def _change(before: Comparison, after: Comparison) -> dict[str, Any]:
    sources = json.dumps(sorted({a.sha256 for c in (before, after) for a in c.articles}))
    if as_found(before) != as_found(after):
        return {"before": snapshots.deflated(before), "after": snapshots.deflated(after), "sources": sources}
    one, other = before.decisions, after.decisions
    short = min(len(one), len(other))
    start = next((n for n in range(short) if one[n] != other[n]), short)
    end = next((n for n in range(short - start) if one[-1 - n] != other[-1 - n]), short - start)
    return {
        "at": start, "old": _json(one[start : len(one) - end]), "new": _json(other[start : len(other) - end]),
        "sources": sources,
    }  # fmt: skip


def _latest(steps: Sequence[Step], large: Mapping[str, bool]) -> list[tuple[int, Step]]:
    """The last steps with their places: as many as can be undone one after the other, and not too many large ones.
    ``large`` are those that are in the file, and whether they are."""
    found: list[tuple[int, Step]] = []
    many = 0
    for place, step in reversed(list(enumerate(steps))):
        if step.id in large:
            many += large[step.id]
        elif step.before and step.after:
            many += as_found(step.before) != as_found(step.after)
        else:
            break
        if many > LARGE_KEPT:
            break
        found.append((place, step))
    return found


def _json(decisions: Sequence[Decision]) -> str:
    # With escapes for all that is not ASCII, lone surrogates too: they come from the names of files.
    return json.dumps([asdict(d) for d in decisions])


def _decisions(given: str) -> list[Decision]:
    found = []
    for fields in json.loads(given):
        at = fields["passage"]
        passage = at and Passage(at["article_id"], Span(at["span"]["start"], at["span"]["end"]))
        found.append(Decision(**{**fields, "claims": tuple(fields["claims"]), "passage": passage}))
    return found
