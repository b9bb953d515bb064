"""Of a book only the chapters that the reader ticks are compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from core.model import Article
from gui.chapters import Chapters
from gui.window import Window
from tests.core.reading import stories


def book(*told: stories.Story) -> bytes:
    """A book with a chapter for each story."""
    chapters = {
        f"{n}.xhtml": f"<h2>{s.title}</h2>" + "".join(f"<p>{p}</p>" for p in s.paragraphs) for n, s in enumerate(told)
    }
    items = "".join(f'<item id="c{n}" href="{n}.xhtml"/>' for n in range(len(told)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(told)))
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>'
    return stories.zipped(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "b.opf": package, **chapters}
    )


@pytest.fixture
def opened(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What reaches the desk."""
    found: list[object] = []
    monkeypatch.setattr(window.desk, "open", found.extend)
    return found


def test_the_reader_ticks_chapters(window: Window, opened: list[object], qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(book(*stories.STORIES))
    window.open_picked(["wire.txt", str(tmp_path / "book.epub")])
    assert opened == ["wire.txt"]
    qtbot.waitUntil(lambda: bool(window.findChildren(Chapters)))
    (dialog,) = window.findChildren(Chapters)
    agree = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not agree.isEnabled()
    assert [dialog.list.item(n).text() for n in range(dialog.list.count())] == [s.title for s in stories.STORIES]
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    chapter = opened[-1]
    assert isinstance(chapter, Article)
    assert chapter.title == stories.ENGLISH.title


@pytest.mark.parametrize("data", [book(stories.GERMAN), b"PK no book"])
def test_one_chapter_or_none_is_not_asked_about(
    window: Window, opened: list[object], qtbot: QtBot, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(data)
    window.open_picked([str(path)])
    qtbot.waitUntil(lambda: bool(opened))
    assert window.findChildren(Chapters) == []
    assert opened == [str(path)] if data.startswith(b"PK no") else isinstance(opened[0], Article)
