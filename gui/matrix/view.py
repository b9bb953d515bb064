"""The claims view: who carries what, who leaves it out, who words it how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from gui.decided import chosen_group
from gui.lenses.flow import Flow
from gui.matrix.model import CARRIED, CUES, FIRST_ARTICLE, GIST, Filter, MatrixModel
from gui.matrix.table import Table
from gui.reading.menu import copy, quotation
from gui.session import Session

WIDEST_GIST, NARROWEST_GIST, COUNT_WIDTH, NARROWEST = 320, 200, 64, 148


class MatrixView(QWidget):
    """The groups of the session's comparison as a table; choosing a row chooses the group."""

    opened = Signal()
    """Double click or Enter: what is chosen is to be read in the text."""
    nearest_wanted = Signal(str)
    """The id of an article that leaves out what is chosen: what came nearest there is to be read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = MatrixModel(session, self)
        self.table = Table(self.model, self)
        self.search = QLineEdit(self)
        self.found = QLabel(self)
        self.chips: dict[Filter, QToolButton] = {}
        self._following = False
        self.read, self.copy = QAction(self), QAction(self)
        self.read.triggered.connect(lambda _=False: self._open(self.table.currentIndex()))
        self.copy.triggered.connect(lambda _=False: self._copy())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._bar())
        page.addWidget(self.table)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.model.sort)
        self.table.selectionModel().currentChanged.connect(self._choose)
        self.table.doubleClicked.connect(self._open)
        self.search.textChanged.connect(self.model.search)
        self.model.modelReset.connect(self._renewed)
        session.choice_changed.connect(self._follow)
        session.filter_changed.connect(self._recount)
        self.table.viewport().installEventFilter(self)
        self.table.installEventFilter(self)
        self._say()
        self._renewed()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the table. (With a proxy for it, Tab would pass the chips and the search.)"""
        self.table.setFocus(reason)

    def _bar(self) -> QHBoxLayout:
        """The filters, on two lines where one has no room for them, and the field in which claims are looked for."""
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 10, 12, 8)
        bar.setSpacing(6)
        filters = QWidget(self)
        flow = Flow(filters, spacing=6)
        flow.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for which in Filter:
            chip = QToolButton(self)
            chip.setCheckable(True)
            chip.setChecked(which is Filter.ALL)
            chip.clicked.connect(lambda _=False, which=which: self._show_only(which))
            group.addButton(chip)
            self.chips[which] = chip
            flow.addWidget(chip)
        bar.addWidget(filters, 4)
        bar.addWidget(self.found)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        bar.addWidget(self.search, 1)
        return bar

    def offer(self, corrections: Sequence[QAction]) -> None:
        """Put ``corrections`` into the menu under the right button, after what the view itself can do with a row."""
        between = QAction(self)
        between.setSeparator(True)
        self.table.addActions([self.read, self.copy, between, *corrections])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _open(self, at: QModelIndex) -> None:
        cell = self.model.cell(at.row(), at.column()) if at.isValid() else None
        self.opened.emit()
        if cell and cell.nearest:
            self.nearest_wanted.emit(self.model.article_id(at.column()))

    def _copy(self) -> None:
        index, row = self._session.index, self.table.currentIndex().row()
        if index and row >= 0:
            claims = [index.claim[c] for c in self.model.group(row).claims]
            copy("\n".join(quotation(index.article[c.article_id], index.text(c.id)) for c in claims))

    def find_text(self, text: str, backward: bool = False) -> bool:
        """Go to the next (or previous) row with ``text`` in its gist or in any wording, round and round."""
        at, step, rows = self.table.currentIndex().row(), -1 if backward else 1, self.model.rowCount()
        for away in range(1, rows + 1):
            row = (at + step * away) % rows
            if self.model.holds(row, text):
                self.table.setCurrentIndex(self.model.index(row, max(0, self.table.currentIndex().column())))
                return True
        return False

    def _show_only(self, which: Filter) -> None:
        self.model.show_only(which)

    def _choose(self, at: QModelIndex, _before: QModelIndex) -> None:
        if self._following or not at.isValid():
            return
        cell = self.model.cell(at.row(), at.column())
        if cell and cell.claim_id:
            self._session.choose_claim(cell.claim_id)
        elif self._session.index and self.model.group(at.row()).id in self._session.index.group:
            self._session.choose_group(self.model.group(at.row()).id)
        else:
            self._session.choose_claim(self.model.group(at.row()).claims[0])

    def _follow(self) -> None:
        index = self._session.index
        choice = self._session.choice
        row = self.model.row_of((chosen_group(index, choice) or choice.claim_id) if index else None)
        if row == self.table.currentIndex().row() and row >= 0:
            return
        self._following = True
        if row >= 0:
            column = max(GIST, self.table.currentIndex().column())
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            at = self.model.index(row, column)
            self.table.selectionModel().setCurrentIndex(at, flags)
            self.table.scrollTo(at)
        else:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        self._following = False

    def _renewed(self) -> None:
        self._share_width()
        self._follow()
        self._say()

    def _share_width(self) -> None:
        articles = self.model.columnCount() - FIRST_ARTICLE
        if articles <= 0:
            return
        header, width = self.table.horizontalHeader(), self.table.viewport().width()
        wanted = {GIST: min(WIDEST_GIST, max(NARROWEST_GIST, width * 22 // 100))}
        for column in (CARRIED, CUES):
            wanted[column] = max(COUNT_WIDTH, header.sectionSizeHint(column))
        room = width - sum(wanted.values())
        for column in range(articles):
            wanted[FIRST_ARTICLE + column] = max(NARROWEST, room // articles)
        for column, pixels in wanted.items():
            self.table.setColumnWidth(column, pixels)

    def _recount(self) -> None:
        if self.isVisible():
            self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.seen = True
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.seen = False

    def _say(self) -> None:
        names = {
            Filter.ALL: self.tr("All"),
            Filter.BY_ALL: self.tr("Carried by all"),
            Filter.CUES: self.tr("With cues"),
            Filter.LEFT_OUT: self.tr("Left out by one"),
            Filter.ALONE: self.tr("Only in one"),
            Filter.CONFLICT: self.tr("Contradictory"),
        }
        for which, chip in self.chips.items():
            chip.setText(f"{names[which]}  {self.model.count(which)}")
        self.read.setText(self.tr("Read in the text"))
        self.copy.setText(self.tr("Copy all wordings with their sources"))
        self.search.setPlaceholderText(self.tr("Search claims"))
        self.search.setAccessibleName(self.tr("Search claims"))
        self.table.setAccessibleName(self.tr("Shared claims"))
        listed, every = self.model.rowCount(), self.model.count(Filter.ALL)
        for which, tip in self._tips().items():
            self.chips[which].setToolTip(tip)
        self.found.setText(
            self.tr("%1 of %2").replace("%1", str(listed)).replace("%2", str(every)) if listed < every else ""
        )

    def _tips(self) -> dict[Filter, str]:
        return {
            Filter.BY_ALL: self.tr("Claims that every article carries"),
            Filter.LEFT_OUT: self.tr("Claims that all articles but one carry"),
            Filter.ALONE: self.tr("Claims that no other article carries"),
            Filter.CUES: self.tr("Claims whose wording has cues"),
            Filter.CONFLICT: self.tr("Claims on which the articles contradict each other"),
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.table.delegate.forget()
            self.table.set_row_height(self.table.delegate.height())
        elif (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.table.currentIndex().isValid()
        ):
            self._open(self.table.currentIndex())
            return True
        elif watched is self.table.viewport() and event.type() == QEvent.Type.Resize:
            self._share_width()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.table.viewport().update()
