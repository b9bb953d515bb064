"""The menu bar and the toolbar: the window's actions in their places."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.actions import VIEWS, Actions
from gui.theme import CHOICES, plain_tip
from gui.translation import LANGUAGES

MENUS: dict[str, tuple[str, ...]] = {
    "file": (
        "open", "folder", "address", "recent", "library", "paste", "sample", "versions", "-", "save", "save_as", "states", "readers", "export", "-",
        "close", "quit",
    ),
    "edit": ("undo", "redo", "-", "find", "article", "-", "options"),
    "view": (*VIEWS, "-", "text", "-", "inspector", "full_screen", "-", "theme", "language"),
    "go": ("next_group", "previous_group", "-", "next_mark", "previous_mark"),
    "correct": ("corrections",),
    "help": ("manual", "tour", "palette", "shortcuts", "about"),
}  # fmt: skip
Choose = Callable[[str], None]


class Menus(QObject):
    """The menu bar's menus, and the submenus with a choice in them: recent files, theme, language."""

    def __init__(self, bar: QMenuBar) -> None:
        """The titles, which is what the first paint shows; ``fill`` puts in what the menus offer."""
        super().__init__(bar)
        self._menus = {name: bar.addMenu("") for name in MENUS}
        self.retranslate()

    def fill(self, actions: Actions, text: Sequence[QAction], corrections: Sequence[QAction]) -> None:
        """Offer ``actions``; ``text`` are the reading view's own, about its type and its ribbons."""
        bar = self.parent()
        self.recent, self.theme, self.language = (QMenu(bar) for _ in range(3))
        self.recent.setToolTipsVisible(True)
        inner = {"recent": self.recent, "theme": self.theme, "language": self.language}
        groups = {"text": text, "corrections": corrections}
        for name, entries in MENUS.items():
            menu = self._menus[name]
            for entry in entries:
                if entry == "-":
                    menu.addSeparator()
                elif entry in inner:
                    menu.addMenu(inner[entry])
                elif entry in groups:
                    menu.addActions(list(groups[entry]))
                else:
                    menu.addAction(actions[entry])
        self._themes = self._choices(self.theme, CHOICES)
        self._languages = self._choices(self.language, ("system", *LANGUAGES))
        self._forget = self.recent.addAction("")
        self.retranslate()

    def with_keys(self) -> list[tuple[str, list[QAction]]]:
        """Each menu's title, and those of its actions that have a key."""
        menus = self._menus.values()
        return [(m.title().replace("&", ""), [a for a in m.actions() if a.shortcuts()]) for m in menus]

    def check(self, theme: str, language: str) -> None:
        """Check the theme and the language that are in use."""
        for group, current in ((self._themes, theme), (self._languages, language)):
            for action in group.actions():
                action.setChecked(action.data() == current)

    def on_choice(self, choose_theme: Choose, choose_language: Choose) -> None:
        """Call these with the theme and the language that the reader picks."""
        self._themes.triggered.connect(lambda action: choose_theme(action.data()))
        self._languages.triggered.connect(lambda action: choose_language(action.data()))

    def show_recent(self, paths: Sequence[str], open_path: Choose, forget: Callable[[], None]) -> None:
        """Fill the menu of recent files."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(os.path.basename(path).replace("&", "&&"))
            action.setToolTip(plain_tip(path))
            action.triggered.connect(lambda _=False, path=path: open_path(path))
        self.recent.addSeparator()
        self._forget = self.recent.addAction("")
        self._forget.triggered.connect(lambda _=False: forget())
        self.recent.setEnabled(bool(paths))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the titles in the language of the interface."""
        titles = {
            "file": self.tr("&File"), "edit": self.tr("&Edit"), "view": self.tr("&View"), "go": self.tr("&Go"),
            "correct": self.tr("&Correct"), "help": self.tr("&Help"),
        }  # fmt: skip
        for name, title in titles.items():
            self._menus[name].setTitle(title)
        if not self._menus["file"].isEmpty():
            self._retranslate_choices()

    def _retranslate_choices(self) -> None:
        self.recent.setTitle(self.tr("Open &recent"))
        self._forget.setText(self.tr("&Forget these files"))
        self.theme.setTitle(self.tr("&Theme"))
        self.language.setTitle(self.tr("La&nguage"))
        themes = {"system": self.tr("Like the &system"), "light": self.tr("&Light"), "dark": self.tr("&Dark")}
        for action in self._themes.actions():
            action.setText(themes[action.data()])
        for action in self._languages.actions():
            action.setText(LANGUAGES.get(action.data(), self.tr("Like the &system")))

    def _choices(self, menu: QMenu, values: Sequence[str]) -> QActionGroup:
        group = QActionGroup(menu)
        for value in values:
            action = menu.addAction("")
            action.setData(value)
            action.setCheckable(True)
            group.addAction(action)
        return group


class Toolbar(QToolBar):
    """Opening at the left, the views in the middle, export and inspector at the right."""

    LEFT = ("open", "paste", "undo", "redo")
    RIGHT = ("find", "save", "export", "inspector")
    WITH_TEXT = frozenset({"open", "export"})

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self.setObjectName("toolbar")
        self.setProperty("contextMenuPolicy", "PreventContextMenu")
        self.setProperty("toolButtonStyle", "ToolButtonIconOnly")
        for name in self.LEFT:
            self._add(actions, name)
        self._space()
        self.addWidget(self._switch(actions))
        self._space()
        for name in self.RIGHT:
            self._add(actions, name)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the titles in the language of the interface."""
        self.setWindowTitle(self.tr("Toolbar"))
        self._views.setAccessibleName(self.tr("Views"))
        # Qt's own button for what a narrow window has no room for.
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more:
            more.setAccessibleName(self.tr("More actions"))
            more.setToolTip(self.tr("More actions"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add(self, actions: Actions, name: str) -> None:
        self.addAction(actions[name])
        button = self.widgetForAction(actions[name])
        assert isinstance(button, QToolButton)
        button.setObjectName(f"tool_{name}")
        button.setProperty("focusPolicy", "TabFocus")
        if name in self.WITH_TEXT:
            button.setProperty("toolButtonStyle", "ToolButtonTextBesideIcon")

    def _switch(self, actions: Actions) -> QWidget:
        self._views = QFrame(self)
        self._views.setObjectName("switch")
        row = QHBoxLayout(self._views)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for name in VIEWS:
            button = QToolButton(self._views)
            button.setDefaultAction(actions[name])
            button.setObjectName(f"view_{name}")
            button.setProperty("toolButtonStyle", "ToolButtonTextBesideIcon")
            button.setProperty("focusPolicy", "TabFocus")
            row.addWidget(button)
        return self._views

    def _space(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
