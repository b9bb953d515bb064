"""The line at the foot of the views in which words are looked for."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.theme import icon


@runtime_checkable
class Searchable(Protocol):
    """A view in which words can be found."""

    def find_text(self, text: str, backward: bool = False) -> bool:
        """Go to the next (or previous) occurrence of ``text``, round and round; whether there is one."""


class FindBar(QFrame):
    """Hidden until it is asked for; Enter goes on, Shift+Enter goes back, Esc puts it away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.view: object = None
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(320)
        self._back, self._on, self._away = (QToolButton(self) for _ in range(3))
        self.nothing = QLabel(self)
        self.nothing.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(4)
        for part in (self.field, self._back, self._on, self.nothing):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._away)
        self.field.textEdited.connect(lambda _: self.go())
        self._on.clicked.connect(lambda: self.go())
        self._back.clicked.connect(lambda: self.go(backward=True))
        self._away.clicked.connect(self.put_away)
        self.retranslate()
        self.hide()

    def ask(self, view: object) -> None:
        """Appear, to look for words in ``view``."""
        self.view = view
        self.recolor()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def go(self, backward: bool = False) -> None:
        """Go to the next (or previous) hit, or say that there is none."""
        text = self.field.text()
        found = not text or (isinstance(self.view, Searchable) and self.view.find_text(text, backward))
        self.nothing.setText("" if found else self.tr("Not found"))

    def put_away(self) -> None:
        """Disappear."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self.field.setPlaceholderText(self.tr("Find in the articles"))
        self.field.setAccessibleName(self.tr("Find in the articles"))
        for button, text in (
            (self._back, self.tr("Previous hit (Shift+Enter)")),
            (self._on, self.tr("Next hit (Enter)")),
            (self._away, self.tr("Close (Esc)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.nothing.clear()

    def recolor(self) -> None:
        """Draw the icons in the colours of the theme."""
        for button, name in ((self._back, "caret-up"), (self._on, "caret-down"), (self._away, "x")):
            button.setIcon(icon(name, self))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.recolor()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
