"""The lenses on how a claim is stated: distance, certainty, attribution, figure, agency; all prose is our own."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.framing import agency, attribution, certainty, distancing, figure, propose
from core.framing.evidence import Candidate, Evidence
from core.job import Job
from core.language import pipelines
from core.language.encoder import Encoder
from core.model import Article, Claim, ClaimGroup, Span, claim_id
from core.phrases import LANGUAGES, say

LENSES = (distancing, certainty, attribution, figure, agency)
ENCODER = Encoder()

Text = tuple[str, Sequence[str]]
"""An article: its language and its sentences; the nth sentences of all articles are one group."""


def compared(*texts: Text, linked: bool = True) -> Evidence:
    """The evidence of articles whose nth sentences say the same (an empty one stands for a gap)."""
    articles, claims = [], []
    groups: dict[int, list[str]] = {}
    for n, (language, sentences) in enumerate(texts):
        text = "\n".join(s for s in sentences if s)
        article = Article(f"a-{n}", f"paper{n}.txt", "", sentences[0], text, language)
        articles.append(article)
        start = 0
        for k, sentence in enumerate(sentences):
            if not sentence:
                continue
            span = Span(start, start + len(sentence))
            claims.append(Claim(claim_id(article.id, span), article.id, span, (span,), k / len(sentences), "outlet"))
            groups.setdefault(k, []).append(claims[-1].id)
            start = span.end + 1
    found = tuple(ClaimGroup(f"g:{k}", tuple(own), (), (), "") for k, own in groups.items() if linked and len(own) > 1)
    docs = pipelines.parse(tuple(articles), Job())
    return Evidence(tuple(articles), docs, tuple(claims), (), found, ENCODER)


def proposed(lens: ModuleType, evidence: Evidence, article: int = 0) -> dict[str, Candidate]:
    """The lens's candidates in the nth article by their words."""
    text = evidence.articles[article].text
    return {c.span.of(text): c for c in propose(lens, evidence) if c.article_id == f"a-{article}"}


FLAT_DE = ("de", ["Am Freitag ist ein Damm gebrochen."])
FLAT_EN = ("en", ["A dam broke on Friday."])


@pytest.mark.parametrize(
    ("sentence", "words", "sort"),
    [
        ("Der Betreiber erklärte, am Freitag sei ein Damm gebrochen.", "sei ein Damm gebrochen", "mood"),
        ("Das Amt sagte, es handle sich um einen gebrochenen Damm.", "handle sich um", "mood"),
        ("Am Freitag ist angeblich ein Damm gebrochen.", "angeblich", "doubt"),
        ("Am Freitag, so hieß es, ist ein Damm gebrochen.", "hieß es", "hearsay"),
        ("Am Freitag soll ein Damm gebrochen sein.", "soll ein Damm gebrochen sein", "hearsay"),
        ("Der Wärter will einen Riss im Damm gesehen haben.", "will einen Riss im Damm gesehen haben", "witness"),
        ("Nach örtlicher Darstellung ist am Freitag ein Damm gebrochen.", "Nach örtlicher Darstellung", "source"),
    ],
)
def test_german_distance_is_seen_and_set_against_a_flat_claim(sentence: str, words: str, sort: str) -> None:
    evidence = compared(("de", [sentence]), FLAT_EN)
    found = proposed(distancing, evidence)
    near = [c for w, c in found.items() if w.startswith(words.split()[0]) or words.startswith(w)]
    assert near, list(found)
    assert near[0].features[f"is_{sort}"] == 1.0
    assert near[0].features["any_flat"] == 1.0
    assert near[0].against[0].article_id == "a-1"
    assert near[0].reason.key == f"mark.distancing.{sort}.flat"


def test_english_distance_is_seen() -> None:
    evidence = compared(("en", ["A dam allegedly broke on Friday."]), FLAT_DE)
    assert proposed(distancing, evidence)["allegedly"].features["is_doubt"] == 1.0


@pytest.mark.parametrize("text", [FLAT_DE, FLAT_EN, ("de", ["Ich habe den Damm gesehen und rechne mit Regen."])])
def test_a_flat_claim_keeps_no_distance(text: Text) -> None:
    assert proposed(distancing, compared(text, FLAT_EN)) == {}


