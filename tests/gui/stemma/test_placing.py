"""Where the nodes stand, without a pixel."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.lineage import Lineage
from gui.stemma.placing import Measures, below, place, roots
from tests.gui.stemma.made import apart, chained, edge, unseen

M = Measures(100, 50, 10, 30, 20)


def forest(parents: list[int]) -> Lineage:
    """Article n took from ``parents[n] - 1``, from nobody where that is not before it."""
    order = tuple(f"a{n}" for n in range(len(parents)))
    edges = tuple(edge(f"a{p - 1}", f"a{n}") for n, p in enumerate(parents) if 0 < p <= n)
    return Lineage(order, edges, (), ())


forests = st.lists(st.integers(0, 12), min_size=1, max_size=12).map(forest)


@given(forests, st.floats(50, 2000))
def test_every_node_has_a_place_of_its_own(lineage: Lineage, room: float) -> None:
    placed = place(lineage, M, room)
    assert placed.at.keys() == set(lineage.articles)
    spots = list(placed.at.values())
    for n, (x, y) in enumerate(spots):
        assert 0 <= x <= placed.width - M.width + 0.01
        assert 0 <= y <= placed.height - M.height + 0.01
        for other_x, other_y in spots[:n]:
            assert abs(x - other_x) >= M.width or abs(y - other_y) >= M.height


@given(forests, st.floats(50, 2000))
def test_a_copy_stands_below_its_source_and_a_source_between_its_copies(lineage: Lineage, room: float) -> None:
    at = place(lineage, M, room).at
    for e in lineage.edges:
        levels = (at[e.copy][1] - at[e.source][1]) / (M.height + M.below)
        assert levels >= 1
        assert levels == int(levels)
        assert levels == 1 or not lineage.edges_from(e.copy)
    for node in lineage.articles:
        copies = [at[e.copy][0] for e in lineage.edges_from(node)]
        if copies:
            assert min(copies) <= at[node][0] <= max(copies)


def test_copies_of_one_source_stand_in_the_order_of_their_dates() -> None:
    lineage = Lineage(("a", "b", "c", "d"), (edge("a", "b"), edge("a", "c"), edge("a", "d")), (), ())
    when = {"b": "2026-03-02", "c": "2026-03-01T08:00", "d": ""}
    at = place(lineage, M, 1000, lambda node: when.get(node, "")).at
    assert at["c"][0] < at["b"][0] < at["d"][0]


def test_many_copies_of_one_source_stand_below_one_another_where_the_room_ends() -> None:
    order = tuple("abcdefgh")
    lineage = Lineage(order, tuple(edge("a", copy) for copy in order[1:]), (), ())
    wide, narrow = place(lineage, M, 2000), place(lineage, M, 350)
    assert {y for _, y in wide.at.values()} == {0, 80}
    assert narrow.width <= 350
    assert sorted({y for _, y in narrow.at.values()}) == [0, 80, 160, 240]


def test_families_go_on_below_where_the_room_ends() -> None:
    wide, narrow = place(chained(), M, 400).at, place(chained(), M, 150).at
    assert wide["quay"][1] == wide["wire"][1]
    assert narrow["quay"][1] > narrow["nordblatt"][1]


def test_those_on_their_own_fill_lines() -> None:
    at = place(apart(), M, 230).at
    assert sorted(at.values()) == [(0, 0), (0, 60), (110, 0), (110, 60)]


def test_an_unseen_source_is_a_root() -> None:
    lineage = unseen()
    assert roots(lineage) == ["source:kurier+wire", "quay"]
    assert below(lineage, "source:kurier+wire") == ["kurier", "nordblatt", "wire"]
