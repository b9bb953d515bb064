"""Claims to scored links to groups: which articles say the same, in whatever words or language.

1. ``material``: vectors, words, figures, names, places of all claims, once
2. ``candidates``: the best few pairs of every two articles, with ``pairs``' features
3. ``scorer``: each pair alone, then with what the other pairs say (``company``), to a probability
4. ``grouping``: over all articles at once
5. ``relation``: same, part or conflict, and why
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core import memory
from core.job import Job
from core.language.encoder import Encoder
from core.model import Article, Claim, ClaimGroup, Link, Omission, Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from core.alignment.between import Between
    from core.alignment.material import Material
    from core.alignment.sieve import Candidates

    Floats = NDArray[np.float32]

SURE = 0.5
"""A link past its own group says that an article carries a claim where it is more likely right than wrong."""


def align(
    articles: tuple[Article, ...],
    docs: dict[str, Doc],
    claims: tuple[Claim, ...],
    encoder: Encoder,
    settings: Settings,
    job: Job,
    between: Between | None = None,
) -> tuple[tuple[Link, ...], tuple[ClaimGroup, ...], tuple[str, ...]]:
    """Links between claims of different articles, the groups that they form, and the ids of strangers.

    ``between``: what is known of pairs of articles from comparisons before. A stranger is an article that seems to be about something else: it gets no links (``strangers``).
    Links stand in the order of their claims; a group's ``links`` index them. The order of ``articles`` changes
    nothing but the order of what is returned.
    """
    from core.alignment import candidates, grouping, material, strangers

    if len({c.article_id for c in claims}) < 2:
        return (), (), ()
    # One order for the arithmetic, whatever the order of the columns: sums of floats depend on it.
    arranged = tuple(sorted(articles, key=lambda a: a.id))
    ordered = tuple(c for a in arranged for c in claims if c.article_id == a.id)
    m = material.gather(arranged, docs, ordered, encoder, job, between=between)
    memory.give_back(len(articles))
    found, m = candidates.find(m, job), m.left()
    memory.give_back(len(articles))
    p, support = probabilities(found, m, job)
    found = replace(found, coded=None)
    job.check()
    odd = strangers.strangers(found.i, found.j, p, m.home, settings.link_threshold)
    p = strangers.without(found.i, found.j, p, m.home, odd)
    groups = grouping.group(found.i, found.j, p, m.home, settings.link_threshold, job, found.held)
    place = {c.id: k for k, c in enumerate(claims)}
    links = _links(found, p, support, m, settings.link_threshold, place, job)
    unrelated = tuple(a.id for a in articles if arranged.index(a) in odd)
    return links, _groups(groups, links, found, p, m, arranged, articles, place, job), unrelated


def probabilities(found: Candidates, m: Material, job: Job | None = None) -> tuple[Floats, Floats]:
    """The probability of every candidate, and how far third articles support it (0–1)."""
    job = job or Job()
    import numpy as np

    from core.alignment import company, scorer
    from core.alignment.sieve import FAINT

    if not len(found.i):
        return np.empty(0, dtype=np.float32), np.empty(0, dtype=np.float32)
    if found.first is None or found.coded is None:
        raise ValueError("candidates to be learned from")
    model, p = scorer.load(), found.first.copy()
    strong = (found.first >= FAINT).nonzero()[0]
    scored = company.Scored(found.i, found.j, found.first)
    others = company.features(scored, m.home, found.held, job, strong)
    for start in range(0, len(strong), scorer.ROWS):
        job.check()
        own = slice(start, start + scorer.ROWS)
        known = scorer.Coded(found.coded.codes[own], found.coded.line[own])
        p[strong[own]] = model.together.probability_of([known, model.together.code(others[own], known.codes.shape[1])])
    support = np.zeros(len(p), dtype=np.float32)
    support[strong] = others[:, company.NAMES.index("support")]
    return scorer.held(p, found.x, found.names), support


def _links(
    found: Candidates, p: Floats, support: Floats, m: Material, threshold: float, place: dict[str, int], job: Job
) -> tuple[Link, ...]:
    from core.alignment import relation

    chosen = (p >= threshold).nonzero()[0]
    columns = [found.names.index(name) for name in relation.READ]
    shown = found.x[chosen][:, columns].tolist()
    telling = relation.Telling(m)
    links = []
    for k, values in zip(chosen.tolist(), shown, strict=True):
        job.check()
        i, j = int(found.i[k]), int(found.j[k])
        row = dict(zip(relation.READ, values, strict=True))
        a, b = sorted((m.claims[i].id, m.claims[j].id), key=place.__getitem__)
        why = telling.why(i, j, row, float(support[k]))
        links.append(Link(a, b, telling.share(float(p[k])), telling.relation(i, j, row), why))
    return tuple(sorted(links, key=lambda x: (place[x.a], place[x.b])))


def _groups(
    groups: list[tuple[int, ...]],
    links: tuple[Link, ...],
    found: Candidates,
    p: Floats,
    m: Material,
    arranged: tuple[Article, ...],
    articles: tuple[Article, ...],
    place: dict[str, int],
    job: Job,
) -> tuple[ClaimGroup, ...]:
    job.check()
    group_of = {row: n for n, rows in enumerate(groups) for row in rows}
    number = {m.claims[row].id: n for row, n in group_of.items()}
    inside: list[list[int]] = [[] for _ in groups]
    reached: list[set[str]] = [set() for _ in groups]
    article_of = {c.id: c.article_id for c in m.claims}
    for index, link in enumerate(links):
        a, b = number.get(link.a), number.get(link.b)
        if a is not None and a == b:
            inside[a].append(index)
        # A claim that answers two of another article is linked past its own group: no omission then.
        if a is not None and link.score >= SURE:
            reached[a].add(article_of[link.b])
        if b is not None and link.score >= SURE:
            reached[b].add(article_of[link.a])
    place_of = {a.id: k for k, a in enumerate(arranged)}
    job.check()
    gists = _gists(groups, group_of, found, p, m)
    job.check()
    beyond = _beyond(gists, found, m)
    job.check()
    misses = [far | near for far, near in zip(beyond, _misses(groups, found, p, m), strict=True)]
    out = []
    for n, rows in enumerate(groups):
        job.check()
        ids = sorted((m.claims[row].id for row in rows), key=place.__getitem__)
        carried = reached[n] | {article_of[c] for c in ids}
        left_out = [a for a in articles if a.id not in carried]
        omitted = tuple(Omission(a.id, *misses[n].get(place_of[a.id], (None, 0.0))) for a in left_out)
        out.append(ClaimGroup("g:" + min(ids), tuple(ids), tuple(inside[n]), omitted, m.texts[gists[n]]))
    return tuple(sorted(out, key=lambda g: place[g.claims[0]]))


def _misses(
    groups: list[tuple[int, ...]], found: Candidates, p: Floats, m: Material
) -> list[dict[int, tuple[str | None, float]]]:
    """Per group and article the claim that came nearest to it."""
    import numpy as np

    place, articles = _places(groups, len(m.home)), int(m.home.max()) + 1
    out: list[dict[int, tuple[str | None, float]]] = [{} for _ in groups]
    row, other = np.stack([found.i, found.j], axis=1).ravel(), np.stack([found.j, found.i], axis=1).ravel()
    q, n = np.repeat(p, 2), place[row]
    apart = np.flatnonzero((n >= 0) & (n != place[other]))
    cell = n[apart] * articles + m.home[other[apart]]
    # Of each group and article the best, the first of equals.
    order = np.lexsort((apart, -q[apart], cell))
    _, best = np.unique(cell[order], return_index=True)
    for at in apart[order[best]].tolist():
        near = int(other[at])
        out[int(n[at])][int(m.home[near])] = (m.claims[near].id, round(float(q[at]), 4))
    return out


def _places(groups: list[tuple[int, ...]], count: int) -> NDArray[np.int64]:
    """The number of each row's group, -1 where it has none."""
    import numpy as np

    place = np.full(count, -1, dtype=np.int64)
    for n, rows in enumerate(groups):
        place[list(rows)] = n
    return place


