"""The gold events and the sample are what the other tests measure by, so they are checked themselves."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
SAMPLE = ROOT / "resources" / "sample"
KINDS = {
    "label",
    "loaded",
    "scare_quotes",
    "distancing",
    "certainty",
    "attribution",
    "figure",
    "agency",
    "emphasis",
    "omission",
}
STEPS = {"copy", "light", "heavy", "translation"}
EVENTS = sorted(path.parent for path in GOLD.glob("*/gold.json"))
LESSONS = sorted(
    path.parent for folder in ("lessons", "kept-back", "calm") for path in GOLD.glob(f"{folder}/*/gold.json")
)
DESCENTS = sorted(path.parent for path in GOLD.glob("lineage/*/descent.json"))


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def texts(folder: Path, articles: list[dict[str, str]]) -> dict[str, str]:
    return {a["id"]: (folder / a["file"]).read_text(encoding="utf-8") for a in articles}


def test_there_are_events_and_descents() -> None:
    assert len(EVENTS) >= 3
    assert len(DESCENTS) >= 12


@pytest.mark.parametrize("event", EVENTS + LESSONS, ids=lambda path: path.name)
def test_every_quote_stands_in_its_article(event: Path) -> None:
    gold = read(event / "gold.json")
    text = texts(event, gold["articles"])
    quoted = [m for claim in gold["claims"] for m in claim["mentions"]]
    quoted += [place for mark in gold["framing"] for place in (mark, *mark["against"])]
    assert [q for q in quoted if q["quote"] not in text[q["article"]]] == []


@pytest.mark.parametrize("event", EVENTS + LESSONS, ids=lambda path: path.name)
def test_a_claim_is_shared_and_its_mentions_are_graded(event: Path) -> None:
    claims = read(event / "gold.json")["claims"]
    assert len({claim["id"] for claim in claims}) == len(claims)
    for claim in claims:
        assert len({m["article"] for m in claim["mentions"]}) >= 2, claim["id"]
        assert {m["fit"] for m in claim["mentions"]} <= {"full", "part"}, claim["id"]


@pytest.mark.parametrize("event", EVENTS, ids=lambda path: path.name)
def test_every_lens_has_something_to_show(event: Path) -> None:
    assert {mark["kind"] for mark in read(event / "gold.json")["framing"]} == KINDS


def test_what_is_learned_from_is_not_what_is_measured_on() -> None:
    assert {e.name for e in EVENTS}.isdisjoint(e.name for e in LESSONS)
    assert len({e.name for e in LESSONS}) == len(LESSONS) >= 80


@pytest.mark.parametrize("event", EVENTS + LESSONS, ids=lambda path: path.name)
def test_an_omission_names_an_article_without_the_claim(event: Path) -> None:
    gold = read(event / "gold.json")
    carriers = {c["id"]: {m["article"] for m in c["mentions"]} for c in gold["claims"]}
    for mark in gold["framing"]:
        assert mark["claim"] is None or mark["claim"] in carriers
        if mark["kind"] == "omission":
            assert mark["article"] not in carriers[mark["claim"]], mark["why"]
            assert mark["quote"] == ""


@pytest.mark.parametrize("folder", DESCENTS, ids=lambda path: path.name)
def test_descent_runs_forward_in_time_and_each_article_has_one_source(folder: Path) -> None:
    descent = read(folder / "descent.json")
    date = {a["id"]: a["date"] for a in descent["articles"]}
    assert all(texts(folder, descent["articles"]).values())
    assert {path.name for path in folder.glob("*.txt")} == {a["file"] for a in descent["articles"]}
    for edge in descent["edges"]:
        assert edge["kind"] in STEPS
        assert date[edge["from"]] < date[edge["to"]], edge
    taken = [edge["to"] for edge in descent["edges"]]
    assert len(taken) == len(set(taken))
    assert descent["independent"] == (not descent["edges"] and "siblings" not in descent)


def test_the_sample_lists_the_files_that_are_there() -> None:
    event = read(SAMPLE / "event.json")
    assert set(event["title"]) == {"en", "de"}
    assert {path.name for path in SAMPLE.iterdir()} == {*event["files"], "event.json"}
