"""The strengths of many places at once are those of each by itself; quick ways find what slow ones find."""

from __future__ import annotations

import math
import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing import scorer, spelling
from core.framing.company import SPAN_KINDS
from core.framing.scare_quotes import _occurrences
from core.model import Span
from tests.core.framing import events


def one_by_one(model: scorer.Model, features: dict[str, float]) -> float:
    """The obvious way: each tree from its root to a leaf."""
    row = [float(features.get(name, 0.0)) for name in model.features]
    total = model.bias + sum(w * x for w, x in zip(model.weights, row, strict=False))
    values = []
    for tree in model.trees:
        node = tree[0]
        while node[0] >= 0:
            node = tree[node[2] if row[node[0]] <= node[1] else node[3]]
        values.append(node[4])
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total + sum(values)))))


@pytest.mark.parametrize("kind", SPAN_KINDS)
@pytest.mark.parametrize("step", ["first", "second"])
def test_many_strengths_are_those_of_each(kind: str, step: str) -> None:
    chance = random.Random(kind)
    model: scorer.Model = getattr(scorer.scorer(kind), step)
    names = (*model.features, "unknown")
    places = [{n: chance.choice([0.0, 0.5, 1.0, 3.0]) for n in names if chance.random() < 0.8} for _ in range(40)]
    found = model.probabilities(places)
    assert found == [model.probability(p) for p in places]
    assert found == pytest.approx([one_by_one(model, p) for p in places], abs=1e-12)


@st.composite
def trees(draw: st.DrawFn) -> scorer.Tree:
    """Trees that end at whatever depth they like."""
    nodes: list[tuple[int, float, int, int, float]] = []

    def grow(depth: int) -> int:
        at = len(nodes)
        nodes.append((-1, 0.0, 0, 0, draw(st.floats(-1, 1))))
        if depth and draw(st.booleans()):
            feature, threshold = draw(st.integers(0, 2)), draw(st.sampled_from([0.0, 0.5, 2.0]))
            nodes[at] = (feature, threshold, grow(depth - 1), grow(depth - 1), 0.0)
        return at

    grow(4)
    return tuple(nodes)


@given(
    st.lists(trees(), max_size=4),
    st.lists(st.lists(st.sampled_from([0.0, 0.5, 1.0, 3.0]), min_size=3, max_size=3), min_size=1, max_size=6),
)
def test_a_forest_is_its_trees_one_by_one(grown: list[scorer.Tree], rows: list[list[float]]) -> None:
    model = scorer.Model(("a", "b", "c"), 0.1, (0.5, 0.0, -0.25), tuple(grown))
    places = [dict(zip("abc", row, strict=True)) for row in rows]
    assert model.probabilities(places) == pytest.approx([one_by_one(model, p) for p in places], abs=1e-12)


@pytest.mark.parametrize("kind", SPAN_KINDS)
def test_a_mark_that_is_just_made_is_weak_in_every_kind(kind: str) -> None:
    assert scorer.strength(kind, scorer.threshold(kind)) == pytest.approx(scorer.WEAKEST)
    rising = [scorer.strength(kind, p / 20) for p in range(1, 21)]
    assert rising == sorted(rising)
    assert rising[-1] == 1.0


def test_spellings_are_told_apart_as_by_difflib_alone() -> None:
    forms = ("sandvoß", "sandvoss", "yeraskh", "jerasch", "berlin", "bern", "kersten", "kerstin", "aaaa", "norhaven")
    for a in forms:
        for b in forms:
            value = SequenceMatcher(None, a, b, autojunk=False).ratio()
            if spelling._similar(a, b):
                assert spelling._similar(a, b) == round(value, 3) >= spelling.SIMILAR
            elif value >= spelling.SIMILAR:
                assert spelling._stem(a) == spelling._stem(b) or a in b or b in a


@given(st.lists(st.text("abno", min_size=4, max_size=9), max_size=6), st.lists(st.text("abno", min_size=4), max_size=6))
def test_no_form_that_is_similar_is_passed_over(forms: list[str], others: list[str]) -> None:
    for form, near in zip(forms, spelling._near(forms, others), strict=True):
        assert [o for o in others if spelling._similar(form, o)] == [o for o in near if spelling._similar(form, o)]


def test_words_are_found_where_they_follow_each_other() -> None:
    text = "The ferry\n\nThe old ferry sails. Old ferries sail and the old ferry sails, the old ferry."
    evidence = events.evidence({"a": ("en", text)})
    tokens = evidence.words["a-a"]

    def slow(words: list[tuple[str, str]]) -> list[Span]:
        found = []
        for i in range(len(tokens) - len(words) + 1):
            window = tokens[i : i + len(words)]
            if all(t.lower_ == w or t.lemma_.lower() == lemma for t, (w, lemma) in zip(window, words, strict=True)):
                found.append(evidence.span_of(window))
        return found

    for words in ([("old", "old"), ("ferry", "ferry")], [("ferries", "ferry")], [("old", "old"), (".", ".")], []):
        expected = slow(words) if words else []
        assert list(_occurrences(evidence, "a-a", words)) == expected
    assert slow([("old", "old"), ("ferry", "ferry")])
