"""The application: one QApplication, its theme, its language, one window."""

from __future__ import annotations

import faulthandler
import os
import sys
import traceback
from collections.abc import Sequence
from types import TracebackType
from typing import TextIO

os.environ.setdefault("QT_API", "pyside6")  # QtAwesome asks qtpy, which may find another Qt first

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from gui.preferences import Preferences
from gui.theme import Theme, picture
from gui.translation import Languages
from gui.window import Window


def make_application() -> QApplication:
    """The running application, made where there is none."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["lesart"])
    app.setApplicationName("lesart")
    app.setApplicationDisplayName("Lesart")
    app.setOrganizationName("Lesart")
    app.setDesktopFileName("lesart")
    app.setWindowIcon(QIcon(picture("lesart.svg")))
    return app


def make_window(app: QApplication) -> Window:
    """A window in the reader's theme and language, not yet shown."""
    preferences = Preferences()
    languages = Languages(app, preferences.language)
    theme = Theme(app, preferences.theme)
    return Window(preferences, theme, languages)


class FileOpener(QObject):
    """Hands the files that the desktop sends to the running application (macOS) to the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._window.desk.open([event.file()])
            return True
        return False


def tell_crashes(window: Window) -> None:
    """From now on an unexpected error on the main thread is told in ``window``, which goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr and sys.stderr.isatty():  # elsewhere it may be kept, and there are the reader's texts in it
            sys.stderr.write(text)
        window.tell_crash(error, text)

    sys.excepthook = hook


def run(files: Sequence[str], sample: bool) -> int:
    """Show the window, open ``files`` (or the sample) in it, and stay until it is closed; 0 comes out.

    Where a window of this account is open already, it is given them instead.
    """
    from gui.instance import Listener, hand_over

    app = make_application()
    if hand_over(files, sample):
        return 0
    window = make_window(app)
    tell_crashes(window)
    app.installEventFilter(FileOpener(window))
    listener = Listener(window)
    listener.asked.connect(window.open_more)
    listener.listen()
    window.show()
    faults: list[TextIO] = []

    def begin() -> None:
        from gui.crash import watch_faults

        faults.extend(watch_faults())
        window.open_first(list(files), sample)

    # After the first paint: nothing that the comparison needs is imported before the window is seen.
    QTimer.singleShot(0, begin)
    status = app.exec()
    listener.close()
    window.deleteLater()
    for file in faults:
        faulthandler.disable()
        file.close()
    return status
