"""What the writers of pages share: which columns and lines a table has, how sure a row is, the templates' files."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from core.model import EVERY_TWO, KINDS
from core.phrases import say
from core.report.content import Cell, Column, Content, Cue, Lens, Row
from core.report.descent import Step
from core.report.words import Words, flat

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


def carried(words: Words, row: Row, columns: tuple[Column, ...]) -> str:
    """By how many articles the claim is carried, and by how many independent sources where these are fewer."""
    said = words.say("matrix.carried", n=len(row.carriers), all=len(columns))
    return f"{said}, {words.count('matrix.origins', row.origins)}" if row.origins < len(row.carriers) else said


def family_lines(content: Content) -> list[str]:
    """The independent sources in sentences: how many, which articles are of one source, which stand alone."""
    words, made = content.words, content.descent.lineage
    names = {c.article.id: f"{c.name} ({c.letter})" for c in content.columns}
    if content.options.versions:
        return [words.say("versions.head", old=names[made.articles[0]], new=names[made.articles[1]])]
    n = len(made.articles)
    key = "one" if made.independent == 1 else "all" if made.independent == n else "many"
    counts = {"articles": words.number(n), "n": words.number(made.independent)}
    lines = [words.sentence(say(f"lineage.independent.{key}", words.language, **counts)).rstrip(".") + "."]
    if content.descent.families:
        lines += [
            words.say("lineage.family", names=words.listing([names[a] for a in f])) for f in content.descent.families
        ]
        if alone := content.descent.alone:
            lines.append(words.count("lineage.alone", len(alone), names=words.listing([names[a] for a in alone])))
    return lines


def lineage_section(content: Content) -> str:
    """The heading of the section on the lineage: of two versions it tells what changed."""
    return content.words.say("section.versions" if content.options.versions else "section.lineage")


def more_changes(content: Content, step: Step) -> str:
    """That a step has more changes than are shown, or none; "" where it shows all that it has."""
    if not step.changed:
        return content.words.say("lineage.unchanged") if step.source else ""
    return content.words.sentence(content.words.count("lineage.more", step.more)) if step.more else ""


def absence(words: Words, cell: Cell) -> tuple[str, str]:
    """What is said of a cell without mentions, and what leads in the passage beside it ("" where there is none)."""
    if cell.elsewhere:
        said = words.say("matrix.elsewhere.row", row=cell.other) if cell.other else words.say("matrix.elsewhere")
        return said, words.say("matrix.linked", score=words.percent(cell.nearest_score))
    near = words.say("matrix.nearest", score=words.percent(cell.nearest_score)) if cell.nearest else ""
    return words.say("matrix.missing"), near


def tally(lens: Lens, column: Column) -> int:
    """How many cues of a kind an article has."""
    return sum(c.at.column is column for c in lens.cues)


def silent(content: Content) -> list[str]:
    """Names of the kinds of cues that were looked for and not found."""
    return [x.name for x in content.lenses if not x.cues and x.kind in content.settings.lenses]


@dataclass(frozen=True)
class Rate:
    """How reliable one thing is: of what careful readers saw, the share ``found``; of what Lesart shows, the share
    ``right`` (0–1, None where it was not measured)."""

    name: str
    found: float | None
    right: float | None


def rates(content: Content) -> list[Rate]:
    """The measured rates of the comparison's version: links, all cues, each kind; a name unknown here stays as it is."""
    say = content.words.say
    names = {"links": say("rate.links"), "marks.all": say("rate.all")} | {f"marks.{k}": say(f"kind.{k}") for k in KINDS}
    measured = dict(content.provenance.error_rates)
    known = [Rate(n, measured.get(f"{k}.found"), measured.get(f"{k}.right")) for k, n in names.items()]
    told = {f"{key}.{what}" for key in names for what in ("found", "right")}
    others = [Rate(flat(name), value, None) for name, value in measured.items() if name not in told]
    return [rate for rate in (*known, *others) if (rate.found, rate.right) != (None, None)]


def limits(content: Content) -> list[str]:
    """What the rates do not say, a sentence or two each."""
    keys = ["score", "missing"] + ["many"] * (len(content.columns) > EVERY_TWO)
    return [content.words.say(f"reliability.{key}", most=EVERY_TWO) for key in keys]


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
