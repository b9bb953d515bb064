"""What the writers of pages share: which columns and lines a table has, how sure a row is, the templates' files."""

from __future__ import annotations

from importlib.resources import files

from core.report.content import Column, Content, Cue, Lens, Row

CARRIED_BY = 2
"""A claim counts as left out by an article where at least so many others carry it."""


def resource(name: str) -> str:
    """The text of a file in ``resources/templates``."""
    return files("resources").joinpath("templates", name).read_text(encoding="utf-8")


def matrix_columns(content: Content) -> tuple[Column, ...]:
    """The articles that the matrix has a column for: all but those about something else that carry none of it."""
    carrying = {c.letter for row in content.rows for c in row.carriers}
    return tuple(c for c in content.columns if not c.unrelated or c.letter in carrying)


def sureness(content: Content, row: Row) -> str:
    """How sure the links of the group are, from the least to the best: ``match 62–91%``."""
    scores = [content.comparison.links[i].score for i in row.group.links]
    if not scores:
        return ""
    low, high = content.words.percent(min(scores)), content.words.percent(max(scores))
    if low == high:
        return content.words.say("matrix.sure.one", low=low)
    return content.words.say("matrix.sure", low=low.rstrip("%\u202f"), high=high)


def tally(lens: Lens, column: Column) -> int:
    """How many cues of a kind an article has."""
    return sum(c.at.column is column for c in lens.cues)


def silent(content: Content) -> list[str]:
    """Names of the kinds of cues that were looked for and not found."""
    return [x.name for x in content.lenses if not x.cues and x.kind in content.settings.lenses]


def looked_for(content: Content) -> list[str]:
    """Names of the kinds of cues that were looked for."""
    return [x.name for x in content.lenses if x.kind in content.settings.lenses]


def left_out(content: Content, column: Column) -> list[tuple[Row, Cue | None]]:
    """The claims that the article leaves out, with the cue on it; those with a cue, then the most carried, first."""
    if column.unrelated:
        return []
    found: list[tuple[Row, Cue | None]] = []
    for row in content.left_out_by(column):
        cue = next((c for c in row.cues if c.mark.kind == "omission" and c.at.column is column), None)
        if cue or len(row.carriers) >= CARRIED_BY:
            found.append((row, cue))
    return sorted(found, key=lambda f: (f[1] is None, -len(f[0].carriers), f[0].number))
