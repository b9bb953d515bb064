"""The Word document, opened again by python-docx: headings, tables, comments, and hostile text as text."""

from __future__ import annotations

import io
import itertools
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from core.index import Index
from core.model import Comparison
from core.phrases import LANGUAGES
from core.report import Options, render
from core.report.words import flat, visible
from tests.core.report import event

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def opened(comparison: Comparison, language: str = "en", options: Options | None = None) -> Any:
    return docx.Document(io.BytesIO(render(comparison, "docx", language, options or Options())))


def everything(document: Any) -> str:
    return "\n".join(
        [
            *(p.text for p in document.paragraphs),
            *(c.text for t in document.tables for row in t.rows for c in row.cells),
        ]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_real_headings(comparison: Comparison, language: str) -> None:
    document = opened(comparison, language)
    styles = [p.style.name for p in document.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 11
    levels = [int(s[-1]) for s in styles if s.startswith("Heading")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert document.core_properties.language == language


def test_the_matrix_is_a_table_with_its_head_on_each_page(comparison: Comparison) -> None:
    index = Index(comparison)
    table = next(t for t in opened(comparison).tables if t.rows[0].cells[0].text == "Claim")
    assert [c.text[0] for c in table.rows[0].cells[1:]] == ["A", "B", "C", "D"]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    for row, group in zip(table.rows[1:], comparison.groups, strict=True):
        assert group.gist in row.cells[0].text
        for cell, article in zip(row.cells[1:], comparison.articles, strict=False):
            mentions = index.mentions(group.id, article.id)
            assert all(flat(index.text(c.id)) in cell.text for c in mentions)
            assert ("not found here" in cell.text) == (not mentions)


def test_every_cue_is_told(comparison: Comparison) -> None:
    index = Index(comparison)
    text = everything(opened(comparison))
    for mark in comparison.marks:
        assert dict(mark.reason.values)["text"] in text
        assert mark.span.of(index.article[mark.article_id].text) in text


def test_notes_are_comments_on_their_passages(decided: Comparison) -> None:
    document = opened(decided)
    comments = {c.text: c for c in document.comments}
    assert set(comments) == {"Check the minutes of the session.", "Gazette belongs to the ferry's former operator."}
    note = comments["Check the minutes of the session."]
    assert (note.author, note.initials) == ("mv", "mv")
    assert note.timestamp.isoformat().startswith("2026-02-13T10:00:00")
    (start,) = document.element.body.xpath(f"//w:commentRangeStart[@w:id='{note.comment_id}']")
    assert event.GROUPS[0][1]["A"] in "".join(start.getparent().itertext())


def test_texts_follow_the_options(comparison: Comparison) -> None:
    assert "the boat will be gone" in everything(opened(comparison))
    assert "the boat will be gone" not in everything(opened(comparison, "en", Options(texts="excerpts")))
    assert "Side by side" not in everything(opened(comparison, "en", Options(texts="none")))


def test_hostile_text_appears_as_text(hostile: Comparison) -> None:
    data = render(hostile, "docx")
    text = everything(docx.Document(io.BytesIO(data)))
    for attack in event.HOSTILE:
        assert visible(attack) in text
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.namelist():
            content = archive.read(entry)
            if entry.endswith((".xml", ".rels")):
                etree.fromstring(content)
            assert "\u202e".encode() not in content
        assert not [e for e in archive.namelist() if "vba" in e.lower() or "embed" in e.lower()]
        assert b'TargetMode="External"' not in archive.read("word/_rels/document.xml.rels")


def test_more_articles_than_columns_are_told_claim_by_claim(comparison: Comparison) -> None:
    related = opened(Comparison(**{f: getattr(comparison, f) for f in comparison.__slots__} | {"unrelated": ()}))
    headings = [p.text for p in related.paragraphs if p.style.name == "Heading 3"]
    assert [f"{n}  {g.gist}" for n, g in enumerate(comparison.groups, 1)] == headings[:8]
    assert "not found in E" in everything(related)


def test_the_logo_is_shown_where_word_can(comparison: Comparison, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    logo.write_bytes(PNG)
    assert len(opened(comparison, "en", Options(logo=logo)).inline_shapes) == 1
    assert len(opened(comparison, "en", Options(logo=tmp_path / "logo.svg")).inline_shapes) == 0


def test_two_documents_are_equal(decided: Comparison) -> None:
    assert render(decided, "docx") == render(event.decided(), "docx")
