"""Where text lies on the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from core.index import Index
from gui.reading.text import ArticleText
from gui.reading.typography import Typography
from tests.gui import comparisons


@pytest.fixture(params=["kurier", "nordblatt", "wire", "quay"])
def text(request: pytest.FixtureRequest, qtbot: QtBot) -> ArticleText:
    text = ArticleText(Index(comparisons.small()), request.param, Typography())
    qtbot.addWidget(text)
    text.resize(260, 400)
    text.show()
    return text


def test_every_claim_is_found_in_the_middle_of_each_of_its_lines(text: ArticleText) -> None:
    for claim in text.passages.claims:
        for rect in text.geometry_of.rects(claim.start, claim.end):
            unit = text.geometry_of.hit(rect.center())
            assert unit is not None
            assert text.passages.claim_at(unit) == claim.id


def test_the_margin_holds_no_text(text: ArticleText) -> None:
    for y in range(0, round(text.content_height), 5):
        assert text.geometry_of.hit(QPointF(5, y)) is None


def test_lines_lie_below_each_other_and_do_not_overlap(text: ArticleText) -> None:
    rects = text.geometry_of.rects(0, text.document().characterCount())
    assert len(rects) > 10
    assert all(a.bottom() <= b.top() for a, b in pairwise(rects))
    assert all(r.left() >= 34 and r.right() <= 260 for r in rects)


def test_a_stretch_reaches_from_its_first_line_to_its_last(text: ArticleText) -> None:
    for claim in text.passages.claims:
        rects = text.geometry_of.rects(claim.start, claim.end)
        assert text.geometry_of.reach(claim.start, claim.end) == (rects[0].top(), rects[-1].bottom())


def test_a_narrower_column_is_measured_anew(text: ArticleText) -> None:
    claim = text.passages.claims[-1]
    before = text.geometry_of.reach(claim.start, claim.end)
    text.resize(200, 400)
    assert text.geometry_of.reach(claim.start, claim.end)[1] > before[1]
