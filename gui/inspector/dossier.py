"""What the inspector tells of a choice, without a pixel."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.index import Index
from core.model import Claim, ClaimGroup, Decision, Link, Mark, Omission
from gui.decided import Verdict, chosen_group, links_decided, marks_decided
from gui.places import Place, outlet, place
from gui.session import Choice, MarkFilter


@dataclass(frozen=True, slots=True)
class MarkNote:
    """A mark, the wordings that it is set against (outlet, words), and what the reader decided."""

    mark: Mark
    words: str
    against: tuple[tuple[str, str], ...]
    decided: Verdict | None


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim as one article words it, and the link by which it belongs to the base (``via`` another, where it does)."""

    claim: Claim
    outlet: str
    language: str
    text: str
    place: Place
    link: Link | None = None
    via: str | None = None
    decided: Verdict | None = None
    marks: tuple[MarkNote, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that leaves the group out, with what came nearest and the mark that says so."""

    omission: Omission
    outlet: str
    nearest: str
    mark: MarkNote | None = None


@dataclass(frozen=True, slots=True)
class Parted:
    """A claim that the reader parted from the chosen ones."""

    claim_id: str
    outlet: str
    text: str
    pair: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything about what is chosen. ``wordings`` begin with the base, to which the others are compared."""

    gist: str
    carriers: int
    articles: int
    conflict: bool = False
    wordings: tuple[Wording, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    loose_mark: MarkNote | None = None
    parted: tuple[Parted, ...] = ()
    notes: tuple[Decision, ...] = field(default=())


def dossier(index: Index, choice: Choice, lenses: MarkFilter) -> Dossier | None:
    """What there is to say about ``choice``; None where nothing is chosen."""
    group = chosen_group(index, choice)
    if group:
        return _of_group(index, index.group[group], choice, lenses)
    if choice.claim_id in index.claim:
        claim = index.claim[choice.claim_id]
        alone = _wording(index, claim, (), None, None)
        only = frozenset({claim.id})
        parted, notes = _parted(index, only), _notes(index, only)
        return Dossier(alone.text, 1, len(index.comparison.articles), wordings=(alone,), parted=parted, notes=notes)
    if choice.mark_id in index.mark:
        mark = index.mark[choice.mark_id]
        note = _note(index, mark, marks_decided(index))
        return Dossier(note.words, 1, len(index.comparison.articles), loose_mark=note)
    return None


def _of_group(index: Index, group: ClaimGroup, choice: Choice, lenses: MarkFilter) -> Dossier:
    order = {a: place for place, a in enumerate(index.carriers(group.id))}
    claims = sorted((index.claim[c] for c in group.claims), key=lambda c: (order[c.article_id], c.span))
    base = _base(index, claims, choice)
    others = [c for c in claims if c.id != base.id]
    about = marks_decided(index)
    marks = [
        _note(index, m, about)
        for m in index.marks_of_group[group.id]
        if lenses.lets_through(m) or m.id == choice.mark_id
    ]
    links = [index.comparison.links[n] for n in group.links]
    wordings = [_wording(index, base, marks, None, None)]
    wordings += [_wording(index, c, marks, *_link(index, links, base, c)) for c in others]
    left_out = tuple(_left_out(index, o, marks) for o in group.omitted_by)
    return Dossier(
        group.gist, len(order), len(index.comparison.articles), any(x.relation == "conflict" for x in links),
        tuple(wordings), left_out, parted=_parted(index, frozenset(group.claims)),
        notes=_notes(index, frozenset(group.claims)),
    )  # fmt: skip


def _base(index: Index, claims: list[Claim], choice: Choice) -> Claim:
    by_id = {c.id: c for c in claims}
    if choice.claim_id in by_id:
        return by_id[choice.claim_id]
    mark = index.mark.get(choice.mark_id or "")
    inside = [c for c in claims if mark and c.article_id == mark.article_id and c.span.overlap(mark.span)]
    return (inside or claims)[0]


def _link(index: Index, links: list[Link], base: Claim, claim: Claim) -> tuple[Link | None, str | None]:
    """The link to the base, or the strongest to another claim of the group and that one's outlet."""
    own = sorted((x for x in links if claim.id in (x.a, x.b)), key=lambda x: -x.score)
    direct = next((x for x in own if base.id in (x.a, x.b)), None)
    if direct or not own:
        return direct, None
    other = own[0].b if own[0].a == claim.id else own[0].a
    return own[0], outlet(index.article[index.claim[other].article_id])


def _wording(
    index: Index, claim: Claim, marks: list[MarkNote] | tuple[()], link: Link | None, via: str | None
) -> Wording:
    own = tuple(n for n in marks if n.mark.article_id == claim.article_id and claim.span.overlap(n.mark.span))
    about = links_decided(index).get(frozenset((link.a, link.b))) if link else None
    language = index.article[claim.article_id].language
    text = index.text(claim.id)
    return Wording(
        claim, outlet(index.article[claim.article_id]), language, text, place(index, claim), link, via, about, own
    )


def _left_out(index: Index, omission: Omission, marks: list[MarkNote]) -> LeftOut:
    mark = next((n for n in marks if n.mark.kind == "omission" and n.mark.article_id == omission.article_id), None)
    near = index.text(omission.claim_id) if omission.claim_id else ""
    return LeftOut(omission, outlet(index.article[omission.article_id]), near, mark)


def _note(index: Index, mark: Mark, about: dict[str, Verdict]) -> MarkNote:
    against = tuple(
        (outlet(index.article[p.article_id]), p.span.of(index.article[p.article_id].text))
        for p in mark.against
        if len(p.span)
    )
    return MarkNote(mark, mark.span.of(index.article[mark.article_id].text), against, about.get(mark.id))


def _parted(index: Index, claims: frozenset[str]) -> tuple[Parted, ...]:
    found: dict[str, Parted] = {}
    for pair, said in links_decided(index).items():
        own, others = pair & claims, pair - claims
        if said == "rejected" and own and others <= index.claim.keys():
            for other in others:
                name = outlet(index.article[index.claim[other].article_id])
                found.setdefault(other, Parted(other, name, index.text(other), (min(own), other)))
    return tuple(found.values())


def _notes(index: Index, claims: frozenset[str]) -> tuple[Decision, ...]:
    return tuple(d for d in index.comparison.decisions if d.kind == "note" and claims & set(d.claims))
