"""An address is opened only where the reader has allowed it, and added only when the reader agrees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.job import Job
from core.reading import read_text
from core.reading.address import Fetched
from gui.fetching import AddressDialog
from gui.options import Options
from gui.preferences import Preferences
from gui.window import Window

ARTICLE = replace(
    read_text("Bridge is shut\n\nThe city closed it."), outlet="news.example", source="https://news.example/b"
)
HOPS = ("https://news.example/a", "https://news.example/b")


def dialogs(window: Window) -> list[AddressDialog]:
    return window.findChildren(AddressDialog)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that were asked for; nothing is fetched."""
    addresses: list[str] = []

    def fetch(address: str, job: Job) -> Fetched:
        addresses.append(address)
        if "private" in address:
            raise UserError("error.address.private", address, host="private")
        return Fetched((ARTICLE,), HOPS)

    monkeypatch.setattr("gui.fetching.fetch", fetch)
    return addresses


@pytest.fixture
def dialog(window: Window, asked: list[str]) -> AddressDialog:
    window.show_options()
    (options,) = window.findChildren(Options)
    options.privacy.fetching.setChecked(True)
    options.close()
    window.actions_["address"].trigger()
    (dialog,) = dialogs(window)
    return dialog


def test_it_is_off_unless_it_is_switched_on(window: Window) -> None:
    assert not Preferences().fetching
    assert not window.actions_["address"].isEnabled()
    window.ask_address()
    assert dialogs(window) == []


def test_the_switch_is_remembered_and_can_be_switched_off(window: Window, dialog: AddressDialog) -> None:
    assert Preferences().fetching
    assert window.actions_["address"].isEnabled()
    dialog.close()
    window.show_options()
    window.findChildren(Options)[-1].privacy.fetching.setChecked(False)
    assert not Preferences().fetching
    assert not window.actions_["address"].isEnabled()


@pytest.mark.parametrize("written", ["", "yes", "1", None, "purple"])
def test_whatever_stands_in_the_settings_only_the_switch_switches_it_on(written: str | None) -> None:
    Preferences()._settings.setValue("fetch_addresses", written)
    assert not Preferences().fetching


def test_redirects_are_shown_before_the_article_is_added(
    window: Window, dialog: AddressDialog, asked: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(window.desk, "open", opened.extend)
    dialog.fetched.connect(opened.extend)
    assert not dialog.fetch_button.isEnabled()
    qtbot.keyClicks(dialog.field, "news.example/a")
    assert asked == []  # nothing while the reader types
    qtbot.mouseClick(dialog.fetch_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.add_button.isEnabled)
    for part in (*HOPS, "Bridge is shut", "news.example, 7 words"):
        assert part in dialog.told.text()
    assert opened == []
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert ARTICLE in opened
    assert asked == ["news.example/a"]


def test_a_dropped_address_is_opened_like_a_typed_one(window: Window, asked: list[str], qtbot: QtBot) -> None:
    """Where the settings allow it: the dialog with the address in it, and nothing asked before the reader says so."""
    data = QMimeData()
    data.setUrls([QUrl("https://news.example/a?b=ü")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    assert dialogs(window) == []
    assert "unless the settings allow it" in window.statusBar().currentMessage()
    Preferences().fetching = True
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    (dialog,) = dialogs(window)
    assert dialog.field.text() == "https://news.example/a?b=%C3%BC"
    assert asked == []
    qtbot.mouseClick(dialog.fetch_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.add_button.isEnabled)
    assert all(hop in dialog.told.text() for hop in HOPS)


def test_what_is_refused_is_said_in_the_dialog_and_cannot_be_added(dialog: AddressDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "http://private/")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "private network" in dialog.told.text())
    assert not dialog.add_button.isEnabled()


def test_a_folder_is_opened_whole(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    opened: list[object] = []
    monkeypatch.setattr(window.desk, "open", opened.extend)
    window.actions_["folder"].trigger()
    assert opened == [str(tmp_path)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    window.actions_["folder"].trigger()
    assert opened == [str(tmp_path)]
