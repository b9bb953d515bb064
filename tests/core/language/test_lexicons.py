"""The word lists: how they are written, matched, and that all of them can be read."""

import pytest

from core.language import lexicons
from core.language.lexicons import Entry

TEXT = """
# a comment
[storm] words of weather
loaded: hurricane, *sturm, mega*, aus allen nähten, self-styled
plain: wind
"""


def test_a_list_is_read_into_entries() -> None:
    entries = lexicons.read(TEXT).entries
    assert Entry("storm", "loaded", ("hurricane",)) in entries
    assert Entry("storm", "plain", ("wind",)) in entries
    assert Entry("storm", "loaded", ("self", "-", "styled")) in entries


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Hurricane", True),
        ("Protestumsturm", True),
        ("Sturm", True),
        ("Megahit", True),
        ("Megas", False),
        ("Wolke", False),
    ],
)
def test_words_match_as_written_or_by_their_beginning_or_end(word: str, found: bool) -> None:
    assert bool(lexicons.read(TEXT).of_word(word)) is found


def test_a_part_of_a_hyphenated_word_is_enough() -> None:
    assert lexicons.read(TEXT).of_word("Wind-Flaute")[0].side == "plain"


def test_hidden_entries_are_gone_and_the_rest_stays() -> None:
    lexicon = lexicons.read(TEXT)
    less = lexicon.without(frozenset({("hurricane",)}))
    assert not less.of_word("hurricane")
    assert less.of_word("wind")
    assert lexicon.without(frozenset()) is lexicon


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["loaded", "label"])
def test_the_shipped_lists_have_both_sides(name: str, language: str) -> None:
    lexicon = lexicons.load(name, language)
    assert sum(e.side == "loaded" for e in lexicon.entries) > 250
    assert sum(e.side == "plain" for e in lexicon.entries) > 120
    assert {e.side for e in lexicon.entries} == {"loaded", "plain"}


def test_a_language_without_a_list_has_an_empty_one() -> None:
    assert lexicons.load("loaded", "fi").entries == ()
