"""A wording cut into what it shares with the base and what differs."""

from __future__ import annotations

from gui.inspector.dossier import Wording


def pieces(base: Wording | None, wording: Wording) -> list[tuple[str, bool]]:
    """``wording``'s text in pieces, each with whether it differs from ``base``; one piece where nothing is compared."""
    return [(wording.text, False)]
