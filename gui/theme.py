"""Light and dark: the colours, the palette that Qt's own widgets take, the style sheet, and the icons.

A widget asks ``colors(widget)`` when it paints and needs no other news: a switch of the theme reaches it as
``QEvent.PaletteChange``. Text on ``window``, ``surface`` and ``raised`` has a contrast of at least 4.5 : 1 in both
sets; ``tests/gui/test_theme.py`` measures it.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

ThemeChoice = Literal["system", "light", "dark"]
CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark")


class Colors(NamedTuple):
    """One set of colours, as ``#rrggbb``."""

    window: str
    """Behind everything: toolbar, status line, gaps between columns."""
    surface: str
    """What is read: text columns, lists, fields."""
    raised: str
    """Cards, tooltips, menus."""
    text: str
    muted: str
    """Secondary text; still readable at 4.5 : 1."""
    faint: str
    """Disabled text and ornaments, never information."""
    line: str
    """Hairlines between surfaces."""
    edge: str
    """The outline of a field or a button."""
    hover: str
    accent: str
    """What is chosen, links, the main button; readable as text on every ground."""
    on_accent: str
    accent_soft: str
    """Ground of a chosen row or tab; ``text`` is readable on it."""
    notice: str
    """Ground of a notice bar; ``text`` is readable on it."""
    notice_edge: str
    problem: str
    """Text of something that went wrong."""


LIGHT = Colors(
    window="#f3f1ec", surface="#fffefb", raised="#ffffff", text="#22211e", muted="#5d5a53", faint="#9a968c",
    line="#e0dcd3", edge="#c9c4b8", hover="#e9e5dc", accent="#1b5e83", on_accent="#ffffff", accent_soft="#dbe8ef",
    notice="#fbf0d4", notice_edge="#dcbf77", problem="#a3352a",
)  # fmt: skip
DARK = Colors(
    window="#1a1c1e", surface="#212427", raised="#2a2e32", text="#e7e5df", muted="#aba89f", faint="#6f716f",
    line="#34383c", edge="#4a4f54", hover="#2f3438", accent="#86c0e2", on_accent="#10222d", accent_soft="#2b4454",
    notice="#3b3320", notice_edge="#6e5d2f", problem="#f0968a",
)  # fmt: skip


def is_dark(widget: QWidget | None = None) -> bool:
    """Whether ``widget`` (or the application) is painted in the dark set."""
    palette = widget.palette() if widget else QGuiApplication.palette()
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def colors(widget: QWidget | None = None) -> Colors:
    """The set of colours in which ``widget`` (or the application) is painted."""
    return DARK if is_dark(widget) else LIGHT


def reading_family(serif: bool = True) -> str:
    """The family for article text: the first installed one of those made for long reading."""
    wished = (
        ("Source Serif 4", "Charter", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif")
        if serif
        else ("Inter", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "DejaVu Sans")
    )
    from PySide6.QtGui import QFontDatabase

    installed = set(QFontDatabase.families())
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return next((family for family in wished if family in installed), system)


def palette_of(c: Colors) -> QPalette:
    """``c`` as Qt's own widgets take it."""
    roles = QPalette.ColorRole
    palette = QPalette()
    named = {
        roles.Window: c.window, roles.WindowText: c.text, roles.Base: c.surface, roles.AlternateBase: c.window,
        roles.Text: c.text, roles.Button: c.window, roles.ButtonText: c.text, roles.BrightText: c.problem,
        roles.ToolTipBase: c.raised, roles.ToolTipText: c.text, roles.PlaceholderText: c.muted,
        roles.Highlight: c.accent, roles.HighlightedText: c.on_accent, roles.Accent: c.accent, roles.Link: c.accent,
        roles.LinkVisited: c.accent, roles.Light: c.raised, roles.Midlight: c.line, roles.Mid: c.edge,
        roles.Dark: c.edge, roles.Shadow: c.faint,
    }  # fmt: skip
    for role, color in named.items():
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(c.edge))
    return palette


def style_sheet(c: Colors) -> str:
    """The application's style sheet: flat, quiet, with a visible focus. Scoped to Qt's own chrome."""
    arrow = picture("chevron-dark.svg" if c is DARK else "chevron-light.svg")
    tick = picture("tick-dark.svg" if c is DARK else "tick-light.svg")
    return Template(_SHEET).substitute(c._asdict(), arrow=arrow, tick=tick)


def picture(name: str) -> str:
    """The path of a picture in ``resources/icons``, as style sheets want it."""
    from pathlib import Path

    import resources

    return (Path(resources.__file__).parent / "icons" / name).as_posix()


