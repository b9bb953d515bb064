"""Lesart is killed at random moments, as by the power or the system: nothing that it acknowledged is lost.

A child process reads articles, compares them, keeps what came out, adds and takes away articles, decides, undoes, goes
back, saves under other names; it writes down before each change what will be, and after the call returned that it is.
The parent kills it (SIGKILL) and looks at what is on the disk. ``LESART_KILLS=200`` kills it two hundred times.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from core import store
from core.compare import compare, revise
from core.known import Known
from core.model import Comparison, Decision
from core.store import snapshots
from core.store.history import History, Step
from core.store.project import Project
from tests.core.report import event

KILLS = int(os.environ.get("LESART_KILLS", "16"))
LONGEST = 0.6
"""Seconds that a child lives at most; it makes some twenty changes in them."""
LONGEST_ANALYSIS = 2.5
"""Seconds for one that reads and compares: a comparison of these short articles takes about half of one."""
SEED = 7


@dataclass(frozen=True)
class State:
    """What a project holds, as far as the test tells states apart."""

    path: str
    decisions: tuple[str, ...]
    marks: int


def state(path: Path, comparison: Comparison) -> State:
    return State(str(path), tuple(d.id for d in comparison.decisions), len(comparison.marks))


class Diary:
    """What the child says to the parent: what it is about to do (``try``) and what it has done (``done``), and that it
    reads or compares (``busy``)."""

    def __init__(self, handle: int) -> None:
        self.handle = handle

    def write(self, what: str, said: State) -> None:
        os.write(self.handle, json.dumps([what, said.path, said.decisions, said.marks]).encode() + b"\n")


Change = tuple[Path, Comparison, Callable[[], object]]


def change(project: Project, name: str, chance: random.Random) -> Change:
    """Something to do: in which file there will be what, and the call that makes it so."""
    now, here = project.comparison, project.path
    kind = chance.choice(("decide", "note", "note", "undo", "withdraw", "compare", "snapshot", "revert", "save_as"))
    if kind in ("decide", "note"):
        note = Decision(name, "note", "2026-11-22T10:00:00Z", text="n" * chance.randrange(9000))
        after = replace(now, decisions=(*now.decisions, note))
        return here, after, partial(project.decide, note) if kind == "decide" else partial(keep, project, name, after)
    if kind == "withdraw" and now.decisions:
        gone = chance.choice(now.decisions)
        left = tuple(d for d in now.decisions if d != gone)
        return here, replace(now, decisions=left), partial(project.withdraw, gone.id)
    if kind == "compare":
        anew = replace(now, marks=event.comparison().marks[: chance.randrange(10)])
        return here, anew, partial(keep, project, name, anew)
    steps = project.steps()
    if kind == "undo" and steps.done:
        before = project.stepped(steps.steps[steps.done - 1].id, now, forth=False)
        return here, before, partial(project.keep, before, History(steps.steps, steps.done - 1))
    if kind == "revert" and project.snapshots():
        back = chance.choice(project.snapshots()).id
        return here, snapshots.state(project._db, back), partial(project.revert, back)
    if kind == "save_as":
        there = here.with_name(f"{name}.lesart")
        return there, now, partial(project.save_as, there)
    return here, now, project.snapshot


def keep(project: Project, name: str, after: Comparison) -> None:
    """As the window keeps a change: with the step to undo it."""
    steps = project.steps()
    done = (*steps.steps[: steps.done], Step(name, name, project.comparison, after))
    project.keep(after, History(done, len(done)))


def analyse(folder: Path, number: int, diary: Diary) -> None:
    """Read files, compare them, keep them without a name, add one, take one away, until killed."""
    chance = random.Random(SEED * 1000 + number)
    known, sources = Known(), sorted(folder.glob("*.txt"))
    project: Project | None = None
    for step in count():
        wanted = chance.sample(sources, chance.choice((2, 2, 3)))
        os.write(diary.handle, b'["busy"]\n')
        found = compare(wanted, known=known)
        if project is None:
            diary.write("try", State(str(folder / f"{number}.lesart"), (), len(found.marks)))
            project = Project.create(folder / f"{number}.lesart", found)
        else:
            found = revise(found, project.comparison.decisions)
            diary.write("try", state(project.path, found))
            keep(project, f"{number}-{step}", found)
        diary.write("done", state(project.path, project.comparison))
        project.remember(known.only_wanted())
        note = Decision(f"{number}-{step}", "note", "2026-11-22T10:00:00Z", text="n" * chance.randrange(9000))
        noted = revise(project.comparison, [*project.comparison.decisions, note])
        diary.write("try", state(project.path, noted))
        keep(project, f"{number}-{step}-note", noted)
        diary.write("done", state(project.path, project.comparison))


def work(folder: Path, number: int, diary: Diary) -> None:
    """Change projects until killed."""
    if number % 4 == 3:
        analyse(folder, number, diary)
    chance = random.Random(SEED * 1000 + number)
    full, path = event.comparison(), folder / f"{number}.lesart"
    diary.write("try", state(path, full))
    project = Project.create(path, full)
    diary.write("done", state(path, full))
    for step in count():
        place, will, run = change(project, f"{number}-{step}", chance)
        diary.write("try", state(place, will))
        run()
        diary.write("done", state(place, project.comparison))


def child(folder: Path, number: int) -> tuple[int, int]:
    """Start a process that works in ``folder``; its id, and where to read its diary."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            work(folder, number, Diary(writing))
        finally:
            os._exit(1)
    os.close(writing)
    return pid, reading


