"""The window: what stands where, and which action does what."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer

from gui.actions import VIEWS
from gui.frame import stack
from gui.preferences import Preferences
from gui.reception import Reception
from gui.theme import Theme
from gui.translation import Languages

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from core.errors import UserError
    from core.report.options import Options


class Window(Reception):
    """Toolbar, views, inspector, problems.

    Nothing that the first paint does without is imported before it, and dialogs are imported when they are asked for.
    """

    furnished = False

    def __init__(self, preferences: Preferences, theme: Theme, languages: Languages, bare: bool = False) -> None:
        """A ``bare`` window shows what ``Frame`` does; ``furnish`` is to be called once that is painted."""
        super().__init__(preferences, theme, languages)
        if not bare:
            self.furnish()

    def furnish(self) -> None:
        """Put in everything that the first paint did without; from here on articles can be opened."""
        from core.model import Settings
        from gui.correcting import Correcting
        from gui.desk import Desk
        from gui.jobs import Jobs
        from gui.projects import Projects
        from gui.session import Session

        self.theme.settle()
        self.session = Session(self)
        self.jobs = Jobs(self)
        self.desk = Desk(self.session, self.jobs, self)
        self.desk.settings = Settings(link_threshold=self._preferences.link_threshold)
        self.session.filter_marks(strength=self._preferences.least_strength)
        self._folder = ""
        self.projects = Projects(self.session, self.desk, self.jobs, self, self._pages)
        self._lay_out()
        self.correcting = Correcting(self.session, self.inspector, self.reading, self.claims)
        self.menus.fill(self.actions_, self.reading.controls.all(), self.correcting.all())
        self._connect_actions()
        self._connect_news()
        self.setAcceptDrops(True)
        self.furnished = True
        self._restore()
        self._update()
        # Icons are drawn from a font that takes as long to load as all of the first paint.
        QTimer.singleShot(0, self._recolor)

    def open_first(self, files: list[str], sample: bool) -> None:
        """Open what the command line named."""
        if sample:
            self.desk.open_sample()
        elif files:
            self.desk.open(files)
        else:
            self.desk.warm_up()
        self.projects.look_for_unsaved()
        if not files and not self._preferences.toured:
            from gui.tour import invite

            invite(self, self._preferences)

    def open_more(self, files: list[str], sample: bool) -> None:
        """Open what a second start named, and come to the front."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if sample:
            self.desk.open_sample()
        elif files:
            self.desk.open(files)

    def show_view(self, name: str) -> None:
        """Bring the view ``name`` (of ``actions.VIEWS``) to the front."""
        if self.projects.in_library():
            self._update()
        self.actions_[name].setChecked(True)
        self._views.setCurrentIndex(VIEWS.index(name))
        self.standing.set_elsewhere(name == "stemma")
        self.lens_bar.setVisible(name != "stemma")
        if name == "stemma":
            self.stemma.setFocus()
        self._show_inspector()
        self.find.view = self._views.currentWidget()

    def show_side_by_side(self, articles: tuple[str, ...], claim_id: str) -> None:
        """Show these articles alone in the reading view, the first one in front, at the claim (where there is one)."""
        from gui.reading.arrangement import Arrangement

        hidden = frozenset(self.reading.columns).difference(articles)
        self.reading.arrange(Arrangement(hidden, frozenset(), articles[0]))
        self.show_view("reading")
        if claim_id:
            self.session.choose_claim(claim_id)

    def _show_inspector(self) -> None:
        """The stemma has a panel of its own in the inspector's place."""
        there = self._views.currentWidget() is not self.stemma
        self.actions_["inspector"].setEnabled(there and self.session.comparison is not None)
        self.inspector.setVisible(there and self.actions_["inspector"].isChecked())

    # What stands where

    def _lay_out(self) -> None:
        from PySide6.QtWidgets import QStackedWidget, QWidget

        from gui.announcing import Announcer
        from gui.find import FindBar
        from gui.lenses.page import LensesView
        from gui.lenses.view import LensBar
        from gui.matrix.view import MatrixView
        from gui.notice import Notice
        from gui.opening import DropVeil
        from gui.problems import Problems
        from gui.progress import Progress
        from gui.reading.view import ReadingView
        from gui.standing import Lapsed, ReadOnly
        from gui.stemma.page import StemmaView
        from gui.stemma.standing import Standing
        from gui.stemma.tracing import Tracing
        from gui.summary import Summary

        self._views = QStackedWidget(self)
        self.reading, self.claims = ReadingView(self.session, self._views), MatrixView(self.session, self._views)
        self.lenses = LensesView(self.session, self._views)
        self.stemma = StemmaView(self.session, Tracing(self.session, self.jobs, self), self._views)
        self.stemma.side_by_side.connect(self.show_side_by_side)
        for view in (self.reading, self.claims, self.lenses, self.stemma):
            self._views.addWidget(view)
        for view in (self.claims, self.lenses):
            view.opened.connect(lambda: self.show_view("reading"))
        self.claims.nearest_wanted.connect(self.reading.show_nearest)
        self._split()
        page = QWidget(self)
        self.find = FindBar(page)
        self.notice = Notice(self.session, page)
        self.read_only, self.lapsed = ReadOnly(self.session, page), Lapsed(self.session, page)
        self.standing, self.lens_bar = Standing(self.session, page), LensBar(self.session, page)
        self.standing.wanted.connect(lambda: self.show_view("stemma"))
        above = (self.read_only, self.notice, self.lapsed, self.standing, self.lens_bar)
        stack(page, *above, self.splitter, self.find, main=self.splitter)
        self._pages.addWidget(page)
        self.problems = Problems(self)
        self._middle.layout().addWidget(self.problems)
        self.progress = Progress(self.jobs, self._middle)
        self.veil = DropVeil(self._middle)
        summary = Summary(self.session, self)
        self.statusBar().addWidget(summary, 1)
        self.announcer = Announcer(self.session, summary, self)

    def _split(self) -> None:
        """The views, and the inspector beside them."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QSplitter

        from gui.inspector.view import Inspector

        self.inspector = Inspector(self.session, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self._views)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([1080, 360])

    def _restore(self) -> None:
        self.splitter.restoreState(self._preferences.layout("inspector"))
        self.actions_["inspector"].setChecked(True)
        self.actions_["address"].setEnabled(self._preferences.fetching)
        self.show_view("reading")
        self.show_recent()

    # Which action does what

    def _connect_actions(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence, QShortcut

        from gui import helping

        does = {
            "open": self.ask_files, "folder": self.ask_folder, "address": self.ask_address, "paste": self.paste, "sample": self.desk.open_sample,
            "save": self.projects.save, "save_as": self.projects.save_as, "states": self.projects.show_states,
            "library": self.projects.show_library, "readers": self.projects.show_readers, "versions": self.ask_versions,
            "export": self.export, "close": self.put_away, "quit": self.close,
            "undo": self.session.undo.undo, "redo": self.session.undo.redo,
            "next_group": lambda: self._step_group(1), "previous_group": lambda: self._step_group(-1),
            "next_mark": lambda: self._step_mark(1), "previous_mark": lambda: self._step_mark(-1),
            "find": lambda: self.find.ask(self._views.currentWidget()), "article": self.show_articles,
            "options": self.show_options,
            "manual": lambda: helping.show_manual(self), "tour": lambda: helping.show_tour(self), "shortcuts": lambda: helping.show_shortcuts(self, self.menus),
            "about": lambda: helping.show_about(self), "palette": lambda: helping.show_palette(self, self.menuBar()),
        }  # fmt: skip
        for name, do in does.items():
            self.actions_[name].triggered.connect(lambda _=False, do=do: do())
        for name in VIEWS:
            self.actions_[name].triggered.connect(lambda _=False, name=name: self.show_view(name))
        self.actions_["inspector"].toggled.connect(self.inspector.setVisible)
        self.inspector.wanted.connect(lambda: self.actions_["inspector"].setChecked(True))
        self.actions_["full_screen"].triggered.connect(
            lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        )
        QShortcut(QKeySequence("Esc"), self, self._escape)
        self.menus.on_choice(self.choose_theme, self.choose_language)
        self.menus.check(self.theme.choice, self.languages.choice)

    def _connect_news(self) -> None:
        self.session.comparison_changed.connect(self._update)
        self.session.asked.connect(self._asked)
        undo = self.session.undo
        undo.canUndoChanged.connect(self.actions_["undo"].setEnabled)
        undo.canRedoChanged.connect(self.actions_["redo"].setEnabled)
        self.desk.failed.connect(self.problems.show_failures)
        self.desk.opened.connect(self._remember)
        self.desk.keeper.project_changed.connect(self._name)
        self.desk.keeper.troubled.connect(self._troubled)
        self.session.refused.connect(self._refused)
        self.projects.said.connect(self.say)
        self.projects.left_library.connect(self._update)
        self.projects.unsaved.connect(self.welcome.show_unsaved)
        self.read_only.save_as.connect(self.projects.save_as)
        self.desk.exported.connect(lambda path: self.say(self.tr("Saved: %1").replace("%1", path)))
        self.jobs.refused.connect(self._refused)
        self.jobs.crashed.connect(self.tell_crash)
        self.theme.changed.connect(self._recolor)
        self.welcome.recent_chosen.connect(lambda path: self.desk.open([path]))
        self.welcome.thrown_away.connect(self.projects.throw_away)

    def export(self) -> None:
        """Let the reader choose what goes into a report, and where it is written."""
        from gui.reporting.dialog import Reporting

        assert self.session.comparison
        dialog = Reporting(self.session.comparison, self)
        dialog.chosen.connect(self._write_report)
        dialog.open()

    def _write_report(self, options: Options, language: str) -> None:
        from gui.saving import ask_report

        path = ask_report(self, self._folder, options.texts == "full")
        if path:
            self.desk.export(path, language, options)

    def put_away(self) -> None:
        """Close the comparison."""
        if self.desk.close():
            self.projects.look_for_unsaved()

    def show_articles(self, article_id: str = "") -> None:
        """Show the articles as they were read, ``article_id`` first."""
        from PySide6.QtCore import Qt

        from gui.importing import Importing

        dialog = Importing(self.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.corrected.connect(self.desk.correct)
        dialog.show_article(article_id)
        dialog.show()

    def show_options(self) -> None:
        """Show the settings."""
        from gui.options import show_options

        show_options(self, self._preferences)

    def choose_sureness(self, sureness: float) -> None:
        """Make links from this probability on, in what is open too."""
        from dataclasses import replace

        self._preferences.link_threshold = sureness
        self.desk.apply_settings(replace(self.desk.settings, link_threshold=sureness))

    def _asked(self, what: str, article_id: str) -> None:
        does = {
            "remove": self.desk.remove,
            "article": self.show_articles,
            "left": lambda article: self.desk.move(article, -1),
            "right": lambda article: self.desk.move(article, 1),
        }
        does[what](article_id)

    def _step_group(self, step: int) -> None:
        from gui.steps import next_group

        if self.session.index:
            group = next_group(self.session.index, self.session.choice, step)
            if group:
                self.session.choose_group(group)

    def _step_mark(self, step: int) -> None:
        from gui.steps import next_mark

        if self.session.index:
            mark = next_mark(self.session.index, self.session.filter, self.session.choice, step)
            if mark:
                self.session.choose_mark(mark)

    def _escape(self) -> None:
        if self.jobs.busy:
            self.jobs.cancel()
        elif self.inspector.leading:
            self.inspector.stop_leading()
        elif self.projects.in_library():
            self._update()
        elif self.find.isVisible():
            self.find.put_away()
        else:
            self.session.clear_choice()

    def choose_theme(self, choice: str) -> None:
        """Follow the theme ``choice`` (of ``theme.CHOICES``) from now on."""
        self._preferences.theme = choice
        self.theme.choose(self._preferences.theme)
        self.menus.check(self.theme.choice, self.languages.choice)

    def choose_language(self, choice: str) -> None:
        """Speak ``choice`` (``system``, ``en`` or ``de``) from now on."""
        self._preferences.language = choice
        self.languages.choose(choice)
        self.menus.check(self.theme.choice, self.languages.choice)

    # What the window says

    def _update(self) -> None:
        comparison = self.session.comparison
        if comparison and self._pages.currentIndex() == 0:
            self._views.currentWidget().setFocus()
        self._pages.setCurrentIndex(1 if comparison else 0)
        self.actions_.enable(comparison is not None)
        self._show_inspector()
        self._name()

    def _name(self) -> None:
        """Say in the title what is open, and whether it is on the disk."""
        keeper = self.desk.keeper
        name = os.path.basename(keeper.path) if keeper.path else self.tr("Comparison without a name")
        if self.session.locked:
            name = self.tr("%1 (reading only)").replace("%1", name)
        self.setWindowTitle(f"{name}[*]" if self.session.comparison else "Lesart[*]")
        self.setWindowModified(keeper.trouble is not None)
        self.read_only.update_text()

    def say(self, sentence: str) -> None:
        """Say ``sentence`` in the status line, for as long as it takes to read it."""
        self.statusBar().showMessage(sentence, 8000)

    def tell_crash(self, error: BaseException, trace: str) -> None:
        """Tell of a bug; one dialog at a time, for one bug may crash with every paint."""
        from gui import crash

        crash.log(error)
        if not self.findChildren(crash.CrashDialog):
            crash.CrashDialog(error, self).open()

    def _refused(self, error: UserError) -> None:
        failure = error.failure()
        self.problems.show_failures((*(f for f in self.problems.failures if f != failure), failure))

    def _troubled(self, error: UserError | None) -> None:
        """Tell that the last change is not on the disk, until it is."""
        others = tuple(f for f in self.problems.failures if not f.reason.key.startswith("error.project."))
        self.problems.show_failures((*others, error.failure()) if error else others)

    def _remember(self, paths: list[str]) -> None:
        self._preferences.remember(paths)
        self.show_recent()

    def show_recent(self) -> None:
        """Offer the files that were opened last."""
        recent = self._preferences.recent
        self.menus.show_recent(recent, lambda path: self.desk.open([path]), self.forget_recent)
        self.welcome.show_recent(recent)

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._preferences.forget_recent()
        self.show_recent()

    def _recolor(self) -> None:
        self.actions_.recolor()
        self.welcome.recolor()

    # Events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.furnished:
            self.correcting.say()
            self._update()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.furnished:
            return
        if not self.projects.may_leave():
            event.ignore()
            return
        self._preferences.keep_layout("window", self.saveGeometry())
        self._preferences.keep_layout("inspector", self.splitter.saveState())
        self.hide()  # the threads may need a moment to end
        self.jobs.finish()
        self.desk.keeper.close()
        event.accept()
