"""Floors for quality, on gold events of our own prose that nothing was fitted on.

Measured at 0.1.0 on the first three: links F1 0.686 (precision 0.677, recall 0.695), clause on clause 0.521, the worst event
0.660; marks found 0.556, right 0.679. On the later two: F1 0.548 (0.668, 0.464), clause on clause 0.328, the worst 0.544;
found 0.569, right 0.629. On the 39 kept back: F1 0.595 (0.647, 0.550), clause on clause 0.404; found 0.499, right 0.518.

The floors lie a little under that. Lowering one is a decision, to be made here and said in the commit. Two were so far: the
precision of the first three, from 0.70 to 0.67, as the models fitted on 46 more lessons put the threshold a little lower; and
the marks found on the later two, from 0.57 to 0.56, as datelines like "Kassel." are no claims any more: two right marks less
of 138, eleven wrong links less. Ten others were raised.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from core import gold
from core.alignment.measure import Counts
from core.alignment.scorer import load
from core.compare import compare
from core.model import Settings
from tests.quality import events, links, marks
from tests.quality.events import Compared
from tests.quality.public import STEERING

GOLD = Path(__file__).parents[1] / "gold"


@dataclass(frozen=True)
class Floors:
    """The least that some of the events must reach: links over all of them and in each, marks over all of them."""

    events: tuple[str, ...]
    f1: float
    precision: float
    recall: float
    tight: float
    worst: float
    found: float
    right: float


FIRST = Floors(
    ("brueckensperrung", "mine-flood", "sender-abschaltung"),
    f1=0.68, precision=0.67, recall=0.68, tight=0.51, worst=0.64, found=0.54, right=0.67,
)  # fmt: skip
LATER = Floors(
    ("bauern-agrarzulage", "prozess-autobahnbruecke"),
    f1=0.53, precision=0.65, recall=0.46, tight=0.31, worst=0.53, found=0.56, right=0.62,
)  # fmt: skip
"""Two German events whose five outlets share hardly a word: harder than the first three, and than most."""
KEPT_BACK = Floors((), f1=0.58, precision=0.63, recall=0.535, tight=0.39, worst=0.35, found=0.48, right=0.50)
"""All those in ``kept-back``, which were written as the lessons were."""
TRANSLATIONS = {
    "translation-de-en": ("agentur", "english"),
    "translation-en-de": ("wire", "rundblick"),
    "there-and-back": ("zeitung", "world", "netz"),
}
"""Articles that render each other faithfully, by the folder in ``lineage/``."""
ALARMS = 4.0
"""Marks of STEERING in 1,000 words of TRANSLATIONS: nothing is framed there."""


@pytest.fixture(scope="module")
def compared() -> list[Compared]:
    return list(events.compared(GOLD))


@pytest.fixture(scope="module")
def rows(compared: list[Compared]) -> dict[str, Counts]:
    return links.table(compared, GOLD)


def test_every_event_has_its_floors(rows: dict[str, Counts]):
    assert sorted(rows.keys() - {"all events"}) == sorted((*FIRST.events, *LATER.events))
    wanted = sum(1 for e in gold.read_all([GOLD]) for _ in e.pairs(full=True))
    assert rows["all events"].wanted == wanted


@pytest.mark.parametrize("floors", [FIRST, LATER], ids=["first", "later"])
def test_links_over_events(rows: dict[str, Counts], floors: Floors):
    counts = sum((rows[name] for name in floors.events), Counts())
    assert counts.f1 >= floors.f1, counts
    assert counts.precision >= floors.precision, counts
    assert counts.recall >= floors.recall, counts
    assert counts.tight >= floors.tight, counts


@pytest.mark.parametrize("floors", [FIRST, LATER], ids=["first", "later"])
def test_no_event_falls_far_behind(rows: dict[str, Counts], floors: Floors):
    assert {name for name in floors.events if rows[name].f1 < floors.worst} == set()


def test_the_default_threshold_is_the_one_that_the_fit_chose():
    assert Settings().link_threshold == pytest.approx(load().threshold)


@pytest.mark.parametrize("floors", [FIRST, LATER], ids=["first", "later"])
def test_marks_over_events(compared: list[Compared], floors: Floors):
    total = marks.total(marks.count([c for c in compared if c.name in floors.events]))
    assert total["found"] / total["gold"] >= floors.found, total
    assert total["right"] / total["marked"] >= floors.right, total


def test_events_like_the_lessons_that_were_kept_back():
    found = list(events.compared(GOLD / "kept-back"))
    rows = links.table(found, GOLD / "kept-back")
    counts = rows["all events"]
    assert counts.f1 >= KEPT_BACK.f1, counts
    assert counts.precision >= KEPT_BACK.precision, counts
    assert counts.recall >= KEPT_BACK.recall, counts
    assert counts.tight >= KEPT_BACK.tight, counts
    assert {name for name, own in rows.items() if own.f1 < KEPT_BACK.worst} == set()
    total = marks.total(marks.count(found))
    assert total["found"] / total["gold"] >= KEPT_BACK.found, total
    assert total["right"] / total["marked"] >= KEPT_BACK.right, total


def test_faithful_translations_are_hardly_marked():
    made = words = 0
    for folder, ids in TRANSLATIONS.items():
        entries = json.loads((GOLD / "lineage" / folder / "descent.json").read_text(encoding="utf-8"))["articles"]
        found = compare([GOLD / "lineage" / folder / a["file"] for a in entries if a["id"] in ids])
        assert len(found.articles) == len(ids)
        made += sum(m.kind in STEERING for m in found.marks)
        words += sum(len(a.text.split()) for a in found.articles)
    assert 1000 * made / words <= ALARMS, (made, words)
