"""Two invented articles, and how each format would carry them: written here, read back by the tests."""

from __future__ import annotations

import html
import io
import textwrap
from dataclasses import dataclass
from typing import Any

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Story:
    title: str
    outlet: str
    author: str
    published: str
    language: str
    byline: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join((self.title, *self.paragraphs))


GERMAN = Story(
    title="Rat von Lüttringen kippt die Pläne für den Kran",
    outlet="Küstenblatt",
    author="Jule Harms",
    published="2025-09-04",
    language="de",
    byline="Von Jule Harms, 4. September 2025",
    paragraphs=(
        "Der Rat der Stadt Lüttringen hat am Donnerstagabend mit 26 zu 19 Stimmen gegen den Bau eines Containerkrans im "
        "Alten Hafen gestimmt. Die Reederei Nordwind wollte dafür rund 40 Millionen Euro ausgeben.",
        "Bürgermeisterin Wiebke Onnen nannte die Entscheidung „einen Fehler, den wir noch bereuen werden“. Die Gegner "
        "sprachen dagegen von einem guten Tag für die Anwohner.",
        "Nach Angaben der Verwaltung hätte der Kran bis zu 120 Arbeitsplätze gebracht. Ob die Reederei nun an einen "
        "anderen Standort ausweicht, blieb zunächst offen.",
    ),
)
ENGLISH = Story(
    title="Council turns down harbour crane after six-hour debate",
    outlet="The Estuary Post",
    author="Maud Ferris",
    published="2025-09-05",
    language="en",
    byline="By Maud Ferris | September 5, 2025",
    paragraphs=(
        "Councillors in Luettringen voted 26 to 19 on Thursday night against a container crane in the Old Harbour, a "
        "project on which the shipping line Nordwind had wanted to spend some 40 million euros.",
        "“We will live to regret this,” said the mayor, Wiebke Onnen. Opponents called it a good day for everybody who "
        "lives near the quay.",
        "According to the city, the crane would have brought up to 120 jobs. It was not clear whether the company would "
        "look for another site.",
    ),
)
STORIES = (GERMAN, ENGLISH)


def plain(story: Story) -> str:
    return "\n\n".join((story.title, story.byline, *story.paragraphs)) + "\n"


def wrapped(story: Story, width: int = 72) -> str:
    body = "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in story.paragraphs)
    return f"{story.title}\n\n{story.byline}\n\n{body}\n"


def markdown(story: Story) -> str:
    front = (
        f'---\ntitle: "{story.title}"\nauthor: {story.author}\nsource: {story.outlet}\ndate: {story.published}\n---\n\n'
    )
    body = "\n\n".join(story.paragraphs[1:])
    return f"{front}# {story.title}\n\n**{story.paragraphs[0][:20]}**{story.paragraphs[0][20:]}\n\n{body}\n"


def web(story: Story) -> str:
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in story.paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{html.escape(story.title)} | {html.escape(story.outlet)}</title>"
        f'<meta property="og:site_name" content="{html.escape(story.outlet)}"></head><body>'
        '<nav><a href="/">Start</a> <a href="/2">Sport</a></nav>'
        f"<article><h1>{html.escape(story.title)}</h1><p class='byline'>{html.escape(story.byline)}</p>{body}</article>"
        '<footer><a href="/about">Impressum</a></footer></body></html>'
    )


def word(story: Story) -> bytes:
    document = Document()
    document.core_properties.author = story.author
    document.core_properties.language = story.language
    document.add_heading(story.title, level=0)
    document.add_paragraph(story.byline)
    for paragraph in story.paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(story: Story, columns: int = 1, pages: int = 1, running_head: str = "") -> bytes:
    """The story set in ``columns``, ``pages`` times one after the other (each page with its number and head)."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    width, height = A4
    for page in range(pages):
        top = height - 90
        if running_head:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(50, height - 30, running_head)
            canvas.drawCentredString(width / 2, 25, f"Seite {page + 1}")
        if page == 0:
            canvas.setFont("Times-Bold", 18)
            for line in textwrap.wrap(story.title, 48):
                canvas.drawString(50, top, line)
                top -= 22
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(50, top, story.byline)
            top -= 26
        canvas.setFont("Times-Roman", 10)
        _columns(canvas, story.paragraphs, columns, top)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _columns(canvas: Canvas, paragraphs: tuple[str, ...], columns: int, top: float) -> None:
    lines: list[tuple[str, bool]] = []
    for paragraph in paragraphs:
        own = hyphenated(paragraph, 88 // columns)
        lines += [(line, index == 0) for index, line in enumerate(own)]
    each = -(-len(lines) // columns)
    for column in range(columns):
        for row, (line, first) in enumerate(lines[column * each : (column + 1) * each]):
            canvas.drawString(50 + column * 500 / columns + (12 if first else 0), top - row * 13, line)


def hyphenated(paragraph: str, width: int) -> list[str]:
    """Lines as a setter makes them: a word that does not fit is parted after at least four letters."""
    lines = [""]
    for word in paragraph.split():
        room = width - len(lines[-1]) - 1
        if not lines[-1]:
            lines[-1] = word
        elif len(word) <= room:
            lines[-1] += f" {word}"
        elif room >= 6 and len(word) >= 10 and word.isalpha():
            lines[-1] += f" {word[: room - 1]}-" if len(word) - room > 2 else f" {word[:5]}-"
            lines.append(word[room - 1 :] if len(word) - room > 2 else word[5:])
        else:
            lines.append(word)
    return lines
