"""Comparisons made by hand: articles of numbered sentences, linked where they carry the same number.

``made("A", [1, 2, 3])`` is an article whose claims say what sentences 1, 2 and 3 say; what two articles share is told by
the numbers alone, so that no analysis runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import combinations

from core.model import Article, Claim, ClaimGroup, Comparison, Link, Provenance, Section, Settings, Span, Why, claim_id

SENTENCES = tuple(
    f"{who} {did} {count} {what} in the {where} on the morning of day {count}."
    for count, who, did, what, where in (
        (11, "Aldous", "counted", "herons", "reeds"), (23, "Berit", "carried", "lanterns", "cellar"),
        (37, "Cosmo", "painted", "gates", "orchard"), (41, "Dagny", "repaired", "clocks", "tower"),
        (53, "Edwin", "planted", "willows", "marsh"), (67, "Frida", "sold", "blankets", "market"),
        (71, "Gustav", "baked", "loaves", "harbour"), (83, "Hedda", "wrote", "letters", "attic"),
        (97, "Ivar", "tuned", "fiddles", "barn"), (101, "Judith", "sank", "barges", "canal"),
        (113, "Knut", "flew", "kites", "dunes"), (127, "Liv", "read", "charts", "cabin"),
    )
)  # fmt: skip


def article(name: str, numbers: Sequence[int], published: str | None = None, tail: str = "", **facts: str) -> Article:
    """An article of these sentences; ``facts`` are fields of ``Article``."""
    text = "\n\n".join([f"News of {name}", *(SENTENCES[n] for n in numbers), *([tail] if tail else [])])
    digest = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    fields = {"outlet": name, "language": "en", "title": f"News of {name}"} | facts
    sections, at = [], 0
    for part in text.split("\n\n"):
        sections.append(Section("paragraph" if at else "headline", Span(at, at + len(part))))
        at += len(part) + 2
    return Article(
        f"a-{digest[:12]}", f"{name}.txt", digest, text=text, published=published, sections=tuple(sections), **fields
    )


def comparison(*articles: Article) -> Comparison:
    """The articles compared: sentences with one number are one group, every two of them linked."""
    claims: list[Claim] = []
    where: dict[int, list[str]] = {}
    for one in articles:
        parts = [p for p in one.text.split("\n\n")[1:] if p in SENTENCES]
        for i, part in enumerate(parts):
            start = one.text.index(part)
            span = Span(start, start + len(part))
            made = Claim(claim_id(one.id, span), one.id, span, (span,), i / max(1, len(parts) - 1), "outlet")
            claims.append(made)
            where.setdefault(SENTENCES.index(part), []).append(made.id)
    links: list[Link] = []
    groups = []
    for number, own in sorted(where.items()):
        if len(own) > 1:
            first = len(links)
            links += [Link(a, b, 0.95, "same", Why(0.95, 0.95)) for a, b in combinations(own, 2)]
            groups.append(ClaimGroup(f"g{number}", tuple(own), tuple(range(first, len(links))), (), SENTENCES[number]))
    provenance = Provenance("0", (), "2026-01-01T00:00:00Z")
    return Comparison(tuple(articles), tuple(claims), tuple(links), tuple(groups), (), Settings(), provenance)
