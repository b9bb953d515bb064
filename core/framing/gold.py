"""Annotated events as the lenses' evidence: for fitting and measuring, never used by a comparison.

An event is a folder with its articles and ``gold.json`` (claims with their mentions, framing entries with
quotes). Claims and groups come from a comparison file (``lesart compare --format json``) where one is given,
so that the lenses are fitted on what the aligner really finds; else from the gold itself.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.framing.company import SPAN_KINDS
from core.framing.evidence import Evidence
from core.job import Job
from core.language.encoder import Encoder
from core.model import Article, Attribution, Claim, ClaimGroup, Link, Omission, Span, Why, claim_id

ALONE = frozenset({"loaded", "label", "scare_quotes"})
"""Kinds whose entries are there in one article alone, too."""


@dataclass(frozen=True)
class Entry:
    """One framing entry: its kind and article, the places where its quote stands, and what it is set against."""

    kind: str
    article_id: str
    places: tuple[Span, ...]
    against: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True)
class Event:
    """An annotated event: what the lenses see, and what a careful reader marked.

    ``against`` are the passages that entries of any kind are set against, as (article id, span).
    """

    name: str
    evidence: Evidence
    entries: tuple[Entry, ...]
    against: tuple[tuple[str, Span], ...]

    def right(self, article_id: str, span: Span) -> bool:
        """Whether a mark there lies on an entry of any kind or on a passage that one is set against."""
        return any(e.article_id == article_id and any(s.overlap(span) for s in e.places) for e in self.entries) or any(
            a == article_id and s.overlap(span) for a, s in self.against
        )

    def hits(self, kind: str, article_id: str, span: Span) -> tuple[int, ...]:
        """The indexes of the entries of ``kind`` that a mark there finds."""
        return tuple(
            i
            for i, e in enumerate(self.entries)
            if e.kind == kind and e.article_id == article_id and any(s.overlap(span) for s in e.places)
        )


def find(text: str, quote: str) -> tuple[Span, ...]:
    """Where ``quote`` stands in ``text``, white space folded and quotation marks unified."""

    def unified(s: str) -> str:
        return re.sub(r"[\"“”„‟«»‘’‚']", "'", s)

    pattern = r"\s+".join(re.escape(word) for word in unified(quote).split())
    return tuple(Span(*m.span()) for m in re.finditer(pattern, unified(text))) if pattern else ()


def events(folder: Path, encoder: Encoder, comparisons: Path | None = None) -> Iterator[Event]:
    """The events in ``folder``, by name; with ``comparisons`` (NAME.json each) on the aligner's claims and groups."""
    for path in sorted(folder.glob("*/gold.json")):
        yield event(path.parent, encoder, comparisons / f"{path.parent.name}.json" if comparisons else None)


def event(folder: Path, encoder: Encoder, comparison: Path | None = None) -> Event:
    """One event's evidence and entries."""
    from core.language import pipelines

    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    articles = {a["id"]: _article(folder, a) for a in gold["articles"]}
    ordered = tuple(articles.values())
    docs = pipelines.parse(ordered, Job())
    if comparison:
        data = json.loads(comparison.read_text(encoding="utf-8"))
        claims, links, groups = _compared(data, {Path(a.source).name: a for a in ordered})
    else:
        claims, links, groups = _annotated(gold, articles, docs)
    return marked(gold, folder.name, articles, Evidence(ordered, docs, claims, links, groups, encoder))


def marked(gold: dict[str, Any], name: str, articles: dict[str, Article], evidence: Evidence) -> Event:
    """The event ``name``: ``evidence`` with the framing entries of ``gold``, whose articles are ``articles`` by gold's ids."""
    entries = tuple(
        Entry(f["kind"], articles[f["article"]].id, places, tuple(_against(f, articles)))
        for f in gold["framing"]
        if f["kind"] in SPAN_KINDS and (places := find(articles[f["article"]].text, f["quote"]))
    )
    against = tuple(p for f in gold["framing"] for p in _against(f, articles))
    return Event(name, evidence, entries, against)


def _against(entry: dict[str, Any], articles: dict[str, Article]) -> Iterator[tuple[str, Span]]:
    for passage in entry["against"]:
        article = articles[passage["article"]]
        for span in find(article.text, passage["quote"]):
            yield article.id, span


def _article(folder: Path, entry: dict[str, Any]) -> Article:
    data = (folder / entry["file"]).read_bytes()
    text = unicodedata.normalize("NFC", data.decode("utf-8")).replace("\r\n", "\n").strip()
    digest = hashlib.sha256(data).hexdigest()
    return Article(
        "a-" + digest[:12],
        str(folder / entry["file"]),
        digest,
        text.split("\n", 1)[0],
        text,
        entry["language"],
        entry.get("outlet"),
    )


