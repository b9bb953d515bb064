"""A comparison as rows of tables, and back. Only values here: no database.

Text that UTF-8 cannot hold (the name of a file that is not UTF-8 comes with lone surrogates) is kept as bytes, so
that what comes back is what went in.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from core.model import (
    Article,
    Attribution,
    Claim,
    ClaimGroup,
    Comparison,
    Decision,
    Dropped,
    Failure,
    Link,
    Mark,
    Omission,
    Passage,
    Provenance,
    Reason,
    Section,
    Settings,
    Span,
    Why,
)

Row = dict[str, Any]
Tables = dict[str, list[Row]]

TABLES = (
    "provenance", "models", "error_rates", "settings", "articles", "sections", "dropped", "claims", "links",
    "claim_groups", "members", "group_links", "omissions", "marks", "against", "decisions", "failures", "unrelated",
)  # fmt: skip
"""The tables that hold a comparison."""


def text(value: str) -> str | bytes:
    """``value`` as the database keeps it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def said(value: str | bytes) -> str:
    """What ``text`` was given."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def _maybe(value: str | None) -> str | bytes | None:
    return None if value is None else text(value)


def _maybe_said(value: str | bytes | None) -> str | None:
    return None if value is None else said(value)


def _short(values: Iterable[object]) -> str | bytes:
    """A short list as JSON."""
    return text(json.dumps(list(values), ensure_ascii=False))


def _listed(value: str | bytes) -> list[Any]:
    found = json.loads(said(value))
    if not isinstance(found, list):
        raise ValueError(value)
    return found


def rows(comparison: Comparison) -> Tables:
    """Every row that ``comparison`` makes, by table."""
    tables: Tables = {name: [] for name in TABLES}
    made = comparison.provenance
    tables["provenance"].append({"lesart": text(made.lesart), "created": text(made.created)})
    tables["models"] += _placed({"name": text(n), "value": text(v)} for n, v in made.models)
    tables["error_rates"] += _placed({"name": text(n), "value": float(v)} for n, v in made.error_rates)
    settings = comparison.settings
    tables["settings"].append({"link_threshold": float(settings.link_threshold), "lenses": _short(settings.lenses)})
    for article in comparison.articles:
        _article_rows(article, tables)
    tables["claims"] += _placed(map(_claim_row, comparison.claims))
    tables["links"] += _placed(map(_link_row, comparison.links))
    for group in comparison.groups:
        _group_rows(group, tables)
    for mark in comparison.marks:
        _mark_rows(mark, tables)
    tables["decisions"] += _placed(map(decision_row, comparison.decisions))
    tables["failures"] += _placed({"source": text(f.source), **_reason_row(f.reason)} for f in comparison.failures)
    tables["unrelated"] += _placed({"article_id": text(a)} for a in comparison.unrelated)
    return tables


def _placed(found: Iterable[Row]) -> list[Row]:
    return [{"place": place, **row} for place, row in enumerate(found)]


def _article_rows(article: Article, tables: Tables) -> None:
    id_ = text(article.id)
    tables["articles"].append(
        {
            "place": len(tables["articles"]), "id": id_, "source": text(article.source), "sha256": text(article.sha256),
            "title": text(article.title), "text": text(article.text), "language": text(article.language),
            "outlet": _maybe(article.outlet), "author": _maybe(article.author), "published": _maybe(article.published),
            "address": _maybe(article.address),
        }
    )  # fmt: skip
    tables["sections"] += _placed(
        {"article_id": id_, "kind": s.kind, "start": int(s.span.start), "stop": int(s.span.end)}
        for s in article.sections
    )
    tables["dropped"] += _placed(
        {
            "article_id": id_,
            "text": text(d.text),
            "why": text(d.why),
            "section": None if d.before is None else int(d.before),
        }
        for d in article.dropped
    )


def _claim_row(claim: Claim) -> Row:
    by = claim.attribution
    return {
        "id": text(claim.id), "article_id": text(claim.article_id),
        "start": int(claim.span.start), "stop": int(claim.span.end),
        "content": _short([int(s.start), int(s.end)] for s in claim.content),
        "position": float(claim.position), "voice": claim.voice,
        "speaker": _maybe(by.speaker) if by else None, "verb": _maybe(by.verb) if by else None,
        "mode": by.mode if by else None, "named": int(by.named) if by else None,
        "speaker_start": int(by.span.start) if by and by.span is not None else None,
        "speaker_stop": int(by.span.end) if by and by.span is not None else None,
    }  # fmt: skip


def _link_row(link: Link) -> Row:
    why = link.why
    return {
        "a": text(link.a), "b": text(link.b), "score": float(link.score), "relation": link.relation,
        "meaning": float(why.meaning), "wording": float(why.wording), "words": float(why.words),
        "rank": float(why.rank), "support": float(why.support),
        "names": _short(why.names), "figures": _short(why.figures),
    }  # fmt: skip


def _group_rows(group: ClaimGroup, tables: Tables) -> None:
    id_ = text(group.id)
    tables["claim_groups"].append({"place": len(tables["claim_groups"]), "id": id_, "gist": text(group.gist)})
    tables["members"] += _placed({"group_id": id_, "claim_id": text(c)} for c in group.claims)
    tables["group_links"] += _placed({"group_id": id_, "link": int(i)} for i in group.links)
    tables["omissions"] += _placed(
        {"group_id": id_, "article_id": text(o.article_id), "nearest": _maybe(o.claim_id), "score": float(o.score)}
        for o in group.omitted_by
    )


def _mark_rows(mark: Mark, tables: Tables) -> None:
    place = len(tables["marks"])
    tables["marks"].append(
        {
            "place": place, "id": text(mark.id), "kind": mark.kind, "article_id": text(mark.article_id),
            "start": int(mark.span.start), "stop": int(mark.span.end), "group_id": _maybe(mark.group_id),
            "voice": mark.voice, "strength": float(mark.strength), **_reason_row(mark.reason),
        }
    )  # fmt: skip
    tables["against"] += _placed(
        {"mark": place, "article_id": text(p.article_id), "start": int(p.span.start), "stop": int(p.span.end)}
        for p in mark.against
    )


def _reason_row(reason: Reason) -> Row:
    return {"reason": text(reason.key), "reason_values": _short(reason.values)}


def decision_row(decision: Decision) -> Row:
    """The row of one decision, without its place."""
    at = decision.passage
    return {
        "id": text(decision.id), "kind": decision.kind, "created": text(decision.created),
        "claims": _short(decision.claims), "mark": _maybe(decision.mark), "mark_kind": decision.mark_kind,
        "passage_article_id": text(at.article_id) if at else None,
        "passage_start": int(at.span.start) if at else None, "passage_stop": int(at.span.end) if at else None,
        "article_id": _maybe(decision.article_id), "text": text(decision.text), "reader": text(decision.reader),
    }  # fmt: skip


def comparison(tables: Mapping[str, Sequence[Row]]) -> Comparison:
    """The comparison of which ``rows`` made ``tables``, each in the order of its places.

    Raises LookupError, TypeError or ValueError where the rows are not such.
    """
    made, settings = tables["provenance"][0], tables["settings"][0]
    return Comparison(
        articles=_articles(tables),
        claims=tuple(map(_claim, tables["claims"])),
        links=tuple(map(_link, tables["links"])),
        groups=_groups(tables),
        marks=_marks(tables),
        settings=Settings(settings["link_threshold"], tuple(_listed(settings["lenses"]))),
        provenance=Provenance(
            said(made["lesart"]),
            tuple((said(r["name"]), said(r["value"])) for r in tables["models"]),
            said(made["created"]),
            tuple((said(r["name"]), r["value"]) for r in tables["error_rates"]),
        ),
        decisions=tuple(map(decision, tables["decisions"])),
        failures=tuple(Failure(said(r["source"]), _reason(r)) for r in tables["failures"]),
        unrelated=tuple(said(r["article_id"]) for r in tables["unrelated"]),
    )


def _by(rows_: Sequence[Row], column: str) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows_:
        found[row[column]].append(row)
    return found


def _span(row: Row, start: str = "start", stop: str = "stop") -> Span:
    return Span(row[start], row[stop])


def _reason(row: Row) -> Reason:
    return Reason(said(row["reason"]), tuple((n, v) for n, v in _listed(row["reason_values"])))


def _articles(tables: Mapping[str, Sequence[Row]]) -> tuple[Article, ...]:
    sections, dropped = _by(tables["sections"], "article_id"), _by(tables["dropped"], "article_id")
    return tuple(
        Article(
            id=said(r["id"]),
            source=said(r["source"]),
            sha256=said(r["sha256"]),
            title=said(r["title"]),
            text=said(r["text"]),
            language=said(r["language"]),
            outlet=_maybe_said(r["outlet"]),
            author=_maybe_said(r["author"]),
            published=_maybe_said(r["published"]),
            sections=tuple(Section(s["kind"], _span(s)) for s in sections.get(r["id"], ())),
            dropped=tuple(Dropped(said(d["text"]), said(d["why"]), d["section"]) for d in dropped.get(r["id"], ())),
            address=_maybe_said(r["address"]),
        )
        for r in tables["articles"]
    )


def _claim(row: Row) -> Claim:
    by = None
    if row["mode"] is not None:
        span = None if row["speaker_start"] is None else _span(row, "speaker_start", "speaker_stop")
        by = Attribution(_maybe_said(row["speaker"]), _maybe_said(row["verb"]), row["mode"], bool(row["named"]), span)
    content = tuple(Span(start, stop) for start, stop in _listed(row["content"]))
    return Claim(
        said(row["id"]), said(row["article_id"]), _span(row), content, row["position"], row["voice"], by
    )  # fmt: skip


def _link(row: Row) -> Link:
    why = Why(
        row["meaning"], row["wording"], row["words"], row["rank"], row["support"],
        tuple(_listed(row["names"])), tuple(_listed(row["figures"])),
    )  # fmt: skip
    return Link(said(row["a"]), said(row["b"]), row["score"], row["relation"], why)


def _groups(tables: Mapping[str, Sequence[Row]]) -> tuple[ClaimGroup, ...]:
    members, links = _by(tables["members"], "group_id"), _by(tables["group_links"], "group_id")
    omissions = _by(tables["omissions"], "group_id")
    return tuple(
        ClaimGroup(
            said(r["id"]),
            tuple(said(m["claim_id"]) for m in members.get(r["id"], ())),
            tuple(x["link"] for x in links.get(r["id"], ())),
            tuple(
                Omission(said(o["article_id"]), _maybe_said(o["nearest"]), o["score"])
                for o in omissions.get(r["id"], ())
            ),
            said(r["gist"]),
        )
        for r in tables["claim_groups"]
    )


def _marks(tables: Mapping[str, Sequence[Row]]) -> tuple[Mark, ...]:
    against = _by(tables["against"], "mark")
    return tuple(
        Mark(
            said(r["id"]),
            r["kind"],
            said(r["article_id"]),
            _span(r),
            _maybe_said(r["group_id"]),
            tuple(Passage(said(p["article_id"]), _span(p)) for p in against.get(r["place"], ())),
            r["voice"],
            _reason(r),
            r["strength"],
        )
        for r in tables["marks"]
    )


def decision(row: Row) -> Decision:
    """The decision of which ``decision_row`` made ``row``."""
    at = row["passage_article_id"]
    return Decision(
        id=said(row["id"]),
        kind=row["kind"],
        created=said(row["created"]),
        claims=tuple(_listed(row["claims"])),
        mark=_maybe_said(row["mark"]),
        mark_kind=row["mark_kind"],
        passage=None if at is None else Passage(said(at), _span(row, "passage_start", "passage_stop")),
        article_id=_maybe_said(row["article_id"]),
        text=said(row["text"]),
        reader=said(row["reader"]),
    )
