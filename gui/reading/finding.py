"""Finding words in the columns, one after the other, round and round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from gui.reading.column import Column


def find_next(columns: Sequence[Column], at: int, text: str, backward: bool) -> Column | None:
    """Select the next (or previous) occurrence of ``text`` after the selection of column number ``at``.

    Gives the column that has it, None where no column has it. Upper and lower case are the same.
    """
    flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
    order = list(range(at, -1, -1)) + list(range(len(columns) - 1, at - 1, -1)) if backward else []
    order = order or list(range(at, len(columns))) + list(range(at + 1))
    for step, number in enumerate(order):
        document = columns[number].text.document()
        if step == 0:
            start = columns[number].text.textCursor()
        else:
            start = QTextCursor(document)
            if backward:
                start.movePosition(QTextCursor.MoveOperation.End)
        hit = document.find(text, start, flags)
        if not hit.isNull():
            for column in columns:
                column.text.clear_selection()
            columns[number].text.select(hit)
            return columns[number]
    return None
