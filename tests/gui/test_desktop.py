"""What the desktop shows of Lesart, as Qt sees it: the icons are the drawing, and a comparison is known by its bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core import store
from core.desktop import install
from core.desktop.install import OWN_KIND, SIZES
from gui.theme import picture
from tests.gui import comparisons

ASK = (
    "import sys; from PySide6.QtCore import QMimeDatabase as D; "
    "print(*(D().mimeTypeForFile(sys.argv[1], mode).name() for mode in (D.MatchMode.MatchContent, D.MatchMode.MatchExtension)))"
)


@pytest.mark.parametrize("size", SIZES)
def test_the_icons_are_the_drawing(qapp: QApplication, size: int) -> None:
    drawn = QImage(size, size, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(picture("lesart.svg")).render(painter)
    painter.end()
    kept = QImage(str(files("resources") / f"desktop/lesart-{size}.png")).convertToFormat(drawn.format())
    assert kept.size() == drawn.size()
    ours, theirs = (bytes(image.constBits()) for image in (kept, drawn))
    off = sum(abs(a - b) for a, b in zip(ours, theirs, strict=True)) / len(ours)
    assert off < 2  # of 255; Qt's versions smooth edges a little differently


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the installer tells the system of its kinds of files")
def test_a_comparison_is_known_by_its_bytes_and_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    install()
    path = tmp_path / "mine.lesart"
    store.save(comparisons.small(), path)
    done = subprocess.run([sys.executable, "-c", ASK, str(path)], capture_output=True, text=True, env=os.environ)
    assert done.stdout.split() == [OWN_KIND, OWN_KIND]
