"""A comparison as JSON: the file that other programs read.

Everything is in document order of the articles as given; two runs on the same input give the same bytes but for
``created``. Offsets count code points of an article's ``text``. It always holds the whole comparison: what a reader
rejected is there too, with its ``decision``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from core.copies import Copy, copies_among
from core.decisions import apply
from core.index import Index
from core.model import Article, Claim, ClaimGroup, Comparison, Decision, Link, Mark, Passage, Span
from core.phrases import say
from core.report.decided import decided_links, decided_marks
from core.report.json_lineage import edges
from core.report.options import Options

VERSION = 1

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(comparison: Comparison, language: str, options: Options) -> str:
    """The file's text; ``language`` is that of the marks' reasons. The options choose nothing here, but ``versions``
    makes the one edge of ``lineage`` that between the two."""
    return escaped(json.dumps(data(comparison, language, options.versions), ensure_ascii=False, indent=1)) + "\n"


def escaped(text: str) -> str:
    """JSON with the characters escaped that turn the direction of writing, so that the file reads as it is."""
    return _TURNING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def data(comparison: Comparison, language: str, versions: bool = False) -> dict[str, Any]:
    """The file's content as plain values."""
    comparison = apply(comparison, comparison.decisions)[0]
    index = Index(comparison)
    place = {c.id: (index.column[c.article_id], c.span) for c in comparison.claims}
    order = sorted(range(len(comparison.links)), key=lambda i: _ends(comparison.links[i], place))
    number = {old: new for new, old in enumerate(order)}
    groups = sorted(comparison.groups, key=lambda g: min(place[c] for c in g.claims))
    rank = {g.id: i for i, g in enumerate(groups)}
    marks = sorted(
        comparison.marks,
        key=lambda m: (index.column[m.article_id], m.span, rank.get(m.group_id or "", -1), m.kind, m.id),
    )
    about_links, about_marks = decided_links(comparison), decided_marks(comparison)
    provenance = comparison.provenance
    return {
        "format": "lesart-comparison",
        "version": VERSION,
        "provenance": {
            "lesart": provenance.lesart,
            "models": dict(provenance.models),
            "created": provenance.created,
            "error_rates": dict(provenance.error_rates),
        },
        "settings": {"link_threshold": comparison.settings.link_threshold, "lenses": list(comparison.settings.lenses)},
        "articles": [_article(a, language) for a in comparison.articles],
        "claims": [_claim(c, index) for c in sorted(comparison.claims, key=lambda c: place[c.id])],
        "links": [
            _link(x, place) | {"decision": about_links.get(frozenset((x.a, x.b)))}
            for x in (comparison.links[i] for i in order)
        ],
        "clusters": [_cluster(g, index, number, place) for g in groups],
        "marks": [_mark(m, index, language) | {"decision": about_marks.get(m.id)} for m in marks],
        "unrelated": [a.id for a in comparison.articles if a.id in comparison.unrelated],
        "copies": [_copy(c, index) for c in copies_among(comparison.articles).values()],
        "lineage": edges(comparison, index, language, versions),
        "failures": [
            {"path": f.source, "reason": say(f.reason.key, language, **dict(f.reason.values))}
            for f in comparison.failures
        ],
        "decisions": [_decision(d) for d in comparison.decisions],
    }


def _ends(link: Link, place: dict[str, tuple[int, Span]]) -> list[tuple[int, Span]]:
    return sorted((place[link.a], place[link.b]))


def _said(key: str, language: str) -> str:
    """What was dropped, in words where there are some for it."""
    try:
        return say(key, language)
    except KeyError:
        return key


def _article(article: Article, language: str) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": article.source,
        "sha256": article.sha256,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "address": article.address,
        "language": article.language,
        "text": article.text,
        "sections": [{"kind": s.kind, "start": s.span.start, "end": s.span.end} for s in article.sections],
        "dropped": [{"text": d.text, "why": _said(d.why, language)} for d in article.dropped],
    }


def _claim(claim: Claim, index: Index) -> dict[str, Any]:
    told = claim.attribution
    return {
        "id": claim.id,
        "article": claim.article_id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": index.text(claim.id),
        "content": [[part.start, part.end] for part in claim.content],
        "position": round(claim.position, 4),
        "voice": claim.voice,
        "attribution": None
        if told is None
        else {"speaker": told.speaker, "verb": told.verb, "mode": told.mode, "named": told.named},
    }


def _link(link: Link, place: dict[str, tuple[int, Span]]) -> dict[str, Any]:
    first, second = sorted((link.a, link.b), key=lambda c: place[c])
    why = link.why
    return {
        "a": first,
        "b": second,
        "score": round(link.score, 4),
        "relation": link.relation,
        "why": {
            "meaning": round(why.meaning, 4),
            "wording": round(why.wording, 4),
            "words": round(why.words, 4),
            "rank": round(why.rank, 4),
            "support": round(why.support, 4),
            "names": list(why.names),
            "figures": list(why.figures),
        },
    }


def _cluster(
    group: ClaimGroup, index: Index, number: dict[int, int], place: dict[str, tuple[int, Span]]
) -> dict[str, Any]:
    omitted = sorted(group.omitted_by, key=lambda o: index.column[o.article_id])
    return {
        "id": group.id,
        "gist": group.gist,
        "claims": sorted(group.claims, key=lambda c: place[c]),
        "links": sorted(number[i] for i in group.links),
        "omitted_by": [o.article_id for o in omitted],
        "nearest_miss": {
            o.article_id: {"claim": o.claim_id, "score": round(o.score, 4)} for o in omitted if o.claim_id is not None
        },
    }


def _passage(passage: Passage, index: Index) -> dict[str, Any]:
    text = passage.span.of(index.article[passage.article_id].text)
    return {"article": passage.article_id, "start": passage.span.start, "end": passage.span.end, "text": text}


def _mark(mark: Mark, index: Index, language: str) -> dict[str, Any]:
    return {
        "id": mark.id,
        "kind": mark.kind,
        **_passage(Passage(mark.article_id, mark.span), index),
        "cluster": mark.group_id,
        "against": [_passage(p, index) for p in mark.against],
        "voice": mark.voice,
        "strength": round(mark.strength, 4),
        "reason": say(mark.reason.key, language, **dict(mark.reason.values)),
    }


def _copy(copy: Copy, index: Index) -> dict[str, Any]:
    def said(article_id: str, spans: Sequence[Span]) -> list[dict[str, Any]]:
        return [_passage(Passage(article_id, span), index) for span in spans]

    return {
        "article": copy.article_id,
        "original": copy.original_id,
        "share": round(copy.share, 4),
        "changed": said(copy.article_id, copy.changed),
        "left_out": said(copy.original_id, copy.left_out),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    passage = decision.passage
    return {
        "id": decision.id,
        "kind": decision.kind,
        "created": decision.created,
        "claims": list(decision.claims),
        "mark": decision.mark,
        "mark_kind": decision.mark_kind,
        "article": passage.article_id if passage else decision.article_id,
        "start": passage.span.start if passage else None,
        "end": passage.span.end if passage else None,
        "text": decision.text,
        "reader": decision.reader,
    }
