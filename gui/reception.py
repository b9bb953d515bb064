"""How articles come into the window: picked, pasted, dropped, fetched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gui.frame import Frame

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from gui.desk import Desk
    from gui.jobs import Jobs
    from gui.opening import Pasted
    from gui.session import Session


class Reception(Frame):
    """The frame, as one that takes articles in; ``Window.furnish`` puts in whom it hands them to."""

    desk: Desk
    jobs: Jobs
    session: Session
    _folder: str

    def say(self, sentence: str) -> None:
        """Tell the reader ``sentence`` for a moment."""
        raise NotImplementedError

    def show_view(self, name: str) -> None:
        """Bring a view to the front; ``name`` is one of VIEWS."""
        raise NotImplementedError

    def ask_files(self) -> None:
        """Open what the reader picks in a dialog."""
        from gui.opening import ask_files

        paths = ask_files(self, self._folder)
        if paths:
            self._folder = os.path.dirname(paths[0])
            self.open_picked(paths)

    def open_picked(self, sources: Sequence[str | Pasted]) -> None:
        """Open what the reader picked or dropped; which chapters of a book, is asked."""
        from gui.chapters import ask_chapters

        self.desk.open(ask_chapters(sources, self.jobs, self, self.desk.open))

    def ask_versions(self) -> None:
        """Let the reader choose an earlier and a later version of one text, and show what changed."""
        from gui.stemma.versions import Versions

        comparison = self.session.comparison
        dialog = Versions(comparison.articles if comparison else (), self._folder, self)
        dialog.chosen.connect(lambda old, new: self.desk.open_versions(old, new, lambda: self.show_view("stemma")))
        dialog.open()

    def ask_folder(self) -> None:
        """Open the articles in a folder that the reader picks."""
        from gui.opening import ask_folder

        path = ask_folder(self, self._folder)
        if path:
            self._folder = path
            self.desk.open([path])

    def ask_address(self, address: str = "") -> None:
        """Fetch a page that the reader names (``address`` is what stands in the field), where the settings allow it."""
        if self._preferences.fetching:
            from gui.fetching import AddressDialog

            dialog = AddressDialog(self.jobs, self, address)
            dialog.fetched.connect(self.desk.open)
            dialog.open()

    def paste(self) -> None:
        """Add what is on the clipboard."""
        from PySide6.QtGui import QGuiApplication

        from gui.opening import sources_of

        sources = sources_of(QGuiApplication.clipboard().mimeData())
        if sources:
            self.desk.open(sources)
        else:
            self.say(self.tr("There is no text on the clipboard."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from gui.opening import can_open

        if can_open(event.mimeData()):
            event.acceptProposedAction()
            self.veil.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        from gui.opening import address_of, sources_of

        self.veil.hide()
        sources = sources_of(event.mimeData())
        if sources:
            event.acceptProposedAction()
            self.open_picked(sources)
        elif (address := address_of(event.mimeData())) and self._preferences.fetching:
            event.acceptProposedAction()
            self.ask_address(address)
        elif event.mimeData().hasUrls():
            self.say(
                self.tr(
                    "Lesart fetches nothing from the web unless the settings allow it. Save the page, or copy its text."
                )
            )
