"""The forest: who stems from whom, on comparisons made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Cancelled
from core.job import Job
from core.lineage import Lineage, lineage, origins, stemma
from core.lineage.kinship import longest_increasing
from core.model import Article
from tests.core.lineage.made import SENTENCES, article, comparison

ALL = range(8)


def edges(made: Lineage, *articles: Article) -> set[tuple[str, str]]:
    names = {a.id: a.outlet for a in articles} | {s.id: f"?{s.name}" for s in made.sources}
    return {(names[e.source] or "", names[e.copy] or "") for e in made.edges}


def test_a_copy_stems_from_the_earlier_one() -> None:
    early, late = article("Early", ALL, "2026-03-01"), article("Late", range(6), "2026-03-02")
    made = lineage(comparison(late, early))
    assert edges(made, early, late) == {("Early", "Late")}
    (edge,) = made.edges
    assert (edge.told, edge.manner, edge.share, edge.order) == ("date", "copy", 1.0, 1.0)
    assert made.independent == 1
    assert made.families == ((early.id, late.id),)


def test_what_shares_nothing_has_no_edge() -> None:
    one, other = article("One", range(5)), article("Other", range(6, 12))
    made = lineage(comparison(one, other))
    assert (made.edges, made.independent) == ((), 2)


def test_one_shared_claim_of_many_is_no_edge() -> None:
    one, other = article("One", range(6), "2026-03-01"), article("Other", range(5, 12), "2026-03-02")
    assert lineage(comparison(one, other)).edges == ()


def test_the_grandparent_falls_away() -> None:
    """What the second cut the third does not have; what the second added it has."""
    first = article("First", [0, 1, 2, 3, 4, 5, 6, 7], "2026-03-01")
    second = article("Second", [0, 1, 2, 3, 4, 5, 8, 9], "2026-03-02")
    third = article("Third", [0, 1, 2, 3, 4, 8, 9], "2026-03-03")
    made = lineage(comparison(first, second, third))
    assert edges(made, first, second, third) == {("First", "Second"), ("Second", "Third")}
    assert made.ancestors(third.id) == (second.id, first.id)
    assert made.family_of(third.id) == made.family_of(first.id) == 0


def test_two_copies_of_one_text_are_siblings_and_not_a_chain() -> None:
    source = article("Source", ALL, "2026-03-01")
    left = article("Left", [0, 1, 2, 3, 4, 5], "2026-03-02")
    right = article("Right", [2, 3, 4, 5, 6, 7], "2026-03-03")
    made = lineage(comparison(right, source, left))
    assert edges(made, source, left, right) == {("Source", "Left"), ("Source", "Right")}


def test_a_credit_outweighs_the_date() -> None:
    named = article("Harbour Post", ALL, "2026-03-05")
    naming = article("Echo", range(7), "2026-03-04", tail="This is what the Harbour Post reported.")
    made = lineage(comparison(naming, named))
    assert edges(made, named, naming) == {("Harbour Post", "Echo")}
    assert made.edges[0].told == "credit"
    assert made.edges[0].evidence[0].key == "lineage.evidence.credit"


def test_a_news_agency_comes_first_whatever_its_date() -> None:
    agency = article("dpa", ALL, "2026-03-05")
    paper = article("Paper", range(7), "2026-03-04")
    made = lineage(comparison(paper, agency))
    assert edges(made, agency, paper) == {("dpa", "Paper")}
    assert made.edges[0].told == "agency"


def test_without_date_or_credit_the_direction_is_called_a_guess() -> None:
    longer, shorter = article("Longer", ALL), article("Shorter", range(5))
    made = lineage(comparison(shorter, longer))
    assert edges(made, longer, shorter) == {("Longer", "Shorter")}
    assert made.edges[0].told == "text"


def test_papers_that_credit_an_agency_which_is_not_open_get_it_for_a_source() -> None:
    left = article("Left", range(7), "2026-03-01", tail="(Source: dpa)")
    right = article("Right", range(1, 8), "2026-03-02", tail="(dpa)")
    made = lineage(comparison(left, right))
    assert edges(made, left, right) == {("?dpa", "Left"), ("?dpa", "Right")}
    (source,) = made.sources
    assert (source.name, source.articles) == ("dpa", (left.id, right.id))
    assert made.independent == 1


def test_two_papers_of_one_day_with_much_of_their_own_share_a_source_that_nobody_names() -> None:
    left = article("Left", [0, 1, 2, 3, 4, 5, 6, 7, 8], "2026-03-01")
    right = article("Right", [0, 1, 2, 3, 4, 5, 9, 10, 11], "2026-03-01")
    made = lineage(comparison(left, right))
    assert edges(made, left, right) == {("?", "Left"), ("?", "Right")}
    assert made.independent == 1
    assert {e.evidence[-1].key for e in made.edges} == {"lineage.evidence.unseen"}
    later = article("Right", [0, 1, 2, 3, 4, 5, 9, 10, 11], "2026-03-02")
    assert edges(lineage(comparison(left, later)), left, later) == {("Left", "Right")}


def test_a_source_that_nobody_names_takes_many_words_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    left = article("Left", [0, 6, 1, 7, 2, 8, 3, 4, 5], "2026-03-01")
    right = article("Right", [0, 9, 1, 10, 2, 11, 3, 4, 5], "2026-03-01")
    longest = sum(len(SENTENCES[n].split()) for n in (3, 4, 5))
    monkeypatch.setattr(stemma, "STRETCH", longest)
    assert edges(lineage(comparison(left, right)), left, right) == {("?", "Left"), ("?", "Right")}
    monkeypatch.setattr(stemma, "STRETCH", longest + 1)
    assert lineage(comparison(left, right)).edges == ()


def test_a_credit_for_one_thing_among_many_is_no_source() -> None:
    paper = article("Paper", range(7), "2026-03-01")
    other = article("Other", [6, 7, 8, 9, 10, 11], "2026-03-02", tail="as Paper reported")
    assert lineage(comparison(paper, other)).edges == ()
    half = article("Other", [5, 6, 7, 8, 9, 10], "2026-03-02", tail="as Paper reported")
    assert edges(lineage(comparison(paper, half)), paper, half) == {("Paper", "Other")}


def test_an_open_agency_is_no_unseen_one() -> None:
    agency = article("dpa", ALL, "2026-03-01")
    left = article("Left", range(7), "2026-03-01", tail="(dpa)")
    right = article("Right", range(1, 8), "2026-03-02", tail="(dpa)")
    made = lineage(comparison(left, agency, right))
    assert edges(made, agency, left, right) == {("dpa", "Left"), ("dpa", "Right")}
    assert made.sources == ()


def test_articles_about_something_else_are_in_no_family() -> None:
    one, two, odd = article("One", ALL, "2026-03-01"), article("Two", ALL[:6], "2026-03-02"), article("Odd", [11])
    made = lineage(replace(comparison(one, two, odd), unrelated=(odd.id,)))
    assert made.articles == (one.id, two.id)
    assert made.independent == 1
    with pytest.raises(KeyError):
        made.family_of(odd.id)


def test_those_that_have_a_claim_from_one_source_count_once() -> None:
    wire = article("Wire", ALL, "2026-03-01")
    copy = article("Copy", range(7), "2026-03-02")
    own = article("Own", [0, 9, 10, 11], "2026-03-02")
    compared = comparison(wire, copy, own)
    made = lineage(compared)
    assert edges(made, wire, copy, own) == {("Wire", "Copy")}
    assert origins(compared, made, "g0") == ((wire.id, copy.id), (own.id,))
    assert origins(compared, made, "g3") == ((wire.id, copy.id),)


def test_what_a_copy_adds_is_its_own() -> None:
    """The source lacks the claim: the copy has it from elsewhere."""
    wire = article("Wire", ALL, "2026-03-01")
    copy = article("Copy", [*range(7), 9], "2026-03-02")
    own = article("Own", [9, 10, 11], "2026-03-02")
    compared = comparison(wire, copy, own)
    assert origins(compared, lineage(compared), "g9") == ((copy.id,), (own.id,))


def test_a_cancelled_stemma_ends() -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        lineage(comparison(article("One", ALL), article("Two", ALL)), job)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, len(SENTENCES) - 1), unique=True, max_size=9),
            st.sampled_from([None, "2026-03-01", "2026-03-02", "2026-03-02T08:00"]),
            st.sampled_from(["", "(dpa)", "The Paper0 reported it.", "It stood in Paper1, the portal reported."]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_it_is_a_forest_and_the_order_of_the_columns_changes_nothing(
    drawn: list[tuple[list[int], str | None, str]],
) -> None:
    articles = [article(f"Paper{i}", numbers, day, tail) for i, (numbers, day, tail) in enumerate(drawn)]
    found = set()
    for order in (articles, articles[::-1], [*articles[1:], *articles[:1]]):
        made = lineage(comparison(*order))
        assert len({e.copy for e in made.edges}) == len(made.edges)
        assert sorted(a for family in made.families for a in family) == sorted(a.id for a in articles)
        for one in articles:
            assert one.id not in made.ancestors(one.id)
        assert all(0.5 <= e.confidence <= 1 and 0 <= e.share <= 1 and 0 <= e.order <= 1 for e in made.edges)
        found.add((frozenset(made.edges), frozenset(map(frozenset, made.families))))
    assert len(found) == 1


@given(st.lists(st.integers(0, 20), unique=True, max_size=8))
def test_the_longest_increasing_subsequence_is_the_slow_ones(numbers: list[int]) -> None:
    def slow(start: int, least: int) -> int:
        rest = range(start, len(numbers))
        return max((1 + slow(i + 1, numbers[i]) for i in rest if numbers[i] > least), default=0)

    assert longest_increasing(numbers) == slow(0, -1)
