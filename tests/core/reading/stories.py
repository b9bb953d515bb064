"""Two invented articles, and how each format would carry them: written here, read back by the tests."""

from __future__ import annotations

import csv
import html
import io
import json
import textwrap
import zipfile
from dataclasses import dataclass
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
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


def zipped(members: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else None
            packed.writestr(name, data, compress_type=kind)
    return file.getvalue()


OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta", "drawing")
)


def opendocument(story: Story) -> bytes:
    body = "".join(f'<text:p text:style-name="P1">{html.escape(text)}</text:p>' for text in story.paragraphs)
    title = f'<text:p text:style-name="Title">{html.escape(story.title)}</text:p>'
    byline = f'<text:p text:style-name="Standard">{html.escape(story.byline)}</text:p>'
    return odt(title + byline + body, f"<dc:creator>{story.author}</dc:creator>")


def odt(body: str, about: str = "", manifest: str = "<manifest/>") -> bytes:
    style = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"/>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{style}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f'<office:document-meta {NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{about}'
            "</office:meta></office:document-meta>",
            "META-INF/manifest.xml": manifest,
        }
    )


def rtf(story: Story) -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    head = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\author " + story.author + "}}"
    body = "\\par\n".join(escaped(text) for text in (story.title, story.byline, *story.paragraphs))
    return (head + "\\f0\\fs24 " + body + "\\par}").encode("ascii")


def epub(story: Story) -> bytes:
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body>{}</body></html>"
    body = "".join(f"<p>{html.escape(text)}</p>" for text in story.paragraphs)
    chapter = f"<h2>{html.escape(story.title)}</h2><p>{html.escape(story.byline)}</p>{body}"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata><dc:creator>{story.author}</dc:creator><dc:publisher>{story.outlet}</dc:publisher>"
            f"<dc:date>{story.published}</dc:date></metadata><manifest><item id='t' href='title.xhtml'/>"
            "<item id='c' href='text/one%20chapter.xhtml'/></manifest>"
            "<spine><itemref idref='t'/><itemref idref='c'/></spine></package>",
            "OEBPS/title.xhtml": page.format("<h1>Das Buch</h1>"),
            "OEBPS/text/one chapter.xhtml": page.format(chapter),
        }
    )


def mail(story: Story, kind: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"] = f'"{story.outlet}" <news@example.org>'
    message["Subject"] = story.title
    message["Date"] = f"Thu, {story.published[8:]} Sep 2025 06:00:00 +0200"
    if kind == "plain":
        message.set_content("\n\n".join((story.byline, *story.paragraphs)), cte="quoted-printable")
    else:
        message.set_content("Ihr Programm zeigt kein HTML.")
        rows = "".join(f"<tr><td><p>{html.escape(text)}</p></td></tr>" for text in (story.byline, *story.paragraphs))
        foot = "<tr><td class='footer'><a href='x'>Abmelden</a></td></tr>"
        message.add_alternative(f"<table>{rows}{foot}</table>", subtype="html", cte="base64")
        message.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="virus.exe")
    return message.as_bytes()


def saved_page(story: Story) -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://example.org/rat"
    message["Subject"] = story.title
    message.attach(MIMEText(web(story), "html", "utf-8"))
    message.attach(MIMEText("p { color: red }", "css"))
    return message.as_bytes()


def record(story: Story) -> dict[str, str]:
    body = "\n\n".join(story.paragraphs)
    return {"title": story.title, "text": body, "outlet": story.outlet, "author": story.author, "date": story.published}


def ninjs(story: Story) -> bytes:
    body = "".join(f"<p>{html.escape(text)}</p>" for text in story.paragraphs)
    return json.dumps(
        {
            "uri": "urn:example:1",
            "type": "text",
            "versioncreated": story.published,
            "byline": f"By {story.author}",
            "headline": story.title,
            "body_html": body,
            "provider": {"name": story.outlet},
        }
    ).encode()


def ninjs_two(story: Story) -> bytes:
    bodies = [{"role": "main", "contentType": "text/plain", "value": "\n\n".join(story.paragraphs)}]
    headlines = [{"role": "short", "value": "Kurz"}, {"role": "main", "value": story.title}]
    return json.dumps(
        {
            "headlines": headlines,
            "bodies": bodies,
            "by": story.author,
            "provider": {"name": story.outlet},
            "date": story.published,
        }
    ).encode()


def table(
    story: Story, delimiter: str = ",", names: tuple[str, ...] = ("title", "text", "outlet", "author", "date")
) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerow(names)
    writer.writerow(record(story).values())
    return file.getvalue().encode()
