"""Errors by who is to blame: a ``UserError`` is the file's or the reader's, anything else is a bug."""

from __future__ import annotations

from core.model import Failure, Reason
from core.phrases import say


class UserError(Exception):
    """Something that the reader can understand and mend; shown as one sentence, never as a traceback.

    ``key`` is a phrase key below ``error.`` (``"error.empty"``), ``source`` the file's path or the address as the
    reader gave it; ``values`` fill the phrase, which always names the file.
    """

    def __init__(self, key: str, source: str, **values: object) -> None:
        super().__init__(key, source)
        self.key = key
        self.source = source
        self.values: dict[str, str] = {"file": source, **{name: str(value) for name, value in values.items()}}

    def say(self, language: str = "en") -> str:
        """The sentence in ``language`` (``en`` or ``de``)."""
        return say(self.key, language, **self.values)

    def __str__(self) -> str:
        return self.say()

    def failure(self) -> Failure:
        """The error as a value that a comparison can carry."""
        return Failure(self.source, Reason(self.key, tuple(sorted(self.values.items()))))


class Cancelled(Exception):
    """The reader stopped the job; raised by ``Job.check``, never shown."""
