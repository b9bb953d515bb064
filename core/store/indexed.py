"""What the library's index holds of one project."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from core.index import Index
from core.model import Article, Comparison, Decision
from core.store.project import load
from core.store.rows import text

Rows = dict[str, list[dict[str, Any]]]

_SIGNS = re.compile("[\x00-\x08\x0e-\x1f]")


def rows(place: Path) -> Rows:
    """Rows of the tables ``passages`` and ``omissions`` for the project at ``place``. Raises UserError."""
    comparison = load(place)
    index = Index(comparison)
    project = text(str(place))
    passages = [
        *(
            {"kind": "article", **_about(a), "heading": _clean(a.title), "words": _clean(a.text)}
            for a in comparison.articles
        ),
        *(
            {
                "kind": "claim",
                "claim_id": c.id,
                **_about(index.article[c.article_id]),
                "words": _clean(index.text(c.id)),
            }
            for c in comparison.claims
        ),
        *(
            {"kind": "note", **_noted(d, index), "words": _clean(d.text)}
            for d in comparison.decisions
            if d.text.strip()
        ),
    ]
    empty = {"heading": "", **dict.fromkeys(("article_id", "claim_id", "outlet", "language", "published"))}
    return {
        "passages": [{"project": project, **empty, **row} for row in passages],
        "omissions": [{"project": project, **row} for row in _omissions(comparison, index)],
    }


def _about(article: Article) -> dict[str, str | None]:
    return {
        "article_id": article.id, "title": _clean(article.title), "language": article.language,
        "outlet": None if article.outlet is None else _clean(article.outlet), "published": article.published,
    }  # fmt: skip


def _noted(decision: Decision, index: Index) -> dict[str, str | None]:
    """What a note is on: a claim, a passage, an article, or the whole."""
    claim = next((index.claim[c] for c in decision.claims if c in index.claim), None)
    mark = index.mark.get(decision.mark or "")
    named = (
        claim and claim.article_id,
        decision.passage and decision.passage.article_id,
        mark and mark.article_id,
        decision.article_id,
    )
    article = next((index.article[a] for a in named if a and a in index.article), None)
    return {"claim_id": claim.id if claim else None, **(_about(article) if article else {"title": ""})}


def _omissions(comparison: Comparison, index: Index) -> list[dict[str, Any]]:
    found = []
    for group in comparison.groups:
        said_by = "\n".join(_name(index.article[a]) for a in index.carriers(group.id))
        for omission in group.omitted_by:
            article = index.article[omission.article_id]
            if article.id not in comparison.unrelated:
                found.append({"group_id": group.id, "gist": _clean(group.gist), **_about(article), "said_by": said_by})
    return found


def _name(article: Article) -> str:
    """Whose article it is, in one line: the outlet, or the title where none is known."""
    return " ".join(_clean(article.outlet or article.title).split())


def _clean(text: str) -> str:
    """``text`` as any tool can hold it: without control characters and lone surrogates, nothing shifted."""
    return _SIGNS.sub(" ", text).encode("utf-8", "replace").decode()
