"""Where sentences end: ``|`` stands in each example where a sentence ends and the next begins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.language import pipelines, sentences

GERMAN = [
    "Der pH-Wert lag bei 10,2.| Der Bach war tot.",
    "Im 75. Lebensjahr zog er um.| Danach war Ruhe.",
    "So war es im Jahr 2025.| Heute ist es anders.",
    "Die Frist endet am 3. Juni.| Bis dahin gilt sie.",
    "Der 1. FC Talheim siegte.",
    "Es reichte nur zu Platz 3.| Talheim wurde Erster.",
    "Es kamen Bürgermeister, Räte usw.| Die Sitzung war lang.",
    "Dr. Maier und Prof. Koch sprachen in St. Anna.| Das gefiel.",
    "„Wir sind am Ende.| Es geht nicht mehr“, sagte er.| Dann ging er.",
    "Der Umbau kostet 3 Mio. Euro.| Er dauert lange.",
    "Wer zahlt?| Niemand!| So ist das.",
    "„Halt!“, rief sie.",
]
ENGLISH = [
    "It was out by 1.30 p.m.| Part of the roof fell.",
    "They met at 5 p.m. Monday.| It rained.",
    "The U.S. Embassy knew nothing.",
    "No.| The dose counts.",
    "No. 10 said nothing.",
    "He paid Acme Inc.| The firm kept quiet.",
    "J. K. Osgood left on Jan. 5.| She stayed.",
    '"We go," he said.| "Now."',
    '"Go!" she shouted.| He went.',
    "It costs $3.5m.| He paid.",
]


def borders(text, language):
    doc = pipelines.load(language)(text)
    return "|".join(sentence.text_with_ws for sentence in doc.sents)


@pytest.mark.parametrize("marked", GERMAN)
def test_german_sentences(marked):
    assert borders(marked.replace("|", ""), "de").replace(" |", "| ") == marked


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences(marked):
    assert borders(marked.replace("|", ""), "en").replace(" |", "| ") == marked


@settings(deadline=None)
@given(st.text(alphabet="aB1. ,!?„“\n:–", max_size=60))
def test_a_sentence_never_runs_across_a_line_break_and_none_is_lost(text):
    import spacy

    doc = sentences.split(spacy.blank("de")(text))
    assert "".join(s.text_with_ws for s in doc.sents) == doc.text
    for sentence in doc.sents:
        assert "\n" not in sentence.text.strip()
