"""What readers decide changes groups and marks, is undone without a trace, and is never lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import revise
from core.decisions import Revised, apply, as_found, lapsed, still_lapsed, verdicts
from core.decisions.anchor import place_of
from core.decisions.groups import BY_READER
from core.index import Index
from core.model import Claim, ClaimGroup, Comparison, Decision, DecisionKind, Passage, Span, claim_id, mark_id
from core.phrases import LANGUAGES, say
from tests.core.report import event

FOUND = event.comparison()
WHEN = "2026-02-13T10:00:00Z"


def group(gist: str, comparison: Comparison = FOUND) -> ClaimGroup:
    return next(g for g in comparison.groups if g.gist.startswith(gist))


def claim(letter: str, gist: str) -> str:
    """The claim by which an article carries a group."""
    return next(c for c in group(gist).claims if c.startswith(event.ARTICLES[letter].id))


def alone(letter: str) -> str:
    """A claim of an article that is in no group."""
    grouped = {c for g in FOUND.groups for c in g.claims}
    return next(c.id for c in FOUND.claims if c.article_id == event.ARTICLES[letter].id and c.id not in grouped)


def pair(kind: DecisionKind, a: str, b: str) -> Decision:
    return Decision(f"{kind} {a} {b}", kind, WHEN, claims=(a, b))


def homes(comparison: Comparison) -> dict[str, str]:
    return {c: g.id for g in comparison.groups for c in g.claims}


def test_notes_and_verdicts_on_marks_change_nothing_that_was_found() -> None:
    decisions = tuple(d for d in event.decided().decisions if d.kind != "reject_link")
    after, gone = apply(FOUND, decisions)
    assert after == replace(FOUND, decisions=decisions)
    assert gone == ()
    assert not isinstance(after, Revised)


def test_a_pair_that_stands_alone_is_no_group_when_it_is_parted() -> None:
    two = group("Two people are detained")
    after = revise(FOUND, [pair("reject_link", *two.claims)])
    assert [g for g in FOUND.groups if g != two] == list(after.groups)
    assert after.links == FOUND.links, "what the machine found is still there, with its score"
    (mark,) = [m for m in FOUND.marks if m.group_id == two.id]
    assert replace(mark, group_id=None) in after.marks


def test_a_claim_that_is_parted_from_one_stays_with_whom_it_has_the_stronger_link() -> None:
    a, b, c = (claim(x, "The motion passes") for x in "ABC")
    after = revise(FOUND, [pair("reject_link", a, b)])
    score = {frozenset((x.a, x.b)): x.score for x in FOUND.links}
    assert score[frozenset((a, c))] > score[frozenset((b, c))]
    found = Index(after).group_of
    assert found[a] == found[c]
    assert b not in found
    assert found[a].gist == group("The motion passes").gist
    gazette = event.ARTICLES["B"].id
    assert [(o.article_id, o.claim_id, o.score) for o in found[a].omitted_by if o.article_id == gazette] == [
        (gazette, b, score[frozenset((a, b))])
    ], "what the reader parted is the nearest miss"


def test_the_part_with_the_gists_claim_keeps_the_gist() -> None:
    a, b, c = (claim(x, "The motion passes") for x in "ABC")
    index = Index(FOUND)
    for gist, kept in ((a, index.text(a)), (c, index.text(c)), (b, index.text(a))):
        said = tuple(replace(g, gist=index.text(gist)) if g == group("The motion passes") else g for g in FOUND.groups)
        after = revise(replace(FOUND, groups=said), [pair("reject_link", a, b)])
        assert Index(after).group_of[a].gist == kept


def test_a_claim_joins_a_group() -> None:
    a, new = claim("A", "Two people are detained"), alone("E")
    after = revise(FOUND, [pair("add_link", new, a)])
    found = Index(after).group_of[new]
    assert set(found.claims) == {*group("Two people are detained").claims, new}
    link = after.links[-1]
    assert ({link.a, link.b}, link.score, link.why) == ({new, a}, 1.0, BY_READER)
    assert after.links[:-1] == FOUND.links
    assert event.ARTICLES["E"].id not in {o.article_id for o in found.omitted_by}
    assert event.ARTICLES["C"].id in {o.article_id for o in found.omitted_by}


def test_two_claims_without_a_group_make_one() -> None:
    a, b = alone("E"), alone("B")
    after = revise(FOUND, [pair("add_link", a, b)])
    (new,) = set(after.groups) - set(FOUND.groups)
    assert set(new.claims) == {a, b}
    assert new.gist in {Index(after).text(c) for c in (a, b)}
    assert {o.article_id for o in new.omitted_by} == {event.ARTICLES[x].id for x in "ACD"}


def test_an_omission_goes_when_the_reader_finds_the_claim() -> None:
    omission = next(m for m in FOUND.marks if m.kind == "omission")
    assert omission.group_id == group("A bus replaces").id
    assert omission.article_id == event.ARTICLES["B"].id
    after = revise(FOUND, [pair("add_link", alone("B"), claim("A", "A bus replaces"))])
    assert [m for m in after.marks if m.kind == "omission"] == []
    assert revise(after, ()) == FOUND


def test_an_omission_goes_along_with_its_group() -> None:
    bus, people = claim("A", "A bus replaces"), claim("C", "People gather")
    joined = revise(FOUND, [pair("add_link", alone("E"), bus)])
    (omission,) = [m for m in joined.marks if m.kind == "omission"]
    assert omission.group_id == homes(joined)[bus]
    assert omission.id == mark_id("omission", omission.article_id, omission.span, omission.group_id)
    # The gazette carries what the wire's sentence is joined to now.
    merged = revise(FOUND, [pair("add_link", bus, people)])
    assert [m for m in merged.marks if m.kind == "omission"] == []


def test_the_later_of_two_verdicts_counts() -> None:
    a, b = group("Two people are detained").claims
    assert revise(FOUND, [pair("reject_link", a, b), pair("accept_link", b, a)]).groups == FOUND.groups
    assert revise(FOUND, [pair("accept_link", a, b), pair("reject_link", b, a)]).groups != FOUND.groups


def test_what_was_accepted_holds_where_the_machine_no_longer_sees_it() -> None:
    two = group("Two people are detained")
    accepted = pair("accept_link", *two.claims)
    # Compared again, with a threshold that the link does not reach: groups and links are without it.
    lost = frozenset(two.links)
    groups = tuple(replace(g, links=()) for g in FOUND.groups if g != two)
    later = replace(FOUND, links=tuple(x for i, x in enumerate(FOUND.links) if i not in lost), groups=groups)
    after = revise(later, [accepted])
    assert set(Index(after).group_of[two.claims[0]].claims) == set(two.claims)


def test_a_mark_of_the_readers_own() -> None:
    at = Passage(event.ARTICLES["B"].id, event.span("B", "besieged"))
    after = revise(
        FOUND,
        [
            Decision("d1", "add_mark", WHEN, mark_kind="loaded", passage=at, text="As if it were a castle"),
            Decision("d2", "add_mark", WHEN, mark_kind="label", passage=at),
        ],
    )
    loaded, label = after.marks[len(FOUND.marks) :]
    assert (loaded.kind, loaded.span, loaded.strength, loaded.voice) == ("loaded", at.span, 1.0, "outlet")
    assert loaded.group_id == group("People gather").id
    for language in LANGUAGES:
        assert "As if it were a castle" in say(loaded.reason.key, language, **dict(loaded.reason.values))
        assert say(label.reason.key, language, **dict(label.reason.values)).endswith(".")
    assert after.marks[: len(FOUND.marks)] == FOUND.marks


def moved(comparison: Comparison, by: int) -> Comparison:
    """The comparison with every claim cut ``by`` code points later, and every mark one: ids and all."""

    def later(span: Span, by: int = by) -> Span:
        return Span(span.start + by, span.end)

    new = {c.id: claim_id(c.article_id, later(c.span)) for c in comparison.claims}
    marks = tuple(
        replace(m, span=later(m.span, 1), id=mark_id(m.kind, m.article_id, later(m.span, 1))) if len(m.span) else m
        for m in comparison.marks
    )
    return replace(
        comparison,
        claims=tuple(replace(c, id=new[c.id], span=later(c.span)) for c in comparison.claims),
        links=tuple(replace(x, a=new[x.a], b=new[x.b]) for x in comparison.links),
        groups=tuple(replace(g, claims=tuple(new[c] for c in g.claims)) for g in comparison.groups),
        marks=marks,
    )


def test_decisions_find_claims_and_marks_that_are_cut_elsewhere() -> None:
    decisions = event.decided().decisions
    again = moved(FOUND, 3)
    after, gone = apply(again, decisions)
    assert gone == ()
    present = Index(again)
    for before, now in zip(decisions, after.decisions, strict=True):
        assert all(c in present.claim for c in now.claims)
        assert now.mark is None or now.mark in present.mark
        assert replace(now, claims=before.claims, mark=before.mark) == before
    assert len(after.groups) == len(FOUND.groups) - 1
    back, gone = apply(FOUND, after.decisions)
    assert back.decisions == decisions
    assert gone == ()


def test_a_claim_that_shares_less_than_half_is_another_claim() -> None:
    a, b = group("Two people are detained").claims
    there = next(c for c in FOUND.claims if c.id == a)
    cut = replace(there, span=Span(there.span.start, there.span.start + len(there.span) // 2 - 1))
    cut = replace(cut, id=claim_id(cut.article_id, cut.span))
    claims = tuple(cut if c.id == a else c for c in FOUND.claims)
    again = replace(FOUND, claims=claims, links=(), groups=(), marks=())
    decision = pair("add_link", a, b)
    after, gone = apply(again, [decision])
    assert gone == (decision,)
    assert after.groups == ()


def test_an_omission_finds_its_group_by_the_claim_in_its_name() -> None:
    bus = group("A bus replaces")
    old, new = "g:" + max(bus.claims), "g:" + min(bus.claims)
    omission = next(m for m in FOUND.marks if m.kind == "omission")
    named = replace(omission, id=mark_id("omission", omission.article_id, omission.span, new), group_id=new)
    again = replace(
        FOUND,
        groups=tuple(replace(g, id=new) if g == bus else g for g in FOUND.groups),
        marks=tuple(named if m == omission else m for m in FOUND.marks),
    )
    decision = Decision("d1", "reject_mark", WHEN, mark=mark_id("omission", omission.article_id, omission.span, old))
    after, gone = apply(again, [decision])
    assert gone == ()
    assert after.decisions[0].mark == named.id


def without(letter: str) -> Comparison:
    """The event compared without one article."""
    gone = event.ARTICLES[letter].id
    links = tuple(x for x in FOUND.links if not {x.a.rpartition(":")[0], x.b.rpartition(":")[0]} & {gone})
    groups = []
    for old in FOUND.groups:
        claims = tuple(c for c in old.claims if not c.startswith(gone))
        if len(claims) > 1:
            inside = tuple(i for i, x in enumerate(links) if {x.a, x.b} <= set(claims))
            groups.append(replace(old, claims=claims, links=inside, omitted_by=()))
    return replace(
        FOUND,
        articles=tuple(a for a in FOUND.articles if a.id != gone),
        claims=tuple(c for c in FOUND.claims if c.article_id != gone),
        links=links,
        groups=tuple(groups),
        marks=(),
    )


def test_decisions_lapse_with_their_article_and_come_back_with_it() -> None:
    decided = revise(FOUND, event.decided().decisions)
    assert lapsed(decided) == ()
    smaller = revise(without("B"), decided.decisions)
    assert {d.id for d in lapsed(smaller)} == {"d1", "d2", "d3", "d4", "d6"}
    assert smaller.decisions == decided.decisions, "lapsed, but not lost"
    assert revise(FOUND, smaller.decisions) == decided


def test_a_passage_that_is_not_in_the_text_lapses() -> None:
    article = event.ARTICLES["A"]
    beyond = Passage(article.id, Span(len(article.text) - 2, len(article.text) + 5))
    decision = Decision("d1", "add_mark", WHEN, mark_kind="loaded", passage=beyond)
    assert apply(FOUND, [decision]) == (replace(FOUND, decisions=(decision,)), (decision,))


CLAIMS = [c.id for c in FOUND.claims]
PAIRS = st.builds(pair, st.sampled_from(("accept_link", "add_link", "reject_link")), *[st.sampled_from(CLAIMS)] * 2)
MARKS = st.builds(
    lambda kind, mark: Decision(f"{kind} {mark}", kind, WHEN, mark=mark),
    st.sampled_from(("accept_mark", "reject_mark")),
    st.sampled_from([m.id for m in FOUND.marks] + ["loaded:gone:1-2", "omission:x"]),
)
DECISIONS = st.lists(st.one_of(PAIRS, PAIRS, MARKS), max_size=8).map(tuple)


@settings(max_examples=200, deadline=None)
@given(DECISIONS)
def test_groups_are_sound(decisions: tuple[Decision, ...]) -> None:
    after = revise(FOUND, decisions)
    grouped = [c for g in after.groups for c in g.claims]
    assert len(grouped) == len(set(grouped)), "every claim is in one group or in none"
    assert len({g.id for g in after.groups}) == len(after.groups)
    claims: dict[str, Claim] = {c.id: c for c in after.claims}
    for one in after.groups:
        carrying = {claims[c].article_id for c in one.claims}
        assert len(carrying) > 1
        assert not carrying & {o.article_id for o in one.omitted_by}
        assert all({after.links[i].a, after.links[i].b} <= set(one.claims) for i in one.links)
    ids = {g.id for g in after.groups}
    assert all(m.group_id is None or m.group_id in ids for m in after.marks)
    assert after.links[: len(FOUND.links)] == FOUND.links


@settings(max_examples=200, deadline=None)
@given(DECISIONS)
def test_verdicts_hold(decisions: tuple[Decision, ...]) -> None:
    after = revise(FOUND, decisions)
    home = homes(after)
    said = verdicts(decisions)
    members = {g.id: set(g.claims) for g in after.groups}
    for pair_, same in said.items():
        a, b = pair_
        together = a in home and home[a] == home.get(b)
        if not same:
            assert not together
        elif a.partition(":")[0] != b.partition(":")[0] and not together:
            joined = members.get(home.get(a, ""), {a}) | members.get(home.get(b, ""), {b})
            assert any(other <= joined for other, same in said.items() if not same), "only another verdict keeps apart"


@settings(max_examples=200, deadline=None)
@given(DECISIONS, DECISIONS)
def test_decisions_taken_back_leave_no_trace(first: tuple[Decision, ...], then: tuple[Decision, ...]) -> None:
    once = revise(FOUND, first)
    assert as_found(once) == FOUND
    assert revise(once, then) == revise(FOUND, then)
    assert revise(once, ()) == FOUND


def test_columns_moved_after_a_decision_stay_moved() -> None:
    revised = revise(FOUND, [pair("add_link", alone("E"), alone("B"))])
    turned = replace(revised, articles=revised.articles[::-1])
    assert revise(turned, ()) == replace(FOUND, articles=FOUND.articles[::-1])


@settings(max_examples=200, deadline=None)
@given(decisions=DECISIONS)
def test_what_has_lapsed_is_seen_in_what_came_out(decisions: tuple[Decision, ...]) -> None:
    after = revise(FOUND, decisions)
    assert set(still_lapsed(after)) == set(lapsed(after))


def test_ids_tell_where_claims_and_marks_are_or_were() -> None:
    articles = {a.id for a in FOUND.articles}
    for found in FOUND.claims:
        assert place_of(found.id, articles) == (found.article_id, found.span)
    for mark in FOUND.marks:
        assert place_of(mark.id, articles) == (mark.article_id, mark.span if len(mark.span) else None)
    first = FOUND.articles[0].id
    assert place_of(f"{first}:900-950", articles) == (first, Span(900, 950)), "a claim that is no more"
    assert place_of("a-gone:1-2", articles) is None
    assert place_of("", articles) is None
