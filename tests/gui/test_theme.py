"""The colours can be read, the palette follows the choice."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gui.theme import DARK, LIGHT, Colors, Theme, colors, plain_tip, style_sheet

READ_ON = [
    ("text", "window"), ("text", "surface"), ("text", "raised"), ("text", "hover"), ("text", "accent_soft"), ("text", "notice"),
    ("muted", "window"), ("muted", "surface"), ("muted", "raised"), ("muted", "hover"), ("muted", "notice"),
    ("accent", "window"), ("accent", "surface"), ("on_accent", "accent"), ("problem", "surface"), ("problem", "window"),
]  # fmt: skip


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(color).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("c", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), READ_ON)
def test_text_can_be_read(c: Colors, text: str, ground: str) -> None:
    assert contrast(getattr(c, text), getattr(c, ground)) >= 4.5


@pytest.mark.parametrize("c", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_can_be_seen(c: Colors) -> None:
    assert min(contrast(c.accent, ground) for ground in (c.window, c.surface, c.raised)) >= 3


@pytest.mark.parametrize("c", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_only_known_colors(c: Colors) -> None:
    sheet = style_sheet(c)
    assert "$" not in sheet
    used = {
        word.strip(";,")
        for word in sheet.split()
        if (word.startswith("#") and not word.strip(";,")[1:2].isalpha())
        or (word[:1] == "#" and len(word.strip(";")) == 7)
    }
    assert {color for color in used if len(color) == 7} <= set(c)


def test_the_application_follows_the_choice(qapp: QApplication) -> None:
    theme = Theme(qapp, "dark")
    assert colors() is DARK
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    theme.choose("light")
    assert colors() is LIGHT
    theme.deleteLater()


def test_a_tooltip_shows_what_looks_like_html_as_it_is() -> None:
    assert "<img" not in plain_tip("<img src='file:///x'>")
