"""What CSV and XLSX hold: a line for each linked pair, each group and each mark."""

from __future__ import annotations

from dataclasses import dataclass

from core.model import Link
from core.report.content import Column, Content, Cue, Row
from core.report.decided import Decided, decided_links
from core.report.telling import place_of
from core.report.words import visible

Value = str | int | float | None

LONGEST = 32_000
"""Code points that a cell holds at most; Excel allows 32,767."""

PASSAGE = ("letter", "outlet", "file", "language", "place", "start", "end", "quote", "voice", "speaker")


@dataclass(frozen=True)
class Table:
    """``name`` is the phrase of its title; ``heads`` one title for each column of ``lines``."""

    name: str
    heads: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]


def tables(content: Content) -> tuple[Table, ...]:
    """Links, groups, marks and articles, each in document order; offsets count code points of an article's text."""
    return (_links(content), _groups(content), _marks(content), _articles(content))


def cell(text: str) -> str:
    """``text`` as a cell holds it: controls made visible, at most LONGEST."""
    shown = visible(text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _heads(content: Content, *keys: str) -> tuple[str, ...]:
    return tuple(content.words.say(f"table.{key}") for key in keys)


def _passage_heads(content: Content, side: str) -> tuple[str, ...]:
    return tuple(f"{head} {side}".strip() for head in _heads(content, *PASSAGE))


def _links(content: Content) -> Table:
    heads = ("claim", "gist", "relation", "score", "meaning", "wording", "names", "figures", "decision")
    verdicts = decided_links(content.comparison)
    places = _places(content)
    found = []
    for row in content.rows:
        for i in row.group.links:
            link = content.comparison.links[i]
            first, second = sorted((link.a, link.b), key=lambda c: places[c][:2])
            line = (*_link(content, row, link, verdicts), *places[first][2], *places[second][2])
            found.append(((row.number, places[first][:2], places[second][:2]), line))
    lines = tuple(line for _, line in sorted(found, key=lambda f: f[0]))
    sides = (*_passage_heads(content, "1"), *_passage_heads(content, "2"))
    return Table(content.words.say("table.links"), (*_heads(content, *heads), *sides), lines)


def _link(content: Content, row: Row, link: Link, verdicts: dict[frozenset[str], Decided]) -> tuple[Value, ...]:
    verdict = verdicts.get(frozenset((link.a, link.b)))
    why = link.why
    return (
        row.number, cell(row.group.gist), content.words.say(f"relation.{link.relation}"), round(link.score, 4),
        round(why.meaning, 4), round(why.wording, 4), cell(", ".join(why.names)), cell(", ".join(why.figures)),
        content.words.say(f"table.{verdict}") if verdict else None,
    )  # fmt: skip


def _places(content: Content) -> dict[str, tuple[int, int, tuple[Value, ...]]]:
    """Claim id to its column, its start, and what a line says of it."""
    found: dict[str, tuple[int, int, tuple[Value, ...]]] = {}
    order = {column.letter: i for i, column in enumerate(content.columns)}
    for claim in content.comparison.claims:
        column = next(c for c in content.columns if c.article.id == claim.article_id)
        told = claim.attribution
        speaker = cell(told.speaker or "") if told else ""
        passage = _passage(content, column, claim.span.start, claim.span.end, claim.voice, speaker)
        found[claim.id] = (order[column.letter], claim.span.start, passage)
    return found


def _passage(content: Content, column: Column, start: int, end: int, voice: str, speaker: str) -> tuple[Value, ...]:
    article = column.article
    place = place_of(article, start, content.words) if end > start else None
    return (
        column.letter, cell(article.outlet or ""), cell(column.file), article.language, place, start, end,
        cell(article.text[start:end]), content.words.say(f"table.voice.{voice}"), speaker or None,
    )  # fmt: skip


def _groups(content: Content) -> Table:
    heads = ("claim", "gist", "carried", "carriers", "missing", "conflict", "part", "lowest", "highest", "cues")
    return Table(
        content.words.say("table.groups"),
        (*_heads(content, *heads), *(f"{c.letter} {cell(c.name)}" for c in content.columns)),
        tuple(_group(content, row) for row in content.rows),
    )


def _group(content: Content, row: Row) -> tuple[Value, ...]:
    yes = content.words.say("table.yes")
    scores = [content.comparison.links[i].score for i in row.group.links] or [0.0]
    quotes = [" […] ".join(m.claim.span.of(c.column.article.text) for m in c.mentions) for c in row.cells]
    return (
        row.number, cell(row.group.gist), len(row.carriers), " ".join(c.letter for c in row.carriers),
        " ".join(c.column.letter for c in row.missing) or None, yes if row.conflict else None, yes if row.part else None,
        round(min(scores), 4), round(max(scores), 4), len(row.cues), *(cell(q) or None for q in quotes),
    )  # fmt: skip


def _marks(content: Content) -> Table:
    heads = ("kind", "claim", "strength", "decision", "reason")
    titles = (*_heads(content, *heads), *_passage_heads(content, "")[:-1], *_heads(content, "against"))
    return Table(content.words.say("table.marks"), titles, tuple(_mark(content, cue) for cue in content.cues))


def _mark(content: Content, cue: Cue) -> tuple[Value, ...]:
    mark = cue.mark
    against = " | ".join(f"{q.column.letter}: {q.quote}" for q in cue.against)
    return (
        cue.name, cue.row, round(mark.strength, 4), content.words.say(f"table.{cue.decided}") if cue.decided else None,
        cell(cue.reason), *_passage(content, cue.at.column, mark.span.start, mark.span.end, mark.voice, "")[:-1],
        cell(against) or None,
    )  # fmt: skip


def _articles(content: Content) -> Table:
    heads = (
        "letter",
        "outlet",
        "title",
        "author",
        "date",
        "language",
        "words",
        "claims",
        "shared",
        "cues",
        "file",
        "hash",
    )
    lines = tuple(
        (
            c.letter, cell(c.article.outlet or "") or None, cell(c.article.title), cell(c.article.author or "") or None,
            cell(c.article.published or "") or None, c.article.language, c.words, c.claims, round(c.shared, 4), c.cues,
            cell(c.file), c.article.sha256,
        )
        for c in content.columns
    )  # fmt: skip
    return Table(content.words.say("table.articles"), _heads(content, *heads), lines)
