"""What is found for all places of an article at once is what the slow and obvious way finds for each."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing import label, loaded, tone, vocabulary
from core.framing.common import Vocables
from core.framing.evidence import SHORT, Candidate, Evidence
from core.framing.features import table_of
from core.framing.ground import Ground, placed
from core.framing.label import PARTNER
from core.framing.loaded import NEAR
from core.framing.meanings import Meanings
from core.framing.naming import Name, first_of_best, names_in
from core.model import Claim, Span
from tests.core.framing import events

SAID = {
    "a": (
        "en",
        "Bridge 5 closed!\n\nThe regime closed the “old bridge” on Monday. “We closed it and we will not open it again,” "
        "the despot said: 40 hooligans were hurt! Who paid 12 million? The so-called experts, the critics say.",
    ),
    "b": (
        "en",
        "Bridge shut\n\nThe government shut the old bridge on Monday. The president said 40 protesters were hurt. "
        "The advisers paid 12 million. The critics say so.",
    ),
    "c": ("de", "Brücke zu\n\nDie Regierung hat die alte Brücke am Montag gesperrt. 40 Demonstranten wurden verletzt."),
}
TOGETHER = [
    {"a": "closed the", "b": "shut the", "c": "gesperrt"},
    {"a": "40 hooligans", "b": "40 protesters", "c": "40 Demonstranten"},
    {"a": "Who paid", "b": "advisers"},
]


@pytest.fixture(scope="module", params=["said", "bridge", "mill", "alone"])
def evidence(request: pytest.FixtureRequest) -> Evidence:
    texts, groups = {
        "said": (SAID, TOGETHER),
        "bridge": (events.BRIDGE_DE, events.BRIDGE_GROUPS),
        "mill": (events.MILL_EN, events.MILL_GROUPS),
        "alone": ({"a": SAID["a"], "empty": ("en", "…")}, []),
    }[request.param]
    return events.evidence(texts, groups)


def test_places_have_the_features_that_each_has_by_itself(evidence: Evidence) -> None:
    for article in evidence.articles:
        spans = [Span(t.idx, t.idx + len(t)) for t in evidence.words[article.id]]
        own = evidence.claims_of[article.id]
        claims = [evidence.claim_at(article.id, s.start) for s in spans]
        number = np.array([-1 if c is None else own.index(c) for c in claims], dtype=np.int64)
        start, end = (np.array([getattr(s, side) for s in spans], dtype=np.int64) for side in ("start", "end"))
        found = placed(evidence, article.id, start, end, number)
        for k, (span, claim) in enumerate(zip(spans, claims, strict=True)):
            assert {name: values[k] for name, values in found.items()} == tone.placed(evidence, article.id, span, claim)


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 20))


@given(st.lists(st.tuples(spans, st.booleans(), st.booleans(), st.integers(0, 4)), max_size=6))
def test_the_claim_at_a_place_is_the_grouped_or_else_the_shortest(drawn: list[tuple[Span, bool, bool, int]]) -> None:
    claims = [
        Claim(f"c{k}", "a", span, (Span(span.start + cut, span.end),), 0.0, "speaker" if speaker else "outlet")
        for k, (span, _, speaker, cut) in enumerate(drawn)
    ]
    grouped = [grouped for _, grouped, _, _ in drawn]
    ground = Ground.of(60, claims, grouped, ())
    for offset in range(60):
        over = [k for k, c in enumerate(claims) if c.span.start <= offset < c.span.end]
        best = min(over, key=lambda k: (not grouped[k], len(claims[k].span), claims[k].id), default=-1)
        told = best >= 0 and claims[best].voice == "speaker" and offset >= claims[best].content[0].start
        assert (ground.claim.item(offset), ground.told.item(offset)) == (best, told)


def test_words_in_quotation_marks_are_found_as_one_by_one(evidence: Evidence) -> None:
    for article in evidence.articles:
        ground, quotations = evidence.ground[article.id], evidence.quotations[article.id]
        places = [Span(start, start + length) for start in range(len(article.text)) for length in (0, 3)]
        start, end = (np.array([getattr(s, side) for s in places], dtype=np.int64) for side in ("start", "end"))
        slow = [
            next((k for k, q in enumerate(quotations) if q.inner.start <= s.start and s.end <= q.inner.end), -1)
            for s in places
        ]
        assert ground.quotation(start, end).tolist() == slow
        voices = ["speaker" if own else "outlet" for own in ground.speaker(start, end, SHORT).tolist()]
        assert voices == [evidence.voice(article.id, s) for s in places]


sets = st.lists(st.frozensets(st.sampled_from("abcdefg"), max_size=5), min_size=1, max_size=6)


@given(sets, st.data())
def test_words_in_common_are_those_of_the_sets(words: list[frozenset[str]], data: st.DataObject) -> None:
    some = st.lists(st.integers(0, len(words) - 1), max_size=5)
    claims = data.draw(some)
    others = [data.draw(some) for _ in claims]
    found = Vocables.of(words).common(claims, others)
    for k, (claim, theirs) in enumerate(zip(claims, others, strict=True)):
        own = words[claim]
        assert found.times[k] == {w: sum(w in words[o] for o in theirs) for w in own}
        assert found.most()[k] == max((len(own & words[o]) for o in theirs), default=0)
        shares = [len(own & words[o]) / max(1, len(own | words[o])) for o in theirs]
        assert found.alike()[k] == max(shares, default=0.0)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.0, 0.5, 0.7])), max_size=12))
def test_of_equal_scores_the_first_is_taken(rated: list[tuple[int, float]]) -> None:
    of, score = [k for k, _ in sorted(rated, key=lambda x: x[0])], [v for _, v in sorted(rated, key=lambda x: x[0])]
    slow = []
    for k in range(4):
        own = [(v, -n) for n, (o, v) in enumerate(zip(of, score, strict=True)) if o == k and v > 0]
        slow.append(-max(own)[1] if own else -1)
    assert first_of_best(np.array(of, dtype=np.int64), np.array(score), 4).tolist() == slow


def test_a_table_of_columns_has_a_row_for_each() -> None:
    rows = table_of({"same": 0.5, "own": np.array([1.0, np.nan])}, 2)
    assert [dict(row) for row in rows] == [{"same": 0.5, "own": 1.0}, {"same": 0.5}]


def test_meanings_are_cosines_to_three_places(evidence: Evidence) -> None:
    words = sorted({lemma for c in evidence.claims for lemma in evidence.lemmas(c)})
    meaning, vectors = Meanings(evidence, words), evidence.encoder.vectors(words)
    for k, word in enumerate(words):
        near = [round(float(v), 3) for v in vectors @ vectors[k]]
        assert meaning.alike(word, words) == pytest.approx(max(near), abs=0.0011)
        assert meaning.first(word, meaning.rows(words))[1] == near.index(max(near))
    assert meaning.alike("", words) == meaning.alike(words[0], []) == 0.0


def test_words_are_their_articles_own_as_a_look_at_the_others_says(evidence: Evidence) -> None:
    tones = tone.tones(evidence, vocabulary.shipped("loaded"))
    for home, own in tones.of.items():
        found = tones.idiosyncrasy(home)
        others = [t for a, t in tones.of.items() if a != home and t.words]
        same = [t for a, t in tones.of.items() if a != home and evidence.language(a) == evidence.language(home)]
        for i, word in enumerate(own.words):
            have = sum(word.lemma in t.lemmas for t in same)
            near = [float((t.vectors[t.place] @ own.vectors[own.place[i]]).max()) for t in others]
            slow = {
                "elsewhere": have / len(same) if same else 0.0,
                "alone": float(bool(same) and not have),
                "again": float(sum(w.lemma == word.lemma for w in own.words) > 1),
                "nearest": sum(near) / len(near) if near else 0.0,
                "nearest_best": max(near, default=0.0),
            }
            assert {name: values[i] for name, values in found.items()} == pytest.approx(slow, abs=1e-5)


def test_a_loaded_word_is_set_against_the_nearest_word_of_all_counterparts(evidence: Evidence) -> None:
    known = vocabulary.shipped("loaded")
    tones = tone.tones(evidence, known)
    compared = 0
    for c in loaded.candidates(evidence, known):
        claim = evidence.claim_at(c.article_id, c.span.start)
        counterparts = evidence.counterparts(claim.id) if claim else ()
        if claim is None or not counterparts:
            assert "near" not in c.features
            continue
        own = tones.of[c.article_id]
        i = next(i for i, w in enumerate(own.words) if w.span == c.span)
        theirs = [(o.article_id, k) for o in counterparts for k in tones.of[o.article_id].rows(o.span)]
        near = [round(float(own.vectors[own.place[i]] @ own.vectors[tones.of[a].place[k]]), 5) for a, k in theirs]
        best = max(near, default=0.0)
        assert c.features["near"] == pytest.approx(max(0.0, best), abs=2e-5)
        said = Counter(lemma for o in counterparts for lemma in evidence.lemmas(o))
        assert c.features["in_counterparts"] == said[own.words[i].lemma] / len(counterparts)
        lemmas = evidence.lemmas(claim)
        kept = max(len(lemmas & evidence.lemmas(o)) for o in counterparts) / max(1, len(lemmas))
        assert c.features["kept"] == kept
        if best > 0:
            home, k = theirs[near.index(best)]
            there = tones.of[home]
            assert c.features["near_gap"] == pytest.approx(float(own.scores[i] - there.scores[k]), abs=1e-5)
            if best >= NEAR and there.words[k].lemma != own.words[i].lemma:
                assert (c.against[0].article_id, c.against[0].span) == (home, there.words[k].span)
                compared += 1
    assert compared or not evidence.groups


def test_the_other_name_is_the_best_of_all_counterparts(evidence: Evidence) -> None:
    known = vocabulary.shipped("label")
    lexicon = {a.id: known.lexicon("label", a.language) for a in evidence.articles}

    def families(claim: Claim, name: Name) -> set[str]:
        return {e.group for e in lexicon[claim.article_id].of_token(name.head)}

    def place(claim: Claim, name: Name) -> float:
        return (name.head.idx - claim.span.start) / max(1, len(claim.span))

    def score(claim: Claim, name: Name, there: Claim, other: Name) -> float:
        a, b = evidence.encoder.vectors([name.head.text, other.head.text])
        value = max(0.0, round(float(a @ b), 5)) + 0.15 * (1 - abs(place(claim, name) - place(there, other)))
        value += 0.35 * bool(name.figures & other.figures) + 0.05 * (name.proper == other.proper)
        value += 0.25 * bool(families(claim, name) & families(there, other))
        return 0.0 if name.lemma in evidence.lemmas(there) else min(1.0, value)

    found: dict[tuple[str, Span], Candidate] = {(c.article_id, c.span): c for c in label.candidates(evidence, known)}
    compared = 0
    for claim in evidence.claims:
        counterparts = evidence.counterparts(claim.id)
        for name in names_in(evidence, claim):
            c = found[claim.article_id, name.span]
            if not counterparts:
                assert "partner" not in c.features
                continue
            others = [
                (o, n) for o in counterparts for n in names_in(evidence, o) if n.lemma not in evidence.lemmas(claim)
            ]
            scored = [score(claim, name, *other) for other in others]
            best = max(scored, default=0.0)
            assert c.features["partner"] == pytest.approx(best, abs=2e-5)
            have = sum(name.lemma in evidence.lemmas(o) for o in counterparts)
            assert c.features["in_counterparts"] == have / len(counterparts)
            if best >= PARTNER:
                there, other = others[scored.index(best)]
                assert (c.against[0].article_id, c.against[0].span) == (there.article_id, other.span)
                assert c.features["same_figure"] == bool(name.figures & other.figures)
                compared += 1
    assert compared or not evidence.groups
