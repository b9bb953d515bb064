"""What holds for every article, whatever file it came from."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.model import Article, SectionKind
from core.reading import read_text
from core.reading.article import Block, Facts, article_id, make_article
from core.reading.characters import clean, one_line

KINDS = ("paragraph", "list", "quote", "heading", "caption", "subheadline")
WORDS = st.text(st.characters(exclude_categories=()), max_size=40)
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("\n\n\r\t \u00a0\u00ad\u200b\u0308aé-.🙂")),
    max_size=200,
)


def outcome(make: Callable[[], Article]) -> Article | str:
    """The article, or the key of the error."""
    try:
        return make()
    except UserError as error:
        return error.key


def assert_whole(article: Article) -> None:
    assert article.text == unicodedata.normalize("NFC", article.text)
    assert article.text == clean(article.text)
    assert article.id == article_id(article.text)
    end = 0
    for section in article.sections:
        assert end <= section.span.start < section.span.end <= len(article.text)
        assert article.text[end : section.span.start].strip("\n") == ""
        covered = section.span.of(article.text)
        assert covered == covered.strip()
        assert "\n" not in covered
        end = section.span.end
    assert end == len(article.text)


# No deadline: the first text waits for the language model.
@settings(deadline=None)
@given(TEXTS)
def test_a_pasted_text_is_covered_by_its_sections(text: str) -> None:
    article = outcome(lambda: read_text(text))
    if isinstance(article, str):
        assert article in ("error.empty", "error.empty_text")
        return
    assert_whole(article)
    assert article == read_text(text)


@settings(deadline=None)
@given(TEXTS)
def test_no_letter_of_a_pasted_text_is_lost(text: str) -> None:
    article = outcome(lambda: read_text(text))
    if isinstance(article, str):
        return
    found = article.text + "".join(dropped.text for dropped in article.dropped)
    letters = sorted(character for character in clean(text) if character.isalnum())
    assert sorted(character for character in found if character.isalnum()) == letters


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), WORDS)), WORDS)
def test_blocks_of_any_kind_become_sections_in_order(parts: list[tuple[SectionKind, str]], title: str) -> None:
    blocks = [Block(kind, text) for kind, text in parts]
    article = outcome(lambda: make_article("test", b"", blocks, Facts(title=title)))
    if isinstance(article, str):
        assert article == "error.empty_text"
        return
    assert_whole(article)
    if one_line(title):
        assert article.sections[0].kind == "headline"
        assert article.text.split("\n")[0] == article.title


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Container\u00adkran", "Containerkran"),
        ("Auf\u200clage", "Auflage"),
        ("\ufeffZeile\u200b", "Zeile"),
        ("26\u00a0Staaten, 40\u202fMio.\u2009Euro", "26 Staaten, 40 Mio. Euro"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("Zu\u0308rich", "Zürich"),
        ("o\u00ad\u0308", "ö"),
        ("ﬁnden, Pﬀ", "finden, Pff"),
        ("bild\u202egnp.exe", "bildgnp.exe"),
        ("👩\u200d👩\u200d👧 und 🏳️\u200d🌈", "👩\u200d👩\u200d👧 und 🏳️\u200d🌈"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("q\u0307\u0323", "q\u0323\u0307"),
        ('„so“ ‚so‘ «so» "so"', '„so“ ‚so‘ «so» "so"'),
        ("\ud800", "\ufffd"),
        ("\x00\x07", ""),
    ],
)
def test_characters(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_a_text_without_a_headline_stays_as_it_is() -> None:
    paragraph = "Ein Absatz, der ohne Überschrift beginnt und lange weitergeht. " * 8
    article = read_text(f"{paragraph}\n\nUnd ein zweiter.")
    assert article.text == f"{paragraph.strip()}\n\nUnd ein zweiter."
    assert article.sections[0].kind == "paragraph"
    assert article.title.endswith(" …")
    assert paragraph.startswith(article.title.removesuffix(" …"))


def test_the_hash_is_of_the_bytes_and_the_id_of_the_text() -> None:
    one = make_article("one.txt", b"1", [Block("paragraph", "Ein Titel")], Facts())
    two = make_article("two.txt", b"2", [Block("paragraph", " Ein\u00a0Titel ")], Facts())
    assert one.id == two.id
    assert one.sha256 != two.sha256
    assert one.sha256 == "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"


def test_what_the_file_declares_tells_the_language_only_where_the_text_does_not() -> None:
    assert make_article("a", b"", [Block("paragraph", "26 : 19")], Facts(language="pt-BR")).language == "pt"
    assert make_article("a", b"", [Block("paragraph", "26 : 19")], Facts()).language == "und"
    german = [Block("paragraph", "Der Rat hat gegen den Bau des Krans gestimmt.")]
    assert make_article("a", b"", german, Facts(language="en")).language == "de"
