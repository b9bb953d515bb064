"""Reading at its limits: a long page, an article of 300,000 characters with 5,000 cues in the window, a folder of 500
files and how soon its import stops.

The article stands beside a second one, every cue shown, painted offscreen; a scroll is one turn by a page with all that
follows. The folder is opened through the window as a drop opens it: text, pages and Word files, every tenth unreadable;
"idle" is when the window can be worked with again after Esc, "thread" when the work has ended behind it.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from core.job import Job
from core.model import KINDS, Comparison, Mark, Settings, Span, mark_id
from core.reading import read, read_all
from gui.app import make_application
from gui.preferences import Preferences
from gui.theme import Theme
from gui.translation import Languages
from gui.window import Window
from tests.benchmarks.measure import Table, seconds
from tests.core.reading import stories
from tests.gui import comparisons
from tests.gui.home import own_home

LENGTH, MARKS, FILES, PARAGRAPHS = 300_000, 5_000, 500, 60_000
SCROLLS = 20


def run() -> Table:
    """Seconds, and how many there were of what."""
    with own_home() as folder:
        app = make_application()
        rows = [_page(folder), *_article(app), *_folder(app, folder)]
    return Table("Reading at its limits", ("what", "how many", "seconds"), tuple(rows))


def _page(folder: Path) -> tuple[str, int, float]:
    path = folder / "page.html"
    lines = [
        f"Satz {n} über den Kran im Alten Hafen von Lüttringen." if n % 3 == 0 else f"Nein, {n}."
        for n in range(PARAGRAPHS)
    ]
    body = "".join(f'<p class="text-{n % 7} block" data-x="{"x" * 20}">{line}</p>\n' for n, line in enumerate(lines))
    path.write_text(f"<html><body><article><h1>Protokoll</h1>{body}</article></body></html>", encoding="utf-8")
    read_all(folder / "page.html", Job())  # libraries load
    return "page read, kB", path.stat().st_size // 1000, seconds(lambda: read(path))


def _article(app: QApplication) -> list[tuple[str, int, float]]:
    comparison = _long()
    window = _window(app)
    shown = seconds(lambda: (window.session.show(comparison), _settle(app)))
    window.session.filter_marks(strength=0.0)
    _settle(app)
    bar = window.reading.columns[comparison.articles[0].id].text.verticalScrollBar()
    turns = []
    for turn in range(SCROLLS):
        turns.append(seconds(lambda turn=turn: (bar.setValue(bar.maximum() * turn // SCROLLS), _settle(app))))
    rows = [
        ("article opened, characters", len(comparison.articles[0].text), shown),
        ("a scroll (median), cues", len(comparison.marks), statistics.median(turns)),
        ("a scroll (slowest), cues", len(comparison.marks), max(turns)),
    ]
    opened = seconds(lambda: (window.show_articles(comparison.articles[0].id), _settle(app)))
    rows.append(("import view opened, characters", len(comparison.articles[0].text), opened))
    window.close()
    return rows


def _long() -> Comparison:
    """Two articles; the first has at least LENGTH characters, and MARKS cues of all kinds."""
    made = comparisons.big(columns=2, words=LENGTH // 6)
    first = made.articles[0]
    own = [c for c in made.claims if c.article_id == first.id]
    marks = []
    for n in range(MARKS):
        claim = own[n * len(own) // MARKS]
        start = claim.span.start + 7 * (n % 2)
        span, kind = Span(start, min(claim.span.end, start + 12)), KINDS[n % 9]
        marks.append(
            Mark(mark_id(kind, first.id, span), kind, first.id, span, None, (), "outlet", comparisons.REASON, 0.9)
        )
    return replace(made, marks=tuple(marks))


def _folder(app: QApplication, folder: Path) -> list[tuple[str, int, float]]:
    made = folder / "articles"
    made.mkdir()
    for n in range(FILES):
        story = replace(stories.STORIES[n % 2], title=f"{stories.STORIES[n % 2].title} {n}")
        kinds: tuple[tuple[str, Callable[[stories.Story], bytes]], ...] = (
            ("txt", lambda s: stories.plain(s).encode()), ("html", lambda s: stories.web(s).encode()), ("docx", stories.word),
        )  # fmt: skip
        ending, make = kinds[n % 3]
        (made / f"{n:03}.{ending}").write_bytes(b"%PDF-1.7 cut" if n % 10 == 3 else make(story))
    articles, failures = read_all(made)
    rows = [
        ("folder read, articles", len(articles), seconds(lambda: read_all(made))),
        ("unreadable, listed once", len(failures), 0.0),
    ]
    for wait in (0.3, 3.0):
        window = _window(app)
        window.desk.settings = Settings()
        window.desk.open([str(made)])
        (work,) = [run for run in window.jobs._runs if not run.quiet]
        _settle(app, wait)
        begun = time.perf_counter()
        window._escape()
        while window.jobs.busy:
            app.processEvents()
        idle = time.perf_counter() - begun
        while not work.ended.is_set():
            app.processEvents()
        thread = time.perf_counter() - begun
        rows += [(f"stopped after {wait:g} s: idle", FILES, idle), (f"stopped after {wait:g} s: thread", FILES, thread)]
        window.close()
    return rows


def _window(app: QApplication) -> Window:
    window = Window(Preferences(), Theme(app, "light"), Languages(app, "en"))
    window.resize(QSize(1440, 900))
    window.show()
    _settle(app)
    return window


def _settle(app: QApplication, least: float = 0.0) -> None:
    """Until nothing is left to be painted."""
    until = time.perf_counter() + least
    for _ in range(5):
        app.processEvents()
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.005)
