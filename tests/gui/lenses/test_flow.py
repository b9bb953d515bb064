"""How chips and charts share a line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.lenses.flow import Even


@pytest.mark.parametrize(
    ("width", "count", "lines"),
    [
        (1000, 4, [4]),  # narrower than they would like, but none is left alone
        (800, 4, [2, 2]),
        (900, 5, [3, 2]),
        (2000, 2, [2]),
        (150, 2, [1, 1]),
    ],
)
def test_lines_are_filled_evenly(qtbot: QtBot, width: int, count: int, lines: list[int]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    even = Even(page, spacing=10)
    even.setContentsMargins(0, 0, 0, 0)
    boxes = [QWidget(page) for _ in range(count)]
    for box in boxes:
        box.setMinimumSize(200, 100)
        even.addWidget(box)
    even.setGeometry(QRect(0, 0, width, 500))
    tops = [box.y() for box in boxes]
    assert [tops.count(top) for top in sorted(set(tops))] == lines
    assert len({box.width() for box in boxes}) == 1
    assert boxes[0].width() <= Even.WIDEST
    assert even.heightForWidth(width) == max(tops) + 100
