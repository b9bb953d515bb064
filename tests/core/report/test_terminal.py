"""The table of shared claims fits its terminal and says who leaves what out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Comparison
from core.phrases import LANGUAGES
from core.report.terminal import cells, cut, pad, table
from tests.core.report import event


@pytest.mark.parametrize("width", [60, 80, 137, 140])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [event.decided, event.hostile])
def test_no_line_is_wider_than_the_terminal(made, language: str, width: int) -> None:
    text = table(made(), language, width)
    assert max(map(cells, text.split("\n"))) <= width
    assert not any(ord(c) < 32 and c != "\n" for c in text)


def test_each_claim_has_its_line(comparison: Comparison) -> None:
    lines = table(comparison, "en", 120).split("\n")
    body = lines[lines.index("─" * 120) + 1 :][: len(comparison.groups)]
    assert [line.split()[0] for line in body] == [str(n) for n in range(1, 9)]
    assert body[1].split()[-4:] == ["14", "3/4", "D", "2"]
    assert body[3].split()[-3:] == ["4/4", "–", "3"]
    assert body[4].split()[-4:] == ["2/4", "C", "D", "1"]


def test_the_article_about_something_else_is_named(comparison: Comparison) -> None:
    assert "(E) seems to be about something else" in table(comparison, "en", 140)


@given(st.text(alphabet="aä世界é́🙂 "), st.integers(1, 20))
def test_cut_and_padded_text_takes_the_room_it_is_given(text: str, room: int) -> None:
    assert cells(cut(text, room)) <= room
    assert cells(pad(cut(text, room), room)) == room


def test_wide_characters_take_two_columns() -> None:
    assert (cells("ab"), cells("世界"), cells("é")) == (2, 4, 1)
