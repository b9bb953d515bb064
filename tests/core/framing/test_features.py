"""Features in tables are the features that were put in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.framing import features
from core.framing.evidence import Candidate
from core.model import Reason, Span

NAMES = ("first", "near", "prior", "words")
PLACES = st.lists(
    st.dictionaries(st.sampled_from(NAMES), st.floats(-9, 9, allow_nan=False), max_size=4), min_size=1, max_size=9
)


def candidates(places: list[dict[str, float]]) -> list[Candidate]:
    return [Candidate("loaded", "a", Span(k, k + 1), own, Reason("x", ())) for k, own in enumerate(places)]


@given(PLACES)
def test_a_row_holds_what_the_dict_held(places: list[dict[str, float]]) -> None:
    found = list(features.packed(candidates(places)))
    assert [dict(c.features) for c in found] == places
    assert [len(c.features) for c in found] == [len(own) for own in places]
    assert [c.span.start for c in found] == list(range(len(places)))
    assert all(c.features.get("nothing", 0.5) == 0.5 for c in found)


@given(PLACES, PLACES)
def test_columns_are_the_same_of_rows_and_of_dicts(some: list[dict[str, float]], more: list[dict[str, float]]) -> None:
    rows = [c.features for own in (some, more) for c in features.packed(candidates(own))]
    names = [*NAMES, "nothing"]
    expected = [[own.get(name, 0.0) for own in (*some, *more)] for name in names]
    assert features.columns(rows, names).tolist() == expected
    assert features.columns([*some, *rows[len(some) :]], names).tolist() == expected


@given(
    st.lists(
        st.dictionaries(st.sampled_from(NAMES), st.floats(-1e7, 1e7) | st.floats(-30, 30), max_size=4), min_size=1
    ),
    st.floats(-1e7, 1e7).map(lambda v: round(v, features.DIGITS)),
)
def test_half_the_room_tells_the_models_the_same(places: list[dict[str, float]], more: float) -> None:
    found = [features.put(c, "more", more) for c in features.packed(candidates(places), room=["more"], scored=True)]
    names = [*NAMES, "more"]
    told = features.columns([c.features for c in found], names).round(features.DIGITS)
    asked = features.columns([{**own, "more": more} for own in places], names).round(features.DIGITS)
    assert told.tolist() == asked.tolist()


def test_features_of_few_digits_take_half_the_room() -> None:
    row = next(features.packed(candidates([{"near": 0.123456789, "words": 40.0}]), scored=True)).features
    assert isinstance(row, features.Row)
    assert row.table.values.dtype == "float32"
