"""What a drop or the clipboard holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from core.reading import FORMATS
from gui import opening
from gui.opening import Pasted, sources_of
from gui.saving import with_ending


def mime(**parts: object) -> QMimeData:
    data = QMimeData()
    for name, value in parts.items():
        getattr(data, f"set{name.title()}")(value)
    return data


def test_files_go_before_the_text_that_names_them(qapp: QApplication) -> None:
    data = mime(urls=[QUrl.fromLocalFile("/x/a b.txt"), QUrl.fromLocalFile("/x/c.pdf")], text="/x/a b.txt")
    assert sources_of(data) == ["/x/a b.txt", "/x/c.pdf"]


def test_html_goes_before_text(qapp: QApplication) -> None:
    assert sources_of(mime(html="<p>Hi</p>", text="Hi")) == [Pasted("<p>Hi</p>", True, "clipboard")]
    assert sources_of(mime(text="Hi")) == [Pasted("Hi", False, "clipboard")]


@pytest.mark.parametrize(
    "data", [None, QMimeData(), mime(text="  \n"), mime(urls=[QUrl("https://example.org/a.html")])]
)
def test_nothing_comes_of_nothing_and_no_address_is_fetched(qapp: QApplication, data: QMimeData | None) -> None:
    assert sources_of(data) == []


def test_the_filters_name_every_format(qapp: QApplication) -> None:
    everything, *families = opening.name_filters()
    for suffix in FORMATS:
        assert f"*{suffix}" in everything
        assert sum(f"*{suffix}" in f.replace(")", " ").split() or f"(*{suffix}" in f for f in families) >= 1


@pytest.mark.parametrize(
    ("path", "named"),
    [("", ""), ("a", "a.html"), ("a.html", "a.html"), ("a.md", "a.md"), ("a.b", "a.b.html"), ("A.HTML", "A.HTML")],
)
def test_a_name_without_ending_gets_one(path: str, named: str) -> None:
    assert with_ending(path, ".html", (".html", ".md")) == named
