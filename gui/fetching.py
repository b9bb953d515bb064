"""An article from the web, where the reader has allowed it in the settings and then names the address."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.job import Job
from core.reading.address import Fetched, fetch
from gui.jobs import Jobs, Run
from gui.translation import language


class AddressDialog(QDialog):
    """Fetches one page, shows where it came from and what it is, and adds it when the reader agrees."""

    fetched = Signal(list)
    """Articles to be added."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, address: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open address"))
        self._jobs = jobs
        self._run: Run | None = None
        self._found: Fetched | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Address of the page"))
        self.field.setMaxLength(2_000)
        self.field.setText(address or self._copied())
        self.field.selectAll()
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)  # it comes from the web
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fetch_button, self.add_button = QPushButton(self.tr("&Fetch"), self), QPushButton(self.tr("&Add"), self)
        self.add_button.setProperty("main", True)
        self._busy = QLabel(self.tr("Fetching the page …"), self)  # a bar that runs to and fro would tell no more
        self.fetch_button.clicked.connect(self.fetch)
        self.field.textEdited.connect(self._edited)
        self.add_button.clicked.connect(self._add)
        self._lay_out()
        self._edited()

    def fetch(self) -> None:
        """Ask for the page; what comes of it is told, not yet added."""
        address = self.field.text().strip()
        self._edited()
        if not address:
            return

        def work(job: Job) -> Fetched | UserError:
            try:
                return fetch(address, job)
            except UserError as error:
                return error

        self._busy.show()
        self.fetch_button.setEnabled(False)
        self._run = self._jobs.start(work, self._tell, quiet=True)

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _tell(self, found: Fetched | UserError) -> None:
        self._run = None
        self._busy.hide()
        self.fetch_button.setEnabled(True)
        if isinstance(found, UserError):
            self.told.setText(found.say(language()))
            return
        self._found = found
        lines = []
        if len(found.hops) > 1:
            lines += [self.tr("The site redirected:"), *(f"→ {hop}" for hop in found.hops), ""]
        for article in found.articles:
            words = self.tr("%Ln word(s)", "", len(article.text.split()))
            lines.append("\n".join(filter(None, (article.title, f"{article.outlet}, {words}"))))
        self.told.setText("\n".join(lines))
        self.add_button.setEnabled(True)
        self.add_button.setDefault(True)
        self.add_button.setFocus()

    def _edited(self) -> None:
        """Another address: what was found is of the one before."""
        self._stop()
        self._found = None
        self.told.setText(self.tr("Lesart asks this site for this one page, and for nothing that the page names."))
        self.fetch_button.setEnabled(bool(self.field.text().strip()))
        self.fetch_button.setDefault(True)
        self.add_button.setEnabled(False)

    def _stop(self) -> None:
        if self._run:
            self._run.job.cancel()
        self._run = None
        self._busy.hide()

    def _add(self) -> None:
        if self._found:
            self.fetched.emit(list(self._found.articles))
        self.accept()

    def _copied(self) -> str:
        """The address on the clipboard, where there is one."""
        text = (QGuiApplication.clipboard().text() or "").strip()
        return text if text.startswith(("http://", "https://")) and len(text.split()) == 1 else ""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(self._busy)
        column.addWidget(self.told, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.addButton(self.fetch_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(560)
