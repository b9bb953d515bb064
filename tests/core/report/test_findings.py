"""The findings say what the tables below them show, no more."""

from __future__ import annotations

from dataclasses import replace

from core.model import Comparison
from core.report import Options
from core.report.findings import Finding, findings
from core.report.telling import tell
from tests.core.report import event


def found(comparison: Comparison, language: str = "en") -> dict[str, Finding]:
    return {f.kind: f for f in findings(tell(comparison, language, Options()))}


def test_shared_claims_are_counted(comparison: Comparison) -> None:
    text = found(comparison)["shared"].text
    everywhere = sum(len({c[:14] for c in g.claims}) == 4 for g in comparison.groups)
    assert (len(comparison.groups), everywhere) == (8, 2)
    assert text.startswith("Eight claims stand in at least two of the four articles. Two of them stand in all.")
    assert found(comparison, "de")["shared"].text.startswith(
        "Acht Aussagen stehen in mindestens zwei der vier Artikel."
    )


def test_the_article_about_something_else_is_named_and_left_out_of_the_rest(comparison: Comparison) -> None:
    all_ = found(comparison)
    assert "“Five roses that like the shade” (E)" in all_["unrelated"].text
    assert not any("(E)" in f.text + str(f.examples) for kind, f in all_.items() if kind != "unrelated")
    assert "unrelated" not in found(replace(comparison, unrelated=()))


def test_contradictions_quote_the_figures_against_each_other(comparison: Comparison) -> None:
    conflict = found(comparison)["conflict"]
    assert conflict.text == "On three claims the articles give differing accounts."
    text, row = conflict.examples[0]
    assert row == 3
    assert all(said in text for said in ("D “180 000”", "A “212,000”", "C “212 000”"))


def test_a_figure_that_nothing_stands_against_is_no_contradiction(comparison: Comparison) -> None:
    alone = tuple(replace(m, against=()) if m.kind == "figure" else m for m in comparison.marks)
    links = tuple(replace(x, relation="same") for x in comparison.links)
    assert any(m.kind == "figure" and m.group_id for m in alone)
    assert "conflict" not in found(replace(comparison, marks=alone, links=links))


def test_what_one_article_alone_leaves_out_is_named_with_it(comparison: Comparison) -> None:
    left_out = found(comparison)["left_out"]
    assert left_out.text == "Four claims were found in all articles but one."
    assert left_out.examples[0] == ("not in Harnow Gazette (B): “A bus replaces the ferry from April”", 8), (
        "the marked one first"
    )


def test_a_claim_that_opens_one_article_and_closes_another(comparison: Comparison) -> None:
    early, late = event.claim_id(event.ARTICLES["A"].id, event.span("A", event.GROUPS[0][1]["A"])), None
    late = next(
        c.id
        for c in comparison.claims
        if c.id in comparison.groups[0].claims and "D" and c.article_id == event.ARTICLES["C"].id
    )
    moved = tuple(
        replace(c, position=0.0) if c.id == early else replace(c, position=0.9) if c.id == late else c
        for c in comparison.claims
    )
    placed = found(replace(comparison, claims=moved))["placed"]
    assert "this opens Northern Wire (A), but in Flusszeitung (C) it comes only after 90%" in placed.text
    still = tuple(replace(c, position=0.5) for c in comparison.claims)
    assert "placed" not in found(replace(comparison, claims=still))


def test_cues_are_counted_by_voice_and_density(comparison: Comparison) -> None:
    text = found(comparison)["cues"].text
    placed = [m for m in comparison.marks if m.kind != "omission"]
    assert (len(placed), sum(m.voice == "outlet" for m in placed)) == (12, 9)
    assert text.startswith("Lesart marked twelve cues. Of these, nine lie in the outlets’ own words.")
    assert "densest in Das Blatt (D), with 98 per 1,000 words" in text
    assert found(replace(comparison, marks=()))["cues"].text.startswith("Lesart found no cue")


def test_sources_are_counted(comparison: Comparison) -> None:
    assert (
        found(comparison)["sources"].text == "Northern Wire (A) names four sources for its claims, Das Blatt (D) none."
    )
    silent = tuple(replace(c, attribution=None) for c in comparison.claims)
    assert "sources" not in found(replace(comparison, claims=silent))


def test_nothing_shared_is_said_so(comparison: Comparison) -> None:
    assert "no claim that two" in found(replace(comparison, groups=(), links=(), marks=()))["shared"].text


def test_two_articles_share_in_both(comparison: Comparison) -> None:
    keep = {event.ARTICLES[x].id for x in "AC"}
    claims = tuple(c for c in comparison.claims if c.article_id in keep)
    ids = {c.id for c in claims}
    links = tuple(x for x in comparison.links if {x.a, x.b} <= ids)
    at = {(x.a, x.b): i for i, x in enumerate(links)}
    groups = tuple(
        replace(g, claims=tuple(c for c in g.claims if c in ids), omitted_by=(),
                links=tuple(at[x.a, x.b] for i in g.links if (x := comparison.links[i]) in links))
        for g in comparison.groups if sum(c in ids for c in g.claims) == 2
    )  # fmt: skip
    articles = tuple(a for a in comparison.articles if a.id in keep)
    two = replace(comparison, articles=articles, claims=claims, links=links, groups=groups, marks=(), unrelated=())
    assert found(two)["shared"].text.startswith("Six claims stand in both articles.")
    assert "left_out" not in found(two)
