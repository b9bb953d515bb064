"""Credits: who is named as the source, and who is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.lineage.credits import credits_of, is_agency, signs, with_signed_outlets
from core.reading import read_text


def paper(text: str, outlet: str | None = None, language: str = "en"):
    return replace(read_text(f"A headline\n\n{text}", source="x.txt"), outlet=outlet, language=language)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Walden (dpa) - Der Rat tagte am Montag.", "dpa"),
        ("Walden. Der Rat tagte am Montag (dpa).", "dpa"),
        ("Der Rat tagte am Montag. (Quelle: lpd)", "lpd"),
        ("The council met. (With material from Reuters)", "Reuters"),
        ("ELLERBY, Sept 7 (Northern Press) - The council met.", "Northern Press"),
        ("Der Rat tagte, berichtet Reuters am Montag.", "Reuters"),
        ("The council met, AP reported.", "AP"),
    ],
)
def test_agencies_are_found_where_they_are_credited(text: str, agency: str) -> None:
    (credit,) = credits_of(paper(text, "The Echo"), [])
    assert (credit.name, credit.agency, credit.article_id) == (agency, True, None)
    assert credit.span.of(paper(text).text) == agency


@pytest.mark.parametrize(
    "text",
    [
        "Die Abgeordnete Erna Holm (SPD) sprach am Montag.",
        "A man (41) was seen by his neighbour (a friend).",
        "The apartment was near the AP-roach road, and the tap dripped.",
        "Er bat um Ruhe (siehe oben) und ging.",
    ],
)
def test_parties_ages_and_asides_are_no_credits(text: str) -> None:
    assert credits_of(paper(text, "The Echo"), []) == ()


def test_two_agencies_in_one_bracket_are_two() -> None:
    assert [c.name for c in credits_of(paper("Walden (dpa/AFP) - Der Rat tagte."), [])] == ["dpa", "AFP"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The beams are old, Heritage Europe reports.", "Heritage Europe"),
        ("The beams are old, according to The Daily Flash.", "The Daily Flash"),
        ("„Es knarrt“, sagte er dem Frühblatt.", "Frühblatt"),
        ("Die Balken sind alt, wie die Northern Press meldet.", "Northern Press (update)"),
        ("Walden (lpd) - Der Rat tagte am Montag.", "Landespressedienst"),
        ("Der Rat tagte, so ein Bericht des Spiegels.", "Der Spiegel"),
    ],
)
def test_another_outlet_is_credited_by_its_name(text: str, outlet: str) -> None:
    other = paper("Something else.", outlet)
    (credit,) = credits_of(paper(text, "The Echo"), [other])
    assert credit.article_id == other.id


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Das Bild zeigt einen alten Turm am Fluss.", "Bild"),
        ("For the first time in years the gate was open.", "Time"),
        ("The Daily Flash office burned down in the night.", "The Daily Flash"),
    ],
)
def test_a_name_that_is_a_word_or_a_place_is_no_credit(text: str, outlet: str) -> None:
    assert credits_of(paper(text, "The Echo"), [paper("Something else.", outlet)]) == ()


def test_what_an_outlet_says_of_itself_is_no_credit() -> None:
    other = paper("Something else.", "The Daily Flash")
    assert credits_of(paper("“I ran,” he said, The Daily Flash reported.", "The Daily Flash"), [other]) == ()


def test_an_agency_signs_in_its_own_dateline() -> None:
    own = paper("Walden (lpd) - Der Rat tagte am Montag.", "Landespressedienst")
    assert (signs(own), is_agency(own)) == ("lpd", True)
    printed = paper("Walden (lpd) - Der Rat tagte am Montag.", "Walden-Kurier")
    assert (signs(printed), is_agency(printed)) == (None, False)


@pytest.mark.parametrize(
    "outlet", ["dpa", "Reuters", "Continental Wire (agency)", "Donau-Presseagentur", "npa (Nachrichtenagentur)"]
)
def test_outlets_that_are_agencies(outlet: str) -> None:
    assert is_agency(paper("Der Rat tagte.", outlet))


@pytest.mark.parametrize("outlet", ["Apotheken-Rundschau", "The Wire-Haired Terrier", "Agenda", None])
def test_outlets_that_are_not(outlet: str | None) -> None:
    assert not is_agency(paper("Der Rat tagte.", outlet))


def test_a_dateline_that_only_one_article_has_tells_its_unknown_outlet() -> None:
    wire, other = paper("Walden (lpd) - Der Rat tagte am Montag."), paper("Der Rat tagte. (Quelle: lpd)")
    assert [a.outlet for a in with_signed_outlets([wire, other])] == ["lpd", None]
    printed = paper("Walden (lpd) - Der Rat tagte am Montag, abends.")
    assert [a.outlet for a in with_signed_outlets([wire, printed])] == [None, None]
    known = paper("Walden (lpd) - Der Rat tagte am Montag.", "Walden-Kurier")
    assert [a.outlet for a in with_signed_outlets([known, other])] == ["Walden-Kurier", None]


def test_what_somebody_told_a_paper_is_no_credit_of_its_report() -> None:
    other = paper("A report.", "The Daily Flash")
    told = paper("A spokesman told The Daily Flash that the bridge was safe.", "The Courier")
    reported = paper("The bridge is safe, The Daily Flash reported.", "The Courier")
    assert credits_of(told, [other]) == ()
    assert [c.article_id for c in credits_of(reported, [other])] == [other.id]
