"""Candidates looked for in further processes (``core.crew``) beside this one.

What is found out of two articles is a few large products and hundreds of small steps, and threads of one process wait for one
another at each of these. Measured on 20 articles of 600 words and two cores: 1.3 s in one thread, 1.2 s in two threads, 0.95 s in
two processes.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core import cores, crew
from core.alignment import pairs, scorer
from core.alignment.material import Material
from core.alignment.sieve import Sieve, Sifted
from core.alignment.turns import CELLS, Held, turns
from core.crew import Task
from core.job import Job

if TYPE_CHECKING:
    from multiprocessing.shared_memory import SharedMemory

    from core.alignment.between import Known

    Part = list[Held]

PART = CELLS // 2
"""Pairs of claims that a process is given at a time. Of 20 articles the candidates took 1.16 s by twice as many, 0.95 s so."""
LEAST = 10
"""Parts from which on it is worth while: those of a dozen articles of 600 words. Of ten it took as long as in threads."""
SHARED = Path("/dev/shm")
"""Where Linux keeps memory that processes share."""


def sifted(material: Material, held: Sequence[Held], best: int, job: Job) -> Sifted | None:
    """The candidates of ``held``, found by all processes of the program; None where there are no others, or little to do."""
    parts = _parts(material, held)
    if len(parts) < LEAST or not crew.crew().ready:
        return None
    out, done, total = Sifted(), 0, sum(len(others) for _, others in held)
    with crew.crew().lent(sum(map(len, material.texts))) as own, _sent(material) as sent:
        if not own.ready or sent is None:
            return None
        ground = cache(lambda: pairs.Ground.of(material))  # when the others have been told what to do
        task = Task(
            lambda part: _sifted(ground(), part, best, job),
            partial(_sifted_there, sent, best),
            lambda _, found: _learned(material, found),
            lambda part: _cells(material, part),
        )
        job.step(0, total, "stage.alignment")
        for part, found in crew.shared(parts, task, own, job):
            out.add(found)
            done += sum(len(others) for _, others in part)
            job.step(done, total, "stage.alignment")
        for _ in range(own.ready):
            own.submit(_forget)
    return out


def load() -> None:
    """What a process needs for it."""
    scorer.load()


def _parts(material: Material, held: Sequence[Held]) -> list[Part]:
    """``held`` in parts of PART or a little more, the heaviest articles first."""
    parts: list[Part] = [[]]
    for one in sorted(held, key=lambda one: (-_cells(material, [one]), one[0])):
        if _cells(material, parts[-1]) >= PART:
            parts.append([])
        parts[-1].append(one)
    return parts


def _cells(material: Material, part: Part) -> int:
    rows = material.rows
    return sum(len(rows[home]) * sum(len(rows[other]) for other in others) for home, others in part)


def _sifted(ground: pairs.Ground, part: Part, best: int, job: Job) -> Sifted:
    sieve = Sieve(many=False)
    for turn in turns(ground, part):
        sieve.add(turn.found(best, job))
    return sieve.sifted()


@dataclass(frozen=True, slots=True)
class Sent:
    """A material as it travels: the name of a piece of memory that processes share, and how much of it is used."""

    name: str
    size: int


@contextmanager
def _sent(material: Material) -> Iterator[Sent | None]:
    """``material`` where other processes can read it, None where there is no room for it."""
    # Nobody asks for the claims themselves.
    content = pickle.dumps(replace(material, claims=()), pickle.HIGHEST_PROTOCOL)
    memory = _room(len(content))
    if memory is None:
        yield None
        return
    try:
        with cast("memoryview", memory.buf)[: len(content)] as room:
            room[:] = content
        yield Sent(memory.name, len(content))
    finally:
        memory.close()
        memory.unlink()


def _room(size: int) -> SharedMemory | None:
    from multiprocessing.shared_memory import SharedMemory

    # Linux takes it from here as it is written to, and ends a program for which nothing is left: containers often have little.
    if SHARED.is_dir() and shutil.disk_usage(SHARED).free < 2 * size:
        return None
    try:
        return SharedMemory(create=True, size=size)
    except OSError:
        return None


def _sifted_there(sent: Sent, best: int, part: Part) -> tuple[Sifted, Known]:
    """In another process: what is found, and what is known of two articles from now on."""
    ground = _ground(sent)
    with cores.alone():
        found = _sifted(ground, part, best, Job())
    return found, ground.m.between.taken()


@lru_cache(maxsize=1)
def _ground(sent: Sent) -> pairs.Ground:
    from multiprocessing.shared_memory import SharedMemory

    memory = SharedMemory(sent.name)
    try:
        with cast("memoryview", memory.buf)[: sent.size] as room:
            material: Material = pickle.loads(room)
    finally:
        memory.close()
    return pairs.Ground.of(material)


def _forget() -> None:
    """In another process: nothing is asked of the material any more."""
    _ground.cache_clear()


def _learned(material: Material, found: tuple[Sifted, Known]) -> Sifted:
    material.between.learn(found[1])
    return found[0]
