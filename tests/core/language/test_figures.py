"""Figures: tables of what newspapers write, and formatted numbers read back in both languages."""

from __future__ import annotations

from unittest import mock

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from core.language import dates, figures, pipelines, quantities
from core.language.figures import Figure, agree, scan

PUBLISHED = "2025-10-18"  # a Saturday


def only(text: str, language: str, published: str | None = None) -> Figure:
    found = scan(text, language, published)
    assert len(found) == 1, [f.span.of(text) for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("de", "118 000 Menschen", "count::1.18e+05"),
        ("de", "1.200 Gäste", "count::1200"),
        ("en", "1,200 guests", "count::1200"),
        ("de", "zwölfhundert Gäste", "count::1200"),
        ("en", "twelve hundred guests", "count::1200"),
        ("de", "dreiundzwanzig Kühe", "count::23"),
        ("en", "twenty-three cows", "count::23"),
        ("en", "one hundred and twenty cows", "count::120"),
        ("de", "mehr als ein Dutzend", "count::12"),
        ("en", "more than a dozen", "count::12"),
        ("de", "vier Fünftel der Höfe", "share:%:80"),
        ("en", "four-fifths of farms", "share:%:80"),
        ("de", "80 Prozent der Höfe", "share:%:80"),
        ("en", "80 per cent of farms", "share:%:80"),
        ("de", "jeder vierte Bus", "share:%:25"),
        ("en", "a quarter of buses", "share:%:25"),
        ("de", "drei von vier Bussen", "share:%:75"),
        ("en", "three out of four buses", "share:%:75"),
        ("en", "one in three buses", "share:%:33.33"),
        ("de", "62 Mio. Euro", "money:EUR:6.2e+07"),
        ("en", "€62mn", "money:EUR:6.2e+07"),
        ("en", "62 million euros", "money:EUR:6.2e+07"),
        ("de", "1,5 Milliarden US-Dollar", "money:USD:1.5e+09"),
        ("en", "$1.5 billion", "money:USD:1.5e+09"),
        ("de", "300 Franken", "money:CHF:300"),
        ("en", "300 Swiss francs", "money:CHF:300"),
        ("de", "zwölf Kilogramm", "measure:kg:12"),
        ("en", "12kg", "measure:kg:12"),
        ("de", "zwei Kilometer", "measure:m:2000"),
        ("en", "4 nautical miles", "measure:m:7408"),
        ("de", "38,5 Grad", "measure:°C:38.5"),
        ("en", "38.5°C", "measure:°C:38.5"),
        ("de", "anderthalb Stunden", "duration:d:0.0625"),
        ("en", "90 minutes", "duration:d:0.0625"),
        ("de", "eine halbe Stunde", "duration:d:0.02083"),
        ("en", "half an hour", "duration:d:0.02083"),
        ("de", "das zweistündige Treffen", "duration:d:0.08333"),
        ("de", "die 56-Jährige", "age:a:56"),
        ("en", "the 56-year-old", "age:a:56"),
        ("de", "Ute Marten (56, CDU)", "age:a:56"),
        ("en", "Ute Marten, 56, said", "age:a:56"),
        ("de", "22.20 Uhr", "time:minute:1340-1340"),
        ("en", "10:20 pm", "time:minute:1340-1340"),
        ("en", "10.20 p.m.", "time:minute:1340-1340"),
        ("de", "80 bis 90 Millionen Euro", "money:EUR:8.5e+07"),
        ("en", "between 80 and 90 million euros", "money:EUR:8.5e+07"),
    ],
)
def test_the_same_figure_has_the_same_key_in_both_languages(language: str, text: str, key: str) -> None:
    assert only(text, language).key == key


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "am Donnerstag", "2025-10-16"),
        ("en", "on Thursday", "2025-10-16"),
        ("de", "am Samstag", "2025-10-18"),
        ("de", "Sie wollen am Dienstag reden", "2025-10-21"),
        ("en", "last Saturday", "2025-10-11"),
        ("de", "gestern", "2025-10-17"),
        ("en", "yesterday", "2025-10-17"),
        ("de", "am 24. November", "2025-11-24"),
        ("en", "on Nov. 24", "2025-11-24"),
        ("en", "on 24 November 2023", "2023-11-24"),
        ("de", "am 24.11.2023", "2023-11-24"),
        ("de", "am 3. Februar", "2026-02-03"),
    ],
)
def test_dates_count_from_the_day_of_publication(language: str, text: str, day: str) -> None:
    from datetime import date

    number = date.fromisoformat(day).toordinal()
    assert only(text, language, PUBLISHED).key == f"date:day:{number}-{number}"


