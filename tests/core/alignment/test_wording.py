"""Word-level differences and spelling."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from core.alignment.wording import WORD, Texts, differences, ratios, spelling

WORDS = st.lists(st.sampled_from(["der", "Rat", "stimmte", "zu", "nicht", "29", "Mitglieder", "."]), max_size=12).map(
    " ".join
)


def test_the_changed_word_is_a_replacement():
    a, b = "The minister said the bridge was safe.", "The minister claimed the bridge was safe."
    changed = [d for d in differences(a, b) if d.kind != "equal"]
    assert [(d.kind, a[d.a_start : d.a_end], b[d.b_start : d.b_end]) for d in changed] == [
        ("replace", "said", "claimed")
    ]


def test_what_is_added_and_what_is_gone():
    a, b = "Rund 30 Menschen kamen am Abend.", "Nur rund 30 Menschen kamen."
    kinds = {d.kind: (a[d.a_start : d.a_end], b[d.b_start : d.b_end]) for d in differences(a, b) if d.kind != "equal"}
    assert kinds == {"replace": ("Rund", "Nur rund"), "delete": ("am Abend", "")}


@given(WORDS, WORDS)
def test_every_word_of_both_is_covered_once_and_equal_stretches_are_equal(a: str, b: str):
    found = differences(a, b)
    for text, side in ((a, "a"), (b, "b")):
        covered = [i for d in found for i in range(getattr(d, f"{side}_start"), getattr(d, f"{side}_end"))]
        assert len(covered) == len(set(covered))
        assert {i for m in WORD.finditer(text) for i in range(*m.span())} <= set(covered)
    assert all(a[d.a_start : d.a_end] == b[d.b_start : d.b_end] for d in found if d.kind == "equal")


@given(WORDS)
def test_a_text_does_not_differ_from_itself(a: str):
    assert {d.kind for d in differences(a, a)} <= {"equal"}


def test_one_name_in_two_spellings_and_two_words_that_are_none():
    table = spelling(["selenskyj", "haus"], ["selenskij", "maus"])
    assert table[0, 0] > 0.8
    assert table[1, 1] == table[0, 1] == 0


def test_ratios_do_not_mind_case():
    known = Texts.of(["Der Rat stimmt zu", "der rat STIMMT zu", "xyz"])
    token_set, plain = ratios(known.at(np.array([0, 0])), known.at(np.array([1, 2])))
    assert token_set[0] == plain[0] == 1
    assert plain[1] < 0.3


@given(st.lists(WORDS | st.text(" abé\u00a0\u2019\n", max_size=9), min_size=2, max_size=6))
def test_ratios_are_rapidfuzz_own(some: list[str]):
    known = Texts.of(some)
    rows, columns = (places.ravel() for places in np.indices((len(some), len(some))))
    token_set, plain = ratios(known.at(rows), known.at(columns))
    for k, (x, y) in enumerate(zip(rows, columns, strict=True)):
        a, b = some[x].lower(), some[y].lower()
        assert token_set[k] == np.float32(fuzz.token_set_ratio(a, b)) / np.float32(100)
        assert plain[k] == np.float32(fuzz.ratio(a, b)) / np.float32(100)
