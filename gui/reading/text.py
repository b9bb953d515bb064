"""One article's text with its claims tinted and its marks underlined.

The document is set once. A choice, another lens, another theme only paint anew: everything is drawn under the text
from rectangles that are computed once per layout, so a step costs what is in sight and no more.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from core.index import Index
from core.model import Mark
from gui import marks as look
from gui.reading.geometry import Geometry
from gui.reading.ground import Ground
from gui.reading.menu import quotation
from gui.reading.passages import Passages
from gui.reading.typography import Typography, set_article, set_typography

LEFT, RIGHT, TOP, BOTTOM = 34, 10, 14, 24
"""Margins around the text, in pixels; the left one holds the chosen claim's bar and the marks' letters."""
OVERSCROLL = 0.6
"""How far past its end the text scrolls, as a share of its height, so that its last claims can stand level too."""


class ArticleText(QTextEdit):
    """Read-only, selectable; a click chooses what is under it, Enter what is under the caret."""

    claim_clicked = Signal(str)
    menu_wanted = Signal(object, QPoint)
    """The unit under the pointer (None beside the text) and the place on the screen."""
    mark_clicked = Signal(str)
    scrolled = Signal()
    laid_out = Signal()
    focused = Signal()

    def __init__(self, index: Index, article_id: str, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passages = Passages(index, article_id)
        # Nearer to its size to be than Qt's 100 × 30, at which the first layout would be made for nothing.
        self.resize(244, 600)
        self.setDocument(self._page(typography))
        self.geometry_of = Geometry(self.document())
        self.ground = Ground(self)
        self._index = index
        self._pressed: QPointF | None = None
        self._height: float | None = None
        self._dragging = False
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.document().documentLayout().documentSizeChanged.connect(self._laid_out)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._overscroll())

    def _page(self, typography: Typography) -> QTextDocument:
        # Made whole before anything lays it out: every change after that would lay out all of it again.
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        set_article(document, self.passages.article, self.passages.offsets)
        set_typography(document, typography)
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(LEFT)
        frame.setRightMargin(RIGHT)
        frame.setTopMargin(TOP)
        frame.setBottomMargin(BOTTOM)
        document.rootFrame().setFrameFormat(frame)
        return document

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another face or size; the line at the top stays there."""
        first = self.geometry_of.unit_at(self.verticalScrollBar().value())
        set_typography(self.document(), typography)
        self._laid_out()
        self.verticalScrollBar().setValue(int(self.geometry_of.reach(first, first + 1)[0]) - TOP if first else 0)

    def set_index(self, index: Index) -> None:
        """Show the claims of another comparison of the same article."""
        self._index = index
        self.passages = Passages(index, self.passages.article.id)
        self.ground.forget()
        self.viewport().update()

    def show_marks(self, marks: list[Mark]) -> None:
        """Underline ``marks`` and no others; a column out of sight places them when it is seen."""
        self.passages.show_marks(marks)
        self.ground.forget()
        self.viewport().update()

    def choose(self, claims: frozenset[str], claim_id: str | None, mark_id: str | None, nearest: str | None) -> None:
        """Let the chosen group's ``claims`` stand out, and of them ``claim_id``; outline the ``nearest`` miss."""
        self.ground.choose(claims, claim_id, mark_id, nearest)
        self.viewport().update()

    @property
    def index(self) -> Index:
        """The comparison whose claims are shown."""
        return self._index

    @property
    def content_height(self) -> float:
        """The text's height in pixels, without the room below its end."""
        if self._height is None:
            self._height = self.document().size().height()
        return self._height

    def reach(self, claim_id: str) -> tuple[float, float]:
        """The claim's top and bottom in the document."""
        stretch = self.passages.claim(claim_id)
        return self.geometry_of.reach(stretch.start, stretch.end)

    def mark_reach(self, mark_id: str) -> tuple[float, float]:
        """The mark's top and bottom in the document."""
        start, end = self.passages.offsets.units(self._index.mark[mark_id].span)
        return self.geometry_of.reach(start, end)

    def scroll_to(self, top: float) -> None:
        """Bring ``top`` of the document into the upper third."""
        self.verticalScrollBar().setValue(max(0, round(top - self.viewport().height() * 0.3)))

    def _laid_out(self) -> None:
        self.geometry_of.forget()
        self.ground.forget()
        self._height = None
        self._overscroll()
        self.laid_out.emit()

    def _overscroll(self) -> None:
        height = self.viewport().height()
        highest = max(0, round(self.content_height - height * (1 - OVERSCROLL)))
        if self.verticalScrollBar().maximum() != highest:
            self.verticalScrollBar().setRange(0, highest)

    def _unit_under(self, at: QPointF) -> int | None:
        return self.geometry_of.hit(at + QPointF(0, self.verticalScrollBar().value()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scroll = self.verticalScrollBar().value()
        painter.translate(0, -scroll)
        self.ground.paint(painter, QRectF(event.rect()).translated(0, scroll))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(self._on_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._on_line(event))

    def _on_line(self, event: QMouseEvent) -> QMouseEvent:
        """``event`` in the middle of the line it is nearest to. Between two lines, a third of the page at the leading
        that reads well, Qt would take the next line's start, and a selection would jump there."""
        at, scroll = event.position(), self.verticalScrollBar().value()
        local = QPointF(at.x(), self.geometry_of.level(at.y() + scroll) - scroll)
        pressed = (event.button(), event.buttons(), event.modifiers(), event.pointingDevice())
        return QMouseEvent(event.type(), local, event.scenePosition(), event.globalPosition(), *pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._on_line(event))
        still = self._pressed is not None and (event.position() - self._pressed).manhattanLength() < 4
        if still and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose_at(self._unit_under(event.position()))
        self._pressed = None

    def createMimeDataFromSelection(self) -> QMimeData:
        # What is dragged out takes its source with it; what is copied is the bare words.
        words = self.textCursor().selectedText().replace("\u2029", "\n")
        carried = QMimeData()
        carried.setText(quotation(self.passages.article, words) if self._dragging else words)
        return carried

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._dragging = bool(event.buttons() & Qt.MouseButton.LeftButton)
        super().mouseMoveEvent(self._on_line(event) if self._dragging else event)
        self._dragging = False
        if not event.buttons():
            unit = self._unit_under(event.position())
            over = unit is not None and self.passages.claim_at(unit) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() != shape:
                self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_at(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def _choose_at(self, unit: int | None) -> None:
        if unit is None:
            return
        mark, claim = self.passages.mark_at(unit), self.passages.claim_at(unit)
        if mark:
            self.mark_clicked.emit(mark)
        elif claim:
            self.claim_clicked.emit(claim)

    def select(self, cursor: QTextCursor) -> None:
        """Select what ``cursor`` selects and bring it into sight."""
        self.setTextCursor(cursor)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        top, bottom = self.geometry_of.reach(start, end)
        scroll = self.verticalScrollBar().value()
        if not scroll <= top <= bottom <= scroll + self.viewport().height():
            self.scroll_to(top)

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        scroll = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def put_caret(self, unit: int) -> None:
        """Move the caret to ``unit`` without scrolling there."""
        scroll = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(unit, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            unit: int | None = self.textCursor().position()
            self.menu_wanted.emit(unit, self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        else:
            self.menu_wanted.emit(self._unit_under(QPointF(event.pos())), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            said = self.tip(self._unit_under(QPointF(event.pos())))  # type: ignore[attr-defined]  # a QHelpEvent
            QToolTip.showText(event.globalPos(), said, self.viewport())  # type: ignore[attr-defined]
            return True
        return super().viewportEvent(event)

    def tip(self, unit: int | None) -> str:
        """What the tooltip at ``unit`` says: the marks there with their reasons, nothing where there is none."""
        here = [self._index.mark[s.id] for s in self.passages.marks if unit is not None and s.start <= unit < s.end]
        return "\n\n".join(f"{look.LOOKS[m.kind].letter}  {look.name(m.kind)}\n{look.reason(m)}" for m in here)

    def letter_font(self) -> QFont:
        """The font of the letters in the margin: the interface's, a little smaller than the text."""
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, self.document().defaultFont().pointSizeF() * 0.7))
        font.setWeight(QFont.Weight.Bold)
        return font
