"""What is told of a link, against the slow and obvious way to find it; and the likeness of words by whatever way."""

from __future__ import annotations

import numpy as np
import pytest

from core.alignment import cover, material, pairs
from core.alignment.relation import NEGATIONS, SAME_NAME, Telling
from core.alignment.standing import Cells
from core.claims import extract
from core.job import Job
from core.language import figures, pipelines
from core.language.encoder import Encoder
from core.reading import read_text

TEXTS = (
    "Council stops bridge\n\nThe council of Lennestadt did not approve the bridge on 24 November. Mayor Ruth Calloway said "
    "it would cost 12 million euros. Nobody was hurt.",
    "Rat stoppt Brücke\n\nDer Rat von Lennestadt hat die Brücke am 24. November abgelehnt. Sie hätte 12 Millionen Euro "
    "gekostet, sagte Bürgermeisterin Ruth Calloway. 40 Menschen standen nicht weit davon.",
    "Bridge is off\n\nLennestadt has rejected the bridge. It never had 15 million euros, Calloway said.",
)


@pytest.fixture(scope="module")
def event() -> material.Material:
    articles = tuple(sorted((read_text(t) for t in TEXTS), key=lambda a: a.id))
    docs = pipelines.parse(articles, Job())
    claims = tuple(c for a in articles for c in extract(a, docs[a.id]))
    return material.gather(articles, docs, claims, Encoder(), Job())


def names(m: material.Material, i: int, j: int) -> set[str]:
    """Each name of one claim with the nearest of the other."""
    found = set()
    for form in (f for f in m.words.of[i] if m.words.class_[f] == 0):
        others = [f for f in m.words.of[j] if m.words.class_[f] == 0]
        near = [float(m.words.vectors[form] @ m.words.vectors[f]) for f in others]
        if others:
            best = others[int(np.argmax(np.round(near, 5)))]
            if m.words.lower[form] == m.words.lower[best] or max(near) >= SAME_NAME:
                found.add(min(m.words.forms[form], m.words.forms[best]))
    return found


def negated(text: str) -> bool:
    words = [w.strip("„“”\"'.,;:!?()").lower() for w in text.split()]
    return any(w in NEGATIONS or w.endswith("n't") for w in words)


def test_what_is_told_of_a_link_is_what_both_claims_say(event: material.Material) -> None:
    telling, m = Telling(event), event
    row = dict.fromkeys(("cosine", "cover30_min", "cover30_max", "token_set", "base_rank_min"), 0.6)
    row |= {"figures_same": 1.0, "figures_against": 0.0}
    shared = 0
    for i in range(len(m.claims)):
        for j in range(len(m.claims)):
            if m.home[i] == m.home[j]:
                continue
            for _ in range(2):  # the second time it is known
                why = telling.why(i, j, row, 0.123456)
                assert set(why.names) == names(m, i, j)
                agreeing = {f"{a.value:g}" for a in m.figures[i] for b in m.figures[j] if figures.agree(a, b)}
                assert why.figures == tuple(sorted(agreeing))[:4]
                unlike = negated(m.texts[i]) != negated(m.texts[j])
                assert (telling.relation(i, j, row) == "conflict") == unlike
            shared += bool(why.names)
    assert shared
    assert telling.why(0, 1, row, 0.123456).support == 0.1235


def test_the_likeness_of_all_words_is_that_of_each_articles(
    event: material.Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [cover.Vocabulary.of(event, rows) for rows in event.rows]
    monkeypatch.setattr(cover, "BLOCK", 7)
    whole = cover.Likeness(event)
    monkeypatch.setattr(cover, "TABLE", 0)
    apart = cover.Likeness(event)
    for own in articles:
        assert np.allclose(whole.of(own.forms), apart.of(own.forms), atol=1e-6)


def test_words_are_alike_by_meaning_or_letters_and_figures_by_themselves(event: material.Material) -> None:
    words, forms = event.words, np.arange(len(event.words.forms))
    table = cover.likeness(event, forms, forms)
    assert words.is_figure.any()
    for x, y in np.ndindex(table.shape):
        if words.is_figure[x] or words.is_figure[y]:
            assert table[x, y] == float(words.lower[x] == words.lower[y])


def test_verdicts_are_counted_claim_by_claim(event: material.Material) -> None:
    counted, ground = 0.0, pairs.Ground.of(event)
    for home in range(len(event.rows)):
        meeting = pairs.Host(ground, home).meet([other for other in range(len(event.rows)) if other != home])
        cells, found = Cells.of(np.ones(meeting.field.shape, dtype=bool)), {}
        meeting._figures(cells, found)
        counted += found["figures_same"].sum()
        for k, (x, y) in enumerate(zip(cells.x, cells.y, strict=True)):
            i, j = meeting.field.rows[x], meeting.field.columns[y]
            said = [figures.agree(f, g) for f in event.figures[i] for g in event.figures[j]]
            assert (found["figures_same"][k], found["figures_against"][k]) == (said.count(True), said.count(False))
    assert counted
