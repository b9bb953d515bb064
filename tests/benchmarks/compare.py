"""What a comparison takes, against its own floor and against plain string matching: made-up events of 600 words an article.

Per size, in turns in one run: the whole of ``core.compare.compare``; the floor, which is the language pipelines and the
encoder on the same text and nothing else (every sentence encoded once); the floor with all that a comparison has the
encoder read (claims, their sentences and neighbours, words, pieces); difflib's SequenceMatcher and rapidfuzz's
token_set_ratio on all pairs of sentences of different articles. The last two are counted on ``PAIRS`` pairs where there are
more, and multiplied. The comparison has the other cores' help (``core.workers``), as in the window; the floor and the rest run in one process. Peak memory is that of a process
which does nothing but the comparison, with those that it employs, together.

``LESART_SIZES=2,5,10`` in the environment measures those sizes alone. Medians of five; of all sizes together it takes half an hour.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any, cast

from core import crew, workers
from core.compare import compare
from core.job import Job
from core.language import encoder, pipelines
from core.model import Article
from tests.benchmarks import events
from tests.benchmarks.measure import Table, interleaved, seconds

SIZES = (2, 5, 10, 20, 50, 100, 200)
PAIRS = 20_000
"""Pairs of sentences that are really matched; more of them are reckoned."""


def run() -> Table:
    """One row a size; times are seconds, the other columns how many times a comparison takes what stands above them."""
    asked = os.environ.get("LESART_SIZES")
    sizes = tuple(int(n) for n in asked.split(",")) if asked else SIZES
    _load()
    rows = []
    before: tuple[int, float] | None = None
    for size in sizes:
        took, row = _row(size)
        growth = f"{took / before[1]:.2f} from {before[0]}" if before else ""
        rows.append((*row, growth, _peak(size)))
        print(*rows[-1], file=sys.stderr, flush=True)  # the large ones take long
        before = size, took
    columns = ("articles", "seconds", "floor", "its own floor", "difflib", "rapidfuzz", "growth", "peak MB")
    return Table("A comparison of made-up articles of 600 words, as multiples", columns, tuple(rows))


def _load() -> None:
    """As in a window in which something was compared before: the models are loaded, the other processes are there."""
    workers.employ(workers.IN_A_WINDOW)
    compare(events.articles(5, seed=3))
    while not crew.crew().ready:
        time.sleep(0.1)


def _row(size: int) -> tuple[float, tuple[str | float, ...]]:
    articles = events.articles(size)
    sentences = _sentences(articles)
    read = Listening()
    compare(articles, known=cast("Any", read))
    ways: dict[str, Callable[[], float]] = {
        "whole": lambda: seconds(lambda: compare(articles)),
        "floor": lambda: seconds(lambda: _floor(articles)),
        "own": lambda: seconds(lambda: read.again(articles)),
        "difflib": lambda: _difflib(sentences),
        "rapidfuzz": lambda: _rapidfuzz(sentences),
    }
    taken = interleaved(ways)
    whole = taken["whole"]
    ratios = [whole / taken[name] for name in ("floor", "own", "difflib", "rapidfuzz")]
    return whole, (f"{size}", whole, *ratios)


def _sentences(articles: list[Article]) -> list[list[str]]:
    docs = pipelines.parse(tuple(articles), Job())
    return [[s.text.strip() for s in docs[a.id].sents if s.text.strip()] for a in articles]


def _floor(articles: list[Article]) -> None:
    docs = pipelines.parse(tuple(articles), Job())
    encoder.Encoder().vectors([s.text for doc in docs.values() for s in doc.sents])


class Listening:
    """Stands where what is known stands, knows nothing, and remembers what a comparison had the encoder read."""

    def __init__(self) -> None:
        from core.known import Known

        self._known = Known()
        self.texts: list[list[str]] = []
        self.in_pieces: set[str] = set()
        self.analyses = self._known.analyses

    def __getattr__(self, name: str) -> object:
        return getattr(self._known, name)

    def encoder(self) -> encoder.Encoder:
        """An encoder that writes down what it is asked."""
        heard = self

        class Heard(encoder.Encoder):
            def read(self, texts: list[str], apart: Set[str] = frozenset(), job: Job | None = None) -> None:
                heard.texts.append(list(texts))
                heard.in_pieces |= apart
                super().read(texts, apart, job)

        return Heard()

    def again(self, articles: list[Article]) -> None:
        """The pipelines, and the encoder on all of it at once."""
        pipelines.parse(tuple(articles), Job())
        encoder.Encoder().read(list(dict.fromkeys(t for texts in self.texts for t in texts)), self.in_pieces)


def _pairs(sentences: list[list[str]]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(sentences, 2):
        for a in one:
            for b in other:
                yield a, b


def _count(sentences: list[list[str]]) -> int:
    return sum(len(one) * len(other) for one, other in combinations(sentences, 2))


def _sample(sentences: list[list[str]]) -> tuple[list[tuple[str, str]], float]:
    """Pairs to be matched, and how many times as many there are."""
    count = _count(sentences)
    if count <= PAIRS:
        return list(_pairs(sentences)), 1.0
    chance = random.Random(1)
    some = []
    for _ in range(PAIRS):
        one, other = chance.sample(sentences, 2)
        some.append((chance.choice(one), chance.choice(other)))
    return some, count / PAIRS


def _difflib(sentences: list[list[str]]) -> float:
    pairs, times = _sample(sentences)
    return times * seconds(lambda: [SequenceMatcher(None, a, b).ratio() for a, b in pairs])


def _rapidfuzz(sentences: list[list[str]]) -> float:
    from rapidfuzz import fuzz, process

    blocks = list(combinations(sentences, 2))
    chance = random.Random(1)
    some = blocks if _count(sentences) <= 25 * PAIRS else chance.sample(blocks, 200)
    times = _count(sentences) / sum(len(a) * len(b) for a, b in some)
    return times * seconds(lambda: [process.cdist(a, b, scorer=fuzz.token_set_ratio) for a, b in some])


def _peak(size: int) -> float | str:
    """Megabytes at most, at any moment, of a process that compares ``size`` articles and those that it employs; as Linux tells
    it. (What ``resource`` tells of a process begins with what its parent had.)"""
    if not sys.platform.startswith("linux"):
        return ""
    code = (
        "from core import crew, workers; from core.compare import compare; from tests.benchmarks import events\n"
        "if __name__ == '__main__':\n"
        f"    workers.employ(workers.IN_A_WINDOW); compare(events.articles({size}))\n"
        "    print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]); crew.crew().end()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_resident, _family(process.pid))))
        time.sleep(0.05)
    assert process.stdout is not None
    # Between two looks it may have had more than was seen.
    return max(most, int(process.stdout.read())) / 1e3


def _family(pid: int) -> set[int]:
    """The process ``pid`` and those that it began."""
    found, parents = {pid}, {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(place.parent.name)] = int(place.read_text().rpartition(")")[2].split()[1])
    while own := {child for child, parent in parents.items() if parent in found} - found:
        found |= own
    return found


def _resident(pid: int) -> int:
    """Kilobytes of a process that are in memory; 0 where it is over."""
    try:
        told = Path(f"/proc/{pid}/status").read_text().split("VmRSS:")
    except OSError:
        return 0
    return int(told[1].split()[0]) if len(told) > 1 else 0
