"""The inspector's sentences: why claims are linked, who says them, in words instead of numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from core.decisions.groups import BY_READER
from core.model import Attribution, Claim, Link

translate = QCoreApplication.translate


def why(link: Link) -> str:
    """Why two claims are linked, as one line: how near in meaning and in words, and what both name."""
    if link.why == BY_READER:
        return translate("Inspector", "linked by you")
    parts = []
    if link.relation == "conflict":
        parts.append(translate("Inspector", "the same matter, contradictory"))
    elif link.relation == "part":
        parts.append(translate("Inspector", "one says only part of the other"))
    if link.why.meaning >= 0.75:
        parts.append(translate("Inspector", "very close in meaning"))
    elif link.why.meaning >= 0.55:
        parts.append(translate("Inspector", "close in meaning"))
    if link.why.wording >= 0.8:
        parts.append(translate("Inspector", "almost the same words"))
    elif link.why.wording >= 0.5:
        parts.append(translate("Inspector", "similar words"))
    if link.why.names:
        parts.append(translate("Inspector", "both name %1").replace("%1", ", ".join(link.why.names)))
    if link.why.figures:
        parts.append(translate("Inspector", "both give %1").replace("%1", ", ".join(link.why.figures)))
    percent = QLocale().toString(round(link.score * 100))
    return f"{percent} %" + (" · " + ", ".join(parts) if parts else "")


def quoted(who: str, what: str) -> str:
    """``what`` in quotation marks, after whose it is."""
    return translate("Inspector", "%1: “%2”").replace("%1", who).replace("%2", what)


def source(claim: Claim) -> str:
    """In whose voice the claim is made, and on whose word."""
    said = claim.attribution
    if said is None:
        own = claim.voice == "outlet"
        return (
            translate("Inspector", "in the outlet’s own words")
            if own
            else translate("Inspector", "in a speaker’s words")
        )
    return _attributed(said)


def _attributed(said: Attribution) -> str:
    if said.speaker is None:
        return translate("Inspector", "someone’s words, without saying whose")
    mode = translate("Inspector", "quoted") if said.mode == "direct" else translate("Inspector", "reported")
    verb = ", " + translate("Inspector", "“%1”").replace("%1", said.verb) if said.verb else ""
    unnamed = "" if said.named else " " + translate("Inspector", "(not named)")
    return f"{said.speaker}{unnamed} – {mode}{verb}"
