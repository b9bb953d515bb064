"""What counts as a claim: sentences, and the clauses of one that each say something of their own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import claims
from core.language import pipelines
from core.model import Article


def article(text, language):
    return Article("a", "a.txt", "", text.split("\n")[0], text, language)


def extracted(text, language):
    a = article(text, language)
    return a, claims.extract(a, pipelines.load(language)(text))


def pieces(text, language, headline="Titel\n\n"):
    a, found = extracted(headline + text, language)
    return [c.span.of(a.text) for c in found][1:]


def test_two_main_clauses_are_two_claims():
    assert pieces("Die Feuerwehr löschte den Brand am Hafen, drei Arbeiter kamen ins Krankenhaus.", "de") == [
        "Die Feuerwehr löschte den Brand am Hafen",
        "drei Arbeiter kamen ins Krankenhaus.",
    ]


def test_a_shared_subject_does_not_keep_clauses_together():
    assert pieces("Der Fahrer wurde schwer verletzt und kam mit einem Hubschrauber in die Klinik nach Ulm.", "de") == [
        "Der Fahrer wurde schwer verletzt",
        "kam mit einem Hubschrauber in die Klinik nach Ulm.",
    ]


def test_a_semicolon_parts_claims_in_any_language():
    assert pieces("Le pont est fermé; les travaux dureront six mois.", "fr") == [
        "Le pont est fermé",
        "les travaux dureront six mois.",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister erklärte, dass die Brücke gesperrt bleibt.", "de"),
        ("Häuser, die vor 1950 gebaut wurden, sind ausgenommen.", "de"),
        ("The mayor said that the bridge would stay closed.", "en"),
        ("Bread, milk and eggs were sold out.", "en"),
    ],
)
def test_one_proposition_stays_whole(text, language):
    assert pieces(text, language, "Title\n\n") == [text]


@pytest.mark.parametrize(
    ("dateline", "language"),
    [
        ("WESTHAFEN, 3. Oktober (kpa) –", "de"),
        ("WESTHAFEN kpa |", "de"),
        ("Norvik, 3. Oktober (ZNA).", "de"),
        ("Kassel.", "de"),
        ("Brüssel/Budapest.", "de"),
        ("Frankfurt am Main, im Oktober.", "de"),
        ("Düsseldorf (kpa/knw).", "de"),
        ("DUBLIN, Sept 2 (Agency) -", "en"),
        ("NAIROBI, Kenya.", "en"),
    ],
)
def test_a_dateline_claims_nothing(dateline, language):
    rest = {"de": "Der Rat tagt seit dem Morgen.", "en": "The council met in the morning."}[language]
    assert pieces(f"{dateline} {rest}", language) == [rest]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Stille. Dann fiel ein Schuss.", "de"),
        ("Freitagabend. Es regnet.", "de"),
        ("Zwei Tote (26, 31). Der Rat schweigt.", "de"),
        ("Silence. Then a shot was fired.", "en"),
        ("Never. The council would not have it.", "en"),
    ],
)
def test_a_short_sentence_that_opens_a_paragraph_is_no_dateline(text, language):
    assert len(pieces(text, language)) == 2


def test_a_paragraph_of_a_name_alone_is_no_dateline():
    assert pieces("Kassel.\n\nDer Rat tagt seit dem Morgen.", "de") == ["Kassel.", "Der Rat tagt seit dem Morgen."]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat – er tagt seit dem Morgen – schweigt.", "de"),
        ("Chaos – und kein Ende ist zu sehen.", "de"),
        ("The council – it met early – was silent.", "en"),
    ],
)
def test_what_stands_before_a_parenthesis_is_no_dateline(text, language):
    assert " ".join(pieces(text, language)).startswith(text.split()[0])


@pytest.mark.parametrize(
    ("before", "claim", "after", "language"),
    [
        ("+++ 15:32 Uhr: ", "Die Bahn stellt den Verkehr ein", " +++", "de"),
        ("15.32 Uhr – ", "Die Bahn stellt den Verkehr ein.", "", "de"),
        ("3:15 p.m. - ", "The trains have stopped.", "", "en"),
        ("* ", "Ferries were cancelled from noon", "", "en"),
        ("• ", "Die Fähren fahren nicht.", "", "de"),
    ],
)
def test_the_time_of_an_entry_and_the_bullet_of_a_list_claim_nothing(before, claim, after, language):
    assert pieces(before + claim + after, language) == [claim]


@pytest.mark.parametrize(("list_", "language"), [("Key points:", "en"), ("Die wichtigsten Fakten:", "de")])
def test_what_only_opens_a_list_claims_nothing(list_, language):
    rest = {"de": "Der Kran ist 60 Meter hoch.", "en": "The crane was 60 metres tall."}[language]
    assert pieces(f"{list_}\n\n{rest}", language) == [rest]
    assert pieces(f"{list_} {rest}", language)[0].startswith(list_[:3])


@pytest.mark.parametrize(
    ("caption", "credit", "language"),
    [
        ("Der Kran liegt im Wasser.", " (Foto: Max Lund/dpa)", "de"),
        ("Der Kran liegt im Wasser.", " Foto: Max Lund/dpa", "de"),
        ("Der Kran liegt im Wasser.", " © Max Lund", "de"),
        ("Der Kran liegt im Wasser.", "\n\n© Foto: Max Lund", "de"),
        ("The crane fell into the water.", " Photo: Max Lund/AP", "en"),
        ("The crane fell into the water.", " (Max Lund/AP)", "en"),
        ("The crane fell into the water.", " © Max Lund", "en"),
    ],
)
def test_whose_a_picture_is_claims_nothing_of_the_event(caption, credit, language):
    assert pieces(caption + credit, language) == [caption]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Video: Der Kran liegt im Wasser.", "de"),
        ("Der Kran (60 Meter/200 Tonnen) liegt im Wasser.", "de"),
        ("(The crane and/or the ship sank.)", "en"),
    ],
)
def test_a_sentence_is_no_credit(text, language):
    assert "".join(pieces(text, language)).rstrip(".") in text
    assert len("".join(pieces(text, language))) > len(text) / 2


def test_a_credit_after_a_time_is_left_out_and_one_as_headline_is_not():
    assert pieces("15:32 Uhr: Foto: Max Lund", "de") == []
    article = Article("a", "a.txt", "", "Foto: Max Lund", "Foto: Max Lund", "de")
    assert claims.extract(article, pipelines.load("de")(article.text))


def test_a_town_that_the_tagger_does_not_know_is_a_dateline():
    assert pieces("Brenkhafen. Ein Kran ist umgestürzt.", "de") == ["Ein Kran ist umgestürzt."]
    assert pieces("Stille. Ein Kran ist umgestürzt.", "de")[0] == "Stille."


def test_a_time_in_a_sentence_stays():
    assert pieces("15.32 Uhr war es, als der Baum fiel.", "de") == ["15.32 Uhr war es, als der Baum fiel."]


@pytest.mark.parametrize(
    ("headline", "claim"),
    [("Liveblog: Sturm trifft die Küste", "Sturm trifft die Küste"), ("Exclusive: Council resigns", "Council resigns")],
)
def test_the_label_of_a_genre_claims_nothing(headline, claim):
    a, found = extracted(f"{headline}\n\nMehr dazu gleich.", "de" if "Sturm" in headline else "en")
    assert found[0].span.of(a.text) == claim


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("(Anm. d. Red.: In einer früheren Fassung hieß es, der Mann sei 45. Das war falsch.)", "de"),
        ("Editor's note: An earlier version said he was 45. That was wrong.", "en"),
        ("Mit Material von dpa", "de"),
        ("Dieser Artikel wurde zuletzt aktualisiert am 12. Oktober 2026.", "de"),
        ("This story has been updated to correct the height. It was 60 metres.", "en"),
    ],
)
def test_a_note_of_the_editors_claims_nothing_of_the_event(note, language):
    rest = {"de": "Der Rat tagt seit dem Morgen.", "en": "The council met in the morning."}[language]
    assert pieces(f"{rest}\n\n{note}\n\n{rest}", language) == [rest, rest]


WORDS = "Der Rat hat , und – ; : „ “ ( ) . ! dass gesagt die Stadt zahlt 1.200 Euro \n\n weil er will 🙂 é"
PROSE = st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join)


@settings(deadline=None)
@given(PROSE, st.sampled_from(["de", "fr"]))
def test_claims_are_ordered_and_apart_and_lie_in_the_text(text, language):
    a, found = extracted(text, language)
    end = 0
    for claim in found:
        assert end <= claim.span.start < claim.span.end <= len(a.text)
        assert claim.span.of(a.text) == claim.span.of(a.text).strip()
        end = claim.span.end
    assert [c.position for c in found] == sorted(c.position for c in found)


@settings(deadline=None)
@given(PROSE)
def test_every_word_lies_in_a_claim_or_joins_two(text):
    a, found = extracted(text, "de")
    left = "".join(c for i, c in enumerate(a.text) if not any(k.span.start <= i < k.span.end for k in found))
    assert all(len(word) < 6 for word in left.replace(",", " ").split())
