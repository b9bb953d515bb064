"""Beside the tree: by what evidence an edge stands, what changed along it, and the chain of a claim's wordings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from core.index import Index
from core.lineage import Change, ChangeKind, Edge, Lineage, Wording
from core.phrases import say
from gui.lenses.flow import Flow
from gui.places import outlet
from gui.stemma import wordings, words
from gui.stemma.changes import ChangesList
from gui.theme import heading_font
from gui.translation import language

HEAD_SHARE, LIST_SHARE = 46, 58
"""Percent of the panel's height that the evidence may take, and of the rest that the list does."""


class Panel(QWidget):
    """One edge, or one article that took from nobody."""

    opened = Signal()
    """The articles at the edge's ends are to be read side by side."""
    kind_wanted = Signal(object)
    claim_chosen = Signal(str)
    """A claim of the copy (or one that was cut, of the source) whose chain is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge: Edge | None = None
        self._lineage: Lineage | None = None
        self._index: Index | None = None
        self._chain: tuple[Wording, ...] = ()
        self._node = ""
        self._dragged = False
        self.title, self.facts, self.evidence, self.hint = (QLabel(self) for _ in range(4))
        self.read = QPushButton(self)
        self.read.clicked.connect(self.opened)
        self.kinds = QWidget(self)
        self._flow = Flow(self.kinds, spacing=4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.chips: dict[ChangeKind | None, QToolButton] = {}
        self.list, self.chain = ChangesList(self), QTextBrowser(self)
        self.chain.setObjectName("chain")
        self.chain.setOpenLinks(False)
        self.list.opened.connect(self.opened)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._ask_chain())
        self._foot, self._chain_head = QWidget(self), QLabel(self)
        self._lay_out()
        self.retell()

    def _lay_out(self) -> None:
        for label in (self.title, self.facts, self.evidence, self.hint, self._chain_head):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # names and titles come from files
        for label in (self.facts, self.hint):
            label.setProperty("muted", True)
        self._head = QWidget(self)
        top = QVBoxLayout(self._head)
        top.setContentsMargins(14, 12, 14, 8)
        top.setSpacing(8)
        for label in (self.title, self.facts, self.evidence, self.hint):
            top.addWidget(label)
        top.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.kinds)
        top.addStretch(1)
        above = QScrollArea(self)
        above.setWidget(self._head)
        above.setWidgetResizable(True)
        above.setFrameShape(QScrollArea.Shape.NoFrame)
        above.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        above.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(14, 8, 14, 10)
        foot.setSpacing(6)
        foot.addWidget(self._chain_head)
        foot.addWidget(self.chain, 1)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self.parts.setHandleWidth(1)
        for part, stretch in ((above, 0), (self.list, 3), (self._foot, 2)):
            self.parts.addWidget(part)
            self.parts.setStretchFactor(self.parts.count() - 1, stretch)
        self.parts.setChildrenCollapsible(False)
        self.parts.splitterMoved.connect(self._drag)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.parts)

    def show_edge(self, edge: Edge, lineage: Lineage, index: Index) -> None:
        """Show the edge's evidence; its changes come with ``show_changes``."""
        if self._edge is None or edge.id != self._edge.id:
            self.list.changes.kind = None
        self._edge, self._lineage, self._index, self._node = edge, lineage, index, ""
        self.list.changes.show_changes(index, ())
        self._chain = ()
        self.retell()

    def show_node(self, node: str, lineage: Lineage | None, index: Index | None) -> None:
        """Show an article that took from nobody, or nothing (an empty ``node``)."""
        self._edge, self._lineage, self._index, self._node = None, lineage, index, node
        self.list.changes.show_changes(None, ())
        self._chain = ()
        self.retell()

    def show_changes(self, edge: Edge, changes: tuple[Change, ...]) -> None:
        """List what changed along ``edge``, unless another one has been chosen meanwhile."""
        if self._edge and edge.id == self._edge.id:
            self.list.changes.show_changes(self._index, changes)
            self.retell()

    def show_chain(self, chain: tuple[Wording, ...]) -> None:
        """Show a claim's wordings from first to last."""
        self._chain = chain
        self._tell_chain()

    def current(self) -> Change | None:
        """The change that is chosen in the list."""
        return self.list.current()

    def _ask_chain(self) -> None:
        change = self.list.current()
        claims = (change.after or change.before) if change else ()
        if claims:
            self.claim_chosen.emit(claims[0])
        else:
            self.show_chain(())

    def _drag(self) -> None:
        self._dragged = True

    def _share_height(self) -> None:
        """The evidence as high as it is, up to half of the panel; the list gets more of the rest than the chain."""
        if self._dragged:
            return
        whole = self.parts.height()
        head = min(self._head.heightForWidth(self.width()) + 2, whole * HEAD_SHARE // 100)
        self.parts.setSizes([head, (whole - head) * LIST_SHARE // 100, (whole - head) * (100 - LIST_SHARE) // 100])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    # What the panel says

    def retell(self) -> None:
        """Say it all in the language of the interface."""
        edge, lineage, index = self._edge, self._lineage, self._index
        self.title.setFont(heading_font(self.font(), 1.1))
        self._chain_head.setFont(heading_font(self.font(), 1.0))
        seen = edge is not None and index is not None and edge.source in index.article
        self.read.setVisible(edge is not None)
        self.read.setText(self.tr("Read side by side") if seen else self.tr("Read its copies side by side"))
        self.list.setVisible(seen)
        self.list.setAccessibleName(self.tr("What became of each claim"))
        self._foot.setVisible(seen)
        self.chain.setAccessibleName(self.tr("The claim’s wordings, first to last"))
        self.facts.setVisible(edge is not None)
        self.evidence.setVisible(edge is not None)
        if edge and lineage and index:
            self.title.setText(words.edge_title(edge, lineage, index))
            self.facts.setText("  ·  ".join((*words.edge_facts(edge), *words.edge_direction(edge))))
            self.evidence.setVisible(edge.told != "given")
            self.evidence.setText(" ".join(say(r.key, language(), **dict(r.values)) for r in edge.evidence))
            self.hint.setText("" if seen else self.tr("Nobody opened that text, so what changed cannot be told."))
        elif lineage and index and self._node:
            self.title.setText(words.node_name(self._node, lineage, index))
            self.hint.setText(self._standing_alone(lineage, index))
        else:
            self.title.setText("")
            self.hint.setText(self.tr("Choose a line of the tree to see what changed on the way."))
        self.hint.setVisible(bool(self.hint.text()))
        self._show_kinds()
        self._tell_chain()
        self._share_height()

    def _standing_alone(self, lineage: Lineage, index: Index) -> str:
        copies = lineage.edges_from(self._node)
        if copies:
            names = ", ".join(words.node_name(e.copy, lineage, index) for e in copies)
            return self.tr("It took from no other article that is open. Source of: %1.").replace("%1", names)
        if self._node in index.article and len(index.claims_of[self._node]) < words.THIN:
            return self.tr("It is too short to tell where it comes from.")
        return self.tr("Nothing shows that it took from another article, or another from it.")

    def _show_kinds(self) -> None:
        """A chip for each kind of change that there is; one of them alone can be listed."""
        counts = self.list.changes.counts() if self._edge else {}
        for chip in self.chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for kind in (None, *counts) if counts else ():
            chip = QToolButton(self.kinds)
            chip.setCheckable(True)
            chip.setChecked(kind == self.list.changes.kind)
            name = self.tr("all") if kind is None else words.kind_name(kind)
            chip.setText(f"{name}  {self.list.changes.every if kind is None else counts[kind]}")
            chip.clicked.connect(lambda _=False, kind=kind: self.list.changes.show_only(kind))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self.chips[kind] = chip
            chip.show()
        self.kinds.setVisible(bool(self.chips))

    def _tell_chain(self) -> None:
        index = self._index
        self._chain_head.setText(self.tr("From first to last"))
        if not self._chain or index is None:
            self.chain.setHtml(wordings.small(self.tr("Choose a claim to see its wordings from first to last."), self))
            return
        said = []
        for number, wording in enumerate(self._chain):
            article = index.article[wording.article_id]
            when = words.node_time(article.id, index)
            head = f"{number + 1}. {outlet(article)}" + (f", {when}" if when else "")
            change = wording.change
            said.append(wordings.line(wordings.bold(head), 8 if number else 0))
            found = wordings.pieces(index, wording.claims, change.differences if change else (), "after")
            said.append(wordings.line(wordings.rich(found, "after", self)))
            if change:
                notes = wordings.replaced(change, index) or [words.kinds_said(change)]
                said.append(wordings.line(wordings.small(" · ".join(notes), self)))
        self.chain.setHtml("".join(said))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "parts"):
            self.retell()
