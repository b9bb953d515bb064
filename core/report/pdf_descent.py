"""Who took it from whom, set for paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.report.content import Content
from core.report.descent import Node, Piece, Step
from core.report.faces import safe
from core.report.pages import MM, WIDE
from core.report.paper import lines_table, paragraph
from core.report.sheet import family_lines, more_changes

INDENT = "\u00a0\u00a0\u00a0\u00a0"


def descent_flow(content: Content) -> Iterator[tuple[str, Any]]:
    """What the section holds: ("h2", markup) for a heading, ("flow", flowable) for the rest."""
    say = content.words.say
    yield "flow", paragraph(safe(" ".join(family_lines(content))), "lead")
    for node in content.descent.tree:
        for markup in _lines(content, node, 0):
            yield "flow", paragraph(markup, "item")
    for step in content.descent.steps:
        yield from _step(content, step)
    if content.descent.steps and not content.options.versions:
        yield "flow", paragraph(safe(say("lineage.about")), "about")


def _lines(content: Content, node: Node, depth: int) -> Iterator[str]:
    told = ""
    if node.step:
        told = f" – {safe(node.step.manner)}, {safe(content.words.say('lineage.sure', percent=node.step.sure))}"
    yield f"{INDENT * depth}<b>{safe(node.name)}</b>{told}"
    for below in node.below:
        yield from _lines(content, below, depth + 1)


def _step(content: Content, step: Step) -> Iterator[tuple[str, Any]]:
    say = content.words.say
    yield "h2", safe(step.title)
    if step.facts:
        yield "flow", paragraph(safe(step.facts), "small")
        yield "flow", paragraph(safe(" ".join(step.evidence)), "body")
    if step.tally:
        tally = ", ".join(say("lineage.tally", kind=kind, n=n) for kind, n in step.tally)
        yield "flow", paragraph(safe(f"{say('lineage.changed')}: {tally}."), "about")
    if step.changed:
        rows = [[paragraph(safe(say(f"lineage.{key}")), "head") for key in ("before", "after", "what")]]
        for change in step.changed:
            sides = [paragraph(_pieces(side), "cell") for side in (change.before, change.after)]
            rows.append([*sides, paragraph(safe(change.what), "small")])
        side = (WIDE - 36 * MM) / 2
        yield "flow", lines_table(rows, (side, side, 36 * MM))
    if more := more_changes(content, step):
        yield "flow", paragraph(safe(more), "about")


def _pieces(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"<b>{safe(p.text)}</b>" if p.changed else safe(p.text) for p in pieces) or "–"
