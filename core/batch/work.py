"""One event compared: what is sent to a process or to a worker of a cluster, and what comes back.

The files' bytes travel with the task, so that a worker needs no disk in common; what comes back is the event's rows of
the summary. Every comparison runs on one thread: the cores are shared by processes.
"""

from __future__ import annotations

import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core import cores
from core.errors import UserError
from core.model import Article, Claim, ClaimGroup, Comparison, Failure, Mark, Settings
from core.phrases import say

Row = dict[str, Any]
AT_LEAST = 2
"""Articles that a comparison needs."""
BETWEEN = " | "
"""Between the files that a cell lists."""
_alone = threading.Lock()


@dataclass(frozen=True, slots=True)
class Task:
    """An event to be compared. ``files``: paths below the event's folder and bytes; ``failures``: files that could not
    be read, and why; ``program``: which program is to compare it (``folders.program``)."""

    name: str
    key: str
    program: str
    files: tuple[tuple[str, bytes], ...]
    failures: tuple[tuple[str, str], ...]
    settings: Settings
    language: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an event: its ``rows`` of the summary (none where it could not be compared), and what failed:
    pairs of a file (empty: the event itself) and a sentence. One that is not ``final`` is tried again by the next run."""

    key: str
    rows: tuple[Row, ...]
    failures: tuple[tuple[str, str], ...]
    final: bool = True


def compare_event(task: Task) -> Outcome:
    """Compare the event. Raises UserError where this is another program than the one that asks."""
    from core.batch import folders
    from core.compare import compare

    if folders.program() != task.program:
        raise UserError("error.batch.version", task.name)
    # A worker may be asked by several threads; the models are shared.
    with _alone, tempfile.TemporaryDirectory(prefix="lesart-") as place, cores.held_to(1):
        root = Path(place)
        for name, content in task.files:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        found = compare([str(root / name) for name, _ in task.files], task.settings)
        failures = [*task.failures, *(_failure(f, root, task.language) for f in found.failures)]
        if len(found.articles) < AT_LEAST:
            failures.append(("", say("error.batch.too_few", task.language, event=task.name)))
            return Outcome(task.key, (), tuple(failures))
        return Outcome(task.key, tuple(_rows(task, found, root, len(failures))), tuple(failures))


def _failure(failure: Failure, root: Path, language: str) -> tuple[str, str]:
    """The file and the sentence, with the paths as the reader knows them."""
    values = {name: _below(root, value) for name, value in failure.reason.values}
    return _below(root, failure.source), say(failure.reason.key, language, **values)


def _below(root: Path, source: str) -> str:
    return source.removeprefix(str(root)).lstrip("/\\").replace("\\", "/") if source.startswith(str(root)) else source


def _rows(task: Task, c: Comparison, root: Path, failed: int) -> list[Row]:
    """The event's row, one for each group and one for each mark; columns as ``summary.COLUMNS`` has them."""
    file = {a.id: _below(root, a.source) for a in c.articles}
    article = {a.id: a for a in c.articles}
    claim = {x.id: x for x in c.claims}
    whole: Row = {
        "event": task.name, "row": "event", "id": task.name, "articles": len(c.articles), "claims": len(c.claims),
        "links": len(c.links), "groups": len(c.groups), "marks": len(c.marks), "failed": failed,
        "carried_by": BETWEEN.join(file.values()), "unrelated": BETWEEN.join(file[a] for a in c.unrelated),
        "language": BETWEEN.join(sorted({a.language for a in c.articles})),
        "models": BETWEEN.join(f"{name}: {model}" for name, model in c.provenance.models),
    }  # fmt: skip
    groups = [_group(task.name, g, claim, file) for g in c.groups]
    marks = [_mark(task, m, article[m.article_id], file) for m in c.marks]
    return [whole, *groups, *marks]


def _group(event: str, group: ClaimGroup, claim: dict[str, Claim], file: dict[str, str]) -> Row:
    carriers = list(dict.fromkeys(file[claim[c].article_id] for c in group.claims))
    return {
        "event": event, "row": "group", "id": group.id, "articles": len(carriers), "claims": len(group.claims),
        "links": len(group.links), "carried_by": BETWEEN.join(carriers),
        "omitted_by": BETWEEN.join(file[o.article_id] for o in group.omitted_by), "text": group.gist,
    }  # fmt: skip


def _mark(task: Task, mark: Mark, article: Article, file: dict[str, str]) -> Row:
    return {
        "event": task.name, "row": "mark", "id": mark.id, "kind": mark.kind, "article": file[mark.article_id],
        "language": article.language, "group": mark.group_id, "start": mark.span.start, "end": mark.span.end,
        "text": mark.span.of(article.text), "voice": mark.voice, "strength": mark.strength,
        "reason": say(mark.reason.key, task.language, **dict(mark.reason.values)),
        "against": BETWEEN.join(dict.fromkeys(file[p.article_id] for p in mark.against)),
    }  # fmt: skip
