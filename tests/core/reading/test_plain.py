"""Plain text: paragraphs, wrapped lines, bylines, and the page's own lines that were copied along."""

from __future__ import annotations

import pytest

from core.model import Article
from core.reading import read_text
from core.reading.hyphens import join_lines, words_of
from core.reading.lines import author_of, boilerplate, date_of, dateline_date


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(section.kind, section.span.of(article.text)) for section in article.sections]


def test_one_paragraph_a_line_without_blank_lines() -> None:
    article = read_text("Kran gestrichen\nDer Rat hat Nein gesagt.\nDie Reederei schweigt.\n„Schade“, sagte Onnen.")
    assert (
        article.text
        == "Kran gestrichen\n\nDer Rat hat Nein gesagt.\n\nDie Reederei schweigt.\n\n„Schade“, sagte Onnen."
    )


def test_wrapped_lines_are_joined_and_a_short_last_line_ends_its_paragraph() -> None:
    article = read_text(
        "Kran gestrichen\n\n"
        "Der Rat der Stadt hat sich am Abend nach langer Debatte gegen den neuen\n"
        "Kran entschieden. Die Reederei Nordwind will jetzt andere Standorte in\n"
        "der Region prüfen.\n"
        "Die Bürgermeisterin Wiebke Onnen nannte das Votum noch in der Nacht vor\n"
        "Journalisten einen schweren Fehler.\n"
    )
    assert article.text.split("\n\n") == [
        "Kran gestrichen",
        "Der Rat der Stadt hat sich am Abend nach langer Debatte gegen den neuen Kran entschieden. "
        "Die Reederei Nordwind will jetzt andere Standorte in der Region prüfen.",
        "Die Bürgermeisterin Wiebke Onnen nannte das Votum noch in der Nacht vor Journalisten einen schweren Fehler.",
    ]


def test_a_headline_over_two_lines_and_a_rule_below_it() -> None:
    article = read_text(
        "Council turns down the harbour crane after a long debate that lasted\nuntil midnight\n=====\n\nIt was close.\n"
    )
    assert article.title == "Council turns down the harbour crane after a long debate that lasted until midnight"
    assert article.text.endswith("midnight\n\nIt was close.")


def test_a_headline_right_above_its_text() -> None:
    article = read_text(
        "Kran gestrichen\nDer Rat der Stadt hat am Abend nach langer Debatte gegen den Kran gestimmt.\n"
    )
    assert article.title == "Kran gestrichen"


def test_list_items_stand_alone() -> None:
    article = read_text("Kran\n\nDrei Gründe:\n- der Lärm\n- die Kosten\n- die Zufahrt\n\nDas war alles.")
    assert kinds(article)[1:] == [
        ("paragraph", "Drei Gründe:"),
        ("list", "- der Lärm"),
        ("list", "- die Kosten"),
        ("list", "- die Zufahrt"),
        ("paragraph", "Das war alles."),
    ]
    assert "- der Lärm\n- die Kosten\n- die Zufahrt" in article.text


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    article = read_text(
        "Kran gestrichen\n\nKnappe Mehrheit\n\nDer Rat hat Nein gesagt.\n\nKritik an den Kosten\n\nDie Reederei schweigt dazu.\n\n"
        "Die Gegner fordern\n\nneue Pläne für den ganzen Hafen.\n\nEnde"
    )
    assert [kind for kind, _ in kinds(article)] == ["headline", *["paragraph"] * 2, "heading", *["paragraph"] * 4]


def test_the_pages_own_lines_are_set_aside_with_why() -> None:
    article = read_text(
        "Kran gestrichen\n\nDer Rat hat Nein gesagt.\n\nWeiterführende Themen – Hafen: „Ein Fehler“\n\n"
        "Read more: Nordwind reports record profit\n\nSchreibe einen Kommentar\n"
    )
    assert article.text == "Kran gestrichen\n\nDer Rat hat Nein gesagt."
    assert [(dropped.text.split()[0], dropped.why) for dropped in article.dropped] == [
        ("Weiterführende", "dropped.more"),
        ("Read", "dropped.more"),
        ("Schreibe", "dropped.comments"),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Leave a reply", "dropped.comments"),
        ("3 Kommentare", "dropped.comments"),
        ("Kommentar schreiben", "dropped.comments"),
        ("Lesen Sie auch: Kran-Streit eskaliert", "dropped.more"),
        ("Das könnte Sie auch interessieren", "dropped.more"),
        ("Related articles", "dropped.more"),
        ("Jetzt Newsletter abonnieren", "dropped.newsletter"),
        ("Sign up for our morning newsletter", "dropped.newsletter"),
        ("Artikel teilen", "dropped.sharing"),
        ("Advertisement", "dropped.advert"),
        ("Kommentar", None),
        ("Kommentare lehnte die Reederei ab.", None),
        ("Related costs rose to 40 million euros.", None),
        ("More from the talks is expected on Monday.", None),
        ("Teilen will die Reederei den Gewinn nicht.", None),
        ("Anzeige erstattete auch der Anwohnerverein.", None),
        ("Read more books, the mayor said.", None),
        ("Follow the money.", None),
        ("Mehr zum Lärm sagte der Gutachter nicht.", None),
    ],
)
def test_boilerplate(line: str, why: str | None) -> None:
    assert boilerplate(line) == why


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Von Jule Harms", "Jule Harms"),
        ("VON JULE HARMS", "JULE HARMS"),
        ("By Maud Ferris and John O’Hara-Smith", "Maud Ferris, John O’Hara-Smith"),
        ("Von Jule Harms und Piet van der Meer, Lüttringen", "Jule Harms, Piet van der Meer"),
        ("By Maud Ferris in Luettringen", "Maud Ferris"),
        ("Ein Gastbeitrag von Ursula von Berg", "Ursula von Berg"),
        ("By Maud Ferris, Piet Roe and Ada Lund, The Harbour Courier", "Maud Ferris, Piet Roe, Ada Lund"),
        ("Von Jule Harms, Die Hafenpost", "Jule Harms"),
        ("Von heute auf morgen", None),
        ("Von Menschen und Kränen", None),
        ("By far the largest crane", None),
        ("By the time the vote came, many had left.", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    assert author_of(line) == author


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("4. September 2025", "2025-09-04"),
        ("Stand: 04.09.2025, 14:30 Uhr", "2025-09-04"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("Published on Thursday, 4 September 2025 at 6:30 p.m.", "2025-09-04"),
        ("Donnerstag, 4. Sept. 2025 | Lesezeit: 3 Minuten", "2025-09-04"),
        ("2025-09-04", "2025-09-04"),
        ("13/02/2025", "2025-02-13"),
        ("02/13/2025", "2025-02-13"),
        ("04/09/2025", None),
        ("31. Februar 2025", None),
        ("Am 4. September 2025 stimmte der Rat ab.", None),
        ("September 2025", None),
    ],
)
def test_date_lines(line: str, day: str | None) -> None:
    assert date_of(line) == day


