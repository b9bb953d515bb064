"""A comparison as CSV: one table with a line for each linked pair, each group and each mark, the first cell saying which.

It opens right in Excel: UTF-8 with a byte order mark, semicolons and decimal commas in German, every cell quoted. A
cell whose text a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io

from core.model import Comparison
from core.report.options import Options
from core.report.tables import Value, tables
from core.report.telling import tell

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
"""What a cell must not begin with; the wide forms are signs of formulas in East Asian versions of Excel."""


def render(comparison: Comparison, language: str, options: Options) -> str:
    """The file's text, lines ended as RFC 4180 says."""
    content = tell(comparison, language, options)
    parts = tables(content)
    heads = list(dict.fromkeys(head for table in parts for head in table.heads))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "de" else ",", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([content.words.say("table.what"), *map(guarded, heads)])
    for table in parts:
        for line in table.lines:
            values = dict(zip(table.heads, line, strict=True))
            writer.writerow([table.name, *(_said(values.get(head), language) for head in heads)])
    return BOM + out.getvalue()


def guarded(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA) else text


def _said(value: Value, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:g}"
        return text.replace(".", ",") if language == "de" else text
    return str(value) if isinstance(value, int) else guarded(value)
