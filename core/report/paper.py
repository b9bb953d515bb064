"""The parts of the PDF's pages: styles, paragraphs, tables, bars."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from core.model import Kind
from core.report.faces import glyphs, safe

INK, MUTED, LINE, SHEET, CLAIM, WARN, BAR, TRACK = (
    "#22211e", "#5d5a53", "#d3cdc1", "#f4f2ec", "#fbf3dd", "#a3352a", "#1b5e83", "#e4dfd5",
)  # fmt: skip
COLOURS: dict[Kind, str] = {
    "label": "#c43e0e", "loaded": "#a22347", "scare_quotes": "#883097", "distancing": "#167874", "certainty": "#2468c8",
    "attribution": "#497f1a", "figure": "#3b4f68", "agency": "#700439", "emphasis": "#6d5021", "omission": "#5d5a53",
}  # fmt: skip
LINES: dict[Kind, str] = {
    "label": 'width="2"', "loaded": 'kind="triple" width="0.45" gap="1"', "scare_quotes": 'kind="double" width="0.45" gap="1"',
    "distancing": 'width="0.45"', "certainty": 'kind="double" width="0.9" gap="1.6"', "attribution": 'width="1.2"',
    "figure": 'kind="double" width="1.3" gap="2"', "agency": 'width="3"', "emphasis": 'kind="triple" width="0.8" gap="1.3"',
    "omission": 'width="0.5"',
}  # fmt: skip
"""How each kind's line looks, in the attributes of reportlab's ``u``; its letter stands beside it."""

STRIP = 30.0
"""Points of the line that shows where in an article a claim stands."""
TALL = 660.0
"""Points of height that a frame with nothing in it has at least: where a line does not fit there, it must be parted."""


@cache
def styles() -> dict[str, Any]:
    """Paragraph styles by name."""
    from reportlab.lib.styles import ParagraphStyle

    glyphs()

    def style(name: str, font: str, size: float, leading: float, colour: str = INK, **more: Any) -> Any:
        return ParagraphStyle(name, fontName=f"Lesart{font}", fontSize=size, leading=leading, textColor=colour, **more)

    made = (
        style("kicker", "Sans-Bold", 8.5, 11, MUTED),
        style("title", "Serif-Bold", 27, 30, spaceBefore=6, spaceAfter=6),
        style("h1", "Serif-Bold", 16, 19, spaceBefore=20, spaceAfter=5),
        style("h2", "Sans-Bold", 11.5, 14, spaceBefore=11, spaceAfter=2),
        style("headline", "Serif-Bold", 13.5, 16, spaceBefore=2, spaceAfter=5, keepWithNext=1),
        style("about", "Sans", 9, 12, MUTED, spaceBefore=3, spaceAfter=6),
        style("body", "Serif", 9.5, 13.4, spaceAfter=5),
        style("lead", "Serif", 12, 16, spaceAfter=2),
        style("note", "Serif", 9.5, 13.4, spaceBefore=9, spaceAfter=1, keepWithNext=1),
        style("finding", "Serif", 10.5, 14.2, spaceAfter=2),
        style("item", "Serif", 9.5, 13, leftIndent=10, bulletIndent=0, spaceAfter=2),
        style("intro", "Sans", 9, 12, MUTED, spaceAfter=6),
        style("label", "Sans-Bold", 8.5, 12, MUTED),
        style("cell", "Serif", 8.3, 10.8),
        style("gist", "Serif-Bold", 8.6, 11),
        style("block", "Serif-Bold", 10, 12.5, spaceBefore=12, spaceAfter=1, keepWithNext=1),
        style("small", "Sans", 7.4, 9.6, MUTED),
        style("placed", "Sans", 7.4, 9.6, MUTED, firstLineIndent=STRIP + 4, spaceBefore=1),
        style("head", "Sans-Bold", 8, 10, MUTED),
        style("quote", "Serif", 9.5, 12.8, MUTED, leftIndent=14, bulletIndent=0, spaceAfter=1.5),
        style("reason", "Sans", 9, 11.8, leftIndent=14, spaceAfter=0.5),
        style("meta", "Sans", 7.4, 9.6, MUTED, leftIndent=14, spaceAfter=7),
        style("sans", "Sans", 9, 12),
        style("box", "Sans", 9, 12.4, backColor=SHEET, borderPadding=(6, 8, 6, 8), leftIndent=8, rightIndent=8,
              spaceBefore=14, spaceAfter=10),
    )  # fmt: skip
    return {one.name: one for one in made}


def paragraph(text: str, style: str = "body", bullet: str | None = None) -> Any:
    """A paragraph of ready markup: what comes from outside has gone through ``safe``."""
    from reportlab.platypus import Paragraph

    return Paragraph(text, styles()[style], bulletText=bullet)


def underlined(text: str, kind: Kind) -> str:
    """Ready markup with the line of ``kind`` under it."""
    return f'<u color="{COLOURS[kind]}" offset="-0.22*F" {LINES[kind]}>{text}</u>'


def letter(kind: Kind, sign: str) -> str:
    """The letter of a kind, raised, in its colour."""
    return f'<super size="6.4"><font name="LesartSans-BoldItalic" color="{COLOURS[kind]}">{safe(sign)}</font></super>'


@cache
def _rows() -> Any:
    """A table whose lines a page break parts only where one is taller than a page."""
    from reportlab.platypus import Table

    class Rows(Table):  # type: ignore[misc]  # reportlab's classes have no types
        def split(self, width: float, height: float) -> Any:
            self.splitInRow = 0
            parts = super().split(width, height)
            if not parts and height >= TALL:
                self.splitInRow = 1
                parts = super().split(width, height)
            return parts

    return Rows


def lines_table(rows: Sequence[Sequence[Any]], widths: Sequence[float], heads: bool = True) -> Any:
    """A table with hairlines under its lines; its first line comes again on each page."""
    rules = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 6.5),
        ("TOPPADDING", (0, 0), (-1, -1), 4), ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ]  # fmt: skip
    if heads:
        rules.append(("LINEBELOW", (0, 0), (-1, 0), 0.7, MUTED))
    table = _rows()(list(rows), colWidths=list(widths), repeatRows=int(heads), style=rules)
    table.hAlign = "LEFT"
    return table


def bar(share: float, width: float = 34, height: float = 4) -> Any:
    """A share (0–1) as a bar."""
    from reportlab.graphics.shapes import Drawing, Rect

    drawing = Drawing(width, height + 2)
    for colour, part in ((TRACK, 1.0), (BAR, max(0.0, min(1.0, share)))):
        drawing.add(Rect(0, 0, width * part, height, fillColor=_colour(colour), strokeColor=None))
    return drawing


def gap() -> Any:
    """A little room between the mentions of one cell."""
    from reportlab.platypus import Spacer

    return Spacer(1, 5)


def placed(text: str, position: float) -> Any:
    """Ready markup after a line whose tick shows where in an article a claim stands (0 first, 1 last)."""
    return _placed()(text, styles()["placed"], position)


@cache
def _placed() -> Any:
    from reportlab.platypus import Paragraph

    class Placed(Paragraph):  # type: ignore[misc]  # reportlab's classes have no types
        def __init__(self, text: str, style: Any, position: float = 0.0) -> None:
            super().__init__(text, style)
            self.position = position

        def draw(self) -> None:
            super().draw()
            canvas, line = self.canv, self.height - self.style.leading / 2 - 1
            canvas.saveState()
            canvas.setFillColor(LINE)
            canvas.rect(0, line, STRIP, 1.2, stroke=0, fill=1)
            canvas.setFillColor(BAR)
            canvas.rect(self.position * (STRIP - 1.6), line - 2, 1.6, 5.2, stroke=0, fill=1)
            canvas.restoreState()

    return Placed


def _colour(name: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(name)
