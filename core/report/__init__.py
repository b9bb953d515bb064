"""Comparison → a report in one of several formats, each in its own module.

write(comparison, Path("report.html"), language="de")
render(comparison, "json")
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.errors import UserError
from core.model import Comparison
from core.report.options import Options, check_logo
from core.report.write import write_whole

FORMATS: dict[str, str] = {
    "html": "report.format.html",
    "md": "report.format.md",
    "json": "report.format.json",
    "csv": "report.format.csv",
    "xlsx": "report.format.xlsx",
    "docx": "report.format.docx",
    "pdf": "report.format.pdf",
    "jsonld": "report.format.jsonld",
    "qdpx": "report.format.qdpx",
}
"""What a report can be: suffix to the phrase key of its name."""

WHOLE = ("json", "qdpx")
"""Formats that hold the texts in full, because their offsets lie in them."""

MODULES = {"md": "markdown"}
"""Modules that are not called as their formats' suffixes are; each has a ``render``."""

ALSO = {"htm": "html", "markdown": "md"}
"""Other suffixes of the same formats."""

_PLAIN = Options()


def format_of(path: Path) -> str:
    """The format that the suffix of ``path`` stands for. Raises UserError ``error.write.format``."""
    suffix = path.suffix.lower().lstrip(".")
    suffix = ALSO.get(suffix, suffix)
    if suffix not in FORMATS:
        raise UserError("error.write.format", str(path), formats=", ".join(f".{name}" for name in FORMATS))
    return suffix


def groups_numbered(comparison: Comparison, numbers: Iterable[int]) -> tuple[str, ...]:
    """Ids of the groups that the usual report gives these numbers; numbers that it does not give are passed over."""
    from core.report.decided import told

    wanted = set(numbers)
    return tuple(g.id for i, g in enumerate(told(comparison, _PLAIN).groups, 1) if i in wanted)


def table(comparison: Comparison, language: str = "en", width: int | None = None, options: Options = _PLAIN) -> str:
    """The shared claims as a table for a terminal, ``width`` columns wide (the terminal's where it is None)."""
    from core.report import terminal

    return terminal.table(comparison, language, width, options)


def edited(comparison: Comparison, language: str = "en", width: int | None = None) -> str:
    """What changed from the first article of ``comparison`` to the second, for a terminal ``width`` columns wide."""
    from core.report import edits

    return edits.edited(comparison, language, width)


def render(
    comparison: Comparison,
    format: str,  # noqa: A002  # what it is called everywhere else, --format too
    language: str = "en",
    options: Options = _PLAIN,
) -> str | bytes:
    """The report as text, or as bytes for a format that is none; ``format`` is a key of FORMATS.

    ``language`` is ``en`` or ``de``. Raises KeyError where either is none of these,
    UserError ``error.logo…`` where there is no such logo, ``error.write.texts`` where the options want the texts not in
    full and the format holds them so.
    """
    from importlib import import_module

    if format not in FORMATS:
        raise KeyError(format)
    check_logo(options.logo)
    if options.texts != "full" and format in WHOLE:
        raise UserError("error.write.texts", f".{format}")
    module = import_module(f"core.report.{MODULES.get(format, format)}")
    content: str | bytes = module.render(comparison, language, options)
    return content


def write(
    comparison: Comparison,
    path: Path,
    format: str | None = None,  # noqa: A002  # as in render
    language: str = "en",
    options: Options = _PLAIN,
) -> None:
    """Write the report to ``path``, whole or not at all; the format comes from the suffix unless it is given.

    Raises UserError ``error.write…`` where the suffix is unknown, the disk full, the folder missing or read-only.
    """
    suffix = format or format_of(path)
    if options.texts != "full" and suffix in WHOLE:
        raise UserError("error.write.texts", str(path))
    content = render(comparison, suffix, language, options)
    write_whole(path, content.encode("utf-8") if isinstance(content, str) else content)


__all__ = ["FORMATS", "WHOLE", "Options", "edited", "format_of", "groups_numbered", "render", "table", "write"]
