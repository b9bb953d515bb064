"""Articles full of bait, from the file through the comparison to every view and every report: nothing of them is run or
loaded. Sockets are forbidden, and a listener behind Qt's back would notice whoever gets past Python."""

from __future__ import annotations

import html
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core import report
from core.compare import compare
from core.model import Comparison
from core.report import FORMATS
from gui.actions import VIEWS
from gui.importing import Importing
from gui.window import Window
from tests.core.reading import stories


@pytest.fixture
def trap(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the bait leads: a port at which somebody listens. Nobody may have called in the end."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        with monkeypatch.context() as forbidden:

            def refuse(*_: object, **__: object) -> None:
                raise AssertionError("a socket was opened")

            forbidden.setattr(socket, "socket", type("Forbidden", (socket.socket,), {"__init__": refuse}))
            forbidden.setattr(socket, "create_connection", refuse)
            forbidden.setattr(socket, "getaddrinfo", refuse)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


def baited(story: stories.Story, at: str, picture: Path) -> str:
    """The story's page: with live bait, and with bait written out as words in its title, text, and what is left out."""
    live = (
        f'<link rel="stylesheet" href="{at}/a.css"><script src="{at}/a.js"></script><script>location="{at}/js"</script>'
        f'<style>@import url({at}/b.css); @font-face {{font-family: x; src: url({at}/f.woff)}}</style><img src="{at}/a.gif" '
        f'onerror="fetch(\'{at}/e\')"><iframe src="{at}/i"></iframe><object data="{at}/o"></object><base href="{at}/">'
        f'<meta http-equiv="refresh" content="0;url={at}/m"><a href="{at}/l" ping="{at}/p">Mehr</a>'
    )
    words = html.escape(f'<img src="{at}/w.png"><img src="{picture.as_uri()}"><script>x</script><a href="{at}/x">y</a>')
    page = (
        stories.web(story)
        .replace("<h1>", f"{live}<h1>{words} ")
        .replace("</article>", f"<p>Der Rat sagt: {words}.</p></article>")
    )
    return page.replace("<footer>", f'<div class="comments"><p>{words}</p></div><footer>').replace(
        "<title>", f"<title>{words}"
    )


@pytest.fixture
def compared(trap: str, tmp_path: Path) -> Comparison:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    for story in stories.STORIES:
        (tmp_path / f"{story.language}.html").write_text(baited(story, trap, picture), encoding="utf-8")
    found = compare([tmp_path / "de.html", tmp_path / "en.html"])
    assert len(found.articles) == 2
    assert all("<img src=" in a.text for a in found.articles)  # as words
    return found


def rich(window: QWidget) -> list[str]:
    """Widgets that would show the bait as markup: documents with a picture in them, labels that may be HTML."""
    found = []
    for part in window.findChildren(QWidget):
        if isinstance(part, QTextEdit | QPlainTextEdit) and "\ufffc" in part.toPlainText():
            found.append(f"{type(part).__name__}: a picture")
        if isinstance(part, QLabel) and "<img" in part.text() and part.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"label: {part.text()}")
        if Qt.mightBeRichText(part.toolTip()) and "<img" in part.toolTip():
            found.append(f"{type(part).__name__}: tip {part.toolTip()}")
    return found


def test_the_window_and_its_dialogs_load_nothing(window: Window, compared: Comparison, qtbot: QtBot) -> None:
    window.session.show(compared)
    for view in VIEWS:
        window.show_view(view)
        window.grab()
        assert rich(window) == []
    for claim in compared.claims:
        window.session.choose_claim(claim.id)
        QApplication.processEvents()
        assert rich(window.inspector) == []
    window.session.ask("article", compared.articles[0].id)
    (dialog,) = window.findChildren(Importing)
    for row in range(2):
        dialog.list.setCurrentRow(row)
        dialog.grab()
        assert "<img src=" in dialog.dropped.toPlainText()
        assert rich(dialog) == []
    qtbot.wait(50)
    assert not [b for b in window.findChildren(QAbstractButton) if "<img" in b.text()]


def test_the_reports_load_nothing(compared: Comparison, tmp_path: Path) -> None:
    for name in FORMATS:
        for language in ("de", "en"):
            content = report.render(compared, name, language, report.Options())
            assert len(content) > 500
    page = str(report.render(compared, "html", "de", report.Options()))
    for tag in ("<img", "<script", "<link", "<iframe", "<object", "<base", 'http-equiv="refresh'):
        assert tag not in page
