"""What a column shows, without a pixel."""

from __future__ import annotations

from core.index import Index
from core.model import Mark, Span
from gui.reading.passages import Passages, joined, omission
from tests.gui import comparisons


def claim_id(index: Index, article: str, words: str) -> str:
    return next(c.id for c in index.claims_of[article] if words in index.text(c.id))


def test_claims_lie_where_qt_finds_them_after_an_emoji(index: Index) -> None:
    passages = Passages(index, "nordblatt")
    stretch = passages.claim(claim_id(index, "nordblatt", "Angeblich"))
    before = comparisons.TEXTS["nordblatt"].split("Angeblich")[0]
    assert stretch.start == len(before) + before.count("🚧")


def test_a_claim_weighs_as_much_as_articles_carry_it(index: Index) -> None:
    passages = Passages(index, "kurier")
    assert passages.claim(claim_id(index, "kurier", "gesperrt.")).weight == 4
    assert passages.claim(claim_id(index, "kurier", "Nordumgehung")).weight == 2
    assert passages.claim(claim_id(index, "kurier", "Sicherheit")).weight == 0


def test_what_lies_between_two_places_is_found_as_the_slow_way_finds_it(index: Index) -> None:
    passages = Passages(index, "wire")
    for start in range(0, 500, 37):
        for end in (start, start + 1, start + 90):
            slow = [s for s in passages.claims if s.end > start and s.start <= end]
            assert passages.claims_between(start, end) == slow


def test_the_claim_at_a_place(index: Index) -> None:
    passages = Passages(index, "quay")
    unit = passages.offsets.unit(comparisons.TEXTS["quay"].index("piers"))
    assert index.text(passages.claim_at(unit) or "") == "Engineers claim that two piers are cracked."
    assert passages.claim_at(0) is None


def test_marks_under_the_same_words_lie_in_lanes_of_their_own(index: Index) -> None:
    passages = Passages(index, "quay")
    passages.show_marks(index.marks_of["quay"])
    lanes = {index.mark[s.id].kind: s.weight for s in passages.marks}
    assert lanes["label"] == lanes["loaded"] == 0
    assert lanes["emphasis"] == 1
    for one in passages.marks:
        for other in passages.marks:
            apart = one.id == other.id or one.end <= other.start or other.end <= one.start
            assert apart or one.weight != other.weight


def test_an_omission_has_no_place_in_the_text(index: Index) -> None:
    passages = Passages(index, "quay")
    passages.show_marks(index.marks_of["quay"])
    assert "omission" not in {index.mark[s.id].kind for s in passages.marks}


def test_of_two_marks_at_a_place_the_shorter_is_meant(index: Index) -> None:
    passages = Passages(index, "quay")
    passages.show_marks(index.marks_of["quay"])
    unit = passages.offsets.unit(comparisons.TEXTS["quay"].index("slammed"))
    assert index.mark[passages.mark_at(unit) or ""].kind == "loaded"


def test_a_lens_that_is_off_leaves_no_mark(index: Index) -> None:
    passages = Passages(index, "quay")
    shown: list[Mark] = [m for m in index.marks_of["quay"] if m.kind == "label"]
    passages.show_marks(shown)
    assert [s.id for s in passages.marks] == [shown[0].id]
    assert Span(passages.marks[0].start, passages.marks[0].end) == shown[0].span


def test_ribbons_join_what_is_linked(index: Index) -> None:
    pairs = joined(index, "g-cost", "kurier", "wire")
    assert pairs == [(claim_id(index, "kurier", "6,2 Millionen"), claim_id(index, "wire", "6.2 million"))]
    assert joined(index, "g-cost", "wire", "kurier") == [(b, a) for a, b in pairs]
    assert joined(index, "g-vehicles", "wire", "quay") == []


def test_who_leaves_a_group_out(index: Index) -> None:
    left_out = omission(index, "g-vehicles", "quay")
    assert left_out
    assert index.text(left_out.claim_id or "").startswith("The closure could last")
    assert omission(index, "g-vehicles", "wire") is None
