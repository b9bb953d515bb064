"""Where two readers decided differently, and how far they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.job import Job
from core.model import Comparison, Decision
from gui.jobs import Jobs, Run
from gui.session import Session
from gui.standing import places_of
from gui.theme import heading_font

if TYPE_CHECKING:
    from core.decisions.agreement import Agreement, Disagreement

CLAIM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Found:
    """How far two readers agree on links, on cues, and on both together."""

    links: Agreement
    marks: Agreement
    together: Agreement


def held_against(comparison: Comparison, first: str, second: str) -> Found:
    """The decisions of the reader ``first`` held against those of ``second``."""
    from core.decisions.agreement import agreement

    one, other = ([d for d in comparison.decisions if d.reader == name] for name in (first, second))
    return Found(
        agreement(comparison, one, other, "links"),
        agreement(comparison, one, other, "marks"),
        agreement(comparison, one, other),
    )


class Readers(QDialog):
    """Follows the session: what another reader's copy brings in is counted at once."""

    import_wanted = Signal()
    chosen = Signal(str)
    """A claim on which the two differ."""

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._run: Run | None = None
        self.found: Found | None = None
        self.first, self.second = QComboBox(self), QComboBox(self)
        self.bring = QPushButton(self)
        self.bring.setAutoDefault(False)
        self.bring.clicked.connect(self.import_wanted)
        self._about, self.counted, self._head = (QLabel(self) for _ in range(3))
        self._against = QLabel(self)
        for label in (self._about, self.counted):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("muted", True)
        self._head.setFont(heading_font(self.font(), 1.1))
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: item.data(CLAIM) and self.chosen.emit(item.data(CLAIM)))
        self._lay_out()
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(lambda _: self._count())
        session.comparison_changed.connect(self._look)
        self._look()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(28)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.first)
        row.addWidget(self._against)
        row.addWidget(self.second)
        row.addStretch(1)
        row.addWidget(self.bring)
        table = QHBoxLayout()
        table.addWidget(self._table)
        table.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addLayout(row)
        column.addLayout(table)
        column.addWidget(self.counted)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        self.resize(760, 600)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._look()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        if self._run:
            self._run.job.cancel()  # what it counts has no place any more
        super().done(result)

    def name(self, reader: str) -> str:
        """What ``reader`` is called here; no name stands for whoever sits at the screen."""
        return reader or self.tr("You")

    def _look(self) -> None:
        """See whose decisions there are."""
        comparison = self._session.comparison
        readers = list(dict.fromkeys(["", *(d.reader for d in comparison.decisions)])) if comparison else [""]
        for box, place in ((self.first, 0), (self.second, 1)):
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            for reader in readers:
                box.addItem(self.name(reader), reader)
            stays = kept in readers and not (place and kept == self.first.currentData())
            box.setCurrentIndex(readers.index(kept) if stays else min(place, len(readers) - 1))
            box.blockSignals(False)
        self.setWindowTitle(self.tr("Second reader"))
        self._against.setText(self.tr("and"))
        self.bring.setText(self.tr("Bring in another reader’s copy…"))
        self.first.setAccessibleName(self.tr("First reader"))
        self.second.setAccessibleName(self.tr("Second reader"))
        self.list.setAccessibleName(self.tr("Where they differ"))
        self._count()

    def _count(self) -> None:
        comparison = self._session.comparison
        first, second = self.first.currentData() or "", self.second.currentData() or ""
        alone = first == second
        for part in (self._table, self.counted, self._head, self.list):
            part.setVisible(not alone)
        self._about.setText(
            self.tr(
                "Give a colleague a copy of this comparison, and bring the copy back in when it has been worked through: "
                "Lesart then shows where your decisions differ. Where you two disagree, your own decision counts."
            )
        )
        if alone or comparison is None:
            self.found = None
            return

        def work(job: Job) -> Found:
            return held_against(comparison, first, second)

        if self._run:
            self._run.job.cancel()
        self._run = self._jobs.start(work, lambda found: self._show(found, comparison), quiet=True)

    def _show(self, found: Found, comparison: Comparison) -> None:
        self.found = found
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        heads = ("", self.tr("both decided"), self.tr("alike"), self.tr("agreement"), self.tr("Cohen’s kappa"))
        rows = [
            (self.tr("Links"), found.links), (self.tr("Cues"), found.marks), (self.tr("Together"), found.together)
        ]  # fmt: skip
        self._line(0, heads, muted=True)
        for number, (name, each) in enumerate(rows, 1):
            share = "–" if each.share is None else QLocale().toString(each.share * 100, "f", 0) + " %"
            kappa = "–" if each.kappa is None else QLocale().toString(each.kappa, "f", 2)
            self._line(number, (name, str(each.counted), str(each.agreed), share, kappa))
        together = found.together
        said = self.tr(
            "Counted are the pairs of claims and the cues that both decided. Left out: %1 that only %2 decided, "
            "%3 that only %4 decided; notes; and what is no longer there. Of several decisions on one the last counts."
        )
        values = (
            str(together.only_first), self.first.currentText(), str(together.only_second), self.second.currentText(),
        )  # fmt: skip
        for number, value in enumerate(values, 1):
            said = said.replace(f"%{number}", value)
        if together.counted and together.kappa is None:
            said += " " + self.tr("Kappa says nothing here: both always said one and the same.")
        self.counted.setText(said)
        self._head.setText(self.tr("%Ln place(s) where they differ", "", len(together.disagreements)))
        self.list.clear()
        for each in together.disagreements:
            item = QListWidgetItem(self._said(each, comparison), self.list)
            item.setData(CLAIM, next(iter(each.first.claims), ""))

    def _line(self, row: int, cells: Sequence[str], muted: bool = False) -> None:
        for column, text in enumerate(cells):
            label = QLabel(text, self._table)
            label.setProperty("muted", muted)
            right = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, row, column, right)

    def _said(self, each: Disagreement, comparison: Comparison) -> str:
        quoted = [words for words in places_of(each.first, comparison) if words]
        verdicts = "   ·   ".join(
            f"{box.currentText()}: {self._verdict(decision)}"
            for box, decision in ((self.first, each.first), (self.second, each.second))
        )
        return f"{' – '.join(dict.fromkeys(quoted))}\n{verdicts}"

    def _verdict(self, decision: Decision) -> str:
        return {
            "accept_link": self.tr("the same"), "add_link": self.tr("the same"),
            "reject_link": self.tr("not the same"), "accept_mark": self.tr("a fair cue"),
            "add_mark": self.tr("a fair cue"), "reject_mark": self.tr("not a cue"),
        }[decision.kind]  # fmt: skip
