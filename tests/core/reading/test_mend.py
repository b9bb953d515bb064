"""The reader's changes to a text, and where its spans go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Article, Dropped, Span
from core.reading import read_text
from core.reading.mend import drop_section, moved, place_of, retitle, take_back

ARTICLE = read_text(
    "Kran gestrichen\n\nDer Rat sagt Nein.\n\nZur Person.\n\nDer Rat sagt Nein.\n\nDas war’s. 🙂\n\nLeave a reply"
)


def test_a_section_is_dropped_and_taken_back() -> None:
    without = drop_section(ARTICLE, 2)
    assert without.text == "Kran gestrichen\n\nDer Rat sagt Nein.\n\nDer Rat sagt Nein.\n\nDas war’s. 🙂"
    assert (without.dropped[0].text, without.dropped[0].why) == ("Zur Person.", "dropped.reader")
    assert without.id != ARTICLE.id
    assert take_back(without, 0) == ARTICLE
    assert take_back(ARTICLE, 0).text.endswith("🙂\n\nLeave a reply")


def test_what_has_no_place_in_the_file_goes_where_the_reader_wants_it() -> None:
    article = replace(ARTICLE, dropped=(Dropped("Seite 3", "dropped.page_number"),))
    assert take_back(article, 0).text.endswith("🙂\n\nSeite 3")
    assert take_back(article, 0, before=0).text.startswith("Kran gestrichen\n\nSeite 3\n\nDer Rat")
    assert place_of(article, 0, 0) == 1


FILE = """Kran gestrichen

Von Jana Beispiel

Der Rat sagt Nein.

Lesen Sie auch: Der Rat und sein Kran

Zur Person.

Artikel teilen

Leave a reply"""
PAGE = "<h1>Kran gestrichen</h1>" + "".join(f"<p>{line}</p>" for line in FILE.split("\n\n")[1:])


@pytest.mark.parametrize("article", [read_text(FILE), read_text(PAGE, html=True)], ids=["text", "page"])
@given(data=st.data())
def test_everything_goes_back_to_where_it_stood(article: Article, data: st.DataObject) -> None:
    """Whatever is left out by the file's reading and by hand, taken back in any order gives the file again."""
    assert len(article.dropped) == 4
    for _ in range(data.draw(st.integers(0, 2))):
        article = drop_section(article, data.draw(st.integers(1, len(article.sections) - 1)))
    article = retitle(article, "Kran")
    while article.dropped:
        article = take_back(article, data.draw(st.integers(0, len(article.dropped) - 1)))
    assert article.text.split("\n\n") == ["Kran", *FILE.split("\n\n")[1:]]


def test_a_title_is_corrected() -> None:
    new = retitle(ARTICLE, " Kran  gekippt ")
    assert (new.title, new.text.split("\n")[0], new.sections[0].span) == ("Kran gekippt", "Kran gekippt", Span(0, 12))
    assert retitle(new, ARTICLE.title) == ARTICLE


def test_title_and_last_words_are_not_dropped() -> None:
    with pytest.raises(ValueError, match="headline"):
        drop_section(ARTICLE, 0)
    with pytest.raises(ValueError, match="title"):
        retitle(ARTICLE, "\u200b")


def test_spans_follow_their_own_sentence() -> None:
    new = retitle(drop_section(ARTICLE, 2), "Kran")
    first, second = ARTICLE.text.find("Rat"), ARTICLE.text.rfind("Rat")
    gone, smile = ARTICLE.text.find("Person"), ARTICLE.text.find("🙂")
    spans = [Span(first, first + 3), Span(second, second + 3), Span(gone, gone + 6), Span(smile, smile + 1), Span(0, 4)]
    at = moved(ARTICLE.text, new.text, spans)
    assert at == (
        Span(new.text.find("Rat"), new.text.find("Rat") + 3),
        Span(new.text.rfind("Rat"), new.text.rfind("Rat") + 3),
        None,
        Span(new.text.find("🙂"), new.text.find("🙂") + 1),
        Span(0, 4),
    )


LINES = st.lists(st.text("ab🙂 é", max_size=6), max_size=6).map("\n".join)


@settings(deadline=None)
@given(LINES, LINES, st.data())
def test_no_span_moves_onto_other_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    span = Span(start, data.draw(st.integers(start, len(old))))
    (at,) = moved(old, new, [span])
    assert at is None or at.of(new) == span.of(old)
    assert moved(old, old, [span]) == (span,)
