"""Who took it from whom: the stemma of the articles, and what changed along its edges.

Method. Every two articles are compared as witnesses of one text: how many claims they share and in which order (the
longest increasing subsequence of linked claims), which figures, which runs of words outside quotations, and whether
the one credits the other; a logistic regression makes of this the probability that the one draws on the other or on a
common text (``kinship``). Credits, agencies and dates turn the pair (``direction``). Of several possible sources an
article gets the one with which it shares most readings, so that a grandparent falls away, and siblings whose common
text nobody opened get a source of their own (``stemma``). Thin evidence makes no edge.

Sources. The family tree of copies and the rule that shared departures, not shared text, prove descent: Paul Maas,
"Textkritik" (1927); Karl Lachmann's common errors; on computing it, Roos and Heikkilä 2009, "Evaluating methods for
computer-assisted stemmatology". Reuse of agency copy by newspapers and the measures for it (n-gram overlap, greedy
tiling): Clough, Gaizauskas, Piao and Wilks 2002, "METER: MEasuring TExt Reuse". Runs of words as fingerprints of a text: Broder
1997, "On the resemblance and containment of documents". Shared details instead of wording across languages: Potthast et
al. 2011, "Cross-language plagiarism detection".

Everything is computed from the comparison alone, with the reader's decisions laid over it: nothing of it is stored.
"""

from __future__ import annotations

from dataclasses import replace

from core.job import Job
from core.lineage.changes import chain, changes
from core.lineage.model import (
    CHANGE_KINDS,
    MANNERS,
    Change,
    ChangeKind,
    Difference,
    Edge,
    Lineage,
    Manner,
    Source,
    Told,
    Wording,
)
from core.lineage.origins import origins
from core.model import Comparison


def lineage(comparison: Comparison, job: Job | None = None) -> Lineage:
    """Who took from whom among the articles of ``comparison``. Raises Cancelled where ``job`` is cancelled."""
    from core.lineage.stemma import stem
    from core.lineage.witness import Witnesses

    return stem(Witnesses(comparison, job), job=job)


def versions(comparison: Comparison) -> Lineage:
    """The first article of ``comparison`` as an earlier version of the second, because whoever asks says so."""
    from core.lineage.stemma import versions as one_edge
    from core.lineage.witness import Witnesses

    return one_edge(Witnesses(replace(comparison, unrelated=())))


__all__ = [
    "CHANGE_KINDS", "MANNERS", "Change", "ChangeKind", "Difference", "Edge", "Lineage", "Manner", "Source", "Told",
    "Wording", "chain", "changes", "lineage", "origins", "versions",
]  # fmt: skip
