"""All projects at once: what is in them is found, and what changed or went is noticed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import store
from core.errors import UserError
from core.model import Comparison, Decision
from core.store.library import Filter, Hit, Library
from core.store.project import Project
from tests.core.report import event

WHEN = "2026-11-22T10:00:00Z"


@pytest.fixture
def library(data_folder: Path) -> Iterator[Library]:
    with Library() as opened:
        yield opened


@pytest.fixture
def river(tmp_path: Path) -> Path:
    path = tmp_path / "river.lesart"
    store.save(event.decided(), path)
    return path


def only(letter: str) -> Comparison:
    """One article of the event, alone."""
    id_ = event.ARTICLES[letter].id
    found = event.comparison()
    claims = tuple(c for c in found.claims if c.article_id == id_)
    return replace(
        found, articles=(event.ARTICLES[letter],), claims=claims, links=(), groups=(), marks=(), unrelated=()
    )


def letters(hits: Sequence[Hit]) -> list[str | None]:
    by_id = {a.id: letter for letter, a in event.ARTICLES.items()}
    return [by_id.get(hit.article_id or "") for hit in hits]


def test_words_are_found_in_articles_claims_and_notes(library: Library, river: Path) -> None:
    library.add(river)
    assert letters(library.search("besieged", kinds=["article"])) == ["B"]
    (claim,) = library.search("besieged", kinds=["claim"])
    assert (claim.project, claim.claim_id) == (river, claim_saying("B", "besieged"))
    (note,) = library.search("minutes session", kinds=["note"])
    assert (note.kind, letters((note,))) == ("note", ["A"])
    (note,) = library.search("former operator", kinds=["note"])
    assert (letters((note,)), note.claim_id) == (["B"], None)
    assert library.search("besieged minutes") == ()


def claim_saying(letter: str, word: str) -> str:
    one = event.ARTICLES[letter]
    return next(c.id for c in event.comparison().claims if c.article_id == one.id and word in c.span.of(one.text))


def test_case_and_accents_do_not_matter_and_beginnings_do_with_a_star(library: Library, river: Path) -> None:
    library.add(river)
    assert letters(library.search("FLUSSFAHRE", kinds=["article"])) == ["C"]
    assert library.search("Flussf", kinds=["article"]) == ()
    assert letters(library.search("Flussf*", kinds=["article"])) == ["C"]


def test_a_phrase_is_found_as_it_stands(library: Library, river: Path) -> None:
    library.add(river)
    assert letters(library.search('"town hall" besieged', kinds=["article"])) == ["B"]
    for phrase in ('"hall town"', "“hall town”", "„hall town“"):
        assert library.search(phrase) == ()


def test_excerpts_say_where_the_words_are(library: Library, river: Path) -> None:
    library.add(river)
    for hit in library.search("ferry"):
        assert hit.excerpt
        assert hit.kind == "article" or hit.found
        assert {hit.excerpt[start:stop].lower() for start, stop in hit.found} <= {"ferry"}


def test_a_title_finds_its_article_not_each_of_its_claims(library: Library, river: Path) -> None:
    library.add(river)
    assert sorted(h.kind for h in library.search("Millionengrab")) == ["article", "claim"]


def test_filters(library: Library, river: Path, tmp_path: Path) -> None:
    library.add(river)
    store.save(only("A"), tmp_path / "alone.lesart")
    library.add(tmp_path / "alone.lesart")
    assert library.outlets() == ("Das Blatt", "Flusszeitung", "Harnow Gazette", "Northern Wire")
    assert library.languages() == ("de", "en")

    def found(words: str, **given: str) -> list[str]:
        return sorted(str(x) for x in letters(library.search(words, Filter(**given), kinds=["article"])))

    assert found("Harnow") == ["A", "A", "B", "C", "D"]
    assert found("Harnow", outlet="Harnow Gazette") == ["B"]
    assert found("Harnow", language="de") == ["C", "D"]
    assert found("Harnow", since="2026-02-12") == ["B"]
    assert found("Harnow", until="2026-02-11") == ["A", "A", "C"], "the last day is included, whatever the hour"
    assert found("Harnow", language="de", since="2026-01-01") == ["C"], "no date is no date in the range"
    assert library.search("Harnow", kinds=[]) == ()


def test_the_shelf_shows_all_projects_the_latest_first(library: Library, river: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.lesart"
    store.save(only("A"), alone)
    os.utime(river, (1_000_000_000, 1_000_000_000))
    with store.draft(only("E")) as draft:
        library.add(river)
        library.add(alone)
        library.update()
        shelf = library.shelf()
        assert {s.project: s.unnamed for s in shelf} == {draft.path: True, alone: False, river: False}
        assert shelf[-1].changed == "2001-09-09T01:46:40Z"
        assert shelf[-1].titles == tuple(a.title for a in event.comparison().articles)
        assert shelf[-1].outlets == ("Northern Wire", "Harnow Gazette", "Flusszeitung", "Das Blatt")
        assert [s.project for s in library.shelf(Filter(outlet="Das Blatt"))] == [river]
        assert library.shelf(Filter(since="2099-01-01")) == ()


def test_what_an_outlet_left_out_over_all_projects(library: Library, river: Path) -> None:
    library.add(river)
    found = library.left_out(Filter(outlet="Harnow Gazette"))
    given = event.comparison()
    gazette = event.ARTICLES["B"].id
    assert {x.gist for x in found} == {g.gist for g in given.groups if gazette in {o.article_id for o in g.omitted_by}}
    bus = next(x for x in found if x.gist.startswith("A bus"))
    assert bus.said_by == ("Northern Wire", "Flusszeitung", "Das Blatt")
    assert library.left_out(Filter(outlet="Nobody's")) == ()
    assert event.ARTICLES["E"].id not in {x.article_id for x in library.left_out(Filter())}, "about something else"


def test_changes_are_taken_in_and_what_is_gone_is_left_out(library: Library, river: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.lesart"
    store.save(only("E"), other)
    library.add(river)
    library.add(other)
    with Project(river) as project:
        project.decide(Decision("d9", "note", WHEN, text="Ask the harbourmaster"))
    assert library.search("harbourmaster") == ()
    other.unlink()
    assert library.update() == ()
    (hit,) = library.search("harbourmaster")
    assert (hit.project, hit.article_id, hit.title) == (river, None, "")
    assert library.search("roses") == library.search("roses", kinds=["article", "claim"])
    assert library.projects() == (river,)
    library.forget(river)
    assert library.search("Harnow") == ()
    assert river.exists()


def test_unnamed_projects_are_in_the_library(library: Library) -> None:
    with store.draft(only("E")) as draft:
        library.update()
        assert {h.project for h in library.search("roses")} == {draft.path}
        draft.discard()
    library.update()
    assert library.search("roses") == ()


def test_a_damaged_project_stays_as_it_was_known(library: Library, river: Path) -> None:
    library.add(river)
    before = library.search("Harnow")
    river.write_bytes(river.read_bytes()[:9000])
    (error,) = library.update()
    assert error.key == "error.project.damaged"
    assert library.search("Harnow") == before
    with pytest.raises(UserError):
        library.add(river)


def test_an_index_that_is_damaged_or_of_another_version_is_made_anew(data_folder: Path, river: Path) -> None:
    place = data_folder / "library.db"
    for content in (b"no database" * 500, None):
        if content:
            place.write_bytes(content)
        else:
            with sqlite3.connect(place) as db:
                db.execute("PRAGMA user_version = 99")
            db.close()
        with Library() as library:
            assert library.projects() == ()
            library.add(river)
            assert library.search("besieged")


def test_a_name_that_is_not_utf_8(library: Library, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/M\xfcnchen.lesart"))
    store.save(only("E"), path)
    library.add(path)
    assert {h.project for h in library.search("roses")} == {path}
    assert library.projects() == (path,)
    path.unlink()
    library.update()
    assert library.projects() == ()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.text(max_size=20), st.sampled_from(["NEAR(", "a AND", "*", '"', "words:x", "^a", "-a", "a\0b", "{"]))
)
def test_anything_may_be_asked(library: Library, words: str) -> None:
    assert library.search(words) == ()
