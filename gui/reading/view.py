"""The reading view: the articles in columns."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from gui.session import Session


class ReadingView(QWidget):
    """Every article of the session's comparison in its own column."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row = QHBoxLayout(self)
        session.comparison_changed.connect(self._lay_out)
        self._lay_out()

    def _lay_out(self) -> None:
        while self._row.count():
            self._row.takeAt(0).widget().deleteLater()
        for article in self._session.comparison.articles if self._session.comparison else ():
            text = QPlainTextEdit(article.text, self)
            text.setReadOnly(True)
            self._row.addWidget(text)
