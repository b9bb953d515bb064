"""What other candidates say of one, against the slow and obvious way to find it."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from core.framing.company import AROUND, SPAN_KINDS, Company
from core.framing.evidence import Candidate
from core.model import Kind, Passage, Reason, Span

WORDS = {"a": 200, "b": 90, "c": 10}


def candidate(kind: Kind, article: str, start: int, length: int, against: tuple[Passage, ...] = ()) -> Candidate:
    return Candidate(kind, article, Span(start, start + length), {}, Reason("x"), against)


candidates = st.lists(
    st.tuples(
        st.builds(
            candidate,
            st.sampled_from(SPAN_KINDS),
            st.sampled_from(sorted(WORDS)),
            st.integers(0, 900),
            st.integers(1, 60),
            st.lists(
                st.builds(
                    Passage, st.sampled_from(sorted(WORDS)), st.builds(lambda s: Span(s, s + 20), st.integers(0, 900))
                ),
                max_size=2,
            ).map(tuple),
        ),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=40,
)


@given(candidates)
def test_neighbours_are_those_that_a_look_at_all_finds(rated: list[tuple[Candidate, float]]) -> None:
    company = Company([c for c, _ in rated], [p for _, p in rated], WORDS)
    for own, p in rated:
        found = company.features(own, p)
        others = [(c, q) for c, q in rated if c is not own and c.article_id == own.article_id]
        wide = Span(max(0, own.span.start - AROUND), own.span.end + AROUND)
        for kind in SPAN_KINDS:
            here = [q for c, q in others if c.kind == kind and c.span.overlap(own.span)]
            near = [q for c, q in others if c.kind == kind and not c.span.overlap(own.span) and c.span.overlap(wide)]
            assert found[f"here_{kind}"] == max(here, default=0.0)
            assert found[f"near_{kind}"] == max(near, default=0.0)
        against = [q for x in own.against for c, q in rated if c.article_id == x.article_id and c.span.overlap(x.span)]
        assert found["against"] == max(against, default=0.0)


@given(candidates)
def test_ranks_count_the_better_ones(rated: list[tuple[Candidate, float]]) -> None:
    company = Company([c for c, _ in rated], [p for _, p in rated], WORDS)
    for own, p in rated:
        same = [q for c, q in rated if c.kind == own.kind and c.article_id == own.article_id]
        assert company.features(own, p)["rank_share"] == sum(q > p for q in same) / len(same)


@given(candidates, st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_changes_nothing(rated: list[tuple[Candidate, float]], random: Random) -> None:
    mixed = rated[:]
    random.shuffle(mixed)
    one = Company([c for c, _ in rated], [p for _, p in rated], WORDS)
    other = Company([c for c, _ in mixed], [p for _, p in mixed], WORDS)
    for own, p in rated:
        a, b = one.features(own, p), other.features(own, p)
        assert {k: round(v, 9) for k, v in a.items()} == {k: round(v, 9) for k, v in b.items()}


def test_overlapping_candidates_heat_an_article_once() -> None:
    twice = [candidate("loaded", "a", 0, 10), candidate("loaded", "a", 5, 10)]
    company = Company(twice, [0.8, 0.6], WORDS)
    assert company.features(twice[0], 0.8)["heat"] == 0.8 / 2
