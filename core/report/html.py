"""A comparison as one self-contained web page: no script, nothing remote, and a policy that forbids both."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from core.model import Comparison
from core.report.content import Content
from core.report.findings import findings
from core.report.namings import namings
from core.report.options import PICTURES, Options
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
from core.report.texts import texts
from core.report.words import visible


def render(comparison: Comparison, language: str, options: Options) -> str:
    """The page in ``language``. Raises OSError where the logo cannot be read."""
    content = tell_page(comparison, language, options)
    style = resource("report.css")
    read = texts(content)
    return _template().render(
        content=content, words=content.words, say=content.words.say, language=language,
        style=Markup(style), style_hash=_hash(style), logo=_logo(options.logo),
        findings=findings(content), namings=namings(content), texts=read, has_texts=bool(read),
        omissions=[(c, left_out(content, c)) for c in content.columns],
        sections=_sections(content, bool(read)), silent=silent(content),
        looked_for=looked_for(content), rates=rates(content), limits=limits(content),
        families=family_lines(content), lineage_section=lineage_section(content), more=lambda step: more_changes(content, step), by_id={c.article.id: c for c in content.columns},
        carried=lambda row: carried(content.words, row, matrix_columns(content)), sure=lambda row: sureness(content, row), absence=absence, tally=tally, columns=matrix_columns(content), tag=_tag,
        letters=lambda row: [c.letter for c in row.carriers],
        absent=lambda row: ", ".join(c.column.letter for c in row.missing if c.column in matrix_columns(content)),
    )  # fmt: skip


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        # Every string that comes from outside passes here, so that no control character reaches the page.
        finalize=lambda value: visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    environment.filters["lang"] = _lang
    return environment.get_template("report.html.j2")


def _lang(language: str) -> str:
    """A language for ``lang=``; empty (unknown) where the article's is none."""
    return language if re.fullmatch("[a-z]{2,3}", language) and language != "und" else ""


def _hash(style: str) -> str:
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _logo(path: Path | None) -> Markup:
    """The logo as a data URL, empty where there is none. As an ``img`` an SVG runs no script and loads nothing."""
    if path is None:
        return Markup("")
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    return Markup(f"data:image/{PICTURES[path.suffix.lower()]};base64,{data}")


def _sections(content: Content, has_texts: bool) -> list[str]:
    return [
        "findings", "articles", "lineage", "matrix", "framing", *(["omissions"] if content.rows else []), "sources",
        *(["reading"] if has_texts else []), "notes", "reliability", "provenance",
    ]  # fmt: skip


def _tag(kind: str) -> str:
    return {"headline": "h3", "subheadline": "h4", "heading": "h4"}.get(kind, "p")
