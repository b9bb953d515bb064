"""The stemma view: who took it from whom, drawn and as a table, and what changed on the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QToolButton, QVBoxLayout, QWidget

from core.lineage import Edge, Lineage
from gui.places import outlet
from gui.session import Session
from gui.stemma import words
from gui.stemma.canvas import MARGIN, Canvas
from gui.stemma.edges import EdgesTable
from gui.stemma.legend import Legend
from gui.stemma.panel import Panel
from gui.stemma.tracing import Changes, Tracing
from gui.theme import heading_font

ZOOMS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5)
BAR = 14
"""Pixels that a scroll bar takes."""
FEW, MANY, LOW = 2, 4, 560
"""Rows of the table that are seen at once, in a low window and in others, and the height in pixels below which it is low."""
LEAST_FIT = 0.8
"""A tree that would have to be smaller to fit is scrolled."""


class StemmaView(QWidget):
    """The tree at the left, the table below it, what is chosen at the right."""

    side_by_side = Signal(tuple, str)
    """Ids of articles that are to be read beside one another, the source first, and of a claim to begin at (or "")."""

    def __init__(self, session: Session, tracing: Tracing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tracing = session, tracing
        self._stale, self._zoomed = True, False
        self.standing, self.hint = QLabel(self), QLabel(self)
        self.canvas, self.table, self.panel, self.legend = Canvas(), EdgesTable(self), Panel(self), Legend(self)
        self.smaller, self.larger, self.fit = (QToolButton(self) for _ in range(3))
        self._lay_out()
        self._connect()
        self._say()

    def _connect(self) -> None:
        self.canvas.chosen.connect(self._choose)
        self.canvas.node_chosen.connect(self._choose_node)
        self.canvas.opened.connect(lambda _: self._open())
        self.table.chosen.connect(self._row_chosen)
        self.table.opened.connect(self._open)
        self.panel.opened.connect(self._open)
        self.panel.claim_chosen.connect(self._ask_chain)
        self.smaller.clicked.connect(lambda _=False: self.step_zoom(-1))
        self.larger.clicked.connect(lambda _=False: self.step_zoom(1))
        self.fit.clicked.connect(lambda _=False: self._fit_again())
        for signal in (self._session.comparison_changed, self._session.lineage_changed):
            signal.connect(self._changed)

    def _lay_out(self) -> None:
        self.standing.setWordWrap(True)
        self.hint.setWordWrap(True)
        self.hint.setProperty("muted", True)
        said = QVBoxLayout()
        said.setSpacing(3)
        said.addWidget(self.standing)
        said.addWidget(self.hint)
        head = QHBoxLayout()
        head.setContentsMargins(18, 12, 12, 8)
        head.addLayout(said, 1)
        for button in (self.smaller, self.fit, self.larger):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea(self)
        self.area.setWidget(self.canvas)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().installEventFilter(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        column.addWidget(self.legend)
        column.addWidget(self.table)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setHandleWidth(1)
        self.split.addWidget(left)
        self.split.addWidget(self.panel)
        self.split.setStretchFactor(0, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([960, 440])
        left.setMinimumWidth(320)
        self.panel.setMinimumWidth(280)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.show_rows(FEW if self.height() < LOW else MANY)

    # What is shown

    @property
    def lineage(self) -> Lineage | None:
        """What is drawn."""
        return self._session.lineage

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show()

    def _show(self) -> None:
        """Draw anew; done only while the view is seen."""
        self._stale = False
        index, lineage = self._session.index, self.lineage
        self.canvas.show_lineage(lineage if index else None, index)
        self.table.edges.show_lineage(lineage if index else None, index)
        self._fit()
        self._say()
        edge = self.canvas.edge or (lineage.edges[0] if lineage and lineage.edges and index else None)
        if edge:
            self._choose(edge)
        else:
            self.panel.show_node("", lineage, index)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the chosen edge of the tree, or the table where there is no edge."""
        if not self.canvas.focus_tag(reason):
            self.table.setFocus(reason)

    def _choose(self, edge: Edge) -> None:
        index, lineage = self._session.index, self.lineage
        if not index or not lineage:
            return
        self.canvas.choose(edge)
        self.table.follow(edge)
        for part in (self.canvas.cards[edge.copy], self.canvas.cards[edge.source], self.canvas.tags[edge.id]):
            self.area.ensureWidgetVisible(part, MARGIN, MARGIN)
        self.panel.show_edge(edge, lineage, index)
        if edge.source in index.article:

            def tell(changes: Changes) -> None:
                self.panel.show_changes(edge, changes)

            self._tracing.changes(edge.source, edge.copy, tell)

    def _choose_node(self, node: str) -> None:
        self.canvas.choose(None)
        self.table.follow(None)
        self.panel.show_node(node, self.lineage, self._session.index)

    def _row_chosen(self, node: str) -> None:
        edge = self.lineage.edge_to(node) if self.lineage else None
        if edge:
            self._choose(edge)
        else:
            self.canvas.choose(None)
            self.panel.show_node(node, self.lineage, self._session.index)

    def _ask_chain(self, claim_id: str) -> None:
        if self.lineage:
            self._tracing.chain(claim_id, self.panel.show_chain)

    def _open(self) -> None:
        """Have the two articles of the chosen edge read side by side, at the claim that is chosen."""
        edge, index, lineage = self.canvas.edge, self._session.index, self.lineage
        if not edge or not index or not lineage:
            return
        change = self.panel.current()
        claims = (change.after or change.before) if change else ()
        if edge.source in index.article:
            articles: tuple[str, ...] = (edge.source, edge.copy)
        else:
            articles = next(s.articles for s in lineage.sources if s.id == edge.source)
        self.side_by_side.emit(articles, claims[0] if claims else "")

    # Zoom

    def step_zoom(self, step: int) -> None:
        """Larger or smaller; from here on the tree is not fitted to the room."""
        now = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self.canvas.zoom))
        self._zoomed = True
        self._set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, now + step))])

    def _fit_again(self) -> None:
        self._zoomed = False
        self._fit()

    def _fit(self) -> None:
        """As large as the room allows, but not larger than usual, nor smaller than can be read."""
        room = self.area.maximumViewportSize() - QSize(BAR, 0)
        self.canvas.room = float(room.width())
        if self._zoomed:
            self._set_zoom(self.canvas.zoom)
            return
        wished = [zoom for zoom in reversed(ZOOMS) if LEAST_FIT <= zoom <= 1.0]
        self._set_zoom(next((zoom for zoom in wished if self.canvas.fits(zoom, room)), LEAST_FIT))

    def _set_zoom(self, zoom: float) -> None:
        self.canvas.zoom = zoom
        self.canvas.lay_out()
        self.smaller.setEnabled(zoom > ZOOMS[0])
        self.larger.setEnabled(zoom < ZOOMS[-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area.viewport():
            if isinstance(event, QResizeEvent):
                self._fit()
            elif isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
                return True
        return super().eventFilter(watched, event)

    # What the view says

    def _say(self) -> None:
        self.standing.setFont(heading_font(self.font(), 1.3))
        index, lineage = self._session.index, self.lineage
        if lineage:
            self.standing.setText(words.standing(lineage))
        else:
            alone = index is not None and len(index.article) < 2
            self.standing.setText(
                self.tr("One article alone has no source to be told.")
                if alone
                else self.tr("Finding out who took it from whom…")
            )
        self.hint.setText(self._hint())
        self.hint.setVisible(bool(self.hint.text()))
        self.canvas.setAccessibleName(self.tr("Tree of who took it from whom"))
        for button, sign, said in (
            (self.smaller, "−", self.tr("Smaller")), (self.larger, "+", self.tr("Larger")),
            (self.fit, self.tr("Fit"), self.tr("As large as the room allows")),
        ):  # fmt: skip
            button.setText(sign)
            button.setToolTip(said)
            button.setAccessibleName(said)
        self.legend.tell(lineage)

    def _hint(self) -> str:
        """What the tree means, or that there is none; which articles are too short to tell."""
        index, lineage = self._session.index, self.lineage
        if not lineage or not index:
            return ""
        if words.two_versions(lineage):
            return self.tr("The earlier one above, the later one below, as you opened them.")
        said = [self.tr("From the source down. What several took from one source counts once.") if lineage.edges
                else self.tr("A line is drawn only where claims, their order, wording, figures or a credit show it clearly.")]  # fmt: skip
        thin = [outlet(index.article[a]) for a in lineage.articles if len(index.claims_of[a]) < words.THIN]
        if thin:
            said.append(self.tr("Too short to tell: %1.").replace("%1", ", ".join(thin)))
        return " ".join(said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "split"):
            self._say()
            self._fit()