def diary_of(reading: int) -> list[tuple[str, State]]:
    """The whole lines of the child's diary."""
    said = b""
    while block := os.read(reading, 65536):
        said += block
    os.close(reading)
    lines = [json.loads(line) for line in said.split(b"\n")[:-1]]
    told = [line if line != ["busy"] else ["busy", "", (), 0] for line in lines]
    return [(what, State(path, tuple(decisions), marks)) for what, path, decisions, marks in told]


def look_after(diary: list[tuple[str, State]]) -> bool:
    """Check every project that the child had; whether it was killed within a change, or at work on one."""
    return check(diary) or bool(diary and diary[-1][0] == "busy")


def check(diary: list[tuple[str, State]]) -> bool:
    """Check every project that the child had; whether it was killed within a change."""
    done: dict[str, State] = {}
    for what, said in diary:
        if what == "done":
            done[said.path] = said
    cut_short = diary[-1][1] if diary and diary[-1][0] == "try" else None
    if cut_short and cut_short.path not in done and Path(cut_short.path).exists():
        assert state(Path(cut_short.path), store.load(cut_short.path)) == cut_short, "whole, or not there"
    for path, last in done.items():
        with Project(path) as project:
            assert project.notice is None, "the dead hold no locks"
            found = state(Path(path), project.comparison)
            assert found in (last, cut_short), "nothing acknowledged is lost, nothing is half there"
            steps = project.steps()
            if steps.done:
                before = project.stepped(steps.steps[steps.done - 1].id, project.comparison, forth=False)
                assert project.stepped(steps.steps[steps.done - 1].id, before, forth=True) == project.comparison
            project.decide(Decision("after", "note", "2026-11-22T10:00:00Z"))
            assert project.snapshots()
        with sqlite3.connect(path) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.close()
        assert store.load(path).decisions[-1].id == "after"
        assert not Path(path + "-journal").exists()
    return cut_short is not None


def test_nothing_acknowledged_is_lost_when_lesart_is_killed(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    cut_short = changes = 0
    # The children inherit what is loaded, and begin at once.
    store.save(event.comparison(), tmp_path / "first.lesart")
    for number, article in enumerate(event.comparison().articles):
        (tmp_path / f"{number}.txt").write_text(article.text, encoding="utf-8")
    compare(sorted(tmp_path.glob("*.txt")))
    for number in range(KILLS):
        pid, reading = child(tmp_path, number)
        time.sleep(chance.uniform(0, LONGEST if number % 4 != 3 else LONGEST_ANALYSIS))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        diary = diary_of(reading)
        assert os.WIFSIGNALED(status), f"the child ended by itself: {diary[-3:]}"
        cut_short += look_after(diary)
        changes += sum(what == "done" for what, _ in diary)
    assert cut_short > KILLS / 5, "most kills are meant to fall within a change"
    assert changes > KILLS / 3