def test_distance_counts_for_less_where_all_keep_it() -> None:
    said = ("de", ["Der Betreiber erklärte, am Freitag sei ein Damm gebrochen."])
    alone = next(iter(proposed(distancing, compared(said, FLAT_EN)).values()))
    shared = next(iter(proposed(distancing, compared(said, said)).values()))
    assert alone.features["prior"] > shared.features["prior"]


def test_a_hedge_is_set_against_the_plain_claim_and_the_plain_against_the_hedge() -> None:
    evidence = compared(("de", ["Das Werk wird womöglich geschlossen."]), ("en", ["The plant closes in May."]))
    hedge = proposed(certainty, evidence)["womöglich"]
    plain = proposed(certainty, evidence, 1)["closes in"]
    assert hedge.reason.key == "mark.certainty.hedge.against"
    assert plain.reason.key == "mark.certainty.plain.against"
    assert dict(plain.reason.values)["other"] == "womöglich"
    assert hedge.features["scale"] < plain.features["scale"]


def test_boosters_stand_above_the_plain_claim() -> None:
    evidence = compared(("en", ["The plant will undoubtedly close."]), ("de", ["Das Werk schließt vielleicht."]))
    assert proposed(certainty, evidence)["undoubtedly"].features["booster"] == 1.0


@pytest.mark.parametrize(
    ("language", "sentence", "word", "sort"),
    [
        ("de", "Der Leiter räumte am Montag Fehler ein.", "räumte", "conceding"),
        ("de", "Der Leiter behauptet, alles sei geprüft.", "behauptet", "doubting"),
        ("de", "Der Verband droht mit einer Klage.", "droht", "threatening"),
        ("en", "The manager admitted mistakes on Monday.", "admitted", "conceding"),
        ("en", "The manager slammed the report.", "slammed", "attacking"),
    ],
)
def test_verbs_that_judge_are_told_from_neutral_ones(language: str, sentence: str, word: str, sort: str) -> None:
    plain = ("de", ["Der Leiter sagte am Montag, es habe Fehler gegeben."])
    found = proposed(attribution, compared((language, [sentence]), plain))
    assert found[word].features[f"is_{sort}"] == 1.0
    assert found[word].features["strong"] == 1.0
    assert not any(c.features["judging"] for c in proposed(attribution, compared(plain, FLAT_EN)).values())


def test_a_claim_that_lost_its_source_is_set_against_the_one_that_names_it() -> None:
    evidence = compared(("en", ["Seven cows drowned."]), ("de", ["Nach Angaben der Feuerwehr ertranken sieben Kühe."]))
    bare = next(c for c in proposed(attribution, evidence).values() if c.features["is_bare"])
    assert bare.reason.key == "mark.attribution.bare.against"
    assert "Angaben" in dict(bare.reason.values)["other"]


@pytest.mark.parametrize(
    ("mine", "theirs", "words", "conflicts"),
    [
        (("de", "Neun Kühe ertranken."), ("en", "Seven cows drowned."), "Neun", 1.0),
        (
            ("de", "Vier Fünftel der Höfe sind leer."),
            ("en", "80 per cent of the farms are empty."),
            "Vier Fünftel",
            0.0,
        ),
        (("de", "Mehr als ein Dutzend Kühe ertrank."), ("en", "14 cows drowned."), "Mehr als ein Dutzend", 0.0),
        (("en", "About 30 cows drowned."), ("de", "35 Kühe ertranken."), "About 30", 1.0),
        (("en", "The dam broke at 10:20 pm."), ("de", "Der Damm brach um 22.40 Uhr."), "at 10:20 pm", 1.0),
    ],
)
def test_figures_that_differ(mine: tuple[str, str], theirs: tuple[str, str], words: str, conflicts: float) -> None:
    evidence = compared((mine[0], [mine[1]]), (theirs[0], [theirs[1]]))
    assert proposed(figure, evidence)[words].features["conflicts"] == conflicts


