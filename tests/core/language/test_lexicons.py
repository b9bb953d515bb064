"""The word lists: how they are written, matched, and that all of them can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


FORMS = st.tuples(st.sampled_from(["a", "ab", "b", "c"]), st.sampled_from(["a", "b", "bc"]))
IDIOMS = st.lists(st.lists(st.sampled_from(["a", "b", "b*", "c"]), min_size=2, max_size=3).map(" ".join), max_size=5)


@given(st.lists(FORMS, max_size=8), IDIOMS)
def test_idioms_stand_where_each_of_their_words_fits(forms: list[tuple[str, str]], written: list[str]) -> None:
    lexicon = lexicons.read("[x]\nloaded: " + ", ".join(written))

    def fits(word: str, place: int, first: bool) -> bool:
        if place >= len(forms):
            return False
        open_end = word.endswith("*") and not first  # an idiom is looked up by its first word
        return any(form.startswith(word[:-1]) if open_end else form == word for form in forms[place])

    slow = {
        (entry, i, i + len(entry.words))
        for entry in lexicon.entries
        for i in range(len(forms))
        if all(fits(word, i + k, k == 0) for k, word in enumerate(entry.words))
    }
    found = list(lexicon.idioms_of(forms))
    assert set(found) == slow
    assert len(found) == len(slow)
