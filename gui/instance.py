"""One window: a second ``lesart FILE`` hands its files to the one that runs, on this account alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE = 3000
"""Milliseconds that a second start waits for the first one to answer; where it hangs, there are two windows."""
LARGEST = 1_000_000
"""Bytes of a request: some thousand names of files."""
LONGEST = 100
"""Bytes of a socket's path; the shortest limit of the systems is 103."""
TAKEN = b"taken\n"


def address() -> str:
    """Where the window of this account listens: a socket in a folder of its own, a pipe on Windows; empty where no
    folder will do. One for each data folder, so that two homes have a window each."""
    from zlib import crc32

    from core.store.places import data_folder

    home = data_folder().absolute()
    name = f"lesart-{crc32(os.fsencode(home)):08x}"
    if os.name == "nt":
        return name
    folders = (os.environ.get("XDG_RUNTIME_DIR", ""), str(home))
    fitting = (os.path.join(f, name) for f in folders if os.path.isdir(f))
    # The system cuts off longer names of sockets.
    return next((path for path in fitting if len(os.fsencode(path)) <= LONGEST), "")


def hand_over(files: Sequence[str], sample: bool) -> bool:
    """Give ``files`` to the window that runs already; False where there is none that takes them."""
    place = address()
    if not place or (os.name != "nt" and not os.path.exists(place)):
        return False  # as with most starts: Qt's sockets need not be loaded for it
    import json

    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(PATIENCE):
        return False
    wanted = {"files": [os.path.abspath(os.fspath(f)) for f in files], "sample": sample}
    socket.write(json.dumps(wanted).encode() + b"\n")
    answer = b""
    while not answer.endswith(TAKEN) and socket.waitForReadyRead(PATIENCE):
        answer += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer.endswith(TAKEN)


class Listener(QObject):
    """Hears of second starts. Where nothing can be listened on, every start has a window of its own."""

    asked = Signal(list, bool)
    """Files (absolute paths) to open, and whether the sample is to be opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)

    def listen(self) -> bool:
        """Begin, whether or not a crashed window left something behind; False where another window listens."""
        from contextlib import suppress

        from PySide6.QtNetwork import QLocalServer, QLocalSocket

        from core.store.places import data_folder

        with suppress(OSError):
            data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        place = address()
        if not place:
            return False
        # Qt's server does not ask: with an access option it takes the place of whoever listens there.
        knock = QLocalSocket()
        knock.connectToServer(place)
        if knock.waitForConnected(PATIENCE):
            return False  # somebody lives there, but was too busy to answer ``hand_over``
        QLocalServer.removeServer(place)
        return self._server.listen(place)

    def close(self) -> None:
        """Hear nothing more."""
        self._server.close()

    def _meet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            heard = bytearray()
            socket.readyRead.connect(self._hear(socket, heard))
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket, heard: bytearray) -> Callable[[], None]:
        def hear() -> None:
            heard.extend(socket.readAll().data())
            if len(heard) > LARGEST:
                socket.abort()
            elif heard.endswith(b"\n"):
                request = understood(bytes(heard))
                heard.clear()
                if request is None:
                    socket.abort()
                else:
                    socket.write(TAKEN)
                    socket.flush()
                    self.asked.emit(*request)

        return hear


def understood(request: bytes) -> tuple[list[str], bool] | None:
    """The files and whether the sample is wanted; None where ``request`` is none that ``hand_over`` makes."""
    import json

    try:
        wanted = json.loads(request)
        files, sample = wanted["files"], wanted["sample"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    if not isinstance(files, list) or not all(isinstance(f, str) for f in files) or not isinstance(sample, bool):
        return None
    return files, sample
