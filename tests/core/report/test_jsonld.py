"""The web annotations: their selectors hold what was claimed and marked, and they keep the Recommendation's model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from core.index import Index
from core.model import Comparison, Decision
from core.report import render
from core.report.jsonld import AROUND, TERMS, address
from tests.core.report import event

MODEL = {
    "id", "type", "motivation", "generator", "generated", "body", "target", "created", "creator", "purpose", "value",
    "format", "language", "source", "selector", "exact", "prefix", "suffix", "start", "end", "name", "dc:title", "items",
    "@context",
}  # fmt: skip
"""The keys of the Web Annotation Vocabulary's context that Lesart uses."""


def page(comparison: Comparison, language: str = "en") -> dict[str, Any]:
    return json.loads(render(comparison, "jsonld", language))


def annotations(comparison: Comparison, motivation: str) -> list[dict[str, Any]]:
    return [a for a in page(comparison)["items"] if a["motivation"] == motivation]


def walk(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(found for inner in value.values() for found in walk(inner))]
    return [found for inner in value for found in walk(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("made", [event.comparison, event.decided, event.hostile])
def test_selectors_agree_with_each_other_and_the_text(made) -> None:
    comparison = made()
    texts = {address(a): a.text for a in comparison.articles}
    places = [o for o in walk(page(comparison)) if o.get("type") == "SpecificResource"]
    assert places
    for place in places:
        quote, position = place["selector"]
        text = texts[place["source"]["id"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around == text[max(0, position["start"] - AROUND) : position["end"] + AROUND]


def test_a_group_is_one_annotation_with_its_mentions_for_targets(comparison: Comparison) -> None:
    index = Index(comparison)
    found = annotations(comparison, "linking")
    for annotation, group in zip(found, comparison.groups, strict=True):
        quotes = [t["selector"][0]["exact"] for t in annotation["target"]]
        assert quotes == [index.text(c) for c in group.claims]
        pairs = {tuple(quotes[i] for i in link["between"]) for link in annotation["links"]}
        assert pairs == {(index.text(x.a), index.text(x.b)) for x in (comparison.links[i] for i in group.links)}
        assert annotation["body"][0]["value"] == group.gist


def test_a_cue_says_its_kind_and_reason(comparison: Comparison) -> None:
    found = annotations(comparison, "highlighting")
    for annotation, mark in zip(found, comparison.marks, strict=True):
        assert (annotation["kind"], annotation["strength"], annotation["voice"]) == (
            mark.kind,
            mark.strength,
            mark.voice,
        )
        assert {b["purpose"] for b in annotation["body"]} == {"tagging", "commenting"} | (
            {"linking"} if mark.against else set()
        )
        assert dict(mark.reason.values)["text"] in [b.get("value") for b in annotation["body"]]
        assert ("selector" in annotation["target"]) == bool(len(mark.span))


def test_notes_are_comments_by_their_readers(decided: Comparison) -> None:
    whole = Decision("d7", "note", "2026-02-13T11:00:00Z", text="On the whole.")
    notes = annotations(replace(decided, decisions=(*decided.decisions, whole)), "commenting")
    assert [n["body"][0]["value"] for n in notes] == [
        "Check the minutes of the session.", "Gazette belongs to the ferry's former operator.", "On the whole.",
    ]  # fmt: skip
    assert notes[0]["creator"] == {"type": "Person", "name": "mv"}
    assert notes[0]["target"][0]["selector"][0]["exact"] == event.GROUPS[0][1]["A"]
    assert [t["id"] for t in notes[1]["target"]] == [address(event.ARTICLES["B"])]
    assert len(notes[2]["target"]) == len(decided.articles)


def test_every_key_is_of_a_context_and_ids_are_unique(decided: Comparison) -> None:
    data = page(decided)
    assert data["@context"] == ["http://www.w3.org/ns/anno.jsonld", TERMS]
    keys = {key for one in walk({k: v for k, v in data.items() if k != "@context"}) for key in one}
    assert keys <= MODEL | set(TERMS)
    ids = [a["id"] for a in data["items"]]
    assert len(ids) == len(set(ids))


def test_articles_are_named_by_address_or_hash() -> None:
    local = event.ARTICLES["A"]
    assert address(local).startswith("ni:///sha-256;")
    assert len(address(local)) == len("ni:///sha-256;") + 43
    assert address(replace(local, source="https://example.org/a?b")) == "https://example.org/a?b"
    assert address(replace(local, source="javascript:alert(1)")) == address(local)
    assert address(replace(local, sha256="none")) == f"urn:lesart:article:{local.id}"


def test_what_turns_the_direction_is_escaped(hostile: Comparison) -> None:
    text = render(hostile, "jsonld")
    assert not set(text) & set("\u202e\u2066\x1b")
    assert "\u202eright" in json.dumps(json.loads(text), ensure_ascii=False)


def test_two_files_are_equal(decided: Comparison) -> None:
    assert render(decided, "jsonld", "de") == render(event.decided(), "jsonld", "de")
