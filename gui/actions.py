"""Everything that the reader can ask of the window: menus, toolbar, shortcut sheet and palette show the same actions."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from gui.theme import icon

# name: (Phosphor icon, shortcuts)
TABLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "open": ("folder-open", ("Ctrl+O",)),
    "folder": ("", ("Ctrl+Shift+O",)),
    "address": ("", ()),
    "paste": ("clipboard-text", ("Ctrl+V",)),
    "sample": ("newspaper", ()),
    "save": ("floppy-disk", ("Ctrl+S",)),
    "save_as": ("", ("Ctrl+Shift+S",)),
    "states": ("", ()),
    "readers": ("", ()),
    "versions": ("git-diff", ()),
    "library": ("books", ("Ctrl+B",)),
    "export": ("export", ("Ctrl+E",)),
    "close": ("", ("Ctrl+W",)),
    "quit": ("", ("Ctrl+Q",)),
    "undo": ("arrow-u-up-left", ("Ctrl+Z",)),
    "redo": ("arrow-u-up-right", ("Ctrl+Shift+Z", "Ctrl+Y")),
    "find": ("magnifying-glass", ("Ctrl+F",)),
    "article": ("article", ("Ctrl+I",)),
    "options": ("", ("Ctrl+,",)),
    "reading": ("columns", ("Ctrl+1",)),
    "claims": ("table", ("Ctrl+2",)),
    "lenses": ("sliders-horizontal", ("Ctrl+3",)),
    "stemma": ("git-fork", ("Ctrl+4",)),
    "inspector": ("layout", ("F4",)),
    "full_screen": ("", ("F11",)),
    "next_group": ("", ("Ctrl+Down", "J")),
    "previous_group": ("", ("Ctrl+Up", "K")),
    "next_mark": ("", ("Ctrl+Right", "N")),
    "previous_mark": ("", ("Ctrl+Left", "P")),
    "manual": ("book-open", ("Shift+F1",)),
    "tour": ("", ()),
    "palette": ("command", ("Ctrl+Shift+P",)),
    "shortcuts": ("keyboard", ("F1",)),
    "about": ("", ()),
}
VIEWS = ("reading", "claims", "lenses", "stemma")
NEEDS_COMPARISON = frozenset(
    {"save", "save_as", "states", "readers", "export", "close", "find", "article", "inspector", *VIEWS}
    | {"next_group", "previous_group", "next_mark", "previous_mark"}
)


class Actions(QObject):
    """The actions by name: ``actions["open"]``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {name: self._make(name, keys) for name, (_, keys) in TABLE.items()}
        group = QActionGroup(self)
        for name in VIEWS:
            self[name].setCheckable(True)
            group.addAction(self[name])
        for name in ("inspector", "full_screen"):
            self[name].setCheckable(True)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def _make(self, name: str, keys: tuple[str, ...]) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action

    def enable(self, comparison: bool) -> None:
        """Enable what makes sense with (or without) a comparison."""
        for name in NEEDS_COMPARISON:
            self[name].setEnabled(comparison)

    def recolor(self) -> None:
        """Draw the icons in the colours of the theme."""
        for name, (picture, _) in TABLE.items():
            if picture:
                self[name].setIcon(icon(picture))

    def retranslate(self) -> None:
        """Say every action in the language of the interface."""
        for name, text, tip in self._words():
            action = self[name]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(text)
            action.setToolTip(f"{tip} ({keys})" if keys else tip)
            action.setStatusTip("")
            action.setIconText(text.replace("&", "").rstrip("…"))

    def _words(self) -> list[tuple[str, str, str]]:
        return [
            ("open", self.tr("&Open…"), self.tr("Open articles, or a saved comparison")),
            ("folder", self.tr("Open &folder…"), self.tr("Open all articles in a folder")),
            ("address", self.tr("Ope&n address…"), self.tr("Fetch one page of the web, where the settings allow it")),
            ("paste", self.tr("&Paste article"), self.tr("Add the article on the clipboard")),
            ("sample", self.tr("Open the sa&mple"), self.tr("Open four articles about one invented event")),
            ("save", self.tr("&Save"), self.tr("Give the comparison a name; every change is kept by itself")),
            ("save_as", self.tr("Save &as…"), self.tr("Go on in a copy under another name")),
            ("states", self.tr("Earlier s&tates…"), self.tr("Go back to an earlier state of this comparison")),
            ("readers", self.tr("Second rea&der…"), self.tr("See where another reader decided differently")),
            ("versions", self.tr("Compare t&wo versions…"), self.tr("See what changed between two versions of one article")),
            ("library", self.tr("&Library…"), self.tr("Search all your comparisons")),
            ("export", self.tr("&Export report…"), self.tr("Save a report that others can read")),
            ("close", self.tr("&Close comparison"), self.tr("Put all articles away")),
            ("quit", self.tr("&Quit"), self.tr("Leave Lesart")),
            ("undo", self.tr("&Undo"), self.tr("Take back the last step")),
            ("redo", self.tr("&Redo"), self.tr("Do the step again that was taken back")),
            ("find", self.tr("&Find…"), self.tr("Find words in the articles")),
            ("article", self.tr("&Articles as read…"), self.tr("See what was read of each file, and correct its details")),
            ("options", self.tr("Se&ttings…"), self.tr("Language, theme, how sure a link must be, privacy")),
            ("reading", self.tr("&Reading"), self.tr("The articles side by side")),
            ("claims", self.tr("&Claims"), self.tr("Who carries which claim, and who leaves it out")),
            ("lenses", self.tr("L&enses"), self.tr("How the wording differs, article by article")),
            ("stemma", self.tr("Stemma"), self.tr("Who took it from whom, and what changed on the way")),
            ("inspector", self.tr("&Inspector"), self.tr("Show what is chosen in detail")),
            ("full_screen", self.tr("&Full screen"), self.tr("Use the whole screen")),
            ("next_group", self.tr("&Next shared claim"), self.tr("Go to the next claim that several articles carry")),
            ("previous_group", self.tr("&Previous shared claim"), self.tr("Go to the previous claim that several articles carry")),
            ("next_mark", self.tr("N&ext cue"), self.tr("Go to the next cue")),
            ("previous_mark", self.tr("P&revious cue"), self.tr("Go to the previous cue")),
            ("manual", self.tr("&Manual"), self.tr("What claims, links and cues are, and how reliable")),
            ("tour", self.tr("&Tour"), self.tr("Four steps on the sample that show how to read with Lesart")),
            ("palette", self.tr("All a&ctions…"), self.tr("Find an action by a few letters of its name")),
            ("shortcuts", self.tr("&Keyboard shortcuts"), self.tr("All shortcuts on one sheet")),
            ("about", self.tr("&About Lesart"), self.tr("Version, models, licences")),
        ]  # fmt: skip
