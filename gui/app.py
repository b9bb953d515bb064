"""The application: one QApplication, its theme, its language, one window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

os.environ.setdefault("QT_API", "pyside6")  # QtAwesome asks qtpy, which may find another Qt first

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui.preferences import Preferences
from gui.theme import Theme, is_dark, picture
from gui.translation import Languages
from gui.window import Window

if TYPE_CHECKING:
    from types import TracebackType

PATIENCE = 1000
"""Milliseconds after which a window that was never painted (one that starts minimised) is furnished all the same."""


def make_application() -> QApplication:
    """The running application, made where there is none."""
    running = QApplication.instance()
    # QApplication.setStyle would do, but it hands out the style: PySide makes QStyle with all its enums for that.
    app = running if isinstance(running, QApplication) else QApplication(["lesart", "-style", "Fusion"])
    app.setApplicationName("lesart")
    app.setApplicationDisplayName("Lesart")
    app.setOrganizationName("Lesart")
    app.setDesktopFileName("lesart")
    app.setWindowIcon(QIcon(picture("lesart.svg")))
    return app


def make_window(app: QApplication, bare: bool = False) -> Window:
    """A window in the reader's theme and language, not yet shown. A ``bare`` one is to be furnished after its first
    paint (``Window.furnish``)."""
    preferences = Preferences()
    languages = Languages(app, preferences.language)
    theme = Theme(app, preferences.theme, is_dark())
    return Window(preferences, theme, languages, bare)


class FirstPaint(QObject):
    """Calls ``then``, once, when everything of the first paint of ``window`` is on the screen."""

    def __init__(self, window: Window, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._begin)
        self._patience.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # Its children are painted after it, all in one go; then the timer's turn has come.
            self._window.removeEventFilter(self)
            self._patience.start(0)
        return False

    def _begin(self) -> None:
        self._window.removeEventFilter(self)
        self._then()


class FileOpener(QObject):
    """Hands the files that the desktop sends to the running application (macOS) to the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not event.file():
            return False
        self._window.desk.open([event.file()])
        return True


def tell_crashes(window: Window) -> None:
    """From now on an unexpected error on the main thread is told in ``window``, which goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        import traceback

        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr and sys.stderr.isatty():  # elsewhere it may be kept, and there are the reader's texts in it
            sys.stderr.write(text)
        window.tell_crash(error, text)

    sys.excepthook = hook


def run(files: Sequence[str], sample: bool) -> int:
    """Show the window, open ``files`` (or the sample) in it, and stay until it is closed; 0 comes out.

    Where a window of this account is open already, it is given them instead.
    """
    from gui.instance import hand_over

    app = make_application()
    if hand_over(files, sample):
        return 0
    window = make_window(app, bare=True)
    window.show()
    closing: list[Callable[[], object]] = []

    def begin() -> None:
        from core import crew, workers

        gc.enable()
        window.furnish()
        closing.extend(settle(app, window))
        workers.employ(workers.IN_A_WINDOW)
        closing.append(crew.crew().end)
        window.open_first(list(files), sample)

    FirstPaint(window, begin)
    status = app.exec()
    for close in closing:
        close()
    window.deleteLater()
    return status


def settle(app: QApplication, window: Window) -> list[Callable[[], object]]:
    """Tell of crashes in ``window``, and hear of files that the desktop or a second start hands over; what is to be
    called when the window is gone."""
    import faulthandler

    from gui.crash import watch_faults
    from gui.instance import Listener

    tell_crashes(window)
    app.installEventFilter(FileOpener(window))
    listener = Listener(window)
    listener.asked.connect(window.open_more)
    listener.listen()
    faults = watch_faults()
    return [listener.close, *([faulthandler.disable] if faults else []), *(file.close for file in faults)]
