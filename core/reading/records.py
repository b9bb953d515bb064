"""Files that hold many articles as records: JSON (ninjs, a list of objects, one object a line), CSV and TSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from core.errors import UserError
from core.job import Job
from core.model import Article
from core.reading.article import MAX_CHARACTERS
from core.reading.encoding import decode
from core.reading.fields import TEXT, article_of, has_text, has_title

MAX_RECORDS = 2_000
_DELIMITERS = ",;\t|"


def read_json(data: bytes, source: str, job: Job, encoding: str | None = None) -> list[Article | UserError]:
    """The articles of a JSON file: an object with a text, a list of such, ``{"articles": […]}``, IPTC's ninjs (1.x
    and 2.x), or one object a line. Raises UserError ``error.damaged``, ``error.no_records``."""
    text = decode(data, source, encoding)
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        value = _lines(text, source)
    return _articles(list(_objects(value)), data, source, job)


def read_table(data: bytes, source: str, job: Job, encoding: str | None = None) -> list[Article | UserError]:
    """The articles of a table: one a row, by the names in the first row; without a column called ``text`` (or
    ``body``, ``Inhalt`` …) the one with the longest entries is it. Raises UserError ``error.no_records``."""
    text = decode(data, source, encoding).replace("\x00", "")
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    csv.field_size_limit(4 * MAX_CHARACTERS)
    try:
        rows = list(islice(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter), MAX_RECORDS + 1))
    except csv.Error as error:
        raise UserError("error.damaged", source) from error
    if len(rows) > MAX_RECORDS:
        raise UserError("error.too_many_records", source, count=text.count("\n"), limit=MAX_RECORDS)
    records = [{str(name).strip().lower(): cell for name, cell in row.items() if isinstance(cell, str)} for row in rows]
    if records and not any(name in record for record in records for name in TEXT):
        _name_text(records)
    return _articles(records, data, source, job)


def _name_text(records: list[dict[str, str]]) -> None:
    """Call the column with the longest entries ``text``, where they are long enough to be articles."""
    length = {name: sum(len(record.get(name, "")) for record in records) for name in records[0]}
    longest = max(length, key=lambda name: length[name], default=None)
    if longest is not None and length[longest] >= 100 * len(records):
        for record in records:
            record["text"] = record.get(longest, "")


def _lines(text: str, source: str) -> list[object]:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise UserError("error.damaged", source) from error


def _objects(value: object) -> Iterator[dict[str, object]]:
    """The records in a JSON value; objects that only hold records are opened."""
    waiting: list[object] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            record = _ninjs(item)
            inside = [inner for inner in reversed(item.values()) if isinstance(inner, list | dict)]
            if has_text(record) or (has_title(record) and not inside):
                yield record
            else:
                waiting.extend(inside)


def _ninjs(item: Mapping[str, Any]) -> dict[str, object]:
    """The object with its names in lower case, ninjs 2's ``headlines`` and ``bodies`` under the names of ninjs 1."""
    record: dict[str, object] = {str(name).lower(): value for name, value in item.items()}
    for plural, name in (("headlines", "headline"), ("bodies", "text")):
        values = record.get(plural)
        if isinstance(values, list) and values and isinstance(values[0], dict):
            # Of several bodies the plain one, of several headlines the main one; else the first.
            main = next((v for v in values if isinstance(v, dict) and _is_main(v)), values[0])
            kind = str(main.get("contenttype") or main.get("contentType") or "")
            record.setdefault("html" if "html" in kind and name == "text" else name, main.get("value"))
    return record


def _is_main(value: Mapping[str, Any]) -> bool:
    return value.get("role") == "main" or "plain" in str(value.get("contenttype") or value.get("contentType") or "")


def _articles(records: list[dict[str, Any]], data: bytes, source: str, job: Job) -> list[Article | UserError]:
    """The records' articles, and the error of each that cannot be one; a single one keeps the file's own name."""
    numbered = [(number, record) for number, record in enumerate(records, 1) if any(record.values())]
    if not any(has_text(record) for _, record in numbered):
        raise UserError("error.no_records", source)
    if len(numbered) > MAX_RECORDS:
        raise UserError("error.too_many_records", source, count=len(numbered), limit=MAX_RECORDS)
    articles: list[Article | UserError] = []
    for done, (number, record) in enumerate(numbered):
        job.step(done, len(numbered), "stage.reading")
        name = source if len(numbered) == 1 else f"{source}#{number}"
        try:
            if not has_text(record):
                raise UserError("error.empty_text", name)
            articles.append(article_of(record, data, name))
        except UserError as error:
            articles.append(error)
    return articles
