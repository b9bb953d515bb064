"""One table over all events, groups and cues, as Parquet and as CSV; the first columns say what a row is of.

The only user of pyarrow, which is loaded when a table is written. The same outcomes give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.batch.work import Outcome
from core.errors import UserError
from core.report.csv import guarded

COLUMNS = {
    "event": "string", "row": "string", "id": "string", "kind": "string", "article": "string", "language": "string",
    "group": "string", "articles": "int32", "claims": "int32", "links": "int32", "groups": "int32", "marks": "int32",
    "failed": "int32", "carried_by": "string", "omitted_by": "string", "unrelated": "string", "start": "int32",
    "end": "int32", "text": "string", "voice": "string", "strength": "float64", "reason": "string", "against": "string",
    "models": "string",
}  # fmt: skip
"""The columns and pyarrow's names of their types. ``row``: event, group or mark; ``start`` and ``end``: code points of
the article's text."""


def write(out: Path, outcomes: Sequence[tuple[str, Outcome]]) -> None:
    """Write ``summary.parquet`` and ``summary.csv`` into ``out``, whole or not at all, events in the order given."""
    from pyarrow import csv, parquet

    rows = [row for _, outcome in outcomes for row in outcome.rows]
    try:
        half = out / "summary.parquet.part"
        parquet.write_table(_table(rows), half, compression="zstd")
        half.replace(out / "summary.parquet")
        half = out / "summary.csv.part"
        with half.open("wb") as stream:
            # A spreadsheet takes a file without the mark for the system's own encoding.
            stream.write("\ufeff".encode())
            csv.write_csv(_table([_safe(row) for row in rows]), stream, csv.WriteOptions(quoting_style="needed"))
        half.replace(out / "summary.csv")
    except OSError as error:
        raise UserError("error.batch.output", str(out)) from error


def _table(rows: Sequence[dict[str, Any]]) -> Any:
    import pyarrow

    schema = pyarrow.schema([(name, pyarrow.type_for_alias(kind)) for name, kind in COLUMNS.items()])
    return pyarrow.table({name: [row.get(name) for row in rows] for name in COLUMNS}, schema=schema)


def _safe(row: dict[str, Any]) -> dict[str, Any]:
    """The row so that no spreadsheet takes one of its texts for a formula."""
    return {name: guarded(value) if isinstance(value, str) else value for name, value in row.items()}
