"""Articles analysed in further processes, beside what this one does: parsing them and finding their claims takes half the
time of a comparison, and one process keeps one core busy.

A program that may have them says so (``employ``): a process that is started anew, as these are (copied, a window's threads
would not survive it), runs the program's main module again, and only who wrote that knows whether it may. They come up with the
first comparison that has text enough, and end with the program. Nobody waits for them: until they are there, and while they
are busy, this process analyses articles itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING

from core import cores
from core.job import Job
from core.model import EVERY_TWO, Article, Claim

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from spacy.tokens import Doc

Analysis = tuple["Doc", tuple[Claim, ...]]
Packed = tuple[bytes, tuple[Claim, ...]]
"""An analysis as it travels between processes."""

IN_A_WINDOW = 15_000
"""Characters of text from which the processes are started where other comparisons will follow: four articles of 600 words."""
ONCE = 60_000
"""The same where one comparison is all. A process takes as long to come up as some ten articles take."""
MOST = 3
"""Processes beside this one at most."""
AHEAD = 2
"""Articles that a process is given at a time: one that it works on, and one that lies ready."""
LOOK = 0.1
"""Seconds between two looks at the job while the last articles are finished elsewhere."""


def analyse(articles: Sequence[Article], job: Job) -> Iterator[tuple[Article, Analysis]]:
    """Each of ``articles`` with its parse and its claims, in the order in which they are done. Raises Cancelled."""
    left = deque(articles)
    done, pace = 0, Pace()
    with crew().lent(sum(len(a.text) for a in articles)) as own:
        while left or own.running:
            job.step(done, len(articles), "stage.language")
            # They begin with the last one, this process with the first.
            while len(left) > 1 and not pace.lost and own.take(left[-1]):
                left.pop()
            article = left.popleft() if left else own.unbegun()
            if article:
                with pace.at(article):
                    analysis = _analysed(article, job)
                yield article, analysis
            finished, lost = own.finished(0 if article else LOOK)
            if not article and not finished and pace.late(own.articles):
                lost += own.give_up()
            pace.lost = pace.lost or bool(lost)
            left.extend(lost)
            yield from finished
            done += len(finished) + bool(article)
        if len(articles) > EVERY_TWO:
            own.rest()


class Pace:
    """How fast this process analyses articles, and how long it has waited for others: where the cores are busy with other programs,
    the other processes may be slow, and what they have is done here rather than waited for longer than that takes.

    ``lost``: whether they have failed once, and are given nothing more."""

    def __init__(self) -> None:
        self.lost = False
        self._seconds, self._characters = 0.0, 0
        self._since: float | None = None

    @contextmanager
    def at(self, article: Article) -> Iterator[None]:
        """Analyse ``article`` meanwhile."""
        begun, self._since = time.perf_counter(), None
        yield
        self._seconds += time.perf_counter() - begun
        self._characters += len(article.text)

    def late(self, articles: Sequence[Article]) -> bool:
        """Whether the longest of ``articles``, for which this process has been waiting since it last analysed one, would be done
        by now if it were analysed here."""
        self._since = self._since or time.perf_counter()
        longest = max((len(a.text) for a in articles), default=0)
        return time.perf_counter() - self._since > longest * self._seconds / max(1, self._characters)


def _analysed(article: Article, job: Job) -> Analysis:
    from core import claims
    from core.language import pipelines

    doc = pipelines.parse((article,), job)[article.id]
    return doc, claims.extract(article, doc)


def _analysed_there(article: Article) -> Packed:
    from core.language import pipelines

    doc, found = _analysed(article, Job())
    return pipelines.packed(doc), found


class Crew:
    """``count`` processes that analyse articles, for one comparison at a time that has ``enough`` characters of text."""

    def __init__(self, count: int, enough: int = 0) -> None:
        self._count, self._enough = count, enough
        self._pool: ProcessPoolExecutor | None = None
        self._up: list[Future[None]] = []
        self._running: dict[Future[Packed], Article] = {}
        self._lent = threading.Lock()

    def grow(self, count: int, enough: int) -> None:
        """Be so many, for so much text, from the next comparison on; what was started is left as it is."""
        with self._lent:
            if self._pool is None:
                self._count = count
            self._enough = enough

    @contextmanager
    def lent(self, characters: int) -> Iterator[Crew]:
        """The processes for the analysis of so many ``characters``; none where that is little or others have them."""
        if not self._count or characters < self._enough or not self._lent.acquire(blocking=False):
            yield Crew(0)
            return
        try:
            self._start()
            yield self
        finally:
            for future in self._running:
                future.cancel()
            self._running = {}
            self._lent.release()

    @property
    def running(self) -> int:
        """How many articles they have that are not done."""
        return len(self._running)

    @property
    def articles(self) -> list[Article]:
        """Those articles."""
        return list(self._running.values())

    @property
    def ready(self) -> bool:
        """Whether they have come up."""
        return bool(self._up) and all(f.done() and not f.cancelled() and not f.exception() for f in self._up)

    def take(self, article: Article) -> bool:
        """Give them ``article``, if one of them is there and has less than AHEAD to do; whether it was taken."""
        if self._pool is None or not self.ready or len(self._running) >= AHEAD * self._count:
            return False
        try:
            self._running[self._pool.submit(_analysed_there, article)] = article
        except BrokenProcessPool:
            self.end()
        return bool(self._up)

    def unbegun(self) -> Article | None:
        """Take an article back that still waits for another one, the last that was given; None where there is none."""
        if len(self._running) <= self._count:
            return None
        return self._running.popitem()[1]

    def finished(self, seconds: float) -> tuple[list[tuple[Article, Analysis]], list[Article]]:
        """What is done, at the latest after ``seconds``; and the articles of a process that ended without a word."""
        from core.language import pipelines

        found, lost = [], []
        for future in wait(self._running, seconds, FIRST_COMPLETED).done if self._running else ():
            article = self._running.pop(future)
            if isinstance(future.exception(), BrokenProcessPool):
                lost.append(article)
                continue
            piece, claims = future.result()
            found.append((article, (pipelines.unpacked(piece, article.language), claims)))
        return found, lost

    def give_up(self) -> list[Article]:
        """Take back all that is not done."""
        articles, self._running = self.articles, {}
        return articles

    def end(self) -> None:
        """End the processes at once, whatever they are at; they are not started again unless they ``grow`` again."""
        self._count = 0
        self.rest()

    def rest(self) -> None:
        """End the processes at once, whatever they are at, until the next comparison starts them again: one takes 200 MB, which a
        comparison of many articles needs for what follows."""
        self._up = []
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        for process in list((pool._processes or {}).values()):
            with suppress(OSError, ValueError):
                process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> None:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, context, initializer=_begin)
            self._up = [self._pool.submit(_load) for _ in range(self._count)]


@cache
def crew() -> Crew:
    """The processes of this program: none, unless it employs some."""
    return Crew(0)


def employ(enough: int) -> None:
    """From now on comparisons of ``enough`` characters use the machine's other cores as well. The program's main module must
    do nothing when it is merely imported."""
    crew().grow(min(MOST, cores.count() - 1), enough)


def _begin() -> None:
    """In a process that has just begun: Ctrl+C is its parent's business, and it ends when its parent does, however."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=[parent], daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(0)


def _load() -> None:
    """Load what the pipelines and the claims need, by a sentence in each of the two languages that are read most."""
    for language in ("de", "en"):
        _analysed(Article("", "", "", "", "A title\n\nA sentence, it says.", language), Job())
