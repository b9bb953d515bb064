"""One column: head, standing, text, overview."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from core.index import Index
from core.model import Mark
from gui.decided import chosen_group
from gui.reading.head import Head
from gui.reading.menu import ColumnMenu
from gui.reading.overview import WIDTH as OVERVIEW
from gui.reading.overview import Overview
from gui.reading.passages import omission
from gui.reading.ribbons import Thread
from gui.reading.strip import Standing, Strip
from gui.reading.text import LEFT, RIGHT, ArticleText
from gui.reading.typography import MEASURE, Typography
from gui.session import Choice
from gui.theme import colors

NARROWEST = 244
"""Pixels; four such columns and their gaps fit 1440 beside an inspector."""


class Column(QWidget):
    """One article of the reading view."""

    scrolled = Signal(str)
    """The column's id; its text was scrolled."""
    laid_out = Signal(str)
    """The column's id; its text was laid out anew."""

    def __init__(self, index: Index, article_id: str, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article_id = article_id
        self.head = Head(self)
        self.strip = Strip(self)
        self.text = ArticleText(index, article_id, typography, self)
        self.overview = Overview(self.text, self)
        self.menu = ColumnMenu(self)
        self.head.more.setMenu(self.menu)
        self._wide = False
        self._thread = Thread(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.addWidget(self.head, 0, 0, 1, 2)
        grid.addWidget(self.strip, 1, 0, 1, 2)
        grid.addWidget(self.text, 2, 0)
        grid.addWidget(self.overview, 2, 1)
        grid.setRowStretch(2, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.text.scrolled.connect(self._scrolled)
        self.text.laid_out.connect(self._laid_out)
        self.overview.wanted.connect(self._center)
        self.strip.nearest_wanted.connect(lambda _: self.show_nearest())
        self.head.show_article(index, article_id)
        self.limit()
        # No focus proxy: Tab would go to the text from the column's place, past everything between the two.
        self._name()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, from top to bottom."""
        return self.head.more, self.strip, self.text

    def set_index(self, index: Index) -> None:
        """Show another comparison of the same article."""
        self.text.set_index(index)
        self.head.show_article(index, self.article_id)
        self.overview.forget()
        self._name()

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another face or size, and take the width that its lines need."""
        self.text.set_typography(typography)
        self.limit()

    def set_wide(self, wide: bool) -> None:
        """Give the column twice the room, or as much as the others."""
        self._wide = wide
        self.limit()

    def limit(self) -> None:
        """Keep the column between the narrowest that is read with ease and the longest line."""
        average = QFontMetricsF(self.text.document().defaultFont()).averageCharWidth()
        longest = round(average * MEASURE) + LEFT + RIGHT + OVERVIEW + 2
        self.setMaximumWidth(max(NARROWEST, longest))
        self.setMinimumWidth(min(longest, NARROWEST * 2) if self._wide else NARROWEST)

    def show_marks(self, marks: list[Mark]) -> None:
        """Underline ``marks`` and no others."""
        self.text.show_marks(marks)
        self.overview.forget_marks()

    def choose(self, index: Index, choice: Choice) -> None:
        """Let what is chosen stand out, and say how the article stands to it."""
        claims: frozenset[str] = frozenset()
        nearest, standing = None, None
        own = self._own(index, choice)
        group = chosen_group(index, choice)
        if group:
            mentions = index.mentions(group, self.article_id)
            claims = frozenset(c.id for c in mentions)
            left_out = omission(index, group, self.article_id)
            linked = index.elsewhere(group, self.article_id)
            nearest = linked[0].id if linked else left_out.claim_id if left_out and not mentions else None
            first = mentions[0].position if mentions else 0.0
            standing = Standing(len(mentions), first, nearest, index.text(nearest) if nearest else "", bool(linked))
        elif own:
            claims = frozenset({own})
        self.text.choose(claims, own, choice.mark_id, nearest)
        self.strip.show_standing(standing)
        self.overview.update()

    def _own(self, index: Index, choice: Choice) -> str | None:
        """The claim of this article by which the choice was made: itself, or the one that holds the chosen mark."""
        mark = index.mark.get(choice.mark_id or "")
        if mark and mark.article_id == self.article_id and len(mark.span):
            return self.text.passages.claim_at(self.text.passages.offsets.unit(mark.span.start))
        claim = index.claim.get(choice.claim_id or "")
        return claim.id if claim and claim.article_id == self.article_id else None

    @property
    def anchor(self) -> float | None:
        """The top of the chosen mention in the document: of the chosen claim, else of the first; None without one."""
        choice = self.text.ground.choice
        if choice.claim_id in choice.claims:
            return self.text.reach(choice.claim_id)[0]
        tops = [self.text.reach(claim)[0] for claim in choice.claims]
        return min(tops, default=None)

    @property
    def center(self) -> float | None:
        """The middle of the chosen mention in the column, as it is scrolled now; None where there is none."""
        choice = self.text.ground.choice
        claims = [choice.claim_id] if choice.claim_id in choice.claims else sorted(choice.claims)
        reaches = [self.text.reach(claim) for claim in claims if claim]
        return sum(min(reaches)) / 2 + self.shift if reaches else None

    def cross(self, y: float | None) -> None:
        """Show at height ``y`` the thread that leads past this column, or none."""
        area = self.text_area()
        self._thread.cross(y, area.adjusted(0, 0, self.overview.width(), 0))

    @property
    def shift(self) -> float:
        """What leads from a height in the document to one in the column, as it is scrolled now."""
        return self.text.y() - self.text.verticalScrollBar().value()

    def text_area(self) -> QRectF:
        """Where the text is, in the column's coordinates."""
        return QRectF(self.text.geometry())

    def _center(self, y: float) -> None:
        self.text.verticalScrollBar().setValue(round(y - self.text.viewport().height() / 2))

    def show_nearest(self) -> None:
        """Scroll to what came nearest to the chosen group, where this article leaves it out."""
        if self.text.ground.choice.nearest:
            self.text.scroll_to(self.text.reach(self.text.ground.choice.nearest)[0])

    def _laid_out(self) -> None:
        self.overview.forget()
        self.laid_out.emit(self.article_id)

    def _scrolled(self) -> None:
        self.overview.update()
        self.scrolled.emit(self.article_id)

    def _name(self) -> None:
        name = f"{self.head.outlet.text()}: {self.head.title.text()}"
        self.text.setAccessibleName(name)
        self.setAccessibleName(self.tr("Column %1").replace("%1", name))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(colors(self).accent if self.text.hasFocus() else colors(self).line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
