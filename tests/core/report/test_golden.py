"""Each format says of the small event what its golden file says."""

from __future__ import annotations

import pytest

from tests.core.report.golden import CASES, FOLDER, path_of, said


@pytest.mark.parametrize(("suffix", "language"), CASES)
def test_the_report_is_as_it_was_reviewed(suffix: str, language: str) -> None:
    """Where a change is meant: ``python -m tests.core.report.golden``, and look at the diff."""
    assert said(suffix, language) == path_of(suffix, language).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {p.name for p in FOLDER.iterdir()} == {path_of(*case).name for case in CASES}
