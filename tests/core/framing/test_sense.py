"""What the words of a candidate mean, learned from those that were marked."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from core.framing import features, sense
from core.framing.evidence import Candidate, Evidence
from core.language.encoder import Encoder
from core.model import Reason, Span

TEXT = "was killed. was murdered. was shot. was painted. was measured. was counted. was stabbed. was weighed."
HARM = {"was killed", "was murdered", "was shot", "was stabbed"}


def _candidates() -> list[Candidate]:
    out, at = [], 0
    for words in TEXT.removesuffix(".").split(". "):
        span = Span(at, at + len(words))
        out.append(Candidate("agency", "a", span, {"passive": 1.0}, Reason("mark.agency.passive", ())))
        at = span.end + 2
    return out


def _evidence() -> Evidence:
    return cast("Evidence", SimpleNamespace(encoder=Encoder(), text=lambda _, span: span.of(TEXT)))


def _learned(own: list[Candidate], evidence: Evidence) -> sense.Sense:
    return sense.learn(sense.vectors(own, evidence), [c.span.of(TEXT) in HARM for c in own])


def test_words_like_those_that_were_marked_score_higher() -> None:
    pytest.importorskip("sklearn")
    evidence = _evidence()
    own = _candidates()
    learned = _learned(own[:6], evidence)
    stabbed, weighed = (c.features[sense.FEATURE] for c in learned.heard(own[6:], evidence))
    assert stabbed > weighed


def test_a_candidate_keeps_its_other_features_and_its_place() -> None:
    pytest.importorskip("sklearn")
    evidence = _evidence()
    own = _candidates()
    heard = list(_learned(own, evidence).heard(own, evidence))
    assert [(c.span, c.features["passive"]) for c in heard] == [(c.span, 1.0) for c in own]


def test_no_candidates_are_no_harm() -> None:
    weights = cast("Any", tuple(np.ones(512).tolist()))
    assert list(sense.Sense(weights, 0.0).heard([], _evidence())) == []


def test_what_is_heard_goes_into_the_room_that_a_table_has_for_it() -> None:
    pytest.importorskip("sklearn")
    evidence = _evidence()
    own = _candidates()
    learned = _learned(own, evidence)
    apart = [dict(c.features) for c in learned.heard(own, evidence)]
    tables = list(features.packed(own, room=[sense.FEATURE]))
    assert [dict(c.features) for c in tables] == [dict(c.features) for c in own]
    assert [dict(c.features) for c in learned.heard(tables, evidence)] == apart
    assert all(isinstance(c.features, features.Row) for c in learned.heard(tables, evidence))
