"""Near-copies, and what they changed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import report
from core.copies import COPY, copies, copies_among
from core.model import Article, Comparison, Provenance, Settings
from core.phrases import say
from core.reading import read_text
from tests.core.reading.stories import ENGLISH, GERMAN

WIRE = read_text(GERMAN.text, source="wire.txt")
CHANGED = GERMAN.text.replace("einen guten Tag", "einem Sieg").replace("von einem guten Tag", "von einem Sieg")
CUT = CHANGED.replace("Nach Angaben der Verwaltung hätte der Kran bis zu 120 Arbeitsplätze gebracht. ", "")
PRINTED = read_text(CUT + "\n\nMorgen mehr dazu.", source="printed.txt")
OTHER = read_text(ENGLISH.text)


def words(article: Article, spans: tuple[object, ...]) -> list[str]:
    return [span.of(article.text) for span in spans]


def test_a_printed_agency_story_is_told_with_what_changed() -> None:
    (copy,) = copies([PRINTED, OTHER, WIRE])
    assert (copy.article_id, copy.original_id) == (PRINTED.id, WIRE.id)
    assert copy.share > 0.8
    assert words(PRINTED, copy.changed) == [
        "Die Gegner sprachen dagegen von einem Sieg für die Anwohner.",
        "Morgen mehr dazu.",
    ]
    assert words(WIRE, copy.left_out) == [
        "Die Gegner sprachen dagegen von einem guten Tag für die Anwohner.",
        "Nach Angaben der Verwaltung hätte der Kran bis zu 120 Arbeitsplätze gebracht.",
    ]
    reason = copy.reason("printed.txt", "wire.txt")
    assert say(reason.key, "de", **dict(reason.values)) == (
        "printed.txt ist weitgehend eine Übernahme von wire.txt: geänderte oder ergänzte Sätze: 2, weggelassene: 2."
    )


def test_the_earlier_one_is_the_original_whatever_its_length() -> None:
    early, late = replace(PRINTED, published="2025-09-03"), replace(WIRE, published="2025-09-04")
    (copy,) = copies([late, early])
    assert (copy.article_id, copy.original_id) == (WIRE.id, PRINTED.id)


@pytest.mark.parametrize(("source", "outlet"), [("x.html", "dpa"), ("x.html", "Associated Press"), ("/a/ap.txt", None)])
def test_an_agency_is_the_original_even_if_its_file_is_younger(source: str, outlet: str | None) -> None:
    agency = replace(PRINTED, source=source, outlet=outlet, published="2025-09-05")
    (copy,) = copies([replace(WIRE, outlet="Apotheken-Rundschau", published="2025-09-04"), agency])
    assert copy.original_id == PRINTED.id


def test_the_order_of_the_articles_changes_nothing() -> None:
    third = read_text(GERMAN.text.replace("120", "mehr als 120"))
    assert len({copies(order) for order in permutations([WIRE, PRINTED, third, OTHER])}) == 1


PARAGRAPHS = st.lists(st.sampled_from(GERMAN.text.split("\n\n")), min_size=1, unique=True).map("\n\n".join)


@settings(max_examples=30, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=2, max_size=6, unique=True))
def test_shares_are_what_counting_pair_by_pair_gives(texts: list[str]) -> None:
    articles = [read_text(text) for text in texts]
    runs = {a.id: {tuple(words) for words in windowed(re.findall(r"\w+", a.text.casefold()))} for a in articles}
    shares = {}
    for a, b in combinations(runs, 2):
        shorter = min(len(runs[a]), len(runs[b]))
        shares[frozenset((a, b))] = len(runs[a] & runs[b]) / shorter if shorter else 0
    found = copies(articles)
    assert all(copy.share == pytest.approx(shares[frozenset((copy.article_id, copy.original_id))]) for copy in found)
    # Every pair that shares enough has a copy in it; who shares too little with all others is none.
    enough = {pair for pair, share in shares.items() if share >= COPY}
    assert all(pair & {copy.article_id for copy in found} for pair in enough)
    assert {frozenset((copy.article_id, copy.original_id)) for copy in found} <= enough


def windowed(words: list[str]) -> list[list[str]]:
    return [words[n : n + 4] for n in range(len(words) - 3)]


def test_what_is_known_of_the_copies_goes_by_the_articles_and_not_by_their_order() -> None:
    found = copies_among((WIRE, PRINTED))
    assert copies_among((PRINTED, WIRE)) is found
    agency = replace(PRINTED, outlet="dpa")
    assert copies_among((agency, WIRE))[WIRE.id].original_id == PRINTED.id
    for number in range(20):
        assert copies_among((replace(WIRE, title=str(number)), PRINTED)).keys() == found.keys()
    assert copies_among((WIRE, PRINTED)) == found


def test_the_same_sentences_under_other_blanks_are_said_to_be_the_same() -> None:
    spaced = read_text(GERMAN.text.replace("„", '"').replace("“", '"'))
    (copy,) = copies([spaced, WIRE])
    assert (copy.changed, copy.left_out) == ((), ())
    assert copy.reason("a", "b").key == "copy.same"


def test_different_articles_are_no_copies() -> None:
    assert copies([WIRE, OTHER]) == ()
    assert copies([]) == ()


def test_every_report_and_the_terminal_tell_of_a_copy_and_what_it_changed() -> None:
    comparison = Comparison((WIRE, PRINTED, OTHER), (), (), (), (), Settings(), Provenance("1", (), ""))
    said = "printed.txt (B) is largely a copy of wire.txt (A): sentences changed or added: 2, left out: 2."
    quoted = "“Die Gegner sprachen dagegen von einem Sieg für die Anwohner.”"
    assert said in " ".join(report.table(comparison, "en", 100).split())
    page = str(report.render(comparison, "html", "en", report.Options()))
    assert said in page
    assert quoted in page
    (copy,) = json.loads(str(report.render(comparison, "json", "en", report.Options())))["copies"]
    assert (copy["article"], copy["original"]) == (PRINTED.id, WIRE.id)
    assert copy["changed"][1]["text"] == "Morgen mehr dazu."
    assert len(copy["left_out"]) == 2
