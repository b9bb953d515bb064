"""The shared claims as a table for a terminal: as wide as it is, a line or two for each claim."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata

from core.model import Comparison
from core.report.content import Column, Content, Row
from core.report.copied import copied
from core.report.options import Options
from core.report.sheet import family_lines, matrix_columns
from core.report.telling import tell_page
from core.report.words import flat, shorten

NARROWEST, WIDEST = 60, 140
"""Columns that the table takes at least and at most."""

_PLAIN = Options()


def table(comparison: Comparison, language: str, width: int | None = None, options: Options = _PLAIN) -> str:
    """The table, ``width`` columns wide (the terminal's where it is None)."""
    wide = width or shutil.get_terminal_size((100, 24)).columns
    wide = max(NARROWEST, min(WIDEST, wide))
    content = tell_page(comparison, language, options)
    parts = [_articles(content, wide), _claims(content, wide), *_remarks(content, wide)]
    return "\n\n".join(part for part in parts if part)


def _articles(content: Content, wide: int) -> str:
    """A line for each article: letter, outlet, title, how much of it others carry."""
    words = content.words
    shares = [words.say("terminal.shared", share=words.percent(c.shared)) for c in content.columns]
    room = wide - max(map(cells, shares)) - 5
    name = min(24, max(cells(c.name) for c in content.columns))
    lines = []
    for column, share in zip(content.columns, shares, strict=True):
        title = cut(f"{pad(cut(column.name, name), name)}  {flat(column.article.title)}", room)
        lines.append(f"{column.letter}  {pad(title, room)}  {share}")
    return "\n".join(lines)


def _claims(content: Content, wide: int) -> str:
    words = content.words
    if not content.rows:
        return words.say("finding.shared.none")
    columns = matrix_columns(content)
    heads = [words.say(f"terminal.{key}") for key in ("number", "claim", "carried", "missing", "cues")]
    rows = [_row(row, columns) for row in content.rows]
    sizes = [max(cells(line[i]) for line in (heads, *rows)) for i in range(5)]
    sizes[1] = wide - sum(sizes) + sizes[1] - 2 * 4
    lines = [_line(heads, sizes), "─" * wide]
    return "\n".join([*lines, *(_line(row, sizes) for row in rows)])


def _row(row: Row, columns: tuple[Column, ...]) -> list[str]:
    missing = " ".join(c.column.letter for c in row.missing if c.column in columns)
    cues = str(len(row.cues)) if row.cues else "–"
    return [str(row.number), flat(row.gist), f"{len(row.carriers)}/{len(columns)}", missing or "–", cues]


def _line(values: list[str], sizes: list[int]) -> str:
    number, gist, carried, missing, cues = values
    parts = [
        number.rjust(sizes[0]), pad(cut(gist, sizes[1]), sizes[1]), pad(carried, sizes[2]), pad(missing, sizes[3]),
        cues.rjust(sizes[4]),
    ]  # fmt: skip
    return "  ".join(parts).rstrip()


def _remarks(content: Content, wide: int) -> list[str]:
    words = content.words
    said = []
    odd = [c for c in content.columns if c.unrelated]
    if odd:
        names = words.listing([f"{words.quote(shorten(c.article.title, 80))} ({c.letter})" for c in odd])
        said.append(words.count("finding.unrelated", len(odd), names=names))
    if content.descent.steps:
        said.append(" ".join(family_lines(content)))
    said += copied(content)
    said.append(words.say("terminal.caveat"))
    return ["\n".join(textwrap.wrap(text, wide)) for text in said]


def cells(text: str) -> int:
    """How many columns of a terminal ``text`` takes (Unicode Standard Annex 11: wide characters take two)."""
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf"
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def cut(text: str, room: int) -> str:
    """``text`` in at most ``room`` columns, the ellipsis included."""
    if cells(text) <= room:
        return text
    taken, used = "", 0
    for character in text:
        used += cells(character)
        if used > room - 1:
            break
        taken += character
    return taken.rstrip() + "…"


def pad(text: str, room: int) -> str:
    """``text`` filled up with spaces to ``room`` columns."""
    return text + " " * (room - cells(text))
