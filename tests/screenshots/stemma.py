"""Poses of the stemma: sets of articles with known descent, three, six and twelve at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from core.lineage.gold import read
from core.model import Comparison
from gui.window import Window
from tests.screenshots.projects import until

if TYPE_CHECKING:
    from tests.screenshots.window import Studio

GOLD = Path(__file__).parents[1] / "gold" / "lineage"
SETS: dict[str, tuple[str, ...]] = {
    "three": ("hostile-broadcaster",), "six": ("chain-of-six",), "unseen": ("unseen-agency",),
    "twelve": ("chain-of-six", "hostile-broadcaster", "unseen-agency"), "independent": ("independent-de",),
    "versions": ("corrected-figure",),
}  # fmt: skip


@cache
def compared(name: str) -> Comparison:
    """One set of articles, compared."""
    from core.compare import compare

    articles = [article for _, article in read(GOLD / name).articles]
    return compare(articles[:2] if name == "corrected-figure" else articles)


def event(name: str) -> Comparison:
    """The comparison that a picture shows."""
    return joined([compared(one) for one in SETS[name]])


def joined(parts: Sequence[Comparison]) -> Comparison:
    """Comparisons as if they were one: articles, claims and groups of all, as far as they are not the same."""
    first, shift = parts[0], len(parts[0].links)
    articles, claims, groups = list(first.articles), list(first.claims), list(first.groups)
    links, marks = list(first.links), list(first.marks)
    for part in parts[1:]:
        articles += part.articles
        claims += part.claims
        links += part.links
        groups += [replace(g, links=tuple(n + shift for n in g.links)) for g in part.groups]
        marks += part.marks
        shift += len(part.links)
    return replace(
        first, articles=tuple(articles), claims=tuple(claims), links=tuple(links), groups=tuple(groups),
        marks=tuple(marks), unrelated=(),
    )  # fmt: skip


def tree(window: Window) -> None:
    """Show the stemma, with an edge chosen and a claim on it."""
    window.show_view("stemma")
    until(lambda: window.session.lineage)
    panel = window.stemma.panel
    until(lambda: panel.list.changes.rowCount() or not window.stemma.canvas.tags)
    if panel.list.changes.rowCount():
        model = panel.list.changes
        row = next(
            (
                r
                for r in range(model.rowCount())
                if model.change(r).before and model.change(r).after and model.change(r).differences
            ),
            0,
        )
        panel.list.setCurrentIndex(model.index(row))
        until(lambda: panel.chain.toPlainText().startswith("1."))


def versions(window: Window) -> None:
    """Two versions of one text."""
    comparison = window.session.comparison
    assert comparison
    first, second = (a.id for a in comparison.articles)
    window.session.versions = (first, second)
    window.session.show(replace(comparison))
    tree(window)


def beside(window: Window) -> None:
    """The two articles of an edge side by side."""
    tree(window)
    window.stemma.panel.read.click()


def matrix(window: Window) -> None:
    """The letters of common sources in the matrix."""
    window.show_view("claims")
    until(lambda: window.session.lineage)


POSES: dict[str, Callable[[Window], None]] = {
    "three": tree, "six": tree, "twelve": tree, "unseen": tree, "independent": tree, "versions": versions,
}  # fmt: skip


def pictures(studio: Studio) -> None:
    """The stemma of each set, in both themes; its letters in the matrix, and an edge read side by side."""
    for name, pose in POSES.items():
        for theme, language in (("light", "en"), ("dark", "de")):
            _shoot(studio, f"stemma-{name}-{language}-{theme}", name, pose, theme=theme, language=language)
    for name, pose in (("matrix", matrix), ("beside", beside)):
        _shoot(studio, f"stemma-{name}", "six", pose)


def scaled(studio: Studio, size: QSize, scale: str) -> None:
    """The stemma of six articles on an enlarged screen."""
    _shoot(studio, f"stemma-{scale}", "six", tree, size=size, language="de")


def _shoot(studio: Studio, name: str, shown: str, pose: Callable[[Window], None], **how: object) -> None:
    if studio.only in name:  # comparing takes a while
        studio.shoot(name, event(shown), pose, **how)  # type: ignore[arg-type]  # each value fits its parameter
