"""The Markdown says what the comparison holds, and what articles say in it stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.index import Index
from core.model import Comparison
from core.phrases import LANGUAGES
from core.report import Options, render
from core.report.markdown import escaped
from core.report.words import flat, visible
from tests.core.report import event


def plain(text: str) -> str:
    """What a viewer shows of escaped text."""
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@given(st.text())
def test_escaping_loses_nothing(text: str) -> None:
    assert plain(escaped(text)) == visible(text)


@given(st.text(alphabet="*_`[]()<>#|~+-=1.) \\ab\n"))
def test_no_markup_survives(text: str) -> None:
    """No sign that opens markup stands bare, and no line starts as a list, a heading, a quote or a rule."""
    bare = re.sub(r"\\.", "x", escaped(text))
    assert not set(bare) & set("`*_[]|~#<>")
    assert not any(re.match(r"\s*([-+=]+|\d+[.)])(\s|$)", line) for line in bare.split("\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_the_same_number_of_cells_in_each_line(language: str) -> None:
    for made in (event.comparison(), event.decided(), event.hostile()):
        text = render(made, "md", language)
        for block in re.findall(r"(?:^\|.*\n)+", text, re.M):
            lines = [re.sub(r"\\\|", "", line) for line in block.strip().split("\n")]
            assert len({line.count("|") for line in lines}) == 1, lines
            assert all(line.endswith("|") for line in lines)


def test_every_group_mention_and_cue_is_there(comparison: Comparison) -> None:
    index = Index(comparison)
    text = plain(render(comparison, "md"))
    for group in comparison.groups:
        (line,) = [row for row in text.split("\n") if row.startswith("|") and f"**{group.gist}**" in row]
        for claim in group.claims:
            assert flat(index.text(claim)) in line
    for mark in comparison.marks:
        assert dict(mark.reason.values)["text"] in text
        if len(mark.span):
            assert f"**{mark.span.of(index.article[mark.article_id].text)}**" in text


def test_hostile_text_appears_as_text(hostile: Comparison) -> None:
    text = render(hostile, "md")
    for attack in event.HOSTILE:
        assert visible(attack) in plain(text)
    for opening in ("<script", "<img", "<svg", "<i>", "<b>", "</style", "\x1b", "\u202e"):
        assert opening not in text
    assert not re.search(r"(?<!\\)\]\(", text), "no link"


def test_texts_follow_the_options(comparison: Comparison) -> None:
    assert "the boat will be gone" in render(comparison, "md")
    assert "the boat will be gone" not in render(comparison, "md", options=Options(texts="excerpts"))
    assert "## Side by side" not in render(comparison, "md", options=Options(texts="none"))


def test_two_renders_are_equal(decided: Comparison) -> None:
    assert render(decided, "md", "de") == render(event.decided(), "md", "de")
