"""What the reader can set in the reading view: actions with their keys, and the bar under the columns that shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gui.theme import icon

# name: (Phosphor icon, shortcuts, whether it is switched on and off)
TABLE: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "linked": ("link-simple", ("Ctrl+L",), True),
    "all_ribbons": ("waves", ("Ctrl+R",), True),
    "serif": ("text-t", ("Ctrl+T",), True),
    "smaller": ("minus", ("Ctrl+-",), False),
    "larger": ("plus", ("Ctrl++", "Ctrl+="), False),
    "usual_size": ("", ("Ctrl+0",), False),
    "next_column": ("", ("Alt+Right",), False),
    "previous_column": ("", ("Alt+Left",), False),
    "column_right": ("", ("Ctrl+Shift+Right",), False),
    "column_left": ("", ("Ctrl+Shift+Left",), False),
}


class Controls(QObject):
    """The actions by name; they work wherever the view is seen, and menus can take them."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._actions: dict[str, QAction] = {}
        for name, (_, keys, checkable) in TABLE.items():
            action = QAction(view)
            action.setObjectName(f"reading_{name}")
            action.setCheckable(checkable)
            action.setShortcuts([QKeySequence(key) for key in keys])
            view.addAction(action)
            self._actions[name] = action
        self.say()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Every action, in the order of a menu."""
        return list(self._actions.values())

    def say(self) -> None:
        """Say every action in the language of the interface."""
        words = {
            "linked": (self.tr("&Linked scrolling"), self.tr("Keep the chosen claim level in all columns")),
            "all_ribbons": (self.tr("&All ribbons"), self.tr("Join everything in sight, not only the chosen claim")),
            "serif": (self.tr("&Serif"), self.tr("Set the articles with serifs")),
            "smaller": (self.tr("S&maller text"), self.tr("Smaller article text")),
            "larger": (self.tr("Lar&ger text"), self.tr("Larger article text")),
            "usual_size": (self.tr("&Usual text size"), self.tr("Article text in its usual size")),
            "next_column": (self.tr("Next c&olumn"), self.tr("Go to the column to the right")),
            "previous_column": (self.tr("Pre&vious column"), self.tr("Go to the column to the left")),
            "column_right": (self.tr("Move column right"), self.tr("Move the column one place to the right")),
            "column_left": (self.tr("Move column left"), self.tr("Move the column one place to the left")),
        }
        for name, (text, tip) in words.items():
            action = self._actions[name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(text)
            action.setIconText(text.replace("&", ""))
            action.setToolTip(f"{tip} ({keys})")


class Bar(QWidget):
    """The line under the columns."""

    def __init__(self, controls: Controls, parent: QWidget) -> None:
        super().__init__(parent)
        self._controls = controls
        self._buttons: dict[str, QToolButton] = {}
        self._size = QLabel(self)
        self.hidden = QToolButton(self)
        self.hidden.setMenu(QMenu(self.hidden))
        self.hidden.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hidden.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 3)
        row.setSpacing(2)
        for name in ("linked", "all_ribbons"):
            row.addWidget(self._button(name))
        row.addStretch(1)
        row.addWidget(self.hidden)
        row.addStretch(1)
        row.addWidget(self._button("serif"))
        row.addWidget(self._button("smaller"))
        row.addWidget(self._size)
        row.addWidget(self._button("larger"))
        self._size.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_zoom(1.0)
        self._names: dict[str, str] = {}
        self.show_hidden({}, lambda _: None)

    def show_hidden(self, names: dict[str, str], bring_back: Callable[[str | None], None]) -> None:
        """Offer to bring back the hidden columns, ``names`` by article, one by one or all."""
        menu = self.hidden.menu()
        menu.clear()
        for article_id, name in names.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, article_id=article_id: bring_back(article_id))
        if len(names) > 1:
            menu.addSeparator()
            menu.addAction(self.tr("Show all")).triggered.connect(lambda _=False: bring_back(None))
        self._names = names
        self._say()

    def stops(self) -> list[QWidget]:
        """What Tab comes to, from left to right."""
        names = list(self._buttons)
        linking, typography = names[:2], names[2:]
        return [*(self._buttons[n] for n in linking), self.hidden, *(self._buttons[n] for n in typography)]

    def _say(self) -> None:
        self.hidden.setText(self.tr("%Ln hidden", "", len(self._names)) + " ▾")
        self.hidden.setVisible(bool(self._names))

    def show_zoom(self, zoom: float) -> None:
        """Show how large the text is set."""
        self._size.setText(f"{QLocale().toString(round(zoom * 100))} %")
        self._size.setMinimumWidth(self._size.fontMetrics().horizontalAdvance("000 %"))

    def recolor(self) -> None:
        """Draw the icons in the colours of the theme."""
        for name in self._buttons:
            self._controls[name].setIcon(icon(TABLE[name][0], self))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._controls[name])
        button.setIconSize(QSize(15, 15))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        with_text = name not in ("smaller", "larger")
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonTextBesideIcon if with_text else style.ToolButtonIconOnly)
        self._buttons[name] = button
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.recolor()
        elif event.type() == QEvent.Type.LanguageChange:
            self._say()
