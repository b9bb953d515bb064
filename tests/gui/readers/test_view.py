"""Two readers: the other's copy comes in, and what they decided differently is counted and shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from core import store
from core.compare import revise
from core.model import Comparison, Decision, DecisionKind
from gui.readers.view import Readers
from gui.window import Window

WHEN = "2026-11-22T10:00:00Z"


def verdict(id_: str, kind: DecisionKind, claims: tuple[str, ...]) -> Decision:
    return Decision(id_, kind, WHEN, claims=claims)


@pytest.fixture
def pairs(comparison: Comparison) -> list[tuple[str, ...]]:
    """Pairs of claims that the machine linked, in different groups."""
    return [(comparison.links[g.links[0]].a, comparison.links[g.links[0]].b) for g in comparison.groups if g.links]


@pytest.fixture
def hers(comparison: Comparison, pairs: list[tuple[str, ...]], tmp_path: Path) -> Path:
    """Ada's copy: she accepts one link, rejects two, and writes a note."""
    path = tmp_path / "Ada.lesart"
    kinds: list[DecisionKind] = ["accept_link", "reject_link", "reject_link"]
    said = [verdict(f"a{n}", kind, pair) for n, (kind, pair) in enumerate(zip(kinds, pairs, strict=False))]
    store.save(revise(comparison, [*said, Decision("a9", "note", WHEN, text="Well.")]), path)
    return path


def cells(dialog: Readers) -> list[str]:
    labels = [dialog._grid.itemAt(n).widget() for n in range(dialog._grid.count())]
    return [label.text() for label in labels if isinstance(label, QLabel)]


def test_another_readers_copy_is_held_against_ones_own(
    window: Window,
    comparison: Comparison,
    pairs: list[tuple[str, ...]],
    hers: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kinds: list[DecisionKind] = ["accept_link", "reject_link", "accept_link", "accept_link"]
    mine = [verdict(f"m{n}", kind, pair) for n, (kind, pair) in enumerate(zip(kinds, pairs, strict=False))]
    window.session.show(revise(comparison, mine))
    before = window.session.comparison
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(hers), ""))
    window.actions_["readers"].trigger()
    (dialog,) = window.findChildren(Readers)
    assert not dialog.list.isVisible()
    qtbot.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert (dialog.first.currentText(), dialog.second.currentText()) == ("You", "Ada")
    assert cells(dialog)[5:] == [
        "Links", "3", "2", "67 %", "0.40",
        "Cues", "0", "0", "–", "–",
        "Together", "3", "2", "67 %", "0.40",
    ]  # fmt: skip
    assert "1 that only You decided, 0 that only Ada decided" in dialog.counted.text()
    assert dialog.list.count() == 1
    assert dialog.list.item(0).text().endswith("You: the same   ·   Ada: not the same")
    assert "4 decisions brought in" in window.statusBar().currentMessage()
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert window.session.choice.claim_id == pairs[2][0]
    assert window.session.comparison is not None
    third = next(g for g in window.session.comparison.groups if pairs[2][0] in g.claims)
    assert pairs[2][1] in third.claims, "one's own decision counts"
    window.actions_["undo"].trigger()
    assert window.session.comparison == before
    qtbot.waitUntil(lambda: dialog.second.count() == 1)
    assert not dialog.list.isVisible()
    dialog.close()


def test_a_copy_of_something_else_is_refused_with_a_sentence(
    window: Window, comparison: Comparison, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.lesart"
    other = tuple(replace(a, id=f"other-{a.id}") for a in comparison.articles)
    store.save(replace(comparison, articles=other, claims=(), links=(), groups=(), marks=()), path)
    window.session.show(comparison)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.projects._bring_in()
    qtbot.waitUntil(window.problems.isVisible)
    assert "other.lesart" in window.problems.sentences()[0]
    assert window.session.comparison == comparison


def test_both_always_alike_is_told_where_kappa_says_nothing(
    window: Window, comparison: Comparison, pairs: list[tuple[str, ...]], qtbot: QtBot
) -> None:
    mine = verdict("m", "accept_link", pairs[0])
    window.session.show(revise(comparison, [replace(mine, id="a", reader="Ada"), mine]))
    window.actions_["readers"].trigger()
    (dialog,) = window.findChildren(Readers)
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert cells(dialog)[5:10] == ["Links", "1", "1", "100 %", "–"]
    assert "Kappa says nothing" in dialog.counted.text()
    dialog.close()
