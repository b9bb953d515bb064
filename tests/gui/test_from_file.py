"""From the bytes of a file to the highlight on the screen: the same words at every step, whatever characters stand
before them."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.index import Index
from core.model import Claim, Comparison, Mark, Reason, Span, claim_id, mark_id
from core.reading import read
from gui.importing import Importing
from gui.passages import ReadText
from gui.reading.passages import Passages
from gui.reading.text import ArticleText
from gui.reading.typography import Typography
from gui.window import Window
from tests.core.reading import stories

SOFT, ZERO, NBSP, NARROW, JOINED = "\u00ad", "\u200b", "\u00a0", "\u202f", "👩🏽‍🚒"
ODD = (
    f"Brü{SOFT}cken{ZERO}bau 🚧 in Lunden{JOINED}",
    f"Der\tRat{NBSP}hat 👍🏽 am Mon{SOFT}tag{NBSP}26{NARROW}000 Euro be{ZERO}willigt, e\u0301ine Su\u0308nde\u200e 𝔘 \ufeffnennt{NBSP}es die Opposi{SOFT}tion.",
    f"🇩🇪 Am Ende{NBSP}stimmte\tder Rat{ZERO} zu; ﬁnanziell 🙂🙂 ist al{SOFT}les ge{SOFT}klärt.",
)
WORDS = (
    "26 000 Euro bewilligt",
    "éine Sünde",
    "nennt es die Opposition",
    "stimmte der Rat zu",
    "finanziell",
    "alles geklärt",
)
"""Passages as they read once what nobody sees is gone."""


def plain() -> str:
    return "\r\n\r\n".join(ODD) + "\r\n"


def web() -> str:
    body = "".join(f"<p>{html.escape(p)}</p>\r\n" for p in ODD[1:]) * 2
    return f'<html lang="de"><head><meta charset="utf-8"></head><body><article><h1>{ODD[0]}</h1>{body}</article></body></html>'


def word() -> bytes:
    document = Document()
    document.add_heading(ODD[0], level=0)
    for paragraph in ODD[1:]:
        document.add_paragraph(paragraph)
    return stories.saved(document)


FILES: dict[str, Callable[[], bytes]] = {
    "utf8.txt": lambda: plain().encode(),
    "mark.txt": lambda: plain().encode("utf-8-sig"),
    "wide.txt": lambda: plain().encode("utf-16"),
    "note.md": lambda: plain().replace("\t", " ").encode(),
    "page.html": lambda: web().encode(),
    "letter.docx": word,
}


@pytest.fixture(params=FILES)
def compared(request: pytest.FixtureRequest, comparison: Comparison, tmp_path: Path) -> Comparison:
    """The file's article alone, with a claim and a mark on each of the passages."""
    path = tmp_path / request.param
    path.write_bytes(FILES[request.param]())
    (article,) = read(path)
    spans = [Span(article.text.rindex(words), article.text.rindex(words) + len(words)) for words in WORDS]
    claims = tuple(Claim(claim_id(article.id, s), article.id, s, (s,), 0.5, "outlet") for s in spans)
    marks = tuple(
        Mark(
            mark_id("loaded", article.id, s), "loaded", article.id, s, None, (), "outlet", Reason("stage.framing"), 0.9
        )
        for s in spans
    )
    return replace(comparison, articles=(article,), claims=claims, links=(), groups=(), marks=marks)


def selected(text: ArticleText | ReadText, start: int, end: int) -> str:
    """What Qt has between two of its positions."""
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_claims_and_cues_are_highlighted_on_their_own_words(qapp: QApplication, compared: Comparison) -> None:
    index, article = Index(compared), compared.articles[0]
    text = ArticleText(index, article.id, Typography())
    assert text.toPlainText().split() == article.text.split()
    passages = Passages(index, article.id)
    passages.show_marks(compared.marks)
    for stretches in (passages.claims, passages.marks):
        assert sorted(selected(text, s.start, s.end) for s in stretches) == sorted(WORDS)
    text.deleteLater()


def test_a_click_finds_the_claim_that_is_painted_there(window: Window, compared: Comparison, qtbot: QtBot) -> None:
    window.session.show(compared)
    text = window.reading.columns[compared.articles[0].id].text
    index = Index(compared)
    for stretch in text.passages.claims:
        (first, *_) = text.geometry_of.rects(stretch.start, stretch.end)
        unit = text.geometry_of.hit(first.center())
        assert unit is not None
        assert stretch.start <= unit < stretch.end, index.text(stretch.id)


def test_the_import_view_shows_changes_on_their_own_words(window: Window, compared: Comparison) -> None:
    article = compared.articles[0]
    copy = replace(
        article, id="a-copy", text=article.text.replace("alles geklärt", "nichts geklärt"), published="2026-12-01"
    )
    window.session.show(
        replace(compared, articles=(replace(article, published="2026-11-01"), copy), claims=(), marks=())
    )
    window.session.ask("article", "a-copy")
    (dialog,) = window.findChildren(Importing)
    shown = [s.cursor.selectedText() for s in dialog.text.extraSelections() if s.cursor.hasSelection()]
    assert shown
    assert all("nichts geklärt." in words and words.startswith("🇩🇪") for words in shown)
