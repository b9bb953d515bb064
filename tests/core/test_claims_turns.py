"""Interviews: whose words an answer is."""

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
