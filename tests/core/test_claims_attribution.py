"""Who speaks: attribution, voice and what is left to compare."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import claims
from core.claims.quotations import quotations
from core.language import pipelines
from core.model import Article

GERMAN = [
    # text, content of the last claim, speaker, verb, mode, named
    (
        "Landrätin Karla Voss sagte am Montag, der Kreis sei am Limit.",
        "der Kreis sei am Limit.",
        "Landrätin Karla Voss",
        "sagen",
        "indirect",
        True,
    ),
    (
        "Landrätin Karla Voss (SPD) sagte, der Kreis sei am Limit.",
        "der Kreis sei am Limit.",
        "Landrätin Karla Voss (SPD)",
        "sagen",
        "indirect",
        True,
    ),
    (
        "Die Brücke bleibe gesperrt, teilte das Bauamt am Abend mit.",
        "Die Brücke bleibe gesperrt",
        "das Bauamt",
        "mitteilen",
        "indirect",
        True,
    ),
    (
        "„Wir brauchen mehr Zeit“, sagte ein Sprecher.",
        "Wir brauchen mehr Zeit",
        "ein Sprecher",
        "sagen",
        "direct",
        False,
    ),
    (
        "Die Ministerin erklärte, dass das Gesetz im Mai gilt.",
        "das Gesetz im Mai gilt.",
        "Die Ministerin",
        "erklären",
        "indirect",
        False,
    ),
    (
        "Laut Polizei waren 300 Menschen auf dem Platz.",
        "waren 300 Menschen auf dem Platz.",
        "Polizei",
        "laut",
        "indirect",
        True,
    ),
    (
        "Nach Angaben der Feuerwehr brannten zwei Hallen ab.",
        "brannten zwei Hallen ab.",
        "der Feuerwehr",
        "nach",
        "indirect",
        True,
    ),
    (
        "Wie die Stadtwerke mitteilten, fließt das Wasser wieder.",
        "fließt das Wasser wieder.",
        "die Stadtwerke",
        "mitteilen",
        "indirect",
        False,
    ),
    (
        "Wirt Paul Renner ist empört: „Das ruiniert uns.“",
        "Das ruiniert uns.",
        "Wirt Paul Renner",
        "sein",
        "direct",
        True,
    ),
]
ENGLISH = [
    (
        "The harbour office said the ferry would sail on Friday.",
        "the ferry would sail on Friday.",
        "The harbour office",
        "say",
        "indirect",
        True,
    ),
    ("The bridge will stay shut, police said.", "The bridge will stay shut", "police", "say", "indirect", True),
    ('"We need more time," said Anna Brook.', "We need more time", "Anna Brook", "say", "direct", True),
    (
        "According to two officials, the talks have failed.",
        "the talks have failed.",
        "two officials",
        "according to",
        "indirect",
        False,
    ),
    (
        "Brook Shipping said in a statement that the captain had followed the rules.",
        "the captain had followed the rules.",
        "Brook Shipping",
        "say",
        "indirect",
        True,
    ),
    (
        "The mayor told reporters that the school would reopen.",
        "the school would reopen.",
        "The mayor",
        "tell",
        "indirect",
        False,
    ),
]


def last_claim(text, language):
    """The last claim of a text whose headline is another line."""
    whole = "Title\n\n" + text
    article = Article("a", "a.txt", "", "Title", whole, language)
    pipeline = pipelines.load(language)
    return whole, claims.extract(article, pipeline(whole))[-1]


def check(text, language, content, speaker, verb, mode, named):
    whole, claim = last_claim(text, language)
    attribution = claim.attribution
    assert attribution is not None, text
    assert claim.voice == "speaker"
    assert claim.compared(whole) == content
    assert (attribution.speaker, attribution.verb, attribution.mode, attribution.named) == (speaker, verb, mode, named)


@pytest.mark.parametrize(("text", "content", "speaker", "verb", "mode", "named"), GERMAN)
def test_german(text, content, speaker, verb, mode, named):
    check(text, "de", content, speaker, verb, mode, named)


@pytest.mark.parametrize(("text", "content", "speaker", "verb", "mode", "named"), ENGLISH)
def test_english(text, content, speaker, verb, mode, named):
    check(text, "en", content, speaker, verb, mode, named)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Gemeinde baut ein neues Rathaus.", "de"),
        ("Der Rat entscheidet am Dienstag.", "de"),
        ("Wer spricht, der irrt.", "de"),
        ("Das Wort „Reform“ steht auf jedem Plakat der Gemeinde.", "de"),
        ("The council will build a new town hall.", "en"),
    ],
)
def test_the_outlets_own_voice(text, language):
    claim = last_claim(text, language)[1]
    assert claim.voice == "outlet"
    assert claim.attribution is None
    assert claim.content == (claim.span,)


def test_a_konjunktiv_is_still_the_last_speakers():
    _, claim = last_claim("Voss sagte, der Kreis sei am Limit. Die Schulen seien überfüllt.", "de")
    assert claim.attribution.speaker == "Voss"
    assert claim.attribution.span is None
    assert claim.attribution.verb is None


def test_what_the_outlet_says_of_the_speaker_is_not_what_she_says():
    whole, claim = last_claim("„Es ging so schnell“, sagt Paula Renner, die daneben einen Kiosk betreibt.", "de")
    assert claim.compared(whole) == "Es ging so schnell"


def test_the_outlet_goes_on_in_its_own_voice():
    whole = "Titel\n\nDer Verband warf der Stadt vor, sie habe zu spät gehandelt, und verlangte eine Klärung vor dem Sommer."
    article = Article("a", "a.txt", "", "Titel", whole, "de")
    found = claims.extract(article, pipelines.load("de")(whole))[1:]
    assert [(c.span.of(whole).split()[0], c.voice) for c in found] == [("Der", "speaker"), ("verlangte", "outlet")]


def test_a_sentence_may_point_back_to_what_was_said():
    whole = "Titel\n\nDie Brücke ist gesperrt. Das teilte das Bauamt am Abend mit."
    article = Article("a", "a.txt", "", "Titel", whole, "de")
    claim = claims.extract(article, pipelines.load("de")(whole))[1]
    assert (claim.voice, claim.attribution.speaker, claim.attribution.verb) == ("speaker", "das Bauamt", "mitteilen")
    assert claim.content == (claim.span,)


def test_a_name_in_quotation_marks_is_no_quotation():
    _, claim = last_claim("Das Bündnis „Nordtor bleibt“ nannte mehr als 80 verletzte Demonstranten.", "de")
    assert claim.voice == "outlet"


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Augenzeuge Timo R. (29): „Es klang wie eine Bombe.“", "de", "Augenzeuge Timo R."),
        ("Petra Vohs: „Wir hatten großes Glück.“", "de", "Petra Vohs"),
        ('Petra Vohs, head of the port: "We were lucky."', "en", "Petra Vohs"),
    ],
)
def test_a_name_and_a_colon_before_a_quotation_name_its_speaker(text, language, speaker):
    _, found = last_claim(text, language)
    assert (found.voice, found.attribution.speaker, found.attribution.verb) == ("speaker", speaker, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Chaos in Brenkhafen: „Es klang wie eine Bombe.“", "de"), ('Chaos in Leeds: "We were lucky."', "en")],
)
def test_what_happens_somewhere_is_no_speaker(text, language):
    _, found = last_claim(text, language)
    assert found.attribution is None or found.attribution.speaker is None


def test_what_is_said_of_a_quotation_before_its_colon_names_nobody():
    whole, found = last_claim("Petra Vohs sagte, das sei wenig. Ihre bittere Bilanz: „Wir haben alles verloren.“", "de")
    assert found.attribution.speaker == "Petra Vohs"
    assert found.compared(whole) == "Wir haben alles verloren."


def test_who_speaks_in_the_next_paragraph_does_not_speak_a_quotation_before_it():
    text = "Title\n\n„Es klang wie eine Bombe.“\n\nDie Gewerkschaft sagte: Das ist falsch."
    first = claims.extract(Article("a", "a.txt", "", "Title", text, "de"), pipelines.load("de")(text))[1]
    assert first.voice == "speaker"
    assert first.attribution.speaker is None


def test_a_quotation_goes_on_over_sentences():
    _, claim = last_claim("„Wir sind müde“, sagte Voss. „Aber wir machen weiter.“", "de")
    assert claim.attribution.speaker == "Voss"
    assert claim.attribution.mode == "direct"


def test_a_speaker_named_after_several_quoted_sentences_speaks_them_all():
    whole = 'Title\n\n"The road is closed. Nobody may pass," said Anna Brook.'
    article = Article("a", "a.txt", "", "Title", whole, "en")
    found = claims.extract(article, pipelines.load("en")(whole))[1:]
    assert [c.voice for c in found] == ["speaker"] * len(found)
    assert {c.attribution.speaker for c in found} == {"Anna Brook"}


def test_the_attributing_words_are_never_a_claim_of_their_own():
    whole = "Titel\n\nNach vier Stunden und vielen Reden stimmte der Rat für den Umbau der Schule, sagte ein Sprecher."
    article = Article("a", "a.txt", "", "Titel", whole, "de")
    assert len(claims.extract(article, pipelines.load("de")(whole))) == 2


WORDS = '„ “ " » « , . : ; sagte Voss er sei müde dass wie so laut Polizei ( ) \n\n'


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=30))
def test_content_and_attribution_lie_in_the_text(words):
    whole = "Titel\n\n" + " ".join(words)
    article = Article("a", "a.txt", "", "Titel", whole, "de")
    for claim in claims.extract(article, pipelines.load("de")(whole)):
        assert claim.content
        end = claim.span.start
        for part in claim.content:
            assert end <= part.start < part.end <= claim.span.end
            end = part.end
        assert (claim.voice == "speaker") == (claim.attribution is not None)
        if claim.attribution and claim.attribution.span:
            span = claim.attribution.span
            assert 0 <= span.start < span.end <= len(whole)
            assert all(span.overlap(part) == 0 for part in claim.content) or claim.content == (claim.span,)


@settings(deadline=None)
@given(st.text(alphabet='„“”"»«a \n', max_size=40))
def test_quotations_are_ordered_apart_and_keep_to_their_paragraph(text):
    end = 0
    for quotation in quotations(text):
        assert end <= quotation.start < quotation.end
        assert "\n" not in quotation.of(text)
        end = quotation.end
