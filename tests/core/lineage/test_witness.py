"""What of an article counts as its own words."""

from __future__ import annotations

from core.lineage.witness import Witnesses, runs
from tests.core.lineage.made import SENTENCES, article, comparison


def test_a_run_with_a_name_or_title_in_it_is_nobodys() -> None:
    assert runs(["Prime", "Minister", "Ada", "Holm", "said", "she", "would"]) == {
        ("said", "she", "would"),
        ("holm", "said", "she"),
    }
    assert runs(["die", "Ministerpräsidentin", "Ada", "Holm", "sagte"]) == frozenset()


def test_one_capital_alone_is_no_name() -> None:
    assert runs(["das", "Gericht", "wies", "die", "Klage", "ab"]) == {
        ("das", "gericht", "wies"), ("gericht", "wies", "die"), ("wies", "die", "klage"), ("die", "klage", "ab"),
    }  # fmt: skip


def test_the_stretch_is_the_longest_row_of_common_words_outside_quotations() -> None:
    quoted = article("One", [0, 5], tail="“We shall never in our lives give up this one harbour of ours,” she said.")
    again = article("Two", [5, 9], tail="She said: “We shall never in our lives give up this one harbour of ours.”")
    witnesses = Witnesses(comparison(quoted, again))
    assert witnesses.stretch(quoted.id, again.id) == witnesses.stretch(again.id, quoted.id) == len(SENTENCES[5].split())
