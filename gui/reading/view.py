"""The reading view: the articles side by side, joined by what they share."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.model import Article
from gui.reading.column import Column
from gui.reading.controls import Bar, Controls
from gui.reading.ground import BAND
from gui.reading.joints import Joints
from gui.reading.linking import level, scrolled
from gui.reading.ribbons import Gap, Ribbon
from gui.reading.typography import Typography
from gui.session import Session


class ReadingView(QWidget):
    """Every article of the session's comparison in a column of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.columns: dict[str, Column] = {}
        self._gaps: list[Gap] = []
        self._joints: dict[tuple[str, str], Joints] = {}
        self._shown: tuple[Article, ...] = ()
        self._following = False
        self.typography = Typography()
        self.linked = True
        self.all_ribbons = False
        self._strip = QWidget(self)
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(8, 8, 8, 8)
        self._row.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._strip)
        self.controls = Controls(self)
        self.bar = Bar(self.controls, self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._scroll)
        page.addWidget(self.bar)
        self._connect_controls()
        session.comparison_changed.connect(self._show_comparison)
        session.choice_changed.connect(self._show_choice)
        session.filter_changed.connect(self._show_marks)
        self._show_comparison()

    def _connect_controls(self) -> None:
        for name, on in (("linked", self.linked), ("all_ribbons", self.all_ribbons), ("serif", self.typography.serif)):
            self.controls[name].setChecked(on)
        self.controls["linked"].toggled.connect(self.set_linked)
        self.controls["all_ribbons"].toggled.connect(self.set_all_ribbons)
        self.controls["serif"].toggled.connect(self.set_serif)
        for name, steps in (("smaller", -1), ("larger", 1), ("usual_size", 0)):
            self.controls[name].triggered.connect(lambda _=False, steps=steps: self.zoom(steps))
        self.controls["next_column"].triggered.connect(lambda _=False: self.go_to_column(1))
        self.controls["previous_column"].triggered.connect(lambda _=False: self.go_to_column(-1))
        # Icons are drawn from a font that takes as long to load as the window: after the first paint.
        QTimer.singleShot(0, self.bar.recolor)

    def go_to_column(self, step: int) -> None:
        """Give the column ``step`` places from the focused one the focus, and bring it into sight."""
        ids = list(self.columns)
        focused = next((n for n, a in enumerate(ids) if self.columns[a].isAncestorOf(self.focusWidget() or self)), None)
        if ids:
            to = 0 if focused is None else max(0, min(len(ids) - 1, focused + step))
            column = self.columns[ids[to]]
            column.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(column, 8, 0)

    def set_typography(self, typography: Typography) -> None:
        """Set every column in another face or size."""
        self.typography = typography
        for column in self.columns.values():
            column.set_typography(typography)
        self._level()
        self.bar.show_zoom(typography.zoom)
        self.controls["serif"].setChecked(typography.serif)

    def zoom(self, steps: int) -> None:
        """Larger or smaller text; 0 is the size to begin with."""
        self.set_typography(self.typography.zoomed(steps))

    def set_serif(self, serif: bool) -> None:
        """Set the text with or without serifs."""
        self.set_typography(replace(self.typography, serif=serif))

    def set_linked(self, linked: bool) -> None:
        """Let scrolling keep the chosen group level in all columns, or not."""
        self.linked = linked
        self.controls["linked"].setChecked(linked)
        self._level()

    def set_all_ribbons(self, all_ribbons: bool) -> None:
        """Draw the ribbons of all groups in sight, faintly, or the chosen group's alone."""
        self.all_ribbons = all_ribbons
        self.controls["all_ribbons"].setChecked(all_ribbons)
        self._update_gaps()

    def _show_comparison(self) -> None:
        comparison = self._session.comparison
        articles = comparison.articles if comparison else ()
        if articles != self._shown:
            self._lay_out(articles)
        elif self._session.index:
            for column in self.columns.values():
                column.set_index(self._session.index)
            self._join()
        self._show_marks()
        self._mark_choice()

    def _lay_out(self, articles: tuple[Article, ...]) -> None:
        self._clear()
        self._shown = articles
        index = self._session.index
        if not index or not articles:
            return
        self._row.addStretch(1)
        for article in articles:
            if self.columns:
                left = next(reversed(self.columns))
                gap = Gap(partial(self._ribbons, left, article.id), self._strip)
                self._gaps.append(gap)
                self._row.addWidget(gap)
            column = Column(index, article.id, self.typography, self._strip)
            column.laid_out.connect(self._column_laid_out)
            column.scrolled.connect(self._column_scrolled)
            column.text.claim_clicked.connect(self._session.choose_claim)
            column.text.mark_clicked.connect(self._session.choose_mark)
            column.text.viewport().installEventFilter(self)
            self.columns[article.id] = column
            self._row.addWidget(column, 1000)
        self._join()
        self._row.addStretch(1)
        first = self.columns[articles[0].id].text
        self.setFocusProxy(first)
        focused = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _join(self) -> None:
        index = self._session.index
        assert index
        reach = {a: column.text.reach for a, column in self.columns.items()}
        self._joints = {(a, b): Joints(index, a, b, (reach[a], reach[b])) for a, b in pairwise(self.columns)}

    def _clear(self) -> None:
        while self._row.count():
            widget = self._row.takeAt(0).widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        self.columns = {}
        self._gaps = []

    def _show_marks(self) -> None:
        index = self._session.index
        if index:
            for article_id, column in self.columns.items():
                column.show_marks([m for m in index.marks_of[article_id] if self._session.filter.lets_through(m)])

    def _show_choice(self) -> None:
        self._mark_choice()
        self._level()

    def _mark_choice(self) -> None:
        index = self._session.index
        if index:
            for column in self.columns.values():
                column.choose(index, self._session.choice)
        self._update_gaps()

    def _level(self) -> None:
        """Bring the chosen group into sight in every column, level where they can be."""
        tops = {a: top for a, c in self.columns.items() if (top := c.anchor) is not None}
        if not tops:
            return
        driver = self._chosen_column()
        height = min(c.text.viewport().height() for c in self.columns.values())
        at = level(tops, height)
        if driver in tops:
            text = self.columns[driver].text
            seen = tops[driver] - text.verticalScrollBar().value()
            # What was clicked stays under the pointer; the others come to it.
            at = seen if 0 <= seen <= height - 20 else at
        self._scroll_all(scrolled(tops, at))

    def _chosen_column(self) -> str | None:
        index, choice = self._session.index, self._session.choice
        if index and choice.claim_id in index.claim:
            return index.claim[choice.claim_id].article_id
        if index and choice.mark_id in index.mark:
            return index.mark[choice.mark_id].article_id
        return None

    def _column_scrolled(self, article_id: str) -> None:
        self._update_gaps()
        if self._following or not self.linked:
            return
        tops = {a: top for a, c in self.columns.items() if (top := c.anchor) is not None}
        if article_id in tops:
            at = tops[article_id] - self.columns[article_id].text.verticalScrollBar().value()
            self._scroll_all({a: to for a, to in scrolled(tops, at).items() if a != article_id})

    def _column_laid_out(self, article_id: str) -> None:
        for pair, joints in self._joints.items():
            if article_id in pair:
                joints.forget()
        self._column_scrolled(article_id)

    def _scroll_all(self, to: dict[str, int]) -> None:
        self._following = True
        for article_id, value in to.items():
            self.columns[article_id].text.verticalScrollBar().setValue(value)
        self._following = False

    def _update_gaps(self) -> None:
        for gap in self._gaps:
            gap.update()

    def _ribbons(self, left: str, right: str) -> tuple[QRectF, list[Ribbon]]:
        chosen, joints = self._session.choice.group_id, self._joints[left, right]
        one, other = self.columns[left], self.columns[right]
        found = joints.all() if self.all_ribbons else joints.of(chosen) if chosen else []
        shifts = one.shift - BAND, one.shift + BAND, other.shift - BAND, other.shift + BAND
        ribbons = [
            Ribbon(
                (j.left[0] + shifts[0], j.left[1] + shifts[1]),
                (j.right[0] + shifts[2], j.right[1] + shifts[3]),
                j.group_id == chosen,
            )
            for j in found
        ]
        return one.text_area(), ribbons

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            assert isinstance(event, QWheelEvent)
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom(1 if event.angleDelta().y() > 0 else -1)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # Qt's own signature

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.controls.say()
