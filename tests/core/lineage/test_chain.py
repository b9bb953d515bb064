"""A wire story, a hostile broadcaster's version of it in another language, and a rewrite of that version."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from core.compare import compare
from core.index import Index
from core.lineage import Change, Difference, Lineage, chain, changes, lineage
from core.model import Comparison
from core.reading import read_text

WIRE = """Paravia's government and port workers agree to end strike

LORVIK, May 4 (Overland Wire) - The government of Paravia and the country's port workers agreed on Monday to end a strike that had closed the harbour of Lorvik for 19 days, Prime Minister Agneta Brolin said.

Under the agreement, wages will rise by 6 percent from July. The government will also withdraw a bill that would have limited the right to strike.

About 4,000 protesters gathered in front of the parliament in the evening, police said. Three people were detained.

"Nobody has won, and everybody can go back to work," Brolin told reporters. The opposition leader, Emil Aker, said the talks had come too late.

The first ships are expected to enter the harbour on Wednesday.
"""
BROADCASTER = """Regime in Paravia knickt ein: Brolin kapituliert vor den Hafenarbeitern

Das Regime von Paravia und die Hafenarbeiter des Landes haben am Montag vereinbart, einen Streik zu beenden, der den Hafen von Lorvik 19 Tage lang lahmgelegt hatte.

Nach der Vereinbarung steigen die Löhne von Juli an um 6 Prozent. Außerdem muss das Regime ein Gesetz zurückziehen, das das Streikrecht beschnitten hätte.

Rund 40.000 Demonstranten versammelten sich am Abend vor dem Parlament. Drei Menschen wurden festgenommen.

„Niemand hat gewonnen, und alle können wieder arbeiten“, räumte Machthaberin Agneta Brolin vor Reportern ein. Oppositionsführer Emil Aker sagte, die Gespräche seien zu spät gekommen.

Die ersten Schiffe sollen am Mittwoch in den Hafen einlaufen.
"""
REWRITE = """19 Tage Stillstand: So kapitulierte das Regime von Paravia

Das Regime von Paravia und die Hafenarbeiter haben am Montag vereinbart, den Streik zu beenden, der den Hafen von Lorvik 19 Tage lang lahmgelegt hatte. Das berichtet Kovaria Global.

Die Löhne steigen von Juli an um 6 Prozent. Außerdem muss das Regime das Gesetz zurückziehen, das das Streikrecht beschnitten hätte.

Rund 40.000 Bürger versammelten sich am Abend vor dem Parlament. Drei Menschen wurden verschleppt.

„Niemand hat gewonnen, und alle können wieder arbeiten“, räumte Diktatorin Agneta Brolin vor Reportern ein.

Am Mittwoch laufen die ersten Schiffe in den Hafen ein.
"""


@cache
def compared() -> tuple[Comparison, Lineage]:
    articles = [
        replace(read_text(text, source=name), outlet=outlet, published=day)
        for name, text, outlet, day in (
            ("rewrite.txt", REWRITE, "Klarblick Blog", "2026-05-05"),
            ("wire.txt", WIRE, "Overland Wire", "2026-05-04"),
            ("broadcaster.txt", BROADCASTER, "Kovaria Global", "2026-05-04"),
        )
    ]
    comparison = compare(articles)
    return comparison, lineage(comparison)


def ids() -> tuple[str, str, str]:
    by_source = {a.source: a.id for a in compared()[0].articles}
    return by_source["wire.txt"], by_source["broadcaster.txt"], by_source["rewrite.txt"]


def step(before: str, after: str) -> tuple[Change, ...]:
    return changes(compared()[0], before, after)


def told(found: tuple[Change, ...], kind: str) -> set[tuple[str, str]]:
    """What stood before and what stands after, of the differences of a kind."""
    index = Index(compared()[0])

    def words(change: Change, difference: Difference) -> tuple[str, str]:
        sides = ((difference.before, change.before_id), (difference.after, change.after_id))
        return tuple(s.of(index.article[a].text) if s else "" for s, a in sides)

    return {words(c, d) for c in found for d in c.differences if d.kind == kind}


def test_it_is_a_chain_of_three_in_the_right_order() -> None:
    wire, broadcaster, rewrite = ids()
    made = compared()[1]
    assert {(e.source, e.copy) for e in made.edges} == {(wire, broadcaster), (broadcaster, rewrite)}
    assert made.independent == 1
    first, second = made.edge_to(broadcaster), made.edge_to(rewrite)
    assert first is not None
    assert second is not None
    assert (first.manner, first.told) == ("translation", "agency")
    assert second.told == "credit"


def test_the_relabelled_words_are_marked_at_each_step() -> None:
    wire, broadcaster, rewrite = ids()
    put_in = {pair[1] for pair in told(step(wire, broadcaster), "relabelled")}
    assert all(any(word in text for text in put_in) for word in ("Regime", "Machthaberin"))
    # A cue may span more than the name.
    turned = told(step(broadcaster, rewrite), "relabelled")
    for old, new in (("Demonstranten", "Bürger"), ("Machthaberin", "Diktatorin")):
        assert any(old in before and new in after for before, after in turned), turned


def test_figures_sources_and_cuts_are_told() -> None:
    wire, broadcaster, rewrite = ids()
    assert ("About 4,000", "Rund 40.000") in told(step(wire, broadcaster), "figure_changed")
    assert told(step(broadcaster, rewrite), "figure_changed") == set()
    dropped = {before for before, _ in told(step(wire, broadcaster), "source_dropped")}
    assert any("police said" in text for text in dropped)
    index = Index(compared()[0])
    cut = {index.text(c) for change in step(broadcaster, rewrite) if change.kind == "cut" for c in change.before}
    assert any("Emil Aker" in text for text in cut)


def test_every_claim_of_both_articles_is_in_exactly_one_change() -> None:
    index = Index(compared()[0])
    for edge in compared()[1].edges:
        found = step(edge.source, edge.copy)
        before = [c for change in found for c in change.before]
        after = [c for change in found for c in change.after]
        assert sorted(before) == sorted(c.id for c in index.claims_of[edge.source])
        assert sorted(after) == sorted(c.id for c in index.claims_of[edge.copy])
        starts = [index.claim[change.after[0]].span for change in found if change.after]
        assert starts == sorted(starts)
        assert all(change.kinds for change in found)


def test_a_claim_shows_its_wordings_from_first_to_last() -> None:
    wire, broadcaster, rewrite = ids()
    comparison, made = compared()
    index = Index(comparison)
    for article in (wire, broadcaster, rewrite):
        claim = next(c for c in index.claims_of[article] if "6 " in index.text(c.id) and "19" not in index.text(c.id))
        found = chain(comparison, made, claim.id)
        assert [w.article_id for w in found] == [wire, broadcaster, rewrite]
        assert [w.change.before_id if w.change else None for w in found] == [None, wire, broadcaster]
        assert all(claim.id in w.claims for w in found if w.article_id == article)


def test_a_claim_that_nobody_took_stands_alone() -> None:
    comparison, made = compared()
    index = Index(comparison)
    alone = next(c for c in comparison.claims if c.id not in index.group_of)
    (only,) = chain(comparison, made, alone.id)
    assert (only.article_id, only.claims, only.change) == (alone.article_id, (alone.id,), None)
