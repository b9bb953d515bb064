"""What the reader decided is laid over what the machine found, and neither replaces the other."""

from __future__ import annotations

from dataclasses import replace

from core.compare import revise
from core.model import Comparison, Decision, Passage, mark_id
from core.phrases import say
from core.report import Options, render
from core.report.decided import decided_links, told
from core.report.telling import tell_page
from tests.core.report import event

WHEN = "2026-02-13T10:00:00Z"


def ids(comparison: Comparison, letter: str, number: int) -> str:
    group = comparison.groups[number]
    article = event.ARTICLES[letter].id
    return next(c for c in group.claims if c.startswith(article))


def with_decisions(comparison: Comparison, *decisions: Decision) -> Comparison:
    return replace(comparison, decisions=decisions)


def test_without_decisions_nothing_changes(comparison: Comparison) -> None:
    assert told(comparison, Options()) == comparison


def test_the_last_decision_counts(comparison: Comparison) -> None:
    pair = (comparison.links[0].a, comparison.links[0].b)
    made = with_decisions(
        comparison,
        Decision("1", "reject_link", WHEN, claims=pair),
        Decision("2", "accept_link", WHEN, claims=pair[::-1]),
    )
    assert decided_links(made) == {frozenset(pair): "accepted"}
    assert told(made, Options()).links == comparison.links


def test_a_group_falls_apart_where_its_only_link_is_rejected(comparison: Comparison) -> None:
    pair = (ids(comparison, "A", 6), ids(comparison, "B", 6))
    result = told(with_decisions(comparison, Decision("1", "reject_link", WHEN, claims=pair)), Options())
    assert [g.gist for g in result.groups] == [g.gist for g in comparison.groups if g.gist != "Two people are detained"]
    assert len(result.links) == len(comparison.links) - 1
    for group in result.groups:
        for i in group.links:
            assert {result.links[i].a, result.links[i].b} <= set(group.claims)


def test_one_article_leaves_a_group_where_all_its_links_are_rejected(comparison: Comparison) -> None:
    gone = ids(comparison, "D", 3)
    rejected = [
        Decision(str(i), "reject_link", WHEN, claims=(x.a, x.b))
        for i, x in enumerate(comparison.links)
        if gone in (x.a, x.b)
    ]
    assert len(rejected) == 3
    result = told(with_decisions(comparison, *rejected), Options())
    old, new = comparison.groups[3], result.groups[3]
    assert new.gist == old.gist
    assert set(new.claims) == set(old.claims) - {gone}
    assert [o.article_id for o in new.omitted_by] == [event.ARTICLES[x].id for x in "DE"]


def test_a_link_that_the_reader_adds_joins_two_groups(comparison: Comparison) -> None:
    pair = (ids(comparison, "A", 5), ids(comparison, "B", 6))
    result = told(with_decisions(comparison, Decision("1", "add_link", WHEN, claims=pair)), Options())
    assert len(result.groups) == len(comparison.groups) - 1
    (joined,) = [g for g in result.groups if pair[0] in g.claims]
    assert set(joined.claims) == set(comparison.groups[5].claims) | set(comparison.groups[6].claims)


def test_a_link_between_lone_claims_makes_a_group(comparison: Comparison) -> None:
    lone = [next(c for c in comparison.claims if c.article_id == event.ARTICLES[x].id).id for x in "AC"]
    result = told(with_decisions(comparison, Decision("1", "add_link", WHEN, claims=tuple(lone))), Options())
    assert result.groups[0].claims == tuple(lone)
    assert result.groups[0].gist == event.WIRE.split("\n")[0]
    assert [o.article_id for o in result.groups[0].omitted_by] == [event.ARTICLES[x].id for x in "BDE"]


def test_a_mark_that_the_reader_adds_is_told_in_the_readers_words(comparison: Comparison) -> None:
    place = Passage(event.ARTICLES["B"].id, event.span("B", "besieged"))
    added = Decision("1", "add_mark", WHEN, mark_kind="loaded", passage=place, text="war on a town hall")
    result = told(with_decisions(comparison, added), Options())
    assert result.marks[:-1] == comparison.marks
    assert result.marks[-1].id == mark_id("loaded", place.article_id, place.span)
    assert "war on a town hall" in say(result.marks[-1].reason.key, "en", **dict(result.marks[-1].reason.values))


def test_struck_means_that_all_of_it_is_told(decided: Comparison) -> None:
    struck = told(decided, Options(rejected="struck"))
    assert (struck.links, struck.marks, struck.groups) == (decided.links, decided.marks, decided.groups)
    revised = revise(decided, decided.decisions)
    assert revised.groups != decided.groups
    assert told(revised, Options(rejected="struck")).groups == decided.groups


def test_decisions_on_what_is_gone_are_passed_over(comparison: Comparison) -> None:
    gone = with_decisions(
        comparison, Decision("1", "add_link", WHEN, claims=("x", "y")), Decision("2", "reject_mark", WHEN, mark="z"),
        Decision("3", "add_mark", WHEN, mark_kind="label", passage=Passage("nowhere", event.span("A", "Harnow"))),
    )  # fmt: skip
    result = told(gone, Options())
    assert (result.links, result.marks, result.groups) == (comparison.links, comparison.marks, comparison.groups)


def test_weak_marks_are_told_in_data_not_on_pages_unless_the_reader_confirmed_them(comparison: Comparison) -> None:
    weak = tuple(replace(m, strength=0.2) if i < 2 else m for i, m in enumerate(comparison.marks))
    made = replace(comparison, marks=weak, decisions=(Decision("1", "accept_mark", WHEN, mark=weak[1].id),))
    assert told(made, Options()).marks == weak
    page = tell_page(made, "en", Options())
    assert [c.mark for c in page.cues] == list(weak[1:])
    assert page.weaker == 1
    assert tell_page(made, "en", Options(strength=0.0)).weaker == 0
    for suffix in ("html", "md"):
        assert "One weaker cue is left out." in render(made, suffix)
        assert "weaker" not in render(comparison, suffix)


def test_the_strongest_cues_of_a_kind_come_first(comparison: Comparison) -> None:
    (figures,) = [x for x in tell_page(comparison, "en", Options()).lenses if x.kind == "attribution"]
    assert [c.mark.strength for c in figures.cues] == [0.8, 0.4]
