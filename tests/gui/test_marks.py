"""How marks look: told apart by everyone, readable in light and dark."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from core.model import KINDS
from gui import marks
from gui.theme import DARK, LIGHT

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHT = {
    "usual": np.eye(3),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
}  # fmt: skip
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(color: QColor) -> np.ndarray:
    encoded = np.array([color.redF(), color.greenF(), color.blueF()])
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((float(linear(c) @ TO_XYZ[1]) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_the_standard_says() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21, abs=0.01)


def test_every_kind_has_a_letter_and_a_line_of_its_own() -> None:
    assert set(marks.LOOKS) == set(KINDS)
    assert len({look.letter for look in marks.LOOKS.values()}) == len(KINDS)
    assert len({look.line for look in marks.LOOKS.values()}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dark", [False, True])
def test_letters_can_be_read_on_every_ground(kind: str, dark: bool) -> None:
    theme = DARK if dark else LIGHT
    for ground in (theme.surface, theme.window, theme.raised, theme.accent_soft):
        assert contrast(marks.color(kind, dark), QColor(ground)) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("dark", [False, True])
def test_two_kinds_under_words_never_share_a_colour(sight: str, dark: bool) -> None:
    seen = {kind: lab(SIGHT[sight] @ linear(marks.color(kind, dark))) for kind in KINDS if kind != "omission"}
    closest = min((float(np.linalg.norm(seen[a] - seen[b])), a, b) for a, b in combinations(seen, 2))
    assert closest[0] >= 14, closest


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_every_tint(dark: bool) -> None:
    theme = DARK if dark else LIGHT
    for carriers in range(2, 21):
        assert contrast(marks.tint(carriers, 20, dark), QColor(theme.text)) >= 7


@pytest.mark.parametrize("dark", [False, True])
def test_the_more_carry_a_claim_the_further_its_tint_is_from_the_paper(dark: bool) -> None:
    paper = lab(linear(QColor((DARK if dark else LIGHT).surface)))
    distance = [float(np.linalg.norm(lab(linear(marks.tint(n, 8, dark))) - paper)) for n in range(2, 9)]
    assert distance == sorted(distance)
    assert distance[0] >= 4


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "omission"])
def test_a_line_stays_under_its_words(kind: str) -> None:
    box = marks.underline(kind, 100, 160, 50).boundingRect()
    assert box.left() >= 99.5
    assert box.right() <= 160.5
    assert box.width() > 55
    assert 45 <= box.top() <= box.bottom() <= 54


def test_every_kind_is_named_and_explained(qapp: QApplication) -> None:
    assert len({marks.name(kind) for kind in KINDS}) == len(KINDS)
    assert all(marks.meaning(kind).endswith(".") for kind in KINDS)
