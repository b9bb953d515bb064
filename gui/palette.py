"""The palette: every action, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMenuBar,
    QVBoxLayout,
    QWidget,
)

LEAST = 62.0
"""Of 100: below it rapidfuzz finds letters in common and no more."""
WIDTH, ROWS = 560, 12
UNDER = 72
"""Pixels below the window's upper edge."""


def actions_of(menu: QMenu, way: str = "") -> Iterator[tuple[str, QAction]]:
    """The actions of ``menu`` and of its submenus that can be taken now, each with the way there (``View › Theme``)."""
    title = menu.title().replace("&&", "\0").replace("&", "").replace("\0", "&")
    here = f"{way} › {title}" if way else title
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions_of(inner, here)
        elif action.isEnabled() and not action.isSeparator() and action.text():
            yield here, action


def ranked(query: str, names: Sequence[str]) -> list[int]:
    """Which of ``names`` are meant by ``query``, the best first, each as its place; all of them in order for no query.

    Words of the query that begin words of the name count most, its letters as initials next, likeness last.
    """
    wanted = query.casefold().split()
    if not wanted:
        return list(range(len(names)))
    scored = ((_score(wanted, name.casefold()), place) for place, name in enumerate(names))
    return [place for score, place in sorted((-s, p) for s, p in scored) if -score >= LEAST]


def _score(wanted: list[str], name: str) -> float:
    from rapidfuzz import fuzz

    way, _, own = name.rpartition("› ")
    # The action's own words come before those of the menus that lead to it.
    words = [word for part in (*own.split(), *way.split()) if (word := part.strip("›…(),:/"))]
    begun = [next((n for n, word in enumerate(words) if word.startswith(w)), None) for w in wanted]
    if None not in begun:
        return 200.0 - sum(n for n in begun if n is not None) / len(words)
    if len(wanted) == 1 and "".join(word[0] for word in words).startswith(wanted[0]):
        return 150.0
    if " ".join(wanted) in name:
        return 120.0
    likeness = [max(fuzz.ratio(w, word[: len(w) + 1]) for word in words) for w in wanted]
    return min(likeness)


class Palette(QFrame):
    """A field over the window, and the actions that fit what stands in it; arrows choose, Enter takes, Esc leaves."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("All actions"))
        menus = [action.menu() for action in bar.actions()]
        self._found = [found for menu in menus if isinstance(menu, QMenu) for found in actions_of(menu)]
        self._names = [f"{way} › {self._name(action)}" for way, action in self._found]
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("What do you want to do?"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("All actions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self.tr("No action is called that."), self)
        self.nothing.setProperty("muted", True)
        self.nothing.setContentsMargins(10, 8, 10, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for part in (self.field, self.list, self.nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._fill("")
        self.setFixedWidth(min(WIDTH, parent.width() - 20))
        self.move((parent.width() - self.width()) // 2, UNDER)

    @staticmethod
    def _name(action: QAction) -> str:
        return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _fill(self, query: str) -> None:
        self.list.clear()
        for place in ranked(query, self._names):
            self._add(place)
        self.list.setCurrentRow(0)
        rows = min(ROWS, self.list.count())
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        if rows:
            self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 2)
        self.adjustSize()

    def _add(self, place: int) -> None:
        way, action = self._found[place]
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.UserRole, place)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._names[place])
        row = QWidget(self.list)
        line = QHBoxLayout(row)
        line.setContentsMargins(10, 5, 10, 5)
        checked = "✓ " if action.isCheckable() and action.isChecked() else ""
        name, where = QLabel(checked + self._name(action), row), QLabel(way, row)
        keys = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), row)
        for label in (name, where, keys):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for label in (where, keys):
            label.setProperty("muted", True)
        line.addWidget(name)
        line.addWidget(where)
        line.addStretch(1)
        line.addWidget(keys)
        row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        item.setSizeHint(row.sizeHint())
        self.list.setItemWidget(item, row)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = self._found[item.data(Qt.ItemDataRole.UserRole)][1]
        self.close()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        elif event.type() == QEvent.Type.ShortcutOverride:
            # Whatever key it is, it is the palette's and not the window's.
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
            if event.key() in steps:
                row = self.list.currentRow() + steps[Qt.Key(event.key())]
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
