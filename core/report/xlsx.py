"""A comparison as an Excel workbook: sheets of linked pairs, groups, marks and articles.

Every text is written as text: no formula comes of it, not even when its cell is edited.
"""

from __future__ import annotations

import io
import re
from typing import Any

from core.model import Comparison
from core.report.options import Options
from core.report.packed import moment, repacked
from core.report.tables import Table, tables
from core.report.telling import tell

WIDE, NARROW = 60, 14
"""Widths of columns that hold running text, and of the others, in characters."""


def render(comparison: Comparison, language: str, options: Options) -> bytes:
    """The workbook's bytes."""
    from openpyxl import Workbook

    content = tell(comparison, language, options)
    book = Workbook()
    book.remove(book.active)
    for table in tables(content):
        _sheet(book, table)
    made = moment(content.provenance.created)
    book.properties.creator = f"Lesart {content.provenance.lesart}"
    book.properties.title = content.title
    book.properties.created = made
    out = io.BytesIO()
    book.save(out)
    stamp = f"{made.isoformat()}Z".encode()
    # openpyxl dates each file by the clock; two reports of one comparison are to be the same file.
    return repacked(out.getvalue(), {"docProps/core.xml": lambda core: _dated(core, stamp)})


def _dated(core: bytes, stamp: bytes) -> bytes:
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", lambda found: found[1] + stamp, core)


def _sheet(book: Any, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.name)
    bold, shade = Font(bold=True), PatternFill("solid", fgColor="EEEAE0")
    wrap = Alignment(vertical="top", wrap_text=True)
    for y, line in enumerate((table.heads, *table.lines), 1):
        for x, value in enumerate(line, 1):
            if value is None:
                continue
            cell = sheet.cell(y, x)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
                cell.quotePrefix = True
            cell.alignment = wrap
            if y == 1:
                cell.font, cell.fill = bold, shade
    for x, head in enumerate(table.heads, 1):
        longest = max((len(v) for line in table.lines if isinstance(v := line[x - 1], str)), default=0)
        sheet.column_dimensions[get_column_letter(x)].width = min(
            WIDE, max(NARROW if longest < NARROW else longest, len(head) + 2)
        )
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
