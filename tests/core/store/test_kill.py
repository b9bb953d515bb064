"""Lesart is killed at random moments, as by the power or the system: nothing that it acknowledged is lost.

A child process works on a project and writes down before each change what will be, and after the call returned that it
is. The parent kills it (SIGKILL) and looks at what is on the disk. ``LESART_KILLS=200`` kills it two hundred times.
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
from core.model import Comparison, Decision
from core.store import snapshots
from core.store.project import Project
from tests.core.report import event

KILLS = int(os.environ.get("LESART_KILLS", "25"))
LONGEST = 0.5
"""Seconds that a child lives at most; it makes some twenty changes in them."""
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
    """What the child says to the parent: what it is about to do (``try``) and what it has done (``done``)."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def write(self, what: str, said: State) -> None:
        os.write(self._handle, json.dumps([what, said.path, said.decisions, said.marks]).encode() + b"\n")


Change = tuple[Path, Comparison, Callable[[], object]]


def change(project: Project, name: str, chance: random.Random) -> Change:
    """Something to do: in which file there will be what, and the call that makes it so."""
    now, here = project.comparison, project.path
    kind = chance.choice(("decide", "decide", "decide", "withdraw", "compare", "snapshot", "revert", "save_as"))
    if kind == "decide":
        note = Decision(name, "note", "2026-11-22T10:00:00Z", text="n" * chance.randrange(9000))
        return here, replace(now, decisions=(*now.decisions, note)), partial(project.decide, note)
    if kind == "withdraw" and now.decisions:
        gone = chance.choice(now.decisions)
        left = tuple(d for d in now.decisions if d != gone)
        return here, replace(now, decisions=left), partial(project.withdraw, gone.id)
    if kind == "compare":
        anew = replace(now, marks=event.comparison().marks[: chance.randrange(10)])
        return here, anew, partial(project.keep, anew)
    if kind == "revert" and project.snapshots():
        back = chance.choice(project.snapshots()).id
        return here, snapshots.state(project._db, back), partial(project.revert, back)
    if kind == "save_as":
        there = here.with_name(f"{name}.lesart")
        return there, now, partial(project.save_as, there)
    return here, now, project.snapshot


def work(folder: Path, number: int, diary: Diary) -> None:
    """Change projects until killed."""
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
    return [(what, State(path, tuple(decisions), marks)) for what, path, decisions, marks in lines]


def look_after(diary: list[tuple[str, State]]) -> bool:
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
    for number in range(KILLS):
        pid, reading = child(tmp_path, number)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        diary = diary_of(reading)
        assert os.WIFSIGNALED(status), f"the child ended by itself: {diary[-3:]}"
        cut_short += look_after(diary)
        changes += sum(what == "done" for what, _ in diary)
    assert cut_short > KILLS / 5, "most kills are meant to fall within a change"
    assert changes > KILLS
