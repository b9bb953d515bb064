"""Poses of the window about projects: the library, the earlier states, a second reader, decisions that lapsed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from core.compare import revise
from core.model import Decision, DecisionKind
from gui.window import Window

WHEN = "2026-11-22T10:00:00Z"


def until(ready: Callable[[], object]) -> None:
    """Let the event loop run until ``ready``, ten seconds at most."""
    end = time.monotonic() + 10
    while not ready() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def kept(window: Window) -> None:
    """Wait until what is shown is on the disk."""
    until(lambda: window.desk.keeper.project is not None and window.desk.keeper.last is None)


def library(window: Window) -> None:
    """Show all comparisons."""
    kept(window)
    window.projects.show_library()
    page = window.projects.library
    assert page
    until(lambda: page.answer.entries)


def left_out(window: Window) -> None:
    """Ask what an outlet left out."""
    library(window)
    page = window.projects.library
    assert page
    page.outlets.setCurrentIndex(1)
    page.choose("left_out")
    until(lambda: page.answer.entries and page.answer.entries[0].group)


def states(window: Window) -> None:
    """Show the earlier states."""
    assert window.session.comparison
    kept(window)
    window.session.decide(Decision("n1", "note", WHEN, text="?"), "Note")
    window.actions_["states"].trigger()
    until(QApplication.activeModalWidget)


def readers(window: Window) -> None:
    """Show where two readers differ."""
    comparison = window.session.comparison
    assert comparison
    links = [comparison.links[g.links[0]] for g in comparison.groups if g.links]
    kinds: dict[str, tuple[DecisionKind, ...]] = {
        "Ada": ("accept_link", "reject_link", "reject_link"),
        "": ("accept_link", "reject_link", "accept_link", "accept_link"),
    }
    decisions = [
        Decision(f"{reader}{n}", kind, WHEN, claims=(link.a, link.b), reader=reader)
        for reader, said in kinds.items()
        for n, (kind, link) in enumerate(zip(said, links, strict=False))
    ]
    window.session.change(revise(comparison, decisions), "")
    window.actions_["readers"].trigger()


def lapsed(window: Window) -> None:
    """Take away an article on which something was decided, and list what lapsed."""
    comparison = window.session.comparison
    assert comparison
    links = [comparison.links[g.links[0]] for g in comparison.groups if g.links][:3]
    decisions = [Decision(f"d{n}", "accept_link", WHEN, claims=(x.a, x.b)) for n, x in enumerate(links)]
    gone = comparison.articles[0].id
    left = replace(
        comparison, articles=comparison.articles[1:], links=(), groups=(), marks=(),
        claims=tuple(c for c in comparison.claims if c.article_id != gone),
        unrelated=tuple(a for a in comparison.unrelated if a != gone),
    )  # fmt: skip
    window.session.change(revise(left, decisions), "")
    window.lapsed.unfold()


POSES = {"library": library, "left-out": left_out, "states": states, "readers": readers, "lapsed": lapsed}
