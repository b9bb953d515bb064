"""A claim's words with what changed in them set apart, as rich text and as a sentence to be heard."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.index import Index
from core.lineage import Change, Difference
from core.model import Span
from gui.places import outlet
from gui.stemma import words
from gui.theme import colors, is_dark

translate = QCoreApplication.translate
Role = Literal["plain", "reworded", "changed"]
Piece = tuple[str, Role]
Side = Literal["before", "after"]
QUOTED = 6
"""Places of one change that are said in words; the text shows all."""


def pieces(index: Index, claims: Sequence[str], differences: Sequence[Difference], side: Side) -> list[Piece]:
    """The claims' words, in the order of the text, cut where something differs; where two differences lie over one
    another, the one that is more than a rewording holds."""
    found: list[Piece] = []
    for claim in (index.claim[c] for c in claims):
        text = index.article[claim.article_id].text
        role: list[Role] = ["plain"] * len(claim.span)
        for difference in sorted(differences, key=lambda d: d.kind != "reworded"):
            span = difference.before if side == "before" else difference.after
            for at in _within(span, claim.span):
                role[at] = "reworded" if difference.kind == "reworded" else "changed"
        if found:
            found.append((" … ", "plain"))
        found += _joined(claim.span.of(text), role)
    return found


def _within(span: Span | None, claim: Span) -> range:
    if span is None:
        return range(0)
    return range(max(0, span.start - claim.start), min(len(claim), span.end - claim.start))


def _joined(text: str, role: list[Role]) -> list[Piece]:
    found: list[Piece] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or role[at] != role[start]:
            found.append((text[start:at], role[start]))
            start = at
    return found


def rich(found: Sequence[Piece], side: Side, widget: QWidget) -> str:
    """``found`` as rich text: gone is struck out, put in is underlined; what is more than a rewording has a ground."""
    ground = (
        ("#4b2f2c" if side == "before" else "#4b4126")
        if is_dark(widget)
        else ("#f7ddd8" if side == "before" else "#f6e3ae")
    )
    line = "line-through" if side == "before" else "underline"
    styles = {"changed": f"background-color:{ground}; text-decoration:{line}", "reworded": f"text-decoration:{line}"}
    said = []
    for text, role in found:
        safe = escape(text).replace("\n", "<br>")
        said.append(f'<span style="{styles[role]}">{safe}</span>' if role in styles else safe)
    return "".join(said)


def small(text: str, widget: QWidget) -> str:
    """``text`` as rich text, muted."""
    return f'<span style="color:{colors(widget).muted}">{escape(text)}</span>'


def bold(text: str) -> str:
    """``text`` as rich text, half-bold."""
    return f'<span style="font-weight:600">{escape(text)}</span>'


def line(html: str, above: int = 2) -> str:
    """A paragraph of rich text."""
    return f'<p style="margin:{above}px 0 0 0">{html}</p>'


def change_rich(change: Change, index: Index, widget: QWidget) -> str:
    """What became of a claim: the kinds of change, then the old wording and the new one."""
    said = [line(bold(words.kinds_said(change)), 0)]
    old, new = (outlet(index.article[a]) for a in (change.before_id, change.after_id))
    if change.before and change.kinds[-1] != "kept":
        found = pieces(index, change.before, change.differences, "before")
        said.append(line(f"{small(f'{old}: ', widget)}{rich(found, 'before', widget)}"))
    if change.after:
        found = pieces(index, change.after, change.differences, "after")
        said.append(line(f"{small(f'{new}: ', widget)}{rich(found, 'after', widget)}"))
    return "".join(said)


def change_said(change: Change, index: Index) -> str:
    """The same for whoever hears it: what stands out to the eye is said after the two wordings."""
    said = [words.kinds_said(change)]
    for article, claims in ((change.before_id, change.before), (change.after_id, change.after)):
        if claims and not (article == change.before_id and change.kinds[-1] == "kept"):
            said.append(quoted(outlet(index.article[article]), " … ".join(index.text(c) for c in claims)))
    return ". ".join([*said, *replaced(change, index)])


def quoted(who: str, what: str) -> str:
    """``what`` in quotation marks, after whose it is."""
    return translate("Stemma", "%1: “%2”").replace("%1", who).replace("%2", what)


def replaced(change: Change, index: Index) -> list[str]:
    """Each place of a change that is more than a rewording, in words: "relabelled: “group” → “gang”"."""
    found = []
    for difference in change.differences:
        if difference.kind == "reworded":
            continue
        old = difference.before.of(index.article[change.before_id].text) if difference.before else ""
        new = difference.after.of(index.article[change.after_id].text) if difference.after else ""
        if old and new:
            said = translate("Stemma", "%1: “%2” becomes “%3”").replace("%2", old).replace("%3", new)
        elif new:
            said = translate("Stemma", "%1: “%2” put in").replace("%2", new)
        elif old:
            said = translate("Stemma", "%1: “%2” left out").replace("%2", old)
        else:
            continue
        found.append(said.replace("%1", words.kind_name(difference.kind)))
    return list(dict.fromkeys(found))[:QUOTED]
