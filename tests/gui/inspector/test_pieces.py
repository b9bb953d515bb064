"""Word-level differences, as the inspector shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.model import Link, Why
from gui.inspector.pieces import changed, shared

WORDS = st.lists(
    st.sampled_from(["die", "Brücke", "bleibt", "gesperrt", ",", "14.000", "🚧", "heute"]), max_size=12
).map(" ".join)


def test_the_words_that_differ_are_marked() -> None:
    found = changed("The city closed the old bridge on Monday.", "The city slammed the old bridge on Monday.")
    assert found == [("The city ", "plain"), ("slammed", "differs"), (" the old bridge on Monday.", "plain")]


def test_words_that_stand_nowhere_else_are_not_all_marked() -> None:
    assert changed("Repairs cost six million.", "Ferries run daily") == [("Ferries run daily", "plain")]


@given(WORDS, WORDS)
def test_the_pieces_join_to_the_text(base: str, text: str) -> None:
    assert "".join(piece for piece, _ in changed(base, text)) == text


@given(WORDS)
def test_the_same_words_differ_nowhere(text: str) -> None:
    assert all(role == "plain" for _, role in changed(text, text))


def test_across_languages_shared_names_and_figures_stand_out() -> None:
    link = Link("a", "b", 0.8, "same", Why(0.8, 0.2, names=("Lunden",), figures=("14,000",)))
    text = "In Lunden 14,000 cars; 114,000 Lundeners."
    assert [piece for piece, role in shared(text, link) if role == "shared"] == ["Lunden", "14,000"]
    assert "".join(piece for piece, _ in shared(text, link)) == text


def test_without_a_link_nothing_stands_out() -> None:
    assert shared("In Lunden", None) == [("In Lunden", "plain")]
