"""The frame: what lenses propose becomes marks, whatever the order of the articles, and only inside the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core import framing
from core.framing import scorer
from core.framing.evidence import Candidate, Evidence
from core.job import Job
from core.model import Mark, Passage, Reason, Settings, Span
from core.phrases import say
from tests.core.framing.events import BRIDGE_DE, BRIDGE_GROUPS, ENCODER, MILL_EN, MILL_GROUPS, evidence


def marks(found: Evidence, chosen: Settings | None = None) -> tuple[Mark, ...]:
    return framing.mark(
        found.articles, dict(found.docs), found.claims, (), found.groups, ENCODER, chosen or Settings(), Job()
    )


def test_every_mark_lies_in_its_article_and_says_why_in_both_languages() -> None:
    for texts, groups in ((BRIDGE_DE, BRIDGE_GROUPS), (MILL_EN, MILL_GROUPS)):
        found = evidence(texts, groups)
        result = marks(found)
        assert {m.kind for m in result} >= {"loaded", "label"}
        for m in result:
            assert 0 <= m.span.start <= m.span.end <= len(found.article[m.article_id].text)
            assert all(p.span.end <= len(found.article[p.article_id].text) for p in m.against)
            assert all(p.article_id != m.article_id for p in m.against)
            assert 0 <= m.strength <= 1
            for language in ("en", "de"):
                assert "{" not in say(m.reason.key, language, **dict(m.reason.values))


def test_the_order_of_the_articles_changes_only_the_order_of_the_marks() -> None:
    forward = evidence(BRIDGE_DE, BRIDGE_GROUPS)
    backward = evidence(dict(reversed(BRIDGE_DE.items())), BRIDGE_GROUPS)
    assert {m.id: m for m in marks(forward)} == {m.id: m for m in marks(backward)}


def test_the_same_comparison_gives_the_same_marks() -> None:
    assert marks(evidence(MILL_EN, MILL_GROUPS)) == marks(evidence(MILL_EN, MILL_GROUPS))


def test_only_the_lenses_that_the_reader_wants_look() -> None:
    assert {m.kind for m in marks(evidence(BRIDGE_DE, BRIDGE_GROUPS), Settings(lenses=("loaded",)))} == {"loaded"}


def test_one_article_without_groups_can_be_marked() -> None:
    alone = evidence({"boulevard": BRIDGE_DE["boulevard"]})
    assert all(m.group_id is None or m.article_id for m in marks(alone))
    assert "loaded" in {m.kind for m in marks(alone)}


def test_no_article_and_an_article_without_words_give_no_marks() -> None:
    assert framing.mark((), {}, (), (), (), ENCODER, Settings(), Job()) == ()
    assert marks(evidence({"empty": ("de", "…\n\n–")})) == ()


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.floats(0, 1)), max_size=30))
@settings(deadline=None)
def test_marks_of_one_kind_do_not_overlap_and_the_strongest_stays(places: list[tuple[int, int, float]]) -> None:
    candidates = [
        Candidate(
            "emphasis", "a", Span(start, start + length), {"prior": prior}, Reason("x"), (Passage("b", Span(0, 1)),)
        )
        for start, length, prior in places
    ]
    kept = framing.strongest(candidates, {"a": 100})
    for i, m in enumerate(kept):
        assert all(not m.span.overlap(other.span) for other in kept[i + 1 :])
    threshold = scorer.threshold("emphasis")
    strong = [c for c in candidates if c.features["prior"] >= threshold]
    if strong:
        assert max(m.strength for m in kept) == round(max(c.features["prior"] for c in strong), 4)
    else:
        assert kept == []
