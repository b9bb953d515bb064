"""Articles come and go: whatever was known before, a comparison finds what one that knows nothing finds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.alignment import wording
from core.alignment.between import Between
from core.compare import compare, revise
from core.known import Known
from core.model import Article, Comparison, Decision
from tests.benchmarks import events

ARTICLES = events.articles(4, 220)
NUMBERS = st.lists(st.integers(0, len(ARTICLES) - 1), min_size=2, max_size=len(ARTICLES), unique=True)
anew: dict[tuple[int, ...], Comparison] = {}


def plain(comparison: Comparison) -> Comparison:
    """The comparison, whenever it was made."""
    return replace(comparison, provenance=replace(comparison.provenance, created=""))


def chosen(numbers: list[int]) -> list[Article]:
    return [ARTICLES[n] for n in numbers]


def without_knowledge(numbers: list[int]) -> Comparison:
    key = tuple(numbers)
    if key not in anew:
        anew[key] = plain(compare(chosen(numbers)))
    return anew[key]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(NUMBERS, min_size=2, max_size=2))
def test_what_is_known_changes_nothing(steps: list[list[int]]) -> None:
    known = Known()
    for numbers in steps:
        assert plain(compare(chosen(numbers), known=known)) == without_knowledge(numbers)
        known.only_wanted()  # as the window does after each comparison


def test_adding_an_article_holds_only_new_pairs_letter_against_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []
    ratios = wording.ratios
    monkeypatch.setattr(wording, "ratios", lambda a, b: held.append(len(a)) or ratios(a, b))
    known = Known()
    compare(chosen([0, 1, 2]), known=known)
    assert len(held) == 3
    first = sum(held)
    held.clear()
    compare(chosen([0, 1, 2, 3]), known=known)
    # Three new pairs of articles of six; of the others the few candidates that were none before.
    assert sum(held) < 1.5 * first
    held.clear()
    compare(chosen([0, 1, 2]), known=known)
    assert held == []


def test_decisions_stay_when_an_article_comes_and_when_it_goes() -> None:
    known = Known()
    first = compare(chosen([0, 1, 2]), known=known)
    link = first.links[0]
    rejected = Decision("d-1", "reject_link", "2026-01-01T00:00:00Z", (link.a, link.b))
    noted = Decision("d-2", "note", "2026-01-01T00:00:01Z", (first.claims[0].id,), text="Ask the harbour master")
    decided = revise(first, (rejected, noted))
    more = revise(compare(chosen([0, 1, 2, 3]), known=known), decided.decisions)
    assert more.decisions == (rejected, noted)
    assert {link.a, link.b} not in [set(g.claims) & {link.a, link.b} for g in more.groups]
    again = revise(compare(chosen([0, 1, 2]), known=known), more.decisions)
    for name in ("articles", "claims", "links", "groups", "marks", "decisions", "unrelated"):
        assert getattr(again, name) == getattr(decided, name)


def test_what_does_not_fit_is_made_again() -> None:
    made: list[str] = []

    def make(name: str, width: int) -> Any:

        def tables() -> Any:
            made.append(name)
            return np.zeros((1, width), dtype=np.float32), np.zeros((1, 1), dtype=np.float32)

        return tables

    between = Between(limit=20)
    for _ in range(2):
        for name, width in (("small", 1), ("large", 9), ("other", 2)):
            between.tables(name, b"a", b"b", make(name, width))
        between.next()
    assert made == ["small", "large", "other", "large"]
    between.next()
    between.tables("small", b"a", b"b", make("small", 1))
    assert made[-1] == "small"
