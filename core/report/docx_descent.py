"""Who took it from whom, in a Word document."""

from __future__ import annotations

from core.report.content import Content
from core.report.descent import Node, Piece, Step
from core.report.sheet import family_lines, more_changes
from core.report.word import Paper


def add_descent(content: Content, paper: Paper) -> None:
    """The section's text: independent sources, the tree, each step with its evidence and its changes."""
    say = content.words.say
    for line in family_lines(content):
        paper.line(line)
    for node in content.descent.tree:
        _node(content, paper, node, 0)
    for step in content.descent.steps:
        _step(content, paper, step)
    if content.descent.steps and not content.options.versions:
        paper.line(say("lineage.about"), style="Lesart about")


def _node(content: Content, paper: Paper, node: Node, depth: int) -> None:
    line = paper.line("", style="List Bullet")
    paper.add(line, "\u2003" * depth + ("↳ " if depth else ""))
    paper.add(line, node.name, bold=True)
    if node.step:
        paper.add(line, f" – {node.step.manner}, {content.words.say('lineage.sure', percent=node.step.sure)}")
    for below in node.below:
        _node(content, paper, below, depth + 1)


def _step(content: Content, paper: Paper, step: Step) -> None:
    say = content.words.say
    paper.heading(step.title, 2)
    if step.facts:
        paper.line(step.facts, style="Lesart meta")
        paper.line(" ".join(step.evidence))
    if step.tally:
        tally = ", ".join(say("lineage.tally", kind=kind, n=n) for kind, n in step.tally)
        paper.line(f"{say('lineage.changed')}: {tally}.")
    if step.changed:
        table = paper.table([say(f"lineage.{key}") for key in ("before", "after", "what")], (6.9, 6.9, 3.9))
        for change in step.changed:
            cells = paper.cells(table)
            for cell, pieces in zip(cells, (change.before, change.after), strict=False):
                _pieces(paper, cell, pieces)
            paper.fill(cells[2], change.what)
    if more := more_changes(content, step):
        paper.line(more, style="Lesart about")


def _pieces(paper: Paper, cell: object, pieces: tuple[Piece, ...]) -> None:
    line = paper.fill(cell, "" if pieces else "–")
    for piece in pieces:
        paper.add(line, piece.text, bold=piece.changed)
