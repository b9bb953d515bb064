"""Thresholds of all kinds, chosen together."""

from core.framing import thresholds

POINTS = [(0.9, 2, 10, 2, 2), (0.6, 5, 10, 6, 8), (0.3, 8, 10, 10, 20), (0.1, 10, 10, 12, 40)]


def test_thresholds_find_most_while_the_precision_holds() -> None:
    curve = [thresholds.Counts(*p) for p in POINTS]
    assert thresholds.choose({"label": curve}, precision=0.5, floor=0.0)["label"].found == 8
    assert thresholds.choose({"label": curve}, precision=0.7, floor=0.0)["label"].found == 5


def test_a_kind_holds_its_own_precision_beside_that_of_all() -> None:
    curve = [thresholds.Counts(*p) for p in POINTS]
    assert thresholds.PRECISIONS["loaded"] > 0.5
    assert thresholds.choose({"loaded": curve}, precision=0.5, floor=0.0)["loaded"].found == 5


def test_a_kind_below_the_floor_is_let_through() -> None:
    curve = [thresholds.Counts(*p) for p in POINTS]
    assert thresholds.choose({"loaded": curve}, precision=0.99, floor=0.6)["loaded"].found >= 6
