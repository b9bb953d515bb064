"""The reader's changes to a text, and where its spans go."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Span
from core.reading import read_text
from core.reading.mend import drop_section, moved, retitle, take_back

ARTICLE = read_text(
    "Kran gestrichen\n\nDer Rat sagt Nein.\n\nZur Person.\n\nDer Rat sagt Nein.\n\nDas war’s. 🙂\n\nLeave a reply"
)


def test_a_section_is_dropped_and_taken_back() -> None:
    without = drop_section(ARTICLE, 2)
    assert without.text == "Kran gestrichen\n\nDer Rat sagt Nein.\n\nDer Rat sagt Nein.\n\nDas war’s. 🙂"
    assert (without.dropped[-1].text, without.dropped[-1].why) == ("Zur Person.", "dropped.reader")
    assert without.id != ARTICLE.id
    assert take_back(without, 1, before=2) == ARTICLE
    assert take_back(ARTICLE, 0).text.endswith("🙂\n\nLeave a reply")
    assert take_back(ARTICLE, 0, before=0).title == ARTICLE.title


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
