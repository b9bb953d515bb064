"""Two versions of one article for a terminal: what changed, claim by claim, in the order of the later version.

What went stands in ``[-brackets-]``, what came in ``{+braces+}``, as wdiff has it; what is left of a claim stands around
it. Claims that are the same word for word are counted and not shown.
"""

from __future__ import annotations

import shutil
import textwrap

from core.lineage import Change
from core.lineage.changes import changes
from core.model import Comparison
from core.report.content import Content
from core.report.descent import Changed, Piece, changed, tally
from core.report.options import Options
from core.report.telling import letter_of, tell_page
from core.report.terminal import NARROWEST, WIDEST, cut
from core.report.words import flat

APART = 0.2
"""Share of the earlier version's claims below which so few stand in the later one that the two may be no versions at all."""


def edited(comparison: Comparison, language: str, width: int | None = None) -> str:
    """What changed from the first article to the second, ``width`` columns wide (the terminal's where it is None)."""
    wide = max(NARROWEST, min(WIDEST, width or shutil.get_terminal_size((100, 24)).columns))
    content = tell_page(comparison, language, Options(versions=True))
    index_changes = changes(comparison, comparison.articles[0].id, comparison.articles[1].id)
    parts = [_articles(content, wide), "\n".join(textwrap.wrap(_summary(content, index_changes), wide))]
    parts += [_change(one, wide) for one in _shown(content, comparison, index_changes)]
    return "\n\n".join(part for part in parts if part)


def _articles(content: Content, wide: int) -> str:
    lines = []
    for i, column in enumerate(content.columns[:2]):
        facts = " · ".join(f for f in (column.file, column.day, flat(column.article.title)) if f)
        lines.append(cut(f"{letter_of(i)}  {facts}", wide))
    return "\n".join(lines)


def _summary(content: Content, found: tuple[Change, ...]) -> str:
    words = content.words
    if all(c.kinds == ("kept",) for c in found):
        return words.say("versions.none")
    counts = ", ".join(words.say("lineage.tally", kind=kind, n=n) for kind, n in tally(found, words))
    said = f"{words.sentence(counts)}."
    before = sum(len(c.before) for c in found)
    common = sum(len(c.before) for c in found if c.after)
    return f"{said} {words.say('versions.apart')}" if common < APART * before else said


def _shown(content: Content, comparison: Comparison, found: tuple[Change, ...]) -> list[Changed]:
    from core.index import Index

    index = Index(comparison)
    return [changed(c, index, content.words, every_word=True) for c in found if c.kinds != ("kept",)]


def _change(one: Changed, wide: int) -> str:
    lines = [one.what]
    for sign, pieces, marks in (("-", one.before, ("[-", "-]")), ("+", one.after, ("{+", "+}"))):
        if pieces:
            lines += textwrap.wrap(_marked(pieces, marks), wide, initial_indent=f"  {sign} ", subsequent_indent="    ")
    return "\n".join(lines)


def _marked(pieces: tuple[Piece, ...], marks: tuple[str, str]) -> str:
    said = []
    for piece in pieces:
        inner = piece.text.strip()
        said.append(
            piece.text.replace(inner, f"{marks[0]}{inner}{marks[1]}") if piece.changed and inner else piece.text
        )
    return "".join(said).strip()
