"""CSV and XLSX, read back: a line for each pair, group and mark, and no text that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from core.index import Index
from core.model import Comparison
from core.phrases import LANGUAGES, say
from core.report import render
from core.report.csv import guarded
from core.report.words import visible
from tests.core.report import event


def lines(comparison: Comparison, language: str = "en") -> list[dict[str, str]]:
    text = render(comparison, "csv", language)
    assert isinstance(text, str)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";" if language == "de" else ","))


def book(comparison: Comparison, language: str = "en") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(comparison, "xlsx", language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_opens_right_in_excel(comparison: Comparison, language: str) -> None:
    text = render(comparison, "csv", language)
    assert text.startswith('\ufeff"')
    assert text.endswith("\r\n")
    width = {len(row) for row in csv.reader(io.StringIO(text), delimiter=";" if language == "de" else ",")}
    assert len(width) == 1
    score = lines(comparison, language)[0][say("report.table.score", language)]
    assert score == {"en": "0.95", "de": "0,95"}[language]


def test_csv_has_a_line_for_each_pair_group_mark_and_article(comparison: Comparison) -> None:
    counted = {
        name: [x for x in lines(comparison) if x["Table"] == name] for name in ("Links", "Claims", "Cues", "Articles")
    }
    assert [len(found) for found in counted.values()] == [
        len(comparison.links), len(comparison.groups), len(comparison.marks), len(comparison.articles),
    ]  # fmt: skip
    index = Index(comparison)
    for line, link in zip(counted["Links"], comparison.links, strict=True):
        assert (line["Quote 1"], line["Quote 2"]) == (index.text(link.a), index.text(link.b))
        claim = index.claim[link.a]
        assert (line["Start 1"], line["End 1"]) == (str(claim.span.start), str(claim.span.end))
        assert line["File 1"] == index.article[claim.article_id].source
    for line, mark in zip(counted["Cues"], comparison.marks, strict=True):
        assert line["Quote"] == mark.span.of(index.article[mark.article_id].text)
        assert line["Reason"] == dict(mark.reason.values)["text"]


def test_decisions_stand_in_their_lines(decided: Comparison) -> None:
    verdicts = [x["Decision"] for x in lines(decided)]
    assert verdicts.count("confirmed") == 2
    assert "rejected" not in verdicts


def test_csv_runs_nothing(hostile: Comparison) -> None:
    for line in lines(hostile):
        for value in line.values():
            assert not value.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    quotes = [x["Quote 1"] for x in lines(hostile) if x["Table"] == "Links"]
    assert quotes == [guarded(visible(attack)) for attack in event.HOSTILE]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", " =1", "\u00a0=1", "＝1", "|x", "%x"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=1", "12", "–1", "(-1)", "'=1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_the_workbook_has_a_sheet_for_each_table(comparison: Comparison) -> None:
    found = book(comparison)
    assert {s.title: s.max_row - 1 for s in found} == {
        "Links": len(comparison.links), "Claims": len(comparison.groups), "Cues": len(comparison.marks),
        "Articles": len(comparison.articles),
    }  # fmt: skip
    assert [s.title for s in book(comparison, "de")] == ["Zuordnungen", "Aussagen", "Hinweise", "Artikel"]
    heads = [c.value for c in found["Links"][1]]
    first = dict(zip(heads, (c.value for c in found["Links"][2]), strict=True))
    assert first["Match"] == 0.95
    assert first["Claim no."] == 1
    assert first["Quote 1"] == event.GROUPS[0][1]["A"]


def test_the_workbook_holds_text_only_as_text(hostile: Comparison) -> None:
    for sheet in book(hostile):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "sn"
                if cell.data_type == "s" and cell.value is not None:
                    assert cell.quotePrefix
    column = next(i for i, c in enumerate(book(hostile)["Links"][1]) if c.value == "Quote 1")
    found = [row[column].value for row in book(hostile)["Links"].iter_rows(min_row=2)]
    assert found == [visible(attack) for attack in event.HOSTILE]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_two_files_are_equal(suffix: str, decided: Comparison) -> None:
    assert render(decided, suffix) == render(event.decided(), suffix)


def test_a_workbook_is_dated_by_its_comparison(comparison: Comparison) -> None:
    odd = replace(comparison, provenance=replace(comparison.provenance, created="some day"))
    assert book(comparison).properties.created.isoformat() == "2026-02-13T09:30:00"
    assert book(odd).properties.created.year == 1980
