"""The evidence for an edge, in words: phrase keys below ``lineage.evidence.``, the weightiest first."""

from __future__ import annotations

from core.lineage.kinship import Kinship
from core.lineage.model import Source, Told
from core.lineage.witness import Witnesses, figures_in
from core.model import Reason

MENTIONED = 3
"""Details that one sentence lists."""
WORDS = 0.05
"""Share of common runs from which on the wording is evidence."""


def of(witnesses: Witnesses, kin: Kinship, told: Told, earlier: bool | None) -> tuple[Reason, ...]:
    """Why ``kin.copy`` is held to stem from ``kin.source``, and what tells the direction."""
    found = []
    if kin.credit is not None:
        found.append(_reason("credit", name=kin.credit))
    found += _shared(witnesses, kin)
    if told == "agency":
        found.append(_reason("agency"))
    if told == "text":
        found.append(_reason("text"))
    if earlier is not None:
        found.append(_reason("date" if earlier else "date_against"))
    return tuple(found)


def of_unseen(witnesses: Witnesses, kin: Kinship, source: Source, credited: bool) -> tuple[Reason, ...]:
    """Why ``kin.copy`` and its sibling ``kin.source`` are held to stem from a text that nobody opened."""
    found = [_reason("credit", name=source.name)] if credited else []
    found += _shared(witnesses, kin)
    found.append(_reason("unseen.named", name=source.name) if source.name else _reason("unseen"))
    return tuple(found)


def _shared(witnesses: Witnesses, kin: Kinship) -> list[Reason]:
    copy = witnesses[kin.copy]
    carried = round(kin.share * len(copy.claims))
    found = [_reason("claims", shared=carried, all=len(copy.claims))]
    if not kin.across and kin.wording >= WORDS:
        found.append(_reason("wording", share=round(100 * kin.wording)))
    if kin.claims > 2:
        found.append(_reason("order", shared=kin.in_order, all=kin.claims))
    if kin.shared_figures > 1:
        found.append(_reason("figures", shared=kin.shared_figures, all=kin.all_figures))
    if details := _alone(witnesses, kin):
        found.append(_reason("alone", details=", ".join(details[:MENTIONED])))
    return found


def _alone(witnesses: Witnesses, kin: Kinship) -> list[str]:
    """Figures, as the copy writes them, and names that of all articles only these two have; none where there are no others."""
    others = [witnesses[a] for a in witnesses.order if a not in (kin.source, kin.copy)]
    if not others:
        return []
    source, copy = witnesses[kin.source], witnesses[kin.copy]
    shared = (source.figures & copy.figures).difference(*(w.figures for w in others))
    text = copy.article.text
    found = {f.key: f.span.of(text) for f in figures_in(text, copy.article.language) if f.key in shared}
    names = {n for link in witnesses.links(kin.source, kin.copy) for n in link.why.names}
    names = {n for n in names if not any(n.casefold() in w.article.text.casefold() for w in others)}
    return [
        # "Two" and "once" say little, whoever has them.
        *(" ".join(v.split()) for v in found.values() if any(map(str.isdigit, v))),
        *sorted(n for n in names if n.casefold() in text.casefold()),
    ]


def _reason(key: str, **values: object) -> Reason:
    return Reason(f"lineage.evidence.{key}", tuple(sorted((name, str(value)) for name, value in values.items())))
