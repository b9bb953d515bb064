"""The PDF, read again by pdfium: its text, its bookmarks, its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from core.index import Index
from core.model import Comparison
from core.phrases import LANGUAGES, say
from core.report import Options, faces, render
from core.report.faces import safe, undrawn
from tests.core.report import event


def pages(comparison: Comparison, language: str = "en", options: Options | None = None) -> list[str]:
    document = pypdfium2.PdfDocument(render(comparison, "pdf", language, options or Options()))
    return [page.get_textpage().get_text_range() for page in document]


def close(text: str) -> str:
    """Text without what a page does to it: breaks, hyphens at them, spaces."""
    return re.sub(r"[\s\ufffe\u00ad]+", "", text)


def everything(comparison: Comparison, language: str = "en", options: Options | None = None) -> str:
    return close("".join(pages(comparison, language, options)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_bookmarks_and_numbered_pages(comparison: Comparison, language: str) -> None:
    document = pypdfium2.PdfDocument(render(comparison, "pdf", language))
    titles = [b.get_title() for b in document.get_toc()]
    assert [say(f"report.section.{key}", language) for key in ("findings", "matrix", "reading", "provenance")] == [
        t for t in titles if t in {say(f"report.section.{key}", language) for key in ("findings", "matrix", "reading", "provenance")}
    ]  # fmt: skip
    for number, page in enumerate(document, 1):
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.1)
        assert (
            str(number)
            in page.get_textpage().get_text_range().split()[-3:] + page.get_textpage().get_text_range().split()[:12]
        )


def test_it_says_what_the_comparison_holds(comparison: Comparison) -> None:
    index = Index(comparison)
    text = everything(comparison)
    for group in comparison.groups:
        assert close(group.gist.replace("“", "").replace("”", "")) in text.replace("“", "").replace("”", "")
    for mark in comparison.marks:
        assert close(dict(mark.reason.values)["text"]) in text
        assert close(mark.span.of(index.article[mark.article_id].text)) in text
    for article in comparison.articles:
        assert article.sha256 in text
        assert close(article.title) in text


def test_hostile_text_appears_as_text(hostile: Comparison) -> None:
    text = everything(hostile)
    for attack in event.HOSTILE:
        shown = safe(attack).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert close(shown)[:200] in text
    assert text.count("w" * 40) > 100, "a word of ten thousand letters is broken over lines, not cut"


def test_no_script_no_action_no_address_is_in_the_file(hostile: Comparison) -> None:
    data = render(hostile, "pdf")
    assert isinstance(data, bytes)
    objects = re.sub(rb"stream.*?endstream", b"", data, flags=re.DOTALL)
    for key in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile", b"/OpenAction", b"/AA"):
        assert not re.search(re.escape(key) + rb"\b", objects), key


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system without typefaces of its own."""
    monkeypatch.setattr(faces, "_installed", list)
    for kept in (faces.lent, faces._how):
        kept.cache_clear()
    yield
    for kept in (faces.lent, faces._how):
        kept.cache_clear()


@pytest.mark.usefixtures("bare")
def test_characters_that_no_face_draws_are_named() -> None:
    assert safe("a🙂b") == "a&lt;U+1F642&gt;b"
    assert safe("a➡\ufe0fb\u200b\u2009c") == "a&lt;U+27A1&gt;b c"
    assert safe("„مرحبا“ 新聞") == "„&lt;5 × Arabic&gt;“ &lt;U+65B0&gt;&lt;U+805E&gt;"
    assert undrawn("a🙂")
    assert not undrawn("Łódź, Ελλάδα, Москва, Việt Nam \u202e")
    assert safe("„Straße“ – Łódź") == "„Straße“ – Łódź"
    assert safe("<b>&") == "&lt;b&gt;&amp;"


def test_a_face_of_the_system_lends_what_is_lacking(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    if not any(0x2603 in own for _, own in faces.lent()):
        pytest.skip("No typeface of this system draws a snowman: nothing to lend.")
    assert re.fullmatch(r'a<font name="Lent\d+">☃</font>b', safe("a☃b"))
    assert not undrawn("☃")
    text = comparison.articles[0].text.replace("on Tuesday", "on ☃-day", 1)
    shown = everything(
        replace(comparison, articles=(replace(comparison.articles[0], text=text), *comparison.articles[1:]))
    )
    assert "☃" in shown
    assert safe("שלום").startswith("&lt;4"), "letters that run from right to left are named though a face has them"


@pytest.mark.usefixtures("bare")
def test_a_pdf_that_lacks_characters_says_so(comparison: Comparison) -> None:
    said = close(say("report.pdf.undrawn", "en"))
    assert said not in everything(comparison)
    text = comparison.articles[0].text.replace("on Tuesday", "on ☃-day", 1)
    changed = replace(comparison, articles=(replace(comparison.articles[0], text=text), *comparison.articles[1:]))
    assert said in everything(changed)


def test_texts_follow_the_options(comparison: Comparison) -> None:
    gone = close("the boat will be gone")
    assert gone in everything(comparison)
    assert gone not in everything(comparison, "en", Options(texts="excerpts"))
    assert "Sidebyside" in everything(comparison)[20:]
    assert "Anumberafterapassage" not in everything(comparison, "en", Options(texts="none"))


def test_what_the_reader_rejected_is_left_out_or_struck(decided: Comparison) -> None:
    quote = close(dict(decided.marks[5].reason.values)["text"])
    assert quote not in everything(decided)
    assert quote in everything(decided, "en", Options(rejected="struck"))


def test_more_articles_than_columns_are_told_claim_by_claim(comparison: Comparison) -> None:
    assert close("not found in E") in everything(replace(comparison, unrelated=()))


def test_nothing_shared_makes_a_report_too(comparison: Comparison) -> None:
    assert close("There is no claim that two") in everything(replace(comparison, links=(), groups=(), marks=()))


def test_two_files_are_equal(decided: Comparison) -> None:
    assert render(decided, "pdf") == render(event.decided(), "pdf")
