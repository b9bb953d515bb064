"""Tiny events of our own, and a pool that compares them in this process."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

from core.batch.work import Outcome, Task, compare_event

TEXTS = {
    "ferry": {
        "ledger.txt": "Ferry stops\n\nThe council of Harnow stops the ferry on Monday. Nobody was asked. It cost 40,000 euros.",
        "bote.txt": "Fähre hält\n\nDer Rat von Harnow stellt die Fähre am Montag ein. Sie kostete 40.000 Euro. Es regnet.",
    },
    "mill": {
        "ledger.txt": "Mill burns\n\nThe old mill of Harnow burnt down on Friday. Two firemen were hurt.",
        "sub/beacon.txt": "Fire in the mill\n\nTwo firemen were hurt when the mill burnt down. The police suspect arson.",
        "empty.txt": "",
    },
    "Fluß & Öl": {
        "a.txt": "Oil in the river\n\nSome 300 litres of oil leaked into the Wend. The works deny it.",
        "b.txt": "=Oil\n\nOil leaked into the river Wend on Sunday. The works “regret” it.",
    },
}


def events(folder: Path, texts: dict[str, dict[str, str]] | None = None) -> Path:
    """The events as folders below ``folder``."""
    for event, files in (TEXTS if texts is None else texts).items():
        for name, text in files.items():
            path = folder / event / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


class Here:
    """Compares in this process, one at a time; ``asked`` are the names of the events."""

    def __init__(self) -> None:
        self.slots = 1
        self.asked: list[str] = []
        self.losses: dict[str, int] = {}
        """How many times an event's process is lost."""

    def submit(self, task: Task) -> Future[Outcome]:
        self.asked.append(task.name)
        future: Future[Outcome] = Future()
        if self.losses.get(task.name, 0) > 0:
            self.losses[task.name] -= 1
            future.set_exception(ConnectionResetError())
            return future
        try:
            future.set_result(compare_event(task))
        except Exception as error:
            future.set_exception(error)
        return future

    def finished(self, running: Sequence[Future[Outcome]], seconds: float) -> Sequence[Future[Outcome]]:
        return running

    def lost(self, error: BaseException) -> bool:
        return isinstance(error, ConnectionResetError)

    def close(self) -> None:
        self.slots = 0
