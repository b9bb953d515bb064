"""What is reckoned once for a claim is what a look at each of the others finds."""

from __future__ import annotations

import pytest

from core.framing.beside import Beside, share
from core.framing.evidence import Evidence
from core.framing.predicates import is_person, subject_head
from core.framing.statement import PLAIN
from core.framing.statements import Statements, statements_of
from tests.core.framing import events

MIXED = {
    **events.BRIDGE_DE,
    "wire": (
        "en",
        "Council stops bridge\n\nThe council rejected the bridge over the Lenne on Monday. The mayor criticised the decision. "
        "Some 40 demonstrators stood outside the town hall. The plan may have cost 12 million euros.",
    ),
}
GROUPS = [
    {"agentur": "abgelehnt", "boulevard": "abgeschmettert", "wire": "rejected"},
    {"agentur": "kritisierte", "wire": "criticised"},
    {"boulevard": "40 Chaoten", "wire": "40 demonstrators"},
]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return events.evidence(MIXED, GROUPS)


@pytest.fixture(scope="module")
def statements(evidence: Evidence) -> Statements:
    return statements_of(evidence)


def test_shares_and_words_are_those_of_the_counterparts(evidence: Evidence, statements: Statements) -> None:
    compared = 0
    for claim in evidence.claims:
        beside, others, own = statements.beside(claim), statements.counterparts(claim), statements.of(claim)
        compared += bool(others)
        assert beside.own is own
        assert beside.others == others
        for _ in range(2):
            assert beside.share("german", lambda o: o.language == "de") == share(o.language == "de" for o in others)
        every = len(others)
        assert beside.count == every
        assert beside.attributed(every) == [o for o in others if o.attributed]
        assert [o for o in others if o not in beside.attributed(every)] == beside.bare(every)
        acting = [o for o in others if any(not p.passive and is_person(p) for p in o.predicates)]
        active = [o for o in others if o.predicates and not any(p.passive for p in o.predicates)]
        assert beside.acting(every) == acting
        assert beside.acting() == acting[:3]
        assert beside.active(every) == active
        assert beside.best() == list(others[:3])
        german = [(o, v) for o, v in zip(others, beside.likeness, strict=True) if o.language == "de"]
        assert beside.some("german", lambda o: o.language == "de") == german
        assert beside.meaning == max(beside.likeness, default=0.0)
        assert beside.same == sum(o.language == own.language for o in others)
        sure = [o.sure for o in others] or [PLAIN]
        assert beside.sure == (sum(sure) / len(sure), min(sure), max(sure))
        for word in (*own.lemmas, "reject", "brücke", "nowhere"):
            assert beside.having(word) == sum(word in o.lemmas for o in others)
            assert beside.familiar(word) == sum(word in o.lemmas for o in others if o.language == own.language)
        likenesses = [
            len(own.lemmas & o.lemmas) / len(own.lemmas | o.lemmas) for o in others if o.language == own.language
        ]
        assert beside.alike == max(likenesses, default=0.0)
    assert compared > 5


def test_the_nearest_verb_is_the_first_of_the_nearest(evidence: Evidence, statements: Statements) -> None:
    lemmas = sorted({p.lemma for c in evidence.claims for p in statements.of(c).predicates})
    meaning, held = statements.meaning, 0
    for claim in evidence.claims:
        others, wording = statements.counterparts(claim), statements.wording(claim)
        predicates = [p for o in others for p in o.predicates]
        for lemma in lemmas:
            near = [meaning.alike(lemma, [p.lemma]) for p in predicates]
            first = (max(near), predicates[near.index(max(near))]) if near else (0.0, None)
            assert wording.nearest(lemma) == first
            active = [p.lemma for p in predicates if not p.passive]
            assert meaning.highest(lemma, wording.active_verbs) == meaning.alike(lemma, active)
            subjects = [subject_head(p) for p in predicates]
            assert meaning.highest(lemma, wording.subjects) == meaning.alike(lemma, subjects)
            held += bool(near)
    assert held


def test_who_undergoes_there_what_a_verb_does_here_is_found_by_a_look_at_each() -> None:
    turned = {
        "a": ("en", "Bridge vote\n\nThe council rejected the bridge. Police arrested two protesters."),
        "b": ("en", "Bridge vote\n\nThe bridge was rejected by the council. Two protesters were arrested by police."),
        "c": ("en", "Bridge vote\n\nThe council turned the bridge down. The protesters blamed the council."),
    }
    together = [
        {"a": "rejected", "b": "was rejected", "c": "turned"},
        {"a": "arrested", "b": "were arrested", "c": "blamed"},
    ]
    evidence = events.evidence(turned, together)
    statements = statements_of(evidence)
    subjects = sorted({s for c in evidence.claims for s in statements.of(c).subjects if s})
    undergone = 0
    for claim in evidence.claims:
        beside = statements.beside(claim)
        for subject in subjects:
            slow = [o for o in beside.others if subject.lower() in o.lemmas and subject not in o.subjects]
            assert beside.among(statements.undergoing(subject)) == len(slow)
            undergone += len(slow)
    assert undergone


def test_beside_nothing_every_share_is_nought() -> None:
    nothing = Beside()
    assert nothing.share("any", lambda o: True) == 0.0
    assert nothing.alike == 0.0
    assert not nothing.among(frozenset({0}))
    assert not nothing.having("bridge")
    assert not nothing.familiar("bridge")
