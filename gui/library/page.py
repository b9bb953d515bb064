"""The library in the window: what is looked for, the filters, the entries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.job import Job
from gui.jobs import Jobs, Run
from gui.library.asked import Answer, Mode, Question, answer, unnamed
from gui.library.entries import ENTRY, Entry, Painter
from gui.theme import heading_font
from gui.translation import language, language_name

MODES: tuple[Mode, ...] = ("projects", "article", "claim", "note", "left_out")
PAUSE = 250
"""Milliseconds after the last key before the library is asked."""
FIRST_DAY = QDate(1900, 1, 1)
"""Stands for no date in the fields."""


class Entries(QListView):
    """The list; its entries are laid out anew when it gets wider."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class LibraryPage(QWidget):
    """Everything that was compared, in one place."""

    opened = Signal(object)
    """An Entry to be opened."""
    closed = Signal()
    add_wanted = Signal()
    """The reader wants projects of another folder in the library."""
    thrown_away = Signal(str)
    """The path of a comparison without a name that the reader does not want any more."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._run: Run | None = None
        self._asked_before = False
        self.mode: Mode = "projects"
        self.answer = Answer((), (), (), 0)
        self._title, self._count, self.nothing = QLabel(self), QLabel(self), QLabel(self)
        self._title.setFont(heading_font(self.font(), 1.6))
        for label in (self._count, self.nothing):
            label.setProperty("muted", True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._add, self._back = QPushButton(self), QPushButton(self)
        self._add.clicked.connect(self.add_wanted)
        self._back.clicked.connect(self.closed)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.outlets, self.languages = QComboBox(self), QComboBox(self)
        self.since, self.until = (self._date() for _ in range(2))
        self._switch, self.modes = self._modes()
        self.list = Entries(self)
        self._model = QStandardItemModel(self)
        self._lay_out()
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._connect()
        self.retranslate()

    def look(self, renew: bool = False) -> None:
        """Ask the library what the fields say; ``renew`` takes in first what changed."""
        if self._run:
            self._run.job.cancel()
        question = Question(
            self.mode, self.words.text().strip(), self.outlets.currentData() or "", self.languages.currentData() or "",
            _iso(self.since), _iso(self.until), renew or not self._asked_before,
        )  # fmt: skip
        spoken = language()

        def work(job: Job) -> Answer:
            return answer(question, spoken, job)

        # The first look may read many projects: the window says that it is at work.
        self._run = self._jobs.start(work, self._show, quiet=self._asked_before and not renew)

    def show_anew(self) -> None:
        """Come up: take in what changed, and be ready for words."""
        self.words.setFocus()
        self.words.selectAll()
        self.look(renew=True)

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self._title.setText(self.tr("Library"))
        self._add.setText(self.tr("Add comparisons…"))
        self._back.setText(self.tr("Back"))
        self._back.setToolTip(self.tr("Back (Esc)"))
        self.words.setAccessibleName(self.tr("Words to look for"))
        self.outlets.setAccessibleName(self.tr("Outlet"))
        self.languages.setAccessibleName(self.tr("Language"))
        self.since.setAccessibleName(self.tr("Published from"))
        self.until.setAccessibleName(self.tr("Published up to"))
        self.since.setSpecialValueText(self.tr("from: any day"))
        self.until.setSpecialValueText(self.tr("to: any day"))
        self.list.setAccessibleName(self.tr("Found"))
        names = {
            "projects": self.tr("Comparisons"), "article": self.tr("In articles"), "claim": self.tr("In claims"),
            "note": self.tr("In notes"), "left_out": self.tr("Left out"),
        }  # fmt: skip
        tips = {
            "projects": self.tr("All comparisons, the latest first"),
            "article": self.tr("Search the full text of all articles"),
            "claim": self.tr("Search what the articles claim"),
            "note": self.tr("Search your notes"),
            "left_out": self.tr("What did this outlet leave out that others said?"),
        }
        for mode, button in self.modes.items():
            button.setText(names[mode])
            button.setToolTip(tips[mode])
        self._fill()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.words.hasFocus() and self._model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self._model.index(0, 0))
        else:
            super().keyPressEvent(event)

    def choose(self, mode: Mode) -> None:
        """Ask for ``mode`` from now on."""
        self.mode = mode
        self.modes[mode].setChecked(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say()
        self.look()

    def _show(self, found: Answer) -> None:
        self._asked_before = True
        self.answer = found
        self._model.clear()
        for entry in found.entries:
            item = QStandardItem()
            item.setData(entry, ENTRY)
            item.setData(entry.said(), Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            self._model.appendRow(item)
        self._fill()
        self._say()

    def _say(self) -> None:
        placeholders = {
            "left_out": self.tr("Narrow down by words of the claim"),
            "projects": self.tr("Narrow down by words of the titles"),
        }
        searching = self.tr("Words, or “a phrase”; bridg* finds all that begins so")
        self.words.setPlaceholderText(placeholders.get(self.mode, searching))
        self._count.setText(self.tr("%Ln comparison(s)", "", self.answer.projects))
        self.list.setVisible(bool(self.answer.entries))
        self.nothing.setVisible(not self.answer.entries)
        self.nothing.setText("\n".join((self._why_nothing(), *self.answer.unread)))

    def _why_nothing(self) -> str:
        if not self.answer.projects:
            return self.tr("Nothing has been compared yet. Every comparison comes here by itself.")
        if self.mode in ("article", "claim", "note") and not self.words.text().strip():
            return self.tr("Type what you are looking for.")
        return self.tr("Nothing found.")

    def _fill(self) -> None:
        """Offer in the filters what there is, and keep what is chosen."""
        choices: list[tuple[QComboBox, str, Sequence[tuple[str, str]]]] = [
            (self.outlets, self.tr("All outlets"), [(o, o) for o in self.answer.outlets]),
            (self.languages, self.tr("All languages"), [(language_name(x), x) for x in self.answer.languages]),
        ]
        for box, every, values in choices:
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(every, "")
            for name, value in values:
                box.addItem(name, value)
            box.setCurrentIndex(max(0, box.findData(kept)))
            box.blockSignals(False)

    def _date(self) -> QDateEdit:
        field = QDateEdit(self)
        field.setCalendarPopup(True)
        field.setMinimumDate(FIRST_DAY)
        field.setDate(FIRST_DAY)
        return field

    def _modes(self) -> tuple[QFrame, dict[Mode, QToolButton]]:
        switch = QFrame(self)
        switch.setObjectName("switch")
        row = QHBoxLayout(switch)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        group = QButtonGroup(switch)
        made: dict[Mode, QToolButton] = {}
        for mode in MODES:
            button = QToolButton(switch)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, mode=mode: self.choose(mode))
            group.addButton(button)
            row.addWidget(button)
            made[mode] = button
        made["projects"].setChecked(True)
        return switch, made

    def _lay_out(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(Painter(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self._add)
        head.addWidget(self._back)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self._switch)
        filters.addStretch(1)
        for field in (self.outlets, self.languages, self.since, self.until):
            filters.addWidget(field)
        self.outlets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.outlets.setMaximumWidth(260)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        self.setMinimumSize(QSize(480, 300))

    def _connect(self) -> None:
        self.words.textChanged.connect(self._soon.start)
        self.words.returnPressed.connect(self.look)
        for box in (self.outlets, self.languages):
            box.currentIndexChanged.connect(lambda _: self.look())
        for field in (self.since, self.until):
            field.dateChanged.connect(lambda _: self.look())
        self.list.activated.connect(lambda index: self.opened.emit(index.data(ENTRY)))
        self.list.customContextMenuRequested.connect(self._menu)

    def _menu(self, place: QPoint) -> None:
        entry: Entry | None = self.list.indexAt(place).data(ENTRY)
        if entry is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.opened.emit(entry))
        if unnamed(Path(entry.project)):
            menu.addAction(self.tr("Throw away")).triggered.connect(lambda: self.thrown_away.emit(entry.project))
        else:
            menu.addAction(self.tr("Take out of the library (the file stays)")).triggered.connect(
                lambda: self.forget(entry.project)
            )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def forget(self, project: str) -> None:
        """Leave ``project`` out; its file stays."""

        def work(job: Job) -> None:
            from core.store.library import Library

            with Library() as library:
                library.forget(project)

        self._jobs.start(work, lambda _: self.look())


def _iso(field: QDateEdit) -> str:
    return "" if field.date() == FIRST_DAY else field.date().toString("yyyy-MM-dd")
