"""A wording cut into pieces: what differs from the base in one language, what both name in two."""

from __future__ import annotations

import re
from typing import Literal

from core.model import Link
from gui.inspector.dossier import Wording

Role = Literal["plain", "differs", "shared"]
Piece = tuple[str, Role]

ALIKE = 0.2
"""Share of a wording's characters that must stand in the base too; below it, marking what differs marks everything."""


def pieces(base: Wording | None, wording: Wording) -> list[Piece]:
    """``wording``'s text in pieces that join to it again; one plain piece where there is nothing to compare."""
    if base is None:
        return [(wording.text, "plain")]
    if base.language == wording.language and base.language != "und":
        return changed(base.text, wording.text)
    return shared(wording.text, wording.link)


def changed(base: str, text: str) -> list[Piece]:
    """``text`` with the words that ``base`` does not have in their places."""
    from core.alignment.wording import differences

    found: list[Piece] = []
    end = same = 0
    for difference in differences(base, text):
        start, stop = difference.b_start, difference.b_end
        if start > end:
            found.append((text[end:start], "plain"))
        if stop > start:
            equal = difference.kind == "equal"
            same += (stop - start) * equal
            found.append((text[start:stop], "plain" if equal else "differs"))
        end = max(end, stop)
    if end < len(text):
        found.append((text[end:], "plain"))
    return _joined(found) if same >= ALIKE * len(text) else [(text, "plain")]


def shared(text: str, link: Link | None) -> list[Piece]:
    """``text`` with the names and figures that both claims have."""
    named = sorted({*link.why.names, *link.why.figures} if link else (), key=len, reverse=True)
    if not any(named):
        return [(text, "plain")]
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in named if name)
    found: list[Piece] = []
    end = 0
    for match in re.finditer(pattern, text, re.IGNORECASE):
        found += [(text[end : match.start()], "plain"), (match.group(), "shared")]
        end = match.end()
    return _joined([*found, (text[end:], "plain")])


def _joined(found: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for text, role in found:
        if joined and joined[-1][1] == role:
            joined[-1] = (joined[-1][0] + text, role)
        elif text:
            joined.append((text, role))
    return joined
