"""The marks' table: of the annotators' entries how many are found, of the marks how many lie on one.

An entry is found where a mark of its kind touches it; a mark is right where it touches any entry of its article,
or a passage that an entry is set against. Annotations are never complete, so ``right`` is a lower bound. An
omission is found where a group on the entry's claim lists the article as one that leaves it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from core.framing.company import SPAN_KINDS
from core.framing.gold import find
from core.model import Span
from tests.quality.events import Compared

Figures = dict[str, Counter[str]]


def count(events: Iterable[Compared]) -> Figures:
    """Kind (and ``omission``) to found, gold, right and marked."""
    figures: Figures = {kind: Counter() for kind in (*SPAN_KINDS, "omission")}
    for compared in events:
        event = compared.event
        found = set()
        for mark in compared.comparison.marks:
            if mark.kind in SPAN_KINDS:
                figures[mark.kind]["marked"] += 1
                figures[mark.kind]["right"] += event.right(mark.article_id, mark.span)
                found.update(event.hits(mark.kind, mark.article_id, mark.span))
        for i, entry in enumerate(event.entries):
            figures[entry.kind]["gold"] += 1
            figures[entry.kind]["found"] += i in found
        _omissions(compared, figures["omission"])
    return figures


def _omissions(compared: Compared, counts: Counter[str]) -> None:
    claims = {c.id: c for c in compared.comparison.claims}
    mentions = {c["id"]: c["mentions"] for c in compared.gold["claims"]}
    for entry in compared.gold["framing"]:
        if entry["kind"] != "omission" or not entry.get("claim"):
            continue
        places = [
            (compared.articles[m["article"]].id, span)
            for m in mentions[entry["claim"]]
            for span in find(compared.articles[m["article"]].text, m["quote"])
        ]
        counts["gold"] += 1
        counts["found"] += any(
            any(o.article_id == compared.articles[entry["article"]].id for o in group.omitted_by)
            and any(claims[c].article_id == a and _lies_on(claims[c].span, s) for c in group.claims for a, s in places)
            for group in compared.comparison.groups
        )


def _lies_on(a: Span, b: Span) -> bool:
    shared = a.overlap(b)
    shorter, longer = sorted((len(a), len(b)))
    return shared > 0 and 2 * shared >= shorter and longer <= 8 * max(1, shorter)


def total(figures: Figures) -> Counter[str]:
    """The sum over the eight kinds that have a span."""
    return sum((figures[kind] for kind in SPAN_KINDS), Counter())


def lines(figures: Figures) -> list[str]:
    """The table."""
    rows = [("kind", "found", "gold", "recall", "right", "marked", "precision")]
    for kind, n in (*figures.items(), ("all spans", total(figures))):
        recall = f"{n['found'] / n['gold']:.2f}" if n["gold"] else "–"
        precision = f"{n['right'] / n['marked']:.2f}" if n["marked"] else "–"
        rows.append((kind, str(n["found"]), str(n["gold"]), recall, str(n["right"]), str(n["marked"]), precision))
    return ["  ".join(f"{cell:>{14 if i == 0 else 9}}" for i, cell in enumerate(row)) for row in rows]


def rates(figures: Figures) -> dict[str, float]:
    """For ``resources/error_rates.json``: per kind the share found and the share right, and over all."""
    out: dict[str, float] = {}
    for kind, n in (*figures.items(), ("all", total(figures))):
        if n["gold"]:
            out[f"marks.{kind}.found"] = round(n["found"] / n["gold"], 3)
        if n["marked"]:
            out[f"marks.{kind}.right"] = round(n["right"] / n["marked"], 3)
    return out
