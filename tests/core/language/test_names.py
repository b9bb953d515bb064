"""The same key for the same person, place or body, over spellings, languages and articles."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.language import names, nations, pipelines
from core.language.spelling import alike, skeleton
from core.model import Span


def resolved(**articles):
    """Names of articles given as ``a_de="text"``: the language is the end of the name."""
    languages = {name: name[-2:] for name in articles}
    docs = {name: pipelines.load(languages[name])(text) for name, text in articles.items()}
    return names.resolve(docs, languages), articles


def keys(found, articles, name, words):
    start = articles[name].index(words)
    return found.keys(name, Span(start, start + len(words)))


@pytest.mark.parametrize(
    "spellings",
    [
        "Selenskyj Selenskij Zelenskyy Zelensky",
        "Drawanien Dravania",
        "Jerewan Yerevan",
        "Wiesinger Wießinger",
        "Müller Mueller",
        "Schukow Zhukov",
        "Erdoğan Erdogan",
    ],
)
def test_spellings_of_one_name_are_alike(spellings):
    first, *others = (skeleton(name) for name in spellings.split())
    assert all(alike(first, other) for other in others)


@pytest.mark.parametrize("two", ["Meyer Beyer", "Kersten Kersting", "Marenko Morenko", "Halle Hall", "Iran Irak"])
def test_different_names_are_not(two):
    first, second = (skeleton(name) for name in two.split())
    assert not alike(first, second)


@given(st.text(max_size=20))
@settings(deadline=None)
def test_a_skeleton_knows_neither_case_nor_composition(text):
    assert skeleton(text) == skeleton(text.lower())
    assert skeleton(unicodedata.normalize("NFC", text)) == skeleton(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Deutschland", "DE"),
        ("deutsche", "DE"),
        ("Germany", "DE"),
        ("Germans", "DE"),
        ("türkischer", "TR"),
        ("Turkey", "TR"),
        ("US", "US"),
        ("Britain", "GB"),
        ("französischen", "FR"),
    ],
)
def test_nations(form, code):
    assert nations.index()[form] == nations.Place("nation", code)


@pytest.mark.parametrize("last", ["Bosnien", "Brunei", "Myanmar"])
def test_a_text_may_end_in_the_first_word_of_a_longer_name(last):
    found, articles = resolved(a_de=f"Er floh nach {last}")
    assert keys(found, articles, "a_de", last)


def test_common_words_are_no_nations():
    assert not {"us", "turkey", "pole", "er", "die", "the", "in"} & set(nations.index())


def test_a_surname_is_the_full_name_in_any_language():
    found, texts = resolved(
        a_de="Landrat Uwe Kersten sprach am Montag. Später ging Kersten nach Hause.",
        b_en="Uwe Kersten spoke on Monday. Kersten then went home.",
    )
    assert keys(found, texts, "a_de", "Uwe Kersten") == keys(found, texts, "a_de", "Kersten nach Hause")
    assert keys(found, texts, "a_de", "Uwe Kersten") == keys(found, texts, "b_en", "Uwe Kersten") != frozenset()


def test_two_people_of_one_surname_are_two():
    found, texts = resolved(
        a_de="Landrat Uwe Kersten lobte den Plan. Pfarrerin Marta Kersten lehnte ihn ab.",
        b_de="Pfarrerin Marta Kersten lehnte den Plan ab. Landrat Uwe Kersten lobte ihn.",
    )
    assert keys(found, texts, "a_de", "Uwe Kersten") != keys(found, texts, "a_de", "Marta Kersten")
    assert keys(found, texts, "a_de", "Uwe Kersten") == keys(found, texts, "b_de", "Uwe Kersten")


def test_an_acronym_is_its_long_form():
    found, texts = resolved(
        a_de="Die GDL streikt. Der Streik der GDL dauert an.",
        b_de="Die Gewerkschaft Deutscher Lokomotivführer streikt.",
    )
    assert keys(found, texts, "a_de", "GDL") <= keys(found, texts, "b_de", "Gewerkschaft Deutscher Lokomotivführer")


def test_names_inside_compounds_count():
    found, texts = resolved(a_de="Die Firma Veltin baut um. Die Veltin-Aktie stieg. Veltin schweigt.")
    assert keys(found, texts, "a_de", "Veltin-Aktie") == keys(found, texts, "a_de", "Veltin schweigt")


def test_a_pronoun_is_the_only_one_it_can_be():
    found, texts = resolved(a_en="Anna Brook spoke first. She left early.")
    assert keys(found, texts, "a_en", "She") == keys(found, texts, "a_en", "Anna Brook")


def test_a_pronoun_between_two_is_nobody():
    found, texts = resolved(a_en="Anna Brook met Clara Dunn. She left early.")
    assert keys(found, texts, "a_en", "She") == frozenset()


def test_a_role_is_who_has_it():
    found, texts = resolved(a_de="Landrat Uwe Kersten sprach am Montag in Neudorf. Das sei zu viel, sagte der Landrat.")
    assert keys(found, texts, "a_de", "Landrat.") == keys(found, texts, "a_de", "Uwe Kersten")


def test_what_is_shown_is_what_stands_there():
    found, texts = resolved(a_de="Landrat Uwe Kersten sprach. Kersten ging. Kersten kam wieder.")
    (key,) = keys(found, texts, "a_de", "Uwe Kersten")
    assert found.written(key) == "Kersten"
    assert found.articles_with(key) == 1


WORDS = "Uwe Kersten Landrat der die er GDL - Veltin-Aktie deutsche US . , und sagte Bahn € ( ) Berlin 🙂 \n\n"
PROSE = st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(PROSE, PROSE)
def test_the_order_of_articles_changes_nothing_and_spans_lie_in_the_text(one, two):
    pipeline = pipelines.load("de")
    docs = {"a": pipeline(one), "b": pipeline(two)}
    languages = {"a": "de", "b": "de"}
    found = names.resolve(docs, languages)
    turned = names.resolve(dict(reversed(docs.items())), languages)
    for name, text in (("a", one), ("b", two)):
        assert found.places(name) == turned.places(name)
        whole = Span(0, len(text))
        assert found.keys(name, whole) == frozenset(n.key for n in found.places(name))
        for place in found.places(name):
            assert 0 <= place.span.start < place.span.end <= len(text)


def test_an_unknown_article_names_nothing():
    found, _ = resolved(a_de="Nichts.")
    assert found.keys("z", Span(0, 5)) == frozenset()


SYLLABLES = ["se", "lens", "kij", "zel", "ensky", "kers", "ten", "mei", "er", "s", "wies", "wiess", "inger", "a"]


@given(st.lists(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map("".join), max_size=12))
def test_words_spelled_alike_are_those_that_every_two_would_show(words):
    weight = Counter(skeleton(w) for w in words)
    bare = {s: s[:-1] if s.endswith("s") and s[:-1] in weight else s for s in weight}
    chosen: dict[str, str] = {}
    for one in sorted(set(bare.values()), key=lambda s: (-weight[s], s)):
        chosen[one] = next((other for other in chosen.values() if one and alike(one, other)), one)
    assert names._same_words(words) == {w: chosen[bare[skeleton(w)]] for w in words}
