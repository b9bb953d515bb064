"""The REFI-QDA project keeps the standard's rules, and its selections hold what was claimed and marked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from core.index import Index
from core.model import Comparison, Decision
from core.phrases import LANGUAGES
from core.report import render
from core.report.qdpx import NAMESPACE
from core.report.words import visible
from tests.core.report import event

Q = {"q": NAMESPACE}


def opened(comparison: Comparison, language: str = "en") -> tuple[etree._Element, dict[str, str]]:
    """The project's root, and the texts of its sources by their file names."""
    data = render(comparison, "qdpx", language)
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {n.removeprefix("Sources/"): archive.read(n).decode("utf-8") for n in archive.namelist() if "/" in n}
        return etree.fromstring(archive.read("project.qde")), texts


def selections(root: etree._Element, texts: dict[str, str]) -> list[tuple[str, etree._Element]]:
    """Each selection with the words that lie between its positions."""
    found = []
    for source in root.iterfind(".//q:TextSource", Q):
        text = texts[source.get("plainTextPath").removeprefix("internal://")]
        for one in source.iterfind("q:PlainTextSelection", Q):
            found.append((text[int(one.get("startPosition")) : int(one.get("endPosition"))], one))
    return found


@pytest.mark.parametrize("made", [event.comparison, event.decided, event.hostile])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_keeps_the_schema(made, language: str) -> None:
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("refi_qda.xsd")))
    root, _ = opened(made(), language)
    del root.attrib["{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"]
    schema.assertValid(root)


@pytest.mark.parametrize("made", [event.comparison, event.decided, event.hostile])
def test_guids_are_unique_and_references_lead_somewhere(made) -> None:
    root, _ = opened(made())
    guids = root.xpath("//@guid")
    assert len(guids) == len(set(guids))
    assert set(root.xpath("//@targetGUID | //@originGUID | //@creatingUser | /*/@creatingUserGUID")) <= set(guids)


def test_without_groups_or_notes_it_keeps_the_schema_too(comparison: Comparison) -> None:
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("refi_qda.xsd")))
    root, _ = opened(replace(comparison, groups=(), links=(), marks=()))
    root.attrib.pop("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation")
    schema.assertValid(root)


@pytest.mark.parametrize("made", [event.comparison, event.hostile])
def test_selections_hold_what_was_claimed_and_marked(made) -> None:
    comparison = made()
    index = Index(comparison)
    found = sorted(text for text, _ in selections(*opened(comparison)))
    claims = [index.text(c) for g in comparison.groups for c in g.claims]
    marks = [m.span.of(index.article[m.article_id].text) for m in comparison.marks if len(m.span)]
    assert found == sorted(claims + marks)


def test_texts_are_whole(hostile: Comparison) -> None:
    _, texts = opened(hostile)
    assert sorted(texts.values()) == sorted(a.text for a in hostile.articles)


def test_codes_are_claims_and_kinds_of_cues(comparison: Comparison) -> None:
    root, texts = opened(comparison)
    names = {c.get("guid"): c.get("name") for c in root.iterfind(".//q:Code", Q)}
    coded = {
        (text, names[ref.get("targetGUID")])
        for text, one in selections(root, texts)
        for ref in one.iterfind(".//q:CodeRef", Q)
    }
    assert ("The regime", "Naming") in coded
    assert (event.GROUPS[1][1]["C"], f"2 {event.GROUPS[1][0]}") in coded
    omitted = [s for s in root.iterfind(".//q:TextSource", Q) if s.find("q:Coding", Q) is not None]
    assert [s.get("name") for s in omitted] == ["B Harnow Gazette"]


def test_linked_pairs_are_links(comparison: Comparison) -> None:
    root, texts = opened(comparison)
    words = {one.get("guid"): text for text, one in selections(root, texts)}
    index = Index(comparison)
    found = {(words[x.get("originGUID")], words[x.get("targetGUID")]) for x in root.iterfind(".//q:Link", Q)}
    assert found == {(index.text(x.a), index.text(x.b)) for x in comparison.links}


def test_notes_hang_on_what_they_are_about(decided: Comparison) -> None:
    whole = Decision("d7", "note", "2026-02-13T10:00:00Z", text="On the whole.")
    root, texts = opened(replace(decided, decisions=(*decided.decisions, whole)))
    notes = {n.get("guid"): n.findtext("q:PlainTextContent", None, Q) for n in root.iterfind(".//q:Note", Q)}
    assert set(notes.values()) == {
        "Check the minutes of the session.", "Gazette belongs to the ferry's former operator.", "On the whole.",
    }  # fmt: skip
    hung = {notes[ref.get("targetGUID")]: ref.getparent() for ref in root.iterfind(".//q:NoteRef", Q)}
    assert hung["Check the minutes of the session."] in [
        one for text, one in selections(root, texts) if text == event.GROUPS[0][1]["A"]
    ]
    assert hung["Gazette belongs to the ferry's former operator."].get("name") == "B Harnow Gazette"
    assert hung["On the whole."] is root


def test_hostile_names_are_text(hostile: Comparison) -> None:
    root, _ = opened(hostile)
    described = {c.findtext("q:Description", None, Q) for c in root.iterfind(".//q:Code/q:Code", Q)}
    assert {visible(attack) for attack in event.HOSTILE} <= described


def test_two_files_are_equal(decided: Comparison) -> None:
    assert render(decided, "qdpx") == render(event.decided(), "qdpx")