def test_dates_without_a_day_of_publication_are_compared_as_far_as_they_go() -> None:
    known, unknown = only("on Thursday", "en", PUBLISHED), only("am Donnerstag", "de")
    assert agree(known, unknown) is True
    assert agree(known, only("am Freitag", "de")) is False
    assert agree(only("on 24 November", "en", PUBLISHED), only("am 24. November", "de")) is True
    assert agree(only("am 24. November", "de"), only("am 25. November", "de")) is False
    assert agree(only("am 24. November", "de"), only("am Freitag", "de")) is None
    assert scan("gestern", "de") == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("de", "rund 30"), ("en", "31"), True),
        (("de", "rund 30"), ("en", "35"), False),
        (("de", "80 Prozent"), ("en", "four-fifths"), True),
        (("en", "more than a dozen"), ("de", "14"), True),
        (("de", "knapp 2000 Leute"), ("en", "1,912"), True),
        (("de", "Dutzende"), ("en", "47"), True),
        (("de", "bis zu 90 Millionen Euro"), ("en", "80 to 90 million euros"), True),
        (("de", "mindestens sieben"), ("en", "five"), False),
        (("de", "drei Monate"), ("en", "90 days"), True),
        (("de", "acht Minuten"), ("en", "ten minutes"), False),
        (("de", "kurz nach 17 Uhr"), ("en", "5.10 pm"), True),
        (("de", "acht Minuten"), ("en", "eight miles"), None),
        (("de", "3 Euro"), ("en", "$3"), None),
        (("de", "Mitte Mai 2026"), ("en", "May 15, 2026"), True),
        (("en", "in March 2026"), ("de", "Anfang April 2026"), False),
    ],
)
def test_agree(a: tuple[str, str], b: tuple[str, str], expected: bool | None) -> None:
    first, second = only(a[1], a[0]), only(b[1], b[0])
    assert agree(first, second) is expected
    assert agree(second, first) is expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "die Lok GW4471m auf der B3 nach Covid-19"),
        ("en", "the F-16 and the G7 on the M25"),
        ("de", "ein Mann und eine Frau"),
        ("en", "a man, one of them, may march"),
        ("de", "gut, über die Brücke"),
    ],
)
def test_what_is_no_figure(language: str, text: str) -> None:
    assert [f.span.of(text) for f in scan(text, language)] == []


def test_a_count_knows_what_it_counts_and_different_things_do_not_conflict() -> None:
    doc = pipelines.load("de")("Sie verloren 41 Schafe und zwei alte Ponys. Weitere 47 Schafe starben.")
    sheep, ponies, more = figures.find(doc)
    assert (sheep.of, ponies.of, more.of) == ("schaf", "pony", "schaf")
    assert agree(sheep, ponies) is None
    assert agree(sheep, more) is False


@given(st.integers(2, 10**9), st.sampled_from(["de", "en"]))
def test_whole_numbers_are_read_back(number: int, language: str) -> None:
    text = (
        f"Es waren {format_decimal(number, locale=language)} da"
        if language == "de"
        else f"There were {format_decimal(number, locale=language)} there"
    )
    if 1900 <= number <= 2099:
        return
    assert only(text, language).value == number


@given(st.decimals(0, 99999, places=2), st.sampled_from(["de", "en"]))
def test_money_is_read_back(amount: object, language: str) -> None:
    written = format_decimal(amount, format="#,##0.00", locale=language)
    figure = only(f"{written} Euro" if language == "de" else f"€{written}", language)
    assert figure.unit == "EUR"
    assert figure.value == pytest.approx(float(str(amount)))