def _beyond(gists: list[int], found: Candidates, m: Material) -> list[dict[int, tuple[str | None, float]]]:
    """Per group and article that its gist was not held against the claim that is nearest to it in meaning; nobody has
    worked out how probable it is."""
    from core.alignment import partners

    if found.held.sum() == len(found.held) * (len(found.held) - 1):
        return [{} for _ in gists]
    near = partners.nearest(m, gists)
    apart = ~found.held[m.home[gists]]
    return [
        {a: (m.claims[near[n, a]].id, 0.0) for a in apart[n].nonzero()[0].tolist() if near[n, a] >= 0}
        for n in range(len(gists))
    ]


def _gists(
    groups: list[tuple[int, ...]], group_of: dict[int, int], found: Candidates, p: Floats, m: Material
) -> list[int]:
    """Of each group the claim that is nearest to all others of it; among equals the shortest."""
    total = dict.fromkeys(group_of, 0.0)
    place = _places(groups, len(m.claims))
    inside = (place[found.i] == place[found.j]) & (place[found.i] >= 0)
    for i, j, q in zip(found.i[inside].tolist(), found.j[inside].tolist(), p[inside].tolist(), strict=True):
        total[i] += q
        total[j] += q
    return [max(rows, key=lambda r: (round(total[r], 3), -len(m.texts[r]), m.claims[r].id)) for rows in groups]
