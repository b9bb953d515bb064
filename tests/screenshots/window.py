"""Pictures of every state of the window, to be looked at: ``python -m tests.screenshots OUTDIR``.

Everything is painted offscreen from the sample event. ``--only WORD`` makes those whose name holds WORD.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from core.errors import UserError
from core.job import Job
from core.model import Comparison
from gui.app import make_application
from gui.matrix.model import Filter
from gui.palette import Palette
from gui.preferences import Preferences
from gui.theme import Theme, ThemeChoice
from gui.translation import Languages
from gui.window import Window
from tests.gui import comparisons
from tests.gui.home import own_home
from tests.screenshots import helping, projects, stemma

WIDE, SMALL = QSize(1440, 900), QSize(1280, 800)
THEMES: tuple[ThemeChoice, ...] = ("light", "dark")
Pose = Callable[[Window], None]


# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# severity 1.0; rows give R, G, B of linear light.
SIGHTS = {
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}
Matrix = tuple[tuple[float, float, float], ...]


def seen_with(image: QImage, matrix: Matrix) -> QImage:
    """``image`` as somebody sees it whose eyes have the sight that ``matrix`` describes."""
    import numpy as np

    image = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (image.height(), image.bytesPerLine())
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(size)[:, : image.width() * 3]
    light = (flat.reshape(image.height(), image.width(), 3) / 255.0) ** 2.2
    seen = np.clip(light @ np.array(matrix).T, 0, 1) ** (1 / 2.2)
    pixels = np.ascontiguousarray((seen * 255).round().astype(np.uint8))
    return QImage(pixels.data, image.width(), image.height(), 3 * image.width(), QImage.Format.Format_RGB888).copy()


class Studio:
    """One application, and a window for each picture."""

    def __init__(self, folder: Path, only: str) -> None:
        self.folder, self.only = folder, only
        self.app = make_application()
        self.theme = Theme(self.app, "light")
        self.languages = Languages(self.app, "en")

    def shoot(
        self,
        name: str,
        comparison: Comparison | None,
        pose: Pose = lambda window: None,
        size: QSize = WIDE,
        theme: ThemeChoice = "light",
        language: str = "en",
    ) -> None:
        """Paint a window that shows ``comparison``, brought into ``pose``, to NAME.png."""
        if self.only not in name:
            return
        with own_home():
            self._shoot(name, comparison, pose, size, theme, language)

    def _shoot(
        self, name: str, comparison: Comparison | None, pose: Pose, size: QSize, theme: ThemeChoice, language: str
    ) -> None:
        self.theme.choose(theme)
        self.languages.choose(language)
        window = Window(Preferences(), self.theme, self.languages)
        window.resize(size)
        window.show()
        self.settle()
        if comparison:
            window.session.show(comparison)
            self.settle()
        pose(window)
        self.settle()
        while window.inspector.busy:
            self.settle(0.05)
        self.save(name, window)
        window.close()
        window.deleteLater()
        # A window that lived on would be styled anew with every change of theme and language, and so would the next ones.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def save(self, name: str, window: Window) -> None:
        """The window as it is painted now, or the dialog over it; as the colour-blind see it where the name says so."""
        top = next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), window)
        image = top.grab().toImage()
        for sight, matrix in SIGHTS.items():
            if sight in name:
                image = seen_with(image, matrix)
        image.save(str(self.folder / f"{name}.png"))
        sys.stdout.write(f"{name}\n")
        if top is not window:
            top.close()

    def settle(self, seconds: float = 0.25) -> None:
        """Let the event loop run: layouts, animations, icons."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.app.processEvents()
            time.sleep(0.01)


def sample() -> Comparison:
    """The comparison of the sample event."""
    from core.compare import compare, sample_sources

    return compare(sample_sources())


def by_hand() -> Comparison:
    """A comparison that needs no analysis."""
    return comparisons.small()


