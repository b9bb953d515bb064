"""In what order the keyboard walks a comparison."""

from __future__ import annotations

from core.index import Index
from core.model import Comparison
from gui import steps
from gui.session import Choice, MarkFilter


def test_groups_come_column_by_column_from_top_to_bottom(comparison: Comparison) -> None:
    index = Index(comparison)
    order = steps.groups_in_order(index)
    assert order == ["g-closed", "g-cracks", "g-vehicles", "g-bypass", "g-cost", "g-ferries", "g-boysen"]


def test_walking_goes_round(comparison: Comparison) -> None:
    index = Index(comparison)
    order = steps.groups_in_order(index)
    assert steps.next_group(index, Choice(), 1) == order[0]
    assert steps.next_group(index, Choice(), -1) == order[-1]
    assert steps.next_group(index, Choice(order[-1]), 1) == order[0]
    assert steps.next_group(index, Choice(order[0]), -1) == order[-1]


def test_only_marks_that_are_shown_are_walked(comparison: Comparison) -> None:
    index = Index(comparison)
    shown = MarkFilter(kinds=frozenset({"loaded"}))
    walked = []
    choice = Choice()
    for _ in range(3):
        mark = steps.next_mark(index, shown, choice, 1)
        assert mark is not None
        walked.append(mark)
        choice = Choice(None, None, mark)
    assert [index.mark[m].kind for m in walked] == ["loaded"] * 3
    assert walked[0] == walked[2] != walked[1]
    assert steps.next_mark(index, MarkFilter(kinds=frozenset()), Choice(), 1) is None
