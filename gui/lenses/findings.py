"""What the lenses view tells, without a pixel: how each article words things, names things, and whom it lets speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from core.index import Index
from core.model import KINDS, Claim, Kind, Mark, Passage
from gui.decided import shown
from gui.session import MarkFilter


@dataclass(frozen=True, slots=True)
class Profile:
    """One article: how many cues of each kind, and which share of its words are a speaker's."""

    article_id: str
    counts: dict[Kind, int]
    first: dict[Kind, str]
    """Kind to the id of its first mark."""
    spoken: float
    on: bool = True
    """Whether the article's cues are shown; what is switched off is counted all the same."""


@dataclass(slots=True)
class Cell:
    """What one article has in a row. ``share`` is 0–1, None where there is nothing to measure."""

    texts: Counter[str] = field(default_factory=Counter)
    share: float | None = None
    mark_id: str | None = None
    claim_id: str | None = None


@dataclass(slots=True)
class Row:
    """A thing that articles name, or a speaker; ``title`` None: sources that are not named."""

    title: str | None
    cells: dict[str, Cell] = field(default_factory=dict)


def profiles(index: Index, lenses: MarkFilter) -> list[Profile]:
    """One for each article, in the order of the columns."""
    found = []
    of_article = shown(index, replace(lenses, without=frozenset())).of_article
    for article in index.comparison.articles:
        marks = of_article[article.id]
        counts = Counter(m.kind for m in marks)
        first = {m.kind: m.id for m in reversed(marks)}
        spoken = sum(_words(index, c) for c in index.claims_of[article.id] if c.voice == "speaker")
        total = max(1, len(article.text.split()))
        on = article.id not in lenses.without
        found.append(Profile(article.id, {k: counts[k] for k in KINDS}, first, min(1.0, spoken / total), on))
    return found


def names(index: Index, lenses: MarkFilter) -> list[Row]:
    """The things that articles name differently, by the cues on naming: what most articles name comes first."""
    # Imported here because the window loads this module first of all, and the report's with it.
    from core.report.namings import things

    of_article = shown(index, lenses).of_article
    marks = {Passage(m.article_id, m.span): m for own in of_article.values() for m in own if m.kind == "label"}
    rows = [_named(index, set(places), marks) for places in things(marks.values())]
    rows = [row for row in rows if len(row.cells) > 1]
    return sorted(rows, key=lambda r: (-len(r.cells), -sum(len(c.texts) for c in r.cells.values())))


def _named(index: Index, places: set[Passage], marks: dict[Passage, Mark]) -> Row:
    """One thing with its names by article; each cell leads to a cue of its own, else to the claim that holds the name."""
    row = Row(None)
    for place in sorted(places, key=lambda p: (index.column[p.article_id], p.span)):
        cell = row.cells.setdefault(place.article_id, Cell())
        cell.texts[" ".join(place.span.of(index.article[place.article_id].text).split())] += 1
        if place in marks:
            cell.mark_id = cell.mark_id or marks[place].id
        claims = (c.id for c in index.claims_of[place.article_id] if c.span.overlap(place.span))
        cell.claim_id = cell.claim_id or next(claims, None)
    marked = {" ".join(p.span.of(index.article[p.article_id].text).split()).casefold() for p in places & marks.keys()}
    row.title = _plainest(row, marked)
    return row


def sources(index: Index) -> list[Row]:
    """Whom the articles let speak, with the share of their words; who speaks most comes first, the unnamed last."""
    said: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in index.comparison.claims:
        if claim.attribution or claim.voice == "speaker":
            who = claim.attribution
            said[who.speaker if who and who.named else None].append(claim)
    rows: dict[str | None, Row] = {}
    # The fullest form of a name comes first, so that the shorter ones find it.
    for speaker in sorted(said, key=lambda s: (s is None, -len(s or ""), s or "")):
        row = rows.setdefault(_fuller(speaker, rows), Row(speaker))
        for claim in said[speaker]:
            cell = row.cells.setdefault(claim.article_id, Cell(share=0.0))
            cell.texts[speaker or (claim.attribution.speaker if claim.attribution else None) or "–"] += 1
            total = max(1, len(index.article[claim.article_id].text.split()))
            cell.share = (cell.share or 0.0) + _words(index, claim) / total
            cell.claim_id = cell.claim_id or claim.id
    return sorted(rows.values(), key=lambda r: (r.title is None, -sum(c.share or 0 for c in r.cells.values())))


def _plainest(row: Row, marked: set[str]) -> str:
    """The name that most articles use; of those that as many use, one that no cue is about."""
    used = Counter(text for cell in row.cells.values() for text in cell.texts)
    return min(used, key=lambda text: (-used[text], text.casefold() in marked))


def _words(index: Index, claim: Claim) -> int:
    return len(index.text(claim.id).split())


def _full_names(speaker: str) -> set[tuple[str, str]]:
    """Each two neighbouring words of ``speaker`` that begin like names."""
    words = [word.strip(",.()") for word in speaker.split()]
    return {(a, b) for a, b in pairwise(words) if a[:1].isupper() and b[:1].isupper()}


def _fuller(speaker: str | None, known: dict[str | None, Row]) -> str | None:
    """The name among ``known`` that is the same person's: Harmsen is Ines Harmsen, and so is director Ines Harmsen."""
    if speaker is None:
        return None
    same = (n for n in known if n and (n.endswith(f" {speaker}") or _full_names(n) & _full_names(speaker)))
    return next(same, speaker)