def test_a_dateline_dates_the_article_and_stays_in_the_text() -> None:
    assert dateline_date("LÜTTRINGEN, 4. September 2025 – Der Rat hat Nein gesagt.") == "2025-09-04"
    assert dateline_date("Lüttringen, 4. September 2025 (kpa). Der Rat hat Nein gesagt.") == "2025-09-04"
    assert dateline_date("LUETTRINGEN, Sept 4 (EPA) - Councillors voted.") is None
    assert dateline_date("Der Rat hat am 4. September 2025 Nein gesagt – nach langer Debatte.") is None
    article = read_text("Kran gestrichen\n\nLÜTTRINGEN, 4. September 2025 – Der Rat hat Nein gesagt.")
    assert article.published == "2025-09-04"
    assert "LÜTTRINGEN, 4. September 2025 – Der Rat" in article.text


@pytest.mark.parametrize(
    ("line", "after", "kept", "broken"),
    [
        ("die Sicher-", "heit im Hafen", "die Sicher-heit im Hafen", "die Sicherheit im Hafen"),
        ("in Nord-", "und Südkorea", "in Nord- und Südkorea", "in Nord- und Südkorea"),
        ("der CDU-", "Politiker", "der CDU-Politiker", "der CDU-Politiker"),
        ("a long-", "term plan", "a long-term plan", "a long-term plan"),
        ("a state-", "owned port", "a state-owned port", "a state-owned port"),
        ("the har-", "bour", "the harbour", "the harbour"),
        ("Satz –", "dann weiter", "Satz – dann weiter", "Satz – dann weiter"),
    ],
)
def test_hyphens_at_a_lines_end(line: str, after: str, kept: str, broken: str) -> None:
    words = words_of(["The harbour is state-owned."])
    assert join_lines(line, after, words, breaks_words=False) == kept
    assert join_lines(line, after, words, breaks_words=True) == broken


@pytest.mark.parametrize(
    ("line", "dropped"),
    [
        ("(Reporting by Jo Lund; Editing by P. Vale)", True),
        ("Reporting by Jo Lund in Kiel and Max de Roe; Additional reporting by A. Sea; Writing by Z. Zed", True),
        ("Reporting by Amnesty International shows that twelve people died.", False),
        ("Reporting by the Guardian in May revealed the deal.", False),
        ("Writing by hand is dead.", False),
        ("Editing by " + "A." * 150 + "x y", False),
    ],
)
def test_who_reported_and_edited_is_not_of_the_article(line: str, dropped: bool) -> None:
    assert (boilerplate(line) == "dropped.byline") is dropped


@pytest.mark.parametrize("last", ["", "\n\n(Anm. d. Red.: In einer früheren Fassung stand eine falsche Uhrzeit.)"])
def test_a_byline_may_stand_at_the_end(last: str) -> None:
    article = read_text(f"Kran gestrichen\n\nDer Rat hat Nein gesagt.\n\nEr tagte lange.\n\nVon Jana Petersen{last}")
    assert article.author == "Jana Petersen"
    assert "Petersen" not in article.text
    assert [d.why for d in article.dropped] == ["dropped.byline"]


def test_only_lines_below_the_headline_and_at_the_end_are_taken_for_a_byline() -> None:
    text = "Kran gestrichen\n\nDer Rat hat Nein gesagt.\n\nEs geht um viel.\n\nZwei Reden.\n\nVon Jana Petersen\n\nEins.\n\nZwei."
    assert "Von Jana Petersen" in read_text(text).text


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Foto: Max Lund", "dropped.credit"),
        ("[Image: the toppled crane]", "dropped.credit"),
        ("Quelle: ndr/dpa", "dropped.credit"),
        ("Lesen Sie hier mehr zum Thema", "dropped.more"),
        ("Bild: Der Kanzler will zurücktreten, wie die Zeitung meldet.", None),
        ("Quelle des Brandes war ein Kabel.", None),
        ("Photographs show the crane", None),
    ],
)
def test_credits_and_hints_are_not_of_the_article(line: str, why: str | None) -> None:
    assert boilerplate(line) == why
