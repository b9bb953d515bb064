"""The golden files: what each format says of the small event, as text that a diff can show.

``python -m tests.core.report.golden`` writes them anew; look at the diff before it is committed.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from core.report import FORMATS, render
from tests.core.report import event

FOLDER = Path(__file__).with_name("golden")
CASES = [*((suffix, "en") for suffix in FORMATS), ("html", "de"), ("md", "de"), ("csv", "de")]


def path_of(suffix: str, language: str) -> Path:
    """The golden file of a format in a language."""
    return FOLDER / f"event.{language}.{suffix}.txt"


def said(suffix: str, language: str) -> str:
    """What the report says, as text: formats that are archives are opened, the page's style is left out."""
    content = render(event.decided(), suffix, language)
    if isinstance(content, str):
        text = re.sub(r"<style>.*?</style>", "<style>…</style>", content, flags=re.DOTALL)
        return re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", text).replace("\r\n", "\n")
    readers = {"docx": _docx, "xlsx": _xlsx, "pdf": _pdf, "qdpx": _qdpx}
    return readers[suffix](content)


def _docx(data: bytes) -> str:
    import docx

    parts = []
    for part in docx.Document(io.BytesIO(data)).iter_inner_content():
        if hasattr(part, "rows"):
            parts += [" | ".join(c.text.replace("\n", " / ") for c in row.cells) for row in part.rows]
        else:
            parts.append(f"[{part.style.name}] {part.text}")
    return "\n".join(parts) + "\n"


def _xlsx(data: bytes) -> str:
    import openpyxl

    lines = []
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        lines.append(f"[{sheet.title}]")
        lines += ["\t".join("" if v is None else str(v) for v in row) for row in sheet.iter_rows(values_only=True)]
    return "\n".join(lines) + "\n"


def _pdf(data: bytes) -> str:
    """The words alone: where lines break is the typesetter's matter."""
    import pypdfium2

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return "\n".join(" ".join(page.split()) for page in pages) + "\n"


def _qdpx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = "\n".join(archive.namelist())
        return f"{names}\n{archive.read('project.qde').decode('utf-8')}\n"


def main() -> None:
    """Write all golden files."""
    FOLDER.mkdir(exist_ok=True)
    for suffix, language in CASES:
        path_of(suffix, language).write_text(said(suffix, language), encoding="utf-8")


if __name__ == "__main__":
    main()
