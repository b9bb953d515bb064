"""A comparison as Markdown (CommonMark with GitHub's tables): for wikis, tickets and editors."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from core.model import Comparison
from core.report.content import Quoted
from core.report.descent import Piece
from core.report.findings import findings
from core.report.namings import namings
from core.report.options import Options
from core.report.sheet import (
    absence,
    carried,
    family_lines,
    left_out,
    limits,
    lineage_section,
    looked_for,
    matrix_columns,
    more_changes,
    rates,
    resource,
    silent,
    sureness,
    tally,
)
from core.report.telling import tell_page
from core.report.texts import Paragraph, texts
from core.report.words import visible

_SIGNS = re.compile(r"([\\`*_\[\]|~#])")
_STARTS = re.compile(r"^(\s*)(?:([-+=]+)|(\d+)([.)]))(?=\s|$)")


def render(comparison: Comparison, language: str, options: Options) -> str:
    """The text in ``language``."""
    content = tell_page(comparison, language, options)
    return _template().render(
        content=content, words=content.words, say=content.words.say, findings=findings(content), namings=namings(content), texts=texts(content),
        columns=matrix_columns(content), omissions=[(c, left_out(content, c)) for c in content.columns],
        silent=silent(content), looked_for=looked_for(content), rates=rates(content), limits=limits(content), families=family_lines(content), lineage_section=lineage_section(content), more=lambda step: more_changes(content, step), by_id={c.article.id: c for c in content.columns},
        carried=lambda row: carried(content.words, row, matrix_columns(content)), pieces=_pieces, indent=lambda n: _Ready("  " * n), ready=_Ready, sure=lambda row: sureness(content, row), absence=absence, tally=tally,
        letters=lambda row: [c.letter for c in row.carriers], running=_running, passage=_passage,
    )  # fmt: skip


def escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is: no markup, no HTML, no list or heading at a line's start."""
    line = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _SIGNS.sub(r"\\\1", line)
    # A scheme that a viewer would make a link of by itself stays words.
    line = re.sub(r"(?i)\b(https?|ftp|javascript|data|www)([:.])", r"\1\\\2", line)
    return "\n".join(_STARTS.sub(_start, part) for part in line.split("\n"))


def _start(found: re.Match[str]) -> str:
    space, sign, number, dot = found.groups()
    return space + "".join(f"\\{c}" for c in sign) if sign else f"{space}{number}\\{dot}"


class _Ready(str):
    """Text that is Markdown already."""


def _passage(quoted: Quoted) -> _Ready:
    """A quotation in bold within its context."""
    return _Ready(f"{escaped(quoted.before)}**{escaped(quoted.quote)}**{escaped(quoted.after)}")


def _pieces(pieces: tuple[Piece, ...]) -> _Ready:
    """A claim's words in a table's cell, what changed in bold."""
    return _Ready("".join(_bold(p.text) if p.changed else escaped(p.text) for p in pieces) or "–")


def _bold(text: str) -> str:
    inner = text.strip()
    return text.replace(inner, f"**{escaped(inner)}**") if inner else text


def _running(paragraph: Paragraph, gap: str) -> _Ready:
    """A paragraph with cues in bold and their letters, claims' numbers in brackets behind them."""
    parts = []
    for run in paragraph.runs:
        for piece in run.pieces:
            text = gap if piece.gap else piece.text
            inner = text.strip()
            if piece.cues and inner:
                lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
                letters = f"<sup>{' '.join(c.letter for c in piece.ending)}</sup>" if piece.ending else ""
                parts.append(f"{lead}**{escaped(inner)}**{letters}{tail}")
            else:
                parts.append(escaped(text))
        parts.extend(f"<sup>{row}</sup>" for row in run.closing)
    return _Ready("".join(parts))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(resource), autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
        # Markdown knows no autoescape: every string that a template puts out passes here instead.
        finalize=lambda value: escaped(value) if isinstance(value, str) and not isinstance(value, _Ready) else value,
    )  # fmt: skip
    return environment.get_template("report.md.j2")
