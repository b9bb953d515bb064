"""Emphasis and omission: where a claim stands, and where it is missing."""

from core.framing import emphasis, omission
from core.model import Span
from tests.core.framing.events import evidence

FILL = "Der Ausschuss tagte danach noch lange. Die Unterlagen liegen im Rathaus aus. "
TEXTS = {
    "fisch": ("de", "Fischsterben im Weiher\n\nIm Weiher verendeten 300 Fische. " + FILL * 3),
    "werk": ("de", "Werk meldet Rekordjahr\n\nDas Werk meldet Gewinn. " + FILL * 3 + "Im Weiher starben 300 Fische."),
    "radio": ("de", "Werk meldet Rekordjahr\n\nDas Werk meldet Gewinn. " + FILL * 3),
}
GROUPS = [
    {"fisch": "Fischsterben", "werk": "starben"},
    {"werk": "meldet Gewinn", "radio": "meldet Gewinn"},
]


def test_a_claim_that_leads_here_and_comes_late_there_is_marked_where_it_leads() -> None:
    found = list(emphasis.find(evidence(TEXTS, GROUPS)))
    assert [(c.article_id, c.against[0].article_id) for c in found] == [("a-fisch", "a-werk")]
    assert found[0].reason.key == "mark.emphasis.leads"


def test_a_claim_that_stands_alike_in_both_is_not_marked() -> None:
    assert not list(emphasis.find(evidence(TEXTS, GROUPS[1:])))


def test_an_omission_has_an_empty_span_and_its_group() -> None:
    found = list(omission.find(evidence(TEXTS, GROUPS)))
    assert {(c.article_id, c.span) for c in found} == {("a-radio", Span(0, 0)), ("a-fisch", Span(0, 0))}
    assert all(c.group_id for c in found)
    assert all(p.article_id != c.article_id for c in found for p in c.against)


def test_what_more_articles_carry_higher_up_weighs_more() -> None:
    texts = {**TEXTS, "bote": ("de", "Fische tot\n\nIm Weiher starben 300 Fische. " + FILL)}
    groups = [{"fisch": "Fischsterben", "werk": "starben", "bote": "Fische tot"}, GROUPS[1]]
    weight = {(c.article_id, c.group_id): c.features["prior"] for c in omission.find(evidence(texts, groups))}
    led, other = (g.id for g in evidence(texts, groups).groups)
    assert weight["a-radio", led] > weight["a-bote", other]


def test_no_article_shows_more_than_the_most() -> None:
    many = {name: ("de", "Kopf\n\n" + " ".join(f"Der Posten {i} kostet {i} Euro." for i in range(20))) for name in "ab"}
    texts = {**many, "c": ("de", "Kopf\n\nNichts davon.")}
    groups = [dict.fromkeys("ab", f"Posten {i} kostet") for i in range(20)]
    assert len(list(omission.find(evidence(texts, groups)))) == omission.MOST
