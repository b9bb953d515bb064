"""The card that tells how far the work is. It comes after half a second, and goes with the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from core.phrases import say
from gui.jobs import Jobs, Run
from gui.translation import language

DELAY = 500
"""Milliseconds of work that need no word about it."""
STAGES = ("stage.reading", "stage.language", "stage.claims", "stage.alignment", "stage.framing")
STEPS = 1000


class Progress(QFrame):
    """Floats at the foot of its parent while ``jobs`` has work under way."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.setObjectName("progress")
        self._label = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, STEPS)
        self._stop = QPushButton(self)
        self._stop.clicked.connect(jobs.cancel)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 12, 12, 14)
        grid.setHorizontalSpacing(16)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._stop, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._bar, 1, 0)
        self._delay = QTimer(self, interval=DELAY, singleShot=True)
        self._delay.timeout.connect(self._appear)
        jobs.started.connect(self._begin)
        jobs.idle.connect(self._end)
        parent.installEventFilter(self)
        self._stage = ""
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say it in the language of the interface."""
        self._stop.setText(self.tr("Cancel"))
        self._stop.setToolTip(self.tr("Stop (Esc)"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._label.setText(say(self._stage, language()) + " …" if self._stage else self.tr("Working …"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _begin(self, run: Run) -> None:
        self._stage = ""
        self._bar.setValue(0)
        self.retranslate()
        run.progressed.connect(self._advance)
        if not self._delay.isActive() and not self.isVisible():
            self._delay.start()

    def _advance(self, done: int, total: int, label: str) -> None:
        self._stage = label
        self.retranslate()
        if label in STAGES and total:
            self._bar.setValue(int(STEPS * (STAGES.index(label) + done / total) / len(STAGES)))

    def _appear(self) -> None:
        if self._jobs.busy:
            self._place()
            self.show()
            self.raise_()

    def _end(self) -> None:
        self._delay.stop()
        self.hide()

    def _place(self) -> None:
        room = self.parentWidget().rect()
        width = min(460, room.width() - 40)
        height = self.sizeHint().height()
        self.setGeometry((room.width() - width) // 2, room.height() - height - 28, width, height)