def _annotated(
    gold: dict[str, Any], articles: dict[str, Article], docs: dict[str, Any]
) -> tuple[tuple[Claim, ...], tuple[Link, ...], tuple[ClaimGroup, ...]]:
    """The gold's mentions as claims, and every sentence that holds none."""
    claims: dict[str, Claim] = {}
    groups: list[ClaimGroup] = []
    taken: set[str] = set()

    def add(article: Article, span: Span) -> str:
        name = claim_id(article.id, span)
        position = round(span.start / max(1, len(article.text)), 4)
        claims.setdefault(name, Claim(name, article.id, span, (span,), position, "outlet"))
        return name

    for c in gold["claims"]:
        placed = [(articles[m["article"]], find(articles[m["article"]].text, m["quote"])) for m in c["mentions"]]
        own = sorted({add(a, spans[0]) for a, spans in placed if spans} - taken)
        if len({claims[x].article_id for x in own}) > 1:
            taken.update(own)
            carried = {claims[x].article_id for x in own}
            missing = tuple(Omission(a.id, None, 0.0) for a in articles.values() if a.id not in carried)
            groups.append(ClaimGroup("g:" + own[0], tuple(own), (), missing, c["gist"]))
    for article in articles.values():
        for sentence in docs[article.id].sents:
            span = Span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
            if len(span) > 2 and not any(
                c.article_id == article.id and c.span.overlap(span) for c in tuple(claims.values())
            ):
                add(article, span)
    return tuple(claims.values()), (), tuple(groups)


def _compared(
    data: dict[str, Any], by_file: dict[str, Article]
) -> tuple[tuple[Claim, ...], tuple[Link, ...], tuple[ClaimGroup, ...]]:
    """Claims, links and groups of a comparison file (format ``lesart-comparison``)."""
    own = {a["id"]: by_file[Path(a["path"]).name].id for a in data["articles"]}
    claims = tuple(_claim(c, own[c["article"]]) for c in data["claims"])
    links = tuple(
        Link(x["a"], x["b"], x["score"], x["relation"], Why(x["why"].get("meaning", 0.0), x["why"].get("wording", 0.0)))
        for x in data["links"]
    )
    groups = tuple(
        ClaimGroup(k["id"], tuple(k["claims"]), tuple(k["links"]), tuple(_omissions(k, own)), k.get("gist", ""))
        for k in data["clusters"]
    )
    return claims, links, groups


def _claim(c: dict[str, Any], article_id: str) -> Claim:
    span = Span(c["start"], c["end"])
    said = c.get("attribution")
    attribution = Attribution(said.get("speaker"), said.get("verb"), said["mode"], said["named"]) if said else None
    return Claim(c["id"], article_id, span, (span,), c["position"], c["voice"], attribution)


def _omissions(cluster: dict[str, Any], own: dict[str, str]) -> Iterator[Omission]:
    near = cluster.get("nearest_miss", {})
    for a in cluster.get("omitted_by", []):
        miss = near.get(a) or {}
        yield Omission(own[a], miss.get("claim"), miss.get("score", 0.0))


def fewer(event: Event, number: int) -> Event:
    """The event as it looks when only ``number`` of its articles are compared, chosen by their ids' checksums.

    An entry that needs a contrast (all but loaded words, labels and scare quotes do) goes where none of the articles that
    it is set against is among them. The groups are those of the whole event, without the other articles' claims.
    """
    whole = event.evidence
    chosen = sorted(whole.articles, key=lambda a: zlib.crc32(a.id.encode()))[:number]
    articles = tuple(a for a in whole.articles if a in chosen)
    ids = {a.id for a in articles}
    claims = tuple(c for c in whole.claims if c.article_id in ids)
    own = {c.id for c in claims}
    groups = []
    for group in whole.groups:
        kept = tuple(c for c in group.claims if c in own)
        if len({whole.claim[c].article_id for c in kept}) > 1:
            omitted = tuple(o for o in group.omitted_by if o.article_id in ids)
            groups.append(ClaimGroup("g:" + min(kept), kept, (), omitted, group.gist))
    links = tuple(x for x in whole.links if x.a in own and x.b in own)
    entries = tuple(
        e for e in event.entries
        if e.article_id in ids and (e.kind in ALONE or not e.against or any(a in ids for a, _ in e.against))
    )  # fmt: skip
    evidence = Evidence(articles, whole.docs, claims, links, tuple(groups), whole.encoder)
    against = tuple(p for e in entries for p in e.against if p[0] in ids)
    return Event(f"{event.name}-{number}", evidence, entries, against)
