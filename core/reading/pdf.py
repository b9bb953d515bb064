"""PDF: text in reading order, with what repeats on every page set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from core.errors import UserError
from core.job import Job
from core.model import Article, Dropped
from core.reading.article import MAX_CHARACTERS, Block, Facts, grouped, make_article
from core.reading.characters import clean, folded, one_line
from core.reading.hyphens import words_of
from core.reading.lines import below_headline, without_closing_lines
from core.reading.pdf_layout import Line, paragraphs, reading_order
from core.reading.pdf_page import page_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# Running heads and feet stand in this share of the page's height, above and below.
_MARGIN = 0.09
# A headline is set larger than the text by at least this.
_HEADLINE = 1.15
_SAME_SIZE = 0.5
_LONGEST = 300
_MAX_PAGES = 2_000
_LEAST = 25
_PAGE_NUMBER = re.compile(
    r"^(?:(?:seite|page|s\.|p\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:von|of|/)\s*\d{1,4})?$", re.I
)
_NO_TITLE = re.compile(
    r"^(?:microsoft word|untitled|unbenannt|dokument\d*|document\d*)\b|\.(?:docx?|indd|pdf|odt|qxp)$", re.I
)


def read_pdf(data: bytes, source: str, job: Job, encoding: str | None = None) -> tuple[Article, ...]:
    """The article of a PDF.

    1. Open it; refuse what is encrypted, damaged or endless.
    2. Read each page's lines with their places and sizes, put them in reading order (columns).
    3. Set aside what repeats at the top and foot of the pages, and page numbers.
    4. Join lines to paragraphs, undo hyphenation, find the headline by its size.

    Raises UserError ``error.encrypted``, ``error.damaged``, ``error.no_pdf_text``. Nothing in the file (scripts,
    forms, links, attachments) is run or opened. The file's own dates tell when it was printed, not when the article
    appeared, so they are not taken for it.
    """
    document = _open(data, source)
    try:
        pages, heights = _pages(document, source, job)
        properties = {key: one_line(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}
    finally:
        document.close()
    if sum(len(folded(line.text)) for page in pages for line in page) < _LEAST:
        raise UserError("error.no_pdf_text", source)
    pages, out = _without_running_heads(pages, heights)
    ordered = [reading_order(page) for page in pages]
    headline, ordered[0] = _headline(ordered[0], properties.get("Title", ""))
    lines = [line for page in ordered for line in page]
    words = words_of(line.text for line in lines)
    blocks = [Block("headline", headline)] if headline else []
    blocks += paragraphs(lines, words)
    blocks, closing = without_closing_lines(blocks)
    author = properties.get("Author") or None
    blocks, facts, byline = below_headline(blocks, Facts(author=author if author and " " in author else None))
    return (make_article(source, data, blocks, facts, [*byline, *closing, *out]),)


def _open(data: bytes, source: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        # pdfium's only word for it is in the message: "Incorrect password error", "Unsupported security scheme error".
        locked = any(word in str(error).lower() for word in ("password", "security"))
        raise UserError("error.encrypted_pdf" if locked else "error.damaged", source) from error


def _pages(document: PdfDocument, source: str, job: Job) -> tuple[list[list[Line]], list[float]]:
    """The lines of every page in the order of the file, and the pages' heights in points."""
    from pypdfium2 import PdfiumError

    count = len(document)
    if count > _MAX_PAGES:
        raise UserError("error.too_many_pages", source, pages=count, limit=_MAX_PAGES)
    pages: list[list[Line]] = []
    heights: list[float] = []
    characters = 0
    for index in range(count):
        job.check()
        try:
            page = document[index]
        except PdfiumError as error:
            raise UserError("error.damaged", source) from error
        lines, height = page_lines(page, job)
        page.close()
        pages.append(lines)
        heights.append(height)
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_CHARACTERS:
            raise UserError("error.too_long", source, limit=grouped(MAX_CHARACTERS))
    return pages, heights


def _without_running_heads(
    pages: Sequence[list[Line]], heights: Sequence[float]
) -> tuple[list[list[Line]], list[Dropped]]:
    """The pages without page numbers and without the lines at their margins that return on other pages."""
    seen: Counter[str] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({_masked(line.text) for line in page if _at_margin(line, height)})
    often = max(2, len(pages) // 3)
    kept: list[list[Line]] = []
    out: dict[str, Dropped] = {}
    for page, height in zip(pages, heights, strict=True):
        rest = []
        for line in page:
            at_margin = _at_margin(line, height)
            if at_margin and _PAGE_NUMBER.match(one_line(line.text)):
                out.setdefault(f"page {line.text}", Dropped(line.text, "dropped.page_number"))
            elif at_margin and seen[_masked(line.text)] >= often:
                out.setdefault(_masked(line.text), Dropped(line.text, "dropped.running_head"))
            else:
                rest.append(line)
        kept.append(rest)
    return kept, list(out.values())


def _at_margin(line: Line, height: float) -> bool:
    return line.bottom > (1 - _MARGIN) * height or line.top < _MARGIN * height


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", clean(text).casefold().strip())


def _headline(lines: list[Line], declared: str) -> tuple[str, list[Line]]:
    """The headline and the first page's lines without it: its largest lines, else what the file declares."""
    lettered = [line for line in lines if sum(map(str.isalpha, line.text)) > 3]
    if lettered:
        usual = median(line.size for line in lettered for _ in line.text)
        largest = max(line.size for line in lettered)
        start = next(index for index, line in enumerate(lines) if line.size == largest)
        end = start + 1
        while end < len(lines) and abs(lines[end].size - largest) < _SAME_SIZE:
            end += 1
        title = " ".join(line.text for line in lines[start:end])
        if largest >= _HEADLINE * usual and len(title) <= _LONGEST:
            return title, [*lines[:start], *lines[end:]]
    if len(declared) > 7 and not _NO_TITLE.search(declared):
        return declared, lines
    return "", lines
