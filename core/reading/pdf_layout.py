"""Lines on a page → the order in which a person reads them → paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from core.model import SectionKind
from core.reading.article import Block
from core.reading.hyphens import join_all

# A gutter is at least this wide (points); word gaps are narrower.
_GUTTER = 8.0
# A column has at least this many lines, and so many of them start at the same place, give or take two points.
_COLUMN_LINES = 3
_ALIGNED = 2.0
_ITEM = re.compile(r"^[•·‣▪●–*-]\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:][\"'“”’‘»«›‹)\]]*$")
_HEADING = 1.08
_INITIAL = 1.8
# No page that a person reads has more pieces of lines, or more initials: such a one is drawn letter by letter, or made
# to stop the program, and is read without columns.
_MOST_LINES = 3_000
_MOST_INITIALS = 30
_BULLET = re.compile(r"^[•·‣▪●]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line of a page: its words, its box (points from the page's lower left), its type's size."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    column: int = -1
    """The column that ``reading_order`` found for it, -1 for a line across the columns."""


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page in reading order: bands between lines that cross the gutters, in each band column by
    column from the left, in each column from the top. Pieces that stand on one line are joined."""
    if not lines:
        return []
    lines = _with_initials(lines, median(line.size for line in lines for _ in line.text))
    gutters = _gutters(lines)
    spanning = [line for line in lines if any(line.left < gutter < line.right for gutter in gutters)]
    bounds = sorted(line.top for line in spanning)
    placed = []
    for line in lines:
        across = bool(gutters) and any(line.left < gutter < line.right for gutter in gutters)
        column = -1 if across or not gutters else sum(gutter <= line.left for gutter in gutters)
        band = len(bounds) - bisect_right(bounds, line.top + 0.1)
        placed.append((band, column, replace(line, column=column)))
    placed.sort(key=lambda item: (item[0], item[1], -item[2].top))
    return _rows([line for _, _, line in placed])


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Where the page's columns after the first begin, less half a gutter: places where many lines start and that few
    lines cross."""
    if len(lines) > _MOST_LINES:
        return []
    starts = sorted({round(line.left) for line in lines})
    found: list[float] = []
    for start in starts:
        if found and start - found[-1] < 3 * _GUTTER:
            continue
        aligned = sum(abs(line.left - start) < _ALIGNED for line in lines)
        if aligned < _COLUMN_LINES:
            continue
        before = sum(line.right <= start - _GUTTER for line in lines)
        after = sum(line.left >= start - _ALIGNED for line in lines)
        # More lines that cross than lines that start here: an indented list, not a column.
        if before >= _COLUMN_LINES and len(lines) - before - after <= aligned:
            found.append(start - _GUTTER / 2)
    return found


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Neighbouring pieces of one column that stand at one height as one line, from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and line.column == rows[-1][0].column and _level(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(sorted(row, key=lambda line: line.left)) for row in rows]


def _row(row: Sequence[Line]) -> Line:
    return Line(
        " ".join(line.text for line in row), row[0].left, max(line.right for line in row),
        min(line.bottom for line in row), max(line.top for line in row), max(line.size for line in row), row[0].column,
    )  # fmt: skip


def _level(a: Line, b: Line) -> bool:
    return abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 < 0.4 * max(a.size, b.size)


def paragraphs(lines: Sequence[Line], words: frozenset[str]) -> list[Block]:
    """The lines, in reading order, joined to paragraphs; lines set larger than the text are headings."""
    if not lines:
        return []
    size = median(line.size for line in lines for _ in range(max(1, len(line.text))))
    leading = _leading(lines)
    edges = _edges(lines)
    blocks: list[Block] = []
    current: list[Line] = []
    for line in lines:
        if current and _starts(current, line, leading, edges):
            blocks.append(_block(current, size, words))
            current = []
        current.append(line)
    blocks.append(_block(current, size, words))
    return blocks


def _with_initials(lines: Sequence[Line], size: float) -> list[Line]:
    """The lines with each large initial ("D" over three lines) put before the line that it begins."""
    kept = list(lines)
    large = [line for line in lines if len(line.text) == 1 and line.text.isalpha() and line.size > _INITIAL * size]
    for initial in large if len(large) <= _MOST_INITIALS else []:
        beside = [
            line for line in kept
            if line is not initial and line.left >= initial.left and initial.bottom < line.top <= initial.top + size
            and line.text[0].islower()
        ]  # fmt: skip
        if beside:
            first = max(beside, key=lambda line: line.top)
            kept[kept.index(first)] = replace(first, text=initial.text + first.text, left=initial.left)
            kept.remove(initial)
    return kept


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between two lines' tops (points)."""
    steps = [a.top - b.top for a, b in pairwise(lines) if a.column == b.column and 0 < a.top - b.top < 4 * a.size]
    return median(steps) if steps else 1.4 * lines[0].size


def _edges(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """The usual left and the rightmost edge of each column."""
    found = {}
    for column in {line.column for line in lines}:
        own = [line for line in lines if line.column == column]
        found[column] = (median(line.left for line in own), max(line.right for line in own))
    return found


def _starts(current: Sequence[Line], line: Line, leading: float, edges: dict[int, tuple[float, float]]) -> bool:
    """Whether ``line`` begins a new paragraph after the lines of the current one."""
    last = current[-1]
    if abs(last.size - line.size) > 0.06 * max(last.size, line.size) or _ITEM.match(line.text):
        return True
    ended = bool(_SENTENCE_END.search(last.text))
    left, right = edges[last.column]
    short = last.right < right - 0.15 * (right - left)
    step = last.top - line.top
    if last.column == line.column and step > 0:
        if step > 1.35 * leading:
            return True
        # Two lines tell where the paragraph's edge is, the first of them may be indented itself.
        indented = line.left - min(part.left for part in current[:2]) > 0.6 * line.size
        return (indented and ended and not _ITEM.match(current[0].text)) or (ended and short)
    # Over a column's or a page's end a paragraph goes on unless its last line ended early.
    new_left = edges[line.column][0]
    return ended and (short or line.left - new_left > 0.6 * line.size)


def _block(lines: Sequence[Line], size: float, words: frozenset[str]) -> Block:
    text = join_all([line.text for line in lines], words, breaks_words=True)
    kind: SectionKind = "paragraph"
    if _ITEM.match(text):
        # A bullet is drawn; a dash may be meant.
        kind, text = "list", _BULLET.sub("", text)
    elif lines[0].size > _HEADING * size and len(text) < 200:
        kind = "heading"
    return Block(kind, text)
