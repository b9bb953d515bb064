"""The names of one thing come together from the cues that set them against each other."""

from __future__ import annotations

from dataclasses import replace

from core.model import Comparison, Mark, Passage, Reason, mark_id
from core.report import Options, render
from core.report.namings import namings
from core.report.telling import tell
from tests.core.report import event


def label(letter: str, quote: str, *against: tuple[str, str]) -> Mark:
    place, article = event.span(letter, quote), event.ARTICLES[letter].id
    passages = tuple(Passage(event.ARTICLES[x].id, event.span(x, q)) for x, q in against)
    reason = Reason("report.reader_says", (("text", "names it otherwise"),))
    return Mark(mark_id("label", article, place), "label", article, place, None, passages, "outlet", reason, 0.9)


def found(comparison: Comparison, *marks: Mark) -> list[list[tuple[str, tuple[str, ...]]]]:
    content = tell(replace(comparison, marks=marks), "en", Options())
    return [[(column.letter, names) for column, names in n.names] for n in namings(content)]


def test_names_that_meet_are_of_one_thing(comparison: Comparison) -> None:
    ferry = label("D", "Pannenfähre", ("C", "die Flussfähre"))
    same = label("A", "river ferry", ("C", "Flussfähre"))
    people = label("B", "townspeople", ("A", "300 people"))
    assert found(comparison, ferry, people, same) == [
        [("A", ("river ferry",)), ("C", ("die Flussfähre", "Flussfähre")), ("D", ("Pannenfähre",))],
        [("A", ("300 people",)), ("B", ("townspeople",))],
    ]


def test_a_cue_can_join_two_things(comparison: Comparison) -> None:
    one, other = label("D", "Pannenfähre", ("C", "Flussfähre")), label("D", "den Kahn", ("A", "The ferry"))
    joining = label("C", "Flussfähre", ("A", "The ferry"))
    assert found(comparison, one, other, joining) == [
        [("A", ("The ferry",)), ("C", ("Flussfähre",)), ("D", ("Pannenfähre", "den Kahn"))]
    ]


def test_a_name_that_nothing_stands_against_is_no_naming(comparison: Comparison) -> None:
    assert found(comparison, label("B", "townspeople")) == []


def test_every_page_tells_them(comparison: Comparison) -> None:
    assert "What each calls the same thing" in render(comparison, "html")
    assert "- A “The motion”, B “The regime”" in render(comparison, "md")