def main(argv: list[str] | None = None) -> int:
    """Write the pictures; 0 comes out."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--by-hand", action="store_true", help="a comparison made by hand in place of the sample")
    parser.add_argument("--scaled", choices=SCALES, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    options.folder.mkdir(parents=True, exist_ok=True)
    with own_home():
        studio = Studio(options.folder, options.only)
        comparison = by_hand() if options.by_hand else sample()
        if options.scaled:
            SCALES[options.scaled](studio, comparison)
        else:
            pictures(studio, comparison)
    if not options.scaled:
        # The scale is read when the application starts, so these need one of their own.
        again = [sys.executable, "-m", "tests.screenshots", *(sys.argv[1:] if argv is None else argv)]
        for scale in SCALES:
            subprocess.run([*again, "--scaled", scale], env={**os.environ, "QT_SCALE_FACTOR": scale}, check=True)
    return 0


def first_group(window: Window) -> None:
    """Choose the first shared claim."""
    window.actions_["next_group"].trigger()


def claims(window: Window) -> None:
    """Show the claims."""
    window.show_view("claims")
    first_group(window)


def lenses(window: Window) -> None:
    """Show how the wording differs."""
    window.show_view("lenses")


def articles(window: Window) -> None:
    """Open the articles as they were read, at one of which something was left out."""
    assert window.session.comparison
    richest = max(window.session.comparison.articles, key=lambda a: len(a.dropped))
    window.show_articles(richest.id)


def troubles(window: Window) -> None:
    """Show everything that stands above and below the views at once."""
    comparison = window.session.comparison
    assert comparison
    window.session.show(replace(comparison, unrelated=(comparison.articles[-1].id,)))
    failures = [UserError("error.missing", "Bericht.pdf").failure(), UserError("error.folder", "Downloads").failure()]
    window.problems.show_failures(failures)
    window.problems.unfold()
    window.actions_["find"].trigger()
    window.find.field.setText("Hafen")


def working(window: Window) -> None:
    """Start work that takes longer than the progress waits."""

    def work(job: Job) -> None:
        job.step(2, 4, "stage.claims")
        while True:
            job.check()
            time.sleep(0.02)

    window.jobs.start(work, lambda _: None)
    until = time.monotonic() + 1
    while time.monotonic() < until:
        QApplication.processEvents()


def ribbons(window: Window) -> None:
    """Show the ribbons of all groups, and a group that one of the middle columns leaves out."""
    window.reading.set_all_ribbons(True)
    index = window.session.index
    assert index
    first, *middle, last = index.column
    past = (g for g in index.group if {first, last} <= set(index.carriers(g)) and set(middle) - set(index.carriers(g)))
    window.session.choose_group(next(past, next(iter(index.group))))


def cue(window: Window) -> None:
    """Choose a cue."""
    for _ in range(3):
        window.actions_["next_mark"].trigger()


def weak(window: Window) -> None:
    """Show every cue, however weak."""
    window.session.filter_marks(strength=0.0)
    first_group(window)


def alone(window: Window) -> None:
    """Show the claims that one article alone carries."""
    window.show_view("claims")
    window.claims.chips[Filter.ALONE].click()
    window.claims.table.setCurrentIndex(window.claims.model.index(1, 0))


def names(window: Window) -> None:
    """Show the tables of the lenses, below the charts."""
    window.show_view("lenses")
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        QApplication.processEvents()
    scroll = window.lenses.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())


def without(window: Window) -> None:
    """Switch the cues of the third article off."""
    window.show_view("lenses")
    assert window.session.comparison
    window.session.switch_article(window.session.comparison.articles[2].id, False)


def correcting(name: str) -> Pose:
    """Begin the correction ``name`` on the largest group."""

    def pose(window: Window) -> None:
        index = window.session.index
        assert index
        window.session.choose_group(max(index.group.values(), key=lambda g: len(g.claims)).id)
        window.correcting[name].trigger()

    return pose


def palette(window: Window) -> None:
    """Open the palette and look for something."""
    window.actions_["palette"].trigger()
    found = window.findChild(Palette)
    assert isinstance(found, Palette)
    found.field.setText("cl")


def taking(name: str) -> Pose:
    """Take the action ``name``."""
    return lambda window: window.actions_[name].trigger()


VIEWS: dict[str, Pose] = {
    "reading": first_group, "ribbons": ribbons, "claims": claims, "alone": alone, "lenses": lenses, "names": names,
}  # fmt: skip
OVER: dict[str, Pose] = {
    "cue": cue, "weak": weak, "without": without, "join": correcting("join"), "split": correcting("split"), "palette": palette,
    "articles": articles, "troubles": troubles, "shortcuts": taking("shortcuts"), "options": taking("options"),
    "manual": taking("manual"), "about": taking("about"), "export": taking("export"),
    "drop": lambda window: window.veil.cover(), **projects.POSES, **helping.POSES,
}  # fmt: skip


def pictures(studio: Studio, comparison: Comparison) -> None:
    """Every picture, one after the other: NAME-LANGUAGE-THEME, or NAME and what is particular about it."""
    for theme in THEMES:
        for language in ("en", "de"):
            tail = f"{language}-{theme}"
            studio.shoot(f"empty-{tail}", None, theme=theme, language=language)
            studio.shoot(f"invitation-{tail}", None, helping.invitation, theme=theme, language=language)
            for name, pose in VIEWS.items():
                studio.shoot(f"{name}-{tail}", comparison, pose, theme=theme, language=language)
        language = "en" if theme == "light" else "de"
        for name, pose in OVER.items():
            studio.shoot(f"{name}-{language}-{theme}", comparison, pose, theme=theme, language=language)
        studio.shoot(f"working-{language}-{theme}", None, working, theme=theme, language=language)
    for sight in SIGHTS:
        for name in ("weak", "claims", "lenses"):
            studio.shoot(f"{name}-{sight}", comparison, (VIEWS | OVER)[name])
            studio.shoot(f"{name}-dark-{sight}", comparison, (VIEWS | OVER)[name], theme="dark")
    studio.shoot("empty-1280", None, size=SMALL, language="de")
    for name, pose in VIEWS.items():
        studio.shoot(f"{name}-1280", comparison, pose, SMALL, language="de")
    for name, columns, words in (("12-columns", 12, 600), ("40000-words", 20, 2_000)):
        large = comparisons.big(columns=columns, words=words)
        for view in ("reading", "claims", "lenses"):
            studio.shoot(f"{view}-{name}", large, VIEWS[view])
    stemma.pictures(studio)


def doubled(studio: Studio, comparison: Comparison) -> None:
    """The pictures at 200 %."""
    studio.shoot("empty-200", None, size=SMALL)
    for number, (name, pose) in enumerate((VIEWS | OVER).items()):
        theme, language = THEMES[number % 2], ("de", "en")[number % 2]
        studio.shoot(f"{name}-200", comparison, pose, SMALL, theme=theme, language=language)
    stemma.scaled(studio, SMALL, "200")


def larger(studio: Studio, comparison: Comparison) -> None:
    """The views at 250 % on a screen of 2560 × 1600, which leaves 1024 × 640 to them."""
    for name, pose in VIEWS.items():
        studio.shoot(f"{name}-250", comparison, pose, QSize(1024, 640), language="de")
    stemma.scaled(studio, QSize(1024, 640), "250")


SCALES = {"2": doubled, "2.5": larger}