_SHEET = """
QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 5px 8px; spacing: 2px; }
QToolBar::separator { background: $line; width: 1px; margin: 5px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:checked:disabled { background: transparent; }
QToolButton:focus { border-color: $accent; }
QToolButton#weaker:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; }
QPushButton { border: 1px solid $edge; border-radius: 6px; padding: 6px 14px; background: $raised; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border-color: $accent; }
QPushButton:default, QPushButton[main="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[main="true"]:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton:disabled { color: $faint; background: $window; border-color: $line; }
QPushButton[flat="true"] { border-color: transparent; background: transparent; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus { border-color: $accent; }
QFrame#switch { background: $hover; border-radius: 8px; }
QFrame#switch QToolButton { padding: 4px 12px; border-radius: 6px; color: $muted; }
QFrame#switch QToolButton:hover { color: $text; }
QFrame#switch QToolButton:checked { background: $surface; color: $text; border-color: $line; }
QFrame#switch QToolButton:focus { border-color: $accent; }
QFrame#switch QToolButton:disabled { color: $faint; background: transparent; border-color: transparent; }
QLabel[muted="true"] { color: $muted; }
QFrame#dropcard { background: $surface; border: 2px dashed $edge; border-radius: 14px; }
QScrollArea#welcome, QScrollArea#welcome > QWidget > QWidget { background: $window; }
QPushButton[link="true"] { color: $accent; padding: 3px 6px; text-align: left; }
QFrame#palette { background: $raised; border: 1px solid $edge; border-radius: 10px; }
QFrame#palette QListWidget { background: $raised; border: none; padding: 0; }
QFrame#palette QListWidget::item { padding: 0; }
QFrame#progress, QFrame#tour { background: $raised; border: 1px solid $edge; border-radius: 10px; }
QFrame#find { background: $window; border-top: 1px solid $line; }
QFrame#problems { background: $notice; border-top: 1px solid $notice_edge; }
QFrame#problems QListWidget { background: $surface; border-top: 1px solid $line; padding: 4px 10px; }
QFrame#notice { background: $notice; border-bottom: 1px solid $notice_edge; }
QLabel#summary { color: $muted; padding: 3px 10px; }
QMenuBar { background: $window; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: none; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 6px 8px; }
QLineEdit, QPlainTextEdit[field="true"] { background: $surface; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px; }
QLineEdit:focus, QPlainTextEdit[field="true"]:focus { border-color: $accent; }
QComboBox, QDateEdit { background: $surface; border: 1px solid $edge; border-radius: 6px; padding: 4px 8px; }
QComboBox:focus, QDateEdit:focus { border-color: $accent; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; selection-background-color: $accent_soft; selection-color: $text; }
QListWidget::item { padding: 5px 8px; border-radius: 5px; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
QTreeWidget::item { padding: 4px 6px; }
QTreeWidget::item:hover { background: $hover; }
QTreeWidget::item:selected { background: $accent_soft; color: $text; }
QDialog QSplitter::handle { background: transparent; }
QDialog QPlainTextEdit, QDialog QTextBrowser, QDialog QListWidget, QDialog QTreeWidget { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 6px; }
QDialog QPlainTextEdit:focus, QDialog QTextBrowser:focus, QDialog QListWidget:focus, QDialog QTreeWidget:focus { border-color: $accent; }
QListView, QTreeView, QTableView { background: $surface; border: none; outline: none; }
QTableView#edges { selection-background-color: $accent_soft; selection-color: $text; }
QTableView#edges::item { padding-left: 5px; }
QTableView#edges::item:selected { background: $accent_soft; color: $text; }
QTableView#edges::item:focus { border: 2px solid $accent; }
QTextBrowser#chain { background: $surface; border: 1px solid $line; border-radius: 6px; padding: 4px; }
QTextBrowser#chain:focus { border-color: $accent; }
QHeaderView::section { background: $window; border: none; border-bottom: 1px solid $line; padding: 6px 8px; }
QAbstractScrollArea::corner { background: $surface; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox:disabled { color: $faint; }
QSlider::groove:horizontal { height: 4px; background: $edge; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $edge; border-radius: 2px; }
QSlider::add-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; margin: -5px 0; border-radius: 7px; background: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $text; }
QProgressBar { border: none; border-radius: 3px; background: $line; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }
"""


def icon(name: str, widget: QWidget | None = None) -> QIcon:
    """The Phosphor icon ``name`` ("folder-open") in the colours of ``widget`` (or the application)."""
    import qtawesome

    c = colors(widget)
    return qtawesome.icon(
        f"ph.{name}", color=c.text, color_disabled=c.faint, color_on=c.accent, hflip=name in _MIRRORED
    )


_MIRRORED = frozenset({"layout"})
"""Phosphor draws a panel at the left; the inspector stands at the right."""


class Theme(QObject):
    """Keeps the application in the theme that the reader chose, or in the system's."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = "system", guess: bool | None = None) -> None:
        """``guess`` is whether the system is dark, as far as its palette tells: it does for the first paint, and
        ``settle`` asks properly (``Qt``, which PySide takes long to make, is needed to ask)."""
        super().__init__(app)
        self._app = app
        self.choice: ThemeChoice = choice
        app.styleHints().colorSchemeChanged.connect(self.settle)
        self._apply(self.dark if guess is None or choice != "system" else guess)

    @property
    def dark(self) -> bool:
        """Whether the dark set is in use."""
        if self.choice == "system":
            from PySide6.QtCore import Qt

            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.choice == "dark"

    def choose(self, choice: ThemeChoice) -> None:
        """Follow ``choice`` from now on."""
        self.choice = choice
        self._apply(self.dark)

    def settle(self) -> None:
        """Follow the system where it is not as it was."""
        if self.dark != self._applied:
            self._apply(self.dark)

    def _apply(self, dark: bool) -> None:
        self._applied = dark
        c = DARK if dark else LIGHT
        self._app.setPalette(palette_of(c))
        self._app.setStyleSheet(style_sheet(c))
        self.changed.emit()


def heading_font(base: QFont, scale: float) -> QFont:
    """``base`` made larger by ``scale`` and half-bold, for titles."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * scale)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def plain_tip(text: str) -> str:
    """``text`` as a tooltip that shows it as it is: Qt would take what looks like HTML for HTML."""
    from html import escape

    return f"<span>{escape(text)}</span>"
