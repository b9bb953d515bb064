"""What differs between two wordings, as it is seen and as it is heard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.index import Index
from core.lineage import Change, Difference
from core.model import Span
from gui.stemma.wordings import change_rich, change_said, pieces, rich
from tests.gui.comparisons import TEXTS


def spot(name: str, words: str) -> Span:
    start = TEXTS[name].index(words)
    return Span(start, start + len(words))


def closed() -> Change:
    """How the quay tells what the wire told: another name, a stronger verb, other words."""
    wire, quay = "The city of Lunden closed its old harbour bridge", "city bureaucrats slammed the harbour bridge"
    differences = (
        Difference("relabelled", spot("wire", "The city of Lunden"), spot("quay", "city bureaucrats")),
        Difference("reworded", spot("wire", "its old"), spot("quay", "the harbour")),
        Difference("heated", None, spot("quay", "slammed")),
    )
    index_of = {name: next(c for c in ids(name) if c) for name in ("wire", "quay")}
    assert TEXTS["wire"].index(wire) < TEXTS["wire"].index("closed")
    assert quay in TEXTS["quay"]
    return Change(
        "wire",
        "quay",
        (index_of["wire"],),
        (index_of["quay"],),
        "g-closed",
        ("relabelled", "heated", "reworded"),
        differences,
    )


def ids(name: str) -> list[str]:
    from tests.gui import comparisons

    group = next(g for g in comparisons.small().groups if g.id == "g-closed")
    return [c for c in group.claims if c.startswith(f"{name}:")]


def test_pieces_join_to_the_claim_again(index: Index) -> None:
    change = closed()
    for side, claims in (("before", change.before), ("after", change.after)):
        found = pieces(index, claims, change.differences, side)  # type: ignore[arg-type]  # one of the two sides
        assert "".join(text for text, _ in found) == index.text(claims[0])
    roles = dict(pieces(index, change.after, change.differences, "after"))
    assert roles["city bureaucrats"] == "changed"
    assert roles["slammed"] == "changed"
    assert roles["the harbour"] == "reworded"
    before = dict(pieces(index, change.before, change.differences, "before"))
    assert before["The city of Lunden"] == "changed"


def test_what_changed_is_told_by_more_than_its_colour(index: Index, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    old = rich(pieces(index, closed().before, closed().differences, "before"), "before", widget)
    new = rich(pieces(index, closed().after, closed().differences, "after"), "after", widget)
    assert old.count("line-through") == 2
    assert new.count("underline") == 3
    assert new.count("background-color") == 2


def test_whoever_hears_it_hears_the_differences(index: Index) -> None:
    said = change_said(closed(), index)
    assert said.startswith("relabelled, heated, reworded. Harbour Wire: “LUNDEN – The city of Lunden closed")
    assert "relabelled: “The city of Lunden” becomes “city bureaucrats”" in said
    assert "heated: “slammed” put in" in said


def test_markup_in_a_claim_stays_text(index: Index, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert rich([("<img src=x>", "changed")], "after", widget).count("<img") == 0
    assert "Harbour Wire" in change_rich(closed(), index, widget)
