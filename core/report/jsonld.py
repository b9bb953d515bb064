"""A comparison as W3C Web Annotations (Recommendation of 23 February 2017) in JSON-LD.

One annotation for each group (its mentions are the targets), each cue and each note. Every target carries a text
quote selector and a text position selector; positions count code points of the text as analysed.
"""

from __future__ import annotations

import base64
import json
import uuid
from typing import Any
from urllib.parse import urlsplit

from core.index import Index
from core.model import Article, Claim, Comparison, Decision, Span
from core.report.content import Column, Content, Cue, Note, Row
from core.report.json import escaped
from core.report.options import Options
from core.report.telling import tell

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TERMS = {
    name: f"urn:lesart:terms:{name}"
    for name in ("kind", "strength", "voice", "relation", "score", "links", "between", "decision")
}
"""Lesart's own terms beside those of the Recommendation."""
AROUND = 32
"""Code points of context before and after a quotation."""


def render(comparison: Comparison, language: str, options: Options) -> str:
    """The file's text."""
    content = tell(comparison, language, options)
    items = [
        *(_group(content, row) for row in content.rows),
        *(_cue(content, cue) for cue in content.cues),
        *(found for note in content.notes if (found := _note(content, note))),
    ]
    page = {
        "@context": [CONTEXT, TERMS],
        "id": _id("page", *(c.article.id for c in content.columns)),
        "type": "AnnotationPage",
        "generator": _generator(content),
        "generated": content.provenance.created,
        "items": items,
    }
    return escaped(json.dumps(page, ensure_ascii=False, indent=1)) + "\n"


def address(article: Article) -> str:
    """What an annotation calls its article: its address on the web, or the name that RFC 6920 makes of its hash."""
    if urlsplit(article.source).scheme in ("http", "https"):
        return article.source
    try:
        digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode("ascii").rstrip("=")
    except ValueError:
        digest = ""
    return f"ni:///sha-256;{digest}" if digest else f"urn:lesart:article:{article.id}"


def _id(*parts: object) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, '|'.join(map(str, parts)))}"


def _generator(content: Content) -> dict[str, str]:
    return {"id": "urn:lesart", "type": "Software", "name": f"Lesart {content.provenance.lesart}"}


def _annotation(content: Content, kind: str, key: str, motivation: str) -> dict[str, Any]:
    return {
        "id": _id(kind, key),
        "type": "Annotation",
        "motivation": motivation,
        "generator": _generator(content),
        "generated": content.provenance.created,
    }


def _text(value: str, purpose: str, language: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": language, "purpose": purpose}


def _whole(column: Column) -> dict[str, Any]:
    article = column.article
    found: dict[str, Any] = {"id": address(article), "type": "Text", "dc:title": article.title}
    if article.language != "und":
        found["language"] = article.language
    return found


def _target(column: Column, span: Span) -> dict[str, Any]:
    text = column.article.text
    return {
        "type": "SpecificResource",
        "source": _whole(column),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _group(content: Content, row: Row) -> dict[str, Any]:
    claims = [(c.column, m.claim) for c in row.cells for m in c.mentions]
    ids = [claim.id for _, claim in claims]
    links = [content.comparison.links[i] for i in row.group.links]
    return _annotation(content, "group", row.group.id, "linking") | {
        "body": [_text(row.group.gist, "describing", content.words.language)],
        "target": [_target(column, claim.span) for column, claim in claims],
        # Which targets a link joins, by their places in the list above.
        "links": [
            {"between": [ids.index(x.a), ids.index(x.b)], "score": round(x.score, 4), "relation": x.relation}
            for x in links
            if x.a in ids and x.b in ids
        ],
    }


def _cue(content: Content, cue: Cue) -> dict[str, Any]:
    mark, language = cue.mark, content.words.language
    against = [
        _target(next(c for c in content.columns if c.article.id == p.article_id), p.span) | {"purpose": "linking"}
        for p in mark.against
    ]
    made = _annotation(content, "mark", mark.id, "highlighting") | {
        "body": [_text(cue.name, "tagging", language), _text(cue.reason, "commenting", language), *against],
        "target": _target(cue.at.column, mark.span) if len(mark.span) else _whole(cue.at.column),
        "kind": mark.kind,
        "strength": round(mark.strength, 4),
        "voice": mark.voice,
    }
    return made | ({"decision": cue.decided} if cue.decided else {})


def _note(content: Content, note: Note) -> dict[str, Any] | None:
    """A reader's note; decisions stand with what they are about."""
    decision = note.decision
    if decision.kind != "note":
        return None
    made = _annotation(content, "note", decision.id, "commenting") | {
        "created": decision.created,
        "body": [_text(decision.text, "commenting", content.words.language)],
        "target": _noted(content, decision),
    }
    return made | ({"creator": {"type": "Person", "name": decision.reader}} if decision.reader else {})


def _noted(content: Content, decision: Decision) -> list[dict[str, Any]]:
    """What a note is about; every article where it is about the whole."""
    index = Index(content.comparison)
    columns = {c.article.id: c for c in content.columns}
    claims: list[Claim] = [index.claim[c] for c in decision.claims if c in index.claim]
    if claims:
        return [_target(columns[c.article_id], c.span) for c in claims]
    mark = index.mark.get(decision.mark or "")
    if mark is not None and len(mark.span):
        return [_target(columns[mark.article_id], mark.span)]
    if decision.passage is not None and decision.passage.article_id in columns:
        return [_target(columns[decision.passage.article_id], decision.passage.span)]
    about = decision.article_id or (mark.article_id if mark else None)
    return [_whole(columns[about])] if about in columns else [_whole(c) for c in content.columns]
