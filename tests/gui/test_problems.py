"""The quiet panel of what could not be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from core.errors import UserError
from gui.problems import Problems


def failures(*names: str) -> list[object]:
    return [UserError("error.missing", name).failure() for name in names]


def shown(problems: Problems) -> list[str]:
    texts = [label.text() for label in problems.findChildren(QLabel) if label.isVisible()]
    lists = problems.findChildren(QListWidget)
    return texts + [each.item(i).text() for each in lists if each.isVisible() for i in range(each.count())]


def press(problems: Problems, text: str, qtbot: QtBot) -> None:
    button = next(b for b in problems.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_failure_is_one_sentence_that_names_the_file(qtbot: QtBot) -> None:
    problems = Problems()
    qtbot.addWidget(problems)
    problems.show_failures(failures("a.pdf"))
    assert any("a.pdf" in text for text in shown(problems))
    press(problems, "Dismiss", qtbot)
    assert not problems.isVisible()


def test_several_open_to_a_list(qtbot: QtBot) -> None:
    problems = Problems()
    qtbot.addWidget(problems)
    problems.show_failures(failures("a.pdf", "b.txt", "c.html"))
    assert not any("b.txt" in text for text in shown(problems))
    press(problems, "Show", qtbot)
    assert [name for name in ("a.pdf", "b.txt", "c.html") if any(name in text for text in shown(problems))] == [
        "a.pdf",
        "b.txt",
        "c.html",
    ]
    press(problems, "Hide", qtbot)
    assert not any("b.txt" in text for text in shown(problems))


def test_a_name_that_looks_like_html_is_shown_as_it_is(qtbot: QtBot) -> None:
    problems = Problems()
    qtbot.addWidget(problems)
    problems.show_failures(failures("<b>a</b>.txt"))
    label = next(label for label in problems.findChildren(QLabel) if "a</b>" in label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText
