"""``lesart batch FOLDER -o DIR``: what the command line asks and what it tells."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.phrases import say

if TYPE_CHECKING:
    from core.batch import Pool
    from core.job import Job

DONE, NOTHING, SOME = 0, 1, 3


def add_arguments(what: argparse._ArgumentGroup, options: argparse._ArgumentGroup, language: str) -> None:
    """What ``batch`` is given; ``options`` is the group of its options."""

    def text(key: str) -> str:
        return say(f"cli.batch.{key}", language)

    what.add_argument("folder", type=Path, metavar=text("folder"), help=text("folder.about"))
    options.add_argument("-o", "--output", type=Path, required=True, metavar=text("folder"), help=text("output"))
    options.add_argument("-j", "--jobs", type=_positive, metavar=text("number"), help=text("jobs"))
    options.add_argument("--scheduler", metavar=text("address"), help=text("scheduler"))


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError
    return value


def run(
    chosen: argparse.Namespace, language: str, job: Job, over: Callable[[], None], warn: Callable[[str], None]
) -> int:
    """Run the batch and tell how it ended; the exit status. ``over`` takes the progress away before anything is told."""
    from core import batch
    from core.model import Settings

    def pool() -> Pool:
        if chosen.scheduler:
            from core.batch.cluster import Cluster

            return Cluster(chosen.scheduler)
        from core.batch.processes import Processes

        return Processes(chosen.jobs)

    settings = Settings() if chosen.threshold is None else Settings(link_threshold=chosen.threshold)
    try:
        ended = batch.run(chosen.folder, chosen.output, pool, settings, language, job)
    finally:
        over()
    if ended.failed:
        warn(say("cli.batch.failed", language))
    for failed in ended.failed:
        warn(f"{failed.event}: {failed.sentence}")
    table = chosen.output / "summary.parquet"
    counts = {"compared": ended.compared, "events": ended.events, "before": ended.before}
    sys.stderr.write(say("cli.batch.done", language, file=str(table), **counts) + "\n")
    if not ended.compared:
        return NOTHING
    return SOME if ended.failed else DONE
