"""Two readers: what is counted, and the figures by hand and by their definition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.decisions.agreement import agreement, kappa
from core.model import Decision, DecisionKind, Passage
from tests.core.decisions.test_decisions import DECISIONS, FOUND, WHEN, alone, moved, pair
from tests.core.report import event

MARKS = FOUND.marks
LINKS = FOUND.links


def on_mark(kind: DecisionKind, number: int) -> Decision:
    return Decision(f"{kind} {number}", kind, WHEN, mark=MARKS[number].id)


def test_only_what_both_decided_is_counted() -> None:
    note = Decision("n", "note", WHEN, claims=(LINKS[0].a,), text="?")
    first = [pair("accept_link", LINKS[0].a, LINKS[0].b), on_mark("reject_mark", 0), on_mark("accept_mark", 1), note]
    second = [pair("reject_link", LINKS[0].b, LINKS[0].a), on_mark("reject_mark", 0), on_mark("accept_mark", 2), note]
    both = agreement(FOUND, first, second)
    assert (both.counted, both.agreed, both.only_first, both.only_second) == (2, 1, 1, 1)
    assert both.share == 0.5
    ((one),) = both.disagreements
    assert (one.first, one.second) == (first[0], second[0])
    assert agreement(FOUND, first, second, "links").share == 0.0
    assert agreement(FOUND, first, second, "marks").share == 1.0


def test_without_common_items_there_is_no_figure() -> None:
    none = agreement(FOUND, [on_mark("accept_mark", 0)], [])
    assert (none.counted, none.share, none.kappa, none.only_first) == (0, None, None, 1)


def test_what_one_joined_and_the_other_rejected_is_a_disagreement() -> None:
    a, b = alone("E"), alone("B")
    found = agreement(FOUND, [pair("add_link", a, b)], [pair("reject_link", b, a)])
    assert (found.counted, found.agreed) == (1, 0)


def test_a_mark_that_both_made_is_an_agreement() -> None:
    at = Passage(event.ARTICLES["B"].id, event.span("B", "besieged"))
    made = [Decision(f"d{n}", "add_mark", WHEN, mark_kind="loaded", passage=at) for n in range(2)]
    found = agreement(FOUND, made[:1], made[1:])
    assert (found.counted, found.agreed) == (1, 1)


def test_the_last_word_of_each_counts() -> None:
    first = [on_mark("accept_mark", 0), on_mark("reject_mark", 0)]
    assert agreement(FOUND, first, [on_mark("reject_mark", 0)]).share == 1.0


def test_decisions_on_what_is_gone_are_left_out_and_moved_ones_are_found() -> None:
    gone = Decision("d1", "accept_mark", WHEN, mark="loaded:gone:1-5")
    assert agreement(FOUND, [gone], [gone]).counted == 0
    again = moved(FOUND, 3)
    here = [pair("accept_link", again.links[0].a, again.links[0].b)]
    there = [pair("accept_link", LINKS[0].a, LINKS[0].b)]
    assert agreement(again, here, there).counted == 1


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # Both yes, yes and no, no and yes, both no.
        ((20, 5, 10, 15), 0.4),
        ((45, 15, 25, 15), 0.1304),
        ((1, 0, 0, 1), 1.0),
        ((0, 1, 1, 0), -1.0),
        ((7, 0, 0, 0), None),
        ((0, 0, 0, 0), None),
    ],
)
def test_kappa_of_tables_counted_by_hand(table: tuple[int, int, int, int], expected: float | None) -> None:
    cells = ((True, True), (True, False), (False, True), (False, False))
    pairs = [cell for cell, n in zip(cells, table, strict=True) for _ in range(n)]
    found = kappa(pairs)
    assert found == (expected if expected is None else pytest.approx(expected, abs=5e-5))


@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_kappa_does_not_depend_on_who_is_first_and_is_one_at_most(pairs: list[tuple[bool, bool]]) -> None:
    found = kappa(pairs)
    assert found == kappa([(b, a) for a, b in pairs])
    assert found is None or -1 <= found <= 1


@given(DECISIONS)
def test_everybody_agrees_with_themselves(decisions: tuple[Decision, ...]) -> None:
    found = agreement(FOUND, decisions, decisions)
    assert found.counted == found.agreed
    assert found.disagreements == ()
    assert found.only_first == found.only_second == 0
