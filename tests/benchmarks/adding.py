"""What adding an article to twenty takes, made-up articles of 600 words; medians of five, in turns.

* in the open window: what the comparison of the twenty found out is at hand (``core.known.Known``);
* in a project opened again: what the project keeps is at hand;
* the new one with each of the twenty: twenty comparisons of two articles, the twenty's texts known. That is what comparing
  the article alone with them takes; adding does more, as a new article changes what is rare and common among all;
* all anew: nothing is known.

To reach: no more than 1.5 times the new one with each of the twenty.
"""

from __future__ import annotations

from collections.abc import Callable

from core.compare import compare
from core.known import Known
from tests.benchmarks import events
from tests.benchmarks.measure import Table, interleaved, seconds

TWENTY = 20


def run() -> Table:
    """Seconds, and how many times those of the new one with each of the twenty."""
    articles = events.articles(TWENTY + 1)
    twenty, new = articles[:TWENTY], articles[TWENTY]

    def window() -> float:
        known = Known()
        compare(twenty, known=known)
        known.only_wanted()
        return seconds(lambda: compare(articles, known=known))

    known = Known()
    compare(twenty, known=known)
    kept = dict(known.only_wanted())

    def alone() -> None:
        known = Known(kept)
        for other in twenty:
            compare([new, other], known=known)

    ways: dict[str, Callable[[], float]] = {
        "adding in the open window": window,
        "adding in a project opened again": lambda: seconds(lambda: compare(articles, known=Known(kept))),
        "the new one with each of the twenty": lambda: seconds(alone),
        "all anew": lambda: seconds(lambda: compare(articles)),
    }
    taken = interleaved(ways)
    by = taken["the new one with each of the twenty"]
    rows = tuple((name, time, time / by) for name, time in taken.items())
    return Table("Adding an article to twenty", ("what", "seconds", "of the new one with each"), rows)
