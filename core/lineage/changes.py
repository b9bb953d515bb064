"""What became of each claim on the way from one article to another, and the chain of a claim's wordings.

1. ``alignment.strands``: which claims stand for which
2. the cues of the lenses, read in the direction of the copy: what is marked in the copy was put in, what is marked in
   the source was taken out; a word that both have is no change
3. ``wording``: what differs beyond the cues
"""

from __future__ import annotations

from collections.abc import Iterator

from core.index import Index
from core.lineage import wording
from core.lineage.alignment import Strand, moved, strands
from core.lineage.model import CHANGE_KINDS, Change, ChangeKind, Difference, Lineage, Wording
from core.lineage.wording import Side
from core.model import Comparison, Kind, Mark, Span

LEAST = 0.4
"""Strength from which on a cue is taken for a change: what reports call medium."""
WEIGHT: tuple[ChangeKind, ...] = (
    "cut",
    "added",
    "figure_changed",
    "relabelled",
    "heated",
    "softened",
    "hedged",
    "hardened",
    "source_dropped",
    "source_changed",
    "source_added",
    "agency_changed",
    "moved",
    "reworded",
    "translated",
    "kept",
)
"""The kinds of change, the weightiest first."""
_WHOLE = 0.6
"""A place that takes up so much of the claim is not shown as a place."""
_NAMES = frozenset({"label.contrast", "label.loaded"})
"""Sorts of cue that two different names may both be."""
_PUT_IN: dict[Kind, ChangeKind] = {
    "label": "relabelled",
    "scare_quotes": "relabelled",
    "loaded": "heated",
    "distancing": "hedged",
    "agency": "agency_changed",
    "figure": "figure_changed",
}
_TAKEN_OUT: dict[Kind, ChangeKind] = {
    "label": "relabelled",
    "scare_quotes": "relabelled",
    "loaded": "softened",
    "distancing": "hardened",
    "agency": "agency_changed",
}
_SORTS: dict[str, tuple[ChangeKind, ChangeKind]] = {
    "certainty.hedge": ("hedged", "hardened"),
    "certainty.plain": ("hardened", "hedged"),
    "certainty.booster": ("hardened", "hedged"),
    "attribution.bare": ("source_dropped", "source_added"),
    "attribution.unnamed": ("source_changed", "source_changed"),
    "attribution.hearsay": ("source_changed", "source_changed"),
    "attribution.source": ("source_added", "source_dropped"),
    "attribution.vouching": ("hardened", "hedged"),
    "attribution.doubting": ("hedged", "hardened"),
    "attribution.attacking": ("heated", "softened"),
    "attribution.complaining": ("heated", "softened"),
    "attribution.conceding": ("heated", "softened"),
    "attribution.insisting": ("heated", "softened"),
    "attribution.praising": ("heated", "softened"),
    "attribution.threatening": ("heated", "softened"),
}
"""Sorts of cue (the reason's key) to what they are when put in and when taken out."""


def changes(comparison: Comparison, before_id: str, after_id: str) -> tuple[Change, ...]:
    """What became of each claim of ``before_id`` in ``after_id``, in the order of the later text; every claim of both
    articles is in exactly one of them. Raises KeyError for an unknown article."""
    return _changes(Index(comparison), before_id, after_id)


def chain(comparison: Comparison, lineage: Lineage, claim_id: str) -> tuple[Wording, ...]:
    """The wordings of a claim along the stemma: from the first article that has it, through the one of ``claim_id``, to
    those that took it from there. What changed is told against the nearest of their sources that has the claim.

    A claim that no other article of the family has is alone in it. Raises KeyError for an unknown claim.
    """
    index = Index(comparison)
    own = index.claim[claim_id].article_id
    group = index.group_of.get(claim_id)
    if group is None:
        return (Wording(own, (claim_id,), None),)
    line = [a for a in reversed(lineage.ancestors(own)) if a in index.article]
    carriers = [a for a in [*line, own, *_descendants(lineage, own)] if index.mentions(group.id, a)]
    found = []
    for article in carriers:
        source = next((a for a in lineage.ancestors(article) if a in carriers), None)
        claims = tuple(c.id for c in index.mentions(group.id, article))
        change = None
        if source is not None:
            strand = Strand(list(index.mentions(group.id, source)), list(index.mentions(group.id, article)), group.id)
            change = _change(index, source, article, strand, out_of_place=False)
        found.append(Wording(article, claims, change))
    return tuple(found)


def _descendants(lineage: Lineage, article_id: str) -> list[str]:
    found = []
    for edge in lineage.edges_from(article_id):
        found += [edge.copy, *_descendants(lineage, edge.copy)]
    return found


