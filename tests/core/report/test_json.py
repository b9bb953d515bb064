"""The comparison file keeps its contract."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Comparison
from core.report import render
from tests.core.report import event

ARTICLE = {"id", "path", "sha256", "title", "outlet", "author", "published", "language", "text", "dropped"}
CLAIM = {"id", "article", "start", "end", "text", "position", "voice", "attribution"}
LINK = {"a", "b", "score", "relation", "why", "decision"}
CLUSTER = {"id", "claims", "links", "omitted_by", "nearest_miss"}
MARK = {
    "id",
    "kind",
    "article",
    "start",
    "end",
    "text",
    "cluster",
    "against",
    "voice",
    "strength",
    "reason",
    "decision",
}


def load(comparison: Comparison, language: str = "en") -> dict:
    return json.loads(render(comparison, "json", language))


def test_every_field_of_the_contract_is_there(decided: Comparison) -> None:
    data = load(decided)
    assert (data["format"], data["version"]) == ("lesart-comparison", 1)
    assert set(data["provenance"]) >= {"lesart", "models", "created"}
    assert data["settings"]["link_threshold"] == decided.settings.link_threshold
    for name, fields in (
        ("articles", ARTICLE),
        ("claims", CLAIM),
        ("links", LINK),
        ("clusters", CLUSTER),
        ("marks", MARK),
    ):
        assert data[name], name
        assert all(set(one) >= fields for one in data[name]), name
    assert {x["relation"] for x in data["links"]} == {"same", "part", "conflict"}


def test_nothing_is_lost(comparison: Comparison) -> None:
    data = load(comparison)
    assert {c["id"] for c in data["claims"]} == {c.id for c in comparison.claims}
    assert {(x["a"], x["b"]) for x in data["links"]} == {(x.a, x.b) for x in comparison.links}
    assert {m["id"] for m in data["marks"]} == {m.id for m in comparison.marks}
    assert {g["id"]: set(g["claims"]) for g in data["clusters"]} == {g.id: set(g.claims) for g in comparison.groups}


@pytest.mark.parametrize("made", [event.comparison, event.hostile])
def test_texts_stand_at_their_offsets(made) -> None:
    data = load(made())
    texts = {a["id"]: a["text"] for a in data["articles"]}
    places = [*data["claims"], *data["marks"], *(p for m in data["marks"] for p in m["against"])]
    assert places
    for place in places:
        assert texts[place["article"]][place["start"] : place["end"]] == place["text"]


def test_the_links_of_a_cluster_join_its_claims(comparison: Comparison) -> None:
    data = load(comparison)
    for cluster in data["clusters"]:
        assert cluster["links"] == sorted(cluster["links"])
        for i in cluster["links"]:
            assert {data["links"][i]["a"], data["links"][i]["b"]} <= set(cluster["claims"])
        assert set(cluster["nearest_miss"]) <= set(cluster["omitted_by"])


def test_everything_is_in_document_order(comparison: Comparison) -> None:
    """However claims, links, groups and marks come, the file is the same."""
    shuffled = replace(
        comparison, claims=comparison.claims[::-1], groups=comparison.groups[::-1], marks=comparison.marks[::-1]
    )
    assert render(shuffled, "json") == render(comparison, "json")
    data = load(comparison)
    column = {a["id"]: i for i, a in enumerate(data["articles"])}
    assert [a["path"] for a in data["articles"]] == [a.source for a in comparison.articles]
    for name in ("claims", "marks"):
        order = [(column[one["article"]], one["start"]) for one in data[name]]
        assert order == sorted(order), name
    place = {c["id"]: (column[c["article"]], c["start"]) for c in data["claims"]}
    ends = [(place[x["a"]], place[x["b"]]) for x in data["links"]]
    assert ends == sorted(ends)
    assert all(a < b for a, b in ends)


def test_the_links_may_come_in_any_order(comparison: Comparison) -> None:
    turned = tuple(replace(x, a=x.b, b=x.a) for x in comparison.links[::-1])
    last = len(turned) - 1
    groups = tuple(replace(g, links=tuple(last - i for i in g.links)) for g in comparison.groups)
    assert render(replace(comparison, links=turned, groups=groups), "json") == render(comparison, "json")


def test_decisions_stand_beside_what_the_machine_found(decided: Comparison) -> None:
    data = load(decided)
    verdicts = [x["decision"] for x in data["links"]]
    assert (verdicts.count("accepted"), verdicts.count("rejected")) == (1, 1)
    assert len(verdicts) == len(decided.links)
    assert {m["id"]: m["decision"] for m in data["marks"] if m["decision"]} == {
        decided.marks[5].id: "rejected", decided.marks[0].id: "accepted",
    }  # fmt: skip
    assert [d["text"] for d in data["decisions"] if d["kind"] == "note"]


def test_reasons_are_said_in_the_language(comparison: Comparison) -> None:
    data = load(comparison, "de")
    assert data["marks"][0]["reason"]
    assert data["failures"] == [{"path": "scan.pdf", "reason": "“scan.pdf” holds no text."}]


@settings(deadline=None)
@given(st.text(alphabet='\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069aä𝒳\\"\n'))
def test_what_turns_the_direction_is_escaped_and_reads_back_the_same(title: str) -> None:
    comparison = event.comparison()
    odd = replace(comparison, articles=(replace(comparison.articles[0], title=title), *comparison.articles[1:]))
    text = render(odd, "json")
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert json.loads(text)["articles"][0]["title"] == title


def test_the_lineage_lists_each_edge_with_its_changes(comparison: Comparison) -> None:
    data = load(comparison)
    assert data["lineage"]
    texts = {a["id"]: a["text"] for a in data["articles"]}
    own = {a: {c["id"] for c in data["claims"] if c["article"] == a} for a in texts}
    for edge in data["lineage"]:
        assert set(edge) >= {"source", "unseen", "copy", "share", "confidence", "manner", "told", "evidence", "changes"}
        assert edge["evidence"]
        assert all(0 <= edge[name] <= 1 for name in ("share", "order", "wording", "confidence"))
        before = [c for change in edge["changes"] for c in change["before"]]
        after = [c for change in edge["changes"] for c in change["after"]]
        assert (sorted(before), sorted(after)) == (sorted(own[edge["source"]]), sorted(own[edge["copy"]]))
        for difference in (d for change in edge["changes"] for d in change["differences"]):
            for side, article in (("before", edge["source"]), ("after", edge["copy"])):
                place = difference[side]
                assert place is None or texts[article][place["start"] : place["end"]] == place["text"]


def test_an_unseen_source_is_named_beside_its_articles(comparison: Comparison) -> None:
    """Two of the papers credit an agency whose text is not among the articles."""
    outlets = {"wire.txt": "Harnow Mail", "gazette.html": "Gazette"}
    credited = [
        replace(a, outlet=outlets[a.source], text=a.text + "\n\n(Source: dpa)")
        for a in comparison.articles
        if a.source in outlets
    ]
    ids = {a.id for a in credited}
    claims = tuple(c for c in comparison.claims if c.article_id in ids)
    kept = {c.id for c in claims}
    links = tuple(x for x in comparison.links if {x.a, x.b} <= kept)
    groups = tuple(
        replace(g, claims=tuple(c for c in g.claims if c in kept), links=(), omitted_by=()) for g in comparison.groups
    )
    groups = tuple(
        replace(g, links=tuple(i for i, x in enumerate(links) if x.a in g.claims)) for g in groups if len(g.claims) > 1
    )
    alone = replace(
        comparison, articles=tuple(credited), claims=claims, links=links, groups=groups, marks=(), unrelated=()
    )
    edges = load(alone)["lineage"]
    assert {e["copy"] for e in edges} == ids
    for edge in edges:
        assert (edge["source"], edge["unseen"]["name"], set(edge["unseen"]["articles"])) == (None, "dpa", ids)
        assert edge["changes"] == []
