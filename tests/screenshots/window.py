"""Pictures of every state of the window, to be looked at: ``python -m tests.screenshots OUTDIR``.

Everything is painted offscreen from the sample event. ``--only WORD`` makes those whose name holds WORD.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from core.errors import UserError
from core.job import Job
from core.model import Comparison
from gui.app import make_application
from gui.preferences import Preferences
from gui.theme import Theme, ThemeChoice
from gui.translation import Languages
from gui.window import Window
from tests.gui import comparisons

WIDE, SMALL = QSize(1440, 900), QSize(1280, 800)


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
        pose: Callable[[Window], None] = lambda window: None,
        size: QSize = WIDE,
        theme: ThemeChoice = "light",
        language: str = "en",
    ) -> None:
        """Paint a window that shows ``comparison``, brought into ``pose``, to NAME.png."""
        if self.only not in name:
            return
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
        self.save(name, window)
        window.close()
        window.deleteLater()

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
    parser.add_argument("--scaled", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        studio = Studio(options.folder, options.only)
        comparison = by_hand() if options.by_hand else sample()
        for _ in (scaled if options.scaled else pictures)(studio, comparison):
            pass
    if not options.scaled:
        # The scale is read when the application starts, so these need one of their own.
        again = [sys.executable, "-m", "tests.screenshots", *(sys.argv[1:] if argv is None else argv), "--scaled"]
        subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)
    return 0


def scaled(studio: Studio, comparison: Comparison) -> Iterator[None]:
    """The pictures at 200 %."""
    yield studio.shoot("empty-200", None, size=SMALL)
    yield studio.shoot("reading-200", comparison, first_group, SMALL)
    yield studio.shoot("claims-200", comparison, claims, SMALL, theme="dark", language="de")


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


def pictures(studio: Studio, comparison: Comparison) -> Iterator[None]:
    """Every picture, one after the other."""
    for theme in ("light", "dark"):
        for language in ("en", "de"):
            tail = f"{language}-{theme}"
            yield studio.shoot(f"empty-{tail}", None, theme=theme, language=language)
            yield studio.shoot(f"reading-{tail}", comparison, first_group, theme=theme, language=language)
            yield studio.shoot(f"claims-{tail}", comparison, claims, theme=theme, language=language)
            yield studio.shoot(f"lenses-{tail}", comparison, lenses, theme=theme, language=language)
        yield studio.shoot(f"articles-{theme}", comparison, articles, theme=theme, language="de")
        yield studio.shoot(f"troubles-{theme}", comparison, troubles, theme=theme)
        yield studio.shoot(f"working-{theme}", None, working, theme=theme)
        yield studio.shoot(f"shortcuts-{theme}", None, lambda w: w.actions_["shortcuts"].trigger(), theme=theme)
        yield studio.shoot(f"options-{theme}", None, lambda w: w.show_options(), theme=theme, language="de")
        yield studio.shoot(
            f"manual-{theme}", None, lambda w: w.actions_["manual"].trigger(), theme=theme, language="de"
        )
        yield studio.shoot(f"about-{theme}", None, lambda w: w.actions_["about"].trigger(), theme=theme, language="de")
        yield studio.shoot(
            f"export-{theme}", comparison, lambda w: w.actions_["export"].trigger(), theme=theme, language="de"
        )
        yield studio.shoot(f"drop-{theme}", comparison, lambda w: w.veil.cover(), theme=theme)
    for sight in SIGHTS:
        yield studio.shoot(f"reading-{sight}", comparison, first_group)
    yield studio.shoot("reading-12-columns", comparisons.big(columns=12, words=600), first_group)
    yield studio.shoot("reading-40000-words", comparisons.big(columns=4, words=10_000), first_group)
    yield studio.shoot("reading-1280", comparison, first_group, SMALL)
    yield studio.shoot("empty-1280", None, size=SMALL)
