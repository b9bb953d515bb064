"""The articles' texts, cut so that a writer can set claims and cues into them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from core.model import Article, Span
from core.report.content import Column, Content, Cue, Mention


@dataclass(frozen=True)
class Piece:
    """Characters that the same cues cover; ``starting`` and ``ending`` are the cues that start and end with them.

    A ``gap`` stands for text left out.
    """

    text: str
    cues: tuple[Cue, ...] = ()
    starting: tuple[Cue, ...] = ()
    ending: tuple[Cue, ...] = ()
    gap: bool = False


@dataclass(frozen=True)
class Run:
    """Pieces that the same claims cover. ``rows`` are the numbers of their groups; ``opening`` the claims whose first
    characters these are, ``closing`` the numbers of the groups whose claims end here."""

    pieces: tuple[Piece, ...]
    rows: tuple[int, ...] = ()
    opening: tuple[Mention, ...] = ()
    closing: tuple[int, ...] = ()
    struck: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A line of the text, and what its section says it is."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Text:
    """One article as it is read beside the others."""

    column: Column
    paragraphs: tuple[Paragraph, ...]


def texts(content: Content) -> tuple[Text, ...]:
    """The articles' texts as the options want them: in full, as excerpts, or none at all."""
    if content.options.texts == "none":
        return ()
    return tuple(_text(content, column) for column in content.columns)


def _text(content: Content, column: Column) -> Text:
    article = column.article
    claims = [
        (row.number, mention)
        for row in content.rows
        for cell in row.cells
        if cell.column is column
        for mention in cell.mentions
    ]
    cues = [c for c in content.cues if c.mark.article_id == article.id and len(c.mark.span)]
    paragraphs = [
        Paragraph(_kind(article, line), _runs(article.text, line, claims, cues)) for line in _lines(article.text)
    ]
    return Text(column, tuple(_excerpts(paragraphs) if content.options.texts == "excerpts" else paragraphs))


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _kind(article: Article, line: Span) -> str:
    return next((s.kind for s in article.sections if s.span.overlap(line)), "paragraph" if line.start else "headline")


def _cuts(line: Span, spans: list[Span]) -> list[Span]:
    """``line`` in parts, cut wherever one of ``spans`` starts or ends."""
    at = {line.start, line.end} | {p for s in spans for p in (s.start, s.end) if line.start < p < line.end}
    places = sorted(at)
    return [Span(a, b) for a, b in itertools.pairwise(places)]


def _runs(text: str, line: Span, claims: list[tuple[int, Mention]], cues: list[Cue]) -> tuple[Run, ...]:
    here = [(row, m) for row, m in claims if m.claim.span.overlap(line)]
    marked = [c for c in cues if c.mark.span.overlap(line)]
    runs = []
    for part in _cuts(line, [m.claim.span for _, m in here]):
        own = [(row, m) for row, m in here if m.claim.span.overlap(part)]
        opening = tuple(m for _, m in own if max(m.claim.span.start, line.start) == part.start)
        runs.append(
            Run(
                tuple(_piece(text, span, marked) for span in _cuts(part, [c.mark.span for c in marked])),
                tuple(row for row, _ in own),
                tuple(m for m in opening if m.claim.span.start >= line.start),
                tuple(row for row, m in own if m.claim.span.end == part.end),
                bool(own) and all(m.decided == "rejected" for _, m in own),
            )
        )
    return tuple(runs)


def _piece(text: str, span: Span, cues: list[Cue]) -> Piece:
    own = tuple(c for c in cues if c.mark.span.overlap(span))
    starting = tuple(c for c in own if c.mark.span.start == span.start)
    return Piece(span.of(text), own, starting, tuple(c for c in own if c.mark.span.end == span.end))


def _excerpts(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Only what is claimed or marked, and headlines; ``gap`` pieces stand for the rest, one for each stretch of it."""
    gap = Run((Piece("", gap=True),))
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        runs: list[Run] = []
        for run in paragraph.runs:
            wanted = run.rows or any(p.cues for p in run.pieces) or paragraph.kind == "headline"
            if wanted:
                runs.append(run)
            elif not runs or runs[-1] is not gap:
                runs.append(gap)
        if runs == [gap] and kept and kept[-1].runs[-1] is gap:
            continue
        kept.append(Paragraph(paragraph.kind, tuple(runs)))
    return kept
