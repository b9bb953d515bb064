"""What is counted once for every two different figures is what a look at each of the others' figures finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing.beside import share
from core.framing.figure import find
from core.framing.given import Given, able, nearest, precise, ratio, vague_cue
from core.framing.statement import Statement
from core.framing.statements import Statements, statements_of
from core.language import figures
from core.language.figures import Figure
from core.model import Span
from tests.core.framing import events

TEXTS = {
    "a": (
        "en",
        "Ferry aground\n\nAt least 40 passengers and 12 crew were hurt on Monday. The repair costs 12 million euros. "
        "It was the second accident in 90 days.",
    ),
    "b": (
        "en",
        "Ferry stuck\n\nSome 45 passengers were hurt, 3 of them badly. Repairs cost more than 10 million euros. "
        "It was the third accident in three months.",
    ),
    "c": (
        "en",
        "A ferry stuck\n\nMany passengers were hurt. Repairs cost 12 million euros. Half the crew left in May.",
    ),
    "d": ("de", "Fähre fest\n\nMehrere Menschen und 40 Passagiere wurden am Montag verletzt, 30 Prozent schwer."),
    "e": ("en", "Ferry on a bank\n\nThere were 40 passengers and 45 passengers hurt. A tug came."),
}
GROUPS = [
    {"a": "40 passengers", "b": "45 passengers", "c": "Many", "d": "Mehrere", "e": "45 passengers"},
    {"a": "The repair", "b": "Repairs", "c": "Repairs"},
    {"a": "second accident", "b": "third accident", "c": "Half", "e": "tug"},
]


@pytest.fixture(scope="module")
def statements() -> Statements:
    return statements_of(events.evidence(TEXTS, GROUPS))


def _slow(statements: Statements, own: Figure, others: tuple[Statement, ...]) -> dict[str, float]:
    """The features that come of a loop over all the others."""

    def same_thing(f: Figure) -> float:
        return statements.meaning.alike(own.of, [f.of]) if own.of and f.of else 0.5

    def conflict(f: Figure) -> bool:
        verdict = figures.agree(own, f)
        both = own.kind == f.kind == "count"
        return same_thing(f) >= 0.5 if verdict is None and both else verdict is False

    def of_sort(o: Statement) -> bool:
        return any(f.kind == own.kind or {f.kind, own.kind} == {"share", "count"} for f in o.figures)

    some = [(o, able(own, o)) for o in others]
    found = [min(fs, key=lambda f: (f.of != own.of or not own.of, abs(ratio(own, f)), f.span)) for _, fs in some if fs]
    mean = sum(map(precise, found)) / len(found) if found else precise(own)
    return {
        "conflicts": share([conflict(f) for f in found]),
        "unlike": share([f.key != own.key for f in found]),
        "other_bound": share([f.bound != own.bound for f in found]),
        "compared": len(found) / max(1, len(others)),
        "any_equal": float(any(f.key == own.key for f in found)),
        "any_same": float(any(f.key == own.key and f.bound == own.bound for f in found)),
        "nearest": min((ratio(own, f) for f in found), default=1.0),
        "farthest": max((ratio(own, f) for f in found), default=0.0),
        "same_noun": share([f.of == own.of and bool(own.of) for f in found]),
        "same_thing": max(map(same_thing, found), default=0.0),
        "theirs_exact": share([f.exact for f in found]),
        "higher": share([own.value > f.value for f in found]),
        "precise": precise(own) - mean,
        "loose": sum(bool(vague_cue(o)) and not fs for o, fs in some) / max(1, len(others)),
        "unit_elsewhere": sum(of_sort(o) and not fs for o, fs in some) / max(1, len(others)),
    }


def test_a_figure_is_set_against_those_of_all_counterparts(statements: Statements) -> None:
    found = {(c.article_id, c.span): c for c in find(statements.evidence)}
    kinds, compared, loose = set(), 0, 0
    for claim in statements.evidence.claims:
        own, others = statements.of(claim), statements.counterparts(claim)
        for figure in own.figures if others else ():
            features = found[claim.article_id, figure.span].features
            slow = _slow(statements, figure, others)
            assert {name: features[name] for name in slow} == slow
            kinds.add(figure.kind)
            compared += slow["compared"] > 0
            loose += slow["loose"] > 0
    assert compared > 4
    assert loose
    assert len(kinds) > 2


def test_the_first_that_differ_are_shown(statements: Statements) -> None:
    own, reckoned, shown = statements.evidence, Given(statements), 0
    for number, claim in enumerate(own.claims):
        others = statements.counterparts(claim)
        for figure in statements.of(claim).figures if others else ():
            slow = []
            for other in others:
                some = able(figure, other)
                if some and figure.key != (best := some[nearest(figure, tuple(some))]).key:
                    slow.append((other, best))
            found = reckoned.beside(figure, number)
            assert reckoned.first(figure, found, lambda v: v.other_key) == slow[:3]
            near = [v for o, v in zip(others, statements.beside(claim).likeness, strict=True) if able(figure, o)]
            assert found.meaning == max(near, default=0.0)
            assert [statements.numbered(k) for k in found.loose.tolist()] == [
                o for o in others if vague_cue(o) and not able(figure, o)
            ]
            shown += bool(slow)
    assert shown


counts = st.builds(
    lambda start, value, of: Figure(Span(start, start + 1), value, value, "", "count", True, value, "", of),
    st.integers(0, 9), st.sampled_from([1.0, 2.0, 4.0]), st.sampled_from(["", "crew", "passenger"]),
)  # fmt: skip


@given(counts, st.lists(counts, min_size=1, max_size=5, unique_by=lambda f: f.span))
def test_of_figures_as_near_the_first_in_the_text_is_taken(own: Figure, some: list[Figure]) -> None:
    some.sort(key=lambda f: f.span)
    slow = min(some, key=lambda f: (f.of != own.of or not own.of, abs(ratio(own, f)), f.span))
    assert some[nearest(own, tuple(some))] is slow
