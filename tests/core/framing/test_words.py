"""The lenses for words and names: loaded, label, scare_quotes, with the models that ship."""

import pytest

from core.framing import label, lenses, loaded, propose, scare_quotes, scorer
from core.framing.evidence import Candidate, Evidence
from core.model import Span
from core.phrases import say
from tests.core.framing.events import BRIDGE_DE, BRIDGE_GROUPS, MILL_EN, MILL_GROUPS, evidence


@pytest.fixture(scope="module")
def bridge() -> Evidence:
    return evidence(BRIDGE_DE, BRIDGE_GROUPS)


@pytest.fixture(scope="module")
def mill() -> Evidence:
    return evidence(MILL_EN, MILL_GROUPS)


def strength(found: Evidence) -> dict[tuple[str, str, Span], float]:
    """How strong all lenses' candidates are, by kind, article and place: each is judged among the others."""
    candidates = [c for lens in lenses() for c in propose(lens, found)]
    words = {a.id: len(a.text.split()) for a in found.articles}
    rated = zip(candidates, scorer.strengths(candidates, words), strict=True)
    return {(c.kind, c.article_id, c.span): p for c, p in rated}


def strengths(found: Evidence, kind: str, name: str) -> dict[str, float]:
    article = f"a-{name}"
    return {found.text(a, span): p for (k, a, span), p in strength(found).items() if a == article and k == kind}


def strong(found: Evidence, candidate: Candidate) -> bool:
    return strength(found)[candidate.kind, candidate.article_id, candidate.span] >= scorer.threshold(candidate.kind)


def one(found: Evidence, candidates: list[Candidate], word: str) -> Candidate:
    return next(c for c in candidates if found.text(c.article_id, c.span) == word)


@pytest.mark.parametrize("word", ["Brücken-Hammer", "abgeschmettert", "wetterte", "verpulvern"])
def test_german_words_that_heat_are_marked(bridge: Evidence, word: str) -> None:
    assert strengths(bridge, loaded.KIND, "boulevard")[word] >= scorer.threshold("loaded")


@pytest.mark.parametrize("word", ["torpedoed", "slammed", "bombshell", "in tatters"])
def test_english_words_that_heat_are_marked(mill: Evidence, word: str) -> None:
    assert strengths(mill, loaded.KIND, "tabloid")[word] >= scorer.threshold("loaded")


def test_plain_words_are_not_marked(bridge: Evidence, mill: Evidence) -> None:
    for found, name in ((bridge, "agentur"), (mill, "wire")):
        weak = strengths(found, loaded.KIND, name)
        assert weak
        assert max(weak.values()) < scorer.threshold("loaded")


def test_a_loaded_word_is_set_against_the_plain_one(mill: Evidence) -> None:
    candidate = one(mill, list(loaded.find(mill)), "slammed")
    assert [mill.text(p.article_id, p.span) for p in candidate.against] == ["criticised"]
    said = say(candidate.reason.key, "en", **dict(candidate.reason.values))
    assert "slammed" in said
    assert "criticised" in said


def test_another_name_by_the_same_figure_is_its_counterpart(bridge: Evidence, mill: Evidence) -> None:
    for found, name, other in ((bridge, "40 Chaoten", "40 Demonstranten"), (mill, "40 hooligans", "40 protesters")):
        candidate = one(found, list(label.find(found)), name)
        assert [found.text(p.article_id, p.span) for p in candidate.against] == [other]
        assert strong(found, candidate)


def test_names_that_both_use_are_no_labels(bridge: Evidence) -> None:
    names = strengths(bridge, label.KIND, "boulevard")
    assert names["Stadtrat"] < scorer.threshold("label")
    assert names["Bürgermeisterin"] < scorer.threshold("label")


def test_marks_around_a_word_that_the_other_writes_without() -> None:
    texts = {
        "a": ("de", "Rat berät Plan\n\nDie Experten legten am Dienstag ihren Bericht vor. Der Rat nahm ihn an."),
        "b": ("de", "Rat berät Plan\n\nDie „Experten“ legten am Dienstag ihren Bericht vor. Der Rat nahm ihn an."),
    }
    found = evidence(texts, [{"a": "Experten", "b": "Experten"}])
    candidate = one(found, list(scare_quotes.find(found)), "„Experten“")
    assert candidate.voice == "outlet"
    assert [found.text(p.article_id, p.span) for p in candidate.against] == ["Experten"]
    assert strong(found, candidate)


def test_so_called_is_marked_with_its_noun(mill: Evidence) -> None:
    candidate = one(mill, list(scare_quotes.find(mill)), "so-called advisers")
    assert [mill.text(p.article_id, p.span) for p in candidate.against] == ["advisers"]
    assert strong(mill, candidate)


def test_names_and_real_quotations_are_no_scare_quotes() -> None:
    text = (
        "Neues Schiff getauft\n\nDas Schiff heißt „Morgenstern“. „Wir freuen uns sehr auf die erste Fahrt“, sagte der "
        "Kapitän. Die Zeitung „Hafenbote“ berichtete."
    )
    found = evidence({"a": ("de", text), "b": ("de", text.replace("sehr", ""))})
    assert not list(scare_quotes.find(found))


def test_candidates_are_inside_the_text_and_finite(bridge: Evidence, mill: Evidence) -> None:
    for found in (bridge, mill):
        for lens in lenses():
            for c in lens.find(found):
                assert c.kind == lens.KIND
                assert 0 <= c.span.start <= c.span.end <= len(found.article[c.article_id].text)
                assert 0 <= c.features["prior"] <= 1
                assert all(abs(v) < 1e6 for v in c.features.values())
