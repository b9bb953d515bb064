"""What HanTa's tags are mended to."""

import pytest

from core.language import pipelines
from core.language.german import is_finite, is_reported_mood


def finite(text):
    return [t.text for t in pipelines.load("de")(text) if is_finite(t)]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Die Polizei behauptet, der Anruf sei zu spät gekommen.", ["behauptet", "sei"]),
        ("Zwei Männer verletzt", []),
        ("Der Rat hat den Plan verworfen.", ["hat"]),
        ("Bahn und Gewerkschaft überlassen Vermittlern das Wort", ["überlassen"]),
    ],
)
def test_a_clause_has_its_finite_verb(text, verbs):
    assert finite(text) == verbs


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Der Kreis sei am Limit.", ["sei"]),
        ("Man stelle keine Bedingungen.", ["stelle"]),
        ("Der Wert liege höher, sagte er.", ["liege"]),
        ("Er sagte das gestern.", []),
        ("Das kostet irre 25 Millionen.", []),
    ],
)
def test_the_mood_of_reported_speech(text, reported):
    assert [t.text for t in pipelines.load("de")(text) if is_reported_mood(t)] == reported


def test_the_tags_of_a_trained_pipeline_do_as_well():
    import spacy
    from spacy.tokens import Doc

    doc = Doc(
        spacy.blank("de").vocab,
        ["Der", "Kreis", "liege", "vorn"],
        tags=["ART", "NN", "VVFIN", "ADV"],
        lemmas=["der", "Kreis", "liegen", "vorn"],
    )
    assert [t.text for t in doc if is_finite(t)] == ["liege"]
    assert [t.text for t in doc if is_reported_mood(t)] == ["liege"]