def test_a_vague_amount_is_set_against_the_figure() -> None:
    evidence = compared(("de", ["Mehrere Kühe ertranken."]), ("en", ["Seven cows drowned."]))
    vague = proposed(figure, evidence)["Mehrere"]
    assert vague.reason.key == "mark.figure.vague.against"
    assert dict(vague.reason.values)["other"] == "Seven"


def test_a_name_spelled_in_another_way_is_found_and_an_ending_is_no_other_way() -> None:
    evidence = compared(("en", ["Mayor Ilse Kranich resigned."]), ("en", ["Mayor Ilze Kranich resigned."]))
    found = [c for c in propose(figure, evidence) if c.features.get("is_name")]
    assert {c.span.of(evidence.article[c.article_id].text) for c in found} == {"Ilse", "Ilze"}
    inflected = compared(("de", ["Kranichs Rücktritt kam spät."]), ("de", ["Der Rücktritt von Kranich kam spät."]))
    assert [c for c in propose(figure, inflected) if c.features.get("is_name")] == []


def test_a_passive_without_a_doer_is_set_against_the_one_that_names_him() -> None:
    evidence = compared(
        ("de", ["Der Damm wurde am Freitag gesprengt."]),
        ("en", ["Soldiers blew up the dam on Friday, Anna Meyer said."]),
    )
    passive = next(c for c in proposed(agency, evidence).values() if c.features["passive"])
    assert passive.features["agentless"] == 1.0
    assert passive.reason.key == "mark.agency.passive.against"


def test_an_english_passive_with_its_doer_hides_nobody() -> None:
    evidence = compared(("en", ["The dam was blown up by soldiers."]), ("en", ["Soldiers blew up the dam."]))
    passive = next(c for c in proposed(agency, evidence).values() if c.features["passive"])
    assert passive.features["agentless"] == 0.0


def test_speech_in_quotation_marks_is_the_speakers() -> None:
    quoted = ("de", ["„Am Freitag ist angeblich irgendwo ein Damm gebrochen“, sagte die Ministerin."])
    assert proposed(distancing, compared(quoted, FLAT_EN))["angeblich"].voice == "speaker"


def test_every_reason_can_be_said_in_both_languages() -> None:
    evidence = compared(
        (
            "de",
            [
                "Angeblich sollen rund 30 Kühe ertrunken sein, räumte der Leiter ein.",
                "Der Damm wurde womöglich gesprengt.",
            ],
        ),
        ("en", ["Seven cows drowned, officials said.", "Soldiers blew up the dam."]),
    )
    for lens in LENSES:
        for candidate in propose(lens, evidence):
            for language in LANGUAGES:
                assert say(candidate.reason.key, language, **dict(candidate.reason.values))


SENTENCES = (
    "Der Damm wurde nach Angaben der Feuerwehr um 22.40 Uhr gesprengt.",
    "Angeblich sind rund 30 Kühe ertrunken, behauptet der Bauer Kranich.",
    "Man habe alles geprüft; es handle sich wohl um einen Einzelfall!",
    "„Wir wissen nichts“, sagte sie, und niemand solle das glauben.",
    "The dam was blown up, officials reportedly admitted at 10pm 🌊.",
    "Several cows may have drowned, the farmer Kranisch claims.",
    "",
)


@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=3),
    st.sampled_from(["de", "en", "fr"]),
    st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_candidates_lie_in_their_text_and_do_not_depend_on_the_order(
    texts: list[list[str]], language: str, linked: bool
) -> None:
    evidence = compared(*((language, [*sentences, f"{n}."]) for n, sentences in enumerate(texts)), linked=linked)
    turned = Evidence(evidence.articles[::-1], evidence.docs, evidence.claims[::-1], (), evidence.groups[::-1], ENCODER)
    for lens in LENSES:
        found = propose(lens, evidence)
        for c in found:
            assert c.kind == lens.KIND
            assert 0 <= c.span.start < c.span.end <= len(evidence.article[c.article_id].text)
            assert all(p.article_id != c.article_id for p in c.against)
            assert 0.0 <= c.features["prior"] <= 1.0
        assert [(c.article_id, c.span, dict(c.features)) for c in found] == [
            (c.article_id, c.span, dict(c.features)) for c in propose(lens, turned)
        ]
