"""Titles, outlets, dates, languages and texts of all files of ``recovered``, and how much of the texts is there."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from tests.core.reading.recovered import LEAST, MEAN, Known, f1, files, read_back

FILES = files()


@pytest.mark.parametrize("known", FILES, ids=lambda known: known.name)
def test_the_facts_and_the_text_are_read(known: Known, tmp_path: Path) -> None:
    article = read_back(known, tmp_path)
    assert (article.title, article.outlet, article.published, article.language) == (
        known.title,
        known.outlet,
        known.published,
        known.language,
    )
    assert f1(article.text, known.text) >= LEAST


def test_nearly_all_of_at_least_sixty_files_is_recovered(tmp_path: Path) -> None:
    shares = [f1(read_back(known, tmp_path).text, known.text) for known in FILES]
    assert len(shares) >= 60
    assert statistics.mean(shares) >= MEAN


def test_what_is_missing_and_what_is_too_much_costs() -> None:
    assert f1("abcd", "abcd") == 1.0
    assert f1("ab", "abcd") == f1("abcd", "ab") == pytest.approx(2 / 3)
    assert f1("dcba", "abcd") == 0.25
    assert f1("xy", "ab") == 0.0