def _changes(index: Index, before_id: str, after_id: str) -> tuple[Change, ...]:
    found = strands(index, before_id, after_id)
    elsewhere = moved(found)
    return tuple(_change(index, before_id, after_id, s, i in elsewhere) for i, s in enumerate(found))


def _change(index: Index, before_id: str, after_id: str, strand: Strand, out_of_place: bool) -> Change:
    before = Side(index.article[before_id], tuple(strand.before))
    after = Side(index.article[after_id], tuple(strand.after))
    differences = tuple(_told(index, before, after)) if strand.before and strand.after else ()
    kinds = set(_kinds(before, after, differences))
    if out_of_place:
        kinds.add("moved")
    return Change(
        before_id, after_id, tuple(c.id for c in strand.before), tuple(c.id for c in strand.after), strand.group_id,
        tuple(k for k in WEIGHT if k in kinds), differences,
    )  # fmt: skip


def _kinds(before: Side, after: Side, differences: tuple[Difference, ...]) -> Iterator[ChangeKind]:
    if not after.claims:
        yield "cut"
    elif not before.claims:
        yield "added"
    elif before.article.language != after.article.language:
        yield "translated"
    else:
        yield "kept" if wording.same_words(before, after) else "reworded"
    yield from (d.kind for d in differences if d.kind != "reworded")


def _told(index: Index, before: Side, after: Side) -> list[Difference]:
    """The differences, each place with the weightiest that is said of it, in the order of the later text."""
    if wording.same_words(before, after) and before.article.language == after.article.language:
        return []
    told = [*_marked(index, before, after)]
    for find in (
        wording.relabelled, wording.figures_changed, wording.heated, wording.hedged, wording.sources_changed,
    ):  # fmt: skip
        told += [d for d in find(before, after) if not any(_same_place(d, other) for other in told)]
    told += wording.reworded(before, after)
    rank = {kind: i for i, kind in enumerate(WEIGHT)}
    return sorted(told, key=lambda d: (d.after or Span(0, 0), d.before or Span(0, 0), rank[d.kind]))


def _same_place(one: Difference, other: Difference) -> bool:
    """Whether both say the same of one place, or of the whole claim."""
    if one.kind != other.kind:
        return False
    if one.after is None or other.after is None:
        return True
    return one.after.overlap(other.after) > 0


def _marked(index: Index, before: Side, after: Side) -> Iterator[Difference]:
    """The cues on both sides that are about the other side. A sort of cue that both have is no change."""
    put_in, taken_out = _about(index, after, before), _about(index, before, after)
    sorts = {_sort(m) for m, _ in put_in} & {_sort(m) for m, _ in taken_out}
    for mark, against in put_in:
        kind = _SORTS[_sort(mark)][0] if _sort(mark) in _SORTS else _PUT_IN.get(mark.kind)
        if kind is not None and _sort(mark) not in sorts - _NAMES:
            yield Difference(kind, against, mark.span, mark.id)
    for mark, against in taken_out:
        kind = _SORTS[_sort(mark)][1] if _sort(mark) in _SORTS else _TAKEN_OUT.get(mark.kind)
        if kind is not None and _sort(mark) not in sorts - _NAMES:
            yield Difference(kind, mark.span, against, mark.id)


def _about(index: Index, own: Side, other: Side) -> list[tuple[Mark, Span | None]]:
    """The cues on ``own`` that are set against ``other``, or against nobody, with the place there: None where that is the
    claim as a whole. A word that the other side has too is none, nor is a figure that nothing there contradicts."""
    found = []
    for mark in _marks(index, own):
        places = [p.span for p in mark.against if p.article_id == other.article.id and other.holds(p.span)]
        if not _inherited(mark, own, other) and (places or not (mark.against or mark.kind == "figure")):
            whole = sum(map(len, other.spans))
            found.append((mark, places[0] if places and len(places[0]) < _WHOLE * whole else None))
    return found


def _marks(index: Index, side: Side) -> list[Mark]:
    own = index.marks_of[side.article.id]
    return [m for m in own if m.strength >= LEAST and len(m.span) and side.holds(m.span)]


def _sort(mark: Mark) -> str:
    """What sort of cue it is, as its reason names it: ``certainty.hedge``."""
    return ".".join(mark.reason.key.split(".")[1:3])


def _inherited(mark: Mark, own: Side, other: Side) -> bool:
    """Whether the other side has the very word: then nothing changed."""
    return own.article.language == other.article.language and other.says(mark.span.of(own.article.text))


__all__ = ["CHANGE_KINDS", "WEIGHT", "chain", "changes"]
