"""A reader's decisions follow the words when a text is mended, and are never moved onto others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.mending import carried
from core.model import Article, Decision, Passage, Span, claim_id, mark_id
from core.reading import read_text
from core.reading.mend import drop_section, retitle, take_back

ARTICLE = read_text(
    "Kran gestrichen 🏗️\n\nDer Rat sagt Nein.\n\nZur Person.\n\nDer Rat sagt Nein.\n\nDie Reederei klagt. 🙂\n\nLeave a reply"
)
OTHER = "a-000000000000"


def place(words: str, last: bool = False) -> Span:
    start = (ARTICLE.text.rfind if last else ARTICLE.text.find)(words)
    return Span(start, start + len(words))


def note(**about: object) -> Decision:
    return Decision(id="d", kind="note", created="2026-11-22T10:00:00Z", **about)  # type: ignore[arg-type]  # names of fields


def test_every_kind_of_place_follows_its_words() -> None:
    new = retitle(drop_section(ARTICLE, 2), "Kran")
    sues, first, second = (
        place("Die Reederei klagt."),
        place("Der Rat sagt Nein."),
        place("Der Rat sagt Nein.", last=True),
    )
    claim = claim_id(ARTICLE.id, sues)
    decisions = [
        note(claims=(claim_id(ARTICLE.id, second), claim_id(OTHER, Span(1, 5)))),
        note(mark=mark_id("loaded", ARTICLE.id, first)),
        note(mark=mark_id("omission", OTHER, Span(0, 0), f"g:{claim}")),
        note(mark=mark_id("omission", ARTICLE.id, Span(0, 0), f"g:{claim_id(OTHER, Span(1, 5))}")),
        note(passage=Passage(ARTICLE.id, sues), article_id=ARTICLE.id),
        note(article_id=ARTICLE.id),
    ]
    at = new.text.find
    sued = Span(at("Die Reederei"), at("Die Reederei") + len(sues))
    one, two = at("Der Rat"), new.text.rfind("Der Rat")
    assert carried(decisions, ARTICLE, new) == (
        note(claims=(claim_id(new.id, Span(two, two + 18)), claim_id(OTHER, Span(1, 5)))),
        note(mark=mark_id("loaded", new.id, Span(one, one + 18))),
        note(mark=mark_id("omission", OTHER, Span(0, 0), f"g:{claim_id(new.id, sued)}")),
        note(mark=mark_id("omission", new.id, Span(0, 0), f"g:{claim_id(OTHER, Span(1, 5))}")),
        note(passage=Passage(new.id, sued), article_id=new.id),
        note(article_id=new.id),
    )


def test_what_is_about_dropped_words_stays_as_it_was_and_holds_again_when_they_come_back() -> None:
    gone = note(claims=(claim_id(ARTICLE.id, place("Zur Person.")),), article_id=ARTICLE.id)
    other = note(claims=(claim_id(ARTICLE.id, place("Die Reederei klagt.")),))
    without = drop_section(ARTICLE, 2)
    kept = carried([gone, other], ARTICLE, without)
    assert kept[0] == gone
    assert kept[1] != other
    whole = take_back(without, next(n for n, d in enumerate(without.dropped) if d.text == "Zur Person."))
    assert whole.id == ARTICLE.id
    assert carried(kept, without, whole) == (gone, other)


LINES = st.lists(st.text("ab🙂 é", min_size=1, max_size=6).filter(str.strip), min_size=2, max_size=6)


@settings(deadline=None)
@given(LINES, LINES, st.data())
def test_no_decision_moves_onto_other_words(old: list[str], new: list[str], data: st.DataObject) -> None:
    before = Article("a-1", "x", "", "", "\n\n".join(old), "de")
    after = Article("a-2", "x", "", "", "\n\n".join(new), "de")
    start = data.draw(st.integers(0, len(before.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(before.text))))
    (found,) = carried([note(passage=Passage("a-1", span))], before, after)
    assert found.passage is not None
    text = before.text if found.passage.article_id == "a-1" else after.text
    assert found.passage.span.of(text) == span.of(before.text)
