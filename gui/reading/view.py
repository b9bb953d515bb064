"""The reading view: the articles side by side, joined by what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.model import Article
from gui.decided import chosen_group, shown
from gui.places import outlet
from gui.reading.arrangement import Arrangement, moved, stepped
from gui.reading.column import Column
from gui.reading.context import Context
from gui.reading.controls import Bar, Controls
from gui.reading.finding import find_next
from gui.reading.habits import Habits
from gui.reading.linking import level, scrolled
from gui.reading.menu import citation, copy
from gui.reading.row import Row
from gui.reading.typography import Typography
from gui.reading.web import Web
from gui.session import Session


class ReadingView(QWidget):
    """Every article of the session's comparison in a column of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.columns: dict[str, Column] = {}
        self._shown: tuple[Article, ...] = ()
        self._following = False
        self._unset: set[str] = set()
        self._set_rest = QTimer(self)
        self._set_rest.timeout.connect(self._set_next)
        self._keep_soon = QTimer(self, singleShot=True, interval=500)
        self._keep_soon.timeout.connect(self._keep)
        kept = Habits.kept()
        self.typography, self.linked, self.all_ribbons = kept.typography, kept.linked, kept.all_ribbons
        self.arrangement = Arrangement()
        self.web = Web(lambda: [self.columns[a] for a in self.seen()])
        self.web.all_ribbons = self.all_ribbons
        self.row = Row(self.web.ribbons, self)
        self.row.move_wanted.connect(self.move_before)
        self.controls = Controls(self)
        self.bar = Bar(self.controls, self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.row, 1)
        page.addWidget(self.bar)
        self.bar.show_zoom(self.typography.zoom)
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
        for name, step in (("column_left", -1), ("column_right", 1)):
            self.controls[name].triggered.connect(lambda _=False, step=step: self._step_focused(step))
        self.controls["next_column"].triggered.connect(lambda _=False: self.go_to_column(1))
        self.controls["previous_column"].triggered.connect(lambda _=False: self.go_to_column(-1))
        # Icons are drawn from a font that takes as long to load as the window: after the first paint.
        QTimer.singleShot(0, self.bar.recolor)

    def go_to_column(self, step: int) -> None:
        """Give the column ``step`` places from the focused one the focus, and bring it into sight."""
        ids, focused = self.seen(), self._focused()
        if ids:
            to = 0 if focused is None else max(0, min(len(ids) - 1, focused + step))
            column = self.columns[ids[to]]
            column.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.row.ensure_visible(column)

    def find_text(self, text: str, backward: bool = False) -> bool:
        """Go to the next (or previous) occurrence of ``text`` in the columns, round and round; whether there is one."""
        columns = [self.columns[a] for a in self.seen()]
        focused = self._focused()
        at = next((n for n, c in enumerate(columns) if c.text.textCursor().hasSelection()), focused or 0)
        found = find_next(columns, at, text, backward) if columns else None
        if found:
            self.row.ensure_visible(found)
        return found is not None

    def _focused(self) -> int | None:
        focused = self.focusWidget() or self
        return next((n for n, a in enumerate(self.seen()) if self.columns[a].isAncestorOf(focused)), None)

    def set_typography(self, typography: Typography) -> None:
        """Set every column in another face or size: those in sight at once, the others when there is time."""
        self.typography = typography
        self._unset = set(self.columns)
        self._set([a for a in self.seen() if self.row.in_sight(self.columns[a])])
        self._set_rest.start()
        self.bar.show_zoom(typography.zoom)
        self.controls["serif"].setChecked(typography.serif)
        self._keep_soon.start()

    def _set(self, article_ids: Iterable[str]) -> None:
        """Set these columns in the face and size that the reader chose, with the chosen group level again."""
        self._following = True
        for article_id in self._unset.intersection(article_ids):
            self.columns[article_id].set_typography(self.typography)
            self._unset.discard(article_id)
        self._following = False
        self._level()

    def _set_next(self) -> None:
        self._unset &= self.columns.keys()
        self._set([next(iter(self._unset), "")])
        if not self._unset:
            self._set_rest.stop()

    def zoom(self, steps: int) -> None:
        """Larger or smaller text; 0 is the size to begin with."""
        self.set_typography(self.typography.zoomed(steps))

    def set_serif(self, serif: bool) -> None:
        """Set the text with or without serifs, in Lesart's own choice of faces."""
        self.set_typography(replace(self.typography, serif=serif, family=""))

    def set_linked(self, linked: bool) -> None:
        """Let scrolling keep the chosen group level in all columns, or not."""
        self.linked = linked
        self.controls["linked"].setChecked(linked)
        self._keep()
        self._level()

    def set_all_ribbons(self, all_ribbons: bool) -> None:
        """Draw the ribbons of all groups in sight, faintly, or the chosen group's alone."""
        self.all_ribbons = all_ribbons
        self.web.all_ribbons = all_ribbons
        self.controls["all_ribbons"].setChecked(all_ribbons)
        self._keep()
        self._weave()

    def _keep(self) -> None:
        Habits(self.typography, self.linked, self.all_ribbons).keep()

    def seen(self) -> list[str]:
        """The articles whose columns are seen, from left to right."""
        return self.arrangement.seen(list(self.columns))

    def arrange(self, arrangement: Arrangement) -> None:
        """Hide, widen, or set a column in front."""
        self.arrangement = arrangement
        self._place()
        self._level()

    def move_before(self, article_id: str, before: str | None) -> None:
        """Move a column to stand before another, or last; this can be undone."""
        self._reorder(moved(list(self.columns), article_id, before))

    def step_column(self, article_id: str, step: int) -> None:
        """Move a column past its neighbour: 1 to the right, -1 to the left."""
        self._reorder(stepped(list(self.columns), self.seen(), article_id, step))

    def _step_focused(self, step: int) -> None:
        focused = self._focused()
        if focused is not None:
            self.step_column(self.seen()[focused], step)

    def _reorder(self, order: list[str]) -> None:
        comparison = self._session.comparison
        if comparison and order != [a.id for a in comparison.articles]:
            articles = {a.id: a for a in comparison.articles}
            self._session.change(
                replace(comparison, articles=tuple(articles[a] for a in order)), self.tr("Move column")
            )

    def _show_comparison(self) -> None:
        index = self._session.index
        articles = index.comparison.articles if index else ()
        if articles != self._shown:
            self._renew(articles)
        elif index:
            for column in self.columns.values():
                column.set_index(index)
        self.web.show(index)
        self._show_marks()
        self._mark_choice()
        self._weave()

    def _renew(self, articles: tuple[Article, ...]) -> None:
        index, before = self._session.index, self.columns
        kept = {a: c for a, c in before.items() if c.text.passages.article in articles}
        for article_id, column in before.items():
            if article_id not in kept:
                column.hide()
                column.deleteLater()
        self._shown = articles
        self.columns = {a.id: kept.get(a.id) or self._column(a.id) for a in articles}
        for column in kept.values():
            assert index
            column.set_index(index)
        self._place()
        if not kept and articles:
            self._focus_first()

    def _column(self, article_id: str) -> Column:
        assert self._session.index
        column = Column(self._session.index, article_id, self.typography, self.row.strip)
        column.laid_out.connect(self._column_laid_out)
        column.scrolled.connect(self._column_scrolled)
        column.text.claim_clicked.connect(self._session.choose_claim)
        column.text.mark_clicked.connect(self._session.choose_mark)
        column.text.menu_wanted.connect(partial(self._show_menu, column))
        column.text.viewport().installEventFilter(self)
        column.menu.entries = partial(self._entries, article_id)
        return column

    def _show_menu(self, column: Column, unit: int | None, at: QPoint) -> None:
        menu = Context(self._session, column.text, unit).menu(self)
        if menu.actions():
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def mark_selection(self) -> None:
        """Ask as what kind of cue the selected words are to be marked; without any, say what to do first."""
        texts = [self.columns[a].text for a in self.seen()]
        text = next((t for t in texts if t.textCursor().hasSelection()), None)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if text is None:
            menu.addAction(self.tr("Select the words first, with the mouse or with Shift and the arrows")).setEnabled(
                False
            )
            menu.popup(self.mapToGlobal(self.rect().center()))
            return
        context = Context(self._session, text, None)
        context.add_kinds(menu, self)
        menu.popup(text.viewport().mapToGlobal(text.cursorRect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def show_nearest(self, article_id: str) -> None:
        """Bring into sight what came nearest to the chosen group in an article that leaves it out."""
        column = self.columns.get(article_id)
        if column and article_id in self.seen():
            self.row.ensure_visible(column)
            column.show_nearest()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the first text. (With a proxy for it, Tab would jump from the view to the text, past all between.)"""
        if self.columns:
            self.columns[self.seen()[0]].text.setFocus(reason)

    def _focus_first(self) -> None:
        first = self.columns[self.seen()[0]].text
        focused = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        self.arrangement = self.arrangement.within(list(self.columns))
        seen = self.seen()
        for article_id, column in self.columns.items():
            column.set_wide(article_id in self.arrangement.wide)
            column.setVisible(article_id in seen)
        # From left to right, and then to the bar; a column that came later would be the last thing that Tab comes to.
        stops = [stop for a in seen for stop in self.columns[a].stops()] + self.bar.stops()
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        base = self.columns[self.arrangement.base] if self.arrangement.base else None
        self.row.place([self.columns[a] for a in seen], base)
        names = {a: outlet(self.columns[a].text.passages.article) for a in self.columns if a not in seen}
        self.bar.show_hidden(names, lambda a: self.arrange(self.arrangement.bring_back(a)))

    def _entries(self, article_id: str) -> list[tuple[str, Callable[[], None] | None, bool]]:
        now, seen = self.arrangement, self.seen()
        at = seen.index(article_id)
        pinned, wide = now.base == article_id, article_id in now.wide
        article = self.columns[article_id].text.passages.article
        return [
            (
                self.tr("Unpin") if pinned else self.tr("Pin as the base"),
                lambda: self.arrange(now.pin(article_id)),
                True,
            ),
            (self.tr("Usual width") if wide else self.tr("Widen"), lambda: self.arrange(now.widen(article_id)), True),
            (self.tr("Hide"), lambda: self.arrange(now.hide(article_id)), len(seen) > 1),
            ("", None, True),
            (self.tr("Move to the left"), lambda: self.step_column(article_id, -1), at > 0 and not pinned),
            (self.tr("Move to the right"), lambda: self.step_column(article_id, 1), at < len(seen) - 1 and not pinned),
            ("", None, True),
            (self.tr("Copy as citation"), lambda: copy(citation(article)), True),
            (self.tr("As it was read…"), lambda: self._session.ask("article", article_id), True),
            (
                self.tr("Remove from the comparison"),
                lambda: self._session.ask("remove", article_id),
                len(self.columns) > 1,
            ),
        ]

    def _show_marks(self) -> None:
        index = self._session.index
        if index:
            marks = shown(index, self._session.filter).of_article
            for article_id, column in self.columns.items():
                column.show_marks(marks[article_id])

    def _show_choice(self) -> None:
        self._mark_choice()
        driver = self._chosen_column()
        if driver in self.seen():
            self.row.ensure_visible(self.columns[driver])
        self._level()

    def _mark_choice(self) -> None:
        index = self._session.index
        if index:
            self.web.chosen = chosen_group(index, self._session.choice)
            for column in self.columns.values():
                column.choose(index, self._session.choice)

    def _level(self) -> None:
        """Bring the chosen group into sight in every column, level where they can be."""
        tops = self._tops()
        if not tops:
            self._weave()
            return
        driver = self._chosen_column()
        height = min(self.columns[a].text.viewport().height() for a in tops)
        at = level(tops, height)
        if driver in tops:
            text = self.columns[driver].text
            seen = tops[driver] - text.verticalScrollBar().value()
            # What was clicked stays under the pointer; the others come to it.
            at = seen if 0 <= seen <= height - 20 else at
        self._scroll_all(scrolled(tops, at))
        self._weave()

    def _tops(self) -> dict[str, float]:
        """Where the chosen group stands in each column that is seen and set."""
        seen = (a for a in self.seen() if a not in self._unset)
        return {a: top for a in seen if (top := self.columns[a].anchor) is not None}

    def _chosen_column(self) -> str | None:
        index, choice = self._session.index, self._session.choice
        if index and choice.claim_id in index.claim:
            return index.claim[choice.claim_id].article_id
        if index and choice.mark_id in index.mark:
            return index.mark[choice.mark_id].article_id
        return None

    def _column_scrolled(self, article_id: str) -> None:
        if self._following:
            return
        tops = self._tops() if self.linked else {}
        if article_id in tops:
            at = tops[article_id] - self.columns[article_id].text.verticalScrollBar().value()
            self._scroll_all({a: to for a, to in scrolled(tops, at).items() if a != article_id})
        self._weave()

    def _column_laid_out(self, article_id: str) -> None:
        self.web.forget(article_id)
        self._column_scrolled(article_id)

    def _scroll_all(self, to: dict[str, int]) -> None:
        self._following = True
        for article_id, value in to.items():
            self.columns[article_id].text.verticalScrollBar().setValue(value)
        self._following = False

    def _weave(self) -> None:
        """Draw ribbons and threads anew."""
        passes = self.web.passes()
        for article_id in self.seen():
            self.columns[article_id].cross(passes.get(article_id))
        self.row.update_gaps()

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
