"""The window at work: a step of the reading view and of the matrix, against plain columns of the same text.

Twenty articles of 2,000 words, every cue shown, the whole window with its inspector and lens bar, painted offscreen.
A step is what a hand does (choose a group, switch a lens, scroll) with everything that follows until the last paint. The
plain columns are as many QPlainTextEdits with the same text, face and size, as wide as the window's: they scroll as the
window's columns do, and where the window paints anew in its place they are painted anew.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QWidget

from core.model import KINDS, Comparison
from gui.app import make_application
from gui.preferences import Preferences
from gui.reading.column import NARROWEST
from gui.reading.typography import Typography
from gui.theme import Theme
from gui.translation import Languages
from gui.window import Window
from tests.benchmarks.measure import Table
from tests.gui import comparisons
from tests.gui.home import own_home

COLUMNS, WORDS, STEPS = 20, 2_000, 30
REST = 0.1
"""Seconds without any work after which a step is over: the inspector follows sooner."""
SIZE = QSize(1440, 900)
Step = Callable[[], object]


class Plain(QScrollArea):
    """The articles of ``comparison`` as plain columns."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        inner = QWidget()
        row = QHBoxLayout(inner)
        self.columns: list[QPlainTextEdit] = []
        for article in comparison.articles:
            column = QPlainTextEdit(article.text)
            column.setReadOnly(True)
            column.setFrameShape(QFrame.Shape.NoFrame)
            column.setFont(Typography().font())
            column.setMinimumWidth(NARROWEST)
            row.addWidget(column)
            self.columns.append(column)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def go_to(self, line: int) -> None:
        """Put ``line`` of every column to its top."""
        for column in self.columns:
            column.verticalScrollBar().setValue(line)

    def repaint_all(self) -> None:
        """Paint every column in sight anew."""
        for column in self.columns:
            column.viewport().update()

    def set_size(self, zoom: float) -> None:
        """Set every column in another size."""
        font = Typography(zoom=zoom).font()
        for column in self.columns:
            column.setFont(font)


def run() -> Table:
    """Milliseconds a step, the median of ``STEPS``; the plain columns take theirs in turn with the window's."""
    with own_home():
        app = QApplication.instance() or make_application()
        assert isinstance(app, QApplication)
        comparison = comparisons.big(COLUMNS, WORDS)
        window, plain = Window(Preferences(), Theme(app, "light"), Languages(app, "en")), Plain(comparison)
        for widget in (window, plain):
            widget.resize(SIZE)
            widget.show()
        window.session.show(comparison)
        window.session.filter_marks(strength=0.0)
        rows = tuple(_row(app, name, step, beside) for name, step, beside in _steps(window, plain))
        for thing in (window, plain):
            thing.close()
            thing.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    title = f"A step of the window, {COLUMNS} articles of {WORDS:,} words, all cues shown (ms, median of {STEPS})"
    return Table(title, ("step", "Lesart", "worst tenth", "longest later", "plain columns", "times"), rows)


def _row(app: QApplication, name: str, step: Step, beside: Step) -> tuple[str | float, ...]:
    ours, later, theirs = [], [], []
    _settle(app)
    for number in range(STEPS + 4):
        mine, after, other = *_milliseconds(app, step), _milliseconds(app, beside)[0]
        if number >= 4:  # the first ones make what all later ones find made
            ours.append(mine)
            later.append(after)
            theirs.append(other)
    own, plain = statistics.median(ours), statistics.median(theirs)
    return (name, own, statistics.quantiles(ours, n=10)[-1], statistics.median(later), plain, own / plain)


def _milliseconds(app: QApplication, step: Step) -> tuple[float, float]:
    """How long ``step`` takes until it is painted, and the longest that any of what follows at leisure takes."""
    taken = 1000 * _taken(lambda: (step(), app.processEvents()))
    return taken, _settle(app)


def _taken(work: Step) -> float:
    """Seconds of the thread's own time: painting offscreen waits for nothing, and a busy machine is not the window's."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def _settle(app: QApplication) -> float:
    """Let what waits for an idle moment have it, outside the clock; the longest that it held anything up."""
    longest, until = 0.0, time.perf_counter() + REST
    while time.perf_counter() < until:
        taken = 1000 * _taken(app.processEvents)
        longest = max(longest, taken)
        if taken > 0.5:
            until = time.perf_counter() + REST
    return longest


def _steps(window: Window, plain: Plain) -> Iterator[tuple[str, Step, Step]]:
    """Each step by name, and what the plain columns do meanwhile."""
    window.show_view("reading")
    next_group = window.actions_["next_group"].trigger
    lines = _lines(41)
    yield "reading: choose a group", next_group, lambda: plain.go_to(next(lines))
    yield "reading: switch a lens", _switch(window), plain.repaint_all
    bar = window.reading.columns[window.reading.seen()[0]].text.verticalScrollBar()
    heights, lines = (60 * n % 4000 for n in count()), _lines(3)
    yield "reading: scroll, linked", lambda: bar.setValue(next(heights)), lambda: plain.go_to(next(lines))
    window.reading.set_all_ribbons(True)
    yield "reading: scroll, all ribbons", lambda: bar.setValue(next(heights)), lambda: plain.go_to(next(lines))
    window.reading.set_all_ribbons(False)
    zooms = cycle((1, -1))
    sizes = cycle((1.1, 1.0))
    yield "reading: zoom", lambda: window.reading.zoom(next(zooms)), lambda: plain.set_size(next(sizes))
    window.show_view("claims")
    lines = _lines(41)
    yield "claims: choose a group", next_group, lambda: plain.go_to(next(lines))
    yield "claims: switch a lens", _switch(window), plain.repaint_all
    down = window.claims.table.verticalScrollBar()
    lines = _lines(3)
    places = (60 * n % max(1, down.maximum()) for n in count())
    yield "claims: scroll", lambda: down.setValue(next(places)), lambda: plain.go_to(next(lines))


def _lines(on: int) -> Iterator[int]:
    """Lines of the text, ``on`` further with each step: three as the wheel has it, a page where a choice leads away."""
    return (on * n % 200 for n in count())


def _switch(window: Window) -> Step:
    kinds, every = cycle(KINDS[:9]), frozenset(KINDS)
    session = window.session

    def switch() -> None:
        session.filter_marks(kinds=every if session.filter.kinds != every else every - {next(kinds)})

    return switch
