"""The lenses view: how each article words things, names things, and whom it lets speak."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.index import Index
from gui.lenses.chart import Chart
from gui.lenses.findings import Profile, names, profiles, sources
from gui.lenses.flow import Even
from gui.lenses.grid import CELL_ROLE, Grid
from gui.places import outlet
from gui.session import Session
from gui.sight import follow_focus
from gui.theme import heading_font

LEAST_SCALE = 4
"""A bar as long as the chart stands for at least so many cues: one cue is not much."""


class LensesView(QWidget):
    """A chart for each article, the table of names, the table of sources; every entry leads to the text."""

    opened = Signal()
    """What is chosen is to be read in the text."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.charts: list[Chart] = []
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow_focus(self._scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)
        inner = QWidget(self._scroll)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 10, 16, 20)
        self._column.setSpacing(8)
        self._titles = [self._label(muted=False) for _ in range(3)]
        self._hints = [self._label(muted=True) for _ in range(3)]
        self._profiles = QWidget(inner)
        self._flow = Even(self._profiles, spacing=12)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.names, self.sources = Grid(inner), Grid(inner)
        for title, hint, part in zip(
            self._titles, self._hints, (self._profiles, self.names, self.sources), strict=True
        ):
            for widget in (title, hint, part):
                self._column.addWidget(widget)
            self._column.addSpacing(14)
        self._column.addStretch(1)
        self._scroll.setWidget(inner)
        for grid in (self.names, self.sources):
            grid.clicked.connect(self._go)
            grid.installEventFilter(self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._show)
        self._stale = True
        for signal in (session.comparison_changed, session.filter_changed):
            signal.connect(self._changed)
        self._say()

    def _label(self, muted: bool) -> QLabel:
        made = QLabel(self)
        made.setProperty("muted", muted)
        made.setWordWrap(True)
        return made

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._late.start()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        if self._stale:
            self._show()

    def _show(self) -> None:
        """Count anew; done only while the view is seen."""
        self._stale = False
        index, shown = self._session.index, self._session.filter
        found = profiles(index, shown) if index else []
        self._show_charts(index, found)
        unnamed = self.tr("not named")
        self.names.rows.show_rows(index, names(index, shown) if index else [], self.tr("Also called"), "–")
        self.sources.rows.show_rows(index, sources(index) if index else [], self.tr("Source"), unnamed)
        self._say()

    def _show_charts(self, index: Index | None, found: list[Profile]) -> None:
        """One chart for each of ``found``; those of the same articles stay, with the focus that one of them may have."""
        most = max(LEAST_SCALE, max((n for p in found for n in p.counts.values()), default=0))
        if [chart.profile.article_id for chart in self.charts] != [p.article_id for p in found]:
            for chart in self.charts:
                self._flow.removeWidget(chart)
                chart.hide()
                chart.deleteLater()
            self.charts = [Chart("", p, most, self._profiles) for p in found]
            for chart in self.charts:
                chart.mark_wanted.connect(self._go_to_mark)
                chart.switched.connect(self._session.switch_article)
                self._flow.addWidget(chart)
                chart.show()
        for chart, profile in zip(self.charts, found, strict=True):
            assert index
            chart.show_profile(outlet(index.article[profile.article_id]), profile, most)
        self._profiles.updateGeometry()

    def _say(self) -> None:
        base = QFont(self.font())
        said = (
            (self.tr("Cues by article"), self.tr("Only the kinds, voices and strengths that are switched on above. Click a bar to read the first one, the tick to hide that article’s cues.")),
            (self.tr("One thing, several names"), self.tr("What the articles call the same person, group or thing.") if self.names.rows.rowCount() else self.tr("No two articles were found to name the same thing differently.")),
            (self.tr("Who speaks"), self.tr("Share of each article’s words that a source is given.") if self.sources.rows.rowCount() else self.tr("No quoted or reported sources were found.")),
        )  # fmt: skip
        for title, hint, (text, more) in zip(self._titles, self._hints, said, strict=True):
            title.setText(text)
            title.setFont(heading_font(base, 1.15))
            hint.setText(more)
        for grid, (text, _) in zip((self.names, self.sources), said[1:], strict=True):
            grid.setAccessibleName(text)
            grid.setVisible(grid.rows.rowCount() > 0)

    def _go(self, at: QModelIndex) -> None:
        cell = at.data(CELL_ROLE)
        if cell and cell.mark_id:
            self._go_to_mark(cell.mark_id)
        elif cell and cell.claim_id:
            self._session.choose_claim(cell.claim_id)
            self.opened.emit()

    def _go_to_mark(self, mark_id: str) -> None:
        self._session.choose_mark(mark_id)
        self.opened.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if (
            isinstance(watched, Grid)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._go(watched.currentIndex())
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # Qt's own signature

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._changed()
