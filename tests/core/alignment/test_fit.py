"""What the scorer of links learns from, before anything is fitted."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from core import gold
from core.alignment.fit import shuffled
from core.job import Job
from core.language import pipelines

EVENT = Path(__file__).parents[2] / "gold" / "calm" / "harren-runoff"


def test_a_shuffled_account_keeps_its_sentences_and_what_they_say() -> None:
    event = gold.read(EVENT)
    docs = pipelines.parse(event.articles, Job())
    mixed = shuffled(event, docs, random.Random(0))
    assert mixed.articles[0] == event.articles[0]
    for before, after in zip(event.articles[1:], mixed.articles[1:], strict=True):
        assert after.language == before.language
        assert after.text.splitlines()[0] == before.text.splitlines()[0]
        assert after.text != before.text
        assert Counter(after.text.split()) == Counter(before.text.split())
    text = {a.id: a.text for a in (*event.articles, *mixed.articles)}

    def said(one: gold.Event) -> set[frozenset[str]]:
        return {frozenset(" ".join(s.of(text[m.article_id]).split()) for m in ms for s in m.spans) for ms in one.claims}

    assert len(said(event) & said(mixed)) > 0.9 * len(event.claims)
    assert all(s.of(text[m.article_id]) for ms in mixed.claims for m in ms for s in m.spans)
