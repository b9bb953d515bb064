"""PDF: reading order, paragraphs, headings, initials, hyphens, what repeats."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.model import Article
from core.reading import read
from tests.core.reading.stories import ENGLISH, GERMAN

FIRST, SECOND, THIRD = ENGLISH.paragraphs


def article_of(draw: Callable[[Canvas], None], tmp_path: Path) -> Article:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    draw(canvas)
    canvas.save()
    path = tmp_path / "page.pdf"
    path.write_bytes(file.getvalue())
    (article,) = read(path)
    return article


def column(canvas: Canvas, x: float, y: float, text: str, width: int, indent: float = 0) -> float:
    canvas.setFont("Times-Roman", 10)
    for row, line in enumerate(textwrap.wrap(text, width)):
        canvas.drawString(x + (0 if row else indent), y, line)
        y -= 12
    return y


def title(canvas: Canvas, text: str = "Council turns down harbour crane") -> None:
    canvas.setFont("Times-Bold", 20)
    canvas.drawString(50, 760, text)


def test_paragraphs_set_apart_by_space(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        y = 720.0
        for paragraph in ENGLISH.paragraphs:
            y = column(canvas, 50, y, paragraph, 90) - 8

    assert article_of(draw, tmp_path).text.split("\n\n")[1:] == list(ENGLISH.paragraphs)


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_with_a_list_a_heading_and_a_caption(columns: int, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        step = 500 / columns
        for number in range(columns):
            x = 50 + number * step
            y = column(canvas, x, 720, FIRST, 96 // columns, indent=8)
            y = column(canvas, x, y, SECOND, 96 // columns, indent=8)
            canvas.setFont("Times-Bold", 13)
            canvas.drawString(x, y - 10, "Three reasons")
            for item in ("the noise at night", "the price", "the road"):
                column(canvas, x + 5, y - 30, "•", 40)
                y = column(canvas, x + 16, y - 30, item, 40) + 18
            column(canvas, x, y - 30, THIRD, 96 // columns)

    article = article_of(draw, tmp_path)
    one = [
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("heading", "Three reasons"),
        ("list", "the noise at night"),
        ("list", "the price"),
        ("list", "the road"),
        ("paragraph", THIRD),
    ]
    assert [(section.kind, section.span.of(article.text)) for section in article.sections][1:] == one * columns


def test_a_full_width_paragraph_above_two_columns_is_read_first(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        y = column(canvas, 50, 720, FIRST + " It was close.", 100)
        column(canvas, 50, y - 20, SECOND * 2, 45)
        column(canvas, 310, y - 20, THIRD * 2, 45)

    assert article_of(draw, tmp_path).text.split("\n\n")[1:] == [FIRST + " It was close.", SECOND * 2, THIRD * 2]


def test_an_initial_is_put_before_its_word(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        title(canvas)
        canvas.setFont("Times-Bold", 34)
        canvas.drawString(50, 696, FIRST[0])
        lines = textwrap.wrap(FIRST[1:], 80)
        canvas.setFont("Times-Roman", 10)
        for row, line in enumerate(lines):
            canvas.drawString(78 if row < 2 else 50, 712 - 12 * row, line)

    assert article_of(draw, tmp_path).text.endswith(f"\n\n{FIRST}")


def test_a_browsers_head_and_foot_are_set_aside(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number in (1, 2):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(50, 820, f"5.9.2025, 10:0{number} Uhr")
            canvas.drawString(50, 20, "https://post.example/crane")
            canvas.drawRightString(540, 20, f"{number}/2")
            if number == 1:
                title(canvas)
            column(canvas, 50, 720, ENGLISH.paragraphs[number], 90)
            canvas.showPage()

    article = article_of(draw, tmp_path)
    assert article.text.split("\n\n")[1:] == [SECOND, THIRD]
    assert {dropped.why for dropped in article.dropped} == {"dropped.running_head", "dropped.page_number"}


def test_the_declared_title_counts_where_the_type_does_not_tell(tmp_path: Path) -> None:
    def draw(canvas: Canvas, declared: str) -> None:
        canvas.setTitle(declared)
        canvas.setAuthor("Maud Ferris")
        column(canvas, 50, 720, FIRST, 90)

    article = article_of(lambda canvas: draw(canvas, "Council turns down crane"), tmp_path)
    assert (article.title, article.author) == ("Council turns down crane", "Maud Ferris")
    article = article_of(lambda canvas: draw(canvas, "Microsoft Word - crane.docx"), tmp_path)
    assert article.text == FIRST


def test_a_word_over_a_page_is_put_together(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(50, 720, "Der Rat der Stadt Lüttringen hat sich am Abend gegen den neuen Container-")
        canvas.showPage()
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(50, 720, "kran im Alten Hafen entschieden, sagte Wiebke Onnen von der CDU-")
        canvas.drawString(50, 708, "Fraktion der Zeitung.")

    text = article_of(draw, tmp_path).text
    assert "gegen den neuen Containerkran im Alten Hafen" in text
    assert "von der CDU-Fraktion der Zeitung." in text
    assert GERMAN.language == "de"
