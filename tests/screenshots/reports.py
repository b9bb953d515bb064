"""Pictures of the reports, to be looked at: ``python -m tests.screenshots reports OUTDIR``.

The sample event and an event of ten articles, as a reader has worked on them: HTML in headless Chromium (desktop,
phone, dark, printed on A4 and on Letter), the PDF by pdftoppm, the Word document by LibreOffice. What needs a program
that is not installed is left out, with a line that says so. ``--only WORD`` makes those whose name holds WORD.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.model import Comparison, Decision
from core.report import Options, write
from tests.core.report.browser import Browser
from tests.core.report.browser import found as chromium
from tests.screenshots import ten

HIGH = 1800
"""CSS pixels of a page that one picture shows."""
DENSE = 70
"""Dots per inch of a printed page."""
SCREENS: dict[str, dict[str, int | bool]] = {
    "desktop": {"width": 1280}, "dark": {"width": 1280, "dark": True}, "phone": {"width": 390, "height": 844, "phone": True},
}  # fmt: skip
SHEETS = {"print-a4": (21.0, 29.7), "print-letter": (21.59, 27.94)}
"""Sheets of paper in centimetres."""
KINDS = {"html": [f"html-{how}" for how in (*SCREENS, *SHEETS)], "pdf": ["pdf"], "docx": ["docx"]}
"""The formats that have pictures, and how these are called."""


def sample() -> Comparison:
    """The comparison of the sample event."""
    from core.compare import compare, sample_sources

    return compare(sample_sources())


def big(folder: Path) -> Comparison:
    """The comparison of the ten articles."""
    from core.compare import compare

    return compare(list(ten.files(folder)))


def worked_on(comparison: Comparison) -> Comparison:
    """The comparison after a reader has rejected, accepted and noted something."""
    when, reader = "2026-11-22T10:00:00Z", "Mara Voss"
    first, last = comparison.links[0], comparison.links[-1]
    decisions = [
        Decision("d1", "accept_link", when, claims=(first.a, first.b), reader=reader),
        Decision("d2", "reject_link", when, claims=(last.a, last.b), reader=reader),
        Decision("d3", "note", when, claims=(first.a,), text="Im Protokoll nachsehen, bevor das in den Text geht.", reader=reader),
        Decision("d4", "note", when, article_id=comparison.articles[-1].id, text="Liegt nur gekürzt vor.", reader=reader),
    ]  # fmt: skip
    if comparison.marks:
        decisions.append(Decision("d5", "accept_mark", when, mark=comparison.marks[0].id, reader=reader))
    return replace(comparison, decisions=tuple(decisions))


def draw_logo(path: Path) -> None:
    """An invented newsroom's logo: an N on a blue sign."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (480, 128), "#1b5e83")
    pen = ImageDraw.Draw(picture)
    pen.line((48, 100, 48, 28, 96, 100, 96, 28), fill="white", width=14, joint="curve")
    pen.ellipse((140, 44, 200, 104), outline="white", width=14)
    picture.save(path)


class Studio:
    """Where the pictures go, and which of them are wanted."""

    def __init__(self, folder: Path, only: str) -> None:
        self.folder, self.only = folder, only
        self._said: set[str] = set()

    def wants(self, name: str) -> bool:
        """Whether a picture of this name is asked for."""
        return self.only in name

    def lacks(self, program: str) -> None:
        """Say once that ``program`` is not installed."""
        if program not in self._said:
            self._said.add(program)
            sys.stdout.write(f"{program} is not installed: its pictures are left out\n")

    def keep(self, name: str, picture: bytes) -> None:
        """Write NAME.png."""
        (self.folder / f"{name}.png").write_bytes(picture)
        sys.stdout.write(f"{name}\n")

    def sheets(self, name: str, pdf: Path) -> None:
        """Write NAME-1.png … of a PDF's pages."""
        pdftoppm = shutil.which("pdftoppm")
        if not pdftoppm:
            self.lacks("pdftoppm")
            return
        subprocess.run([pdftoppm, "-r", str(DENSE), "-png", str(pdf), str(self.folder / name)], check=True)
        sys.stdout.write(f"{name}\n")


def pages(studio: Studio, name: str, html: Path) -> None:
    """The web page on a desk, on a phone, in the dark and on paper."""
    if not chromium():
        studio.lacks("Chromium")
        return
    with Browser() as browser:
        for screen, how in SCREENS.items():
            if not studio.wants(f"{name}-html-{screen}"):
                continue
            browser.open(html, **how)  # type: ignore[arg-type]  # each value fits its parameter
            wide = browser.run("document.documentElement.scrollWidth")
            if wide > how["width"]:
                sys.stdout.write(f"{name}-html-{screen} is {wide} pixels wide\n")
            end = browser.run("document.documentElement.scrollHeight")
            for number, top in enumerate(range(0, end, HIGH), 1):
                studio.keep(f"{name}-html-{screen}-{number:02}", browser.picture(top, HIGH))
        for sheet, size in SHEETS.items():
            if studio.wants(f"{name}-html-{sheet}"):
                browser.open(html)
                pdf = studio.folder / f"{name}-html-{sheet}.pdf"
                pdf.write_bytes(browser.printed(*size))
                studio.sheets(f"{name}-html-{sheet}", pdf)


def document(studio: Studio, name: str, docx: Path) -> None:
    """The Word document as LibreOffice sets it."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        studio.lacks("LibreOffice")
        return
    with tempfile.TemporaryDirectory() as profile:
        command = [office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", profile, str(docx)], check=True, capture_output=True)
        studio.sheets(f"{name}-docx", Path(profile, docx.with_suffix(".pdf").name))


def main(argv: list[str]) -> int:
    """Write the pictures; 0 comes out."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots reports")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    asked = parser.parse_args(argv)
    asked.folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(asked.folder, asked.only)
    with tempfile.TemporaryDirectory() as place:
        logo = Path(place, "logo.png")
        draw_logo(logo)
        made: dict[str, tuple[Callable[[], Comparison], str, Options]] = {
            "sample-de": (sample, "de", Options(newsroom="Redaktion Nordlicht", logo=logo)),
            "sample-en": (sample, "en", Options(texts="excerpts")),
            "ten-de": (lambda: big(Path(place)), "de", Options(rejected="struck")),
        }
        for name, (make, language, options) in made.items():
            kinds = [kind for kind in KINDS if any(studio.wants(f"{name}-{shown}") for shown in KINDS[kind])]
            if kinds:
                comparison = worked_on(make())
            for kind in kinds:
                write(comparison, asked.folder / f"{name}.{kind}", language=language, options=options)
            show(studio, name, kinds)
    return 0


def show(studio: Studio, name: str, kinds: list[str]) -> None:
    """The pictures of each of the report's ``kinds``."""
    if "html" in kinds:
        pages(studio, name, studio.folder / f"{name}.html")
    if "pdf" in kinds:
        studio.sheets(f"{name}-pdf", studio.folder / f"{name}.pdf")
    if "docx" in kinds:
        document(studio, name, studio.folder / f"{name}.docx")
