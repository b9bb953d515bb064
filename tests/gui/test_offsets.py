"""Code points and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from core.model import Span
from gui.offsets import Offsets

# Emoji, a flag of two code points, a family joined by zero-width joiners, combining marks, a Gothic letter.
PIECES = st.sampled_from(["a", "ß", "–", "„", " ", "\n", "😀", "🇩🇪", "👩‍👧", "e\u0301", "o\u0308", "𐍈", "中", "\u200b"])
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def units_before(text: str, point: int) -> int:
    """The slow, obvious twin: count them in the encoded text."""
    return len(text[:point].encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_a_code_point_is_found_where_the_encoded_text_has_it(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    assert Offsets(text).unit(point) == units_before(text, point)


@given(TEXTS)
def test_every_code_point_comes_back(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.point(offsets.unit(p)) for p in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS)
def test_the_second_half_of_a_wide_character_belongs_to_it(text: str) -> None:
    offsets = Offsets(text)
    for point, char in enumerate(text):
        if ord(char) > 0xFFFF:
            assert offsets.point(offsets.unit(point) + 1) == point
            assert offsets.point(offsets.unit(point) + 2) == point + 1


@given(TEXTS, st.data())
def test_a_span_covers_in_qt_what_it_covers_in_python(qapp: QApplication, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    begin, end = Offsets(text).units(span)
    document = QTextDocument()
    document.setPlainText(text)
    units = document.toPlainText().encode("utf-16-le")
    assert units[2 * begin : 2 * end].decode("utf-16-le") == span.of(text)


@given(TEXTS, st.data())
def test_a_span_comes_back_from_its_units(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    offsets = Offsets(text)
    assert offsets.span(*offsets.units(span)) == span
