"""Evidence: quotations, voices, and what claims say to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing.evidence import Evidence, _quotations
from core.model import Span
from tests.core.framing.events import BRIDGE_DE, BRIDGE_GROUPS, evidence


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Er sprach von einer „Farce“ und ging.", ["Farce"]),
        ("Er sprach von einer »Farce« und ging.", ["Farce"]),
        ("Sie nannte es “a farce” and left.", ["a farce"]),
        ("A 'peace' deal for the farmers' union", ["peace"]),
        ("Il parle de « paix » ce soir.", [" paix "]),
        ("„Er sagte ‚nein‘ zu mir“, sagte sie.", ["Er sagte ‚nein‘ zu mir"]),
        ("It's the mayor's turn, isn't it?", []),
        ("„Das endet nie", ["Das endet nie"]),
    ],
)
def test_quotation_marks_are_paired(text: str, inner: list[str]) -> None:
    assert [q.inner.of(text) for q in _quotations(text)] == inner


@given(st.text(alphabet="ab „“”\"'‘’»«\n.", max_size=60))
def test_quotations_lie_in_the_text_one_after_the_other(text: str) -> None:
    last = 0
    for quotation in _quotations(text):
        assert (
            last
            <= quotation.span.start
            < quotation.inner.start
            <= quotation.inner.end
            <= quotation.span.end
            <= len(text)
        )
        last = quotation.span.end


def test_a_long_quotation_is_the_speakers_a_word_in_marks_the_outlets() -> None:
    text = "Titel\n\n„Das ist eine Farce und ein Skandal“, sagte sie. Die „Experten“ schwiegen."
    found = evidence({"x": ("de", text)})
    assert found.voice("a-x", _at(text, "Skandal")) == "speaker"
    assert found.voice("a-x", _at(text, "Experten")) == "outlet"
    assert found.voice("a-x", _at(text, "schwiegen")) == "outlet"


def test_counterparts_are_the_claims_of_the_other_articles() -> None:
    found = evidence(BRIDGE_DE, BRIDGE_GROUPS)
    for claim in found.claims:
        others = found.counterparts(claim.id)
        assert all(c.article_id != claim.article_id for c in others)
        assert all(claim in found.counterparts(c.id) for c in others)
    assert sum(bool(found.counterparts(c.id)) for c in found.claims) == 8


def test_every_token_is_found_again_by_its_offset() -> None:
    found: Evidence = evidence(BRIDGE_DE)
    for a in found.articles:
        for token in found.words[a.id]:
            assert found.token_at(a.id, token.idx) == token
            claim = found.claim_at(a.id, token.idx)
            assert claim is None or claim.span.start <= token.idx < claim.span.end


def _at(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))
