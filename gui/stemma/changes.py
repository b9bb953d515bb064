"""What became of each claim on the way along an edge, as a list."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.index import Index
from core.lineage import CHANGE_KINDS, Change, ChangeKind
from gui.stemma.wordings import change_rich, change_said
from gui.theme import colors

AnyIndex = QModelIndex | QPersistentModelIndex
CHANGE_ROLE = Qt.ItemDataRole.UserRole + 1
ROOT = QModelIndex()
PAD = 8
AT_A_TIME = 12
"""Rows that are measured in one go: a text is laid out for each."""


class ChangesModel(QAbstractListModel):
    """The changes of one edge, all or those of one kind, in the order of the copy's text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: Index | None = None
        self._all: tuple[Change, ...] = ()
        self._listed: list[Change] = []
        self.kind: ChangeKind | None = None

    def show_changes(self, index: Index | None, changes: tuple[Change, ...]) -> None:
        """List ``changes``; the kind that was listed alone stays so where there are any."""
        self._index, self._all = index, changes
        self.show_only(self.kind if self.kind in self.counts() else None)

    def counts(self) -> dict[ChangeKind, int]:
        """How many claims each kind of change befell, in the kinds' usual order."""
        count = Counter(kind for change in self._all for kind in change.kinds)
        return {kind: count[kind] for kind in CHANGE_KINDS if count[kind]}

    def show_only(self, kind: ChangeKind | None) -> None:
        """List the changes of one kind, or all."""
        self.beginResetModel()
        self.kind = kind
        self._listed = [c for c in self._all if kind is None or kind in c.kinds]
        self.endResetModel()

    @property
    def every(self) -> int:
        """How many there are of all kinds."""
        return len(self._all)

    def index_of(self) -> Index | None:
        """The look-ups of the comparison that they are of."""
        return self._index

    def change(self, row: int) -> Change:
        """The change in ``row``."""
        return self._listed[row]

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._listed)

    def data(self, at: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not at.isValid() or self._index is None:
            return None
        if role == CHANGE_ROLE:
            return self._listed[at.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return change_said(self._listed[at.row()], self._index)
        return None


class ChangeDelegate(QStyledItemDelegate):
    """Paints a change as rich text, as high as its lines are."""

    def __init__(self, view: QListView, model: ChangesModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._heights: dict[tuple[int, int], int] = {}
        model.modelReset.connect(self._heights.clear)

    def forget(self) -> None:
        """Measure anew: the font or the language has changed."""
        self._heights.clear()

    def _document(self, row: int, width: int) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(self._view.font())
        made.setTextWidth(width)
        index = self._model.index_of()
        assert index
        made.setHtml(change_rich(self._model.change(row), index, self._view))
        return made

    def sizeHint(self, option: QStyleOptionViewItem, at: AnyIndex) -> QSize:
        width = self._view.viewport().width()
        key = (at.row(), width)
        if key not in self._heights:
            self._heights[key] = round(self._document(at.row(), width - 2 * PAD - 4).size().height())
        return QSize(width, self._heights[key] + 2 * PAD + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: AnyIndex) -> None:
        c, rect = colors(self._view), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(c.accent_soft if chosen else c.surface))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), QColor(c.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(c.line))
        painter.save()
        painter.translate(rect.left() + PAD + 2, rect.top() + PAD)
        self._document(at.row(), rect.width() - 2 * PAD - 4).drawContents(painter)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


class ChangesList(QListView):
    """The list; Enter or a double click opens the two articles at the claim."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes = ChangesModel(self)
        self._delegate = ChangeDelegate(self, self.changes)
        self.setModel(self.changes)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_A_TIME)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def current(self) -> Change | None:
        """The change that is chosen."""
        at = self.currentIndex()
        return self.changes.change(at.row()) if at.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
