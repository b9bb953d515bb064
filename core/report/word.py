"""A Word document's styles, lines, tables and comments, over python-docx."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.report.content import Content, Note
from core.report.packed import moment
from core.report.words import visible

SERIF, SANS = "Georgia", "Calibri"
INK, MUTED, SHADE, LINE = "22211E", "5D5A53", "FBF3DD", "C9C4B8"
PICTURES = {".png", ".jpg", ".jpeg", ".gif"}
"""Logos that Word shows."""


class Paper:
    """One document; texts given to it are made visible, never interpreted."""

    def __init__(self, content: Content) -> None:
        from docx import Document
        from docx.shared import Cm

        self.document = Document()
        self.language = content.words.language
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.65)
        section.top_margin = section.bottom_margin = Cm(2.0)
        made = moment(content.provenance.created)
        core = self.document.core_properties
        core.title, core.author, core.comments = visible(content.title), f"Lesart {content.provenance.lesart}", ""
        core.created = core.modified = made
        core.language = self.language
        self._styles()
        # python-docx searches all styles for each paragraph that it gives one; half of the time went there.
        self._ids = {style.name: style.style_id for style in self.document.styles}
        self._page_numbers(section)

    def _styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Pt, RGBColor

        styles = self.document.styles
        self._font(styles["Normal"], SERIF, 10.5, INK)
        styles["Normal"].paragraph_format.space_after = Pt(6)
        styles["Normal"].paragraph_format.line_spacing = 1.2
        for name, size, before in (
            ("Title", 28, 0),
            ("Heading 1", 17, 22),
            ("Heading 2", 13, 14),
            ("Heading 3", 11.5, 10),
        ):
            self._font(styles[name], SERIF if name != "Heading 2" else SANS, size, INK, bold=True)
            styles[name].paragraph_format.space_before, styles[name].paragraph_format.space_after = Pt(before), Pt(4)
            styles[name].paragraph_format.keep_with_next = True
        _no_rule(styles["Title"])
        for name, font, size, colour, indent in (
            ("Lesart about", SANS, 10, MUTED, 0), ("Lesart small", SANS, 8.5, MUTED, 0), ("Lesart quote", SERIF, 10.5, INK, 0),
            ("Lesart reason", SANS, 10, INK, 14), ("Lesart meta", SANS, 8.5, MUTED, 14),
        ):  # fmt: skip
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = styles["Normal"]
            self._font(style, font, size, colour)
            style.paragraph_format.left_indent = Pt(indent)
            style.paragraph_format.space_after = Pt(8 if name in ("Lesart about", "Lesart meta") else 1)
            style.paragraph_format.keep_with_next = name in ("Lesart quote", "Lesart reason")
        styles["Lesart about"].paragraph_format.space_before = Pt(3)
        styles["Lesart about"].font.color.rgb = RGBColor.from_string(MUTED)

    def _font(self, style: Any, name: str, size: float, colour: str, bold: bool | None = None) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        style.font.name, style.font.size, style.font.bold, style.font.italic = name, Pt(size), bold, None
        style.font.color.rgb = RGBColor.from_string(colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), name)

    def _page_numbers(self, section: Any) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        line = section.footer.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.style = self.document.styles["Lesart small"]
        line._p.append(_made("w:fldSimple", {"w:instr": "PAGE"}))

    def kicker(self, text: str, logo: Path | None) -> None:
        """The line above the title, the logo before it where Word can show it."""
        from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
        from docx.shared import Cm

        if logo is not None and logo.suffix.lower() in PICTURES:
            try:
                self.document.add_paragraph().add_run().add_picture(str(logo), height=Cm(1.2))
            except (
                UnrecognizedImageError,
                InvalidImageStreamError,
                UnexpectedEndOfFileError,
                OSError,
                ValueError,
                struct.error,
            ) as error:
                raise UserError("error.logo.kind", str(logo)) from error
        self.line(text, style="Lesart about")

    def heading(self, text: str, level: int) -> Any:
        """A heading; level 0 is the title."""
        return self.line(text, f"Heading {level}" if level else "Title")

    def line(self, text: str, style: str | None = None) -> Any:
        """A paragraph."""
        line = self.document.add_paragraph(visible(text))
        if style:
            line._p.style = self._ids[style]
        return line

    def add(
        self, line: Any, text: str, *, bold: bool = False, italic: bool = False, strike: bool = False,
        underline: str | None = None, shaded: bool = False, raised: bool = False, language: str = "",
    ) -> Any:  # fmt: skip
        """A run at the end of ``line``; ``underline`` is one of Word's kinds (``wave``), ``language`` ISO 639-1."""
        run = line.add_run(visible(text))
        run.bold, run.italic, run.font.strike = bold or None, italic or None, strike or None
        run.font.superscript = raised or None
        properties = run._r.get_or_add_rPr()
        if underline:
            properties.append(_made("w:u", {"w:val": underline}))
        if shaded:
            properties.append(_made("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": SHADE}))
        if re.fullmatch("[a-z]{2,3}", language) and language not in ("und", self.language):
            properties.append(_made("w:lang", {"w:val": language}))
        return run

    def table(self, heads: Sequence[str], widths: Sequence[float]) -> Any:
        """A table with ``widths`` in centimetres; its first line, of ``heads``, comes again on each page."""
        from docx.shared import Cm

        table = self.document.add_table(rows=0, cols=len(widths))
        table.autofit = False
        _rules(table)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        if heads:
            cells = self.cells(table)
            for cell, head in zip(cells, heads, strict=True):
                self.fill(cell, head, style="Lesart small", bold=True)
            table.rows[0]._tr.get_or_add_trPr().append(_made("w:tblHeader", {"w:val": "true"}))
        return table

    def cells(self, table: Any) -> list[Any]:
        """The cells of a new line, which no page break parts."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(_made("w:cantSplit", {"w:val": "true"}))
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width
        return list(row.cells)

    def fill(self, cell: Any, text: str, style: str = "Normal", apart: bool = False, **how: Any) -> Any:
        """A paragraph in ``cell``: the first one that it has where that is empty; ``apart`` from what is above it."""
        from docx.shared import Pt

        line = cell.paragraphs[-1] if not cell.paragraphs[-1].runs else cell.add_paragraph()
        if style != "Normal":
            line._p.style = self._ids[style]
        line.paragraph_format.space_after, line.paragraph_format.line_spacing = Pt(1.5), 1.05
        if apart:
            line.paragraph_format.space_before = Pt(6)
        run = self.add(line, text, **how)
        if style == "Normal":
            run.font.size = Pt(9.5)
        return line

    def comment(self, runs: Sequence[Any], note: Note) -> None:
        """The reader's note as a comment on ``runs``, dated by its decision."""
        author = note.reader or "Lesart"
        made = self.document.add_comment(runs, text=visible(note.text), author=author, initials=author[:2])
        made._comment_elm.date = moment(note.decision.created)


def _made(tag: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element


def _rules(table: Any) -> None:
    """Hairlines between lines, none between columns; a little room above and below what a cell holds."""
    borders = _made("w:tblBorders", {})
    for side in ("top", "bottom", "insideH"):
        borders.append(_made(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": LINE}))
    properties = table._tbl.tblPr
    # The schema wants the borders before these.
    after = next(
        (i for i, child in enumerate(properties) if child.tag.endswith(("}tblLayout", "}tblLook"))), len(properties)
    )
    properties.insert(after, borders)
    margins = _made("w:tblCellMar", {})
    for side in ("top", "bottom"):
        margins.append(_made(f"w:{side}", {"w:w": "45", "w:type": "dxa"}))
    # … and the margins after them, before the look.
    look = next((i for i, child in enumerate(properties) if child.tag.endswith("}tblLook")), len(properties))
    properties.insert(look, margins)


def _no_rule(style: Any) -> None:
    from docx.oxml.ns import qn

    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
