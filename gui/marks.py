"""How each kind of mark looks: a letter, a line of its own, a colour for light and one for dark; and its name.

Colour never stands alone: no two kinds share a letter or a line. The colours keep 4.5 : 1 on every ground of the theme, and
any two of them stay apart (CIE76 of at least 14) for readers with deuteranopia or protanopia, simulated after
Machado, Oliveira and Fernandes (2009); ``tests/gui/test_marks.py`` measures both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from core.model import Kind, Mark
from core.phrases import say
from gui.translation import language


class Line(Enum):
    """The line under a mark's words."""

    THICK = auto()
    WAVE = auto()
    DOTS = auto()
    DASHES = auto()
    DOUBLE = auto()
    DASH_DOT = auto()
    BRACKET = auto()
    ZIGZAG = auto()
    SPARSE = auto()
    NONE = auto()


@dataclass(frozen=True)
class Look:
    """How a kind of mark looks. Colours as ``#rrggbb``."""

    letter: str
    line: Line
    light: str
    dark: str


LOOKS: dict[Kind, Look] = {
    "label": Look("L", Line.THICK, "#b81d0c", "#d8ad61"),
    "loaded": Look("W", Line.WAVE, "#b71751", "#e7b193"),
    "scare_quotes": Look("Q", Line.DOTS, "#611279", "#ff82dc"),
    "distancing": Look("D", Line.DASHES, "#007361", "#93fecb"),
    "certainty": Look("C", Line.DOUBLE, "#0b60be", "#1ed4ff"),
    "attribution": Look("S", Line.DASH_DOT, "#16741d", "#8fd71a"),
    "figure": Look("F", Line.BRACKET, "#57648b", "#e0edff"),
    "agency": Look("A", Line.ZIGZAG, "#570030", "#d3a6b4"),
    "emphasis": Look("E", Line.SPARSE, "#563b1e", "#f3f29b"),
    "omission": Look("O", Line.NONE, "#56534d", "#b9b6ad"),
}

_DASHES: dict[Line, list[float]] = {
    Line.DOTS: [0.01, 1.9],
    Line.DASHES: [3.2, 2.2],
    Line.DASH_DOT: [4.0, 2.2, 0.01, 2.2],
    Line.SPARSE: [0.01, 4.0],
}
_WIDTH: dict[Line, float] = {Line.THICK: 2.4, Line.DOTS: 2.2, Line.DASH_DOT: 1.7, Line.SPARSE: 2.2, Line.DASHES: 1.9}


def color(kind: Kind, dark: bool) -> QColor:
    """The colour of ``kind``'s line and letter."""
    look = LOOKS[kind]
    return QColor(look.dark if dark else look.light)


def pen(kind: Kind, dark: bool) -> QPen:
    """The pen that draws ``underline``'s path."""
    line = LOOKS[kind].line
    drawn = QPen(color(kind, dark), _WIDTH.get(line, 1.4))
    drawn.setCapStyle(
        Qt.PenCapStyle.RoundCap if line in (Line.DOTS, Line.DASH_DOT, Line.SPARSE) else Qt.PenCapStyle.FlatCap
    )
    if line in _DASHES:
        drawn.setDashPattern(_DASHES[line])
    return drawn


def underline(kind: Kind, left: float, right: float, y: float) -> QPainterPath:
    """``kind``'s line from ``left`` to ``right`` at height ``y``, in pixels."""
    line = LOOKS[kind].line
    path = QPainterPath(QPointF(left, y))
    if line in (Line.WAVE, Line.ZIGZAG):
        _swing(path, left, right, y, line is Line.WAVE)
    elif line is Line.BRACKET:
        path.moveTo(left + 0.7, y - 4)
        path.lineTo(left + 0.7, y)
        path.lineTo(right - 0.7, y)
        path.lineTo(right - 0.7, y - 4)
    elif line is not Line.NONE:
        path.lineTo(right, y)
    if line is Line.DOUBLE:
        path.moveTo(left, y + 2.6)
        path.lineTo(right, y + 2.6)
    return path


def _swing(path: QPainterPath, left: float, right: float, y: float, rounded: bool) -> None:
    half, height, x, side = (2.6, 2.2, left, 1) if rounded else (3.4, 1.7, left, 1)
    while x < right:
        to = min(right, x + half)
        if rounded:
            path.quadTo(QPointF((x + to) / 2, y + side * height), QPointF(to, y))
        else:
            path.lineTo(to, y + side * height)
        x, side = to, -side


@lru_cache(maxsize=256)
def tint(carriers: int, articles: int, dark: bool) -> QColor:
    """The ground of a claim that ``carriers`` of ``articles`` carry: the more, the warmer. Text stays readable on it."""
    share = (carriers - 1) / max(1, articles - 1)
    few, many = (QColor("#2c2a23"), QColor("#443b25")) if dark else (QColor("#faf4e2"), QColor("#f0dca6"))
    parts = ((few.redF(), many.redF()), (few.greenF(), many.greenF()), (few.blueF(), many.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * min(1.0, share) for a, b in parts))


def name(kind: Kind) -> str:
    """``kind``'s name in the language of the interface."""
    return {
        "label": QCoreApplication.translate("Marks", "Naming"),
        "loaded": QCoreApplication.translate("Marks", "Loaded word"),
        "scare_quotes": QCoreApplication.translate("Marks", "Scare quotes"),
        "distancing": QCoreApplication.translate("Marks", "Distancing"),
        "certainty": QCoreApplication.translate("Marks", "Certainty"),
        "attribution": QCoreApplication.translate("Marks", "Source"),
        "figure": QCoreApplication.translate("Marks", "Figure or fact"),
        "agency": QCoreApplication.translate("Marks", "Agency"),
        "emphasis": QCoreApplication.translate("Marks", "Emphasis"),
        "omission": QCoreApplication.translate("Marks", "Omission"),
    }[kind]


def meaning(kind: Kind) -> str:
    """What ``kind`` looks for, in one sentence."""
    return {
        "label": QCoreApplication.translate("Marks", "Another name for the same person, group, place or thing."),
        "loaded": QCoreApplication.translate("Marks", "A word that judges or heats where others are plain."),
        "scare_quotes": QCoreApplication.translate(
            "Marks", "Quotation marks that doubt rather than quote; “so-called”."
        ),
        "distancing": QCoreApplication.translate("Marks", "Holds at arm’s length what others state."),
        "certainty": QCoreApplication.translate("Marks", "Hedged or weaker here, plain or stronger elsewhere."),
        "attribution": QCoreApplication.translate(
            "Marks", "Another source for the same claim, an unnamed one, or none."
        ),
        "figure": QCoreApplication.translate("Marks", "Another number, date, place or name for the same thing."),
        "agency": QCoreApplication.translate("Marks", "Hides or shifts who did it."),
        "emphasis": QCoreApplication.translate("Marks", "Leads with what others put far down."),
        "omission": QCoreApplication.translate("Marks", "Leaves out a claim that several others carry."),
    }[kind]


def reason(mark: Mark) -> str:
    """Why ``mark`` was set, as a sentence in the language of the interface."""
    return say(mark.reason.key, language(), **dict(mark.reason.values))
