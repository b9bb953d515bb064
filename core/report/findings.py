"""The headline findings: plain sentences that follow from the comparison, each with the rows that bear it out.

Nothing here is weighed or guessed: every sentence counts or quotes what the tables below it show, and what Lesart
found none of is said as well.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from core.report.content import Cell, Column, Content, Cue, Row
from core.report.copied import copied
from core.report.sheet import family_lines
from core.report.words import shorten

EXAMPLES = 3
"""Examples that one finding gives."""
GIST = 110
"""Code points of a claim in a finding."""
OPENS, LATE, LAST = 0.1, 0.7, 0.97
"""A claim opens an article up to the one position, comes late from the other on, and last from the third on."""
SAID = 80
"""Code points of each of two wordings that contradict each other."""


@dataclass(frozen=True)
class Finding:
    """A sentence or two, and examples with the numbers of the rows that they stand in."""

    kind: str
    text: str
    examples: tuple[tuple[str, int], ...] = ()


def findings(content: Content) -> tuple[Finding, ...]:
    """The findings, weightiest first."""
    makers = (_lineage, _shared, _unrelated, _copied, _contradictions, _left_out, _placed, _cues, _sources)
    return tuple(found for make in makers if (found := make(content)) is not None)


def name(column: Column) -> str:
    """How a sentence calls an article: ``Northern Wire (A)``."""
    return f"{column.name} ({column.letter})"


def _related(content: Content) -> list[Column]:
    related = [c for c in content.columns if not c.unrelated]
    return related if len(related) > 1 else list(content.columns)


def _lineage(content: Content) -> Finding | None:
    """How many independent sources there are; nothing where no article is seen to draw on another."""
    kind = "versions" if content.options.versions else "lineage"
    return Finding(kind, " ".join(family_lines(content))) if content.descent.steps else None


def _shared(content: Content) -> Finding | None:
    words, related = content.words, _related(content)
    if not content.rows:
        return Finding("shared", words.say("finding.shared.none"))
    key = "finding.both" if len(related) == 2 else "finding.shared"
    text = words.sentence(words.count(key, len(content.rows), articles=words.number(len(related))))
    if len(related) > 2:
        everywhere = sum({c.letter for c in related} <= {c.letter for c in row.carriers} for row in content.rows)
        text += " " + words.sentence(
            words.count("finding.everywhere", everywhere) if everywhere else words.say("finding.everywhere.none")
        )
    low, high = min(related, key=lambda c: c.shared), max(related, key=lambda c: c.shared)
    if round(low.shared, 2) != round(high.shared, 2):
        text += " " + words.say(
            "finding.range",
            low=words.percent(low.shared),
            low_name=name(low),
            high=words.percent(high.shared),
            high_name=name(high),
        )
    return Finding("shared", text)


def _unrelated(content: Content) -> Finding | None:
    words, odd = content.words, [c for c in content.columns if c.unrelated]
    if not odd:
        return None
    names = words.listing([f"{words.quote(shorten(c.article.title, 80))} ({c.letter})" for c in odd])
    return Finding("unrelated", words.count("finding.unrelated", len(odd), names=names))


def _copied(content: Content) -> Finding | None:
    said = [] if content.options.versions else copied(content)
    return Finding("copies", " ".join(said)) if said else None


def _contradictions(content: Content) -> Finding | None:
    words = content.words
    # A figure that nothing stands against contradicts nothing.
    rows = [r for r in content.rows if r.conflict or any(c.mark.kind == "figure" and c.against for c in r.cues)]
    if not rows:
        return None
    examples = tuple((_contradiction(row, content), row.number) for row in rows[:EXAMPLES])
    return Finding("conflict", words.count("finding.conflict", len(rows)), examples)


def _contradiction(row: Row, content: Content) -> str:
    """The figures against each other where a cue names them, else the two wordings that contradict each other."""
    words = content.words
    cue = next((c for c in row.cues if c.mark.kind == "figure" and c.against), None)
    if cue is None:
        return _wordings(row, content)
    said = [f"{q.column.letter} {words.quote(shorten(q.quote, 60))}" for q in (cue.at, *cue.against)]
    return f"{words.quote(shorten(row.gist, GIST))}: {', '.join(said)}"


def _wordings(row: Row, content: Content) -> str:
    links = (content.comparison.links[i] for i in row.group.links)
    link = next(x for x in links if x.relation == "conflict")
    said = [
        f"{cell.column.letter} {content.words.quote(shorten(mention.text, SAID))}"
        for cell in row.cells
        for mention in cell.mentions
        if mention.claim.id in (link.a, link.b)
    ]
    return ", ".join(said)


def _left_out(content: Content) -> Finding | None:
    """Claims that all articles but one carry; those marked as weighty first, then the most widely carried."""
    words, related = content.words, {c.letter for c in _related(content)}
    if len(related) < 3:
        return None
    marked = {c.row: c.mark.strength for c in content.cues if c.mark.kind == "omission"}
    alone: list[tuple[Row, Cell]] = []
    for row in content.rows:
        missing = [c for c in row.missing if c.column.letter in related]
        if len(missing) == 1:
            alone.append((row, missing[0]))
    if not alone:
        return None
    alone.sort(key=lambda found: (-marked.get(found[0].number, 0.0), found[0].number))
    examples = tuple(
        (
            words.say("finding.left_out.example", name=name(cell.column), gist=words.quote(shorten(row.gist, GIST))),
            row.number,
        )
        for row, cell in alone[:EXAMPLES]
    )
    return Finding("left_out", words.sentence(words.count("finding.left_out", len(alone))), examples)


def _placed(content: Content) -> Finding | None:
    """The claim that opens one article and comes latest in another."""
    words = content.words
    best: tuple[float, Row, Column, Column, float] | None = None
    for row in content.rows:
        at = {c.column.letter: (min(m.claim.position for m in c.mentions), c.column) for c in row.cells if c.mentions}
        first, last = min(at.values(), key=lambda p: p[0]), max(at.values(), key=lambda p: p[0])
        gap = last[0] - first[0]
        if first[0] <= OPENS and last[0] >= LATE and (best is None or gap > best[0]):
            best = (gap, row, first[1], last[1], last[0])
    if best is None:
        return None
    _, row, early, late, position = best
    text = words.say(
        "finding.placed.last" if position >= LAST else "finding.placed",
        gist=words.quote(shorten(row.gist, GIST)),
        early=name(early),
        late=name(late),
        share=words.percent(position),
    )
    return Finding("placed", text, ((words.say("finding.see"), row.number),))


def _cues(content: Content) -> Finding | None:
    words = content.words
    placed = [c for c in content.cues if c.mark.kind != "omission"]
    if not placed:
        return Finding("cues", words.say("finding.cues.none"))
    own = sum(c.mark.voice == "outlet" for c in placed)
    told = words.count("finding.own", own) if own else words.say("finding.own.none")
    text = f"{words.count('finding.cues', len(placed))} {words.sentence(told)}"
    density = {c.letter: 1000 * c.cues / max(c.words, 1) for c in _related(content)}
    most, least = (pick(_related(content), key=lambda c: density[c.letter]) for pick in (max, min))
    if round(density[most.letter]) > round(density[least.letter]):
        text += " " + words.say(
            "finding.density", most=name(most), high=words.figure(round(density[most.letter])),
            least=name(least), low=words.figure(round(density[least.letter])),
        )  # fmt: skip
    text += " " + words.say("finding.frequent", kinds=words.listing(_frequent(placed)))
    return Finding("cues", text)


def _frequent(cues: list[Cue]) -> list[str]:
    counted = Counter(c.name for c in cues).most_common(EXAMPLES)
    return [f"{kind} ({n})" for kind, n in counted]


def _sources(content: Content) -> Finding | None:
    words = content.words
    related = {c.letter for c in _related(content)}
    named = {s.column: sum(x.named for x in s.sources) for s in content.sourcing if s.column.letter in related}
    most, least = max(named, key=lambda c: named[c]), min(named, key=lambda c: named[c])
    if named[most] == named[least]:
        return None
    text = words.count(
        "finding.sources", named[most], most=name(most), least=name(least), few=words.number(named[least])
    )
    return Finding("sources", text)