@given(st.integers(2, 999_999))
def test_german_number_words_are_read_back(number: int) -> None:
    from core.language.numerals import german

    assert german(_spelled(number)) == number


def _spelled(n: int) -> str:
    ones = [
        "null",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
    ]
    tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    if n >= 1000:
        return _spelled(n // 1000) + "tausend" + (_spelled(n % 1000) if n % 1000 else "")
    if n >= 100:
        return ones[n // 100] + "hundert" + (_spelled(n % 100) if n % 100 else "")
    if n < 20:
        return ones[n]
    return (ones[n % 10] + "und" if n % 10 else "") + tens[n // 10 - 2]


@given(
    st.text(alphabet="ab 0123456789.,%€$-–:()\nMaiUhrzwölfhunderttausend", max_size=60),
    st.sampled_from(["de", "en", "fr"]),
)
def test_any_text_gives_figures_inside_it_that_do_not_overlap(text: str, language: str) -> None:
    found = scan(text, language, PUBLISHED)
    last = 0
    for figure in found:
        assert last <= figure.span.start < figure.span.end <= len(text)
        assert figure.low <= figure.high
        assert agree(figure, figure) is True
        last = figure.span.end


def test_a_table_of_verdicts_says_what_each_pair_says() -> None:
    """Of all kinds, days beside days of the week and of the year among them."""
    texts = ["am 24. November", "am 25. November", "am Freitag", "rund 30 Schafe", "31 Ponys", "90 Tage, drei Monate",
             "12,5 Prozent", "12 Prozent", "2 Mio. Euro, 3 Mio. Dollar", "30 Schafe", "um 8.30 Uhr"]  # fmt: skip
    found = [f for t in texts for day in (None, PUBLISHED) for f in scan(t, "de", day)]
    assert {(f.kind, f.unit) for f in found} >= {("date", "day"), ("date", "weekday"), ("date", "yearday")}
    expected = [[{True: 1, False: -1, None: 0}[agree(a, b)] for b in found] for a in found]
    assert figures.verdicts(found, found).tolist() == expected
    assert figures.verdicts([], found).shape == (0, len(found))


DATED = (
    "um 5 Uhr at noon Mitternacht kurz nach 12:30 10.30 p.m. 3 am UTC Mai may March 3rd 2019 1990er 1980s the end of Anfang "
    "mid-May Ende 24. 24.12. 24.12.2020 2020-01-02 Montagabend Mondays letzten last next this Jahres year heute today erste "
    "ersten quartal des jahres Sommer der The 2000 Menschen rund Sept. 3.Mai MAI ½ ² ٣ 5um _um um_ ſept İ ı K"
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DATED.split()), st.sampled_from([" ", "", "-", ".", "\n"])), max_size=12))
def test_dates_begin_nowhere_but_where_they_are_looked_for(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    patterns = [*dates._CLOCK, *(pattern for _, pattern in dates._PATTERNS)]
    everywhere = [[m.span() for m in pattern.finditer(text)] for pattern in patterns]
    assert [[m.span() for m in found] for found in dates._matches(text)] == everywhere


COUNTED = (
    "rund 1.200 Euro $ 3.4 m EUR 80 bis 90 Millionen drei von neun jeder vierte Hälfte half of the people a third two - thirds "
    "zweistündige 24 - stündig köpfige fünfköpfig zweimal die halbe Stunde eine Stunde an hour one in three hundert tausend "
    "mehrere Hunderttausend several hundred dozens Dutzende von einer einen zweistelligen Millionenbetrag fünfundzwanzig "
    "twenty - five thousand and zwei Prozent percent ( 56 ) , dritten third Tage US - Dollar der wenig will"
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(COUNTED.split()), max_size=14), st.sampled_from(["de", "en", "fr"]))
def test_amounts_begin_nowhere_but_where_they_are_looked_for(words: list[str], language: str) -> None:
    text = " ".join(words)
    found = list(quantities.find(text, language, bytearray(len(text))))
    with mock.patch.object(quantities, "_beginnings", lambda row, *_: iter(range(len(row)))):
        assert list(quantities.find(text, language, bytearray(len(text)))) == found
