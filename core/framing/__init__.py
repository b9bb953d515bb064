"""The lenses: where wording, set against the wording of another article, steers the reader.

1. ``Evidence``: articles, claims and groups, made easy to ask
2. each of ``lenses`` proposes candidates
3. ``scorer`` gives each its strength, first alone, then in the company of all others; the weak are dropped, of
   overlapping ones of a kind the strongest stays
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from core import memory
from core.job import Job
from core.language.encoder import Encoder
from core.model import Article, Claim, ClaimGroup, Kind, Link, Mark, Settings, mark_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from core.framing.evidence import Candidate, Evidence, LearningLens, Lens
    from core.framing.sense import Sense


def lenses() -> tuple[Lens, ...]:
    """The list of lenses, in the order of ``core.model.KINDS``; ``core/framing/evidence.py`` says how one is written.

    Imported here and not above, so that the window shows before they load.
    """
    from core.framing import (
        agency,
        attribution,
        certainty,
        distancing,
        emphasis,
        figure,
        label,
        loaded,
        omission,
        scare_quotes,
    )

    return (
        label,
        loaded,
        scare_quotes,
        distancing,
        certainty,
        attribution,
        figure,
        agency,
        emphasis,
        omission,
    )


def mark(
    articles: tuple[Article, ...],
    docs: dict[str, Doc],
    claims: tuple[Claim, ...],
    links: tuple[Link, ...],
    groups: tuple[ClaimGroup, ...],
    encoder: Encoder,
    settings: Settings,
    job: Job,
) -> tuple[Mark, ...]:
    """The marks of all lenses that ``settings`` asks for, in the order of the articles and their text.

    Works on one article and without groups too; raises Cancelled where ``job`` is cancelled.
    """
    from core.framing.evidence import Evidence

    evidence = Evidence(articles, docs, claims, links, groups, encoder, job)
    evidence.encoder.ahead(_asked(evidence), job=job)
    found = _found(evidence, job)
    # Of 200 articles what the lenses looked at takes 100 MB, and is asked for no more.
    del evidence
    candidates = [c for lens in lenses() for c in found.pop(lens.KIND)]
    words = {a.id: len(a.text.split()) for a in articles}
    marks = [m for m in strongest(candidates, words, job) if m.kind in settings.lenses]
    column = {a.id: i for i, a in enumerate(articles)}
    return tuple(sorted(marks, key=lambda m: (column[m.article_id], m.span, m.kind, m.id)))


ORDER: tuple[Kind, ...] = (
    "distancing", "certainty", "attribution", "figure", "agency",
    "emphasis", "omission", "scare_quotes", "label", "loaded",
)  # fmt: skip
"""In which the lenses look: first those that ask for statements, which then are let go, last those with most candidates."""


def _found(evidence: Evidence, job: Job) -> dict[Kind, list[Candidate]]:
    """The candidates of every kind, in order. Every lens looks, also one whose marks nobody wants: what one finds, the
    others' scores go by."""
    from core.framing import naming, scare_quotes, scorer, sense, statements
    from core.framing.features import packed

    last = {"agency": statements.let_go, "scare_quotes": scare_quotes.let_go, "label": naming.let_go}
    found: dict[Kind, list[Candidate]] = {}
    own = {lens.KIND: lens for lens in lenses()}
    for done, kind in enumerate(ORDER):
        job.step(done, len(ORDER), "stage.framing")
        # In tables at once: of 200 articles the same in dicts takes 300 MB.
        scored = scorer.scorer(kind) is not None
        found[kind] = list(packed(own[kind].find(evidence), room=[sense.FEATURE], scored=scored))
        if kind in last:
            last[kind](evidence)
        if kind == "agency":
            memory.give_back(len(evidence.articles))
            senses = {k: fitted.sense for k in found if (fitted := scorer.scorer(k)) and fitted.sense}
            # Together, as what is asked before (``_asked``).
            evidence.encoder.ahead([text for k in senses for text in sense.words(found[k], evidence)], job=job)
    return {kind: _arranged(found[kind], evidence, senses.get(kind)) for kind in job.each(ORDER)}


def _asked(evidence: Evidence) -> list[str]:
    """What the lenses will ask of the encoder before they have candidates. Read together, and the candidates' words after
    that, it took 0.53 s on made-up events of 20 articles; 0.65 s as one lens after the other came to ask."""
    from core.framing import naming, statements, tone, vocabulary

    titles = [evidence.text(a.id, evidence.headline[a.id]) for a in evidence.articles]
    words = sorted(statements.statements_of(evidence).words)
    return [*tone.asked(evidence, vocabulary.shipped("loaded")), *naming.asked(evidence), *words, *titles]


def propose(lens: Lens, evidence: Evidence, known: Any = None, sense: Sense | None = None) -> list[Candidate]:
    """All candidates of ``lens``, ordered by article id and span.

    ``known``: what the lens learnt, for fitting; as it ships where None. A lens that learns has ``learn(…)``, whose
    result can ``save(folder)``, and ``candidates(evidence, known)`` beside ``find``. ``sense``: what the candidates' words
    mean is one of their features by it.
    """
    found = lens.find(evidence) if known is None else cast("LearningLens", lens).candidates(evidence, known)
    return _arranged(found, evidence, sense)


def _arranged(found: Iterable[Candidate], evidence: Evidence, sense: Sense | None) -> list[Candidate]:
    """What a lens found in the order of article ids and spans, its features in tables."""
    from core.framing.features import packed

    heard = sense.heard(found, evidence) if sense is not None else found
    return sorted(packed(heard), key=_place)


def _place(c: Candidate) -> tuple[str, int, int, str]:
    return c.article_id, c.span.start, c.span.end, c.group_id or ""


def strongest(candidates: Sequence[Candidate], words: Mapping[str, int], job: Job | None = None) -> list[Mark]:
    """Those candidates that are strong enough; of overlapping ones of a kind the strongest, the earlier one on a tie.

    ``candidates``: all of one comparison. ``words``: article id to its number of words. Raises Cancelled.
    """
    from core.framing import scorer

    least = {kind: scorer.threshold(kind) for kind in {c.kind for c in candidates}}
    scored = zip(scorer.strengths(candidates, words, job), candidates, strict=True)
    strong = [(score, c) for score, c in scored if score >= least[c.kind]]
    kept: dict[tuple[str, str], list[Mark]] = {}
    for score, c in (job or Job()).each(sorted(strong, key=lambda x: (-x[0], *_place(x[1])))):
        own = kept.setdefault((c.kind, c.article_id), [])
        if any(c.span.overlap(m.span) for m in own):
            continue
        name = mark_id(c.kind, c.article_id, c.span, c.group_id)
        strength = round(scorer.strength(c.kind, score), 4)
        own.append(Mark(name, c.kind, c.article_id, c.span, c.group_id, c.against, c.voice, c.reason, strength))
    return [m for own in kept.values() for m in own]
