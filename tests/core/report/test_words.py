"""Counts, shares, dates and shortened quotations in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report.telling import letter_of
from core.report.words import Words, flat, shorten, visible

DE, EN = Words("de"), Words("en")


@given(st.text(), st.integers(2, 80))
def test_a_shortened_text_fits_and_is_the_texts_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert flat(text).startswith(short.removesuffix("…"))


@given(st.text())
def test_what_is_visible_holds_no_control_and_stays_visible(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert not any(ord(c) < 32 and c not in "\t\n" for c in once)


def test_words_of_right_to_left_scripts_stay_as_they_are() -> None:
    assert visible("שלום \u200fעולם") == "שלום \u200fעולם"
    assert visible("a\u202eb") == "a⟨U+202E⟩b"


@pytest.mark.parametrize(
    ("stamp", "german", "english"),
    [
        ("2025-09-04", "4. September 2025", "4 September 2025"),
        ("2025-09-04T18:30:00+02:00", "4. September 2025", "4 September 2025"),
        ("2025-09-04T18:30:00Z", "4. September 2025", "4 September 2025"),
        ("gestern", "gestern", "gestern"),
        ("2025-13-40", "2025-13-40", "2025-13-40"),
        (None, "", ""),
    ],
)
def test_dates(stamp: str | None, german: str, english: str) -> None:
    assert (DE.day(stamp), EN.day(stamp)) == (german, english)


def test_moments() -> None:
    assert DE.moment("2026-11-22T10:00:00Z") == "22. November 2026, 10:00 Uhr UTC"
    assert EN.moment("2026-11-22T10:00:00Z") == "22 November 2026, 10:00 UTC"
    assert EN.moment("once") == "once"


def test_numbers() -> None:
    assert (DE.number(3), EN.number(3), EN.number(13)) == ("drei", "three", "13")
    assert (DE.figure(12345), EN.figure(12345)) == ("12\u202f345", "12,345")
    assert (DE.percent(0.624), EN.percent(0.624)) == ("62\u202f%", "62%")
    assert (DE.decimal(0.5), EN.decimal(0.5)) == ("0,50", "0.50")


def test_lists_and_quotes() -> None:
    assert EN.listing([]) == ""
    assert EN.listing(["a"]) == "a"
    assert DE.listing(["a", "b", "c"]) == "a, b und c"
    assert (DE.quote("x"), EN.quote("x")) == ("„x“", "“x”")


def test_languages_are_named() -> None:
    assert (DE.name_of("en"), EN.name_of("de"), EN.name_of("und"), EN.name_of("zzz")) == (
        "Englisch", "German", "language unknown", "language unknown",
    )  # fmt: skip


def test_letters_go_on_after_z() -> None:
    assert [letter_of(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
