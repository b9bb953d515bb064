"""Word files: styles, tables, tracked changes, what stands around the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from core.model import Article
from core.reading import read
from tests.core.reading.stories import saved

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def article_of(document: Any, tmp_path: Path) -> Article:
    path = tmp_path / "letter.docx"
    path.write_bytes(saved(document))
    (article,) = read(path)
    return article


def test_styles_become_sections(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Lokales")
    document.add_heading("Rat kippt Pläne", level=0)
    document.add_paragraph("Knappe Mehrheit gegen den Kran", style="Subtitle")
    document.add_paragraph("Der Rat hat gegen den Kran gestimmt.")
    document.add_heading("Drei Gründe", level=2)
    document.add_paragraph("der Lärm", style="List Bullet")
    document.add_paragraph("Der Hafen am Abend", style="Caption")
    document.add_paragraph("„Ein Fehler.“", style="Intense Quote")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "SPD", "12"

    article = article_of(document, tmp_path)

    assert [(section.kind, section.span.of(article.text)) for section in article.sections] == [
        ("headline", "Rat kippt Pläne"),
        ("paragraph", "Lokales"),
        ("subheadline", "Knappe Mehrheit gegen den Kran"),
        ("paragraph", "Der Rat hat gegen den Kran gestimmt."),
        ("heading", "Drei Gründe"),
        ("list", "der Lärm"),
        ("caption", "Der Hafen am Abend"),
        ("quote", "„Ein Fehler.“"),
        ("paragraph", "SPD | 12"),
    ]


def test_the_first_heading_is_the_headline_and_else_the_first_line(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Rat kippt Pläne", level=1)
    document.add_paragraph("Der Rat hat gegen den Kran gestimmt.")
    assert article_of(document, tmp_path).title == "Rat kippt Pläne"
    document = Document()
    document.add_paragraph("Rat kippt Pläne")
    document.add_paragraph("Der Rat hat gegen den Kran gestimmt.")
    document.core_properties.title = "Microsoft Word - Vorlage"
    assert article_of(document, tmp_path).title == "Rat kippt Pläne"


def test_inserted_words_are_read_and_deleted_ones_set_aside(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Rat kippt Pläne", level=0)
    paragraph = document.add_paragraph("Der Rat hat ")._p
    paragraph.append(parse_xml(f"<w:del {W}><w:r><w:delText>knapp</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {W}><w:r><w:t>deutlich</w:t></w:r></w:ins>"))
    paragraph.append(
        parse_xml(f'<w:r {W}><w:t xml:space="preserve"> abge</w:t><w:softHyphen/><w:t>stimmt.</w:t></w:r>')
    )

    article = article_of(document, tmp_path)

    assert article.text == "Rat kippt Pläne\n\nDer Rat hat deutlich abgestimmt."
    assert [(dropped.text, dropped.why) for dropped in article.dropped] == [("knapp", "dropped.deleted")]


def test_running_heads_are_set_aside(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Rat kippt Pläne", level=0)
    document.add_paragraph("Der Rat hat gegen den Kran gestimmt.")
    document.sections[0].header.paragraphs[0].text = "Küstenblatt, Entwurf"
    article = article_of(document, tmp_path)
    assert "Entwurf" not in article.text
    assert [(dropped.text, dropped.why) for dropped in article.dropped] == [
        ("Küstenblatt, Entwurf", "dropped.running_head")
    ]
