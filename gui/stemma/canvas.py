"""The drawn stemma: cards from the source down to its copies, lines between them, a tag on every line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from core.index import Index
from core.lineage import Edge, Lineage
from gui.stemma import words
from gui.stemma.parts import Card, Tag, line_pen
from gui.stemma.placing import Measures, Placed, below, place, roots
from gui.theme import Colors, colors

MARGIN = 18
BEND = 0.11
"""Share of the way from a source to its copies after which the lines part, above the tags."""
HEAD = 5.0
"""Half the width of an arrow's head, in pixels."""


def paint_head(painter: QPainter, tip: QPointF, guessed: bool, c: Colors, chosen: bool = False) -> None:
    """An arrow's head that points down at ``tip``; hollow where the direction is a guess."""
    shade = QColor(c.accent if chosen else c.muted)
    painter.setPen(QPen(shade, 1.6))
    painter.setBrush(QColor(c.surface) if guessed else shade)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-HEAD, -1.5 * HEAD), tip + QPointF(HEAD, -1.5 * HEAD)]))


class Canvas(QWidget):
    """One tree for each family, from the source down, and those that stand on their own.

    Tab comes to one tag, that of the chosen edge or the first; the arrow keys go from there.
    """

    chosen = Signal(object)
    """An Edge, None for none."""
    node_chosen = Signal(str)
    opened = Signal(object)
    """An Edge whose two articles are to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, Card] = {}
        self.tags: dict[str, Tag] = {}
        self.edge: Edge | None = None
        self.zoom, self.room = 1.0, 600.0
        self._lineage: Lineage | None = None
        self._index: Index | None = None
        self._placed = Placed({}, 0, 0)

    def show_lineage(self, lineage: Lineage | None, index: Index | None) -> None:
        """Draw ``lineage``; the edge that was chosen stays so where it is still there."""
        for part in (*self.cards.values(), *self.tags.values()):
            part.hide()
            part.deleteLater()
        self.cards, self.tags = {}, {}
        self._lineage, self._index = lineage, index
        if lineage is None or index is None:
            self.edge = None
            self.update()
            return
        letters = words.letters(lineage)
        for node in self._walk():
            card = Card(node, self)
            card.tell(lineage, index, letters.get(node, ""))
            card.clicked.connect(partial(self._card_clicked, node))
            self.cards[node] = card
            edge = lineage.edge_to(node)
            if edge:
                self.tags[edge.id] = self._tag(edge, lineage, index)
        kept = self.tags.get(self.edge.id) if self.edge else None
        self.choose(kept.edge if kept else None)
        for part in (*self.cards.values(), *self.tags.values()):
            part.show()

    def _tag(self, edge: Edge, lineage: Lineage, index: Index) -> Tag:
        tag = Tag(edge, self)
        tag.tell(lineage, index)
        tag.clicked.connect(lambda _=False: self._tag_clicked(edge))
        tag.stepped.connect(self.step)
        tag.opened.connect(lambda: self.opened.emit(edge))
        return tag

    def _walk(self) -> list[str]:
        """All nodes, each source before those that took from it, in the order in which they are read."""
        assert self._lineage
        return [n for root in roots(self._lineage) for n in (root, *below(self._lineage, root))]

    def _tag_clicked(self, edge: Edge) -> None:
        self.choose(edge)
        self.chosen.emit(edge)

    def _card_clicked(self, node: str) -> None:
        assert self._lineage
        edge = self._lineage.edge_to(node)
        if edge:
            self.tags[edge.id].setFocus(Qt.FocusReason.MouseFocusReason)
            self._tag_clicked(edge)
        else:
            self.choose(None)
            self.node_chosen.emit(node)

    def choose(self, edge: Edge | None) -> None:
        """Mark ``edge`` as the chosen one."""
        self.edge = edge
        ends = {edge.source, edge.copy} if edge else set()
        for node, card in self.cards.items():
            card.chosen = node in ends
            card.update()
        first = edge.id if edge else next(iter(self.tags), "")
        for id_, tag in self.tags.items():
            tag.setChecked(edge is not None and id_ == edge.id)
            tag.setFocusPolicy(Qt.FocusPolicy.StrongFocus if id_ == first else Qt.FocusPolicy.ClickFocus)
        self.update()

    def focus_tag(self, reason: Qt.FocusReason) -> bool:
        """Focus the tag of the chosen edge, or the first; whether there is one."""
        id_ = self.edge.id if self.edge else next(iter(self.tags), "")
        if id_ in self.tags:
            self.tags[id_].setFocus(reason)
        return id_ in self.tags

    def step(self, key: Qt.Key) -> None:
        """Choose another edge: up to that of the source, down to the first copy's, sideways along all of them."""
        assert self._lineage
        order = list(self.tags)
        if self.edge is None or not order:
            return
        at = order.index(self.edge.id)
        beside = {Qt.Key.Key_Left: max(0, at - 1), Qt.Key.Key_Right: min(len(order) - 1, at + 1),
                  Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(order) - 1}  # fmt: skip
        if key == Qt.Key.Key_Up:
            to = self._lineage.edge_to(self.edge.source)
        elif key == Qt.Key.Key_Down:
            to = next(iter(self._lineage.edges_from(self.edge.copy)), None)
        else:
            to = self.tags[order[beside[key]]].edge
        if to and to != self.edge:
            self.tags[to.id].setFocus(Qt.FocusReason.OtherFocusReason)
            self._tag_clicked(to)

    def measures(self, zoom: float) -> Measures:
        """The sizes in pixels at a zoom, in the font of the interface."""
        card = Card.size_for(self.font(), zoom)
        line = self.fontMetrics().lineSpacing() * zoom
        return Measures(card.width(), card.height(), 22 * zoom, 2.0 * line + 40 * zoom, 44 * zoom)

    def placed(self, zoom: float) -> Placed:
        """Where everything would stand at a zoom."""
        if not self._lineage or not self._index:
            return Placed({}, 0, 0)
        when = {a: self._index.article[a].published or "" for a in self._lineage.articles}
        return place(self._lineage, self.measures(zoom), self.room - 2 * MARGIN, lambda node: when.get(node, ""))

    def fits(self, zoom: float, room: QSize) -> bool:
        """Whether all of it could be seen in ``room`` at a zoom."""
        placed = self.placed(zoom)
        return placed.width + 2 * MARGIN <= room.width() and placed.height + 2 * MARGIN <= room.height()

    def lay_out(self) -> None:
        """Put everything in its place."""
        m, self._placed = self.measures(self.zoom), self.placed(self.zoom)
        for node, card in self.cards.items():
            x, y = self._placed.at[node]
            card.zoom = self.zoom
            card.setGeometry(round(x) + MARGIN, round(y) + MARGIN, round(m.width), round(m.height))
        for tag in self.tags.values():
            tag.zoom = self.zoom
            size, copy = tag.sizeHint(), self.cards[tag.edge.copy].geometry()
            middle = copy.top() - m.below * 0.54
            tag.setGeometry(
                copy.center().x() - size.width() // 2, round(middle - size.height() / 2), size.width(), size.height()
            )
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._placed.width) + 2 * MARGIN, round(self._placed.height) + 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = colors(self), QPainter(self)
        painter.fillRect(event.rect(), QColor(c.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tag in sorted(self.tags.values(), key=lambda t: t.isChecked()):
            self._line(painter, tag, c)

    def _line(self, painter: QPainter, tag: Tag, c: Colors) -> None:
        source, copy = self.cards[tag.edge.source].geometry(), self.cards[tag.edge.copy].geometry()
        start = QPointF(source.center().x() + 0.5, source.bottom() + 1)
        end = QPointF(copy.center().x() + 0.5, copy.top() - 1)
        first = min(self.cards[e.copy].y() for e in self._lineage.edges_from(tag.edge.source)) if self._lineage else 0
        bend = start.y() + (first - source.bottom()) * BEND
        path = QPainterPath(start)
        path.lineTo(start.x(), bend)
        if copy.y() > first:  # below others: around them, and in at the side
            spine = copy.x() - 11 * self.zoom
            path.lineTo(spine, bend)
            path.lineTo(spine, tag.geometry().center().y())
            path.lineTo(end.x(), tag.geometry().center().y())
        else:
            path.lineTo(end.x(), bend)
        path.lineTo(end.x(), end.y() - 1.4 * HEAD)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line_pen(words.sureness(tag.edge), c, tag.isChecked()))
        painter.drawPath(path)
        paint_head(painter, end, tag.edge.told == "text", c, tag.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.lay_out()
        elif event.type() == QEvent.Type.LanguageChange and self._lineage and self._index:
            letters = words.letters(self._lineage)
            for node, card in self.cards.items():
                card.tell(self._lineage, self._index, letters.get(node, ""))
            for tag in self.tags.values():
                tag.tell(self._lineage, self._index)
            self.lay_out()
