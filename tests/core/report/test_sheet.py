"""What a report says of its own limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model import EVERY_TWO
from core.phrases import say
from core.report import Options
from core.report.sheet import limits
from core.report.telling import tell
from tests.core.report import event


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_report_on_very_many_articles_says_that_not_every_two_were_held_against_each_other(language: str) -> None:
    few = event.comparison()
    more = tuple(replace(few.articles[0], id=f"a-{n}") for n in range(EVERY_TWO))
    many = replace(few, articles=(*few.articles, *more))
    told = say("report.reliability.many", language, most=EVERY_TWO)
    assert str(EVERY_TWO) in told
    assert [told in limits(tell(found, language, Options())) for found in (few, many)] == [False, True]
