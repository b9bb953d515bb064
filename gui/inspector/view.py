"""The inspector: what is chosen, looked at closely."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.session import Session


class Inspector(QWidget):
    """The chosen claim's counterparts, and why they belong together."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        QVBoxLayout(self).addWidget(self._text)
        session.choice_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        index, group_id = self._session.index, self._session.choice.group_id
        self._text.setText(
            "\n\n".join(index.text(c) for c in index.group[group_id].claims)
            if index and group_id
            else self.tr("Choose a claim to see who else carries it.")
        )
