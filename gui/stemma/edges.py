"""The stemma as a table: every article, from whom it took, how much, how, and how sure that is."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.index import Index
from core.lineage import Edge, Lineage
from core.phrases import say
from gui.stemma import words
from gui.stemma.placing import below, roots
from gui.translation import language

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
COLUMNS, WIDEST = 6, 260


class EdgesModel(QAbstractTableModel):
    """A row for each article, its source before its copies."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lineage: Lineage | None = None
        self._index: Index | None = None
        self._rows: list[str] = []
        self._texts: dict[tuple[int, int], str] = {}

    def show_lineage(self, lineage: Lineage | None, index: Index | None) -> None:
        """List the articles of ``lineage``."""
        self.beginResetModel()
        self._lineage, self._index = lineage, index
        nodes = [n for root in roots(lineage) for n in (root, *below(lineage, root))] if lineage else []
        self._rows = [n for n in nodes if index and n in index.article]
        self._texts.clear()
        self.endResetModel()

    def retell(self) -> None:
        """Say everything anew, in the language of the interface."""
        self._texts.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, COLUMNS - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell; looked up once."""
        if (row, column) not in self._texts:
            self._texts[row, column] = self._text(self._rows[row], self.edge(row), column)
        return self._texts[row, column]

    def node(self, row: int) -> str:
        """The id of the article in ``row``."""
        return self._rows[row]

    def edge(self, row: int) -> Edge | None:
        """The edge that leads to the article in ``row``."""
        return self._lineage.edge_to(self._rows[row]) if self._lineage else None

    def row_of(self, edge: Edge | None) -> int:
        """The row of an edge; -1 where there is none."""
        return self._rows.index(edge.copy) if edge and edge.copy in self._rows else -1

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Article"), self.tr("Took from"), self.tr("Taken over"), self.tr("How"), self.tr("How sure"),
            self.tr("Which came first"),
        )[section]  # fmt: skip

    def data(self, at: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not at.isValid() or not self._lineage or not self._index:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and at.column() == 0:
            edge = self.edge(at.row())
            return words.edge_said(edge, self._lineage, self._index) if edge else self._node_said(self._rows[at.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(at.row(), at.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._node_said(self._rows[at.row()])
        return None

    def _node_said(self, node: str) -> str:
        assert self._lineage
        assert self._index
        return words.node_said(node, self._lineage, self._index)

    def _text(self, node: str, edge: Edge | None, column: int) -> str:
        assert self._lineage
        assert self._index
        if column == 0:
            return words.node_name(node, self._lineage, self._index)
        if edge is None:
            return self.tr("no other article") if column == 1 else "–"
        told = say(f"lineage.told.{edge.told}", language()).split(": ", 1)[-1]
        manner = say(f"lineage.manner.{edge.manner}", language())
        if edge.told == "given" and column in (3, 4):
            return "–"
        source = words.node_name(edge.source, self._lineage, self._index)
        sure = words.say_sureness(words.sureness(edge))
        return (source, words.percent(edge.share), manner, f"{sure} ({words.percent(edge.confidence)})", told)[
            column - 1
        ]


class EdgesTable(QTableView):
    """The table; choosing a row chooses its edge, Enter or a double click opens the two articles."""

    chosen = Signal(str)
    """An article's id."""
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edges")
        self.edges = EdgesModel(self)
        self.setModel(self.edges)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self.edges.modelReset.connect(self.fit)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self._following = False
        self._rows = 4
        self._say()

    def show_rows(self, rows: int) -> None:
        """Be as high as so many rows, at most."""
        if rows != self._rows:
            self._rows = rows
            self.fit()

    def fit(self) -> None:
        """As wide columns as their words want, and as high as the rows are, or the most that are shown."""
        row = self.fontMetrics().height() + 10
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row)
        metrics, heads = self.fontMetrics(), Qt.Orientation.Horizontal
        for column in range(COLUMNS):
            said = [str(self.edges.headerData(column, heads))]
            said += [self.edges.text(row, column) for row in range(self.edges.rowCount())]
            self.setColumnWidth(column, min(WIDEST, max(map(metrics.horizontalAdvance, said)) + 28))
        rows = min(self._rows, max(1, self.edges.rowCount()))
        self.setMaximumHeight(self.horizontalHeader().sizeHint().height() + rows * row + 16)

    def follow(self, edge: Edge | None) -> None:
        """Show which edge is chosen."""
        row = self.edges.row_of(edge)
        if row == self.currentIndex().row():
            return
        self._following = True
        if row >= 0:
            self.selectRow(row)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._following = False

    def _choose(self, at: QModelIndex, _before: QModelIndex) -> None:
        if at.isValid() and not self._following:
            self.chosen.emit(self.edges.node(at.row()))

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Who took it from whom, as a table"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.edges.retell()
            self.fit()
        elif event.type() == QEvent.Type.FontChange:
            self.fit()
