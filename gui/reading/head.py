"""A column's head: whose article it is, from when, how long, and how much of it others carry."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QEvent, QLocale, QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.index import Index
from core.model import Article
from gui import theme
from gui.elided import ElidedLabel
from gui.places import outlet
from gui.translation import language_name


def day(published: str | None) -> str:
    """An ISO date as the interface writes dates; what is no date is shown as it is, nothing where there is none."""
    if not published:
        return ""
    date = QDate.fromString(published[:10], Qt.DateFormat.ISODate)
    if not date.isValid():
        return published
    # As the language writes it, without the weekday and with a short month: "9. März 2026", "Mar 9, 2026".
    whole = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return QLocale().toString(date, re.sub(r"d{3,4},?\s*|,?\s*d{3,4}$", "", whole).replace("MMMM", "MMM"))


class ShareBar(QWidget):
    """A thin bar: what share of the claims others carry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.setFixedHeight(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.line))
        painter.drawRoundedRect(self.rect(), 2, 2)
        painter.setBrush(QColor("#8a7433" if theme.is_dark(self) else "#c79a2e"))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self.share, self.height()), 2, 2)


COLUMN_MIME = "application/x-lesart-column"
"""What a dragged head carries: its article's id."""


class Head(QWidget):
    """Outlet, title, date, language, length, share; a button for what can be done with the column; dragged, it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outlet, self.title, self.facts, self.shared = (ElidedLabel("", self) for _ in range(4))
        self.bar = ShareBar(self)
        self.more = QToolButton(self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAutoRaise(True)
        self._article: Article | None = None
        self._share = 0.0
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.outlet, 1)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 6, 9)
        column.setSpacing(3)
        column.addLayout(top)
        for label in (self.title, self.facts, self.shared):
            column.addWidget(label)
        column.addSpacing(2)
        column.addWidget(self.bar)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.more.setCursor(Qt.CursorShape.ArrowCursor)
        self._pressed: QPoint | None = None
        self._dress()

    def show_article(self, index: Index, article_id: str) -> None:
        """Show what ``index`` knows of the article."""
        self._article = index.article[article_id]
        self._share = index.shared_share(article_id)
        self._say()

    def _say(self) -> None:
        if not self._article:
            return
        a = self._article
        words = self.tr("%Ln word(s)", "", len(a.text.split()))
        facts = [day(a.published), language_name(a.language), words]
        self.outlet.setText(outlet(a))
        self.title.setText(a.title)
        self.facts.setText("  ·  ".join(fact for fact in facts if fact))
        percent = QLocale().toString(round(self._share * 100))
        self.shared.setText(self.tr("Others carry %1 % of its claims").replace("%1", percent))
        self.bar.share = self._share
        self.bar.update()
        self.more.setToolTip(self.tr("Column"))
        self.more.setAccessibleName(self.tr("Column menu: %1").replace("%1", self.outlet.text()))
        self.setAccessibleName(f"{self.outlet.text()}, {self.title.text()}, {self.facts.text()}, {self.shared.text()}")

    def _dress(self) -> None:
        base = self.font()
        bold = QFont(base)
        bold.setWeight(QFont.Weight.Bold)
        small = QFont(base)
        small.setPointSizeF(base.pointSizeF() * 0.9)
        self.outlet.setFont(bold)
        self.facts.setFont(small)
        self.shared.setFont(small)
        # Shades are asked for at every painting, so that a switch of the theme needs no news.
        self.facts.muted = self.shared.muted = True
        self._recolor()

    def _recolor(self) -> None:
        self.more.setIcon(theme.icon("dots-three-vertical", self))
        self.more.setIconSize(QSize(16, 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.colors(self).surface))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed, article = self._pressed, self._article
        if pressed is None or article is None:
            return
        if (event.position().toPoint() - pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            carried = QMimeData()
            carried.setData(COLUMN_MIME, article.id.encode())
            drag.setMimeData(carried)
            drag.setPixmap(self.grab())
            drag.setHotSpot(pressed)
            drag.exec(Qt.DropAction.MoveAction)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.PaletteChange:
            self._recolor()
