"""Articles that are about something else: few of their claims are linked, far fewer than of the others.

Two stories of one kind (an envoy meets leaders on a Thursday) always have a few claims alike. Linked all the same,
they would be read as agreement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

AT_LEAST = 3
"""Of two articles nobody can say which is the stranger."""
SHARE = 0.38
"""An article is a stranger where the share of its claims that are linked is less than so much of the others' median.
Measured on 28 annotated events with one article of another event put in: the lowest of the own articles stood at
0.42, 26 of the 28 others at 0.34 or below."""


def strangers(i: Rows, j: Rows, p: Floats, home: Rows, threshold: float) -> frozenset[int]:
    """The places of the articles that seem to be about something else; pairs (``i``, ``j``) as scored."""
    articles = np.unique(home)
    if len(articles) < AT_LEAST:
        return frozenset()
    kept = p >= threshold
    linked = np.unique(np.concatenate([i[kept], j[kept]]))
    share = {int(a): float((home[linked] == a).sum()) / float((home == a).sum()) for a in articles}
    return frozenset(
        a for a, own in share.items() if own < SHARE * float(np.median([s for b, s in share.items() if b != a]))
    )


def without(i: Rows, j: Rows, p: Floats, home: Rows, odd: frozenset[int]) -> Floats:
    """``p`` with the pairs of strangers at zero."""
    if not odd:
        return p
    out = np.isin(home, list(odd))
    return np.asarray(np.where(out[i] | out[j], 0, p), dtype=np.float32)
