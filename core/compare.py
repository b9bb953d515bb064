"""The one door: sources in, Comparison out. The only module that knows all the stages.

1. reading: each source to an Article (or a Failure: the others are compared all the same)
2. language: each Article to a spaCy Doc
3. claims: each Doc to Claims
4. alignment: Claims to Links and ClaimGroups
5. framing: Marks
"""

from __future__ import annotations

import gc
import json
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from core import cores, memory
from core.copies import copies_among
from core.errors import UserError
from core.job import Job
from core.model import Article, Comparison, Decision, Failure, Provenance, Settings

if TYPE_CHECKING:
    from core.known import Known

Source = str | os.PathLike[str] | Article

AT_LEAST = 2
"""Articles that a comparison needs."""


def compare(
    sources: Sequence[Source],
    settings: Settings | None = None,
    job: Job | None = None,
    known: Known | None = None,
) -> Comparison:
    """Compare the articles in ``sources`` (paths, or Articles already read).

    What is ``known`` of their texts is not found out again, and what was found out is known afterwards.

    A source that cannot be read is listed in ``failures``; with fewer than two articles left the comparison holds
    what there is, without claims' links. Raises Cancelled where ``job`` is cancelled.
    """
    settings = settings or Settings()
    job = job or Job()
    articles, failures = read(sources, job)
    with _unsearched(), cores.alone():
        return _compared(articles, failures, settings, job, known)


_lock = threading.Lock()
_under_way = 0
"""Comparisons that are not over."""
_search: tuple[bool, tuple[int, int, int]] = True, gc.get_threshold()
"""Whether and how often rubbish was searched for before the first of them."""


@contextmanager
def _unsearched() -> Iterator[None]:
    """Nothing is searched for rubbish meanwhile: models and modules are some 180,000 objects, which the collector looks at again
    and again as a comparison makes its own. Measured on 20 articles: 2 % of the time where what there was before is left alone,
    a tenth where it is not; of 200 articles each search takes up to 0.6 s, in which no job is looked at; and without it a
    comparison takes no more memory, as little of what it lets go hangs in circles. It is the threshold that is taken away, as
    ``srsly`` turns the collector on whenever a Doc was unpacked."""
    global _under_way, _search
    with _lock:
        if not _under_way:
            _search = gc.isenabled(), gc.get_threshold()
            gc.freeze()
            gc.set_threshold(0)
        _under_way += 1
    try:
        yield
    finally:
        with _lock:
            _under_way -= 1
            if not _under_way:
                enabled, threshold = _search
                # What there is now is old: else all of it would be searched at once, 0.4 s of 200 articles.
                gc.freeze()
                gc.set_threshold(*threshold)
                (gc.enable if enabled else gc.disable)()
                gc.unfreeze()


def _compared(
    articles: tuple[Article, ...], failures: tuple[Failure, ...], settings: Settings, job: Job, known: Known | None
) -> Comparison:
    """``compare``, of articles that were read."""
    from core import alignment, framing
    from core.known import Known
    from core.language import encoder, pipelines

    known = known or Known(keeps=False)
    memory.settle(len(articles))
    docs, claims = known.analyses(articles, job)
    found = tuple(claim for article in articles for claim in claims[article.id])
    memory.give_back(len(articles))
    model = known.encoder()
    links, groups, unrelated = alignment.align(articles, docs, found, model, settings, job, known.between)
    known.between.next()
    memory.give_back(len(articles))
    marks = framing.mark(articles, docs, found, links, groups, model, settings, job)
    # Kept by ``core.copies``, so that the window, which shows them, need not wait for them.
    copies_among(articles, job)
    models = {one: pipelines.model_name(one) for one in {a.language for a in articles}} | {"encoder": encoder.name()}
    return Comparison(
        articles, found, links, groups, marks, settings, _provenance(models), failures=failures, unrelated=unrelated
    )


def read(sources: Sequence[Source], job: Job) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """The articles of ``sources`` in their order, a folder's by their paths, and what could not be read: whole files,
    and single articles of an archive or a table. The same text twice is a failure."""
    from core import reading

    articles: dict[str, Article] = {}
    failures: list[Failure] = []
    places = [p for s in sources for p in ([s] if isinstance(s, Article) else reading.places_of(s))]
    for done, place in enumerate(places):
        job.step(done, len(places), "stage.reading")
        found, failed = ((place,), ()) if isinstance(place, Article) else reading.read_place(place, job)
        failures += failed
        for article in found:
            if article.id in articles:
                same = UserError("error.same_text", article.source, other=articles[article.id].source)
                failures.append(same.failure())
            else:
                articles[article.id] = article
    return tuple(articles.values()), tuple(failures)


def revise(comparison: Comparison, decisions: Sequence[Decision]) -> Comparison:
    """``comparison`` with ``decisions`` in place of those it had, and its groups and marks as they make them.

    What the machine found is kept beside it (``core.decisions``): a decision taken back leaves no trace.
    """
    from core.decisions import apply

    return apply(comparison, decisions)[0]


def sample_sources() -> list[Path]:
    """The files of the bundled sample event, in the order of its columns."""
    folder = Path(str(files("resources") / "sample"))
    event = json.loads((folder / "event.json").read_text(encoding="utf-8"))
    return [folder / name for name in event["files"]]


def _provenance(models: dict[str, str]) -> Provenance:
    created = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    return Provenance(version("lesart"), tuple(sorted(models.items())), created, error_rates())


@cache
def error_rates() -> tuple[tuple[str, float], ...]:
    """What was measured of this version on annotated events that nothing was fitted on, by name (0-1).

    ``links.found``, ``links.right``, ``marks.KIND.found``, ``marks.KIND.right``; ``python -m tests.quality`` measures.
    """
    measured = files("resources") / "error_rates.json"
    if not measured.is_file():
        return ()
    rates: dict[str, float] = json.loads(measured.read_text(encoding="utf-8"))["rates"]
    return tuple(sorted(rates.items()))
