"""Interviews: whose words an answer is."""

import pytest

from core import claims
from core.claims.turns import answers
from core.language import pipelines
from core.model import Article

INTERVIEW = """Der Krisenstab verteidigt sich

Bernd Uhlig leitet den Krisenstab.

Rundschau: Herr Uhlig, haben Sie zu spät gewarnt?

Uhlig: Nein. Wir haben um 6 Uhr gewarnt, sagt das Protokoll.

Wie viele Reisende sitzen fest?

Etwa 12 000 warten noch.

Die Opposition ist anderer Meinung."""
PLAIN = """Wer trägt die Schuld?

Wer hat den Damm gebaut?

Fazit: Die Schuld ist nicht geklärt. Das Fazit fällt gemischt aus.

Schaden: Er beträgt zwei Millionen Euro."""


def voices(text):
    article = Article("a", "a.txt", "", text.split("\n")[0], text, "de")
    found = claims.extract(article, pipelines.load("de")(text))
    return [(c.span.of(text), c.attribution.speaker if c.attribution else None) for c in found]


def test_an_answer_is_the_words_of_whoever_is_asked():
    assert voices(INTERVIEW)[2:] == [
        ("Rundschau: Herr Uhlig, haben Sie zu spät gewarnt?", None),
        ("Nein.", "Uhlig"),
        ("Wir haben um 6 Uhr gewarnt, sagt das Protokoll.", "das Protokoll"),
        ("Wie viele Reisende sitzen fest?", None),
        ("Etwa 12 000 warten noch.", "Uhlig"),
        ("Die Opposition ist anderer Meinung.", None),
    ]


def test_the_name_before_an_answer_is_where_it_is_attributed():
    article = Article("a", "a.txt", "", INTERVIEW.split("\n")[0], INTERVIEW, "de")
    found = claims.extract(article, pipelines.load("de")(INTERVIEW))
    answer = next(c for c in found if c.span.of(INTERVIEW) == "Nein.")
    assert answer.voice == "speaker"
    assert answer.attribution.mode == "direct"
    assert answer.attribution.span.of(INTERVIEW) == "Uhlig:"


def test_a_word_before_a_colon_below_a_question_is_nobody():
    assert answers(PLAIN) == {}


def test_two_who_are_asked_are_told_apart_by_their_names():
    text = "Zwei Räte\n\nAnna Kern und Udo Salm streiten.\n\nWas tun?\n\nKern: Bauen.\n\nUnd Sie?\n\nSalm: Warten.\n\nWarum?\n\nEs eilt nicht."
    assert [turn.speaker for turn in answers(text).values()] == ["Kern", "Salm"]


def test_an_answer_goes_on_as_far_as_the_next_question():
    text = INTERVIEW.replace(
        "Protokoll.\n", "Protokoll.\n\nDer Damm hält. Das Wasser sinkt.\n\nHilfe kommt aus Kassel.\n"
    )
    assert voices(text)[5:8] == [
        ("Der Damm hält.", "Uhlig"),
        ("Das Wasser sinkt.", "Uhlig"),
        ("Hilfe kommt aus Kassel.", "Uhlig"),
    ]


@pytest.mark.parametrize(
    "between", ["Neue Pläne für den Damm", "Hinweis: Der Damm hält.", "\n\n".join(["Der Damm hält."] * 4)]
)
def test_a_subheading_or_a_long_report_between_two_questions_is_no_answer(between):
    text = INTERVIEW.replace("Protokoll.\n", f"Protokoll.\n\n{between}\n")
    assert all(speaker != "Uhlig" for said, speaker in voices(text) if said in between and said != "Nein.")


@pytest.mark.parametrize(
    "line", ["– Jens Oltmann, Sprecher der Gewerkschaft", "— Jens Oltmann", "-- Jens van der Oltmann, Kassel"]
)
def test_a_quotation_is_whose_name_stands_below_it(line):
    found = voices(
        f"Streik am Hafen\n\nUdo Salm sagte: „Wir warten.“\n\n„Wir streiken. Es reicht!“\n\n{line}\n\nDer Hafen schweigt."
    )
    assert [who for said, who in found if said.strip("„“") in {"Wir streiken.", "Es reicht!"}] == [
        line.strip("– —-").split(",")[0]
    ] * 2
    assert found[-1] == ("Der Hafen schweigt.", None)
    assert not any("Oltmann" in said for said, _ in found)


@pytest.mark.parametrize(
    "line", ["– Jens Oltmann", "Harte Kritik, neue Pläne", "– Die Polizei ermittelt.", "– heute schon"]
)
def test_a_line_below_that_names_nobody_or_stands_below_a_report_is_left_as_it_is(line):
    quoted = "Der Hafen schweigt." if "Oltmann" in line else "„Wir streiken.“"
    assert answers(f"Streik\n\n{quoted}\n\n{line}\n\nEs wird kalt.") == {}
